"""The types as a user's own program sees them."""

import subprocess
import sys
from pathlib import Path

import podium

HERE = Path(__file__).resolve().parent


def mypy(program: Path, cache: Path) -> tuple[int, str]:
    """`mypy --strict` without our settings, on the installed package."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}", str(program)]
    done = subprocess.run(command, cwd=cache, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_program_that_uses_everything_is_well_typed_and_a_wrong_one_is_not(tmp_path: Path) -> None:
    code, said = mypy(HERE / "client.py", tmp_path)
    assert code == 0, said
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import podium\n\nnumber: int = podium.examples().person('Heil').name\npodium.read(3)\n")
    code, said = mypy(wrong, tmp_path)
    assert code == 1
    assert said.count("error:") == 2


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(podium.__file__).with_name("py.typed").is_file()
