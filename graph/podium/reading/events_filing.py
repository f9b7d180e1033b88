"""Phrases become events: a new one, one named again, one referred to, or none; and what sentences tell of each."""

from dataclasses import field

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_bodies import is_session, was_held
from podium.reading.events_deeds import read_deed, tells_of_day
from podium.reading.events_drafts import YEAR, Draft, announced_in_heading, is_invitation
from podium.reading.events_identity import other_day
from podium.reading.events_lines import stated
from podium.reading.events_matching import RECENT, is_other_before, named_again, referred_to
from podium.reading.events_mottos import add_mottos
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import place_in_sentence, town_of
from podium.reading.events_rules import accepts, is_title
from podium.reading.events_signs import had_been
from podium.reading.events_times import Dates, lies_ahead
from podium.reading.events_told import Told
from podium.reading.places import Places
from podium.reading.values import replace, value

__all__ = ["Search", "add", "complete", "file_phrase", "file_session", "place_around"]

_SUB = frozenset(["workshop", "panel"])
_FAR = 80  # tokens of a sentence in which its day is looked for


@value
class Search:
    """What is known of a text while its gatherings are sought, and those found so far, as `drafts`."""

    doc: Document
    organisations: Organisations
    known: Places
    dates: Dates
    told: Told
    drafts: list[Draft] = field(default_factory=list)

    def is_heading(self, found: Gathering) -> bool:
        """Whether a phrase stands in a heading or caption."""
        return self.doc.block(found.head).kind in ("heading", "caption")


def file_phrase(search: Search, found: Gathering, at: int, visited: int | None) -> bool:
    """Files a phrase as a mention of an event, as a new event, or not at all; whether it did.

    `at` is the token that gave it away, `visited` the number of the organisation that it is a visit to. Where the
    sentence itself says that it is a gathering, a new event needs no further proof.
    """
    doc, drafts = search.doc, search.drafts
    frame, heading = _frame(search.told, at), search.is_heading(found)
    date, town = search.dates.near(doc, found), town_of(doc, found.head, search.known)
    number = None
    if frame != "anew":
        number = named_again(drafts, found, date, visited, town, heading)
        if number is not None and _is_of_past_year(search, drafts[number], found):
            number = None
        referred = referred_to(drafts, found, date, number)
        if referred is not None and is_other_before(doc, drafts[referred], found):
            referred = None  # "Bereits am Vormittag waren sie zu ihrer Herbstsitzung zusammengekommen"
        if referred is not None and _says_more(drafts[referred], found):
            number = referred  # it says what the verb's gathering was
        elif referred is not None:
            _refer(search, drafts[referred], found, date)
            return True
    if number is None and (deed := read_deed(doc, found, search.organisations)) is not None:
        add(search, deed, place_around(search, deed))
        drafts[-1].aliases.append(found)
        return True
    place, venue = found.place, found.venue
    if not place and (found.noun.family not in _SUB or not drafts):
        place, venue = place_around(search, found)
    if number is None:
        told = visited is not None or bool(frame)
        day = date or _day_said(search, found)
        if not _may_be_event(doc, found) or not (told or _is_proven(search, found, day, place, heading)):
            return False
        number = len(drafts)
        background = had_been(doc, found.first - bool(found.article))
        drafts.append(Draft([], [], target=visited, parent=_parent(drafts, found), town=town, background=background))
    _learn(search, drafts[number], found, date, (place, venue), visited)
    return True


def add(search: Search, found: Gathering, place: tuple[str, bool]) -> None:
    """Adds an event that needs no proof, held at a place (whether it is a venue) on the day that is nearest."""
    search.drafts.append(Draft([], []))
    _learn(search, search.drafts[-1], found, search.dates.near(search.doc, found), place, None)


def file_session(search: Search, found: Gathering) -> None:
    """Files a session that its body tells of: one that the text names as "Sitzung", or the only gathering that was."""
    date = search.dates.near(search.doc, found)
    was = list(filter(was_held, search.drafts[:RECENT]))
    others = [draft for draft in was if is_session(draft) and _of_other_body(draft, found)]
    was = [draft for draft in was if draft not in others]
    named = next((draft for draft in was if is_session(draft) and not other_day(draft.date, date)), None)
    if named is not None:
        _learn(search, named, found, date, (found.place, False), None)
    elif not was:
        add(search, found, place_around(search, found))


def _of_other_body(draft: Draft, found: Gathering) -> bool:
    """Whether a session is of another body: that of the Kreistag, where the text is about that of a committee."""
    first = draft.phrases[0]
    return first.noun.form == "Sitzung" and bool(first.of) and first.of.split()[1:2] != found.of.split()[1:2]


def place_around(search: Search, found: Gathering) -> tuple[str, bool]:
    """Place that the sentence names around a phrase, and whether it is a venue."""
    return place_in_sentence(search.doc, found.head, found.first, found.end, search.organisations, search.known)


def complete(search: Search) -> None:
    """Day and place that lines of their own state, for the first gathering; a part is where the whole is."""
    _forget(search)
    doc, drafts, dates = search.doc, search.drafts, search.dates
    lines = stated(doc, dates.all) if drafts else None
    add_mottos(doc, drafts)
    first = next((d for d in drafts if d.parent is None), None)
    _learn_of_pronouns(search)
    if lines and first and min(p.first for p in first.phrases) < lines.at:
        first.date = first.date or lines.date or None
        if not first.place:
            first.place, first.venue = lines.place, True
    if first and first.announced is False and all(first.heading[:1]) and is_invitation(doc):
        first.announced = True
    if first and first.announced:
        _add_points(doc, drafts, drafts.index(first))
    for draft in drafts:
        if draft.parent is not None:
            _inherit(doc, draft, drafts[draft.parent])
        if _is_day_ahead(draft, dates):
            draft.announced = True


def _learn_of_pronouns(search: Search) -> None:
    """Takes day and place from "Er findet am Donnerstag im Ballhaus statt" for the event of the sentence before."""
    doc = search.doc
    for draft in (d for d in search.drafts if d.parent is None and not (d.date and d.place)):
        for number in sorted({doc.sentence_at[phrase.head] + 1 for phrase in draft.phrases}):
            if number >= len(doc.sentences):
                continue
            first, end, _ = doc.sentences[number]
            if doc.words[first] not in _PRONOUNS or _TAKES.isdisjoint(doc.lowers[first + 1 : first + 2]):
                continue
            if "statt" in doc.lowers[first:end]:
                it = replace(draft.phrases[0], first=first, end=first + 1, head=first)
                draft.date = draft.date or search.dates.near(doc, it)
                if not draft.place:
                    draft.place, draft.venue = place_around(search, it)


_PRONOUNS = frozenset(["Er", "Sie", "Es", "Diese", "Dieser", "Dieses"])
_TAKES = frozenset(["findet", "fand", "finden"])


def _add_points(doc: Document, drafts: list[Draft], whole: int) -> None:
    """Makes points of the programme of what is to come parts of it: "12.30 Uhr Pressegespräch"."""
    for number, draft in enumerate(drafts):
        listed = all(doc.block(phrase.head).kind == "item" for phrase in draft.phrases)
        if number != whole and draft.parent is None and draft.date in (None, drafts[whole].date) and listed:
            draft.parent = whole


def _forget(search: Search) -> None:
    """Takes out meetings that verbs told of where the text went on to name a gathering that they can be."""
    drafts = search.drafts
    if not any(draft.told for draft in drafts):
        return
    named = [d for d in drafts if not d.told and d.parent is None and not d.announced]
    kept = [
        n
        for n, d in enumerate(drafts)
        if not d.told or len(d.phrases) + len(d.aliases) > 1 or all(other_day(d.date, one.date) for one in named)
    ]
    number = {old: new for new, old in enumerate(kept)}
    search.drafts[:] = [drafts[n] for n in kept]
    for draft in search.drafts:
        draft.parent = None if draft.parent is None else number.get(draft.parent)


def _frame(told: Told, at: int) -> str:
    """What the sentence of a phrase says of it: "told" that it is a gathering, "anew" that it is another one, or ""."""
    if at in told.anew:
        return "anew"
    return "told" if at in told.sure or any(title.first == at for title in told.titles) else ""


def _says_more(draft: Draft, found: Gathering) -> bool:
    """Whether a noun says better what a gathering was than the verb that told of it."""
    if found.noun.family == "visit" or not draft.by_verb():
        return False
    told = draft.phrases[0].noun.form
    if found.noun.needs != "m":
        return found.noun.form.startswith(told) and found.noun.form != told  # "Eröffnungsfeier", where X was opened
    return draft.told or len(found.noun.form) > len(told)


def _refer(search: Search, draft: Draft, found: Gathering, date: str | None) -> None:
    """Adds a mention that only refers to an event, with its place and whether it was held where none is known."""
    draft.aliases.append(found)
    if draft.announced is None and not search.is_heading(found):
        draft.announced = lies_ahead(search.doc, found, date, search.dates)
    if found.place and not draft.place:
        draft.place, draft.venue = found.place, found.venue


def _may_be_event(doc: Document, found: Gathering) -> bool:
    """Whether a phrase can name an event: in quotation marks only with a title or number, or as a title itself."""
    return doc.quote_at[found.head] < 0 or bool(found.title or found.number) or is_title(doc, found)


def _day_said(search: Search, found: Gathering) -> str | None:
    """What stands for a day that a sentence names ("am Sonntag") where nobody knows when the text was published."""
    if search.dates.today is not None or found.noun.needs == "b":
        return None
    first, end, _ = search.doc.sentences[search.doc.sentence_at[found.head]]
    return "day" if tells_of_day(search.doc, first, min(end, first + _FAR)) else None


def _is_proven(search: Search, found: Gathering, date: str | None, place: str, heading: bool) -> bool:
    """Whether a phrase is a title in quotation marks, or a gathering by the rules for its noun."""
    if search.doc.quote_at[found.head] >= 0 and is_title(search.doc, found):
        return True
    return accepts(search.doc, found, date, place, heading, bool(search.drafts))


def _is_of_past_year(search: Search, draft: Draft, found: Gathering) -> bool:
    """Whether a phrase names one of a year that has passed, of what is still to come or in a look back."""
    ahead = draft.announced or had_been(search.doc, found.first - bool(found.article))
    passed = search.dates.today is not None and found.number < str(search.dates.today.year)
    return bool(ahead and YEAR.fullmatch(found.number) and passed)


def _parent(drafts: list[Draft], found: Gathering) -> int | None:
    """Number of the event that a workshop is part of: the first that is more than a workshop."""
    if found.noun.family not in _SUB or (found.noun.family == "panel" and found.place and not found.venue):
        return None
    wholes = (n for n, d in enumerate(drafts[:RECENT]) if d.phrases[0].noun.family not in (*_SUB, "visit"))
    return next(wholes, None)


def _learn(
    search: Search, draft: Draft, found: Gathering, date: str | None, place: tuple[str, bool], visited: int | None
) -> None:
    """Adds a naming mention and what its sentence says of the event; what is known already stays."""
    heading = search.is_heading(found)
    draft.phrases.append(found)
    draft.heading.append(heading)
    if visited is not None and draft.target is None:
        draft.target = visited
        if all(draft.heading):
            draft.place, draft.venue = place  # the house rather than a room of it
    draft.date = draft.date or date
    if not draft.place or (place[0] != draft.place and place[0].endswith(draft.place)):
        draft.place, draft.venue = place  # "Celler Volkshaus" says more than "Volkshaus"
    if draft.announced is None and not heading:
        draft.announced = lies_ahead(search.doc, found, date, search.dates)


def _inherit(doc: Document, part: Draft, whole: Draft) -> None:
    """Place, day and whether it is still to come, as the whole has them, where a part does not say."""
    part.place = part.place or whole.place
    if not part.announced:
        part.announced = whole.announced if whole.announced is not None else announced_in_heading(doc, whole)
    if part.date is None and len(whole.date or "") == 10:
        part.date = whole.date


def _is_day_ahead(draft: Draft, dates: Dates) -> bool:
    """Whether the day of an event, or the year that one is invited to, is after the day of publication."""
    invited = (p.number for p in draft.phrases if p.preposition in ("zu", "zum", "zur"))  # "lud zur Tagung 2023"
    day = draft.date if len(draft.date or "") == 10 else next((n for n in invited if YEAR.fullmatch(n)), None)
    return bool(day and dates.today and day > dates.today.isoformat()[: len(day)])
