"""How long `graph.ask` takes to a data frame, against the raw query alone.

python -m bench.ask_frame [rows, default 10000]

The store is in memory and holds the bundled releases as often as it takes for so many rows. Raw is the same SPARQL in
pyoxigraph, its solutions walked through, but no value taken from them. Processor time, the best of three.
"""

import sys
import time
from collections.abc import Callable

import pyoxigraph as ox

from bench.big_store import bundled
from podium.library.graph import Graph
from podium.queries import named
from podium.queries.binding import bind
from podium.store import memory_store
from podium.store.facts import update_facts

_QUESTIONS = ("contributions-of-person", "speakers", "passages-of-release", "sentence-search")


def main(wanted: int) -> None:
    """Print seconds and their quotient for some questions with many rows."""
    originals = list(bundled())
    print(f"{'question':<26}{'rows':>8}{'columns':>9}{'raw':>9}{'frame':>9}{'times':>7}")
    for name in _QUESTIONS:
        graph = _filled(originals, name, wanted)
        rows, columns = graph.ask(name).shape
        query = named(name)
        nothing = {p.variable: None for p in query.parameters if p.default is None}
        sparql = bind(query.sparql, nothing)
        raw = _best(lambda graph=graph, sparql=sparql: _walk(graph, sparql))  # type: ignore[misc]
        framed = _best(lambda graph=graph, name=name: graph.ask(name))  # type: ignore[misc]
        print(f"{name:<26}{rows:>8,}{columns:>9}{raw:>8.2f}s{framed:>8.2f}s{framed / raw:>7.2f}")


def _filled(originals: list[tuple[str, bytes]], name: str, wanted: int) -> Graph:
    """A graph for which the question has at least so many rows."""
    once = _copies(originals, 1)
    copies = -(-wanted // max(1, len(once.ask(name))))
    return _copies(originals, copies)


def _copies(originals: list[tuple[str, bytes]], copies: int) -> Graph:
    store = memory_store()
    update_facts(store)
    for copy in range(copies):
        store.put_new(
            (f"{iri}-{copy}", quads.replace(iri.encode(), f"{iri}-{copy}".encode())) for iri, quads in originals
        )
    return Graph(store)


def _walk(graph: Graph, sparql: str) -> None:
    result = graph.store.query(sparql)
    assert isinstance(result, ox.QuerySolutions)
    for _ in result:
        pass


def _best(call: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
