"""Organisations of a release: known ones in any form, unknown ones by the shape of their names, and later mentions."""

from podium.namespaces import iri
from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.jobcenters import further
from podium.reading.organisations_brands import without_legal_form
from podium.reading.organisations_compounds import local_abbreviations, note_bracket
from podium.reading.organisations_groups import of_groups
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found, known_names
from podium.reading.organisations_letterhead import readable_words
from podium.reading.organisations_municipal import find_municipality, further_seats
from podium.reading.organisations_patterns import organisation_at
from podium.reading.organisations_references import resolve
from podium.reading.organisations_scan import Scan, furniture_start
from podium.reading.organisations_senators import senators
from podium.reading.organisations_triggers import AGENCY, JOBCENTER, triggers_of, without_idle_articles
from podium.reading.places import places
from podium.register.register import Register

__all__ = ["find_organisations"]


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
    if named := senators(scan):
        scan.found = sorted([*scan.found, *named], key=lambda found: found.first)
    local_abbreviations(scan)
    without_legal_form(scan)
    scan.found = of_groups(scan.found, scan.words)
    furniture = furniture_start(doc)
    scan.found = [f for f in scan.found if f.first < furniture]
    return resolve(doc, register, scan.places, scan.found, scan.bare)


def _run(scan: Scan) -> None:
    words, triggers = scan.words, triggers_of(scan.register)
    places = scan.doc.places(triggers) if words is scan.doc.words else triggers.places(words)
    for at in without_idle_articles(words, places, scan.register):
        code = triggers[words[at]]
        found = _within(scan, at, code) if at >= scan.floor else None
        if found is None:
            continue
        found = note_bracket(scan, found)
        more = further(words, found, scan.places, scan.register) if code & (JOBCENTER | AGENCY) else []
        more += _represented(scan, found) if found.kind == "parliament" else []
        more += further_seats(words, found, scan.places, scan.register) if found.kind == "territory" else []
        scan.found += [found, *more]
        scan.floor = max(found.end, scan.found[-1].end)


def _within(scan: Scan, at: int, code: int) -> Found | None:
    """The organisation at token `at` as far as its sentence goes: a name does not run over the end of a line."""
    noted, before = len(scan.bare), scan.found[-1:]
    found = organisation_at(scan, at, code)
    if found is None or found.end <= (limit := scan.doc.sentences[scan.doc.sentence_at[at]][1]):
        return found
    if _land_below(scan, found, limit):
        return found
    del scan.bare[noted:]
    scan.found += before if scan.found[-1:] != before else []
    scan.words = scan.printed[:limit]
    found = organisation_at(scan, at, code)
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
