"""The command line as a user has it, in an empty folder."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from podium.cli import main

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
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `podium …` in an empty folder, in this process, whose register and dictionaries are loaded once.

    Keyword arguments are environment variables, `stdin` the input. What needs a process of its own (signals, pipes,
    locale) starts one in test_contract.py.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PODIUM_STORE", raising=False)

    def call(*arguments: object, stdin: bytes = b"", **environment: str) -> Done:
        with monkeypatch.context() as patch, pytest.raises(SystemExit) as ended:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            for name, value in environment.items():
                patch.setenv(name, value)
            main([*map(str, arguments)])
        out, err = capfdbinary.readouterr()
        assert isinstance(ended.value.code, int)
        return Done(ended.value.code, out.decode(), err.decode())

    return call


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A folder `in` with one short release, `in/tag.txt`."""
    path = tmp_path / "in" / "tag.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path
