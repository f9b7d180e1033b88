"""Each question against a small hand-made graph, all against empty and mixed stores, and against a second engine."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from podium.errors import UsageError
from podium.queries import NamedQuery, library, named
from podium.store import EmbeddedStore, memory_store
from podium.tables import Table, render

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

FIXTURES = Path(__file__).parent / "fixtures"
QUERIES = tuple(library())

# What is no statement of a release has no sentence to show.
WITHOUT_SENTENCE = {"carrier-history", "graph-statistics", "releases-of-publisher"}
# rdflib 7.6 cannot order by STR() of an unbound variable, and joins subqueries with BIND in them wrongly.
BEYOND_RDFLIB = {"changes-in-office", "office-holders", "conflicts"}


def store_of(*names: str) -> EmbeddedStore:
    """Fixtures together; beside others, each keeps its releases for itself and shares persons, events, the register."""
    store = memory_store()
    for name in names:
        text = (FIXTURES / f"{name}.trig").read_text(encoding="utf-8")
        if len(names) > 1:
            text = re.sub(r"\b(eins|zwei)-0000000", rf"{name}-\1-0000000", text)
        store.oxigraph.load(input=text, format=ox.RdfFormat.TRIG)
    return store


def cells(table: Table) -> list[list[str]]:
    return list(csv.reader(render(table, "csv").splitlines()))


def expected(name: str) -> list[list[str]]:
    with (FIXTURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.fixture(scope="module")
def everything() -> Iterator[EmbeddedStore]:
    """All fixtures in one store, in which they say things about each other's persons."""
    with store_of(*QUERIES) as store:
        yield store


def test_there_are_enough_questions_and_each_has_a_fixture() -> None:
    assert len(QUERIES) >= 22
    assert {path.stem for path in FIXTURES.glob("*.trig")} == set(QUERIES)
    assert {path.stem for path in FIXTURES.glob("*.csv")} == set(QUERIES)


@pytest.mark.parametrize("name", QUERIES)
def test_answers_its_fixture(name: str) -> None:
    answer = cells(library()[name].run(store_of(name)))
    assert answer == expected(name)
    assert len(answer) > 1, "a fixture without an answer tests nothing"


@pytest.mark.parametrize("name", sorted(set(QUERIES) - BEYOND_RDFLIB))
def test_second_engine_agrees(name: str) -> None:
    query = library()[name]
    graph = rdflib.Dataset(default_union=True)
    graph.parse(FIXTURES / f"{name}.trig", format="trig")
    rows = [["" if cell is None else str(cell) for cell in row] for row in graph.query(query.sparql)]  # type: ignore[union-attr]
    assert [_levelled(query, row) for row in rows] == [_levelled(query, row) for row in expected(name)[1:]]


def _levelled(query: NamedQuery, row: list[str]) -> list[str]:
    """Decimals as numbers, since engines write them differently."""
    types = [column.type for column in query.columns]
    return [str(float(c)) if c and t == "decimal" else c for c, t in zip(row, types, strict=True)]


@pytest.mark.parametrize("name", QUERIES)
def test_file_is_a_complete_query(name: str) -> None:
    """Without Podium, in any SPARQL tool, the file answers as Podium does with nothing asked for."""
    query, store = library()[name], store_of(name)
    result = store.query(query.sparql)
    assert isinstance(result, ox.QuerySolutions)
    assert [v.value for v in result.variables] == [c.name for c in query.columns]
    assert len(list(result)) == len(query.run(store).rows)


@pytest.mark.parametrize("name", QUERIES)
def test_nothing_comes_from_an_empty_store(name: str) -> None:
    query = library()[name]
    table = query.run(memory_store())
    assert table.columns == query.columns
    assert table.rows == ()


@pytest.mark.parametrize("name", QUERIES)
def test_each_parameter_takes_its_example(name: str, everything: EmbeddedStore) -> None:
    query = library()[name]
    all_rows = set(query.run(everything).rows)
    for parameter in query.parameters:
        rows = set(query.run(everything, {parameter.name: parameter.example}).rows)
        narrows = parameter.default is None and not _aggregates(query)
        assert not narrows or rows <= all_rows, parameter.name


def _aggregates(query: NamedQuery) -> bool:
    return "GROUP BY" in query.sparql


@pytest.mark.parametrize("name", QUERIES)
def test_order_does_not_depend_on_the_order_of_loading(name: str, everything: EmbeddedStore) -> None:
    other = store_of(*reversed(QUERIES))
    assert library()[name].run(other) == library()[name].run(everything)


@pytest.mark.parametrize("name", sorted(set(QUERIES) - WITHOUT_SENTENCE))
def test_what_a_release_says_comes_with_sentence_and_release(name: str, everything: EmbeddedStore) -> None:
    columns = {column.name for column in library()[name].columns}
    assert {"sentence", "release_title", "release"} <= columns
    for row in library()[name].run(everything).records():
        from_release = str(row["release"] or "").startswith("https://w3id.org/podium/id/release/")
        assert bool(row["sentence"]) == from_release, row


def test_name_of_a_question_is_understood_and_helped_with() -> None:
    assert named("contributions/speakers") is named("speakers")
    with pytest.raises(UsageError, match="did you mean speakers"):
        named("speekers")


ASKED = [
    ({"person": "beispiel"}, 2),
    ({"person": "VERA"}, 2),
    ({"person": "https://w3id.org/podium/id/person/vera-beispiel"}, 2),
    ({"person": "id:person/vera-beispiel"}, 2),
    ({"person": "Verein"}, 1),
    ({"person": "Muster"}, 0),  # was only announced
    ({"person": "Muster", "announced": "all"}, 1),
    ({"announced": "YES"}, 1),
    ({"announced": "all"}, 4),
    ({"event": "Fachtag"}, 1),
    ({"event": "hoffest"}, 2),
    ({"event": "tag"}, 1),
    ({"since": "2021-04-27"}, 3),
    ({"since": "2021-04-28"}, 2),
    ({"since": "2022"}, 2),
    ({"since": "2022-05-31"}, 2),  # the release is dated by month: it may be of that day
    ({"since": "2022-06"}, 0),
    ({"until": "2021"}, 1),
    ({"until": "2021-04-26"}, 0),
    ({"until": "2022-05"}, 3),
    ({"carrier_type": "gE"}, 1),  # 2021, when the register has the jobcenter as joint facility
    ({"carrier-type": "zkt"}, 1),  # 2022
    ({"carrier_type": "ARGE"}, 0),
    ({"event": "Hoffest", "person": "Beispiel", "carrier_type": "zkT", "since": "2022", "until": "2022"}, 1),
]


@pytest.mark.parametrize(("parameters", "rows"), ASKED)
def test_speakers_asked_in_many_ways(parameters: dict[str, str], rows: int) -> None:
    assert len(library()["speakers"].run(store_of("speakers"), parameters).rows) == rows


MORE = [
    ("contributions-of-person", {"kind": "vortrag"}, 1),
    ("contributions-of-person", {"since": "2022"}, 2),
    ("quotes-of-person", {"form": "indirect"}, 1),
    ("quotes-of-person", {"form": "all", "text": "ZUFRIEDEN"}, 1),
    ("sentence-search", {"text": "zufrieden"}, 1),
    ("sentence-search", {"text": "vera beispiel"}, 1),
    ("events-by-series", {"series": "Runde"}, 1),
    ("events-by-series", {"since": "2021"}, 2),
    ("events-by-series", {"until": "2021"}, 2),
    ("carrier-history", {"day": "2021-12-31"}, 1),
    ("carrier-history", {"carrier_type": "zkT"}, 1),
    ("acting-deputies", {"status": "designated"}, 1),
    ("office-holders", {"origin": "register"}, 2),
    ("office-holders", {"day": "2019-12-31"}, 1),
    ("office-holders", {"day": "2021-04-28"}, 3),
    ("office-holders", {"person": "Probe"}, 1),
    ("office-holders", {"organisation": "Musterstadt", "office": "LEITERIN"}, 3),
    ("office-holders", {"organisation": "Anderswo"}, 0),
    ("changes-in-office", {"since": "2020"}, 2),
    ("changes-in-office", {"origin": "release"}, 1),
    ("shared-podium", {"person": "Muster"}, 1),
    ("shared-podium", {"kind": "all"}, 3),
    ("shared-podium", {"kind": "all", "person": "Test"}, 2),
    ("conflicts", {"kind": "title"}, 1),
    ("conflicts", {"kind": "title", "months": "1"}, 0),
    ("conflicts", {"kind": "title", "months": "2"}, 1),
    ("unresolved-roles", {"reason": "role"}, 1),
    ("passages-of-release", {"what": "all"}, 3),
    ("passages-of-release", {"release": "eins", "what": "mention"}, 1),
    ("passages-of-release", {"release": "zwei"}, 0),
    ("releases-of-publisher", {"publisher": "jobcenter", "until": "2021"}, 1),
    ("jobcenters-by-carrier-type", {"event": "Hoffest"}, 1),
    ("jobcenters-by-carrier-type", {"jobcenter": "Musterstadt", "carrier_type": "gE"}, 1),
    ("instruments-spoken-about", {"instrument": "probe"}, 1),
    ("reads-per-rule", {"rule": "ROLE"}, 1),
    ("speakers-by-gender", {"kind": "grusswort"}, 1),
    ("most-frequent-speakers", {"until": "2021"}, 2),
    ("timeline-of-series", {"since": "2022"}, 0),
    ("carrier-types-with-a-voice", {"since": "2030"}, 2),
    ("speech-forms", {"person": "Muster"}, 1),
    ("organisations-speaking", {"organisation": "Musterstadt"}, 1),
    ("organisation-and-instrument", {"instrument": "Probegeld", "since": "2022"}, 0),
    ("instruments-over-time", {"since": "2022"}, 1),
    ("announced-not-held", {"person": "Muster"}, 0),
    ("roles-of-person", {"person": "Beispiel", "since": "2022"}, 1),
    ("unresolved-speakers", {"until": "2020"}, 0),
]


@pytest.mark.parametrize(("name", "parameters", "rows"), MORE)
def test_parameters_narrow_the_answer(name: str, parameters: dict[str, str], rows: int) -> None:
    assert len(library()[name].run(store_of(name), parameters).rows) == rows


def test_every_parameter_of_every_question_is_tried() -> None:
    tried = {(n, p.replace("-", "_")) for n, given, _ in MORE for p in given}
    tried |= {("speakers", p.replace("-", "_")) for given, _ in ASKED for p in given}
    # These are written alike in all questions; that each takes its example is tested above.
    alike = {
        "since",
        "until",
        "event",
        "person",
        "instrument",
        "organisation",
        "series",
        "carrier_type",
        "jobcenter",
        "kind",
    }
    untried = {(q.name, p.name) for q in library().values() for p in q.parameters} - tried
    assert {name for _, name in untried} <= alike, untried
