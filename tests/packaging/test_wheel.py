"""The wheel, installed in a fresh environment outside of the checkout: everything that is needed is in it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def call(*command: object, cwd: Path) -> str:
    """Run, without anything that would lead Python back to the checkout; stdout, or the failure with its stderr."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PODIUM", "VIRTUAL_ENV"))}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout; without isolation, so that nothing is downloaded."""
    folder = tmp_path_factory.mktemp("dist")
    call(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("podium-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a fresh environment with the wheel.

    Its dependencies are those of the running environment, lent by a .pth file, so that nothing is downloaded. The
    checkout does not come along: Python follows .pth files in its own site-packages only, so the editable install
    of podium over there (itself a .pth file) stays unseen.
    """
    home = tmp_path_factory.mktemp("fresh") / "venv"
    venv.create(home, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", home / "bin" / "python", "--quiet", "--disable-pip-version-check"]
    call(*pip, "install", "--no-deps", "--no-index", wheel, cwd=home)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return home / "bin"


def test_all_data_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, inside in (("ontology", "podium/_data/ontology"), ("queries", "podium/_data/queries")):
        expected = {
            f"{inside}/{path.relative_to(ROOT / folder).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and path.suffix != ".pyc"
        }
        assert expected
        assert expected <= names
    assert sum(name.startswith("podium/examples/") for name in names) >= 30
    assert "podium/sources/lines.yaml" in names
    assert not [name for name in names if name.startswith(("tests/", "bench/", "graph/")) or name.endswith(".pyc")]
    assert {name.rsplit("/", 1)[-1] for name in names} >= {"LICENSE", "LICENSE-DATA", "NOTICE", "py.typed"}


def test_the_command_comes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    place = call(installed / "python", "-c", "import podium; print(podium.__file__)", cwd=tmp_path).strip()
    assert Path(place).is_relative_to(installed.parent)


def test_demo_and_a_query_by_name(installed: Path, tmp_path: Path) -> None:
    table = call(installed / "podium", "demo", "--out", "demo", cwd=tmp_path)
    assert "Tag der Jobcenter" in table
    assert (tmp_path / "demo" / "graph.html").stat().st_size > 100_000
    answer = call(
        installed / "python",
        "-m",
        "podium",
        "ask",
        "speakers",
        "--store",
        "demo/store",
        "--format",
        "csv",
        cwd=tmp_path,
    )
    assert len(answer.splitlines()) > 30
    assert "Hubertus Heil" in answer
