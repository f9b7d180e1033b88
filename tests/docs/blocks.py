"""Code blocks of a Markdown file, and running them in a copy of the checkout."""

import os
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A code block: its language, text, and the line it begins on."""

    language: str
    text: str
    line: int


def blocks(path: Path) -> list[Block]:
    """The code blocks of a Markdown file, in order; blocks in lists without their indent."""
    text = path.read_text(encoding="utf-8")
    return [
        Block(found[2], textwrap.dedent(found[3]), text.count("\n", 0, found.start()) + 1)
        for found in _FENCE.finditer(text)
    ]


def checkout(folder: Path) -> dict[str, str]:
    """A copy of what Podium consists of in `folder`, which a user may change; returns the environment for it."""
    for name in ("graph", "ontology", "queries"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.egg-info"))
    return environment(folder, folder)


def environment(folder: Path, podium: Path) -> dict[str, str]:
    """The environment in which `podium` is that of the checkout `podium`, and nothing is written outside `folder`."""
    tools = folder / ".tools"
    tools.mkdir()
    (tools / "podium").write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m podium "$@"\n', encoding="utf-8")
    (tools / "podium").chmod(0o755)
    names = {"PYTHONPATH": str(podium / "graph"), "XDG_CACHE_HOME": str(folder / ".cache"), "COLUMNS": "140"}
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PODIUM_")}
    return plain | names | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}


def run(block: Block, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a bash or python block as a user would paste it."""
    commands = {"bash": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-P", "-c"]}
    return subprocess.run(
        [*commands[block.language], block.text],
        cwd=folder, env=variables, capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip


def agrees(shown: str, printed: str) -> bool:
    """Whether an output is as shown; a line "…" stands for any lines."""
    lines = [line.rstrip() for line in printed.splitlines()]
    pieces: list[list[str]] = [[]]
    for line in map(str.rstrip, shown.splitlines()):
        if line.strip() == "…":
            pieces.append([])
        else:
            pieces[-1].append(line)
    first, *others = pieces
    if not others:
        return lines == first
    last, at = others.pop(), len(first)
    if lines[:at] != first or len(lines) < at + len(last):
        return False
    end = len(lines) - len(last)
    for piece in others:
        places = range(at, end - len(piece) + 1)
        found = next((n for n in places if lines[n : n + len(piece)] == piece), None)
        if found is None:
            return False
        at = found + len(piece)
    return at <= end and lines[end:] == last
