"""Terms of other vocabularies: each that the alignment points to, or that Podium writes, exists there."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import yaml
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib import namespace as closed  # by this name, since pytest looks into names of modules and they then warn

from podium import resources
from podium.ingest import release_quads
from podium.namespaces import BASE, POD
from podium.register import load
from podium.release import Release
from podium.triples.ontology import ontology_quads
from podium.triples.register import register_quads

ONTOLOGY = resources.ontology()
ALIGNED = [closed.ORG, closed.FOAF, closed.PROV, closed.TIME, closed.SDO, DCTERMS]
CLOSED = [*ALIGNED, OWL, RDF, RDFS, SKOS, closed.VANN]
NAMES: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("elsewhere.yaml").read_text(encoding="utf-8"))
MAPPINGS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch, OWL.equivalentClass)
TEXT = (
    "Beim Tag der Jobcenter sagte Dr. Erika Beispiel, Präsidentin des Deutschen Landkreistages, das Bürgergeld helfe."
)


def exists(term: URIRef) -> bool | None:
    """Whether a vocabulary has this term; None where we know no list of that vocabulary's terms."""
    for namespace in CLOSED:
        if str(term).startswith(str(namespace)):
            return term in namespace
    for namespace, names in NAMES.items():
        if str(term).startswith(namespace):
            return str(term).removeprefix(namespace) in names
    return None


def targets() -> list[URIRef]:
    """What the alignment maps our terms to."""
    graph = Graph().parse(ONTOLOGY / "alignment.ttl")
    ours = (triple for triple in graph if str(triple[0]).startswith(POD) and triple[1] in MAPPINGS)
    return sorted({target for _, _, target in ours if isinstance(target, URIRef)})


@pytest.mark.parametrize("target", targets(), ids=lambda target: target.replace("http://", "").replace("https://", ""))
def test_alignment_target(target: URIRef) -> None:
    assert exists(target) is True


def test_the_alignment_reaches_all_vocabularies_of_the_plan() -> None:
    wanted = [*ALIGNED, *NAMES]
    assert [str(name) for name in wanted if not any(target.startswith(str(name)) for target in targets())] == []


def test_classes_are_mapped_to_classes_and_properties_to_properties() -> None:
    """All these vocabularies write classes with a capital and properties without."""
    modules = Graph().parse(ONTOLOGY / "core.ttl").parse(ONTOLOGY / "labour.ttl")
    for subject, predicate, target in Graph().parse(ONTOLOGY / "alignment.ttl"):
        if str(subject).startswith(POD) and predicate in MAPPINGS:
            name = closed.split_uri(str(target))[1]
            assert name[0].isupper() == ((subject, RDF.type, OWL.Class) in modules), (subject, target)


def test_a_wrong_target_would_be_seen() -> None:
    assert exists(URIRef("http://www.w3.org/ns/org#Organisation")) is False
    assert exists(URIRef("http://www.w3.org/ns/oa#hasBodies")) is False
    assert exists(URIRef("http://example.org/x")) is None


def test_what_podium_writes_uses_no_term_that_does_not_exist() -> None:
    release = Release(TEXT, key="x", source="x.txt", published="2021-04-28")
    said = release_quads(release)
    assert len(said) > 100
    named: set[str] = set()
    for quad in [*said, *register_quads(load()), *ontology_quads()]:
        named.add(quad.predicate.value)
        if quad.predicate.value == str(RDF.type) and isinstance(quad.object, ox.NamedNode):
            named.add(quad.object.value)
    foreign = {URIRef(name) for name in named if not name.startswith(BASE)}
    assert len(foreign) > 20
    assert sorted(term for term in foreign if exists(term) is not True) == []
