"""Running the rules over a store.

Every rule says something about one thing (?x), so a thing's inferences can be taken back and made anew on their own.
The rules run in the order of their names; what they build on is stated or comes from the superclasses, which are first.
Domain and range are no rules: in a store that conforms to the shapes they add no class that is not stated.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

import pyoxigraph as ox

from podium.inference.rules import rules
from podium.namespaces import GRAPH_INFERRED, POD
from podium.store.base import FINGERPRINT, Store
from podium.store.versions import facts_version

__all__ = ["Changes", "forget", "is_current", "rebuild", "refresh", "subjects"]

_GRAPH = ox.NamedNode(GRAPH_INFERRED)
_AT_ONCE = 500  # things a query
_LOADED = 100_000  # statements written together
_DEARER = 8  # times as dear is it to infer anew for the things of one graph than for one graph's share of the whole
_T = TypeVar("_T")
# Whose inferences depend on a thing: those who hold an office there; municipalities that carry it.
_DEPENDENTS = f"""SELECT DISTINCT ?x WHERE {{ VALUES ?thing {{ %s }}
    {{ ?x <{POD}currentTenure>/<{POD}inOrganisation> ?thing }} UNION
    {{ ?thing <{POD}currentArrangement>/<{POD}carrier> ?x }} }}"""


def is_current(store: Store) -> bool:
    """Whether the inferred graph was finished, with these rules and this ontology and register."""
    return store.fingerprints().get(GRAPH_INFERRED) == _version()


def rebuild(store: Store) -> int:
    """Infer everything anew; says how many statements. Linear in the size of the store."""
    checked = store.checked
    store.forget(GRAPH_INFERRED)
    for rule in rules():
        for chunk in _chunks(_inferred(store, rule.query, "MINUS"), _LOADED):
            store.load_quads(dict.fromkeys(chunk))
    rows = store.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH_INFERRED}> {{ ?s ?p ?o }} }}")
    assert isinstance(rows, ox.QuerySolutions)
    count = int(next(rows)["n"].value)
    _finish(store, checked)
    return count


def subjects(store: Store, graphs: Iterable[str]) -> set[str]:
    """The things that these graphs say something about and that rules may infer something for.

    To be asked before releases are replaced or forgotten, and after they were written; both go to `refresh`.
    """
    found: set[str] = set()
    for graph in graphs:
        rows = store.query(f"SELECT DISTINCT ?x WHERE {{ GRAPH <{graph}> {{ ?x a ?class }} }}")
        found.update(row["x"].value for row in rows if isinstance(row["x"], ox.NamedNode))  # type: ignore[union-attr]
    return found


def refresh(store: Store, things: Iterable[str]) -> int:
    """Infer anew for these things and those that depend on them; says how many statements.

    Time grows with the number of things and of the graphs that name them, not with the rest of the store.
    """
    checked = store.checked
    named = set(things)
    for batch in _chunks(sorted(named), _AT_ONCE):
        rows = store.query(_DEPENDENTS % " ".join(f"<{thing}>" for thing in batch))
        named.update(row["x"].value for row in rows)  # type: ignore[union-attr]
    batches = list(_chunks(sorted(named), _AT_ONCE))
    for batch in batches:
        store.retract(GRAPH_INFERRED, batch)
    count = 0
    for rule in rules():
        for batch in batches:
            quads = dict.fromkeys(_inferred(store, rule.about(batch), "FILTER NOT EXISTS"))
            store.load_quads(quads)
            count += len(quads)
    _finish(store, checked)
    return count


class Changes:
    """Collects what an ingest touches, so that at its end only that is inferred anew.

    `replacing` before a graph is replaced or forgotten, `written` after one was written, `finish` at the end. A process
    that is killed between leaves the inferred graph marked as unfinished, and the next `finish` makes all of it anew.
    Where a good part of the store is touched, making all anew takes less time, and nothing is collected any more.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._whole = not is_current(store)
        self._most = max(1, len(store.release_hashes()) // _DEARER)
        self._graphs: set[str] = set()
        self._things: set[str] = set()

    def replacing(self, *graphs: str) -> None:
        """These graphs are about to be replaced or forgotten."""
        self._touch(graphs)

    def written(self, *graphs: str) -> None:
        """These graphs were written."""
        self._touch(graphs)

    def finish(self) -> int:
        """Infer what follows now; says how many statements were inferred, 0 where nothing had changed."""
        if self._whole:
            return rebuild(self._store)
        return refresh(self._store, self._things) if self._graphs else 0

    def _touch(self, graphs: Collection[str]) -> None:
        if not graphs:
            return
        if not self._whole and not self._graphs:
            checked = self._store.checked
            self._store.retract(GRAPH_INFERRED, [GRAPH_INFERRED])
            self._store.checked = checked
        self._graphs.update(graphs)
        self._whole = self._whole or len(self._graphs) > self._most
        if not self._whole:
            self._things |= subjects(self._store, graphs)


def forget(store: Store, graphs: Iterable[str]) -> int:
    """Remove these graphs and what follows from them alone; says how many of them there were."""
    named = list(graphs)
    changes = Changes(store)
    changes.replacing(*named)
    count = sum(store.forget(graph) for graph in named)
    changes.finish()
    return count


def _inferred(store: Store, query: str, without: str) -> Iterator[ox.Quad]:
    """Statements that follow and that no graph states; one that follows from several graphs may come several times.

    `without`: MINUS reads all that is stated once, FILTER NOT EXISTS looks up each statement.
    """
    statement = query[query.index("CONSTRUCT {") + len("CONSTRUCT {") : query.index("} WHERE")]
    new_only = query.rstrip().removesuffix("}") + f"{without} {{ {statement} }} }}"
    found = store.query(new_only)
    assert isinstance(found, ox.QueryTriples)
    for triple in found:
        yield ox.Quad(triple.subject, triple.predicate, triple.object, _GRAPH)


def _finish(store: Store, checked: bool) -> None:
    """Mark the graph as finished. Whether the releases conform does not depend on it."""
    store.retract(GRAPH_INFERRED, [GRAPH_INFERRED])
    store.load_quads([ox.Quad(_GRAPH, FINGERPRINT, ox.Literal(_version()), _GRAPH)])
    store.checked = checked


def _version() -> str:
    return hashlib.sha256("\n".join([facts_version(), *(rule.query for rule in rules())]).encode()).hexdigest()


def _chunks(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk
