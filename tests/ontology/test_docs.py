"""The reference of the ontology: tables of the README, diagrams, HTML."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from podium import resources
from podium.checks.hierarchy import superclasses

ONTOLOGY = resources.ontology()
PATTERNS: dict[str, dict[str, Any]] = yaml.safe_load((ONTOLOGY / "patterns.yaml").read_text(encoding="utf-8"))
ELSEWHERE = {
    "Quotation": "https://schema.org/Quotation",
    "LegalResource": "http://data.europa.eu/eli/ontology#LegalResource",
    "hasSource": "http://www.w3.org/ns/oa#hasSource",
    "subClassOf": str(RDFS.subClassOf),
}


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    file = ONTOLOGY.parent / "docs" / "build_ontology.py"
    spec = importlib.util.spec_from_file_location("build_ontology", file)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def graph(builder: ModuleType) -> Graph:
    read: Graph = builder.read("core", "labour")
    return read


def test_the_tables_of_the_readme_are_those_of_the_turtle(builder: ModuleType) -> None:
    text = (ONTOLOGY / "README.md").read_text(encoding="utf-8")
    assert builder.readme_with_tables(text) == text, "run: python docs/build_ontology.py --readme"


def iri(name: str, builder: ModuleType) -> URIRef:
    return URIRef(ELSEWHERE.get(name, builder.POD + name))


@pytest.mark.parametrize("name", PATTERNS)
def test_edges_of_diagrams_agree_with_domain_and_range(name: str, builder: ModuleType, graph: Graph) -> None:
    """An end that the ontology states is the box, or above or below it."""
    for start, property_, end in PATTERNS[name]["edges"]:
        assert {start, end} <= PATTERNS[name]["boxes"].keys()
        term = iri(property_, builder)
        if term == RDFS.subClassOf:
            assert (iri(start, builder), term, iri(end, builder)) in graph
            continue
        assert (term, None, OWL.ObjectProperty) in graph
        for box, which in ((start, RDFS.domain), (end, RDFS.range)):
            stated = builder.classes_at(graph, term, which)
            assert not stated or any(related(str(iri(box, builder)), str(other)) for other in stated), (property_, box)


def related(one: str, other: str) -> bool:
    above = superclasses()
    return other in above.get(one, {one}) or one in above.get(other, {other})


@pytest.mark.parametrize("name", PATTERNS)
def test_diagrams_are_drawn_within_their_frame(name: str, builder: ModuleType) -> None:
    svg = ElementTree.fromstring(builder.diagram(PATTERNS[name]))
    space = "{http://www.w3.org/2000/svg}"
    boxes = svg.findall(f"{space}rect")
    assert len(boxes) == len(PATTERNS[name]["boxes"])
    for box in boxes:
        assert float(box.attrib["x"]) + float(box.attrib["width"]) < float(svg.attrib["width"])
    labels = {text.text for text in svg.findall(f"{space}text")}
    assert labels == {*PATTERNS[name]["boxes"], *(edge[1] for edge in PATTERNS[name]["edges"])}


@pytest.mark.skipif(importlib.util.find_spec("pylode") is None, reason="pyLODE is not installed: make docs installs it")
def test_pages_show_every_term(builder: ModuleType, tmp_path: Path) -> None:
    builder.build(tmp_path / "docs")
    pages = "".join((tmp_path / "docs" / f"{name}.html").read_text(encoding="utf-8") for name in ("core", "labour"))
    for name in ("CarrierArrangement", "currentArrangement", "Contribution", "inRole", "HeadOfJobcenter"):
        assert f"https://w3id.org/podium/ontology#{name}" in pages
    index = (tmp_path / "docs" / "index.html").read_text(encoding="utf-8")
    assert all(f'src="{name}.svg"' in index for name in PATTERNS)
    labour = (tmp_path / "docs" / "labour.html").read_text(encoding="utf-8")
    assert "social partner · Sozialpartner" in labour  # pyLODE writes two labels without a space


def test_the_page_of_vocabularies_shows_every_concept(builder: ModuleType) -> None:
    text = builder._vocabularies()
    for file in (ONTOLOGY / "vocabularies").glob("*.ttl"):
        for concept in Graph().parse(file).subjects(RDF.type, SKOS.Concept):
            assert f'<tr id="{str(concept).rsplit("/", 1)[1]}">' in text
    assert "<strong>joint facility</strong>: Federal Employment Agency and municipality together form" in text
    assert "§ 44b SGB II" in text
