"""The register as quads of its own graph: each thing with its source and its row, no blank nodes."""

from collections.abc import Iterable, Iterator

from podium.namespaces import iri
from podium.register import Register
from podium.register.model import (
    CarrierArrangement,
    District,
    EventSeries,
    RegisteredEdition,
    RegisteredInstrument,
    RegisteredJobcenter,
    RegisteredOrganisation,
    RegisteredTenure,
)
from podium.register.office_kinds import office_kind
from podium.triples.changes import change_triples
from podium.triples.terms import (
    LABEL,
    REGISTER_GRAPH,
    TYPE,
    Literal,
    NamedNode,
    Quad,
    boolean,
    concept,
    date,
    dcterms,
    eli,
    english,
    foaf,
    german,
    integer,
    node,
    org,
    plain,
    pod,
    schema,
    skos,
)

__all__ = ["ORGANISATION_CLASSES", "register_quads"]

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

ORGANISATION_CLASSES = {
    "ministry": "Ministry",
    "agency": "Agency",
    "jobcenter": "Jobcenter",
    "municipality": "Municipality",
    "association": "Association",
    "social-partner": "SocialPartner",
    "welfare": "WelfareAssociation",
    "party": "Party",
    "parliament": "Parliament",
    "court": "Court",
    "research": "ResearchInstitute",
    "company": "Company",
    "media": "MediaOrganisation",
    "territory": "Territory",
}
_ARRANGEMENT_CLASSES = {
    "gE": "JointFacilityArrangement",
    "zkT": "MunicipalArrangement",
    "ARGE": "ConsortiumArrangement",
    "gAw": "SeparateArrangement",
}


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
        yield from _organisation(organisation, register)
    for district in register.districts:
        yield from _district(district)
    for jobcenter in register.jobcenters:
        yield from _jobcenter(jobcenter, register)
    yield from change_triples(register)
    yield from _offices(register)
    yield from _persons(register)
    for tenure in register.tenures:
        yield from _tenure(tenure, register)
    yield from _laws(register.instruments)
    for instrument in register.instruments:
        yield from _instrument(instrument)
    for series in register.series:
        yield from _series(series, register)
    for edition in register.editions:
        yield from _edition(edition, register)


def _provenance(subject: NamedNode, source: str, row: str) -> Iterator[Triple]:
    yield subject, dcterms("source"), plain(source)
    yield subject, pod("registerRow"), plain(row)
    if source.startswith("unverified"):
        yield subject, pod("unverified"), boolean(True)


def _interval(subject: NamedNode, start: str | None, end: str | None) -> Iterator[Triple]:
    if start:
        yield subject, pod("from"), date(start)
    if end:
        yield subject, pod("until"), date(end)


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


def _organisation(organisation: RegisteredOrganisation, register: Register) -> Iterator[Triple]:
    subject = node(organisation.iri)
    names = [name for name in (organisation.abbreviation, *organisation.aliases) if name and name != organisation.name]
    yield from _named(subject, organisation.name, dict.fromkeys(names), organisation.kind)
    yield from _provenance(subject, organisation.source, organisation.row)
    yield from _interval(subject, organisation.valid_from, organisation.valid_until)
    parent = register.organisation(organisation.parent) if organisation.parent else None
    if parent:
        yield subject, org("subOrganizationOf"), node(parent.iri)
    for same in register.same_as(organisation.name):
        yield subject, schema("sameAs"), node(same)


def _district(district: District) -> Iterator[Triple]:
    subject = node(district.iri)
    yield subject, TYPE, pod("District")
    yield subject, LABEL, german(f"{district.name} ({district.kind})")
    yield subject, dcterms("identifier"), plain(district.ags)
    yield subject, schema("containedInPlace"), node(iri("organisation", district.land))
    if district.nuts3:
        yield subject, schema("sameAs"), node(f"http://data.europa.eu/nuts/code/{district.nuts3}")
    yield from _interval(subject, None, district.valid_until)
    yield from _provenance(subject, district.source, district.row)


def _jobcenter(jobcenter: RegisteredJobcenter, register: Register) -> Iterator[Triple]:
    subject = node(jobcenter.iri)
    yield from _named(subject, jobcenter.name, dict.fromkeys(jobcenter.aliases), "jobcenter")
    yield from _provenance(subject, jobcenter.source, jobcenter.row)
    if jobcenter.unverified:
        yield subject, pod("unverified"), boolean(True)
    yield from _interval(subject, jobcenter.valid_from, jobcenter.valid_until)
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
    yield from _interval(subject, arrangement.valid_from, arrangement.valid_until)
    yield from _provenance(subject, arrangement.source, jobcenter.row)


def _offices(register: Register) -> Iterator[Triple]:
    """Each office once, from the first tenure in it."""
    for office, tenure in {tenure.office_iri: tenure for tenure in reversed(register.tenures)}.items():
        subject = node(office)
        yield subject, TYPE, pod("Office")
        yield subject, LABEL, german(f"{tenure.office_m}, {tenure.organisation}")
        yield subject, pod("titleMasculine"), german(tenure.office_m)
        yield subject, pod("titleFeminine"), german(tenure.office_f)
        yield subject, pod("officeOf"), node(tenure.organisation_iri)
        yield subject, pod("officeKind"), concept("office-kind", office_kind(tenure.office_m))
        seats = register.seats(tenure)
        if seats:
            yield subject, pod("seats"), integer(seats)


def _persons(register: Register) -> Iterator[Triple]:
    """Holders of offices and listed participants, once each; members of the Bundestag only if they are such."""
    names = {tenure.person_iri: tenure.person for tenure in register.tenures}
    for edition in register.editions:
        for person, name in edition.participants:
            names.setdefault(person, name)
    for person, name in names.items():
        subject = node(person)
        known = next((each for each in register.person(name) if each.iri == person), None)
        yield subject, TYPE, pod("Person")
        yield subject, LABEL, german(name)
        yield subject, foaf("name"), plain(name)
        if known and known.academic_title:
            yield subject, foaf("title"), plain(known.academic_title)
        if known and known.gender:
            yield subject, pod("gender"), plain(known.gender)
        for same in register.same_as(name):
            yield subject, schema("sameAs"), node(same)


def _tenure(tenure: RegisteredTenure, register: Register) -> Iterator[Triple]:
    subject = node(tenure.iri)
    title = tenure.office_f if tenure.gender == "f" else tenure.office_m
    yield subject, TYPE, pod("Tenure")
    yield subject, LABEL, german(f"{tenure.person}, {title}, {tenure.organisation}")
    yield subject, pod("holder"), node(tenure.person_iri)
    yield subject, pod("ofOffice"), node(tenure.office_iri)
    yield subject, pod("inOrganisation"), node(tenure.organisation_iri)
    yield subject, pod("officeKind"), concept("office-kind", office_kind(tenure.office_m))
    yield from _interval(subject, tenure.valid_from, tenure.valid_until)
    for seen in tenure.seen:
        yield subject, pod("seenInOffice"), date(seen)
    if tenure.note:
        yield subject, skos("note"), german(tenure.note)
    if register.in_office(tenure, register.as_of):
        yield node(tenure.person_iri), pod("currentTenure"), subject
    yield from _provenance(subject, tenure.source, tenure.row)


def _laws(instruments: Iterable[RegisteredInstrument]) -> Iterator[Triple]:
    """Each legal basis once, as the register words it."""
    for basis in dict.fromkeys(instrument.legal_basis for instrument in instruments):
        if basis:
            law = node(iri("law", basis))
            yield law, TYPE, eli("LegalResource")
            yield law, LABEL, german(basis)
            yield law, eli("title"), german(basis)


def _instrument(instrument: RegisteredInstrument) -> Iterator[Triple]:
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
    yield from _interval(subject, instrument.valid_from, instrument.valid_until)
    if instrument.replaced_by:
        yield subject, pod("replacedBy"), node(iri("instrument", instrument.replaced_by))
    if instrument.broader:
        yield subject, skos("broader"), node(iri("instrument", instrument.broader))
    yield from _provenance(subject, instrument.source, instrument.row)


def _series(series: EventSeries, register: Register) -> Iterator[Triple]:
    subject = node(series.iri)
    yield subject, TYPE, pod("EventSeries")
    yield subject, LABEL, german(series.name)
    for alias in series.aliases:
        yield subject, skos("altLabel"), german(alias)
    yield from _organiser(subject, series.organiser, register)
    yield from _interval(subject, series.since, None)
    yield from _provenance(subject, series.source, series.row)


def _edition(edition: RegisteredEdition, register: Register) -> Iterator[Triple]:
    subject = node(edition.iri)
    yield subject, TYPE, pod("Event")
    yield subject, LABEL, german(edition.label)
    yield subject, pod("series"), node(edition.series_iri)
    yield subject, pod("edition"), plain(edition.edition)
    if edition.date_from:
        yield subject, pod("date"), date(edition.date_from)
    if edition.date_until and edition.date_until != edition.date_from:
        yield subject, pod("endDate"), date(edition.date_until)
    if edition.place:
        yield subject, pod("place"), plain(edition.place)
    if edition.format:
        yield subject, pod("format"), concept("event-format", edition.format.lower().replace("ä", "ae"))
    yield from _organiser(subject, edition.organiser, register)
    for person, _ in edition.participants:
        yield subject, pod("listedParticipant"), node(person)
    if edition.note:
        yield subject, skos("note"), german(edition.note)
    yield from _provenance(subject, edition.source, edition.row)


def _organiser(subject: NamedNode, organisers: str | None, register: Register) -> Iterator[Triple]:
    """Organisers as organisations where the register knows them, else by name."""
    for name in (organisers or "").split("|"):
        found = register.organisation(name) or register.jobcenter(name) if name else None
        if found:
            yield subject, pod("organiser"), node(found.iri)
        elif name:
            yield subject, pod("organiserName"), plain(name)
