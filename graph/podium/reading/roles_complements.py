"""What stands behind an office word in its phrase: genitives, prepositions, "für …", brackets; whose office it is."""

import re
from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.names import PARTY
from podium.reading.persons_context import is_area
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
from podium.reading.roles_nouns import (
    area_tail,
    areas_behind,
    attribute,
    house_behind,
    names_behind,
    noun_list,
)
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import listed

__all__ = ["with_complement"]

_GENITIVES = frozenset(words_of("person_words.txt", "genitive articles"))
_OF = frozenset(words_of("person_words.txt", "of"))


# Titles that say little without whose part or member somebody is.
_PARTS = ("mitglied", "vertreter", "repräsentant", "delegiert")
_ORGANISATION = re.compile(
    "(?:" + "|".join(words_of("person_words.txt", "organisation nouns")) + r")(?:e[sn]?|s|en|n|er|ern)?$", re.I
)


def with_complement(
    scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, limit: int, inside: bytearray
) -> RolePhrase:
    """Take in the complement behind the head."""
    words = scan.words
    at = phrase.head + 1
    behind: list[str] = []
    organisation, former = phrase.organisation, phrase.former
    for _ in range(6):
        if at >= limit or inside[at]:
            break
        token = words[at]
        if (
            token in ("a.", "a.D.", "i.", "a")
            and at + 1 < limit
            and (token == "a.D." or words[at + 1] in ("D.", "D", "R."))
        ):
            former, at = True, at + (1 if token == "a.D." else 2)
        elif token in ("/", ":", "*") and at + 1 < limit and words[at + 1] in ("in", "innen", "r"):
            at += 2
        elif token == "für" and (house := house_behind(places, words, at + 1)) and organisation is None:
            at, organisation = house  # "unterschrieb als Leiterin für das Jobcenter X"
        elif token == "für" or (token == "of" and phrase.word.head in _ENGLISH_HEADS):
            end = noun_list(scan, places, at + 1, limit, inside)
            if end is None:
                break
            end = area_tail(scan, places, end, limit, inside)
            behind.append(scan.doc.phrase(at, end))
            at = end
        else:
            step = _complement(scan, places, phrase, at, limit, inside, organisation)
            if step is None:
                break
            at, text, found = step
            if text:
                behind.append(text)
            organisation = organisation if found is None else found
    if at == phrase.end:
        return phrase
    return replace(phrase, end=at, behind=" ".join(behind), organisation=organisation, former=former)


def _complement(
    scan: Scan,
    places: OrganisationPlaces,
    phrase: RolePhrase,
    at: int,
    limit: int,
    inside: bytearray,
    organisation: int | None,
) -> tuple[int, str, int | None] | None:
    """One step of the complement: token after it, words for the title, organisation."""
    words = scan.words
    token = words[at]
    lower = token.lower()
    if at in places.at and (token[:1].isupper() or token in ("ver.di", "„") or _is_firm(places, at)):
        end, entity = places.at[at]
        if places.entities[entity].kind == "party" and not phrase.word.head.endswith(_PARTY_OFFICES):
            return None if _party_bracket(scan, at) else (end, "", None)  # "Stadträtin BÜNDNIS 90/DIE GRÜNEN"
        return (end, "", entity) if organisation is None and not _party_bracket(scan, at) else None
    if token == "(":
        return _bracket(scan, places, at, limit, organisation, phrase)
    if lower in _GENITIVES or lower in _OF:
        return _dependent(scan, places, phrase, at, limit, inside, organisation)
    if token in '„"»“' and at == phrase.head + 1:
        for close in range(at + 1, min(at + 8, limit)):
            if words[close] in '“"«”':
                found = places.covering.get(at + 1)
                unit = found is None and phrase.word.head.endswith(_OF_UNITS)
                return close + 1, _quoted(scan, at, close) if unit else "", found if organisation is None else None
    if token[:1].isupper() and at == phrase.head + 1 and is_area(scan, phrase.word, at) and not scan.roles[at]:
        stop = noun_list(scan, places, at, limit, inside)
        if stop is not None:
            return stop, scan.doc.phrase(at, stop), None
    if token in ("operativ", "kommissarisch") and at == phrase.head + 1:
        return at + 1, token, None
    return None


_PARTY_OFFICES = tuple(listed("party_offices"))
_ENGLISH_HEADS = frozenset(["head", "director", "manager", "president"])
_NO_COMPLEMENTS = frozenset(words_of("person_words.txt", "no complements"))
_OF_UNITS = tuple(words_of("person_words.txt", "heads of units"))


def _quoted(scan: Scan, first: int, last: int) -> str:
    """The name of a unit in its quotation marks: "Fachbereichsleiter „Soziales“"."""
    return scan.words[first] + scan.doc.phrase(first + 1, last) + scan.words[last]


def _is_firm(places: OrganisationPlaces, at: int) -> bool:
    return places.entities[places.at[at][1]].kind == "company"  # "bbw gGmbH"


def _party_bracket(scan: Scan, at: int) -> bool:
    return bool(scan.flags[at] & PARTY) and scan.words[at - 1] == "("


def _bracket(
    scan: Scan, places: OrganisationPlaces, at: int, limit: int, organisation: int | None, phrase: RolePhrase
) -> tuple[int, str, int | None] | None:
    """An abbreviation in brackets behind the organisation, or the organisation itself."""
    words = scan.words
    for end in range(at + 1, min(at + 7, limit)):
        if words[end] == ")":
            inner = places.at.get(at + 1)
            if any(scan.roles[t] for t in range(at + 1, end)):
                return None
            if inner and inner[0] == end and organisation is None and not scan.flags[at + 1] & PARTY:
                return end + 1, "", inner[1]
            short = end == at + 2 and (words[at + 1].isupper() or inner is not None or not words[at + 1].islower())
            return (end + 1, "", None) if short or inner else None
    return None


def _dependent(
    scan: Scan,
    places: OrganisationPlaces,
    phrase: RolePhrase,
    at: int,
    limit: int,
    inside: bytearray,
    organisation: int | None,
) -> tuple[int, str, int | None] | None:
    """A genitive or a preposition with its noun: "der Geschäftsführung", "im Jobcenter Solingen", "der Studie"."""
    words = scan.words
    genitive = words[at].lower() in _GENITIVES
    noun = at + 1
    if (
        not genitive
        and noun < limit
        and words[noun].lower() in ("der", "dem", "den", "des", "ihrem", "ihrer", "seinem", "seiner")
    ):
        noun += 1
    for _ in range(4):
        if noun >= limit or inside[noun]:
            return None
        if words[noun] in '„"»“' and noun + 1 in places.at:
            end, entity = places.at[noun + 1]
            return end + (end < limit and words[end] in '“"«”'), "", entity if organisation is None else None
        if (
            (role := scan.roles[noun]) is not None
            and not is_body(words[noun])
            and not (noun in places.at and places.at[noun][0] - noun > 1)  # "bei der Bauer Metallbau GmbH"
            and not (not genitive and is_minister(role))
            and not (role.adjectival and attribute(scan, noun, limit))
        ):
            return None
        if words[noun].removesuffix("en") in _NO_COMPLEMENTS or words[noun].removesuffix("s") in _NO_COMPLEMENTS:
            return None  # "folgten Meister der Einladung"
        if noun in places.at and (
            words[noun][:1].isupper() or words[noun - 1] in _GENITIVES | _OF or words[noun] == "ver.di"
        ):
            end, entity = places.at[noun]
            if not genitive and not phrase.can_be_of(places.entities[entity].kind):
                return end, "", None  # "der Minister im Jobcenter Köln" is a guest there
            if end == noun + 1 and genitive and words[noun] in ADVISORY:
                return end, scan.doc.phrase(at, end), None  # "die Vorsitzende des Beirats"
            if genitive and end == noun + 1 and (whole := with_committee(places, words, end)):
                return whole[0], scan.doc.phrase(at, end), whole[1] if organisation is None else None
            if genitive and end > noun + 2 and (house := of_committee(places, words, noun)) is not None:
                return end, scan.doc.phrase(at, noun + 1), house if organisation is None else None
            if places.partial(noun, words[noun]):
                return partial(scan, places, at, noun, limit, inside, organisation)
            if organisation is None:
                return end, "", entity
            return (end, "", None) if places.covering.get(noun) is not None else None
        if not attribute(scan, noun, limit):
            break
        noun += 1
    if not words[noun][:1].isupper() or (words[noun].isupper() and genitive):
        return (noun + 1, "", None) if noun < limit and words[noun].isupper() and len(words[noun]) > 1 else None
    if genitive and words[noun] in TERRITORIES:
        named = places.at.get(noun + 1) if organisation is None else None
        if named and phrase.can_be_of(places.entities[named[1]].kind):
            return named[0], "", named[1]  # "der Minister des Landes Hessen"
        return names_behind(scan, noun + 1, limit, inside), "", None
    if not genitive and scan.roles[noun] is not None and words[at] == "von" and inside[noun + 1 : noun + 2] == b"\x01":
        return None  # "Sprecherin von Minister Beispiel"
    if not genitive and scan.roles[noun] is not None and not is_body(words[noun]):
        end = areas_behind(scan, places, noun + 1, limit, inside)
        return end, scan.doc.phrase(at, end), None  # "Staatssekretärin beim Bundesminister für Arbeit"
    if genitive and scan.roles[noun] is not None and inside[noun + 1 : noun + 2] == b"\x01":
        return None  # "Büroleiterin des damaligen Landrats Karl Beispiel"
    body = is_body(words[noun])
    if genitive and noun == at + 2 and words[at + 1].startswith(NEARBY):
        return nearby(scan, places, at, noun, limit, inside, organisation)
    if genitive and not body and _ORGANISATION.search(words[noun]):
        end = names_behind(scan, noun + 1, limit, inside)
        return end, scan.doc.phrase(at, end) if phrase.word.head.endswith(_PARTS) else "", None
    if not genitive and not body:
        if organisation is None and (part := part_of(scan, places, at, noun + 1, limit)):
            return part
        return place_phrase(scan, at, noun, limit, inside)
    if scan.roles[noun] is not None and not body:
        return None
    if (organisation is not None or at > phrase.head + 1) and not body:
        return None
    exact = words[noun].lower().removesuffix("s") in listed("bodies")
    referred = places.of_noun(words[noun]) if genitive and organisation is None and not exact else None
    if referred is not None and (noun + 1 >= limit or not words[noun + 1][:1].isupper() or inside[noun + 1]):
        return noun + 1, "", referred  # "die Leiterin der Werkstatt", where the text has named one
    end = noun + 1
    if (
        words[noun].endswith("-")
        and noun + 2 < limit
        and words[noun + 1] in ("und", "oder")
        and words[noun + 2][:1].isupper()
    ):
        end = noun + 3
    if body:
        end = areas_behind(scan, places, end, limit, inside)
    return end, scan.doc.phrase(at, end), None
