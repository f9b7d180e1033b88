"""Landkreise, Kreise, towns and their administrations, and territories that only say where something is."""

import re
from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import is_adjective, is_known, nominative
from podium.reading.organisations_heads import Head
from podium.reading.organisations_known import Found
from podium.reading.places import Places, place_at
from podium.reading.values import replace
from podium.register.register import Register

__all__ = [
    "find_municipality",
    "find_territory",
    "further_seats",
    "is_territorial_office",
    "of_jobcenter",
    "used_as_place",
]

_OFFICE = re.compile(
    r"(?:[mM]inister(?:präsident)?|[Bb]ürgermeister|[sS]enator|[kK]anzler|[rR]egierungschef|[sS]taatspräsident|[kK]ommissar|[sS]taatssekretär|[pP]remier)"
    r"(?:in|innen|s|n|en)?$|(?:Präsident|Botschafter)(?:in|en|s)?$|[lL]and(?:rat|rätin|rats|rates)$|Innen?-?[sS]enator"
    r"|[aA]mtskolleg(?:e|en|in)$"
)
_MAYOR = re.compile(r"[bB]ürgermeister(?:in)?$")
_HEADS_KOMMUNE = re.compile(r"(?:[bB]ürgermeister(?:in)?|[lL]and(?:rat|rätin))$")
_SHORTEST = 4  # letters of a town's name
_NAME = 8  # tokens of a name with its titles up to the bracket behind it
_SEAT = 6  # tokens of such a bracket
_HEADING = re.compile(r"(?:[lL]and(?:rat|rätin)|(?:[dD]ezernent|[bB]eigeordnete)(?:in|r)?|[lL]andesbeamt(?:er|e|in))$")
_LOCAL = frozenset("im in aus nahe rund um durch bis ins nach".split())
_FREE = frozenset(["Freie", "Freien"])
_DECLINED = ("e", "er", "en", "em")
_COUNTY = ("Landkreis", "Kreis")
_TOWN = ("Stadt", "Landeshauptstadt", "Hansestadt", "Bundesstadt", "Universitätsstadt")


def find_municipality(words: Sequence[str], at: int, head: Head, known: Places, register: Register) -> Found | None:
    """ "Landkreis Harburg", "Stadtverwaltung Rostock", "Rostocker Stadtverwaltung"; None without a place."""
    placed = place_at(words, at + 1, known) if at + 1 < len(words) else None
    first = at
    if placed is None:
        town = known.of_adjective(words[at - 1]) if at and not words[at - 1][0].islower() else None
        if town is None or head.form in ("Region", "Kreis", "Stadt", "Gemeinde"):
            return None
        first, placed = at - 1, (at + 1, town)
        name = nominative([*words[first:at], head.form])
    else:
        name = f"{head.form} {placed[1]}"
        if head.form == "Hansestadt" and at and words[at - 1] in _FREE:
            first, name = at - 1, f"Freie {name}"
    entry = register.organisation(name) or register.organisation(f"{_plain(head.form)} {placed[1]}")
    key = entry.iri if entry else iri("organisation", name)
    held = first > 1 and words[first - 1] == "im" and _HEADING.search(words[first - 2])  # "Landrat im Kreis X"
    kind = "territory" if used_as_place(words, first, known) and not held else "municipality"
    return Found(first, placed[0], name, key, kind, head=head.form)


def _plain(form: str) -> str:
    """ "Stadt" for "Landeshauptstadt" and "Stadtverwaltung", which are the same body under another name."""
    if form in _TOWN or form == "Stadtverwaltung":
        return "Stadt"
    return "Landkreis" if form in ("Kreisverwaltung", "Landratsamt") else form


def used_as_place(words: Sequence[str], first: int, known: Places) -> bool:
    """Whether a preposition of place (or an opening bracket) before token `first` makes a territory of what follows."""
    if not first:
        return False
    before = words[first - 1].lower()
    if before in ("der", "dem", "den", "die") and first > 1:
        before = words[first - 2].lower()
    if words[first - 1] == "(":  # "in Haßloch (Kreis …)" is a place, "Jan Muster (Kreis …)" says for whom he works
        town = first > 1 and known.names.longest(words[first - 2 : first - 1], 0) is not None
        return town or (first > 2 and words[first - 3].lower() in _LOCAL)
    return before in _LOCAL


def of_jobcenter(word: str, name: str, register: Register) -> tuple[str, str] | None:
    """Name and key of the Kommune that "der Landkreis" or "die Stadt" means where only its jobcenter is named.

    `word` is the noun of the text, `name` the jobcenter's name; None where the two do not fit.
    """
    place = re.sub(r"^(?:Kommunales )?(?:Kreis)?-?Job-?[Cc]enter ", "", name)
    place = re.sub(r"^(?:Landkreis|Kreis|Stadt|Landeshauptstadt) ", "", place)
    if not place[:1].isupper() or re.search(r"[a-zäöüß][A-ZÄÖÜ]", place):
        return None  # "jenarbeit", "KoBa"
    entry = register.jobcenter(name)
    if entry is not None and (own := [a for a in entry.aliases if a.startswith("Jobcenter Stadt ")]):
        place = own[0].removeprefix("Jobcenter Stadt ")  # "Jobcenter Arbeitplus Bielefeld"
    town = entry is not None and register.in_town(entry)
    if (word in _COUNTY and (not town or "reis" in name)) or (word in _TOWN and (town or " Stadt " in name)):
        full = place if place.lower().endswith("kreis") else f"{word} {place}"
        known = register.organisation(full)
        return full, known.iri if known else iri("organisation", full)
    return None


@cache
def is_territorial_office(form: str) -> bool:
    """Whether a word is an office of a territory, so that a place beside it says of which: "Ministerpräsidentin"."""
    return form[:1].isupper() and bool(_OFFICE.search(form))


def find_territory(words: Sequence[str], at: int, known: Places, register: Register, floor: int) -> Found | None:
    """The territory of the office at token `at`: "Brandenburgs Ministerpräsident", "Außenminister der Schweiz"."""
    end = at + 1
    if (seat := _in_brackets(words, at, known, register)) is not None:
        return seat
    if end + 1 < len(words) and words[end] in ("von", "der", "in", "des"):
        start = end + 1 + (words[end + 1 : end + 2] in (["Landes"], ["Freistaats"], ["Freistaates"], ["Stadt"]))
        if words[end] == "des" and start == end + 1 and not words[start].startswith("Saarland"):
            return None
        placed = place_at(words, start, known, loose=words[end] == "von" or start > end + 1)
        if placed and words[end] == "in" and "inister" in words[at] and placed[1] not in known.territories:
            placed = None  # "die Konferenz der Sozialminister in Rostock"
        if placed and words[end] == "in" and words[at].startswith("Bundes"):
            placed = None  # "die Bundeskanzlerin in Berlin"
        if placed and words[start - 1] == "Stadt":
            return None  # "der Stadt Köln" is found as that
        if placed and (words[end] != "der" or placed[1] in known.territories or start > end + 1):
            return _territory(start, placed[0], placed[1], register)
    while at - 2 >= floor and words[at - 1].lower().endswith(_DECLINED) and not known.of_adjective(words[at - 1]):
        if not is_adjective(words[at - 1]) or not words[at - 2][:1].isupper():
            break
        at -= 1  # "Hamburgs | Erster Bürgermeister", "Hessens stellvertretende Ministerpräsidentin"
    while at - 3 >= floor and words[at - 1] in ("und", ",") and words[at - 2].endswith("-"):
        at -= 2  # "Brandenburgs | Arbeits- und Sozialministerin"
    if at - 1 < floor or not at:
        return None
    before = words[at - 1]
    place = known.of_adjective(before)
    if (
        place is None
        and before.endswith("s")
        and (placed := place_at(words, at - 1, known, loose=False))
        and placed[0] == at
    ):
        place = placed[1]
    if place is None and _MAYOR.search(words[end - 1]) and _is_genitive(before):
        place = before[:-1]  # "Laupheims Oberbürgermeister", a town that no list knows
    return _territory(at - 1, at, place, register) if place and place != "Deutschland" else None


@cache
def _is_genitive(form: str) -> bool:
    """Whether a word can be the genitive of a town's name: one that the dictionary does not have."""
    return form.endswith("s") and len(form) > _SHORTEST and not (is_known(form) or is_known(form[:-1]))


def _in_brackets(words: Sequence[str], at: int, known: Places, register: Register) -> Found | None:
    """The town or district in brackets behind the name of who heads it: "Landrat Max Muster (Altenburger Land)"."""
    if not _HEADS_KOMMUNE.search(words[at]):
        return None
    return _seat(words, at, known, register)


def further_seats(words: Sequence[str], found: Found, known: Places, register: Register) -> list[Found]:
    """The others of a list that a town in brackets begins: "die Bürgermeister A (Ahlen) und | B (Beckum)"."""
    seats: list[Found] = []
    last = found
    while words[last.first - 1] == "(" and words[last.end + 1 : last.end + 2] in (["und"], [","], ["sowie"]):
        following = _seat(words, last.end + 1, known, register, loose=True)
        if following is None:
            break
        seats.append(last := following)
    return seats


def _seat(words: Sequence[str], at: int, known: Places, register: Register, loose: bool = False) -> Found | None:
    """The town or district in the bracket that closes the name behind token `at`; `loose`: one that no list knows."""
    opens = next((n for n in range(at + 2, min(at + _NAME, len(words))) if words[n] == "("), 0)
    close = next((n for n in range(opens + 2, min(opens + _SEAT, len(words))) if words[n] == ")"), 0) if opens else 0
    if not close or any(not words[n][:1].isupper() for n in (*range(at + 1, opens), *range(opens + 1, close))):
        return None
    name = " ".join(words[opens + 1 : close])
    if "reis" in name or words[opens + 1] in _TOWN:
        return None  # "(Ilm-Kreis)", "(Stadt X)" are found as that
    county = register.organisation(f"Landkreis {name}")
    placed = place_at(words, opens + 1, known, loose=loose)
    if county is None and (placed is None or placed[0] != close):
        return None
    found = _territory(opens + 1, close, name, register)
    return replace(found, key=county.iri) if county and "andr" in words[at] else found


def _territory(first: int, end: int, name: str, register: Register) -> Found:
    entry = register.organisation(name) or register.organisation(f"Stadt {name}")
    return Found(first, end, name, entry.iri if entry else iri("organisation", name), "territory", head=name)
