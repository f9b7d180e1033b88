"""The Turtle opens without a warning where people open it, and comes back as it was."""

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import OWL, RDF, Graph, URIRef
from rdflib.compare import isomorphic

from podium import resources
from podium.namespaces import POD

ONTOLOGY = resources.ontology()
FILES = sorted(ONTOLOGY.rglob("*.ttl"))
MODULES = ("core", "labour", "alignment")


def opened(*files: Path) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(file)
    return graph


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rdflib_opens_it_without_a_warning(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    with warnings.catch_warnings(), caplog.at_level(logging.WARNING):
        warnings.simplefilter("error")
        assert len(opened(file)) > 20
    assert caplog.records == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("form", ["turtle", "xml", "nt"])
def test_it_round_trips(file: Path, form: str) -> None:
    graph = opened(file)
    again = Graph().parse(data=graph.serialize(format=form), format=form)
    assert isomorphic(graph, again)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    """The modules in owlready2, and what it said; it reads RDF/XML, not Turtle, and finds imports beside the file."""
    owlready2 = pytest.importorskip("owlready2")
    folder = tmp_path_factory.mktemp("owl")
    for name in MODULES:
        opened(ONTOLOGY / f"{name}.ttl").serialize(folder / f"{name}.owl", format="xml")
    owlready2.onto_path.insert(0, str(folder))
    world, said = owlready2.World(), io.StringIO()
    with warnings.catch_warnings(), contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        warnings.simplefilter("error")
        world.get_ontology("https://w3id.org/podium/ontology/alignment").load(only_local=True)
    owlready2.onto_path.remove(str(folder))
    yield world, said.getvalue()
    world.close()


@pytest.fixture(scope="module")
def world(loaded: tuple[Any, str]) -> Any:
    return loaded[0]


def test_owlready2_loads_the_modules_with_their_imports_and_says_nothing(loaded: tuple[Any, str]) -> None:
    world, said = loaded
    assert {name.rstrip("/#").rsplit("/", 1)[1] for name in world.ontologies} >= set(MODULES)
    assert said == ""


@pytest.mark.parametrize("kind", ["Class", "ObjectProperty", "DatatypeProperty"])
def test_owlready2_sees_the_terms_that_the_turtle_declares(kind: str, world: Any) -> None:
    graph = opened(*(ONTOLOGY / f"{name}.ttl" for name in MODULES))
    declared = {str(term) for term in graph.subjects(RDF.type, OWL[kind]) if str(term).startswith(POD)}
    seen = {
        "Class": world.classes,
        "ObjectProperty": world.object_properties,
        "DatatypeProperty": world.data_properties,
    }
    assert {term.iri for term in seen[kind]() if term.iri.startswith(POD)} == declared
    assert declared


def test_owlready2_keeps_every_triple(world: Any) -> None:
    """Blank nodes get names of owlready2's own, so triples between named things are compared."""
    theirs = world.as_rdflib_graph()
    ours = opened(*(ONTOLOGY / f"{name}.ttl" for name in MODULES))
    named = [t for t in ours if str(t[0]).startswith(POD) and isinstance(t[2], URIRef)]
    assert len(named) > 300
    assert [t for t in named if t not in theirs] == []
