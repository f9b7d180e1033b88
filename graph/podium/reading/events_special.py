"""Gatherings that no common noun names: series of the register ("Tag der Jobcenter"), and visits told by a verb."""

import re
from bisect import bisect_left
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Mention, OrganisationEntity, Organisations
from podium.reading.events_left import left_of
from podium.reading.events_noun_phrases import is_time
from podium.reading.events_nouns import Noun
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import place_behind
from podium.reading.gazetteer import Gazetteer
from podium.reading.inflection import gender, is_adjective, nominative
from podium.reading.lexicon import words_of
from podium.reading.names import FIRST, kind
from podium.reading.places import Places
from podium.reading.roles_words import role_word
from podium.reading.values import value
from podium.register.model import EventSeries
from podium.register.register import Register

__all__ = [
    "SeriesNames",
    "is_day",
    "read_day",
    "read_guest",
    "read_series",
    "read_visit",
    "series_names",
    "visit_of",
    "visit_verb",
]

_CONFERENCE_OF_OFFICES = re.compile(r"ministerkonferenz|^ASMK$|präsidentenkonferenz", re.I)
_HELD_AT = frozenset("auf bei beim während zur am".split())
_ROUTINE = re.compile(
    r"Pressekonferenz|Besuch|Sommerreise|Tagung|Mitgliederversammlung|Hauptversammlung|Sitzung|Sonderkonferenz|Hauptausschuss"
)
_VISIT = frozenset("besucht besuchte besuchten besichtigt besichtigte besichtigten Gast".split())
_VISITED = frozenset(["jobcenter", "agency", "company", "other", "research", "welfare", "association", "municipality"])
_SOURCE = frozenset("von vom mit aus für durch der des laut nach".split())


@value
class SeriesNames:
    """Series of the register by their names in running text."""

    names: Gazetteer[tuple[EventSeries, str]]

    def of(self, phrase: Gathering) -> EventSeries | None:
        """The series that a phrase read by `read_series` names."""
        if phrase.noun.family != "series":
            return None
        hit = self.names.longest(phrase.noun.form.split(), 0)
        return hit[1][0] if hit else None


@cache
def series_names(register: Register) -> SeriesNames:
    """Series whose name by itself says which one is meant; "Pressekonferenz" or "Besuch" do not."""
    names: Gazetteer[tuple[EventSeries, str]] = Gazetteer()
    for each in register.series:
        for form in (each.name, *each.aliases):
            for bare in re.split(r" \(|\)| / ", form):
                if bare and not _ROUTINE.search(bare):
                    names.add(bare, (each, bare))
    for bare in ("Tag der Optionskommunen", "Tag der kommunalen Jobcenter"):
        found = register.event_series("Tag der kommunalen Jobcenter")
        if found:
            names.add(bare, (found, bare))
    return SeriesNames(names)


def read_series(
    doc: Document, at: int, series: SeriesNames, organisations: Organisations, known: Places
) -> Gathering | None:
    """The edition of a series named at token `at`, with ordinal, adjectives and year; else None.

    A conference of ministers is a body as well: it is a gathering only where something happens "auf" or "bei" it, or
    where its number is given.
    """
    hit = series.names.longest(doc.words, at)
    if hit is None:
        return None
    end, (entry, form) = hit
    first, adjectives, number, article, preposition, left = left_of(doc, at)
    if end < len(doc.words) and re.fullmatch(r"(?:19|20)\d\d", doc.words[end]):
        number, end = doc.words[end], end + 1
    if _CONFERENCE_OF_OFFICES.search(form) and not number and preposition not in _HELD_AT and not _meets(doc, at):
        return None
    name = nominative([*left, form.split(" ")[0]]) if left else form.split(" ")[0]
    name = " ".join([name, *form.split(" ")[1:]])
    if number:
        name = f"{name} {number}" if len(number) == 4 and number.isdigit() else f"{number} {name}"
    noun = Noun(form, "a", "series", entry.iri, False)
    end, place, venue = place_behind(doc, end, organisations, known)
    return Gathering(first, end, at, noun, name, article, preposition, tuple(adjectives), number, "", "", place, venue)


def _meets(doc: Document, at: int) -> bool:
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    return any(doc.types[n].lower in _MEETS for n in range(first, min(end, first + 60)))


_MEETS = frozenset(words_of("event_words.txt", "meets"))
_ON_AIR = frozenset(["Fernsehen", "Podcast", "Studio", "Radio", "Talkshow", "Sendung", "Interview", "Gespräch"])
_INVITES = frozenset(words_of("event_words.txt", "frame: invites"))
_DAY = frozenset(["Tag", "Tages", "Tags", "Tage"])
_OPEN_HOUSE = ("der", "offenen", "Tür")


@cache
def is_day(form: str) -> bool:
    """Whether a word can begin "Tag der …"."""
    return form in _DAY


def read_day(doc: Document, at: int, organisations: Organisations, known: Places) -> Gathering | None:
    """A day that is a gathering: numbered, dated, digital, or of the open door ("3. Tag der Ausbildung")."""
    words = doc.words
    if tuple(words[at + 1 : at + 4]) in (_OPEN_HOUSE, ("der", "offenen", "Türen")):
        end = at + 4
    elif at + 2 < len(words) and words[at + 1] in ("der", "des"):
        end = at + 3
        if words[at + 2][0].islower() and end < len(words):
            end += 1
        if not words[end - 1][:1].isupper():
            return None
    else:
        return None
    first, adjectives, number, article, preposition, left = left_of(doc, at)
    name = nominative([*left, "Tag", *words[at + 1 : end]])
    if end < len(words) and re.fullmatch(r"(?:19|20)\d\d", words[end]):
        number, end = words[end], end + 1
    digital = any(a.lower().startswith(("digital", "virtuell")) for a in adjectives)
    held = preposition in ("bei", "beim", "auf")  # "am Tag der Arbeit" is none
    held = held or (
        preposition == "zum" and not _INVITES.isdisjoint(words[doc.sentences[doc.sentence_at[at]][0] :][:60])
    )
    if not (number or digital or held or words[at + 2] == "offenen"):
        return None
    name = f"{name} {number}" if number[:1].isdigit() and len(number) == 4 else f"{number} {name}" if number else name
    noun = Noun(" ".join(["Tag", *words[at + 1 : at + 3]]), "a", "conference", "tag", False)
    end, place, venue = place_behind(doc, end, organisations, known)
    return Gathering(first, end, at, noun, name, article, preposition, tuple(adjectives), number, "", "", place, venue)


@cache
def visit_verb(form: str) -> bool:
    """Whether a word is a finite form or participle of "besuchen" that tells of one visit."""
    return form in _VISIT


def read_guest(doc: Document, at: int, organisations: Organisations) -> tuple[Gathering | None, int | None]:
    """The visit in "zu Gast im Jobcenter Kiel", where "Gast" stands at token `at`, and the organisation visited."""
    words = doc.words
    if not at or words[at - 1] not in ("zu", "Zu") or words[at + 1 : at + 2] not in (["im"], ["in"], ["bei"], ["beim"]):
        return None, None
    mentions = organisations.mentions
    start = bisect_left(mentions, at + 1, key=lambda m: m.first)
    if start == len(mentions) or mentions[start].first > at + 3:
        return _guest_of(doc, at), None
    return visit_of(mentions[start], at, organisations), mentions[start].entity


def _guest_of(doc: Document, at: int) -> Gathering | None:
    """The visit to a house that no list knows: "zu Gast | beim Elbwerk", not "bei Frau Holm", "im Mai"."""
    words, first = doc.words, at + 2
    end = doc.sentences[doc.sentence_at[at]][1]
    if words[at + 1] in ("in", "bei"):
        if words[first : first + 1] != ["der"]:
            return None
        first += 1
    house = words[first] if first < end else ""
    if (
        not house[:1].isupper()
        or house in _ON_AIR
        or is_time(house)
        or kind(house) & FIRST
        or role_word(house) is not None
    ):
        return None
    name = doc.phrase(first, first + 1)
    noun = Noun("Besuch", "a", "visit", "besuch", False)
    place = doc.phrase(at + 1, first + 1)
    return Gathering(at, first + 1, at, noun, f"Besuch {place}", "", "zu", (), "", "", "", name, True)


def read_visit(doc: Document, at: int, organisations: Organisations) -> tuple[Gathering | None, int | None]:
    """The visit that a verb at token `at` tells of, and the organisation visited: "hat das Jobcenter X besucht"."""
    if doc.words[at] == "Gast":
        return read_guest(doc, at, organisations)
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    mention = _object(doc, at, first, end, organisations)
    if mention is None or doc.quote_at[at] >= 0:
        return None, None
    return visit_of(mention, at, organisations), mention.entity


def visit_of(mention: Mention, at: int, organisations: Organisations) -> Gathering:
    """The visit to an organisation that the word at token `at` tells of."""
    entity = organisations.entities[mention.entity]
    name = f"Besuch {_at_house(entity)}"
    noun = Noun("Besuch", "a", "visit", "besuch", False)
    return Gathering(at, at + 1, at, noun, name, "", "", (), "", "", entity.name, entity.name, True)


def _at_house(entity: OrganisationEntity) -> str:
    """The name of a house in the dative: "im Jobcenter X", "bei der Muster AG", "im Kommunalen Kreisjobcenter Y"."""
    first, _, rest = entity.name.partition(" ")
    of = None if entity.kind == "company" and first.endswith("er") and rest else gender(first)
    if entity.kind == "municipality":
        return f"bei {entity.name}"
    if entity.kind == "company":
        link = {"f": "bei der", "m": "beim", "n": "beim"}.get(of or "", "bei")
        return f"{link} {entity.name}"
    stem = next((first.removesuffix(ending) for ending in ("es", "er", "e") if first.endswith(ending)), "")
    if of is None and rest and stem and is_adjective(first):
        return f"{'in der' if first.endswith('e') else 'im'} {stem}en {rest}"
    return f"{'im' if of in ('m', 'n') else 'in der' if of == 'f' else 'bei'} {entity.name}"


def _object(doc: Document, at: int, first: int, end: int, organisations: Organisations) -> Mention | None:
    """The organisation that is visited: right behind a finite verb, or before a participle."""
    mentions = organisations.mentions
    start = bisect_left(mentions, first, key=lambda m: m.first)
    best: Mention | None = None
    participle = doc.words[at] == "besucht" and any(
        doc.types[n].lower in ("hat", "haben", "hatte", "hatten", "wurde", "wird") for n in range(first, at)
    )
    for number in range(start, len(mentions)):
        mention = mentions[number]
        if mention.first >= end:
            break
        entity = organisations.entities[mention.entity]
        before = doc.words[mention.phrase[0] - 1].lower() if mention.phrase[0] > first else ""
        opening = doc.words[mention.phrase[0]].lower()
        if entity.kind not in _VISITED or before in _SOURCE or opening in ("der", "des", "vom", "dem", "zum", "im"):
            continue
        if participle and mention.end <= at and at - mention.end < 12:
            best = mention
        elif not participle and at < mention.first and mention.first - at < 10:
            return mention
    return best
