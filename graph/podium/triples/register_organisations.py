"""Organisations, districts and jobcenters of the register with their carriers, as triples."""

from collections.abc import Iterable, Iterator

from podium.namespaces import iri
from podium.register import Register
from podium.register.model import CarrierArrangement, District, RegisteredJobcenter, RegisteredOrganisation
from podium.triples.classes import ORGANISATION_CLASSES
from podium.triples.register_rows import Triple, interval, provenance
from podium.triples.terms import (
    LABEL,
    TYPE,
    NamedNode,
    boolean,
    concept,
    dcterms,
    foaf,
    german,
    node,
    org,
    plain,
    pod,
    schema,
    skos,
)

__all__ = ["district_triples", "jobcenter_triples", "organisation_triples"]

_ARRANGEMENT_CLASSES = {
    "gE": "JointFacilityArrangement",
    "zkT": "MunicipalArrangement",
    "ARGE": "ConsortiumArrangement",
    "gAw": "SeparateArrangement",
}


def organisation_triples(organisation: RegisteredOrganisation, register: Register) -> Iterator[Triple]:
    """An organisation with its names, kind and parent."""
    subject = node(organisation.iri)
    names = [name for name in (organisation.abbreviation, *organisation.aliases) if name and name != organisation.name]
    yield from _named(subject, organisation.name, dict.fromkeys(names), organisation.kind)
    yield from provenance(subject, organisation.source, organisation.row)
    yield from interval(subject, organisation.valid_from, organisation.valid_until)
    parent = register.organisation(organisation.parent) if organisation.parent else None
    if parent:
        yield subject, org("subOrganizationOf"), node(parent.iri)
    for same in register.same_as(organisation.name):
        yield subject, schema("sameAs"), node(same)


def _named(subject: NamedNode, name: str, aliases: Iterable[str], kind: str) -> Iterator[Triple]:
    """Names and classes of an organisation."""
    yield subject, TYPE, pod("Organisation")
    if kind in ORGANISATION_CLASSES:
        yield subject, TYPE, pod(ORGANISATION_CLASSES[kind])
    yield subject, pod("organisationKind"), concept("organisation-kind", kind)
    yield subject, LABEL, german(name)
    yield subject, skos("prefLabel"), german(name)
    for alias in aliases:
        yield subject, skos("altLabel"), german(alias)


def district_triples(district: District) -> Iterator[Triple]:
    """A Kreis or kreisfreie Stadt with its Gemeindeschlüssel and Land."""
    subject = node(district.iri)
    yield subject, TYPE, pod("District")
    yield subject, LABEL, german(f"{district.name} ({district.kind})")
    yield subject, dcterms("identifier"), plain(district.ags)
    yield subject, schema("containedInPlace"), node(iri("organisation", district.land))
    if district.nuts3:
        yield subject, schema("sameAs"), node(f"http://data.europa.eu/nuts/code/{district.nuts3}")
    yield from interval(subject, None, district.valid_until)
    yield from provenance(subject, district.source, district.row)


def jobcenter_triples(jobcenter: RegisteredJobcenter, register: Register) -> Iterator[Triple]:
    """A jobcenter with its names, districts and arrangements; one of them is current on the as-of date."""
    subject = node(jobcenter.iri)
    yield from _named(subject, jobcenter.name, dict.fromkeys(jobcenter.aliases), "jobcenter")
    yield from provenance(subject, jobcenter.source, jobcenter.row)
    if jobcenter.unverified:
        yield subject, pod("unverified"), boolean(True)
    yield from interval(subject, jobcenter.valid_from, jobcenter.valid_until)
    if jobcenter.website:
        yield subject, foaf("homepage"), node(jobcenter.website)
    for district in jobcenter.districts:
        yield subject, pod("servesDistrict"), node(district)
    current = register.current_arrangement(jobcenter)
    if current:
        yield subject, pod("currentArrangement"), node(current.iri)
    if current and current.carrier_type == "zkT":
        # Of a zkT it is a unit of the Kommune; a gE is formed by its carriers and belongs to neither.
        for carrier in current.carriers:
            yield subject, org("subOrganizationOf"), node(carrier)
    for arrangement in jobcenter.arrangements:
        yield from _arrangement(arrangement, jobcenter)


def _arrangement(arrangement: CarrierArrangement, jobcenter: RegisteredJobcenter) -> Iterator[Triple]:
    subject = node(arrangement.iri)
    since = f" seit {arrangement.valid_from}" if arrangement.valid_from else ""
    yield subject, TYPE, pod("CarrierArrangement")
    yield subject, TYPE, pod(_ARRANGEMENT_CLASSES[arrangement.carrier_type])
    yield subject, LABEL, german(f"{jobcenter.name}: {arrangement.carrier_type}{since}")
    yield subject, pod("ofJobcenter"), node(jobcenter.iri)
    yield subject, pod("carrierType"), concept("carrier-type", arrangement.carrier_type)
    for carrier in arrangement.carriers:
        yield subject, pod("carrier"), node(carrier)
    yield from interval(subject, arrangement.valid_from, arrangement.valid_until)
    yield from provenance(subject, arrangement.source, jobcenter.row)
