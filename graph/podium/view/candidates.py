"""Who comes into question for a page: all of a small store, of a large one those with the most contributions.

Counting is cheap in any store; reading each contribution is not. So a large store is counted first, and only what
may be shown is read.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from podium.namespaces import ID
from podium.store import Store
from podium.view.fetch import rows

__all__ = ["Candidates", "around", "counts", "most_connected"]

_SMALL = 6000  # contributions: so many are read as quickly as they are counted
_CROWD = 400  # speakers or events around what is asked for; beyond that nobody looks


@dataclass(frozen=True, slots=True)
class Candidates:
    """IRIs of speakers and of events whose contributions are read; None stands for all."""

    people: frozenset[str] | None = None
    events: frozenset[str] | None = None


def most_connected(store: Store, limit: int) -> Candidates:
    """Of a large store the speakers and events with the most contributions, each `limit`; of a small one all."""
    people, events = counts(store, "speakers"), counts(store, "events")
    if sum(people.values()) <= _SMALL:
        return Candidates()
    return Candidates(frozenset(_top(people, limit)), frozenset(_top(events, limit)))


def around(store: Store, things: Iterable[str]) -> Candidates:
    """Speakers and events around `things` (IRIs of whatever has lines): those of the same events, and their events."""
    start = sorted(set(things))
    if sum(counts(store, "speakers").values()) <= _SMALL:
        return Candidates()
    events = {thing for thing in start if thing.startswith(ID + "event/")}
    people = set(start) - events
    people |= set(_top(counts(store, "speakers_of", about=people), _CROWD)) if people else set()
    for _ in range(2):
        events |= set(_top(counts(store, "events_of", speaker=people), _CROWD)) if people else set()
        people |= set(_top(counts(store, "speakers_at", event=events), _CROWD)) if events else set()
    return Candidates(frozenset(people), frozenset(events))


def counts(store: Store, query: str, **only: Iterable[str] | None) -> dict[str, int]:
    """Number by IRI, as a counting query says."""
    return {thing: int(number) for thing, number in rows(store, query, **only) if thing and number}


def _top(found: dict[str, int], limit: int) -> list[str]:
    return sorted(found, key=lambda thing: (-found[thing], thing))[:limit]
