"""`podium ask` and `podium sparql` as a user types them; messages and exit codes as a user sees them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from podium.cli import main
from podium.queries import library

FIXTURES = Path(__file__).parent / "fixtures"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk that holds the fixture of `speakers`."""
    folder = tmp_path_factory.mktemp("queries") / "store"
    store = ox.Store(str(folder))
    store.load(path=str(FIXTURES / "speakers.trig"), format=ox.RdfFormat.TRIG)
    store.flush()
    return folder


@pytest.fixture
def run(place: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("PODIUM_STORE", str(place))

    def call(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(list(words))
        out, err = capfd.readouterr()
        return int(end.value.code or 0), out, err

    return call


def test_ask_lists_all_questions_by_subject(run: Run) -> None:
    code, out, err = run("ask")
    assert (code, err) == (0, "")
    for query in library().values():
        assert f"  {query.name} " in out
        assert query.header.question["de"] in out
    assert "Who spoke at which event" in run("ask", "--lang", "en")[1]


def test_ask_lists_for_programs_too(run: Run) -> None:
    rows = json.loads(run("ask", "--format", "json", "--lang", "en")[1])
    assert {row["name"] for row in rows} == set(library())
    assert set(rows[0]) == {"subject", "name", "title", "question"}


def test_ask_answers(run: Run) -> None:
    code, out, err = run("ask", "speakers", "--event", "Fachtag")
    assert code == 0
    assert err == "--event 'Fachtag' stands for Fachtag 2021\n"
    assert out.splitlines()[0].split() == ["Datum", "Ereignis", "Wer", "Rolle", "Organisation", "Beitrag"]
    assert "„Vera Beispiel sprach.“" in out
    assert "Mitteilung eins <https://w3id.org/podium/id/release/eins-00000001>" in out


@pytest.mark.parametrize(
    "words",
    [
        ("ask", "speakers", "--carrier-type", "gE", "--format", "csv"),
        ("ask", "speakers", "--carrier_type=gE", "--format=csv"),
        ("ask", "--format", "csv", "--carrier-type", "ge", "contributions/speakers"),
    ],
)
def test_ask_takes_its_words_in_any_order(run: Run, words: tuple[str, ...]) -> None:
    code, out, _ = run(*words)
    assert code == 0
    assert [row[2] for row in csv.reader(io.StringIO(out, newline=""))] == ["speaker_name", "Vera Beispiel"]


def test_ask_json_limit_and_store(run: Run, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PODIUM_STORE", "/nowhere")
    code, out, _ = run("ask", "speakers", "--format", "json", "--limit", "2", "--store", str(place))
    assert code == 0
    assert [(row["speaker_name"], row["announced_only"]) for row in json.loads(out)] == [
        ("Vera Beispiel", False),
        ("Verein Probe", False),
    ]


def test_ask_nothing_found(run: Run) -> None:
    code, out, err = run("ask", "speakers", "--person", "Beispeil", "--format", "csv")
    assert code == 0
    assert out.count("\r\n") == 1
    assert "did you mean 'Vera Beispiel'?" in err
    assert "Keine Zeilen." in err


@pytest.mark.parametrize("name", sorted(library()))
@pytest.mark.parametrize("lang", ["de", "en"])
def test_ask_help_of_each_question(run: Run, name: str, lang: str) -> None:
    query = library()[name]
    code, out, err = run("ask", name, "--help", "--lang", lang)
    assert (code, err) == (0, "")
    assert query.header.question[lang] in out
    for parameter in query.parameters:
        assert "--" + parameter.name.replace("_", "-") in out
        assert parameter.description[lang] in out
    for column in query.columns:
        assert f"  {column.name} " in out
    assert f"podium ask {name}" in out


def test_ask_help_has_examples(run: Run) -> None:
    code, out, _ = run("ask", "--help")
    assert code == 0
    assert "podium ask speakers --event" in out
    assert "--format" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("speakrs",), "No query 'speakrs' in the library: did you mean speakers"),
        (("speakers", "--evnt", "x"), "Unknown parameter --evnt: did you mean --event?"),
        (("speakers", "--event"), "--event needs a value"),
        (("speakers", "--event", "a", "--event", "b"), "--event is given twice"),
        (("speakers", "Tag", "der"), "Unexpected 'Tag'"),
        (("--event", "Fachtag"), "Name a question before --event"),
        (("speakers", "--since", "gestern"), "--since needs a date"),
        (("speakers", "--store", "/nowhere/at/all"), "No store at /nowhere/at/all"),
    ],
)
def test_ask_refuses_with_one_line(run: Run, words: tuple[str, ...], message: str) -> None:
    code, out, err = run("ask", *words)
    assert (code, out) == (2, "")
    assert message in err
    assert err.startswith("Error: ")
    assert err.count("\n") == 1


PERSONS = "SELECT ?n WHERE { ?p <http://xmlns.com/foaf/0.1/name> ?n } ORDER BY ?n"


def test_sparql_default_graph_is_the_union(run: Run) -> None:
    code, out, err = run("sparql", "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?c }")
    assert (code, err) == (0, "")
    assert int(out.splitlines()[2]) > 10


@pytest.mark.parametrize(
    ("format_", "beginning"),
    [
        ("csv", "n\r\nIda Probe\r\n"),
        ("tsv", '?n\n"Ida Probe"\n'),
        ("json", '{"head":{"vars":["n"]}'),
        ("xml", '<?xml version="1.0"?>'),
        ("table", "n\n"),
    ],
)
def test_sparql_select_formats(run: Run, format_: str, beginning: str) -> None:
    code, out, _ = run("sparql", PERSONS, "--format", format_)
    assert code == 0
    assert out.startswith(beginning)
    assert "Vera Beispiel" in out


def test_sparql_ask_and_construct(run: Run) -> None:
    assert run("sparql", "ASK { ?s ?p ?o }")[1] == "true\n"
    assert json.loads(run("sparql", "ASK { ?s ?p 77 }", "--format", "json")[1])["boolean"] is False
    one = "CONSTRUCT WHERE { <https://w3id.org/podium/id/series/fachtag> ?p ?o }"
    turtle = run("sparql", one)[1]
    assert turtle.startswith("@prefix dcterms:")
    assert {str(q.predicate) for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)} == {
        str(q.predicate) for q in ox.parse(run("sparql", one, "--format", "nt")[1], format=ox.RdfFormat.N_TRIPLES)
    }
    assert run("sparql", one, "--format", "table")[1].startswith("subject")


def test_sparql_from_file_and_stdin(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "question.rq"
    file.write_text(PERSONS, encoding="utf-8")
    expected = run("sparql", PERSONS, "--format", "csv")
    assert run("sparql", f"@{file}", "--format", "csv") == expected
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(PERSONS.encode())))
    assert run("sparql", "-", "--format", "csv") == expected


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "This is an update (INSERT); queries only read"),
        ("PREFIX select: <urn:x#> # SELECT\ndelete where { ?s ?p ?o }", "This is an update (DELETE)"),
        ("clear all", "This is an update (CLEAR)"),
        ("WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "This is an update (WITH)"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * { service silent ?s { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * { ?s ?p _:x }SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o }", "SERVICE is not allowed"),
        ("SELECT * { ?s ?p _:b.SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }", "no valid SPARQL"),
        ('SELECT * { ?s ?p "a".SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }', "SERVICE is not allowed"),
        ("SELECT * { ?s ?p 1.SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "no valid SPARQL"),
        ("SELEC * { ?s ?p ?o }", "no valid SPARQL"),
        ("", "no valid SPARQL"),
        ("@/no/such/file.rq", "/no/such/file.rq cannot be read: No such file or directory"),
    ],
)
def test_sparql_refuses(run: Run, place: Path, query: str, message: str) -> None:
    code, out, err = run("sparql", query)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE <x> INSERT" AS ?x) WHERE {}',
        "SELECT ('''it's a SERVICE''' AS ?x) WHERE {}",
        "PREFIX insert: <urn:service#> SELECT (insert:SERVICE AS ?SERVICE) WHERE {} # SERVICE",
        "SELECT ('x'@en AS ?x) WHERE { FILTER(1 <2 && 3> 2) }",
    ],
)
def test_sparql_takes_no_word_for_a_keyword_that_is_none(run: Run, query: str) -> None:
    assert run("sparql", query)[0] == 0


@pytest.mark.parametrize(
    ("query", "format_", "message"),
    [
        (PERSONS, "ttl", "--format ttl is for CONSTRUCT and DESCRIBE"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "--format csv is for SELECT and ASK"),
    ],
)
def test_sparql_format_that_does_not_fit(run: Run, query: str, format_: str, message: str) -> None:
    code, out, err = run("sparql", query, "--format", format_)
    assert (code, out) == (2, "")
    assert message in err
