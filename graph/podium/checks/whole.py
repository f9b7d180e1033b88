"""Checks a whole store: each graph against the shapes, then what contradicts itself between graphs."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pyoxigraph as ox

from podium.checks.hierarchy import superclasses
from podium.checks.index import TYPE, Index, types_of
from podium.checks.shapes import Shape, read_shapes
from podium.checks.validate import check_index, register_types
from podium.checks.violation import Violation
from podium.namespaces import BASE, GRAPH_REGISTER, POD
from podium.store import EmbeddedStore, Store, open_store
from podium.workers import Workers

__all__ = ["Report", "check_graph", "check_store", "origin", "reasoning_sample", "release_graphs"]

_NO_RELEASE = (BASE + "graph/", BASE + "ontology")
_KIND = ox.NamedNode(TYPE)
_MANY = 1000  # releases from which on processes of their own save more time than they take to start
_BUNDLE = 250
_GRAPHS = 3  # graphs that an explanation cites for one statement
Known = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """What the shapes say about a store.

    `shapes` counts the shapes that were checked; `releases` graphs of releases, `read` those that were read now: the
    others are known to conform (see `podium.store.mark`); `quads` counts what was read, `seconds` is the time it took.
    """

    shapes: int
    releases: int
    read: int
    quads: int
    violations: tuple[Violation, ...]
    seconds: float

    def by_shape(self) -> dict[str, list[Violation]]:
        """Violations by name of their shape, the most frequent shape first."""
        found: dict[str, list[Violation]] = {}
        for violation in self.violations:
            found.setdefault(violation.shape, []).append(violation)
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def check_store(store: Store, *, full: bool = False, workers: int | None = None) -> Report:
    """All violations in the graph of the register and in those of all releases.

    A release may refer to what it describes itself and to the register, not to what only another release describes:
    that one may be forgotten. The register, and what several graphs together say about one thing, are always checked;
    releases that are known to conform (`store.checked`) only if `full`. Many releases in a folder are shared among
    `workers` processes (default: as many as there are processors). Raises StoreError when the store fails.
    """
    start = time.perf_counter()
    register = Index(store.quads(GRAPH_REGISTER), {})
    violations = check_index(register)
    types = {node: frozenset(register.values(node, TYPE)) for node in register.nodes}
    graphs = release_graphs(store)
    to_read = graphs if full or not store.checked else []
    quads = _size(register)
    for size, found in _check_graphs(store, to_read, types or register_types(), workers or os.cpu_count() or 1):
        quads += size
        violations += found
    exclusive = {shape.name for shape in _exclusive()}
    violations = [_with_all_evidence(store, v) if v.shape in exclusive else v for v in violations]
    violations += _conflicts(store, {(v.shape, v.focus) for v in violations})
    if not violations and isinstance(store, EmbeddedStore):
        store.checked = True
    return Report(len(read_shapes()), len(graphs), len(to_read), quads, tuple(violations), time.perf_counter() - start)


def _check_graphs(store: Store, graphs: list[str], known: Known, workers: int) -> Iterator[tuple[int, list[Violation]]]:
    """Number of quads and violations of each graph, or of each bundle of graphs."""
    if workers < 2 or len(graphs) < _MANY or not _in_folder(store):
        for graph in graphs:
            yield check_graph(store, graph, known)
        return
    bundles = [graphs[i : i + _BUNDLE] for i in range(0, len(graphs), _BUNDLE)]
    with Workers(workers, _start_worker, (store.location, known)) as pool:
        yield from pool.map(_check_bundle, bundles)


def _in_folder(store: Store) -> bool:
    """Whether other processes can open the store beside this one."""
    return isinstance(store, EmbeddedStore) and store.read_only


def check_graph(store: Store, graph: str, known: Known) -> tuple[int, list[Violation]]:
    """Number of quads and violations of one named graph."""
    index = Index(store.quads(graph), known)
    return _size(index), check_index(index)


_worker: tuple[Store, Known] | None = None  # of a process of its own, set once when it starts


def _start_worker(location: str, known: Known) -> None:
    global _worker
    _worker = open_store(location, read_only=True), known


def _check_bundle(graphs: list[str]) -> tuple[int, list[Violation]]:
    assert _worker is not None
    checked = [check_graph(_worker[0], graph, _worker[1]) for graph in graphs]
    return sum(size for size, _ in checked), [violation for _, found in checked for violation in found]


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


def origin(store: Store, fact: ox.Triple) -> tuple[str, ...]:
    """Passages and rows of the register that a statement comes from: those of its subject, else of its object."""
    wanted = f"{fact.subject} {fact.predicate} {fact.object}"
    rows = store.query(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ {wanted} }} }} ORDER BY ?g LIMIT {_GRAPHS}")
    found: list[str] = []
    for row in rows:  # type: ignore[union-attr]
        index = Index(store.quads(row["g"].value), {})
        ends = [end.value for end in (fact.subject, fact.object) if isinstance(end, ox.NamedNode)]
        found += next((list(evidence) for end in ends if (evidence := index.evidence(end))), [row["g"].value])
    return tuple(dict.fromkeys(found))


def _size(index: Index) -> int:
    return sum(len(values) for props in index.nodes.values() for values in props.values())


def _conflicts(store: Store, reported: set[tuple[str, str]]) -> Iterator[Violation]:
    """Things that are of disjoint classes, where no single graph says so but several together do."""
    exclusive = _exclusive()
    names = {name for shape in exclusive for name in _classes(shape)}
    below = {name for name, above in superclasses().items() if above & names} | names
    values = " ".join(f"<{name}>" for name in sorted(below))
    rows = store.query(f"SELECT DISTINCT ?thing ?class WHERE {{ VALUES ?class {{ {values} }} ?thing a ?class }}")
    types = (ox.Quad(row["thing"], _KIND, row["class"]) for row in rows)  # type: ignore[union-attr]
    shapes = {shape.name for shape in exclusive}
    for violation in check_index(Index(types, types_of(()))):
        if violation.shape in shapes and (violation.shape, violation.focus) not in reported:
            yield _with_all_evidence(store, replace(violation, graph=None))


def _exclusive() -> list[Shape]:
    """Shapes that forbid something to be of two classes."""
    return [shape for shape in read_shapes() if any(key == "not" for key, _ in shape.constraints)]


def _with_all_evidence(store: Store, violation: Violation) -> Violation:
    """The violation with what each of the classes rests on, in whatever graph that is said."""
    return replace(violation, evidence=tuple(dict.fromkeys(_evidence(store, violation.focus))))


def _classes(shape: Shape) -> Iterator[str]:
    """Classes that a shape of disjointness speaks of: its targets and what they must not be."""
    yield from (target for _, target in shape.targets)
    for key, pairs in shape.constraints:
        if key == "not":
            yield from (term.value for name, term in pairs if name == "class")  # type: ignore[attr-defined]


def _evidence(store: Store, node: str) -> Iterator[str]:
    """What each class of a node rests on: passages and rows, with the class before them."""
    rows = store.query(f"SELECT DISTINCT ?class WHERE {{ <{node}> a ?class }} ORDER BY ?class")
    classes = [row["class"] for row in rows]  # type: ignore[union-attr]
    for name in classes:
        if any(name.value in superclasses().get(other.value, ()) for other in classes if other != name):
            continue  # the subclass says more
        for proof in origin(store, ox.Triple(ox.NamedNode(node), _KIND, name)):
            yield f"{name.value.removeprefix(POD)}: {proof}"
