"""Organisations of a release: known ones in any form, unknown ones by the shape of their names, and later mentions."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from podium.namespaces import iri
from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.forms import PerForm
from podium.reading.gazetteer import Gazetteer
from podium.reading.jobcenters import find_agency, find_jobcenter, further, is_agency_word, is_jobcenter_word
from podium.reading.jobcenters_named import find_named, named_jobcenters
from podium.reading.lexicon import words_of
from podium.reading.organisations_compounds import find_compound, local_abbreviations, note_bracket
from podium.reading.organisations_crafts import find_craft, is_craft
from podium.reading.organisations_firms import find_firm, is_owned
from podium.reading.organisations_groups import find_group, is_group, of_groups
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found, Known, KnownName, known_names
from podium.reading.organisations_legal import find_by_form, is_legal_form, legal_end, printed_legal
from podium.reading.organisations_letterhead import readable_words
from podium.reading.organisations_municipal import (
    find_municipality,
    find_territory,
    is_territorial_office,
    used_as_place,
)
from podium.reading.organisations_references import resolve
from podium.reading.organisations_scan import Scan, furniture_start, head_word, sentence_start
from podium.reading.organisations_shapes import find_by_head
from podium.reading.organisations_units import SUBUNITS, UNITS, WITH_PLACE, unit_of
from podium.reading.places import places
from podium.register.model import RegisteredJobcenter
from podium.register.register import Register

__all__ = ["find_organisations"]

_JOBCENTER, _AGENCY, _KNOWN, _HEAD, _LEGAL, _COMPOUND, _DISTRICT, _OFFICE, _OWNED, _GROUP, _BRAND, _CRAFT = (
    1 << n for n in range(12)
)
_PORTFOLIOS = frozenset(words_of("organisation_words.txt", "portfolios"))


@cache
def _triggers(register: Register) -> PerForm[str, int]:
    return PerForm(partial(_trigger, known_names(register), named_jobcenters(register)))


def _trigger(known: Known, jobcenters: Gazetteer[tuple[str, RegisteredJobcenter]], form: str) -> int:
    """What a word form can begin."""
    if not form[:1].isalnum():
        return 0
    code = _JOBCENTER if is_jobcenter_word(form) else 0
    code |= _AGENCY if is_agency_word(form) else 0
    code |= _KNOWN if known.names.starts(form) else 0
    code |= _HEAD if head_of(form) else 0
    code |= _LEGAL if is_legal_form(form) else 0
    code |= _COMPOUND if "-" in form and not form.endswith("-") else 0
    code |= _OFFICE if is_territorial_office(form) else 0
    code |= _OWNED if is_owned(form) else 0
    code |= _BRAND if jobcenters.starts(form) else 0
    code |= _CRAFT if is_craft(form) else 0
    code |= _GROUP if is_group(form) else 0
    return code | (_DISTRICT if form.endswith(("-Kreis", "-Kreises")) else 0)


def find_organisations(doc: Document, register: Register) -> Organisations:
    """Organisations of a text in the order of their first mention, with all mentions.

    Names are nominative and the fullest form of the text. Media have the kind "media"; a district or town that only
    says where something is has the kind "territory".
    """
    publisher = register.organisation(doc.release.publisher) if doc.release.publisher else None
    words = readable_words(doc, known_names(register))
    scan = Scan(doc, register, known_names(register), places(register), [], {}, [], publisher, words, words)
    _run(scan)
    scan.found += _tagged(scan)
    local_abbreviations(scan)
    scan.found = of_groups(scan.found, scan.words)
    furniture = furniture_start(doc)
    scan.found = [f for f in scan.found if f.first < furniture]
    return resolve(doc, register, scan.places, scan.found, scan.bare)


def _run(scan: Scan) -> None:
    words, triggers = scan.words, _triggers(scan.register)
    for at in triggers.places(words):
        code = triggers[words[at]]
        found = _within(scan, at, code) if at >= scan.floor else None
        if found is None:
            continue
        found = note_bracket(scan, found)
        more = further(words, found, scan.places, scan.register) if code & (_JOBCENTER | _AGENCY) else []
        more += _represented(scan, found) if found.kind == "parliament" else []
        scan.found += [found, *more]
        scan.floor = max(found.end, scan.found[-1].end)


def _within(scan: Scan, at: int, code: int) -> Found | None:
    """The organisation at token `at` as far as its sentence goes: a name does not run over the end of a line."""
    noted, before = len(scan.bare), scan.found[-1:]
    found = _at(scan, at, code)
    if found is None or found.end <= (limit := scan.doc.sentences[scan.doc.sentence_at[at]][1]):
        return found
    if _land_below(scan, found, limit):
        return found
    del scan.bare[noted:]
    scan.found += before if scan.found[-1:] != before else []
    scan.words = scan.printed[:limit]
    found = _at(scan, at, code)
    scan.words = scan.printed
    return found


def _land_below(scan: Scan, found: Found, limit: int) -> bool:
    """Whether a Land stands on a line of its own under a ministry in a letterhead."""
    below = " ".join(scan.printed[limit : found.end])
    return (
        found.kind == "ministry"
        and below in scan.places.territories
        and scan.doc.sentences[scan.doc.sentence_at[limit]][1] == found.end
        and scan.doc.block(limit) == scan.doc.block(limit - 1)
    )


def _represented(scan: Scan, found: Found) -> list[Found]:
    """The Kommune within the name of its council: "Kreistag des Kreises X"."""
    for at in range(found.first + 2, found.end):
        head = head_of(scan.words[at])
        if head is not None and head.kind == "municipality":
            inner = find_municipality(scan.words, at, head, scan.places, scan.register)
            return [inner] if inner is not None and inner.end <= found.end else []
    return []


def _tagged(scan: Scan) -> list[Found]:
    """Organisations that only a user's own spaCy pipeline knows, as they are printed."""
    if scan.doc.tagged is None:
        return []
    taken = {token for found in scan.found for token in range(found.first, found.end)}
    found = []
    for first, end in scan.doc.tagged.organisations:
        while first < end and not scan.doc.types[first].cap:
            first += 1  # an article
        if first < end and taken.isdisjoint(range(first, end)):
            name = scan.doc.phrase(first, end)
            found.append(Found(first, end, name, iri("organisation", name), "other", head=scan.words[end - 1]))
    return found


def _at(scan: Scan, at: int, code: int) -> Found | None:
    """The organisation that the word at token `at` begins or heads; the more certain pattern is asked first."""
    words = scan.words
    if code & _BRAND and (found := find_named(words, at, scan.places, scan.register)):
        return found
    if code & _JOBCENTER:
        found = find_jobcenter(words, at, scan.places, scan.register)
        if found is None:
            scan.bare.append((at, at + 1, "ARGE" if words[at] == "ARGE" else "Jobcenter"))
        return found
    if code & _AGENCY:
        found = find_agency(words, at, scan.places)
        if found:
            return found
        if words[at].startswith("Regionaldirektion") and "-" not in words[at]:
            scan.bare.append((at, at + 1, "Regionaldirektion"))
            return None
        if words[at] == "Arbeitsagentur" or words[at + 1 : at + 3] == ["für", "Arbeit"]:
            scan.bare.append((at, at + (1 if words[at] == "Arbeitsagentur" else 3), "Arbeitsagentur"))
            return None
    if code & _GROUP and (found := _group(scan, at)):
        return found
    if code & _KNOWN and (found := _known(scan, at)):
        return found
    if code & _COMPOUND and (found := find_compound(scan, at)):
        return found
    if code & _DISTRICT:
        return _district(scan, at)
    if code & _HEAD and (found := _headed(scan, at)):
        return found
    floor = max(_before_alias(scan, at), sentence_start(scan.doc, at)) if code & _LEGAL else 0
    if code & _LEGAL and (found := find_by_form(words, at, floor)):
        while scan.found and found.first <= scan.found[-1].first:
            scan.found.pop()  # "DIHK Service GmbH" is not the DIHK, "TÜV Nord Bildung gGmbH" not the TÜV Nord
        return found
    if code & _OFFICE:
        return find_territory(words, at, scan.places, scan.register, max(scan.floor, sentence_start(scan.doc, at)))
    if code & _CRAFT and (found := find_craft(words, at, sentence_start(scan.doc, at))):
        return found
    return _firm(scan, at) if code & _OWNED else None


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


_WITH_FIRMS = frozenset(["association", "company", "welfare"])


def _firm(scan: Scan, at: int) -> Found | None:
    """A firm named by its own name alone; a name that a more certain pattern knows is left to that."""
    found = find_firm(scan.words, at, sentence_start(scan.doc, at))
    triggers = _triggers(scan.register)
    if found is None or any(triggers[word] & ~_CRAFT for word in scan.words[found.first : found.end + 1]):
        return None
    return found


def _known(scan: Scan, at: int) -> Found | None:
    words = scan.words
    hit = scan.known.names.longest(words, at)
    if hit is None:
        return None
    end, entry = hit
    if words[at] in ("Links", "Linker", "Linkes") and entry.kind == "party":
        return None  # "Links neben ihm"
    head = head_of(words[at])
    if head and (_extends(scan, at, entry) or _portfolio(words, end, entry)):
        return _headed(scan, at)
    if entry.kind == "municipality":
        kind = "territory" if used_as_place(words, at, scan.places) else "municipality"
        return Found(at, end, entry.form, entry.iri, kind, head=entry.form)
    has_parts = entry.kind in SUBUNITS or entry.name in WITH_PLACE
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


def _extends(scan: Scan, at: int, entry: KnownName) -> bool:
    """Whether adjectives before a known short name make another organisation of it ("Hessischer Landkreistag")."""
    if at <= scan.floor or (" " in entry.form and entry.kind != "association"):
        return False
    before = scan.words[at - 1]
    return bool(scan.places.of_adjective(before)) and before[0].isupper()


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
    words = scan.words
    head = head_of(words[at])
    if head is None:
        return None
    if head.kind == "municipality":
        found = find_municipality(words, at, head, scan.places, scan.register)
    else:
        found = find_by_head(words, at, head, scan.places, max(scan.floor, sentence_start(scan.doc, at)))
    if found is not None and found.first == at and _named_next(scan, at + 1, found.end):
        return None  # "die Gewerkschaft ver.di": the name that follows is the organisation
    if found is None:
        if head.bare == "back":
            scan.bare.append((at, at + 1, head.form))
        return None
    entry = scan.register.organisation_on(found.name, scan.doc.release.published)
    if entry is None and scan.publisher is not None and scan.publisher.name.startswith(found.name + " "):
        entry = scan.publisher  # a ministry calls itself by its name without the Land
    return replace(found, key=entry.iri, kind=entry.kind, sure=True) if entry and found.kind != "territory" else found


def _named_next(scan: Scan, at: int, end: int) -> bool:
    hit = scan.known.names.longest(scan.words, at)
    return hit is not None and hit[0] >= end and hit[1].kind != "municipality"
