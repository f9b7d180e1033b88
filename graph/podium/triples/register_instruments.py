"""Instruments of labour-market policy of the register and the laws they rest on, as triples."""

from collections.abc import Iterable, Iterator

from podium.namespaces import iri
from podium.register.model import RegisteredInstrument
from podium.triples.register_rows import Triple, interval, provenance
from podium.triples.terms import LABEL, TYPE, eli, english, german, node, plain, pod, skos

__all__ = ["instrument_triples", "law_triples", "legal_basis_triples"]


def legal_basis_triples(instruments: Iterable[RegisteredInstrument]) -> Iterator[Triple]:
    """Each legal basis of some instruments once."""
    for basis in dict.fromkeys(instrument.legal_basis for instrument in instruments):
        if basis:
            yield from law_triples(basis)


def law_triples(basis: str) -> Iterator[Triple]:
    """A law as the register words it: "§ 16i SGB II"."""
    law = node(iri("law", basis))
    yield law, TYPE, eli("LegalResource")
    yield law, LABEL, german(basis)
    yield law, eli("title"), german(basis)


def instrument_triples(instrument: RegisteredInstrument) -> Iterator[Triple]:
    """An instrument with its names, its legal basis, and what it belongs to or was replaced by."""
    subject = node(instrument.iri)
    yield subject, TYPE, pod("Instrument")
    yield subject, TYPE, skos("Concept")
    yield subject, LABEL, german(instrument.name)
    yield subject, skos("prefLabel"), german(instrument.name)
    if instrument.english:
        yield subject, skos("prefLabel"), english(instrument.english)
    for alias in instrument.aliases:
        yield subject, skos("altLabel"), german(alias)
    if instrument.legal_basis:
        yield subject, pod("legalBasis"), node(iri("law", instrument.legal_basis))
        yield subject, pod("legalBasisText"), plain(instrument.legal_basis)
    yield from interval(subject, instrument.valid_from, instrument.valid_until)
    if instrument.replaced_by:
        yield subject, pod("replacedBy"), node(iri("instrument", instrument.replaced_by))
    if instrument.broader:
        yield subject, skos("broader"), node(iri("instrument", instrument.broader))
    yield from provenance(subject, instrument.source, instrument.row)
