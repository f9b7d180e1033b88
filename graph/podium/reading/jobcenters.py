"""Jobcenters, agencies for work and their regional directorates by pattern, with the place checked."""

import re
from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import is_known, nominative
from podium.reading.jobcenters_named import brand_before
from podium.reading.organisations_known import Found
from podium.reading.places import Places, place_at
from podium.register.register import LAENDER, Register

__all__ = ["find_agency", "find_jobcenter", "further", "is_agency_word", "is_jobcenter_word"]

_JOBCENTER = re.compile(
    r"(?:(?:Kreis|Stadt|Landkreis|Region)?-?Job-?[Cc]enters?|JOBCENTERS?|(?:Kreis)?JobCENTERS?|(?:Kreis|Stadt)jobcenters?|jobcenters?|Jobcentern?|Job-Centern|JobCentern|ARGE)$"
)
_WITH = frozenset(
    "Stadt Landkreis Kreis Region StädteRegion Städteregion Landeshauptstadt Hansestadt Regionalverband Bezirk".split()
)
_OF = {
    "der": (
        "Kreise",
        "Landkreise",
        "Städte",
        "Stadt",
        "Region",
        "Landeshauptstadt",
        "Hansestadt",
        "StädteRegion",
        "Städteregion",
    ),
    "des": ("Landkreises", "Kreises", "Landkreis", "Kreis"),
    "im": ("Landkreis", "Kreis"),
    "in": (),
}
_ONE_OF = {"Kreise": "Kreis", "Landkreise": "Landkreis", "Städte": "Stadt"}
# Länder that have many jobcenters; Bremen and Hamburg are towns with one.
_TOO_LARGE = frozenset(LAENDER) - {"Bremen", "Hamburg"} | {"NRW", "Deutschland", "RLP"}
# Towns that the dictionary has among its words.
_TOPONYM = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:heim|burg|berg|hausen|stadt|bach|dorf|ingen|furt|kirchen|walde|münde|brück|brücken|hafen|rode|hall)"
)
# Regions that no list of places knows.
_REGION = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:gebirge|wald|eifel|börde|marsch|bergland|hügelland|alb|aue|heide)")
_MUNICIPAL = frozenset("Kommunale Kommunales Kommunalen Kommunalem kommunale kommunales kommunalen kommunalem".split())


@cache
def is_jobcenter_word(form: str) -> bool:
    """Whether a word is "Jobcenter" in some spelling or case."""
    return bool(_JOBCENTER.match(form))


@cache
def is_agency_word(form: str) -> bool:
    """Whether a word can begin the name of an agency for work or of a regional directorate."""
    return form in ("Agentur", "Agenturen") or form.startswith(("Arbeitsagentur", "Regionaldirektion"))


def find_jobcenter(words: Sequence[str], at: int, known: Places, register: Register) -> Found | None:
    """The jobcenter named at token `at` ("Jobcenters Landkreis Harburg", "Kölner Jobcenter"); None without a place."""
    first, before = at, words[at - 1] if at else ""
    label = _label(words[at])
    if before in _MUNICIPAL and before[0].isupper() and label in ("Jobcenter", "Kreisjobcenter"):
        first, label = at - 1, f"Kommunales {label}"
    brand = _brand(words, first)
    start = first - 2
    if not brand and first > 2 and words[first - 1] in ("–", "-"):
        start, brand = brand_before(words, first - 1)
    placed = _place_after(words, at + 1, known) or _short_place(words, at + 1, register)
    listed = _listed_place(words, at + 1, register)
    if listed is not None and (placed is None or listed[0] > placed[0]):
        placed = listed  # "Jobcenter Passau Land"
    if placed is None and _REGION.fullmatch(words[at + 1] if at + 1 < len(words) else ""):
        placed = at + 2, words[at + 1]  # "Jobcenter Fichtelgebirge"
    if placed is None:
        town = known.of_adjective(before) if first == at else None
        if town is None or (town in _TOO_LARGE and not _one_town(words, at, town, register)):
            return None
        return _jobcenter(at - 1, at + 1, f"Jobcenter {town}", register)
    end, place = placed
    if place in _TOO_LARGE and not (end == at + 2 and _one_town(words, at, place, register)):
        return None  # "die Jobcenter in Niedersachsen"
    if brand:
        return _jobcenter(start, end, f"{brand} – {label} {place}", register, f"{label} {place}")
    return _jobcenter(first, end, f"{label} {place}", register)


def _brand(words: Sequence[str], first: int) -> str:
    """The name of its own that a jobcenter bears before a dash: "der MainArbeit – Kommunales Jobcenter Offenbach"."""
    if first < 3 or words[first - 1] not in ("–", "-") or words[first - 3].lower() not in _BEFORE_BRAND:
        return ""
    brand = words[first - 2]
    return brand if brand[:1].isupper() and not is_known(brand) and not is_known(brand.lower()) else ""


_BEFORE_BRAND = frozenset("der die das des dem im beim vom zum zur von".split())


@cache
def _label(form: str) -> str:
    if form.isupper() or form[0].islower():
        return "Jobcenter" if form.upper().startswith("JOBCENTER") else form
    return re.sub(r"(?<=[Cc]enter)[sn]$|(?<=CENTER)S$", "", form)


def _jobcenter(first: int, end: int, name: str, register: Register, plain: str = "") -> Found:
    entry = register.jobcenter(name) or (register.jobcenter(plain) if plain else None)
    place = name.rpartition(" ")[2]
    if entry and len(place) > 4 and place.isupper():
        name = name.removesuffix(place) + place.title()
    return Found(first, end, name, entry.iri if entry else iri("organisation", name), "jobcenter", head="Jobcenter")


def _place_after(words: Sequence[str], at: int, known: Places) -> tuple[int, str] | None:
    """Place in a jobcenter's name: "Landkreis Harburg", "im Kreis Unna", "der Stadt Hamm", "in Oberhausen"."""
    if at >= len(words):
        return None
    form = words[at]
    if form in _WITH:
        placed = place_at(words, at + 1, known)
        return (placed[0], f"{form} {placed[1]}") if placed else None
    if form in _OF and at + 2 < len(words):
        if words[at + 1] in _OF[form]:
            placed = place_at(words, at + 2, known)
            kind = _ONE_OF.get(words[at + 1]) or nominative([words[at + 1]], "gen")
            return (placed[0], f"{kind} {placed[1]}") if placed else None
        whole = words[at + 1].removesuffix("es")
        if form == "des" and whole.lower().endswith("kreis") and len(whole) > 8 and words[at + 1] != whole:
            return at + 2, whole  # "des Ortenaukreises"
        if form == "in":
            return place_at(words, at + 1, known, loose=False)
        return None
    return place_at(words, at, known)


def _short_place(words: Sequence[str], at: int, register: Register) -> tuple[int, str] | None:
    """An abbreviated place that the register knows: "Jobcenter EN"."""
    form = words[at] if at < len(words) else ""
    return (at + 1, form) if 1 < len(form) <= 4 and form.isupper() and register.jobcenter(f"Jobcenter {form}") else None


def _listed_place(words: Sequence[str], at: int, register: Register) -> tuple[int, str] | None:
    """The longest sequence of words that the register has as the place of a jobcenter: "Passau Land", "Landsberg"."""
    stop = at
    while stop < len(words) and stop - at < 4 and (words[stop][:1].isupper() or words[stop] in _IN_PLACES):
        stop += 1
    for end in range(stop, at, -1):
        place = " ".join(words[at:end])
        capital = words[end - 1][:1].isupper() and words[end - 1] not in ("AöR", "gGmbH", "GmbH")
        if end == at + 1 and is_known(place) and not _TOPONYM.fullmatch(place):
            return None  # "dem Jobcenter Arbeit machen"
        if len(place) > 4 and capital and register.jobcenter(f"Jobcenter {place}"):
            return end, place
    return None


_IN_PLACES = frozenset(["am", "an", "der", "im", "in"])


def _one_town(words: Sequence[str], at: int, place: str, register: Register) -> bool:
    """Whether a Land's name is a town's here: "Geschäftsführer des Jobcenters Brandenburg", in the singular."""
    genitive = words[at].endswith("s") and at > 0 and any(w == "des" for w in words[max(0, at - 2) : at])
    return (genitive or words[at - 1 : at] in (["im"], ["vom"], ["beim"], ["zum"])) and bool(
        register.jobcenter(f"Jobcenter {place}")
    )


def further(words: Sequence[str], found: Found, known: Places, register: Register) -> list[Found]:
    """The others where one plural noun stands before several places: "den Jobcentern Köln, Bonn und Hamm"."""
    plural = words[found.first].endswith(("ern", "Agenturen", "agenturen")) or (
        words[found.first].endswith("center")
        and found.first > 0
        and words[found.first - 1].lower() in ("die", "der", "den", "drei", "vier", "zwei")
    )
    kind = _ONE_OF.get(words[found.first + 2], "") if found.end - found.first > 3 else ""
    plural = plural or bool(kind)
    more: list[Found] = []
    end = found.end
    while plural and end + 1 < len(words) and words[end] in (",", "und", "sowie"):
        placed = place_at(words, end + 1, known, loose="-" in words[end + 1])
        if placed is None or words[placed[0] : placed[0] + 1] in (["("], ["Jobcenter"]):
            break
        label = "Jobcenter" if found.kind == "jobcenter" else "Agentur für Arbeit"
        label += f" {kind}" if kind else ""
        name = f"{label} {placed[1]}"
        entry = register.jobcenter(name) if found.kind == "jobcenter" else None
        more.append(
            Found(
                end + 1, placed[0], name, entry.iri if entry else iri("organisation", name), found.kind, head=found.head
            )
        )
        end = placed[0]
    return more


def find_agency(words: Sequence[str], at: int, known: Places) -> Found | None:
    """The agency for work or regional directorate named at token `at`; None where no place follows."""
    form = words[at]
    if form.startswith("Regionaldirektion"):
        return _directorate(words, at, known)
    end = at + 1
    if form in ("Agentur", "Agenturen"):
        if list(words[at + 1 : at + 3]) != ["für", "Arbeit"]:
            return None
        end = at + 3
    elif form not in ("Arbeitsagentur", "Arbeitsagenturen"):
        return None
    placed = place_at(words, end + (words[end : end + 1] == ["in"]), known, loose=words[end : end + 1] != ["in"])
    first = at
    if placed is None and end < len(words) and _TOPONYM.fullmatch(words[end]):
        placed = end + 1, words[end]
    if placed and placed[1] in _TOO_LARGE and form.startswith(("Agenturen", "Arbeitsagenturen")):
        return None  # "die Arbeitsagenturen in Niedersachsen"
    if placed is None:
        town = known.of_adjective(words[at - 1]) if at else None
        if town is None:
            return None
        first, placed = at - 1, (end, town)
    printed = "Agentur für Arbeit" if form.startswith("Agentur") else "Arbeitsagentur"
    name = f"{printed} {placed[1]}"
    return Found(
        first, placed[0], name, iri("organisation", f"Agentur für Arbeit {placed[1]}"), "agency", head="Arbeitsagentur"
    )


_FEDERAL = {"Bundesagentur": "Bundesagentur für Arbeit", "BA": "BA"}


def _directorate(words: Sequence[str], at: int, known: Places) -> Found | None:
    placed = place_at(words, at + 1, known)
    end, place = placed if placed else (at + 1, "")
    tail = ""
    rest = list(words[end : end + 4])
    if rest[:1] == ["der"] and len(rest) > 1 and rest[1] in _FEDERAL:
        tail = " der " + _FEDERAL[rest[1]]
        end += 4 if rest[1:] == ["Bundesagentur", "für", "Arbeit"] else 2
    if not place:
        return None
    full = f"Regionaldirektion {place} der Bundesagentur für Arbeit"
    return Found(
        at, end, f"Regionaldirektion {place}{tail}", iri("organisation", full), "agency", head="Regionaldirektion"
    )
