"""Parts of an association that are organisations of their own: "AWO Kreisverband Harz", "DGB Sachsen"."""

from functools import cache

from podium.reading.inflection import is_adjective
from podium.reading.lexicon import words_of
from podium.reading.organisations_known import KnownName
from podium.reading.organisations_scan import Scan, sentence_start
from podium.reading.places import place_at
from podium.reading.roles_words import role_word

__all__ = ["SUBUNITS", "UNITS", "UNITS_ALONE", "WITH_PLACE", "region_end", "unit_of"]

SUBUNITS = frozenset(["social-partner", "welfare", "party", "association"])
UNITS = frozenset(words_of("organisation_units.txt", "with place"))
WITH_PLACE = frozenset(["Deutsche Rentenversicherung", "Deutsche Angestellten-Akademie", "Familienkasse", "IAB"])
UNITS_ALONE = frozenset(words_of("organisation_units.txt", "alone"))


def unit_of(scan: Scan, at: int, entry: KnownName) -> tuple[int, str] | None:
    """End and name of the part of an association that follows its name: "Sachsen", "Kreisverband Harz"."""
    words = scan.words
    if at >= len(words):
        return None
    if words[at] == "im" and words[at + 1 : at + 2] in (["Kirchenkreis"], ["Landkreis"], ["Kreis"], ["Bistum"]):
        end = region_end(scan, at + 2) if entry.kind == "welfare" else 0
        return (end, " ".join(words[at:end])) if end else None
    unit = _nominative(words[at])
    if unit in UNITS:
        end = region_end(scan, at + 1)
        if end:
            return end, " ".join([unit, *words[at + 1 : end]]).replace(" / ", "/")
        return (at + 1, unit) if unit in UNITS_ALONE else None
    loose = entry.kind != "party" and role_word(words[at]) is None
    placed = place_at(words, at, scan.places, loose=loose)
    return placed if placed and sentence_start(scan.doc, at) < at else None


@cache
def _nominative(form: str) -> str:
    """A unit without the ending of a genitive: "Kreisverbandes" → "Kreisverband"."""
    return next((unit for end in ("es", "s") if (unit := form.removesuffix(end)) in UNITS), form)


def region_end(scan: Scan, at: int) -> int:
    """End of a region: a place, or an adjective with "Region", "Land", "Kreis" ("Märkische Region"); 0 where none."""
    words = scan.words
    placed = place_at(words, at, scan.places)
    if placed:
        end = placed[0]
        while (
            end + 1 < len(words)
            and words[end] in ("–", "-", "/")
            and (more := place_at(words, end + 1, scan.places, False))
        ):
            end = more[0]  # "Niedersachsen – Bremen – Sachsen-Anhalt"
        return end
    if at + 1 < len(words) and "-" in words[at + 1] and words[at][:1].isupper():
        town = [words[at], words[at + 1].partition("-")[0]]
        if (hit := scan.places.names.longest(town, 0)) and hit[0] == len(town):
            return at + 2  # "Schwäbisch Hall-Hohenlohe"
    if (
        at + 1 < len(words)
        and words[at][:1].isupper()
        and is_adjective(words[at])
        and words[at + 1] in ("Region", "Land", "Kreis", "Heide", "Schweiz")
    ):
        return at + 2
    return 0
