"""The store's things as plain dictionaries, for exports that are not RDF."""

from collections import defaultdict

import pyoxigraph as ox

from podium.namespaces import GRAPH_REGISTER, POD
from podium.store import Store

__all__ = ["Thing", "first", "labels", "things"]

# Local name of a property ("speaker", "issued") → values, sorted; IRIs and literals alike as text.
Thing = dict[str, list[str]]

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def things(store: Store, kind: str) -> dict[str, Thing]:
    """All things of a class of our ontology (`"Contribution"`), by IRI in order of IRIs; the graphs are joined."""
    rows = store.query(f"SELECT ?s ?p ?o WHERE {{ ?s a <{POD}{kind}> ; ?p ?o }}")
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        subject, predicate, value = row["s"], row["p"], row["o"]
        assert isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode)
        if isinstance(value, ox.NamedNode | ox.Literal):
            found[subject.value][_local(predicate.value)].add(value.value)
    return {iri: {name: sorted(found[iri][name]) for name in sorted(found[iri])} for iri in sorted(found)}


def labels(store: Store) -> dict[str, str]:
    """German label of everything that has one: the register's, else the first in order of the alphabet."""
    rows = store.query(f'SELECT ?g ?s ?o WHERE {{ GRAPH ?g {{ ?s <{_LABEL}> ?o }} FILTER(LANG(?o) IN ("de", "")) }}')
    best: dict[str, tuple[bool, str]] = {}
    assert isinstance(rows, ox.QuerySolutions)
    for row in rows:
        graph, subject, label = row["g"], row["s"], row["o"]
        assert isinstance(graph, ox.NamedNode) and isinstance(label, ox.Literal)
        if isinstance(subject, ox.NamedNode):
            candidate = (graph.value != GRAPH_REGISTER, label.value)
            best[subject.value] = min(best.get(subject.value, candidate), candidate)
    return {iri: label for iri, (_, label) in best.items()}


def first(thing: Thing, name: str) -> str:
    """The first value of a property, or the empty string."""
    return next(iter(thing.get(name, ())), "")


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
