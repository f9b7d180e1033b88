"""The reference of the command line is what the commands say."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from podium.cli import COMMANDS, cli
from podium.queries import library

# Makes `blocks` importable: pytest's importlib mode leaves sys.path alone.
sys.path.insert(0, str(Path(__file__).parent))

from blocks import blocks

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


def lines_of_the_docs() -> list[str]:
    """Each "podium …" in a block of commands.md, the README and the tutorial."""
    shown = [block for file in (REFERENCE, ROOT / "README.md", ROOT / "docs" / "tutorial.md") for block in blocks(file)]
    lines = [line for block in shown if block.language in ("console", "bash") for line in block.text.splitlines()]
    return sorted({line.removeprefix("$ ") for line in lines if re.match(r"(?:\$ )?podium ", line)})


@pytest.mark.parametrize("line", lines_of_the_docs())
def test_options_in_the_docs_exist(line: str) -> None:
    """Parsed, not run: a command or an option that was renamed is noticed."""
    words = shlex.split(line, comments=True)
    words = words[: next((n for n, word in enumerate(words) if word in (">", "|", "&&")), None)]
    command = cli.get_command(click.Context(cli), words[1])
    assert command is not None, words[1]
    given = command.make_context(words[1], words[2:]).params
    name, *parameters = given.get("words") or [None]
    if name in library():
        names = {f"--{parameter.name.replace('_', '-')}" for parameter in library()[name].parameters}
        assert {word.partition("=")[0] for word in parameters if word.startswith("--")} <= names
    else:
        assert name in (None, "speakers-at-place")  # which the tutorial makes
