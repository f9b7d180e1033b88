"""From a reading to what people see of it: explanations, networks, rows; a reading written out by hand."""

import csv
import io

import networkx as nx
import pytest

from podium.explain import explain
from podium.export import FORMATS, export
from podium.export.network import network
from podium.namespaces import iri
from podium.reading.model import Contribution, Event, Instrument, Organisation, Person, Reading, Role, Span
from podium.register import load
from podium.release import Release
from podium.store import Store, memory_store
from podium.store.facts import update_facts
from podium.triples.reading import reading_quads

TEXT = (
    "Beim Tag der Jobcenter 2021 hielt Hubertus Heil, Bundesminister für Arbeit und Soziales, eine Rede. "
    "„Das Kurzarbeitergeld hat geholfen“, sagte\u00ad Heil \u0001."
)
RELEASE = Release(TEXT, "tag.txt", "tag.txt", title="Tag & „Rückblick“", publisher="DLT", published="2021-04-28")
HEIL = iri("person", "Hubertus Heil")
EVENT = iri("event", "Tag der Jobcenter 2021")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def said(number: int, form: str, words: str, **values: object) -> Contribution:
    defaults = {
        "id": f"c{number}", "activity": f"a{number}", "speaker": "p1", "speaker_span": (at("Hubertus Heil"),),
        "role": "r1", "event": None, "act": "Rede", "act_as_printed": None, "form": form, "announced": False, "cue": (),
        "frame": (), "quote": (), "nested": False, "addressee": None, "addressee_span": (), "about": (),
        "evidence": at(words), "rule": f"test.{form}", "confidence": 0.9,
    }  # fmt: skip
    return Contribution(**(defaults | values))  # type: ignore[arg-type]


READING = Reading(
    RELEASE,
    persons=(Person("p1", HEIL, "Hubertus Heil", gender="m", mentions=(at("Hubertus Heil"),)),),
    organisations=(Organisation("o1", iri("organisation", "Bundesministerium für Arbeit und Soziales"),
                                "Bundesministerium für Arbeit und Soziales", named=False, kind="ministry"),),
    roles=(Role("r1", "p1", "Bundesminister", "o1", former=False, designated=False, acting=False, deputy=False,
                evidence=at("Bundesminister für Arbeit und Soziales"), rule="test.role"),),
    events=(Event("e1", EVENT, "Tag der Jobcenter 2021", mentions=(at("Tag der Jobcenter 2021"),)),),
    instruments=(Instrument("i1", iri("instrument", "Kurzarbeitergeld"), "Kurzarbeitergeld",
                            (at("Kurzarbeitergeld"),)),),
    contributions=(
        said(1, "none", "Hubertus Heil, Bundesminister für Arbeit und Soziales, eine Rede", event="e1"),
        said(2, "direct", "„Das Kurzarbeitergeld hat geholfen“, sagte\u00ad Heil", act="Statement", about=("i1",),
             quote=(at("Das Kurzarbeitergeld hat geholfen"),), confidence=1.0),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def store() -> Store:
    store = memory_store()
    update_facts(store)
    store.put(RELEASE.iri, reading_quads(READING, load()))
    return store


def test_a_contribution_leads_to_rule_sentence_and_release(store: Store) -> None:
    found = explain(store, f"{RELEASE.iri}#contribution-a1")
    assert (found.kind, found.rule, found.confidence) == ("Contribution", "test.none", "0.9")
    assert ("speaker", f"Hubertus Heil  <{HEIL}>") in found.statements
    (evidence,) = found.evidence
    assert TEXT[evidence.start : evidence.end] == evidence.text
    assert "hielt Hubertus Heil" in TEXT and "eine Rede" in evidence.text
    assert str(evidence.release) == "Tag & „Rückblick“ · DLT · 2021-04-28\ntag.txt"
    assert [part.kind for part in found.parts] == ["Utterance"]


@pytest.mark.parametrize(
    ("name", "kind", "parts"),
    [
        ("id:person/hubertus-heil", "Person", {"Contribution", "Mention", "Tenure"}),
        ("id:instrument/kurzarbeitergeld", "Instrument", {"Utterance", "Mention"}),
        (f"{RELEASE.iri}#utterance-c2", "Utterance", {"Contribution"}),
        (f"{RELEASE.iri}#attestation-r1", "Attestation", set()),
        (f"{RELEASE.iri}#mention-p1", "Mention", set()),
        (f"<{RELEASE.iri}>", "Release", {"Contribution", "Attestation", "Tenure"}),
    ],
)
def test_everything_can_be_explained(store: Store, name: str, kind: str, parts: set[str]) -> None:
    found = explain(store, name)
    assert found.kind == kind
    assert {part.kind for part in found.parts} == parts
    assert found.as_text().count("\n") >= 3


def test_a_tenure_of_the_text_leads_to_its_attestation(store: Store) -> None:
    tenure = next(part for part in explain(store, HEIL).parts if part.kind == "Tenure" and not part.register)
    found = explain(store, tenure.iri)
    assert [part.kind for part in found.parts if part.kind == "Attestation"] == ["Attestation"]
    registered = next(part for part in explain(store, HEIL).parts if part.register)
    assert registered.register[0][0].startswith("offices.csv:")
    assert registered.register[0][1]


def test_the_network_has_what_was_said_where_and_about_what(store: Store) -> None:
    graph = network(store)
    kinds = {(graph.nodes[s]["label"], d["kind"], graph.nodes[t]["label"]) for s, t, d in graph.edges(data=True)}
    assert kinds == {
        ("Hubertus Heil", "contribution", graph.nodes[EVENT]["label"]),
        ("Hubertus Heil", "about", "Kurzarbeitergeld"),
        ("Hubertus Heil", "tenure", "Bundesministerium für Arbeit und Soziales"),
    }
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"Person", "Organisation", "Event", "Instrument"}


@pytest.mark.parametrize(("form", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_the_network_survives_its_file(store: Store, form: str, read: object) -> None:
    again = read(io.BytesIO(export(store, form)))  # type: ignore[operator]
    assert set(again.nodes) == set(network(store).nodes)
    assert again.number_of_edges() == network(store).number_of_edges()


def test_a_row_an_utterance(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO(export(store, "csv").decode(), newline="")))
    assert [(row["speaker"], row["kind"], row["form"], row["about"], row["said"]) for row in rows] == [
        ("Hubertus Heil", "rede", "none", "", ""),
        ("Hubertus Heil", "statement", "direct", "Kurzarbeitergeld", "Das Kurzarbeitergeld hat geholfen"),
    ]
    for row in rows:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["sentence"]
        assert (row["role"], row["organisation"]) == ("Bundesminister", "Bundesministerium für Arbeit und Soziales")
        assert (row["publisher"], row["published"], row["source"]) == ("DLT", "2021-04-28", "tag.txt")


@pytest.mark.parametrize("form", FORMATS)
def test_equal_stores_give_equal_bytes(store: Store, form: str) -> None:
    other = memory_store()
    other.load_quads(sorted(store.quads(), key=str, reverse=True))
    assert export(other, form) == export(store, form)
