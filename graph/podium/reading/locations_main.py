"""Which gathering a text is about: the one that was, and the one to come that it announces beside it."""

from collections.abc import Sequence
from datetime import date

from podium.reading.entities import EventEntity
from podium.reading.events_signs import had_been
from podium.reading.locations_told import Gatherings
from podium.reading.speech.outline import Sentence

__all__ = ["coming_event", "is_background", "main_event"]

_OPENING = 3  # sentences that open a text, its title among them
_WELL_BEFORE = 3  # days


def main_event(told: Gatherings, sentences: Sequence[Sentence]) -> int | None:
    """Number of the gathering that the text is about: held and no part of another, mentioned first and most."""
    wholes = [n for n, event in enumerate(told.entities) if event.parent is None and not _is_only_occasion(told, n)]
    wholes = [n for n in wholes if not is_background(told, n)]
    if not wholes:
        return None
    opening = sentences[min(_OPENING, len(sentences) - 1)].end if sentences else 0
    weight = {n: _weight(told, n, opening) for n in wholes}
    old = _overtaken(told, wholes)
    return max(wholes, key=lambda n: (not told.entities[n].announced, n not in old, weight[n], -n))


def coming_event(told: Gatherings) -> int | None:
    """The gathering to come that a text is about although it also tells of one that was: what a programme is of."""
    if not told.mentions or not told.ahead or told.ahead == len(told.tops):
        return None
    first = told.mentions[0].entity
    event = told.entities[first]
    return first if event.announced and event.parent is None else None


def _is_only_occasion(told: Gatherings, number: int) -> bool:
    """Whether every mention names the event only as the occasion ("vor Beginn der Tarifrunde")."""
    mentions = told.named[number]
    mentions = [m for m in mentions if told.doc.block(m.first).kind != "heading"] or mentions
    return bool(mentions) and all(map(told.is_occasion, mentions))


def is_background(told: Gatherings, number: int) -> bool:
    """Whether a text only tells what had been said there before: "Beim Herbsttreffen hatte X vorgeschlagen, …"."""
    return all(had_been(told.doc, mention.phrase[0]) for mention in told.named[number])


def _weight(told: Gatherings, number: int, opening: int) -> int:
    """How much a text is about an event: how often it is named, twice as much before token `opening`."""
    return sum(1 + (m.first < opening) for m in told.named[number] if m.form == "name")


def _overtaken(told: Gatherings, wholes: Sequence[int]) -> frozenset[int]:
    """Events that were well before the newest one, which is what a release is about: decided then, said today."""
    days = {n: day for n in wholes if (day := _day(told.entities[n])) is not None}
    newest = max(days.values(), default=None)
    if newest is None:
        return frozenset()
    return frozenset(n for n, day in days.items() if (newest - day).days > _WELL_BEFORE)


def _day(event: EventEntity) -> date | None:
    """Day of an event that was held, where the text gives it."""
    return None if event.announced or len(event.date or "") != 10 else date.fromisoformat(str(event.date))
