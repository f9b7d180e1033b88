"""Venues and houses that a text names again where it means the gathering there: "im Gemeindehaus", "im Jobcenter"."""

from collections.abc import Iterator

from podium.reading.document import Document
from podium.reading.entities import Events, Mention, Organisations

__all__ = ["venues_and_houses"]

_SHORTEST = 5  # letters of a word that tells a venue
_INSIDE = frozenset(["im", "am", "ins", "bei", "beim"])
_ARTICLES = frozenset(["der", "dem", "den"])
_AT = frozenset(["in", "an", "auf", "bei"])


def venues_and_houses(doc: Document, events: Events, organisations: Organisations) -> Iterator[Mention]:
    """Mentions of gatherings by where they were: first by their venue, then by the organisation that housed them."""
    yield from _venues(doc, events)
    yield from _houses(doc, events, organisations)


def _venues(doc: Document, events: Events) -> Iterator[Mention]:
    """Where a text names the venue of one of its gatherings again: "im Gemeindehaus", as mentions of it."""
    heads: dict[str, set[int]] = {}
    for number, event in enumerate(events.entities):
        words = [word for word in (event.place or "").split() if word[:1].isupper() and len(word) > _SHORTEST]
        if words and event.parent is None:
            named = words[1] if len(words) > 1 and words[0].endswith("er") else words[0]  # "Celler Marktplatz"
            heads.setdefault(named, set()).add(number)
    known = {word: numbers.pop() for word, numbers in heads.items() if len(numbers) == 1}
    for at, word in enumerate(doc.words) if known else ():
        if word in known and at and _is_inside(doc, at) and doc.quote_at[at] < 0:
            yield Mention(at, at + 1, known[word], "alias", (at, at + 1))


def _houses(doc: Document, events: Events, organisations: Organisations) -> Iterator[Mention]:
    """Where a text is again in a house that one of its gatherings was in: "Im Nordhäuser Jobcenter", as mentions."""
    tops = [n for n, event in enumerate(events.entities) if event.parent is None]
    known: dict[int, int] = {}
    for number, entity in enumerate(organisations.entities):
        here = [n for n in tops if entity.name in f"{events.entities[n].name} {events.entities[n].place}"]
        if len(here) == 1 and entity.kind != "territory":
            known[number] = here[0]
    for mention in organisations.mentions if known else ():
        first = mention.phrase[0]
        inside = _is_inside(doc, first) or _is_inside(doc, first + 1)
        if inside and mention.entity in known and doc.quote_at[mention.first] < 0:
            yield Mention(mention.first, mention.end, known[mention.entity], "alias", mention.phrase)


def _is_inside(doc: Document, at: int) -> bool:
    """Whether a preposition of place stands right before a token or before its article; "der X" alone is whose."""
    before = doc.lowers[max(0, at - 2) : at]
    if not before:
        return False
    return before[-1] in _INSIDE or (len(before) > 1 and before[-1] in _ARTICLES and before[0] in _AT)
