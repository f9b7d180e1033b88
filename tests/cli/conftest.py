"""The command line as a user has it: a process of its own, in an empty folder."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

TEXT = (
    "Tag der Jobcenter 2021\n\nBerlin, 28. April 2021. Beim Tag der Jobcenter hielt Bundesminister Hubertus Heil eine "
    "Rede. "
    "„Die Jobcenter haben viel geleistet“, sagte Heil. Detlef Scheele, Vorstandsvorsitzender der Bundesagentur für "
    "Arbeit, forderte mehr Personal.\n"
)


@dataclass(frozen=True)
class Done:
    """What a command left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `podium …` in a temporary folder; keyword arguments are environment variables, `stdin` the input."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: object, stdin: bytes = b"", **environment: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "podium", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={k: v for k, v in os.environ.items() if k != "PODIUM_STORE"} | environment,
            cwd=tmp_path,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A folder `in` with one short release, `in/tag.txt`."""
    path = tmp_path / "in" / "tag.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path
