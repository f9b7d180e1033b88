"""Where the speaker and the cue stand in a sentence, so that the page can mark them."""

import re
from collections.abc import Iterable

__all__ = ["Mark", "find_words", "flatten", "gaps"]

Mark = tuple[int, int, str]


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Span of `words` in `text` as whole words, as printed if possible, else in any case; None where it is absent.

    >>> find_words("So Heil. Heilbronn folgt.", "Heil")
    (3, 7)
    """
    if not words.strip():
        return None
    pattern = rf"(?<!\w){re.escape(words.strip())}(?!\w)"
    found = re.search(pattern, text) or re.search(pattern, text, re.IGNORECASE)
    return found.span() if found else None


def flatten(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks in order, without overlaps: what begins earlier wins, then what is shorter.

    >>> flatten([(5, 9, "cue"), (0, 6, "speaker"), (10, 12, "cue")])
    ((0, 6, 'speaker'), (6, 9, 'cue'), (10, 12, 'cue'))
    """
    flat: list[Mark] = []
    end = 0
    for start, stop, what in sorted(set(marks)):
        start = max(start, end)
        if start < stop:
            flat.append((start, stop, what))
            end = stop
    return tuple(flat)


def gaps(span: tuple[int, int], taken: Iterable[Mark], what: str) -> list[Mark]:
    """The parts of `span` that no mark of `taken` (in order, without overlaps) covers, as marks `what`.

    >>> gaps((0, 9), [(3, 5, "cue")], "quote")
    [(0, 3, 'quote'), (5, 9, 'quote')]
    """
    start, end = span
    found: list[Mark] = []
    for left, right, _ in taken:
        if left >= end:
            break
        if start < left:
            found.append((start, left, what))
        start = max(start, right)
    return [*found, (start, end, what)] if start < end else found
