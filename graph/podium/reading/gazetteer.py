"""Known names in running text: longest match over tokens, whatever case a name stands in."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Generic, TypeVar

from podium.reading.forms import PerForm
from podium.reading.words import word

__all__ = ["Gazetteer", "plain", "split_name", "stem"]

T = TypeVar("T")
_ENDING = re.compile(r"(?:(?<=...)(?:es|en|em|er|(?<!s)s|n|e))$")
_PIECE = re.compile(r"\d+\+\d[\w-]*|\w[\w.*-]*-(?!\S)|\w[\w.*-]*\w\.?|\w\.?|[^\w\s]")


@cache
def stem(form: str) -> str:
    """Key under which the inflected forms of a word meet: `stem("Landkreistages")` equals `stem("Landkreistag")`.

    Crude, and the same for names and text; abbreviations in capitals keep their form but for a genitive "s".
    """
    if len(form) < 4 or form[0].isdigit():
        return form if form.isupper() else form.lower()
    if "-" not in form and any(map(str.isupper, form[1:])):
        return form[:-1] if form[-1] == "s" else form
    lower = form.lower().replace("ß", "ss")
    while (short := _ENDING.sub("", lower)) != lower:
        lower = short
    return lower


@cache
def plain(form: str) -> str:
    """Key that only forgives a genitive "s"."""
    return form[:-1] if len(form) > 3 and form[-1] == "s" else form


def split_name(name: str) -> list[str]:
    """A name as the tokens of a text: `"Bündnis 90/Die Grünen"` → Bündnis, 90, /, Die, Grünen."""
    return _PIECE.findall(name)


class _Node(Generic[T]):
    __slots__ = ("next", "value")

    def __init__(self) -> None:
        self.next: dict[str, _Node[T]] = {}
        self.value: tuple[T, tuple[str, ...]] | None = None


class Gazetteer(Generic[T]):
    """Names and what they stand for; filled once, then only read.

    `key` makes the forms of a word equal; `plain` takes none but a genitive "s" ("Hessens"): for towns, which would
    meet other words. `shrinks` says that a single word may also be shorter than its name (a singular for a plural).
    """

    def __init__(self, key: Callable[[str], str] = stem, shrinks: bool = False) -> None:
        self._key = key
        self._shrinks = shrinks
        self._root: _Node[T] = _Node()
        self._first = PerForm(self._beginning)

    def add(self, name: str, value: T) -> None:
        """Enter a name in the nominative; the first value entered for a name stays.

        A word that is a capital in the name must be one in the text; an adjective may be either.
        """
        self._enter(split_name(name), value)
        if ("/" in name or name[-1] == "+") and " " not in name:
            self._enter([name], value)  # the tokeniser keeps "CDU/CSU" and "ESF+" together
        self._first.clear()

    def _enter(self, pieces: Sequence[str], value: T) -> None:
        node = self._root
        for piece in pieces:
            node = node.next.setdefault(self._key(piece), _Node())
        if pieces and node.value is None:
            node.value = (value, tuple(pieces))

    def starts(self, form: str) -> bool:
        """Whether a name can begin with this word form."""
        return self._first[form] is not None

    def beginnings(self, words: Sequence[str]) -> list[int]:
        """Tokens at which a name may begin; for names of one text, of whose forms nothing is remembered."""
        first = self._root.next
        return [at for at, form in enumerate(words) if self._key(form) in first] if first else []

    def goes_on(self, first: str, second: str) -> bool:
        """Whether a name can begin with these two word forms."""
        node = self._first[first]
        return node is not None and self._key(second) in node.next

    def _beginning(self, form: str) -> _Node[T] | None:
        return self._root.next.get(self._key(form))

    def longest(self, words: Sequence[str], at: int) -> tuple[int, T] | None:
        """End and value of the longest name that begins at token `at`."""
        found: tuple[int, T] | None = None
        node, number = self._first[words[at]] if at < len(words) else None, at
        while node is not None:
            if node.value is not None and _fits(words, at, node.value[1], self._shrinks):
                found = (number + 1, node.value[0])
            number += 1
            node = node.next.get(self._key(words[number])) if node.next and number < len(words) else None
        return found

    def names(self) -> Iterator[T]:
        """All values, in no certain order."""
        pending = [self._root]
        while pending:
            node = pending.pop()
            pending.extend(node.next.values())
            if node.value is not None:
                yield node.value[0]


def _fits(words: Sequence[str], at: int, pieces: tuple[str, ...], shrinks: bool) -> bool:
    """Whether words that meet a name by their keys can be it: nouns as nouns, a single word hardly longer or shorter.

    Only the first word of several may differ in its capital (an adjective, or the start of a sentence).
    """
    if len(pieces) == 1:
        longer = len(words[at]) - len(pieces[0])
        least = -2 if shrinks else -1 if pieces[0].endswith("er") else 0
        if longer > 2 or longer < least:
            return False  # "verdienen" is no form of "verdi", "Reuter" none of "Reuters", "Malte" none of "Malteser"
        if longer > 0 and words[at].endswith(("er", "ern", "em")) and not pieces[0].endswith(("e", "er", "es")):
            return False  # "Kurzarbeiter" is no form of "Kurzarbeit"
    for number, piece in enumerate(pieces):
        form = word(words[at + number])
        if (
            piece[0].isupper()
            and not form.cap
            and not (number == 0 and len(pieces) > 1 and form.lower.endswith(_ADJECTIVE))
        ):
            return False
    return True


_ADJECTIVE = ("e", "en", "er", "es", "em")
