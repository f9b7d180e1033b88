"""A genitive or a preposition with its noun behind an office: "der Geschäftsführung", "im Jobcenter X"."""

import re
from typing import NamedTuple

from podium.reading.lexicon import words_of
from podium.reading.organisations_firms import describes_firm
from podium.reading.persons_scan import Scan
from podium.reading.roles_dependents import (
    ADVISORY,
    NEARBY,
    TERRITORIES,
    is_body,
    is_minister,
    nearby,
    of_committee,
    part_of,
    partial,
    place_phrase,
    with_committee,
)
from podium.reading.roles_nouns import areas_behind, attribute, names_behind
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import listed

__all__ = ["GENITIVES", "OF", "dependent"]

_Step = tuple[int, str, int | None]  # token behind, words for the title, organisation

GENITIVES = frozenset(words_of("person_words.txt", "genitive articles"))
OF = frozenset(words_of("person_words.txt", "of"))
_BEFORE_NAMES = GENITIVES | OF
_DETERMINERS = frozenset(["der", "dem", "den", "des", "ihrem", "ihrer", "seinem", "seiner"])
_ADVERBS = frozenset(
    "längst neu frisch kürzlich jüngst inzwischen mittlerweile bereits heute damals seinerzeit bundesweit".split()
)
_ADJECTIVES = 4  # adjectives at most before a noun
_NO_COMPLEMENTS = frozenset(words_of("person_words.txt", "no complements"))
_PLACES = frozenset(["municipality", "territory", "party", "media"])
# Titles that say little without whose part or member somebody is.
_PARTS = ("mitglied", "vertreter", "repräsentant", "delegiert")
_ORGANISATION = re.compile(
    "(?:" + "|".join(words_of("person_words.txt", "organisation nouns")) + r")(?:e[sn]?|s|en|n|er|ern)?$", re.I
)


_COUNCILS = ("aufsichtsrat", "beirat", "betriebsrat", "verwaltungsrat", "vorstand", "stiftungsrat")


class _Where(NamedTuple):
    """Where a dependent begins, its article or preposition at token `at`, and the office before it."""

    scan: Scan
    places: OrganisationPlaces
    phrase: RolePhrase
    at: int
    limit: int
    inside: bytearray
    organisation: int | None
    genitive: bool

    def named(self, end: int) -> bool:
        """Whether a person's name begins at a token."""
        return self.inside[end : end + 1] == b"\x01"

    def text(self, end: int) -> str:
        """The words up to a token, as they are printed."""
        return self.scan.doc.phrase(self.at, end)

    def once(self, entity: int | None) -> int | None:
        """An organisation, unless the office has one already."""
        return entity if self.organisation is None else None


def dependent(
    scan: Scan,
    places: OrganisationPlaces,
    phrase: RolePhrase,
    at: int,
    limit: int,
    inside: bytearray,
    organisation: int | None,
) -> _Step | None:
    """The step behind an office over a genitive or a prepositional phrase; None where it does not belong to it."""
    words = scan.words
    genitive = words[at].lower() in GENITIVES
    noun = at + 1
    if not genitive and noun < limit and words[noun].lower() in _DETERMINERS:
        noun += 1
    where = _Where(scan, places, phrase, at, limit, inside, organisation, genitive)
    for _ in range(_ADJECTIVES):
        if noun >= limit or inside[noun]:
            return None
        if words[noun] in '„"»“' and noun + 1 in places.at:
            end, entity = places.at[noun + 1]
            return end + (end < limit and words[end] in '“"«”'), "", where.once(entity)
        if _other_office(where, noun):
            return None
        if words[noun].removesuffix("en") in _NO_COMPLEMENTS or words[noun].removesuffix("s") in _NO_COMPLEMENTS:
            return None  # "folgten Meister der Einladung"
        if noun in places.at and (
            words[noun][:1].isupper() or words[noun - 1] in _BEFORE_NAMES or words[noun] == "ver.di"
        ):
            return _organisation(where, noun)
        if words[noun] in _ADVERBS and attribute(scan, noun + 1, limit):
            noun += 1  # "der längst aufgelösten Innung"
        elif not attribute(scan, noun, limit):
            break
        noun += 1
    return _noun(where, noun)


def _other_office(where: _Where, noun: int) -> bool:
    """Whether the noun is an office of its own: "Leiterin des | Landrats", not "bei der | Bauer Metallbau GmbH"."""
    role = where.scan.roles[noun]
    if role is None or is_body(where.scan.words[noun]):
        return False
    if noun in where.places.at and where.places.at[noun][0] - noun > 1:
        return False
    if not where.genitive and is_minister(role):
        return False
    return not (role.adjectival and attribute(where.scan, noun, where.limit))


def _organisation(where: _Where, noun: int) -> _Step | None:
    """Over an organisation that the text names: "des Jobcenters X", "des Ausschusses der Agentur Y"."""
    places, words, genitive = where.places, where.scan.words, where.genitive
    end, entity = places.at[noun]
    if end in places.at and places.at[end][1] == entity:
        end = places.at[end][0]  # "der Gewerkschaft | ver.di"
    if not genitive and not where.phrase.can_be_of(places.entities[entity].kind):
        return end, "", None  # "der Minister im Jobcenter Köln" is a guest there
    if genitive and end == noun + 1 and (whole := with_committee(places, words, end)):
        return whole[0], where.text(end), where.once(whole[1])
    if end == noun + 1 and genitive and words[noun].endswith(ADVISORY):
        return end, where.text(end), None  # "die Vorsitzende des Beirats", "des Sozialausschusses"
    if genitive and end > noun + 2 and (house := of_committee(places, words, noun)) is not None:
        return end, where.text(noun + 1), where.once(house)
    body = words[noun].rpartition("-")[2]
    if genitive and places.partial(noun, words[noun]) and body.lower().removesuffix("s").endswith(_COUNCILS):
        return noun + 1, f"{words[where.at]} {body}", where.once(entity)
    if places.partial(noun, words[noun]):
        return partial(where.scan, places, where.at, noun, where.limit, where.inside, where.organisation)
    if where.organisation is None:
        return end, "", entity
    return (end, "", None) if places.covering.get(noun) is not None else None


def _noun(where: _Where, noun: int) -> _Step | None:
    """Over a noun that names no organisation: a territory, another office, a body, a unit, a place."""
    scan, words = where.scan, where.scan.words
    if not words[noun][:1].isupper() or (words[noun].isupper() and where.genitive):
        return (noun + 1, "", None) if noun < where.limit and words[noun].isupper() and len(words[noun]) > 1 else None
    if where.genitive and words[noun] in TERRITORIES:
        return _territory(where, noun)
    body = is_body(words[noun])
    if scan.roles[noun] is not None and where.named(noun + 1) and (where.genitive or words[where.at] == "von"):
        return None  # "Sprecherin von Minister Beispiel", "Büroleiterin des damaligen Landrats Karl Beispiel"
    if not where.genitive and not body:
        return _at_place(where, noun)
    if where.genitive and noun == where.at + 2 and words[where.at + 1].startswith(NEARBY):
        return nearby(scan, where.places, where.at, noun, where.limit, where.inside, where.organisation)
    if not body and (_ORGANISATION.search(words[noun]) or describes_firm(words[noun])):
        named = where.places.at.get(noun + 1)
        if named and where.places.entities[named[1]].kind not in _PLACES:
            return named[0], "", where.once(named[1])  # "der Gewerkschaft NGG"
        end = names_behind(scan, noun + 1, where.limit, where.inside)
        meant = where.once(where.places.of_noun(words[noun])) if end == noun + 1 and where.genitive else None
        return end, where.text(end) if meant is None and where.phrase.word.head.endswith(_PARTS) else "", meant
    if not body and (
        scan.roles[noun] is not None or where.organisation is not None or where.at > where.phrase.head + 1
    ):
        return None
    return _body_or_topic(where, noun, body)


def _territory(where: _Where, noun: int) -> _Step:
    """Over "des Landes Hessen", "der Stadt Bad Muster"."""
    named = where.places.at.get(noun + 1) if where.organisation is None else None
    if named and where.phrase.can_be_of(where.places.entities[named[1]].kind):
        return named[0], "", named[1]  # "der Minister des Landes Hessen"
    return names_behind(where.scan, noun + 1, where.limit, where.inside), "", None


def _at_place(where: _Where, noun: int) -> _Step | None:
    """Over a preposition with an office, a part of a house or a place: "beim Bundesminister", "in Köln"."""
    scan, places = where.scan, where.places
    if scan.roles[noun] is not None:
        end = areas_behind(scan, places, noun + 1, where.limit, where.inside)
        return end, where.text(end), None  # "Staatssekretärin beim Bundesminister für Arbeit"
    if where.organisation is None and (part := part_of(scan, places, where.at, noun + 1, where.limit)):
        return part
    return place_phrase(scan, noun, where.limit, where.inside)


def _body_or_topic(where: _Where, noun: int, body: bool) -> _Step:
    """Over what stays in the title: "der Geschäftsführung", "der Studie"; or a house that was named before."""
    words, limit = where.scan.words, where.limit
    if where.genitive and where.organisation is None and words[noun].lower().removesuffix("s") not in listed("bodies"):
        referred = where.places.of_noun(words[noun])
        alone = noun + 1 >= limit or not words[noun + 1][:1].isupper() or bool(where.inside[noun + 1])
        if referred is not None and alone:
            return noun + 1, "", referred  # "die Leiterin der Werkstatt", where the text has named one
    if body and where.genitive and (whose := _of_hyphened(where, noun)) is not None:
        return noun + 1, f"{words[where.at]} {words[noun].rpartition('-')[2]}", whose
    end = noun + 1
    coordinated = words[noun].endswith("-") and noun + 2 < limit and words[noun + 1] in ("und", "oder")
    if coordinated and words[noun + 2][:1].isupper():
        end = noun + 3
    if body:
        end = areas_behind(where.scan, where.places, end, limit, where.inside)
    return end, where.text(end), None


def _of_hyphened(where: _Where, noun: int) -> int | None:
    """Whose body it is before the last hyphen, where the text names them: "des Fördewerk-Aufsichtsrats"."""
    whose, hyphen, body = where.scan.words[noun].rpartition("-")
    if not hyphen or where.organisation is not None or not body[:1].isupper():
        return None
    found = where.places.named(whose)
    return where.places.of_noun(whose) if found is None else found
