"""Frames in tables: a word form tells of something if one word of each of some groups stands in its sentence."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from podium.reading.lexicon import table

__all__ = ["Groups", "frames_by_word", "groups_of"]

F = TypeVar("F")
Groups = tuple[frozenset[str], ...]


def groups_of(needs: Iterable[str]) -> Groups:
    """Groups of words as a table writes them: `["sich", "hat|haben"]`."""
    return tuple(frozenset(group.split("|")) for group in needs)


def frames_by_word(name: str, frame: Callable[[dict[str, str]], F]) -> dict[str, tuple[F, ...]]:
    """The frame of each row of a table, by the word form that sets it off (column `word`)."""
    found: dict[str, tuple[F, ...]] = {}
    for row in table(name):
        found[row["word"]] = (*found.get(row["word"], ()), frame(row))
    return found
