"""Houses named after a person: "Alice Muster Hochschule", "Martin Muster-Universität", "Robert Bosch Stiftung"."""

from collections.abc import Sequence

from podium.reading.names import CAP, STRONG, kind
from podium.reading.organisations_heads import Head
from podium.reading.organisations_tails import NO_NAMES

__all__ = ["OPENS_NAME", "is_founder", "patron_start"]

# What a name may stand behind.
OPENS_NAME = frozenset(["der", "die", "an", "zur", "des", "das", "dem", "am", "im", ",", "(", "von", "und", "–"])
_NAMED_AFTER = tuple("Hochschule Universität Stiftung Schule schule Gymnasium Akademie Kolleg kolleg".split())


def patron_start(words: Sequence[str], at: int, head: Head, floor: int) -> int:
    """Where the person begins after whom a house is named: "Alice Muster Hochschule", "Martin Muster-Universität"."""
    if not head.form.endswith(_NAMED_AFTER):
        return 0
    one = at - 1 if "-" in words[at] else at - 2
    if one < max(floor, 0) or not kind(words[one]) & STRONG or not words[at - 1][:1].isupper():
        return 0
    before = words[one - 1].lower() if one else ""
    named = before in OPENS_NAME or one == floor
    return one if named and not (one + 1 < at and not kind(words[one + 1]) & CAP) else 0


def is_founder(given: str, family: str) -> bool:
    """Whether two words before "Stiftung" are the name of its founder: "Robert Bosch Stiftung"."""
    return bool(kind(given) & STRONG) and family.istitle() and family.lower() not in NO_NAMES
