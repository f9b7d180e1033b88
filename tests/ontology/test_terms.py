"""The Turtle parses, each term is documented in both languages, and what it points to exists."""

import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from podium import resources
from podium.checks import undefined_terms
from podium.checks.shapes import read_shapes
from podium.namespaces import POD, VOCABULARY
from podium.triples.ontology import ONTOLOGY_GRAPH, ontology_files, ontology_quads

ONTOLOGY = resources.ontology()
FILES = sorted(ONTOLOGY.rglob("*.ttl"))
MODULES = [ONTOLOGY / "core.ttl", ONTOLOGY / "labour.ttl"]


def read(*files: object) -> Graph:
    graph = Graph()
    for file in files:
        graph.parse(str(file))
    return graph


def own_terms(graph: Graph) -> Iterator[URIRef]:
    for term in set(graph.subjects(RDF.type)):
        if isinstance(term, URIRef) and str(term).startswith((POD, VOCABULARY[:-1])):
            yield term


CORE_AND_LABOUR = read(*MODULES)
VOCABULARIES = read(*sorted((ONTOLOGY / "vocabularies").glob("*.ttl")))
TERMS = sorted(term for term in own_terms(CORE_AND_LABOUR) if str(term).startswith(POD))
CONCEPTS = sorted(own_terms(VOCABULARIES))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_parses_alike_in_rdflib_and_oxigraph(file: object) -> None:
    assert len(read(file)) == len(set(ox.parse(path=str(file))))


@pytest.mark.parametrize("term", TERMS + CONCEPTS, ids=lambda term: re.split("[#/]", term)[-1])
def test_labels_and_definitions_in_both_languages(term: URIRef) -> None:
    graph = CORE_AND_LABOUR if str(term).startswith(POD) else VOCABULARIES
    for predicate in (RDFS.label, SKOS.definition):
        languages = [value.language for value in graph.objects(term, predicate) if isinstance(value, Literal)]
        assert sorted(map(str, languages)) == ["de", "en"]


@pytest.mark.parametrize("term", TERMS + CONCEPTS, ids=lambda term: re.split("[#/]", term)[-1])
def test_each_term_has_an_example(term: URIRef) -> None:
    scheme = (term, RDF.type, SKOS.ConceptScheme) in VOCABULARIES
    assert scheme or CORE_AND_LABOUR.value(term, SKOS.example) or VOCABULARIES.value(term, SKOS.example)


LAW = re.compile(r"§ \d+\w?|Art\. \d+\w? |BGBl\. |BVerfG, |KomtrZV")


@pytest.mark.parametrize("part", ["labour", "carrier-type"])
def test_what_the_law_defines_names_the_law(part: str) -> None:
    """Classes and concepts of carriers each cite a provision, in the form in which lawyers cite."""
    graph = CORE_AND_LABOUR if part == "labour" else VOCABULARIES
    named = {
        "labour": [
            POD + name for name in ("Jobcenter", "JointFacility", "MunicipalJobcenter", "AuthorisedMunicipality")
        ]
        + [POD + f"{name}Arrangement" for name in ("JointFacility", "Municipal", "Consortium", "Separate")],
        "carrier-type": [concept for concept in CONCEPTS if concept.startswith(VOCABULARY + "carrier-type/")],
    }
    for term in named[part]:
        sources = [str(source) for source in graph.objects(URIRef(term), DCTERMS.source)]
        assert sources and all(LAW.match(source) for source in sources), (term, sources)


def test_no_two_terms_share_a_label() -> None:
    labels = [
        str(label) for term in TERMS for label in CORE_AND_LABOUR.objects(term, RDFS.label) if label.language == "de"
    ]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("module", ["core", "labour", "alignment"])
def test_header_says_version_licence_creators(module: str) -> None:
    graph = read(ONTOLOGY / f"{module}.ttl")
    header = URIRef(f"https://w3id.org/podium/ontology/{module}")
    assert (header, RDF.type, OWL.Ontology) in graph
    assert str(graph.value(header, OWL.versionIRI)) == f"{header}/{graph.value(header, OWL.versionInfo)}"
    assert str(graph.value(header, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    assert str(graph.value(header, DCTERMS.creator)) == "Podium contributors"
    assert graph.value(header, SKOS.changeNote)


def test_vocabularies_have_the_version_of_the_modules() -> None:
    (version,) = {str(value) for value in CORE_AND_LABOUR.objects(None, OWL.versionInfo)}
    for scheme in VOCABULARIES.subjects(RDF.type, SKOS.ConceptScheme):
        assert str(VOCABULARIES.value(scheme, OWL.versionInfo)) == version
        assert str(VOCABULARIES.value(scheme, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
        assert VOCABULARIES.value(scheme, DCTERMS.creator)


def test_the_changelog_begins_with_the_version_and_names_what_is_new() -> None:
    text = (ONTOLOGY / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", text, re.MULTILINE)
    header = URIRef("https://w3id.org/podium/ontology/core")
    assert versions[0] == str(CORE_AND_LABOUR.value(header, OWL.versionInfo))
    assert str(CORE_AND_LABOUR.value(header, OWL.priorVersion)).endswith("/" + versions[1])
    quoted = set(re.findall(r"`(\w+)`", text))
    assert {name for name in quoted if name[0].isupper()} <= {term.removeprefix(POD) for term in TERMS}


def test_owl_modules_know_no_dates() -> None:
    assert not [t for t in CORE_AND_LABOUR if re.search(r"XMLSchema#(date|gYear|gYearMonth|dateTime)$", str(t[2]))]


def test_each_term_is_of_one_kind_only() -> None:
    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    for term in set(CORE_AND_LABOUR.subjects(RDF.type)):
        assert len(kinds & set(CORE_AND_LABOUR.objects(term, RDF.type))) <= 1, term


def test_what_axioms_refer_to_is_declared() -> None:
    declared = set(CORE_AND_LABOUR.subjects(RDF.type)) | {RDFS.label, RDF.type, RDF.first, RDF.rest}
    builtin = (str(OWL), str(RDFS), str(RDF), "http://www.w3.org/2001/XMLSchema#")
    used = {term for triple in CORE_AND_LABOUR for term in triple[:2] if isinstance(term, URIRef)}
    used |= {o for _, p, o in CORE_AND_LABOUR if p in (RDFS.domain, RDFS.range, RDFS.subClassOf, OWL.onProperty)}
    assert [t for t in used if isinstance(t, URIRef) and t not in declared and not str(t).startswith(builtin)] == []


def test_alignment_speaks_of_terms_that_exist() -> None:
    graph = read(ONTOLOGY / "alignment.ttl")
    ours = {term for triple in graph for term in triple if str(term).startswith(POD)}
    assert ours <= set(TERMS)


def test_nothing_imports_the_alignment() -> None:
    imports = CORE_AND_LABOUR.objects(None, OWL.imports)
    assert [str(target) for target in imports] == ["https://w3id.org/podium/ontology/core"]


def test_concepts_belong_to_their_scheme() -> None:
    for concept in VOCABULARIES.subjects(RDF.type, SKOS.Concept):
        assert str(VOCABULARIES.value(concept, SKOS.inScheme)) == str(concept).rsplit("/", 1)[0]


def test_shapes_list_the_concepts_of_the_vocabularies() -> None:
    """A shape's sh:in repeats a vocabulary, because SHACL cannot refer to one; here the two are held together."""
    listed = {
        shape.name: {value.value for value in values if value.value.startswith(VOCABULARY)}
        for shape in read_shapes()
        for key, values in shape.constraints
        if key == "in" and isinstance(values, tuple)
    }
    schemes = {
        "contribution-kind": "contribution-kind",
        "utterance-form": "speech-form",
        "organisation-kind": "organisation-kind",
        "event-format": "event-format",
        "arrangement-type": "carrier-type",
    }
    for shape, scheme in schemes.items():
        members = VOCABULARIES.subjects(SKOS.inScheme, URIRef(VOCABULARY + scheme))
        assert listed[shape] == {str(member) for member in members}


def test_readme_lists_every_term() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (ONTOLOGY / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(rows) == sorted(term.removeprefix(POD) for term in TERMS)


def test_ontology_quads_have_no_blank_nodes_and_a_stable_order() -> None:
    quads = list(ontology_quads())
    assert quads == list(ontology_quads())
    assert {quad.graph_name for quad in quads} == {ONTOLOGY_GRAPH}
    assert not [q for q in quads if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]


def test_ontology_quads_are_the_turtle() -> None:
    """Up to the names of blank nodes, and of those that say the same, nothing is lost or added."""
    parsed = (quad for file in ontology_files() for quad in ox.parse(path=str(file)))
    named = {
        quad.triple
        for quad in parsed
        if not isinstance(quad.subject, ox.BlankNode) and not isinstance(quad.object, ox.BlankNode)
    }

    assert named == {quad.triple for quad in ontology_quads() if "/genid/" not in str(quad)}


def test_ontology_uses_no_undefined_term_of_its_own() -> None:
    assert undefined_terms(ontology_quads()) == []
