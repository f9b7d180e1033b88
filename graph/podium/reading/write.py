"""From entity numbers and tokens to a reading: ids by position in the text, offsets into the raw text."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from podium.reading.contributions import with_activity
from podium.reading.document import Document
from podium.reading.entities import Mention
from podium.reading.finds import Finds, Said
from podium.reading.model import (
    Contribution,
    Event,
    Instrument,
    Organisation,
    Person,
    Problem,
    Reading,
    Role,
    Span,
)
from podium.reading.speech.utterance import Tokens

__all__ = ["as_reading"]

_T = TypeVar("_T")
_NEVER = 1 << 60  # behind all tokens


def as_reading(finds: Finds, said: Sequence[Said]) -> Reading:
    """The reading of one text; entities come in the order of their first mention, the unmentioned ones last."""
    doc = finds.doc
    persons = _numbered(finds.persons.mentions, len(finds.persons.entities), "p")
    organisations = _numbered(finds.organisations.mentions, len(finds.organisations.entities), "o")
    events = _numbered(finds.events.mentions, len(finds.events.entities), "e")
    instruments = _numbered(finds.instruments.mentions, len(finds.instruments.entities), "i")
    order = sorted(range(len(finds.persons.roles)), key=lambda n: (finds.persons.roles[n].first, n))
    roles = {number: f"r{place}" for place, number in enumerate(order, 1)}
    person_spans, organisation_spans, event_spans, instrument_spans = (
        _spans(doc, found.mentions, len(found.entities))
        for found in (finds.persons, finds.organisations, finds.events, finds.instruments)
    )
    contributions = tuple(_contributions(finds, said, persons, organisations, events, instruments, roles))
    return Reading(
        release=doc.release,
        persons=tuple(
            Person(i, e.iri, e.name, e.named, e.academic_title, e.gender, person_spans[n])
            for n, i, e in _in_order(persons, finds.persons.entities)
        ),
        organisations=tuple(
            Organisation(i, e.iri, e.name, e.named, e.kind, e.carrier_type, organisation_spans[n])
            for n, i, e in _in_order(organisations, finds.organisations.entities)
        ),
        roles=tuple(
            Role(
                roles[n], persons[r.person], r.title, None if r.organisation is None else organisations[r.organisation],
                r.former, r.designated, r.acting, r.deputy, doc.span(r.first, r.end), r.rule,
            )
            for n in order
            for r in (finds.persons.roles[n],)
        ),
        events=tuple(
            Event(i, e.iri, e.name, e.series, e.date, e.place, event_spans[n])
            for n, i, e in _in_order(events, finds.events.entities)
        ),
        instruments=tuple(
            Instrument(i, e.iri, e.name, instrument_spans[n])
            for n, i, e in _in_order(instruments, finds.instruments.entities)
        ),
        contributions=contributions,
        problems=tuple(_problems(contributions)),
        withheld=frozenset(persons[n] for n, e in enumerate(finds.persons.entities) if not e.speaks),
    )  # fmt: skip


def _numbered(mentions: Iterable[Mention], count: int, letter: str) -> dict[int, str]:
    """Ids of entities by their first mention."""
    first: dict[int, int] = {}
    for mention in mentions:
        if mention.first < first.get(mention.entity, _NEVER):
            first[mention.entity] = mention.first
    order = sorted(range(count), key=lambda number: first.get(number, _NEVER))
    return {number: f"{letter}{place}" for place, number in enumerate(order, 1)}


def _in_order(ids: dict[int, str], entities: Sequence[_T]) -> list[tuple[int, str, _T]]:
    return [(number, ids[number], entities[number]) for number in ids]


def _spans(doc: Document, mentions: Iterable[Mention], count: int) -> list[tuple[Span, ...]]:
    """Raw spans of the mentions of each entity."""
    found: list[set[Span]] = [set() for _ in range(count)]
    for mention in mentions:
        if mention.form != "pronoun":
            found[mention.entity].add(doc.span(mention.first, mention.end))
    return [tuple(sorted(spans)) for spans in found]


def _raw(doc: Document, ranges: Iterable[Tokens]) -> tuple[Span, ...]:
    return tuple([doc.span(first, end) for first, end in ranges if end > first])


def _contributions(
    finds: Finds, said: Sequence[Said], persons: dict[int, str], organisations: dict[int, str],
    events: dict[int, str], instruments: dict[int, str], roles: dict[int, str],
) -> Iterable[Contribution]:  # fmt: skip
    doc = finds.doc
    for place, (one, activity) in enumerate(with_activity(said), 1):
        utterance = one.utterance
        speaker = None
        if one.speaker is not None:
            speaker = (persons if one.speaker[0] == "p" else organisations)[one.speaker[1]]
        yield Contribution(
            f"c{place}", f"a{activity + 1}", speaker, _raw(doc, utterance.speaker),
            None if one.role is None else roles[one.role], None if one.event is None else events[one.event],
            one.act, one.printed, one.form, one.announced,
            _raw(doc, utterance.cue), _raw(doc, utterance.frame), _raw(doc, utterance.quote), utterance.nested,
            None, (),  # whom somebody speaks to
            tuple([instruments[n] for n in one.about]), doc.span(*one.evidence), utterance.rule, one.confidence,
        )  # fmt: skip


def _problems(contributions: Sequence[Contribution]) -> Iterable[Problem]:
    """What could not be resolved: speakers whom nobody is named for, speakers without a role."""
    seen: set[Span] = set()
    for one in contributions:
        if one.speaker is None:
            where = one.speaker_span[0] if one.speaker_span else one.quote[0] if one.quote else one.evidence
            if where not in seen:
                seen.add(where)
                yield Problem("speaker not resolved" if one.speaker_span else "speech without a speaker", where)
