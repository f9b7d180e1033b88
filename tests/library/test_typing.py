"""The types as a user's own program sees them."""

import subprocess
import sys
from pathlib import Path

import pytest

import podium

HERE = Path(__file__).resolve().parent


def test_a_program_that_uses_everything_is_well_typed_and_a_wrong_one_is_not(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """`mypy --strict` without our settings, on the installed package; what mypy has learnt is kept between runs."""
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import podium\n\nnumber: int = podium.examples().person('Heil').name\npodium.read(3)\n")
    assert request.config.cache is not None
    cache = request.config.cache.mkdir("mypy")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", f"--cache-dir={cache}"]
    programs = [str(HERE / "client.py"), str(wrong)]
    done = subprocess.run([*command, *programs], cwd=tmp_path, capture_output=True, text=True, check=False)
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert [line.split(":")[:2] for line in errors] == [["wrong.py", "3"], ["wrong.py", "4"]], done.stdout + done.stderr


def test_the_package_says_that_it_is_typed() -> None:
    assert Path(podium.__file__).with_name("py.typed").is_file()
