"""Offices of the register, who held them and when, as triples."""

from collections.abc import Iterator

from podium.register import Register
from podium.register.model import RegisteredTenure
from podium.register.office_kinds import office_kind
from podium.triples.register_rows import Triple, interval, provenance
from podium.triples.terms import LABEL, TYPE, concept, date, foaf, german, integer, node, plain, pod, schema, skos

__all__ = ["office_triples", "person_triples", "tenure_triples"]


def office_triples(register: Register) -> Iterator[Triple]:
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


def person_triples(register: Register) -> Iterator[Triple]:
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


def tenure_triples(tenure: RegisteredTenure, register: Register) -> Iterator[Triple]:
    """Who held an office and when; "currentTenure" where it is held on the register's as-of date."""
    subject = node(tenure.iri)
    title = tenure.office_f if tenure.gender == "f" else tenure.office_m
    yield subject, TYPE, pod("Tenure")
    yield subject, LABEL, german(f"{tenure.person}, {title}, {tenure.organisation}")
    yield subject, pod("holder"), node(tenure.person_iri)
    yield subject, pod("ofOffice"), node(tenure.office_iri)
    yield subject, pod("inOrganisation"), node(tenure.organisation_iri)
    yield subject, pod("officeKind"), concept("office-kind", office_kind(tenure.office_m))
    yield from interval(subject, tenure.valid_from, tenure.valid_until)
    for seen in tenure.seen:
        yield subject, pod("seenInOffice"), date(seen)
    if tenure.note:
        yield subject, skos("note"), german(tenure.note)
    if register.in_office(tenure, register.as_of):
        yield node(tenure.person_iri), pod("currentTenure"), subject
    yield from provenance(subject, tenure.source, tenure.row)
