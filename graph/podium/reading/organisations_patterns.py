"""The organisation at one word of a text: known, headed by a noun for a body, a firm by its form, a group, a craft."""

from collections.abc import Sequence
from dataclasses import replace

from podium.namespaces import iri
from podium.reading.jobcenters import find_agency, find_jobcenter
from podium.reading.jobcenters_named import find_named
from podium.reading.lexicon import words_of
from podium.reading.organisations_brands import house_of_brand
from podium.reading.organisations_compounds import find_compound
from podium.reading.organisations_crafts import find_craft
from podium.reading.organisations_firms import find_firm
from podium.reading.organisations_groups import find_group
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found, KnownName
from podium.reading.organisations_led import find_led
from podium.reading.organisations_legal import find_by_form, legal_end, printed_legal
from podium.reading.organisations_municipal import find_municipality, find_territory, used_as_place
from podium.reading.organisations_scan import Scan, head_word, sentence_start
from podium.reading.organisations_shapes import find_by_head
from podium.reading.organisations_triggers import (
    AGENCY,
    BRAND,
    COMPOUND,
    CRAFT,
    DISTRICT,
    GROUP,
    HEAD,
    JOBCENTER,
    KNOWN,
    LEGAL,
    OFFICE,
    OWNED,
    triggers_of,
)
from podium.reading.organisations_units import SUBUNITS, UNITS, WITH_PLACE, unit_of

__all__ = ["organisation_at"]

_PORTFOLIOS = frozenset(words_of("organisation_words.txt", "portfolios"))
_OFFICES = frozenset(["Stadtrat", "Kreisrat", "Stadtrats", "Kreisrats"])
_WITH_FIRMS = frozenset(["association", "company", "welfare"])


def organisation_at(scan: Scan, at: int, code: int) -> Found | None:
    """The organisation that the word at token `at` begins or heads; the more certain pattern is asked first."""
    words = scan.words
    if code & BRAND and (found := find_named(words, at, scan.places, scan.register)):
        return found
    if code & JOBCENTER:
        found = find_jobcenter(words, at, scan.places, scan.register)
        if found is None:
            scan.bare.append((at, at + 1, "ARGE" if words[at] == "ARGE" else "Jobcenter"))
        return found
    if code & AGENCY:
        found = find_agency(words, at, scan.places)
        if found:
            return found
        if words[at].startswith("Regionaldirektion") and "-" not in words[at]:
            scan.bare.append((at, at + 1, "Regionaldirektion"))
            return None
        if words[at] == "Arbeitsagentur" or words[at + 1 : at + 3] == ["für", "Arbeit"]:
            scan.bare.append((at, at + (1 if words[at] == "Arbeitsagentur" else 3), "Arbeitsagentur"))
            return None
    if code & GROUP and (found := _group(scan, at)):
        return found
    if code & KNOWN and (found := _known(scan, at)):
        return found
    if code & COMPOUND and (found := find_compound(scan, at)):
        return found
    if code & DISTRICT:
        return _district(scan, at)
    if code & HEAD and (found := _headed(scan, at)):
        return found
    floor = max(_before_alias(scan, at), sentence_start(scan.doc, at)) if code & LEGAL else 0
    if code & LEGAL and (found := find_by_form(words, at, floor)):
        while scan.found and found.first <= scan.found[-1].first:
            scan.found.pop()  # "DIHK Service GmbH" is not the DIHK, "TÜV Nord Bildung gGmbH" not the TÜV Nord
        return found
    if code & OFFICE:
        return find_territory(words, at, scan.places, scan.register, max(scan.floor, sentence_start(scan.doc, at)))
    if code & CRAFT and (found := find_craft(words, at, sentence_start(scan.doc, at))):
        return found
    if code & OWNED:
        return _firm(scan, at) or _led(scan, at)
    return None


def _group(scan: Scan, at: int) -> Found | None:
    """The group in a parliament at token `at`; "Fraktion" alone is one named before."""
    found = find_group(scan.words, at, scan.known.names, lambda token: _known(scan, token) or _headed(scan, token))
    if found is None and scan.words[at] == "Fraktion":
        scan.bare.append((at, at + 1, "Fraktion"))
    return found


def _before_alias(scan: Scan, at: int) -> int:
    """Where a firm's name may begin: behind what was found last, with its abbreviation, or before its Kommune."""
    last = scan.found[-1] if scan.found else None
    if last is not None and last.end == at and last.kind in ("municipality", "territory"):
        behind = scan.found[-2].end if len(scan.found) > 1 else 0
        return max(behind, last.first - 3)  # "Wirtschaftsförderung | Region Stuttgart GmbH"
    open_ended = last is not None and last.end == scan.floor and (last.form == "alias" or last.kind in _WITH_FIRMS)
    return last.first if last is not None and open_ended else scan.floor


def _firm(scan: Scan, at: int) -> Found | None:
    """A firm named by its own name alone; a name that a more certain pattern knows is left to that."""
    found = find_firm(scan.words, at, sentence_start(scan.doc, at))
    if found is None:
        return None
    triggers, known = triggers_of(scan.register), scan.known.names
    for token in range(found.first, min(found.end + 1, len(scan.words))):
        code = triggers[scan.words[token]] & ~CRAFT
        if code & ~KNOWN or (code and known.longest(scan.words, token)):
            return None
    return found


def _led(scan: Scan, at: int) -> Found | None:
    """A house told by who leads it, where no other pattern can find anything at its noun."""
    found = find_led(scan.words, at, sentence_start(scan.doc, at), scan.places)
    return None if found is None or triggers_of(scan.register)[scan.words[found.first]] & ~CRAFT else found


def _known(scan: Scan, at: int) -> Found | None:
    """An organisation under a name that the register or the lexicon has, with the part of it named behind."""
    words = scan.words
    hit = scan.known.names.longest(words, at)
    if hit is None:
        return _before_hyphen(scan, at)
    end, entry = hit
    if words[at] in ("Links", "Linker", "Linkes") and entry.kind == "party":
        return None  # "Links neben ihm"
    head = head_of(words[at])
    if head and (_extends(scan, at, entry) or _portfolio(words, end, entry)):
        return _headed(scan, at)
    if entry.kind == "municipality":
        kind = "territory" if used_as_place(words, at, scan.places) else "municipality"
        return Found(at, end, entry.form, entry.iri, kind, head=entry.form)
    has_parts = entry.kind in SUBUNITS or entry.form in WITH_PLACE
    unit = unit_of(scan, end, entry) if has_parts else None
    if unit is None and words[end : end + 1] in (["–"], ["-"]) and words[end + 1 : end + 2] and words[end + 1] in UNITS:
        unit = unit_of(scan, end + 1, entry) if has_parts else None
    if unit is None and has_parts and words[end : end + 1] == ["("] and words[end + 2 : end + 3] == [")"]:
        unit = unit_of(scan, end + 3, entry)
    if unit:
        legal = legal_end(words, unit[0])
        name = f"{entry.form} {unit[1]}" + (f" {printed_legal(words, unit[0], legal)}" if legal else "")
        return Found(at, legal or unit[0], name, iri("organisation", name), entry.kind, head=entry.form)
    form = "alias" if entry.short else "name"
    return Found(at, end, entry.form, entry.iri, entry.kind, form, head=head_word(entry))


def _before_hyphen(scan: Scan, at: int) -> Found | None:
    """A name of two words whose last one begins a compound: "IG Metall-Senioren", "IG BAU-Landesverband"."""
    before, hyphen, rest = scan.words[at + 1].partition("-") if at + 1 < len(scan.words) else ("", "", "")
    if not hyphen or not rest[:1].isupper() or not before[:1].isupper():
        return None
    hit = scan.known.names.longest([scan.words[at], before], 0)
    if hit is None or hit[0] < 2:
        return None
    entry = hit[1]
    return Found(at, at + 2, entry.form, entry.iri, entry.kind, "alias", head=head_word(entry))


def _extends(scan: Scan, at: int, entry: KnownName) -> bool:
    """Whether adjectives before a known short name make another organisation of it ("Hessischer Landkreistag")."""
    if at <= scan.floor or (" " in entry.form and entry.kind != "association"):
        return False
    before = scan.words[at - 1]
    return bool(scan.places.of_adjective(before)) and (before[0].isupper() or entry.kind == "ministry")


def _portfolio(words: Sequence[str], end: int, entry: KnownName) -> bool:
    """Whether a known ministry's name goes on with another field: "Bundesministerium für Arbeit | und Wirtschaft"."""
    return (
        entry.kind == "ministry"
        and " für " in entry.form
        and words[end : end + 1] == ["und"]
        and words[end + 1 : end + 2] != []
        and words[end + 1] in _PORTFOLIOS
    )


def _district(scan: Scan, at: int) -> Found | None:
    """A district that bears "-Kreis" in its name, known or not: "Rhein-Sieg-Kreis"."""
    name = scan.words[at].removesuffix("es")
    entry = scan.register.organisation(name)
    kind = "territory" if used_as_place(scan.words, at, scan.places) else "municipality"
    return Found(at, at + 1, name, entry.iri if entry else iri("organisation", name), kind, head="Kreis")


def _headed(scan: Scan, at: int) -> Found | None:
    """An organisation by a noun for a body with what stands around it: "Verein Neue Wege", "Stadtverwaltung X"."""
    words = scan.words
    head = head_of(words[at])
    if head is None or (at and words[at] in _OFFICES and words[at - 1] in ("Erster", "Ersten", "Erste")):
        return None  # "Erster Stadtrat Karl Beispiel"
    if head.kind == "municipality":
        found = find_municipality(words, at, head, scan.places, scan.register)
    else:
        found = find_by_head(words, at, head, scan.places, max(scan.floor, sentence_start(scan.doc, at)))
    if found is not None and found.first == at and _named_next(scan, at + 1, found.end):
        return None  # "die Gewerkschaft ver.di": the name that follows is the organisation
    found = house_of_brand(scan, at, head, found)
    if found is None:
        if head.bare in ("back", "one"):
            scan.bare.append((at, at + 1, head.form))
        return None
    entry = scan.register.organisation_on(found.name, scan.doc.release.published)
    if entry is None and scan.publisher is not None and scan.publisher.name.startswith(found.name + " "):
        entry = scan.publisher  # a ministry calls itself by its name without the Land
    return replace(found, key=entry.iri, kind=entry.kind, sure=True) if entry and found.kind != "territory" else found


def _named_next(scan: Scan, at: int, end: int) -> bool:
    hit = scan.known.names.longest(scan.words, at)
    return hit is not None and hit[0] >= end and hit[1].kind != "municipality"
