"""pyshacl is the oracle: on each seeded mistake the compiled checks report the same nodes under the same shapes."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import yaml
from rdflib import RDFS, SH, Graph, URIRef
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.evaluate import evalQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor

from podium import resources
from podium.checks.shapes import SHAPES, read_shapes, shape_files
from podium.checks.whole import check_store
from podium.store import EmbeddedStore, memory_store

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("seeded.yaml").read_text(encoding="utf-8"))
Pairs = dict[int, set[tuple[str, str]]]  # row → pairs of shape and node
Seeded = Callable[[dict[str, Any]], EmbeddedStore]


@pytest.fixture(scope="session")
def shapes() -> Graph:
    graph = Graph()
    for file in shape_files():
        graph.parse(file)
    return graph


@pytest.fixture(scope="session")
def hierarchy() -> Graph:
    """The class hierarchy, all that pyshacl needs of the ontology."""
    graph = Graph()
    for module in ("core.ttl", "labour.ttl"):
        for triple in Graph().parse(resources.ontology() / module).triples((None, RDFS.subClassOf, None)):
            if isinstance(triple[2], URIRef):
                graph.add(triple)
    return graph


@pytest.fixture(scope="session")
def store(seeded: Seeded) -> EmbeddedStore:
    """All seeded examples in one store: each row has its own release and its own things, told apart by their IRIs."""
    store = memory_store()
    for number, row in enumerate([{"in": "release"}, *ROWS]):
        text = ox.serialize(list(seeded(row).quads()), format=ox.RdfFormat.N_QUADS).decode()
        store.load_quads(ox.parse(_own(text, number), format=ox.RdfFormat.N_QUADS))
    return store


def _own(text: str, number: int) -> str:
    return re.sub(r"(podium/id/[a-z]+/|example\.org/)", rf"\1row-{number}-", text)


@pytest.fixture(scope="session")
def found(store: EmbeddedStore) -> Pairs:
    """Pairs of shape and node that the compiled checks report, by row."""
    return _by_row((violation.shape, violation.focus) for violation in check_store(store).violations)


def _prepared(self: SPARQLProcessor, query: str, bindings: Any = None, names: Any = None, *_: Any) -> Any:
    """rdflib's SPARQLProcessor.query with a memory: pyshacl hands it the same text for each node."""
    key = query, frozenset((names or {}).items())
    if key not in _PREPARED:
        _PREPARED[key] = translateQuery(parseQuery(query), None, names)
    return evalQuery(self.graph, _PREPARED[key], bindings or {}, None)


_PREPARED: dict[object, Any] = {}


@pytest.fixture(scope="session")
def wanted(store: EmbeddedStore, shapes: Graph, hierarchy: Graph) -> Pairs:
    """Pairs of shape and node that pyshacl reports over the union of all graphs, by row."""
    triples = {quad.triple for quad in store.quads()}
    data = Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SPARQLProcessor, "query", _prepared)
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, ont_graph=hierarchy, inplace=True)
    assert isinstance(report, Graph), report
    return _by_row(
        (str(report.value(result, SH.sourceShape)).removeprefix(SHAPES), str(report.value(result, SH.focusNode)))
        for result in report.objects(None, SH.result)
    )


def _by_row(pairs: Iterable[tuple[str, str]]) -> Pairs:
    rows: Pairs = defaultdict(set)
    for shape, node in pairs:
        number = re.search(r"/row-(\d+)-", node)
        assert number, f"cannot tell the row of {node}"
        rows[int(number[1])].add((shape, node))
    return rows


@pytest.mark.parametrize("number", range(1, len(ROWS) + 1), ids=lambda number: ROWS[number - 1]["name"])
def test_same_nodes_as_pyshacl(number: int, found: Pairs, wanted: Pairs) -> None:
    assert ROWS[number - 1]["shape"] in {shape for shape, _ in found[number]}
    assert found[number] == wanted[number]


def test_the_example_conforms(found: Pairs, wanted: Pairs) -> None:
    assert found[0] == wanted[0] == set()


def test_each_shape_has_a_seeded_mistake() -> None:
    assert {shape.name for shape in read_shapes()} == {row["shape"] for row in ROWS}
