"""The rules infer what Pellet infers, and after a change only what it touches is inferred anew."""

import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from podium import resources
from podium.checks.reasoner import check_consistency
from podium.inference import Changes, forget, is_current, rebuild, refresh, rules, subjects
from podium.ingest import release_quads
from podium.namespaces import GRAPH_INFERRED, GRAPH_REGISTER, ID, POD
from podium.sources import Document, documents, release_of
from podium.store import EmbeddedStore, Store, memory_store
from podium.store.facts import update_facts
from podium.triples.ontology import ontology_quads

TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@pytest.fixture(scope="module")
def releases() -> dict[str, list[ox.Quad]]:
    """Every sixth bundled release, with its quads."""
    found = {}
    for document in list(documents([str(resources.examples())]))[::6]:
        assert isinstance(document, Document)
        release = release_of(document, None)
        found[release.iri] = release_quads(release)  # type: ignore[union-attr, arg-type]
    return found


@pytest.fixture
def store(releases: dict[str, list[ox.Quad]]) -> EmbeddedStore:
    """Ontology, register, and these releases."""
    store = memory_store()
    update_facts(store)
    for iri, quads in releases.items():
        store.put(iri, quads)
    return store


def inferred(store: Store) -> set[str]:
    """The statements of the inferred graph, without its fingerprint."""
    return {str(quad.triple) for quad in store.quads(GRAPH_INFERRED) if quad.subject.value != GRAPH_INFERRED}  # type: ignore[union-attr]


def classes(quads: Iterator[ox.Quad]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate == TYPE and quad.object.value.startswith(POD) and isinstance(quad.subject, ox.NamedNode):  # type: ignore[union-attr]
            found.setdefault(quad.subject.value, set()).add(quad.object.value)  # type: ignore[union-attr]
    return found


def test_rules_and_pellet_agree(store: EmbeddedStore) -> None:
    """For each thing of the register and of a sample of releases, both find the same classes."""
    rebuild(store)
    ontology = {quad.triple for quad in ontology_quads()}
    ours = classes(quad for quad in store.quads() if quad.triple not in ontology)
    verdict = check_consistency(
        quad
        for quad in store.quads()
        if quad.graph_name.value == GRAPH_REGISTER or "/release/" in quad.graph_name.value  # type: ignore[union-attr]
    )
    assert verdict.consistent
    assert verdict.inferred is not None
    theirs = {thing: set(kinds) for thing, kinds in verdict.inferred.items() if kinds}
    assert len(ours) > 2000
    different = {
        thing: (ours.get(thing), theirs.get(thing))
        for thing in ours.keys() | theirs.keys()
        if ours.get(thing) != theirs.get(thing)
    }
    assert different == {}


DEFINED = {
    "JointFacility": "organisation/jobcenter-koeln",
    "MunicipalJobcenter": "organisation/kommunales-jobcenter-landkreis-leipzig",
    "AuthorisedMunicipality": "organisation/landkreis-leipzig",
    "FederalMinister": "person/baerbel-bas",
    "Official": "person/baerbel-bas",
    "LandMinister": None,
    "PublicOrganisation": "organisation/bundesagentur-fuer-arbeit",
}


@pytest.mark.parametrize("name", DEFINED)
def test_what_follows_from_the_register(name: str, store: EmbeddedStore) -> None:
    rebuild(store)
    kind = ox.NamedNode(POD + name)
    found = {q.subject.value for q in store.quads(GRAPH_INFERRED) if q.predicate == TYPE and q.object == kind}  # type: ignore[union-attr]
    assert found
    if DEFINED[name]:
        assert f"{ID}{DEFINED[name]}" in found


def test_what_follows_from_offices_that_the_register_knows_no_current_holder_of(store: EmbeddedStore) -> None:
    """Of heads of jobcenters and districts, no source says that they are in office today; here somebody is."""
    text = f"""@prefix pod: <{POD}> . @prefix ok: <https://w3id.org/podium/vocabulary/office-kind/> .
        GRAPH <{GRAPH_REGISTER}> {{
        <{ID}person/a> a pod:Person ; pod:currentTenure <{ID}tenure/a> .
        <{ID}tenure/a> a pod:Tenure ; pod:officeKind ok:geschaeftsfuehrung ;
            pod:inOrganisation <{ID}organisation/jobcenter-koeln> .
        <{ID}person/b> a pod:Person ; pod:currentTenure <{ID}tenure/b> .
        <{ID}tenure/b> a pod:Tenure ; pod:officeKind ok:landrat }}"""
    store.load_quads(ox.parse(text, format=ox.RdfFormat.TRIG))
    rebuild(store)
    assert f"<{ID}person/a> {TYPE} <{POD}HeadOfJobcenter>" in inferred(store)
    assert f"<{ID}person/a> {TYPE} <{POD}Official>" in inferred(store)
    assert f"<{ID}person/b> {TYPE} <{POD}DistrictAdministrator>" in inferred(store)


def test_carrier_types_follow_for_all_jobcenters(store: EmbeddedStore) -> None:
    """404 current ones, 104 of them municipal; those that merged have no current arrangement."""
    rebuild(store)
    counts = {
        name: sum(q.object == ox.NamedNode(POD + name) for q in store.quads(GRAPH_INFERRED))
        for name in ("JointFacility", "MunicipalJobcenter", "AuthorisedMunicipality")
    }
    assert counts == {"JointFacility": 300, "MunicipalJobcenter": 104, "AuthorisedMunicipality": 104}


def test_nothing_is_inferred_that_is_stated(store: EmbeddedStore) -> None:
    rebuild(store)
    stated = {str(quad.triple) for quad in store.quads() if quad.graph_name.value != GRAPH_INFERRED}  # type: ignore[union-attr]
    assert inferred(store) & stated == set()


def test_what_was_inferred_is_finished_and_current(store: EmbeddedStore) -> None:
    assert not is_current(store)
    rebuild(store)
    assert is_current(store)


def test_after_an_ingest_only_new_things_are_inferred(store: EmbeddedStore, releases: dict[str, list[ox.Quad]]) -> None:
    iri, quads = next(iter(releases.items()))
    store.forget(iri)
    rebuild(store)
    store.put(iri, quads)
    touched = subjects(store, [iri])
    count = refresh(store, touched)
    step_by_step = inferred(store)
    assert count <= 4 * len(touched)
    rebuild(store)
    assert step_by_step == inferred(store)


def test_what_a_forgotten_release_alone_said_no_longer_follows(
    store: EmbeddedStore, releases: dict[str, list[ox.Quad]]
) -> None:
    rebuild(store)
    for iri in list(releases)[:4]:
        before = subjects(store, [iri])
        store.forget(iri)
        refresh(store, before)
    step_by_step = inferred(store)
    rebuild(store)
    assert step_by_step == inferred(store)
    assert not [statement for statement in step_by_step if next(iter(releases)) in statement]


def test_changes_of_an_ingest_are_collected(store: EmbeddedStore, releases: dict[str, list[ox.Quad]]) -> None:
    first, second = list(releases)[:2]
    assert Changes(store).finish() > 1000  # nothing was inferred yet, so everything is
    assert Changes(store).finish() == 0
    changes = Changes(store)
    changes.replacing(first)
    store.put(first, [ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode(first)) for q in releases[second]])
    changes.written(first)
    assert 0 < changes.finish() < 500
    step_by_step = inferred(store)
    rebuild(store)
    assert step_by_step == inferred(store)


def test_where_much_is_touched_all_is_inferred_anew(
    store: EmbeddedStore, releases: dict[str, list[ox.Quad]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A step by step takes eight times as long a release; both ways end alike."""
    rebuild(store)
    whole = inferred(store)
    asked: list[str] = []
    monkeypatch.setattr("podium.inference.run.subjects", lambda store, graphs: asked.extend(graphs) or set())
    changes = Changes(store)
    for iri in releases:
        changes.replacing(iri)
        store.put(iri, releases[iri])
        changes.written(iri)
    assert asked == list(releases)[:1] * 2
    assert changes.finish() > 1000
    assert inferred(store) == whole


def test_forgetting_takes_back_what_followed(store: EmbeddedStore, releases: dict[str, list[ox.Quad]]) -> None:
    rebuild(store)
    first, *rest = releases
    assert forget(store, [first, f"{ID}release/not-there"]) == 1
    assert not [statement for statement in inferred(store) if first in statement]
    step_by_step = inferred(store)
    rebuild(store)
    assert step_by_step == inferred(store)
    assert forget(store, []) == 0
    assert is_current(store)
    assert forget(store, rest) == len(rest)
    assert not [statement for statement in inferred(store) if "/release/" in statement]
    assert is_current(store)


def test_an_ingest_that_was_killed_is_noticed(store: EmbeddedStore, releases: dict[str, list[ox.Quad]]) -> None:
    rebuild(store)
    whole = inferred(store)
    killed = Changes(store)
    killed.replacing(next(iter(releases)))
    assert not is_current(store)
    store.load_quads([])
    store.forget(next(iter(releases)))
    Changes(store).finish()
    assert is_current(store)
    assert inferred(store) < whole


def test_who_depends_on_a_thing_is_inferred_anew(store: EmbeddedStore) -> None:
    """An organisation that turns out to be public makes an official of who holds an office there."""
    graph = f"{ID}release/x"
    text = f"""@prefix pod: <{POD}> . GRAPH <{GRAPH_REGISTER}> {{
        <{ID}person/a> a pod:Person ; pod:currentTenure <{ID}tenure/a> .
        <{ID}tenure/a> a pod:Tenure ; pod:inOrganisation <{ID}organisation/a> .
        <{ID}organisation/a> a pod:Organisation }}"""
    store.load_quads(ox.parse(text, format=ox.RdfFormat.TRIG))
    rebuild(store)
    official = f"<{ID}person/a> {TYPE} <{POD}Official>"
    assert official not in inferred(store)
    court = f"@prefix pod: <{POD}> . GRAPH <{graph}> {{ <{ID}organisation/a> a pod:Court }}"
    store.put(graph, list(ox.parse(court, format=ox.RdfFormat.TRIG)))
    refresh(store, subjects(store, [graph]))
    assert official in inferred(store)
    before = subjects(store, [graph])
    store.forget(graph)
    refresh(store, before)
    assert official not in inferred(store)


def test_there_is_a_rule_for_each_defined_class() -> None:
    """A class that the ontology defines by an equivalence, and that no rule infers, would be forgotten here."""
    text = (resources.ontology() / "labour.ttl").read_text(encoding="utf-8")
    defined = set(re.findall(r"^pod:(\w+) a owl:Class ;\n    owl:equivalentClass", text, re.MULTILINE))
    assert defined == {name for rule in rules() for name in re.findall(r"CONSTRUCT \{ \?x a pod:(\w+) \}", rule.query)}
