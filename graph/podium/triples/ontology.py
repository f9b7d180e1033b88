"""The ontology and its vocabularies as quads of one graph: labels for queries and the page, the hierarchy for rules."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from podium import resources
from podium.namespaces import BASE
from podium.triples.terms import NamedNode, Quad, node

__all__ = ["ONTOLOGY_GRAPH", "ontology_files", "ontology_quads"]

ONTOLOGY_GRAPH = node(BASE + "ontology")
_SKOLEM = BASE + "ontology/.well-known/genid/"  # RDF 1.1 Concepts, 3.5


def ontology_files() -> list[Path]:
    """Turtle files that go into the graph of the ontology: core, labour, the vocabularies; not the alignment."""
    folder = resources.ontology()
    return [folder / "core.ttl", folder / "labour.ttl", *sorted((folder / "vocabularies").glob("*.ttl"))]


def ontology_quads() -> Iterator[Quad]:
    """Quads of the graph `ONTOLOGY_GRAPH`, in a stable order, without blank nodes.

    A class expression gets an IRI made from its content, so that two runs give the same quads.
    """
    triples = {triple for file in ontology_files() for triple in ox.parse(path=str(file))}
    names = _Names(triples)
    quads = {Quad(names(t.subject), t.predicate, names(t.object), ONTOLOGY_GRAPH) for t in triples}  # type: ignore[arg-type]
    yield from sorted(quads, key=str)


class _Names:
    """Gives each blank node an IRI by what is said about it; the blank nodes of Turtle's brackets form trees."""

    def __init__(self, triples: set[ox.Triple]) -> None:
        self._about: dict[object, list[ox.Triple]] = defaultdict(list)
        for triple in triples:
            if isinstance(triple.subject, ox.BlankNode):
                self._about[triple.subject].append(triple)
        self._known: dict[object, NamedNode] = {}

    def __call__(self, term: object) -> object:
        if not isinstance(term, ox.BlankNode):
            return term
        if term not in self._known:
            said = sorted(f"{triple.predicate} {self(triple.object)}" for triple in self._about[term])
            self._known[term] = node(_SKOLEM + hashlib.sha256("\n".join(said).encode()).hexdigest()[:16])
        return self._known[term]
