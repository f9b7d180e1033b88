"""Stretches of atoms: between two stops, without the marks at their ends, and what they hold."""

from collections.abc import Iterable, Sequence

from podium.reading.speech.outline import Atom
from podium.reading.speech.utterance import Tokens

__all__ = [
    "FINAL", "STOPS", "Stretch", "after_semicolon", "back_over_marks", "forward_over_marks", "is_long_quote",
    "next_stop", "quotes_and_words", "stretch_around", "token_ranges", "tokens_of", "without_final_marks",
]  # fmt: skip

Stretch = tuple[int, int]  # first atom, atom after the last

STOPS = frozenset([",", ":", ";", "–", "—", "-", ".", "!", "?", "…"])
FINAL = frozenset([".", "!", "?", "…"])
_MARKS = frozenset([",", "–", "-"])


def stretch_around(atoms: Sequence[Atom], at: int) -> Stretch:
    """Atoms between the stops around `at`."""
    left = at
    while left > 0 and atoms[left - 1].text not in STOPS:
        left -= 1
    right = at + 1
    while right < len(atoms) and atoms[right].text not in STOPS:
        right += 1
    return left, right


def next_stop(atoms: Sequence[Atom], at: int) -> int:
    """First stop or quotation at or behind `at`, or the number of atoms."""
    while at < len(atoms) and atoms[at].text not in STOPS and atoms[at].kind != "q":
        at += 1
    return at


def without_final_marks(atoms: Sequence[Atom], marks: frozenset[str] = FINAL) -> int:
    """Number of atoms without the marks that close the sentence."""
    last = len(atoms)
    while last > 0 and atoms[last - 1].text in marks:
        last -= 1
    return last


def back_over_marks(atoms: Sequence[Atom], end: int, start: int = 0) -> int:
    """`end` without the commas and dashes before it, not before `start`."""
    while end > start and atoms[end - 1].text in _MARKS:
        end -= 1
    return end


def forward_over_marks(atoms: Sequence[Atom], start: int, end: int) -> int:
    """`start` without the commas, colons and dashes behind it, not beyond `end`."""
    while start < end and (atoms[start].text in _MARKS or atoms[start].text == ":"):
        start += 1
    return start


def after_semicolon(atoms: Sequence[Atom], end: int) -> int:
    """Atom behind the last semicolon before `end`, else the first atom."""
    return next((k + 1 for k in range(end - 1, -1, -1) if atoms[k].text == ";"), 0)


def is_long_quote(atom: Atom, tokens: int = 8) -> bool:
    """Whether an atom is a quotation of more than so many tokens, marks included."""
    return atom.kind == "q" and atom.end - atom.first > tokens


def tokens_of(atoms: Sequence[Atom], stretch: Stretch) -> Tokens:
    """Token range of a stretch that is not empty."""
    return atoms[stretch[0]].first, atoms[stretch[1] - 1].end


def token_ranges(atoms: Sequence[Atom], numbers: Iterable[int]) -> tuple[Tokens, ...]:
    """Token ranges of single atoms, neighbours joined."""
    result: list[Tokens] = []
    for number in numbers:
        atom = atoms[number]
        if result and result[-1][1] == atom.first:
            result[-1] = (result[-1][0], atom.end)
        else:
            result.append((atom.first, atom.end))
    return tuple(result)


def quotes_and_words(atoms: Sequence[Atom], regions: Sequence[Stretch]) -> tuple[list[Atom], int]:
    """Quotations in some stretches, and how many words stand beside them."""
    inside = [atoms[k] for first, end in regions for k in range(first, end)]
    quotes = [atom for atom in inside if atom.kind == "q"]
    return quotes, sum(atom.kind != "q" and atom.text.isalnum() for atom in inside)
