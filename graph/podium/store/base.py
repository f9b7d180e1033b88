"""What a store can do, whatever it is made of."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Self

import pyoxigraph as ox

from podium.namespaces import POD

__all__ = ["FINGERPRINT", "TEXT_HASH", "Quads", "QueryResult", "Store"]

QueryResult = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

Quads = Iterable[ox.Quad] | bytes  # bytes: N-Quads in UTF-8, as they come from another process

TEXT_HASH = ox.NamedNode(POD + "textHash")
# SHA-256 of all that a named graph was made from (input, rules, register): equal means nothing to do.
FINGERPRINT = ox.NamedNode(POD + "fingerprint")


class Store(ABC):
    """Named graphs of quads; one graph a release, replaced as a whole.

    Queries see the union of all named graphs as default graph. It is a context manager, which closes it.
    """

    location: str
    # Whether every release in it is known to conform to the shapes. Each write unsets it; who has checked what was
    # written sets it again, and a folder remembers it (podium.store.mark).
    checked: bool = False

    @abstractmethod
    def query(self, sparql: str) -> QueryResult:
        """Result of a SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE); it cannot change the store.

        Raises UsageError when `sparql` is not a valid query, StoreError when the store fails.
        """

    @abstractmethod
    def put(self, graph: str, quads: Quads) -> None:
        """Make `graph` (an IRI) hold exactly `quads`, in one transaction: all of it or nothing.

        All quads must be in that graph (ValueError otherwise). Raises StoreError when writing fails.
        """

    def put_new(self, graphs: Iterable[tuple[str, Quads]]) -> None:
        """Put graphs that are not there yet; each is whole or absent, whenever this is interrupted.

        Quads that come as bytes are not checked to be in their graph.
        """
        for graph, quads in graphs:
            self.put(graph, quads)

    @abstractmethod
    def forget(self, graph: str) -> bool:
        """Remove a named graph; says whether there was one."""

    @abstractmethod
    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of one named graph, in no particular order."""

    @abstractmethod
    def load_quads(self, quads: Iterable[ox.Quad]) -> None:
        """Add many quads to what is there, fast; an embedded store has all or none of them afterwards."""

    @abstractmethod
    def retract(self, graph: str, subjects: Iterable[str]) -> None:
        """Remove from a named graph all that it says about these things (IRIs)."""

    @abstractmethod
    def close(self) -> None:
        """Write what is pending and free the folder for other processes; twice is harmless."""

    def release_hashes(self) -> dict[str, str]:
        """IRI of each release in the store, with the SHA-256 of its text."""
        return self._values(TEXT_HASH)

    def fingerprints(self) -> dict[str, str]:
        """IRI of each named graph that has a fingerprint, with it."""
        return self._values(FINGERPRINT)

    def _values(self, predicate: ox.NamedNode) -> dict[str, str]:
        rows = self.query(f"SELECT ?g ?v WHERE {{ GRAPH ?g {{ ?g {predicate} ?v }} }}")
        assert isinstance(rows, ox.QuerySolutions)
        return {row["g"].value: row["v"].value for row in rows}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def in_graph(graph: str, quads: Quads) -> list[ox.Quad]:
    """The quads as a list, after a check that all are in `graph`; ValueError names the first that is not."""
    wanted = ox.NamedNode(graph)
    listed = list(ox.parse(input=quads, format=ox.RdfFormat.N_QUADS) if isinstance(quads, bytes) else quads)
    for quad in listed:
        if quad.graph_name != wanted:
            raise ValueError(f"Quad outside of graph {graph}: {quad}")
    return listed


def replacement(graph: str, quads: Iterable[ox.Quad]) -> str:
    """SPARQL Update that replaces a graph by `quads`; one request is one transaction (SPARQL Update, 3)."""
    triples = " .\n".join(str(quad.triple) for quad in quads)
    insert = f" ;\nINSERT DATA {{ GRAPH <{graph}> {{\n{triples}\n}} }}" if triples else ""
    return f"DROP SILENT GRAPH <{graph}>{insert}"


def retraction(graph: str, subjects: Iterable[str]) -> str:
    """SPARQL Update that removes what a graph says about some things."""
    values = " ".join(f"<{subject}>" for subject in subjects)
    said = f"GRAPH <{graph}> {{ ?s ?p ?o }}"
    return f"DELETE {{ {said} }} WHERE {{ VALUES ?s {{ {values} }} {said} }}"
