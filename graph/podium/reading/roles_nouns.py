"""Nouns in the complement of an office: lists of them, adjectives before them, names behind them."""

import re
from functools import cache

from podium.reading.lexicon import words_of
from podium.reading.names import KNOWN, PLACE
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces

__all__ = [
    "NOT_ADJECTIVES",
    "SIGNING",
    "area_tail",
    "areas_behind",
    "attribute",
    "house_behind",
    "names_behind",
    "noun_list",
]

_NO_AREA = re.compile("(?:" + "|".join(words_of("person_words.txt", "no areas")) + ")$", re.I)
_PORTFOLIOS = frozenset(words_of("organisation_words.txt", "portfolios"))
_TOPICS = frozenset(
    [
        "Team",
        "Abteilung",
        "Stabsstelle",
        "Referat",
        "Fachbereich",
        "Fachdienst",
        "Sachgebiet",
        "Thema",
        "Themen",
        "Bereich",
        "Bereiche",
        "Themenfeld",
        "Arbeitsfeld",
        "Aufgabengebiet",
    ]
)
_NUMBERED = re.compile(r"[IVX]{1,4}|[A-Za-z]|\d{1,3}|[A-Z]\d{1,2}")
_ROMAN = re.compile(r"[IVX]{1,4}")
NOT_ADJECTIVES = frozenset(words_of("person_words.txt", "not adjectives"))


def names_behind(scan: Scan, at: int, limit: int, inside: bytearray) -> int:
    """Past the words that name an organisation or territory: "der Stadt | Bad Muster", "des Amtes | für Soziales"."""
    start = at
    while at < limit and at - start < 5 and not inside[at] and scan.roles[at] is None:
        token = scan.words[at]
        if token[:1].isupper() or (
            token in ("für", "und") and at + 1 < limit and scan.words[at + 1][:1].isupper() and not inside[at + 1]
        ):
            if (
                token == "und"
                and scan.words[at + 1] not in ("Hansestadt",)
                and scan.words[at - 1][:1].isupper()
                and "für" not in scan.words[start:at]
                and not scan.words[at - 1].endswith("-")
            ):
                break
            at += 1
        else:
            break
    return at


def attribute(scan: Scan, at: int, limit: int) -> bool:
    """Whether a token is an adjective before the noun of a complement."""
    if at + 1 >= limit:
        return False
    token, behind = scan.words[at], scan.words[at + 1]
    if not (behind[:1].isupper() or behind.endswith(("en", "er"))):
        return False
    return token.endswith(("en", "er", "es", "e")) and (
        token[:1].islower() or (behind[:1].isupper() and not scan.doc.types[at].verb and _adjectival(token))
    )


@cache
def _adjectival(token: str) -> bool:
    """Whether a capitalised word ends like an adjective in a name: "Geschäftsführenden", "Evangelischen"."""
    return token.endswith(
        ("ischen", "lichen", "enden", "igen", "aler", "ischer", "licher", "alen", "schen", "eten", "ten", "er")
    )


def house_behind(places: OrganisationPlaces, words: list[str], at: int) -> tuple[int, int] | None:
    """The organisation that stands behind "für", "für das": where it ends, and which one."""
    at += at < len(words) and words[at] in ("der", "die", "das", "den")
    if at not in places.at or places.entities[places.at[at][1]].kind not in SIGNING or places.partial(at, words[at]):
        return None
    return places.at[at]


SIGNING = frozenset(["agency", "jobcenter", "company", "welfare", "association", "social-partner", "municipality"])


def areas_behind(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int:
    """Past what a unit deals with: "des Bereichs Geldleistungen", "des Referats für Rente", "der Abteilung „Markt“"."""
    words = scan.words
    if at < limit and words[at] == "für":
        if house_behind(places, words, at + 1) is not None:
            return at  # "für das Jobcenter X" says whose office it is
        return noun_list(scan, places, at + 1, limit, inside) or at
    if at < limit and words[at] in '„"»':
        for end in range(at + 1, min(at + 8, limit)):
            if words[end] in '“"«”':
                return end + 1
    unit = at < limit and _NUMBERED.fullmatch(words[at]) is not None
    if (
        not unit
        and at < limit
        and words[at][:1].isupper()
        and not inside[at]
        and at not in places.at
        and not scan.roles[at]
    ):
        return noun_list(scan, places, at, limit, inside) or at
    start = at
    while at < limit and at - start < 4 and _NUMBERED.fullmatch(words[at]) and not inside[at]:
        at += 1  # "des Referats II b 4"
    return at


def area_tail(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int:
    """Past what narrows an area: "für Chancengleichheit | am Arbeitsmarkt", "für die Integration | Geflüchteter".

    Only where the phrase ends there, so that neither a place of work nor a time is taken for a part of the area.
    """
    words = scan.words
    if words[at : at + 2] == ["von", "Menschen"]:
        return _people_end(scan, at + 2, limit)  # "für die Belange | von Menschen mit Behinderungen"
    if words[at - 1] == "Menschen":
        return _people_end(scan, at, limit)
    people = at + 1 < limit and words[at].islower() and words[at].endswith("er") and words[at + 1] == "Menschen"
    noun = at + 1 if at < limit and (words[at] in ("am", "im", "von") or people) else at
    if noun >= limit or inside[noun] or not words[noun][:1].isupper() or scan.roles[noun] or noun in places.at:
        return at
    if noun == at and not (words[noun].endswith("er") and words[at - 1][:1].isupper()):
        return at
    if scan.flags[noun] & PLACE or _NO_AREA.search(words[noun]):
        return at
    end = noun + 1
    closed = end >= limit or words[end] in (",", "(", ")", ";", "–", ".") or bool(inside[end])
    housed = (
        not closed
        and words[end] in ("im", "beim", "bei", "der", "des")
        and not places.at.keys().isdisjoint((end + 1, end + 2))
    )
    return end if closed or housed else at


def _people_end(scan: Scan, at: int, limit: int) -> int:
    """Past "mit Behinderung" behind people."""
    return at + 2 if at + 1 < limit and scan.words[at] == "mit" and scan.words[at + 1][:1].isupper() else at


def noun_list(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Token after nouns joined by commas and "und": "Arbeit, Gesundheit und Soziales"; None where there are none."""
    end = _noun(scan, places, at, limit, inside)
    if end is None:
        return None
    while end < limit:
        token = scan.words[end]
        if token in ("und", "sowie", "&"):
            following = _noun(scan, places, end + 1, limit, inside)
            if following is None:
                return end
            return _second_pair(scan, places, following, limit, inside) or following
        if token == "," and (ahead := _comma_goes_on(scan, places, end, limit, inside)):
            end = ahead
            continue
        return end
    return end


def _second_pair(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Behind "Arbeit und Soziales": the end of ", Familie und Integration", which are fields of a ministry too."""
    words = scan.words
    if at + 3 >= limit or words[at] != "," or words[at + 1] not in _PORTFOLIOS or words[at + 2] != "und":
        return None
    end = _noun(scan, places, at + 3, limit, inside)
    closed = end is not None and (end >= limit or words[end] in (",", "–", "-", "(", ".") or bool(inside[end]))
    return end if closed and words[at + 3] in _PORTFOLIOS else None


def _comma_goes_on(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Behind a comma: the end of the next noun if an "und" with one more noun closes the list."""
    end = _noun(scan, places, at + 1, limit, inside)
    if end is None or end >= limit:
        return None
    probe, steps = end, 0
    while probe < limit and scan.words[probe] == "," and steps < 4:
        following = _noun(scan, places, probe + 1, limit, inside)
        if following is None:
            return None
        probe, steps = following, steps + 1
    if (
        probe < limit
        and scan.words[probe] in ("und", "sowie")
        and _noun(scan, places, probe + 1, limit, inside) is not None
    ):
        return end
    return None


def _noun(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Token after one noun with its adjectives that is neither a person, an office nor an organisation."""
    words = scan.words
    if at < limit and words[at] in ("der", "die", "das", "den", "dem"):
        at += 1
    for _ in range(3):
        if at >= limit or inside[at]:
            return None
        if (
            words[at][:1].islower()
            and words[at].endswith(("e", "en", "er", "es"))
            and not scan.doc.types[at].verb
            and words[at] not in NOT_ADJECTIVES
        ):
            at += 1
            at += (
                words[at : at + 1] == ["und"]
                and words[at + 1 : at + 2] != []
                and words[at + 1].endswith(words[at - 1][-1])
            )
            continue
        break
    if at >= limit or inside[at] or not words[at][:1].isupper() or scan.roles[at] is not None:
        return None
    if (
        words[at].endswith(("e", "er", "en"))
        and at + 1 < limit
        and words[at + 1][:1].isupper()
        and not inside[at + 1]
        and scan.flags[at + 1] & KNOWN
        and not scan.roles[at + 1]
    ):
        at += 1  # "Kommunale Arbeitsförderung"
    if words[at].endswith("-") and at + 2 < limit and words[at + 1] in ("und", "/"):
        return _noun(scan, places, at + 2, limit, inside)
    if at in places.at and not scan.flags[at] & PLACE and words[at].isupper():
        return None
    if words[at] in _TOPICS and at + 1 < limit and words[at + 1][:1].isupper() and not inside[at + 1]:
        at += scan.roles[at + 1] is None and at + 1 not in places.at  # "für das Thema Ausbildung"
    while at + 1 < limit and _ROMAN.fullmatch(words[at + 1]) and not inside[at + 1]:
        at += 1  # "SGB II"
    return at + 1
