"""The scripts as a user runs them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


def _run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(_ROOT / "bench" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", ["reading.py", "confidence.py"])
def test_help_has_examples(script: str) -> None:
    done = _run(script, "--help")
    assert done.returncode == 0
    assert f"python bench/{script}" in done.stdout


def test_scores_as_json() -> None:
    done = _run("reading.py", "--without-gold", "--no-speed", "--json")
    assert done.returncode == 0, done.stderr
    rows = {row["what"]: row for row in json.loads(done.stdout)}
    assert rows["persons"]["section"] == "development, 20 releases"
    assert 0.9 < rows["persons"]["f1"] <= 1.0


def test_a_folder_without_releases_is_named(tmp_path: Path) -> None:
    done = _run("reading.py", "--without-gold", "--no-speed", "--releases", tmp_path)
    assert done.returncode == 1
    assert f"{tmp_path}: no annotated releases" in done.stderr
    assert "Traceback" not in done.stderr
