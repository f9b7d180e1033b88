"""Series of events of the register and their editions, as triples."""

from collections.abc import Iterator

from podium.register import Register
from podium.register.model import EventSeries, RegisteredEdition
from podium.triples.register_rows import Triple, interval, provenance
from podium.triples.terms import LABEL, TYPE, NamedNode, concept, date, german, node, plain, pod, skos

__all__ = ["edition_triples", "series_triples"]


def series_triples(series: EventSeries, register: Register) -> Iterator[Triple]:
    """A series of events with its names and organisers."""
    subject = node(series.iri)
    yield subject, TYPE, pod("EventSeries")
    yield subject, LABEL, german(series.name)
    for alias in series.aliases:
        yield subject, skos("altLabel"), german(alias)
    yield from _organiser(subject, series.organiser, register)
    yield from interval(subject, series.since, None)
    yield from provenance(subject, series.source, series.row)


def edition_triples(edition: RegisteredEdition, register: Register) -> Iterator[Triple]:
    """One gathering of a series: when and where it was, its organisers and listed participants."""
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
    yield from provenance(subject, edition.source, edition.row)


def _organiser(subject: NamedNode, organisers: str | None, register: Register) -> Iterator[Triple]:
    """Organisers as organisations where the register knows them, else by name."""
    for name in (organisers or "").split("|"):
        found = register.organisation(name) or register.jobcenter(name) if name else None
        if found:
            yield subject, pod("organiser"), node(found.iri)
        elif name:
            yield subject, pod("organiserName"), plain(name)
