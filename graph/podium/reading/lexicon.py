"""Word lists and patterns of the reading: commented data files, read once."""

import csv
from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from podium.errors import PodiumError
from podium.resources import lexicons

__all__ = ["LexiconError", "lines", "records", "table", "words_of"]


class LexiconError(PodiumError, ValueError):
    """A lexicon file cannot be read; names file and line."""


@cache
def lines(name: str, section: str | None = None) -> tuple[str, ...]:
    """Entries of a text file, one a line; "#" begins a comment, "[name]" a section.

    Raises LexiconError if the file or the section is missing.
    """
    entries: list[str] = []
    current, seen = None, section is None
    for raw in _open(name).splitlines():
        line = raw.split("#", 1)[0].strip() if not raw.startswith("\\#") else raw[1:]
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1]
            seen = seen or current == section
        elif line and (section is None or current == section):
            entries.append(line)
    if not seen:
        raise LexiconError(f"{lexicons() / name}: no section [{section}]")
    return tuple(entries)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Rows of a CSV file with a header; lines that begin with "#" are comments."""
    rows = (line for line in _open(name).splitlines() if line and not line.startswith("#"))
    return tuple(csv.DictReader(rows))


@cache
def records(name: str) -> Any:
    """Content of a YAML file."""
    try:
        return yaml.safe_load(_open(name))
    except yaml.YAMLError as error:
        raise LexiconError(f"{lexicons() / name}: {error}") from error


def _open(name: str) -> str:
    path = lexicons() / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror})") from error


def words_of(name: str, section: str | None = None) -> Iterator[str]:
    """All blank-separated words of a list, for lists with many short entries a line."""
    for line in lines(name, section):
        yield from line.split()
