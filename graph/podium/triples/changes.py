"""Changes of carriers and jobcenters as quads of the register: laws, mergers, divisions (changes.csv)."""

from collections.abc import Iterator

from podium.namespaces import iri
from podium.register import Register
from podium.register.files import Row, rows, several
from podium.register.model import RegisteredJobcenter, RegisterError
from podium.triples.register_instruments import law_triples
from podium.triples.register_rows import Triple
from podium.triples.terms import (
    LABEL,
    TYPE,
    NamedNode,
    concept,
    date,
    dcterms,
    english,
    german,
    node,
    plain,
    pod,
    skos,
)

__all__ = ["change_triples"]

_CLASSES = {"law": "LegalChange", "merger": "Merger", "division": "Division"}


def change_triples(register: Register) -> Iterator[Triple]:
    """What changes.csv says, and which arrangements each change begins or ends; in the order of the file.

    A law begins the arrangements of the types in `begins` whose first day it is. A merger or division begins those of
    the resulting jobcenters on its day, and ends those of original jobcenters that end on the day before.
    Raises RegisterError for a kind or jobcenter that is not known.
    """
    known_laws = {instrument.legal_basis for instrument in register.instruments}
    for row in rows("changes.csv", ("kind", "date", "name", "english", "source")):
        if row["kind"] not in _CLASSES:
            raise RegisterError(f"{row.where}: kind is one of {', '.join(_CLASSES)}, not {row['kind']!r}")
        change = node(iri("change", row["date"], row["name"]))
        yield from _change(change, row)
        for basis in several(row["legal_basis"]):
            yield change, pod("legalBasis"), node(iri("law", basis))
            if basis not in known_laws:
                known_laws.add(basis)
                yield from law_triples(basis)
        original, resulting = _named(row, "original", register), _named(row, "resulting", register)
        yield from ((change, pod("originalOrganisation"), node(each.iri)) for each in original)
        yield from ((change, pod("resultingOrganisation"), node(each.iri)) for each in resulting)
        yield from _arrangements(change, row, original, resulting, register)


def _change(change: NamedNode, row: Row) -> Iterator[Triple]:
    yield change, TYPE, pod("ChangeEvent")
    yield change, TYPE, pod(_CLASSES[row["kind"]])
    yield change, LABEL, german(row["name"])
    yield change, skos("prefLabel"), german(row["name"])
    yield change, skos("prefLabel"), english(row["english"])
    yield change, pod("takesEffect"), date(row["date"])
    for kind in several(row["introduces"]):
        yield change, pod("introducesCarrierType"), concept("carrier-type", kind)
    for kind in several(row["abolishes"]):
        yield change, pod("abolishesCarrierType"), concept("carrier-type", kind)
    yield change, dcterms("source"), plain(row["source"])
    yield change, pod("registerRow"), plain(row.where)


def _named(row: Row, column: str, register: Register) -> list[RegisteredJobcenter]:
    by_name = {jobcenter.name: jobcenter for jobcenter in register.jobcenters}
    for name in several(row[column]):
        if name not in by_name:
            raise RegisterError(f"{row.where}: no jobcenter of the register is called {name!r}")
    return [by_name[name] for name in several(row[column])]


def _arrangements(
    change: NamedNode,
    row: Row,
    original: list[RegisteredJobcenter],
    resulting: list[RegisteredJobcenter],
    register: Register,
) -> Iterator[Triple]:
    kinds = several(row["begins"])
    for jobcenter in register.jobcenters if kinds else resulting:
        for arrangement in jobcenter.arrangements:
            if arrangement.valid_from == row["date"] and (not kinds or arrangement.carrier_type in kinds):
                yield node(arrangement.iri), pod("begunBy"), change
    for jobcenter in original:
        for arrangement in jobcenter.arrangements:
            if arrangement.valid_until is not None:
                yield node(arrangement.iri), pod("endedBy"), change
