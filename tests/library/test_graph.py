"""The graph: opening, ingesting, SPARQL, explaining, rdflib; against folders, memory and a real HTTP endpoint."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
import rdflib
from rdflib import FOAF, Literal, URIRef

import podium
from podium.errors import StoreError, UsageError
from podium.library.iri import Iri
from podium.library.names import AmbiguousName, UnknownName

TEXT = (
    "Tag der Jobcenter 2021\n\nBerlin, 28. April 2021. Beim Tag der Jobcenter hielt Bundesminister Hubertus Heil eine "
    "Rede.\n"
)
HEIL = "https://w3id.org/podium/id/person/hubertus-heil"
PREFIXES = "PREFIX pod: <https://w3id.org/podium/ontology#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>\n"


@pytest.fixture
def release(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "tag.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_ingest_says_what_it_did_and_tells_of_each_release(release: Path) -> None:
    seen: list[tuple[str, str]] = []
    with podium.open() as graph:
        assert graph.ingest(release, progress=lambda source, outcome: seen.append((source, outcome))).new == 1
        assert graph.ingest(release).unchanged == 1
        assert graph.ask.speakers()["speaker_name"].to_list() == ["Hubertus Heil"]
        with pytest.raises(UsageError, match="Say what to ingest"):
            graph.ingest()
    assert seen == [(str(release), "new")]


def test_what_cannot_be_read_is_in_the_summary(tmp_path: Path) -> None:
    with podium.open() as graph:
        (rejected,) = graph.ingest(tmp_path / "gibt-es-nicht.txt").rejected
    assert "gibt-es-nicht.txt" in str(rejected)


def test_a_folder_keeps_what_was_ingested(release: Path, tmp_path: Path) -> None:
    with podium.open(tmp_path / "store") as graph:
        graph.ingest(release)
    with podium.open(tmp_path / "store", create=False) as again:
        assert again.person("Heil").iri == HEIL
        assert again.forget(str(release)) == 1
        assert again.ask.speakers().empty
    with pytest.raises(StoreError, match="No store at"):
        podium.open(tmp_path / "nirgends", create=False)
    assert not (tmp_path / "nirgends").exists()


def test_the_cell_of_a_notebook_can_be_run_again(tmp_path: Path) -> None:
    graph = podium.open(tmp_path / "store")
    assert podium.open(tmp_path / "store") is graph
    graph.close()
    assert "closed" in repr(graph)
    with pytest.raises(StoreError, match="is closed"):
        graph.person("Heil")
    with podium.open(tmp_path / "store") as again:
        assert again is not graph
        assert repr(again) == f"<Graph in {tmp_path / 'store'}: 0 releases>"


def test_beside_a_program_that_writes_the_graph_can_be_read(release: Path, tmp_path: Path) -> None:
    place = tmp_path / "store"
    with podium.open(place) as graph:
        graph.ingest(release)
        code = (
            "import sys, podium\n"
            "try:\n    podium.open(sys.argv[1])\nexcept Exception as error:\n    print(error)\n"
            "print(podium.open(sys.argv[1], read_only=True).person('Heil').name)"
        )
        done = subprocess.run([sys.executable, "-c", code, str(place)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "Hubertus Heil"
    assert "read_only=True" in done.stdout


def test_an_endpoint_answers_like_a_folder(release: Path, sparql_server: str) -> None:
    with podium.open(sparql_server) as graph:
        graph.ingest(release)
        assert graph.person("Heil").iri == HEIL
        assert graph.ask.speakers().loc[0, "event_name"] == "Tag der Jobcenter 2021"
        assert graph.network("persons-events").number_of_edges() == 1
        assert (URIRef(HEIL), FOAF.name, Literal("Hubertus Heil")) in graph.to_rdflib()


def test_a_select_is_a_data_frame_with_types(graph: podium.Graph) -> None:
    found = graph.sparql(
        PREFIXES + "SELECT ?tenure ?from (YEAR(?from) AS ?year) (?year > 2014 AS ?late) (?year / 2 AS ?half) ?nothing "
        f"{{ ?tenure pod:holder <{HEIL}> ; pod:from ?from OPTIONAL {{ ?tenure pod:no ?nothing }} }} ORDER BY ?from"
    )
    assert isinstance(found, pd.DataFrame)
    assert found.dtypes.astype(str).to_list() == ["object", "datetime64[s]", "Int64", "boolean", "float64", "str"]
    assert found.loc[0, "from"] == pd.Timestamp("2018-03-14")
    assert isinstance(found.loc[0, "tenure"], Iri)
    empty = graph.sparql("SELECT ?a ?b { ?a <urn:no> ?b }")
    assert isinstance(empty, pd.DataFrame)
    assert list(empty.columns) == ["a", "b"]


def test_dates_of_mixed_precision_stay_as_printed(graph: podium.Graph) -> None:
    found = graph.sparql('SELECT ?d { VALUES ?d { "2021"^^<http://www.w3.org/2001/XMLSchema#gYear> "heute" } }')
    assert isinstance(found, pd.DataFrame)
    assert found["d"].to_list() == ["2021", "heute"]


def test_ask_is_a_truth_value_and_construct_a_graph(graph: podium.Graph) -> None:
    assert graph.sparql(f"ASK {{ <{HEIL}> ?p ?o }}") is True
    assert graph.sparql("ASK { <urn:niemand> ?p ?o }") is False
    made = graph.sparql(PREFIXES + f"CONSTRUCT {{ <{HEIL}> foaf:name ?n }} WHERE {{ <{HEIL}> foaf:name ?n }}")
    assert isinstance(made, rdflib.Graph)
    assert list(made) == [(URIRef(HEIL), FOAF.name, Literal("Hubertus Heil"))]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("DROP ALL", "This is an update"),
        ("DELETE WHERE { ?s ?p ?o }", "This is an update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT nonsense", "no valid SPARQL"),
    ],
)
def test_sparql_only_reads(graph: podium.Graph, query: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        graph.sparql(query)


def test_explain_takes_names_things_and_cells(graph: podium.Graph) -> None:
    heil = graph.explain("Hubertus Heil")
    assert (
        heil == graph.explain(HEIL) == graph.explain("id:person/hubertus-heil") == graph.explain(graph.person("Heil"))
    )
    assert any("Sentence:" in line for line in heil.as_text().splitlines())
    assert "<blockquote>" in heil._repr_html_()
    assert graph.explain("Jobcenter Köln").kind == "Jobcenter"
    assert graph.explain("Tag der Jobcenter").kind == "EventSeries"
    with pytest.raises(AmbiguousName):
        graph.explain("Landkreis")
    with pytest.raises(UnknownName, match="Nothing is called 'Quetzalcoatl'"):
        graph.explain("Quetzalcoatl")


def test_view_shows_a_thing_in_a_frame_of_its_own(graph: podium.Graph) -> None:
    shown = graph.view(graph.event("Tag der Jobcenter 2021"), height=300)
    assert shown._repr_html_().startswith("<iframe srcdoc=")
    assert "allow-same-origin" not in shown._repr_html_()
    asked = graph.view(query="speakers", parameters={"event": graph.event("Tag der Jobcenter 2021")})
    assert "Hubertus Heil" in asked.html
    with pytest.raises(UsageError, match="Quetzalcoatl"):
        graph.view("Quetzalcoatl")


def test_rdflib_has_a_copy(graph: podium.Graph) -> None:
    dataset = graph.to_rdflib()
    dataset.add((URIRef("urn:neu"), FOAF.name, Literal("Neu")))
    assert (URIRef("urn:neu"), FOAF.name, None) in dataset
    assert graph.sparql("ASK { <urn:neu> ?p ?o }") is False
