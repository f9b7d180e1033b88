"""Which edition of a series a text speaks of."""

from collections.abc import Iterable

from podium.register.dates import days_between, overlap
from podium.register.model import EventSeries, RegisteredEdition
from podium.register.names import key

__all__ = ["EventIndex"]

_NEAR = 60
_NOT_HELD = frozenset({"verschoben", "ausgefallen"})


class EventIndex:
    """Editions by the names of their series."""

    def __init__(self, series: Iterable[EventSeries], editions: Iterable[RegisteredEdition]) -> None:
        self._series = {key(name): each for each in series for name in (each.name, *each.aliases)}
        self._editions: dict[str, list[RegisteredEdition]] = {}
        for edition in editions:
            self._editions.setdefault(edition.series_iri, []).append(edition)

    def series(self, name: str) -> EventSeries | None:
        """The series of a name or alias."""
        return self._series.get(key(name))

    def edition(self, name: str, date: str | None, published: str | None) -> RegisteredEdition | None:
        """The edition on `date` (ISO, any precision), else the one nearest to the day of publication.

        Without `date`, the edition must lie within 60 days of `published`, and both must be known to the month at
        least. None where no edition fits or two fit equally well.
        """
        series = self.series(name)
        editions = self._editions.get(series.iri, []) if series else []
        if date is not None:
            found = [each for each in editions if each.date_from and overlap(each.date_from, each.date_until, date)]
            held = [each for each in found if each.format not in _NOT_HELD]
            return _only(held if len(found) > 1 else found)
        if published is None or len(published) < 7:
            return None
        near = sorted(
            ((_distance(each, published), each) for each in editions if each.format not in _NOT_HELD),
            key=lambda pair: pair[0],
        )
        near = [pair for pair in near if pair[0] <= min(_NEAR, near[0][0])]
        return _only([each for _, each in near])


def _distance(edition: RegisteredEdition, published: str) -> int:
    """Days between an edition and a day; far away where the edition is not known to the month."""
    if edition.date_from is None or len(edition.date_from) < 7:
        return 10_000
    if overlap(edition.date_from, edition.date_until, published):
        return 0
    ends = (edition.date_from, edition.date_until or edition.date_from)
    return min(days_between(end, published) for end in ends)


def _only(editions: list[RegisteredEdition]) -> RegisteredEdition | None:
    return editions[0] if len(editions) == 1 else None
