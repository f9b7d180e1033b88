"""Gatherings of a release: named, announced or held; series, date, place, parts; and all mentions of each."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from podium.reading.document import Document
from podium.reading.entities import Events, Organisations
from podium.reading.events_bodies import sessions_of_bodies, with_body
from podium.reading.events_deeds import read_done, read_facility, read_station
from podium.reading.events_drafts import entities_of
from podium.reading.events_filing import Search, add, complete, file_phrase, file_session, place_around
from podium.reading.events_identity import other_day
from podium.reading.events_lines import with_title, with_words_before
from podium.reading.events_lists import listed_gatherings
from podium.reading.events_matching import RECENT
from podium.reading.events_meetings import is_day_before, read_meeting
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_phrases import Gathering, read_phrase
from podium.reading.events_plural import gatherings_by_day
from podium.reading.events_special import SeriesNames, read_day, read_series, read_visit, series_names
from podium.reading.events_times import Dates
from podium.reading.events_told import told_gatherings
from podium.reading.events_triggers import DAY, DEED, NOUN, SERIES, VISIT, triggers_of
from podium.reading.events_visits import told_visits
from podium.reading.places import places
from podium.reading.values import replace, value
from podium.register.register import Register

__all__ = ["find_events"]

_SKIPPED = frozenset(["contact", "source", "boilerplate", "meta"])


@value
class _Signs:
    """By token what was seen to be a gathering before its phrase is read; and which tokens are names of bodies."""

    titles: Mapping[int, Gathering]
    visits: Mapping[int, tuple[Gathering, int]]
    bodies: AbstractSet[int]


def find_events(doc: Document, organisations: Organisations, register: Register) -> Events:
    """Events of a text in the order of their first mention, with all mentions.

    `date` is ISO at the precision printed; `format` "digital" or "hybrid"; `edition` the IRI of the register's edition.
    """
    triggers, series = triggers_of(register), series_names(register)
    told = told_gatherings(doc, _SKIPPED)
    search = Search(doc, organisations, places(register), Dates(doc), told)
    signs = _Signs(
        {title.first: title for title in told.titles},
        told_visits(doc, organisations, _SKIPPED),
        {n for m in organisations.mentions if m.end - m.first > 1 for n in range(m.first, m.end)},
    )
    heads, others = doc.places(triggers), {*told.nouns, *signs.titles, *signs.visits}
    taken = 0
    for at in sorted(others.union(heads)) if others else heads:
        if at < taken or doc.block(at).kind in _SKIPPED:
            continue
        code = triggers[doc.words[at]]
        found, visited = _phrase_at(search, signs, series, at, code)
        if found is None:
            if code & DEED:
                _add_deed(search, at)
        elif file_phrase(search, found, at, visited):
            taken = max(taken, min(found.end, found.head + 1) if visited is not None else found.end)
    for found in listed_gatherings(doc, search.known):
        add(search, found, (found.place, found.venue))
    for found in gatherings_by_day(doc, search.dates.all, search.known):
        if not any(found.head in (p.head, p.first) for draft in search.drafts for p in draft.phrases):
            add(search, found, (found.place, False))
    for found in sessions_of_bodies(doc, organisations):
        file_session(search, found)
    complete(search)
    return replace(entities_of(doc, register, search.drafts, series), ahead=search.dates.ahead(doc))


def _phrase_at(
    search: Search, signs: _Signs, series: SeriesNames, at: int, code: int
) -> tuple[Gathering | None, int | None]:
    """The phrase of a gathering whose head stands at a token, and the number of the organisation that it visits.

    `code` says what the word form there can begin.
    """
    doc, organisations, known = search.doc, search.organisations, search.known
    if at in signs.visits:
        return signs.visits[at]
    if at in signs.titles:
        return signs.titles[at], None
    if station := read_station(doc, at, organisations):
        return station, None
    if code & SERIES and (found := read_series(doc, at, series, organisations, known)):
        return found, None
    noun = gathering_noun(doc.words[at]) if code & NOUN and at not in signs.bodies else None
    noun = search.told.nouns.get(at) if noun is None else noun
    if noun is not None and (found := read_phrase(doc, at, noun, organisations, known)):
        return with_words_before(doc, with_title(doc, with_body(doc, found))), None
    if code & DAY and (found := read_day(doc, at, organisations, known)):
        return found, None
    if code & VISIT and not (doc.words[at].startswith("besicht") and _has_event(search, at)):
        found, visited = read_visit(doc, at, organisations)
        return found or read_facility(doc, at, organisations), visited
    return None, None


def _add_deed(search: Search, at: int) -> None:
    """Adds the deed or meeting that a verb tells of, unless its paragraph or the text has named a gathering already."""
    deed = read_done(search.doc, at, search.organisations)
    if deed is not None and not _has_event(search, at):
        add(search, deed, place_around(search, deed))
    meeting = read_meeting(search.doc, at, search.organisations) if deed is None else None
    if meeting is not None and _is_only_one(search, meeting):
        add(search, meeting, place_around(search, meeting))
        search.drafts[-1].told = not is_day_before(search.doc, at)


def _is_only_one(search: Search, meeting: Gathering) -> bool:
    """Whether no gathering named before can be the meeting that a verb tells of: none was, or on another day."""
    if is_day_before(search.doc, meeting.head):
        first = search.doc.sentences[search.doc.sentence_at[meeting.head]][0]
        return not any(p.head >= first for draft in search.drafts[-RECENT:] for p in draft.phrases[-1:])
    if meeting.noun.family == "panel" and search.drafts:
        return False  # a part of what was named
    date = search.dates.near(search.doc, meeting)
    return all(other_day(draft.date, date) for draft in search.drafts[-RECENT:])


def _has_event(search: Search, at: int) -> bool:
    """Whether the paragraph of a token has named a gathering already."""
    doc = search.doc
    first = doc.block_tokens[doc.sentences[doc.sentence_at[at]][2]][0]
    return any(p.head >= first for d in search.drafts[-RECENT:] for p in d.phrases[-1:])
