"""What a release names, as quads: the release itself, persons, organisations, events, instruments, mentions."""

from podium.namespaces import iri
from podium.triples.classes import ORGANISATION_CLASSES
from podium.triples.terms import (
    LABEL,
    TYPE,
    NamedNode,
    concept,
    date,
    dcterms,
    foaf,
    node,
    pod,
)
from podium.triples.writer import Writer

__all__ = [
    "write_events",
    "write_instruments",
    "write_mentions",
    "write_organisations",
    "write_persons",
    "write_release",
]


def write_release(writer: Writer) -> None:
    """The release: what its front matter says, and who published it."""
    release, graph = writer.release, writer.graph
    writer.link(graph, TYPE, pod("Release"))
    writer.plain(graph, dcterms("language"), "de")
    writer.plain(graph, pod("textHash"), release.sha256)
    writer.plain(graph, pod("sourcePath"), release.source)
    if release.publisher is not None:
        writer.plain(graph, pod("publisherName"), release.publisher)
    if release.title:
        writer.german(graph, dcterms("title"), release.title)
        writer.german(graph, LABEL, release.title)
    if release.published:
        writer.typed(graph, dcterms("issued"), date(release.published))
    if release.url:
        _source(writer, release.url)
    publisher = _publisher(writer)
    if publisher:
        writer.link(graph, dcterms("publisher"), publisher)


def _publisher(writer: Writer) -> NamedNode | None:
    """The publisher as the register or the text knows it, else as a new organisation."""
    name = writer.release.publisher
    if not name:
        return None
    known = writer.register.organisation_on(name, writer.release.published) or writer.register.jobcenter(name)
    if known:
        return node(known.iri)
    printed = next((o for o in writer.reading.organisations if o.name == name), None)
    found = node(printed.iri if printed else iri("organisation", name))
    if not printed:
        writer.link(found, TYPE, pod("Organisation"))
        writer.german(found, LABEL, name)
    return found


def _source(writer: Writer, url: str) -> None:
    try:
        writer.link(writer.graph, dcterms("source"), NamedNode(url))
    except ValueError:  # an address that is no IRI is kept as printed
        writer.plain(writer.graph, dcterms("source"), url)


def write_persons(writer: Writer) -> None:
    """Persons that may be written, in the order of the reading."""
    for person in writer.reading.persons:
        if person.id in writer.persons:
            subject = writer.nodes[person.id]
            writer.link(subject, TYPE, pod("Person"))
            writer.plain(subject, foaf("name"), person.name)
            writer.german(subject, LABEL, person.name)
            if person.academic_title:
                writer.plain(subject, foaf("title"), person.academic_title)
            if person.gender:
                writer.plain(subject, pod("gender"), person.gender)


def write_organisations(writer: Writer) -> None:
    """Organisations with their kinds and classes."""
    for organisation in writer.reading.organisations:
        subject = writer.nodes[organisation.id]
        writer.link(subject, TYPE, pod("Organisation"))
        if organisation.kind in ORGANISATION_CLASSES:
            writer.link(subject, TYPE, pod(ORGANISATION_CLASSES[organisation.kind]))
        writer.link(subject, pod("organisationKind"), concept("organisation-kind", organisation.kind))
        writer.label(subject, organisation.name)


def write_events(writer: Writer) -> None:
    """Events with date, place and series."""
    for event in writer.reading.events:
        subject = writer.nodes[event.id]
        writer.link(subject, TYPE, pod("Event"))
        writer.label(subject, event.name)
        if event.date:
            writer.typed(subject, pod("date"), date(event.date))
        if event.place is not None:
            writer.plain(subject, pod("place"), event.place)
        if event.series:
            _series(writer, subject, event.series)


def _series(writer: Writer, event: NamedNode, name: str) -> None:
    known = writer.register.event_series(name)
    series = node(known.iri if known else iri("series", name))
    writer.link(event, pod("series"), series)
    if not known:
        writer.link(series, TYPE, pod("EventSeries"))
        writer.german(series, LABEL, name)


def write_instruments(writer: Writer) -> None:
    """Laws, benefits and programmes."""
    for instrument in writer.reading.instruments:
        subject = writer.nodes[instrument.id]
        writer.link(subject, TYPE, pod("Instrument"))
        writer.label(subject, instrument.name)


def write_mentions(writer: Writer) -> None:
    """The passages in which each of them is mentioned."""
    for thing in writer.things:
        if thing.id not in writer.nodes or not thing.mentions:
            continue
        mention = writer.part("mention", thing.id)
        writer.link(mention, TYPE, pod("Mention"))
        writer.link(mention, pod("mentions"), writer.nodes[thing.id])
        for span in thing.mentions:
            writer.link(mention, pod("passage"), writer.passages(*span))
