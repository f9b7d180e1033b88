"""What the triples of all rows of the register have in common: their source, and from when to when they hold."""

from collections.abc import Iterator

from podium.triples.terms import Literal, NamedNode, boolean, date, dcterms, plain, pod

__all__ = ["Triple", "interval", "provenance"]

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]


def provenance(subject: NamedNode, source: str, row: str) -> Iterator[Triple]:
    """Source and row (file and line) of a fact; a source that begins with "unverified" marks it so."""
    yield subject, dcterms("source"), plain(source)
    yield subject, pod("registerRow"), plain(row)
    if source.startswith("unverified"):
        yield subject, pod("unverified"), boolean(True)


def interval(subject: NamedNode, start: str | None, end: str | None) -> Iterator[Triple]:
    """First and last day of a fact, each if known (ISO dates)."""
    if start:
        yield subject, pod("from"), date(start)
    if end:
        yield subject, pod("until"), date(end)
