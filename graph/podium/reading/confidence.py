"""How sure a rule is: the share in which it was right, kept as data."""

from functools import cache

from podium.reading.lexicon import table

__all__ = ["confidence_of"]

_UNLISTED = 0.6


@cache
def _table() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in table("confidence.csv")}


def confidence_of(rule: str) -> float:
    """Confidence of a rule of speech, 0.0–1.0."""
    return _table().get(rule, _UNLISTED)
