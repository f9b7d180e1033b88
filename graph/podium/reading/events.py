"""Gatherings of a release: named, announced or held; series, date, place, parts; and all mentions of each."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, partial

from podium.reading.document import Document
from podium.reading.entities import Events, Mention, Organisations
from podium.reading.events_deeds import is_done, read_deed, read_done, read_facility
from podium.reading.events_drafts import YEAR, Draft, announced_in_heading, entities_of
from podium.reading.events_identity import elsewhere, is_another, other_day, same
from podium.reading.events_lines import stated, with_title, with_words_before
from podium.reading.events_lists import listed_gatherings
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_phrases import Gathering, read_phrase
from podium.reading.events_places import place_in_sentence, town_of
from podium.reading.events_rules import accepts, is_title, refers
from podium.reading.events_special import (
    SeriesNames,
    is_day,
    read_day,
    read_series,
    read_visit,
    series_names,
    visit_verb,
)
from podium.reading.events_times import Dates, lies_ahead
from podium.reading.events_told import Told, told_gatherings
from podium.reading.events_visits import told_visits
from podium.reading.forms import PerForm
from podium.reading.places import Places, places
from podium.register.register import Register

__all__ = ["find_events", "is_occasion", "triggers_of"]

_SKIPPED = frozenset(["contact", "source", "boilerplate", "meta"])
_RECENT = 60  # events back that a phrase can mean, so that the time grows with the length of the text
_SUB = frozenset(["workshop", "panel"])


_NOUN, _SERIES, _VISIT, _DAY, _DEED = (1 << n for n in range(5))


@cache
def triggers_of(register: Register) -> PerForm[str, int]:
    """What each word form can begin, by word form; 0 where no phrase of an event can."""
    return PerForm(partial(_trigger, series_names(register)))


def _trigger(series: SeriesNames, form: str) -> int:
    """What a word form can begin."""
    if not form[:1].isalpha():
        return 0
    code = _NOUN if gathering_noun(form) else 0
    code |= _SERIES if series.names.starts(form) else 0
    code |= _VISIT if visit_verb(form) else 0
    code |= _DEED if is_done(form) else 0
    return code | (_DAY if is_day(form) else 0)


def find_events(doc: Document, organisations: Organisations, register: Register) -> Events:
    """Events of a text in the order of their first mention, with all mentions.

    `date` is ISO at the precision printed; `format` "digital" or "hybrid"; `edition` the IRI of the register's edition.
    """
    drafts: list[Draft] = []
    dates = Dates(doc)
    triggers, series = triggers_of(register), series_names(register)
    known = places(register)
    bodies = {n for m in organisations.mentions if m.end - m.first > 1 for n in range(m.first, m.end)}
    told = told_gatherings(doc, _SKIPPED)
    titles = {title.first: title for title in told.titles}
    visits = told_visits(doc, organisations, _SKIPPED)
    taken = 0
    for at in _places(doc, triggers, told, {*titles, *visits}):
        if at < taken or doc.block(at).kind in _SKIPPED:
            continue
        form = doc.words[at]
        code = triggers[form]
        found = titles.get(at)
        visited = None
        if at in visits:
            found, visited = visits[at]
        if found is None and code & _SERIES:
            found = read_series(doc, at, series, organisations, known)
        noun = gathering_noun(form) if found is None and code & _NOUN and at not in bodies else None
        noun = told.nouns.get(at) if noun is None and found is None else noun
        if noun is not None:
            found = read_phrase(doc, at, noun, organisations, known)
            found = with_words_before(doc, with_title(doc, found)) if found else None
        if found is None and code & _DAY:
            found = read_day(doc, at, organisations, known)
        if found is None and code & _VISIT:
            found, visited = read_visit(doc, at, organisations)
            found = found or read_facility(doc, at, organisations)
        deed = read_done(doc, at, organisations) if found is None and code & _DEED else None
        if deed is not None and not _has_event(doc, drafts, at):
            drafts.append(Draft([], []))
            where = place_in_sentence(doc, deed.head, deed.first, deed.end, organisations, known)
            _learn(doc, drafts[-1], deed, dates.near(doc, deed), where, None, dates)
        if found is None:
            continue
        if _take(doc, drafts, found, dates, organisations, known, visited, _frame(told, at)):
            taken = max(taken, min(found.end, found.head + 1) if visited is not None else found.end)
    for found in listed_gatherings(doc, known):
        drafts.append(Draft([], []))
        _learn(doc, drafts[-1], found, dates.near(doc, found), (found.place, found.venue), None, dates)
    _complete(doc, drafts, dates)
    return replace(entities_of(doc, register, drafts, series), ahead=dates.ahead(doc))


def _places(doc: Document, triggers: PerForm[str, int], told: Told, others: AbstractSet[int]) -> list[int]:
    """Tokens at which the phrase of a gathering can have its head, in order."""
    places = doc.places(triggers)
    return sorted({*places, *told.nouns, *others}) if told.nouns or others else places


def _has_event(doc: Document, drafts: Sequence[Draft], at: int) -> bool:
    """Whether the paragraph of a token has named a gathering already."""
    first = doc.block_tokens[doc.sentences[doc.sentence_at[at]][2]][0]
    return any(p.head >= first for d in drafts[-_RECENT:] for p in d.phrases[-1:])


def _frame(told: Told, at: int) -> str:
    """What the sentence of a phrase says of it: "told" that it is a gathering, "anew" that it is another one, or ""."""
    if at in told.anew:
        return "anew"
    return "told" if at in told.sure or any(title.first == at for title in told.titles) else ""


def _complete(doc: Document, drafts: Sequence[Draft], dates: Dates) -> None:
    """Day and place that lines of their own state, for the first gathering; a part is where the whole is."""
    lines = stated(doc, dates.all) if drafts else None
    first = next((d for d in drafts if d.parent is None), None)
    if lines and first and min(p.first for p in first.phrases) < lines.at:
        first.date = first.date or lines.date or None
        if not first.place:
            first.place, first.venue = lines.place, True
    for draft in drafts:
        whole = drafts[draft.parent] if draft.parent is not None else draft
        draft.place = draft.place or whole.place
        if whole is not draft and not draft.announced:
            draft.announced = whole.announced if whole.announced is not None else announced_in_heading(doc, whole)
        if draft.date is None and whole.date and len(whole.date) == 10:
            draft.date = whole.date
        invited = (p.number for p in draft.phrases if p.preposition in ("zu", "zum", "zur"))  # "lud zur Tagung 2023"
        day = draft.date if len(draft.date or "") == 10 else next((n for n in invited if YEAR.fullmatch(n)), None)
        if day and dates.today and day > dates.today.isoformat()[: len(day)]:
            draft.announced = True


def _take(
    doc: Document,
    drafts: list[Draft],
    found: Gathering,
    dates: Dates,
    organisations: Organisations,
    known: Places,
    visited: int | None,
    frame: str,
) -> bool:
    """Files a phrase as a mention of an event, as a new event (without proof if there is a `frame`), or not at all."""
    heading = doc.block(found.head).kind in ("heading", "caption")
    date = dates.near(doc, found)
    town = town_of(doc, found.head, known)
    where = [(found.place, found.venue), (town, False)]
    number = _match(drafts, found, date, visited, where, heading) if frame != "anew" else None
    if frame != "anew" and refers(found) and (not found.place or _is_placeless(drafts, found)):
        last = _antecedent(drafts, found, date)
        # "Veranstaltung" means whatever was spoken of last; a noun that says more means the gathering of that kind.
        number = last if number is None or (last is not None and found.noun.family == "any") else number
        if number is not None:
            drafts[number].aliases.append(found)
            if found.place and not drafts[number].place:
                drafts[number].place, drafts[number].venue = found.place, found.venue
            return True
    place, venue = found.place, found.venue
    if not place and found.noun.family not in _SUB:
        place, venue = place_in_sentence(doc, found.head, found.first, found.end, organisations, known)
    deed = read_deed(doc, found, organisations) if number is None else None
    if deed is not None:
        drafts.append(Draft([], []))
        where_deed = place_in_sentence(doc, deed.head, deed.first, deed.end, organisations, known)
        _learn(doc, drafts[-1], deed, dates.near(doc, deed), where_deed, None, dates)
        drafts[-1].aliases.append(found)
        return True
    if number is None:
        titled = doc.quote_at[found.head] >= 0 and is_title(doc, found)
        if doc.quote_at[found.head] >= 0 and not (found.title or found.number or titled):
            return False
        if visited is None and not titled and not frame and not accepts(doc, found, date, place, heading, bool(drafts)):
            return False
        number = len(drafts)
        drafts.append(Draft([], [], target=visited, parent=_parent(drafts, found), town=town))
    _learn(doc, drafts[number], found, date, (place, venue), visited, dates)
    return True


def _is_placeless(drafts: Sequence[Draft], found: Gathering) -> bool:
    """Whether "die Veranstaltung im Rathaus" says where the only event named so far was."""
    return found.noun.family == "any" and found.venue and len(drafts) == 1 and not drafts[0].place


def _parent(drafts: Sequence[Draft], found: Gathering) -> int | None:
    """Number of the event that a workshop is part of: the first that is more than a workshop."""
    if found.noun.family not in _SUB or (found.noun.family == "panel" and found.place and not found.venue):
        return None
    wholes = (n for n, d in enumerate(drafts[:_RECENT]) if d.phrases[0].noun.family not in (*_SUB, "visit"))
    return next(wholes, None)


def _learn(
    doc: Document,
    draft: Draft,
    found: Gathering,
    date: str | None,
    place: tuple[str, bool],
    visited: int | None,
    dates: Dates,
) -> None:
    """Adds a naming mention and what its sentence says of the event; what is known already stays."""
    heading = doc.block(found.head).kind in ("heading", "caption")
    draft.phrases.append(found)
    draft.heading.append(heading)
    draft.target = visited if draft.target is None else draft.target
    draft.date = draft.date or date
    if not draft.place:
        draft.place, draft.venue = place
    if draft.announced is None and not heading:
        draft.announced = lies_ahead(doc, found, date, dates)


def _match(
    drafts: Sequence[Draft],
    found: Gathering,
    date: str | None,
    visited: int | None,
    where: Sequence[tuple[str, bool]],
    heading: bool,
) -> int | None:
    """Number of the event that a phrase names again."""
    for number in range(len(drafts) - 1, max(-1, len(drafts) - _RECENT), -1):
        draft = drafts[number]
        if visited is not None and draft.target is not None and draft.target != visited:
            continue
        if not all(draft.heading) and any(
            elsewhere(draft.place, draft.venue, *place) or elsewhere(draft.town, False, *place) for place in where
        ):
            continue
        if same(draft, found, date, heading):
            return number
    return None


def _antecedent(drafts: Sequence[Draft], found: Gathering, date: str | None) -> int | None:
    """Number of the event that "die Veranstaltung" or "dem Treffen" means: the last one mentioned that fits."""
    recent = range(max(0, len(drafts) - _RECENT), len(drafts))
    fitting = [
        n
        for n in recent
        if _means(drafts[n], found)
        and not (_is_special(drafts[n], found) and other_day(drafts[n].date, date))
        and not elsewhere(drafts[n].place, drafts[n].venue, found.place, found.venue)
    ]
    if not fitting:
        return None
    whole = [n for n in fitting if drafts[n].parent is None and not is_another(drafts[n].phrases)] or fitting
    return max(whole, key=lambda n: max(p.head for p in [*drafts[n].phrases[-1:], *drafts[n].aliases[-1:]]))


def _is_special(draft: Draft, found: Gathering) -> bool:
    """Whether a noun says more than its last part, and the event was never called so: "Unternehmerfrühstück"."""
    form = found.noun.form.lower()
    return form != found.noun.ending and not any(p.noun.form.lower().endswith(form) for p in draft.compared())


def _means(draft: Draft, found: Gathering) -> bool:
    family = draft.phrases[0].noun.family
    if found.noun.family == "any":
        return not _is_special(draft, found)  # "das Treffen" means any gathering, "das Schulleitertreffen" does not
    related = {family, *_RELATED.get(family, ())}
    return found.noun.family in related


_RELATED = {
    "conference": ("party", "press"),
    "party": ("conference", "session"),
    "session": ("conference",),
    "fair": ("conference",),
    "kickoff": ("conference", "ceremony"),
    "rally": ("conference",),
    "press": ("conference",),
}


_OCCASION = frozenset("anlässlich vor nach".split())
_EVE = frozenset("vorfeld beginn nachgang anlass".split())


def is_occasion(doc: Document, mention: Mention) -> bool:
    """Whether a mention gives the event only as the occasion: "anlässlich der Tagung", "im Vorfeld des Gipfels"."""
    first = mention.phrase[0]
    before = doc.lowers[max(0, first - 2) : first]
    return bool(before) and (before[-1] in _OCCASION or before[-1] in _EVE)
