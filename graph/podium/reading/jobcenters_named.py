"""Jobcenters under a name of their own: "MaßArbeit", "Kommunale Arbeitsförderung Ortenaukreis", "jenarbeit"."""

from collections.abc import Sequence
from functools import cache

from podium.reading.gazetteer import Gazetteer
from podium.reading.inflection import nominative
from podium.reading.lexicon import lines
from podium.reading.organisations_known import Found
from podium.reading.places import Places, place_at
from podium.register.model import RegisteredJobcenter
from podium.register.register import Register

__all__ = ["brand_before", "find_named", "named_jobcenters"]

_LIKE_OTHERS = (
    "Jobcenter",
    "JobCenter",
    "Job-Center",
    "jobcenter",
    "Kommunales Jobcenter",
    "KreisJobCenter",
    "JC ",
    "ARGE",
    "Arbeits",
)
# Nouns that head such names; with "Kommunale …" before and a place behind them they need not be listed.
_HEADS = (
    "Arbeitsförderung",
    "Beschäftigungsagentur",
    "Vermittlungsagentur",
    "Beschäftigungsförderung",
    "Center",
    "Kreisagentur",
)
_CALLED = frozenset(["Jobcenter", "Jobcenters", "Jobcentern"])
_WITH = frozenset(["Landkreis", "Kreis", "Stadt", "Region"])
_NOT_ALONE = frozenset(lines("organisations_not.txt", "jobcenters"))


@cache
def named_jobcenters(register: Register) -> Gazetteer[tuple[str, RegisteredJobcenter]]:
    """The names of their own that the register has, each with its jobcenter."""
    names: Gazetteer[tuple[str, RegisteredJobcenter]] = Gazetteer()
    for each in register.jobcenters:
        for name in (each.name, *each.aliases):
            brand, dash, rest = name.partition(" – ")
            if name.startswith(_LIKE_OTHERS) or name in _NOT_ALONE:
                continue
            names.add(name, (name, each))
            if dash and brand not in _NOT_ALONE and not brand.startswith("Jobcenter"):
                place = rest.split("Jobcenter ", 1)[-1] if "Jobcenter" in rest else rest
                names.add(f"{brand} {place}", (f"{brand} {place}", each))
                names.add(brand, (brand, each))
    return names


def find_named(words: Sequence[str], at: int, known: Places, register: Register) -> Found | None:
    """The jobcenter whose own name begins at token `at`, or is "Kommunale …" with a place; None where none does."""
    form = words[at]
    if form.lower().startswith("kommunale") and words[at + 1 : at + 2] and words[at + 1] in _HEADS:
        return _municipal(words, at, known, register) or _listed(words, at, register)
    return _listed(words, at, register)


def _listed(words: Sequence[str], at: int, register: Register) -> Found | None:
    hit = named_jobcenters(register).longest(words, at)
    if hit is None:
        return None
    end, (name, jobcenter) = hit
    if at and words[at - 1] in _CALLED and "obcenter" not in name:
        return Found(at - 1, end, f"Jobcenter {name}", jobcenter.iri, "jobcenter", head="Jobcenter")
    return Found(at, end, name, jobcenter.iri, "jobcenter", head=name.split(" ")[-1])


def _municipal(words: Sequence[str], at: int, known: Places, register: Register) -> Found | None:
    """ "Kommunale Arbeitsförderung Ortenaukreis", where the register has a jobcenter of the place."""
    first = at + 2
    if words[first : first + 1] in (["im"], ["des"]):
        first += 1
    county = first < len(words) and words[first].removesuffix("es") in _WITH
    placed = place_at(words, first + county, known)
    entry = register.jobcenter(f"Jobcenter {placed[1]}") if placed else None
    if placed is None or entry is None:
        return None
    name = " ".join(
        [nominative([*words[at : at + 2]]), *([words[first].removesuffix("es")] if county else []), placed[1]]
    )
    return Found(at, placed[0], name, entry.iri, "jobcenter", head=words[at + 1])


def brand_before(words: Sequence[str], dash: int) -> tuple[int, str]:
    """Start and nominative of "Kommunale Arbeitsförderung" before a dash at token `dash`; (dash, "") where none is."""
    if dash >= 2 and words[dash - 1] in _HEADS and words[dash - 2].lower().startswith("kommunale"):
        return dash - 2, nominative([words[dash - 2], words[dash - 1]]).replace("kommunale", "Kommunale", 1)
    return dash, ""
