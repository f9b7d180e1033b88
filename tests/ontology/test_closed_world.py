"""The ontology and what Podium writes fit each other: no term is missing, and none is there for nothing.

Over every quad of a store: ontology, register, all bundled releases, and what follows from them by rule.
"""

import re
from functools import cache

import pyoxigraph as ox
import pytest

from podium import resources
from podium.checks import undefined_terms
from podium.checks.terms import defined_terms
from podium.inference import rebuild
from podium.ingest import release_quads
from podium.namespaces import GRAPH_INFERRED, GRAPH_REGISTER, POD
from podium.release import Release
from podium.sources import Document, documents, release_of
from podium.store import memory_store
from podium.store.facts import update_facts
from podium.triples.ontology import ONTOLOGY_GRAPH

TERMS = sorted(term for term in defined_terms() if term.startswith(POD))


@cache
def written() -> tuple[ox.Quad, ...]:
    store = memory_store()
    update_facts(store)
    for document in documents([str(resources.examples())]):
        assert isinstance(document, Document)
        release = release_of(document, None)
        assert isinstance(release, Release)
        store.put(release.iri, release_quads(release, all_persons=True))
    rebuild(store)
    return tuple(store.quads())


@cache
def asked() -> str:
    return "\n".join(
        re.sub(r"^\s*#.*$", "", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for file in (resources.ontology() / "competency").glob("*.rq")
    )


def in_graphs() -> dict[str, int]:
    """Number of quads of each graph."""
    found: dict[str, int] = {}
    for quad in written():
        name = quad.graph_name.value  # type: ignore[union-attr]
        found[name] = found.get(name, 0) + 1
    return found


def test_every_graph_that_podium_writes_is_looked_at() -> None:
    sizes = in_graphs()
    assert {ONTOLOGY_GRAPH.value, GRAPH_REGISTER, GRAPH_INFERRED} <= sizes.keys()
    assert sum("/release/" in name for name in sizes) == len(list(resources.examples().glob("*.md")))
    assert min(sizes.values()) > 20


def test_no_quad_uses_a_term_of_ours_that_is_not_defined() -> None:
    assert undefined_terms(written()) == []


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.removeprefix(POD))
def test_each_class_and_property_is_used(term: str) -> None:
    """By the data or by a competency question."""
    assert term in used()


@cache
def used() -> frozenset[str]:
    """Classes and properties in a graph other than that of the ontology, or in a competency question."""
    data = {
        term.value
        for quad in written()
        if quad.graph_name != ONTOLOGY_GRAPH
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, ox.NamedNode) and term.value.startswith(POD)
    }
    return frozenset(data | {POD + name for name in re.findall(r"\bpod:(\w+)", asked())})
