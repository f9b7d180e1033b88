"""The reading on the development releases, and on those of others used since: no score may fall below its floor."""

from functools import cache
from pathlib import Path

import pytest
from bench.corpus import DEVELOPMENT, GOLD, annotated, reading_of
from bench.scoring import Count, score, total

_DEVELOPMENT_FLOORS = {
    "persons": 0.98,
    "speakers": 0.96,
    "speaker with role": 0.93,
    "speaker with event": 0.92,
    "roles": 0.93,
    "organisations": 0.94,
    "events": 0.90,
    "instruments": 0.94,
}
_GOLD_FLOORS = _DEVELOPMENT_FLOORS | {
    "roles": 0.938,
    "speaker with role": 0.955,
    "speaker with event": 0.916,
    "events": 0.928,
}
_FLOORS = [
    *((DEVELOPMENT, kind, floor) for kind, floor in _DEVELOPMENT_FLOORS.items()),
    *((GOLD, kind, floor) for kind, floor in _GOLD_FLOORS.items()),
]


@cache
def _counts(folder: Path) -> dict[str, Count]:
    return total(score(item.annotation, reading_of(item.release)) for item in annotated(folder))


@pytest.mark.parametrize(("folder", "kind", "floor"), _FLOORS, ids=lambda value: getattr(value, "name", value))
def test_floor(folder: Path, kind: str, floor: float) -> None:
    count = _counts(folder)[kind]
    assert count.gold >= 15
    assert count.f1 is not None
    assert count.f1 >= floor, f"{kind}: {count}"
