"""How sure a rule is: a lower bound of the share in which it was right, kept as data.

`bench/confidence.py` makes the data; its comment says from what.
"""

from functools import cache

from podium.reading.lexicon import table

__all__ = ["confidence_of"]

_UNLISTED = 0.5  # a rule that the measured texts did not call for


@cache
def _table() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in table("confidence.csv")}


def confidence_of(rule: str) -> float:
    """Confidence of a rule of speech, 0.0–1.0."""
    return _table().get(rule, _UNLISTED)
