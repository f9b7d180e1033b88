"""No question may grow faster than the store; the bounds are generous, so that they also hold on a busy machine."""

import time
from collections.abc import Iterator

import pytest

from podium.queries import library
from podium.store import EmbeddedStore, memory_store

from .synthetic import register_quads, release_quads

SMALL, LARGE = 60, 360
FASTER_THAN = 0.5  # seconds of processor for 60 releases; on a machine of its own it is below 0.1


@pytest.fixture(scope="module")
def stores() -> Iterator[tuple[EmbeddedStore, EmbeddedStore]]:
    small, large = memory_store(), memory_store()
    for store, count in ((small, SMALL), (large, LARGE)):
        store.load_quads(register_quads())
        store.load_quads(release_quads(count))
    yield small, large


@pytest.mark.parametrize("name", sorted(library()))
def test_time_grows_with_the_store_and_no_faster(name: str, stores: tuple[EmbeddedStore, EmbeddedStore]) -> None:
    small, large = (_seconds(name, store) for store in stores)
    assert small < FASTER_THAN
    assert large < 0.05 + 3 * small * LARGE / SMALL


def test_naming_a_person_is_faster_than_asking_for_all(stores: tuple[EmbeddedStore, EmbeddedStore]) -> None:
    _, large = stores
    person = "https://w3id.org/podium/id/person/vera-beispiel77"
    assert 4 * _seconds("speakers", large, {"person": person}) < _seconds("speakers", large)


def _seconds(name: str, store: EmbeddedStore, parameters: dict[str, str] | None = None) -> float:
    query, best = library()[name], float("inf")
    for _ in range(2):
        start = time.process_time()
        query.run(store, parameters)
        best = min(best, time.process_time() - start)
    return best
