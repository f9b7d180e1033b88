"""The register as quads of its own graph: each thing with its source and its row, no blank nodes."""

from collections.abc import Iterator

from podium.register import Register
from podium.triples.changes import change_triples
from podium.triples.register_events import edition_triples, series_triples
from podium.triples.register_instruments import instrument_triples, legal_basis_triples
from podium.triples.register_offices import office_triples, person_triples, tenure_triples
from podium.triples.register_organisations import district_triples, jobcenter_triples, organisation_triples
from podium.triples.register_rows import Triple
from podium.triples.terms import LABEL, REGISTER_GRAPH, Quad, date, dcterms, german

__all__ = ["register_quads"]


def register_quads(register: Register) -> Iterator[Quad]:
    """Quads of the graph of the register, in the order of its files; the same for the same files.

    What holds "now" (currentArrangement, currentTenure) is computed for the register's as-of date.
    """
    for subject, predicate, value in _triples(register):
        yield Quad(subject, predicate, value, REGISTER_GRAPH)


def _triples(register: Register) -> Iterator[Triple]:
    yield REGISTER_GRAPH, dcterms("date"), date(register.as_of)
    yield REGISTER_GRAPH, LABEL, german("Register")
    for organisation in register.organisations:
        yield from organisation_triples(organisation, register)
    for district in register.districts:
        yield from district_triples(district)
    for jobcenter in register.jobcenters:
        yield from jobcenter_triples(jobcenter, register)
    yield from change_triples(register)
    yield from office_triples(register)
    yield from person_triples(register)
    for tenure in register.tenures:
        yield from tenure_triples(tenure, register)
    yield from legal_basis_triples(register.instruments)
    for instrument in register.instruments:
        yield from instrument_triples(instrument)
    for series in register.series:
        yield from series_triples(series, register)
    for edition in register.editions:
        yield from edition_triples(edition, register)
