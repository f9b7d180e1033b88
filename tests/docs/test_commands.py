"""The reference of the command line is what the commands say."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from podium.cli import COMMANDS, cli
from podium.queries import library

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "docs" / "build_commands.py"
REFERENCE = ROOT / "docs" / "commands.md"


def test_the_reference_is_not_stale() -> None:
    done = subprocess.run([sys.executable, str(BUILD), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_stale_reference_is_noticed(tmp_path: Path) -> None:
    """The check itself: on a copy in which a word was changed."""
    (tmp_path / "build_commands.py").write_text(BUILD.read_text(encoding="utf-8"), encoding="utf-8")
    changed = REFERENCE.read_text(encoding="utf-8").replace("## podium read", "## podium lesen")
    (tmp_path / "commands.md").write_text(changed, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "build_commands.py")]
    done = subprocess.run([*command, "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is stale: run python docs/build_commands.py" in done.stderr
    subprocess.run(command, check=True)
    assert (tmp_path / "commands.md").read_bytes() == REFERENCE.read_bytes()


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_and_examples(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None and command.help
    examples = [line.strip() for line in (command.epilog or "").splitlines() if f"podium {name}" in line]
    assert examples
    reference = REFERENCE.read_text(encoding="utf-8")
    assert f"\n## podium {name}\n" in reference
    for example in examples:
        assert f"$ {example}" in reference


def test_each_question_is_listed() -> None:
    reference = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in library() if f"| `{name}` |" not in reference] == []
