"""What stands around the words of an office or name: their clause, where somebody is from."""

from collections.abc import Sequence

__all__ = ["CLAUSE_MARKS", "clause_around", "past_town"]

CLAUSE_MARKS = frozenset([",", ";", ":", "–", "„", "“"])  # around a clause


def clause_around(words: Sequence[str], first: int, end: int, floor: int, limit: int) -> tuple[int, int]:
    """Tokens of the clause around the tokens first … end-1, between `floor` and `limit`."""
    while first > floor and words[first - 1] not in CLAUSE_MARKS:
        first -= 1
    while end < limit and words[end] not in CLAUSE_MARKS:
        end += 1
    return first, end


def past_town(words: Sequence[str], at: int) -> int:
    """Token behind where somebody is from, "aus Fulda" at token `at`; `at` where nothing of the kind stands."""
    return at + 2 if words[at : at + 1] == ["aus"] and words[at + 1][:1].isupper() else at
