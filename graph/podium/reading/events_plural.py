"""Several gatherings of a kind in a sentence: "Weitere Fachtage finden am 25. April in Celle und am … in … statt"."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from podium.reading.dates_printed import Date
from podium.reading.document import Document
from podium.reading.events_nouns import Noun, gathering_noun
from podium.reading.events_phrases import Gathering
from podium.reading.places import Places, place_at

__all__ = ["gatherings_by_day"]

_HELD = frozenset(["finden", "fanden", "folgen", "folgten", "sind", "gibt"])
_NEAR = 12  # tokens behind a day in which its place stands
_WIDEST = 12  # tokens of a sentence before the verb that hold the subject
_ENDINGS = ("en", "e", "n", "s", "er")


def gatherings_by_day(doc: Document, dates: Sequence[Date], known: Places) -> Iterator[Gathering]:
    """One gathering for each day of a sentence with a plural subject, in order; its name is noun and town."""
    days = (date for date in dates if len(date.iso) == 10 and doc.quote_at[date.first] < 0)
    for number, group in groupby(days, lambda date: doc.sentence_at[date.first]):
        here = list(group)
        first, end, _ = doc.sentences[number]
        if len(here) < 2 or _HELD.isdisjoint(doc.lowers[first : here[0].first]):
            continue
        noun = _subject(doc, first, min(here[0].first, first + _WIDEST))
        for date, after in zip(here, [*here[1:], None], strict=True) if noun else ():
            stop = min(end, after.first if after else end, date.end + _NEAR)
            town = _town(doc, date.end, stop, known)
            if town and noun:
                name = f"{noun.form} in {town}"
                yield Gathering(date.first, date.end, date.first, noun, name, "", "", (), "", "", "", town, False)


def _subject(doc: Document, first: int, end: int) -> Noun | None:
    """The gathering that a sentence names in the plural, in the singular."""
    for at in range(first, end):
        form = doc.words[at]
        if not form[:1].isupper() or doc.quote_at[at] >= 0:
            continue
        for ending in _ENDINGS:
            noun = gathering_noun(form.removesuffix(ending)) if form.endswith(ending) else None
            if noun is not None and at > first:
                return noun
    return None


def _town(doc: Document, first: int, end: int, known: Places) -> str:
    """The town behind a day: "am 25. April in Celle"."""
    for at in range(first, end - 1):
        if doc.words[at] == "in" and (hit := place_at(doc.words, at + 1, known, loose=False)):
            return doc.phrase(at + 1, hit[0])
    return ""
