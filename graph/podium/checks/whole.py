"""Checks a whole store: each graph against the shapes, then what contradicts itself between graphs."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from podium.checks.index import TYPE, Index, types_of
from podium.checks.shapes import read_shapes
from podium.checks.validate import check_index, register_types
from podium.checks.violation import Violation
from podium.namespaces import BASE, GRAPH_REGISTER, POD
from podium.store.base import Store

__all__ = ["Report", "check_store", "reasoning_sample", "release_graphs"]

_NO_RELEASE = (BASE + "graph/", BASE + "ontology")
_KIND = ox.NamedNode(TYPE)


@dataclass(frozen=True, slots=True)
class Report:
    """What the shapes say about a store; `releases` counts graphs of releases, `seconds` is the time it took."""

    releases: int
    quads: int
    violations: tuple[Violation, ...]
    seconds: float

    def by_shape(self) -> dict[str, list[Violation]]:
        """Violations by name of their shape, the most frequent shape first."""
        found: dict[str, list[Violation]] = {}
        for violation in self.violations:
            found.setdefault(violation.shape, []).append(violation)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def check_store(store: Store) -> Report:
    """All violations in the graph of the register and in those of all releases.

    A release may refer to what it describes itself and to the register, not to what only another release describes:
    that one may be forgotten. Raises StoreError when the store fails.
    """
    start = time.perf_counter()
    violations: list[Violation] = []
    kinds: dict[str, set[str]] = {}
    register = Index(store.quads(GRAPH_REGISTER), {})
    violations += check_index(register)
    known = {node: frozenset(register.values(node, TYPE)) for node in register.nodes} or register_types()
    _collect(register, kinds)
    graphs, quads = release_graphs(store), _size(register)
    for graph in graphs:
        index = Index(store.quads(graph), known)
        violations += check_index(index)
        quads += _size(index)
        _collect(index, kinds)
    violations += _conflicts(store, kinds, {(v.shape, v.focus) for v in violations})
    return Report(len(graphs), quads, tuple(violations), time.perf_counter() - start)


def release_graphs(store: Store) -> list[str]:
    """IRIs of all named graphs that belong to releases, sorted."""
    rows = store.query("SELECT DISTINCT ?g WHERE { GRAPH ?g {} }")
    assert isinstance(rows, ox.QuerySolutions)
    return sorted(row["g"].value for row in rows if not row["g"].value.startswith(_NO_RELEASE))


def reasoning_sample(store: Store, releases: int) -> Iterator[ox.Quad]:
    """The register and up to `releases` releases, evenly spread over the store, for the reasoner."""
    yield from store.quads(GRAPH_REGISTER)
    graphs = release_graphs(store)
    for graph in graphs[:: max(1, -(-len(graphs) // releases))] if releases else ():
        yield from store.quads(graph)


def _size(index: Index) -> int:
    return sum(len(values) for props in index.nodes.values() for values in props.values())


def _collect(index: Index, kinds: dict[str, set[str]]) -> None:
    """Remember the classes of what several graphs may describe; what lies inside a release has a `#` in its IRI."""
    for node, props in index.nodes.items():
        if "#" not in node and TYPE in props:
            kinds.setdefault(node, set()).update(v.value for v in props[TYPE])  # type: ignore[union-attr]


def _conflicts(store: Store, kinds: Mapping[str, set[str]], reported: set[tuple[str, str]]) -> Iterator[Violation]:
    """Things that are of disjoint classes, where no single graph says so but several together do."""
    types = (ox.Quad(ox.NamedNode(node), _KIND, ox.NamedNode(name)) for node, names in kinds.items() for name in names)
    exclusive = {shape.name for shape in read_shapes() if any(key == "not" for key, _ in shape.constraints)}
    for violation in check_index(Index(types, types_of(()))):
        if violation.shape in exclusive and (violation.shape, violation.focus) not in reported:
            yield replace(violation, graph=None, evidence=tuple(_evidence(store, violation.focus)))


def _evidence(store: Store, node: str) -> Iterable[str]:
    """One passage a graph and class that speak of a node, at most ten, and its row of the register."""
    rows = store.query(
        f"""SELECT ?class ?passage ?text ?row WHERE {{ GRAPH ?g {{ <{node}> a ?class .
            OPTIONAL {{ <{node}> <{POD}registerRow> ?row }}
            OPTIONAL {{ ?mention <{POD}mentions> <{node}> ; <{POD}passage> ?passage .
                        ?passage <{POD}quotedText> ?text }}
        }} FILTER (?class != <{POD}Organisation>) }} ORDER BY ?class ?g ?passage"""
    )
    assert isinstance(rows, ox.QuerySolutions)
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        kind = row["class"].value.removeprefix(POD)
        if row["row"] is not None:
            found.setdefault((kind, "register"), f"{kind}: {row['row'].value}")
        elif row["passage"] is not None:
            release = row["passage"].value.partition("#")[0]
            found.setdefault((kind, release), f"{kind}: “{row['text'].value}” <{row['passage'].value}>")
    return list(found.values())[:10]
