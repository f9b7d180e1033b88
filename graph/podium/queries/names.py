"""Names that people type, and the things in the store that they fit.

Forgiving: case, umlauts ("Wuerker", "Wurker", "Würker"), accents, hyphens do not matter, and a part of a name is
enough. An exact name beats whole words, and these beat a part: "Anna Berg" is not Anna Berger, "Berg" is both.
An event is meant by its own name or its series', whichever edition.
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

import pyoxigraph as ox

from podium.namespaces import slug

__all__ = ["Queryable", "find", "nearest"]


class Queryable(Protocol):
    """Anything that answers SPARQL as pyoxigraph does: a store of ours, or a pyoxigraph.Store."""

    def query(self, query: str, /) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """Result of a SPARQL query."""


_PREFIXES = """\
PREFIX pod: <https://w3id.org/podium/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
# Each is one pattern in one graph: a join over graphs would multiply the releases by one another. What the register
# knows is labelled there only; persons are named everywhere, hence by foaf:name alone, which needs no look at types.
_TYPED = "SELECT DISTINCT ?thing ?name WHERE {{ GRAPH ?graph {{ ?thing a pod:{} ; {} ?name }} }}"
# Releases name many organisations that they leave to the register to label: then labels first, told by their IRIs.
_LABELLED = (
    "SELECT DISTINCT ?thing ?name WHERE {{ GRAPH ?graph {{ ?thing {} ?name }} "
    'FILTER(STRSTARTS(STR(?thing), "https://w3id.org/podium/id/organisation/")) }}'
)
_QUERIES: Mapping[str, tuple[str, ...]] = {
    "person": ("SELECT DISTINCT ?thing ?name WHERE { GRAPH ?graph { ?thing foaf:name ?name } }",),
    "organisation": (_LABELLED.format("rdfs:label"), _LABELLED.format("skos:altLabel")),
    "event": (_TYPED.format("Event", "rdfs:label"),),
    "series": (_TYPED.format("EventSeries", "rdfs:label"), _TYPED.format("EventSeries", "skos:altLabel")),
    "instrument": (_TYPED.format("Instrument", "rdfs:label"), _TYPED.format("Instrument", "skos:altLabel")),
    "release": ("SELECT DISTINCT ?thing ?name WHERE { GRAPH ?thing { ?thing dcterms:title ?name } }",),
}
_EDITIONS = "SELECT DISTINCT ?thing ?series WHERE { GRAPH ?graph { ?thing pod:series ?series } }"


def find(store: Queryable, kind: str, name: str) -> list[tuple[str, str]]:
    """IRI and name of the things of a kind that `name` fits, ordered by name; empty if there are none."""
    if kind == "agent":  # organisations are only looked through where no person has exactly that name
        persons = find(store, "person", name)
        exact = any(_rank(_forms(name), _forms(label), parts_only=False) == 3 for _, label in persons)
        return persons if exact else sorted(_best(store, kind, name), key=lambda x: (x[1], x[0]))
    return sorted(_best(store, kind, name), key=lambda x: (x[1], x[0]))


def _best(store: Queryable, kind: str, name: str) -> list[tuple[str, str]]:
    """The things whose names fit best, in no order."""
    wanted = _forms(name)
    best: dict[str, tuple[int, str]] = {}
    for iri, label in _names(store, kind):
        rank = _rank(wanted, _forms(label), parts_only=kind in ("event", "series"))
        if rank and rank > best.get(iri, (0, ""))[0]:
            best[iri] = (rank, label)
    highest = max((rank for rank, _ in best.values()), default=0)
    return [(iri, label) for iri, (rank, label) in best.items() if rank == highest]


def nearest(store: Queryable, kind: str, name: str) -> str | None:
    """A name in the store that is spelt much like `name`, as a whole or in one of its words."""
    spellings: dict[str, str] = {}
    for _, label in sorted(_names(store, kind)):
        form = slug(label)
        for part in (form, *form.split("-")):
            spellings.setdefault(part, label)
    close = difflib.get_close_matches(slug(name), spellings, 1, 0.75)
    return spellings[close[0]] if close else None


def _names(store: Queryable, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "agent":
        yield from _names(store, "person")
        yield from _names(store, "organisation")
        return
    for query in _QUERIES[kind]:
        yield from ((row["thing"].value, row["name"].value) for row in _rows(store, query))
    if kind == "event":
        of_series: dict[str, list[str]] = {}
        for iri, label in _names(store, "series"):
            of_series.setdefault(iri, []).append(label)
        for row in _rows(store, _EDITIONS):
            yield from ((row["thing"].value, label) for label in of_series.get(row["series"].value, ()))


def _rows(store: Queryable, sparql: str) -> Iterable[ox.QuerySolution]:
    result = store.query(_PREFIXES + sparql)
    assert isinstance(result, ox.QuerySolutions)
    return result


def _forms(text: str) -> frozenset[str]:
    """Two ASCII spellings: umlauts as "ue" and as "u"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return frozenset((slug(text), slug(bare)))


def _rank(wanted: frozenset[str], forms: frozenset[str], parts_only: bool) -> int:
    """3 the same, 2 the same words within, 1 a part, 0 nothing; for `parts_only` 1 or 0."""
    ranks = [0]
    for form in forms:
        for text in wanted:
            if text in form:
                whole = text == form or re.search(rf"(^|-){re.escape(text)}(-|$)", form)
                ranks.append(1 if parts_only else 3 if text == form else 2 if whole else 1)
    return max(ranks)
