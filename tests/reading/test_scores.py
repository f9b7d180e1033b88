"""The reading on the development releases, and on those of others used since: no score may fall below its floor."""

from functools import cache

import pytest
from bench.corpus import DEVELOPMENT, GOLD, annotated, reading_of
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


_GOLD_FLOORS = {
    "persons": 0.98,
    "speakers": 0.96,
    "speaker with role": 0.93,
    "speaker with event": 0.89,
    "roles": 0.93,
    "organisations": 0.95,
    "events": 0.90,
    "instruments": 0.94,
}


@cache
def _gold_counts() -> dict[str, Count]:
    return total(score(item.annotation, reading_of(item.release)) for item in annotated(GOLD))


@pytest.mark.parametrize(("kind", "floor"), _GOLD_FLOORS.items())
def test_floor_on_texts_of_others(kind: str, floor: float) -> None:
    count = _gold_counts()[kind]
    assert count.f1 is not None
    assert count.f1 >= floor, f"{kind}: {count}"
