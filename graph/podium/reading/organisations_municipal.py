"""Landkreise, Kreise, towns and their administrations, and territories that only say where something is."""

import re
from collections.abc import Sequence

from podium.namespaces import iri
from podium.reading.inflection import nominative
from podium.reading.organisations_known import Found
from podium.reading.organisations_shapes import Head
from podium.reading.places import Places, place_at
from podium.register.register import Register

__all__ = ["find_municipality", "of_jobcenter", "used_as_place"]

_LOCAL = frozenset("im in aus nahe rund um durch bis ins nach".split())
_COUNTY = ("Landkreis", "Kreis")
_TOWN = ("Stadt", "Landeshauptstadt", "Hansestadt", "Bundesstadt", "Universitätsstadt")


def find_municipality(words: Sequence[str], at: int, head: Head, known: Places, register: Register) -> Found | None:
    """"Landkreis Harburg", "Stadt Hamm", "Stadtverwaltung Rostock", "Rostocker Stadtverwaltung"; None without a place."""
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
    entry = register.organisation(name) or register.organisation(f"{_plain(head.form)} {placed[1]}")
    key = entry.iri if entry else iri("organisation", name)
    kind = "territory" if used_as_place(words, first) else "municipality"
    return Found(first, placed[0], name, key, kind, head=head.form)


def _plain(form: str) -> str:
    """"Stadt" for "Landeshauptstadt" and "Stadtverwaltung", which are the same body under another name."""
    if form in _TOWN or form == "Stadtverwaltung":
        return "Stadt"
    return "Landkreis" if form in ("Kreisverwaltung", "Landratsamt") else form


def used_as_place(words: Sequence[str], first: int) -> bool:
    """Whether a preposition of place (or an opening bracket) before token `first` makes a territory of what follows."""
    if not first:
        return False
    before = words[first - 1].lower()
    if before in ("der", "dem", "den", "die") and first > 1:
        before = words[first - 2].lower()
    return before in _LOCAL or words[first - 1] == "("


def of_jobcenter(word: str, name: str, register: Register) -> tuple[str, str] | None:
    """Name and key of the Kommune that "der Landkreis" or "die Stadt" means where only its jobcenter is named.

    `word` is the noun of the text, `name` the jobcenter's name; None where the two do not fit.
    """
    place = re.sub(r"^(?:Kommunales )?(?:Kreis)?-?Job-?[Cc]enter ", "", name)
    place = re.sub(r"^(?:Landkreis|Kreis|Stadt|Landeshauptstadt) ", "", place)
    entry = register.jobcenter(name)
    kinds = {d.kind for d in register.districts if entry and d.ags in entry.ags}
    town = bool(kinds & {"kreisfreie Stadt", "Stadtkreis"})
    if (word in _COUNTY and (not town or "reis" in name)) or (word in _TOWN and (town or " Stadt " in name)):
        full = f"{word} {place}"
        known = register.organisation(full)
        return full, known.iri if known else iri("organisation", full)
    return None
