"""The reading on the development releases: no score may fall below its floor."""

from functools import cache

import pytest
from bench.corpus import DEVELOPMENT, annotated, reading_of
from bench.scoring import Count, score, total

_FLOORS = {
    "persons": 0.98,
    "speakers": 0.96,
    "speaker with role": 0.93,
    "speaker with event": 0.92,
    "roles": 0.93,
    "organisations": 0.94,
    "events": 0.90,
    "instruments": 0.94,
}


@cache
def _counts() -> dict[str, Count]:
    return total(score(item.annotation, reading_of(item.release)) for item in annotated(DEVELOPMENT))


@pytest.mark.parametrize(("kind", "floor"), _FLOORS.items())
def test_floor(kind: str, floor: float) -> None:
    count = _counts()[kind]
    assert count.gold >= 15
    assert count.f1 is not None
    assert count.f1 >= floor, f"{kind}: {count}"
