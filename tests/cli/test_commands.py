"""Each command once on a small release, through the front door."""

import csv
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

SPEAKER = "https://w3id.org/podium/id/person/hubertus-heil"


def test_read_as_json_lines(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("read", release, "--format", "jsonl")
    (line,) = done.out.splitlines()
    reading = json.loads(line)
    assert list(reading) == [
        "release", "persons", "organisations", "roles", "events", "instruments", "contributions", "problems",
    ]  # fmt: skip
    assert list(reading["release"]) == ["iri", "source", "url", "title", "publisher", "published", "sha256", "text"]
    assert reading["release"]["text"] == release.read_text(encoding="utf-8")
    assert reading["release"]["source"] == str(release)
    assert "Hubertus Heil" in {person["name"] for person in reading["persons"]}
    assert (done.code, done.err) == (0, "")


def test_read_as_table(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("read", release)
    head, about, *rest = done.out.splitlines()
    assert (head, about) == ("Tag der Jobcenter 2021", f"2021-04-28 · {release}")
    assert any(line.startswith("Hubertus Heil  ") and "Bundesminister" in line for line in rest)
    assert any(line == "  → „„Die Jobcenter haben viel geleistet“, sagte Heil.“" for line in rest)


def test_read_as_turtle(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("read", release, "--format", "turtle")
    graph = rdflib.Graph().parse(data=done.out, format="turtle")
    assert list(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/podium/ontology#Contribution")))


def test_read_with_rejections(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    (release.parent / "leer.txt").touch()
    (release.parent / "latin.txt").write_bytes("Grüße".encode("latin-1"))
    done = run("read", "in", "--format", "jsonl")
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert done.err.splitlines() == [
        "Rejected: in/latin.txt: is not valid UTF-8: byte 0xFC at offset 2, line 1 "
        "(it looks like Windows-1252: save it as UTF-8, or give --encoding windows-1252)",
        "Rejected: in/leer.txt: is empty",
    ]


def test_read_from_standard_input(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("read", "-", "--format", "jsonl", stdin=release.read_bytes())
    assert json.loads(done.out)["release"]["source"] == "-"


def test_confidence(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    everything = json.loads(run("read", release, "--format", "jsonl").out)["contributions"]
    sure = json.loads(run("read", release, "--format", "jsonl", "--min-confidence", "1").out)["contributions"]
    assert sure == [said for said in everything if said["confidence"] >= 1]


def test_ingest_says_what_it_did(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    first = run("ingest", "in", "--store", "s")
    again = run("ingest", "in", "--store", "s")
    (release.parent / "leer.txt").touch()
    release.write_text(release.read_text(encoding="utf-8") + "Nachtrag.", encoding="utf-8")
    changed = run("ingest", "in", PODIUM_STORE="s")
    assert (first.code, first.err) == (0, "1 new, 0 unchanged, 0 replaced, 0 rejected (store: s)\n")
    assert (again.code, again.err) == (0, "0 new, 1 unchanged, 0 replaced, 0 rejected (store: s)\n")
    assert changed.code == 1
    assert changed.err == "Rejected: in/leer.txt: is empty\n0 new, 0 unchanged, 1 replaced, 1 rejected (store: s)\n"
    assert first.out + again.out + changed.out == ""


def test_explain_leads_from_the_person_to_the_sentence(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    run("ingest", "in")
    person = run("explain", "id:person/hubertus-heil")
    assert person.code == 0
    assert person.out.startswith(f"Hubertus Heil\nPerson  {SPEAKER}\n")
    assert "Register: offices.csv:" in person.out
    contribution = next(line.split()[1] for line in person.out.splitlines() if line.startswith("  Contribution  "))
    done = run("explain", contribution)
    assert "  Rule: " in done.out
    assert "  Sentence: " in done.out
    assert "    Tag der Jobcenter 2021 · 2021-04-28\n    tag.txt\n" in done.out


@pytest.mark.parametrize(
    ("iri", "message"),
    [
        ("id:person/niemand", "The store knows nothing about https://w3id.org/podium/id/person/niemand"),
        ("kein iri", "'kein iri' is no IRI"),
    ],
)
def test_explain_nothing(run, release: Path, iri: str, message: str) -> None:  # type: ignore[no-untyped-def]
    run("ingest", "in")
    done = run("explain", iri)
    assert done.code == 2
    assert done.err.startswith(f"Error: {message}")


def test_forget(run, release: Path) -> None:  # type: ignore[no-untyped-def]
    (release.parent / "zwei.txt").write_text("Ein anderer Text über die Jobcenter.")
    run("ingest", "in")
    before = run("export", "--format", "nq").out
    done = run("forget", release, "nix")
    assert done.code == 1
    assert "Not in the store: nix\n" in done.err
    after = run("export", "--format", "nq").out
    assert "tag-txt" in before and "tag-txt" not in after
    assert set(after.splitlines()) == {line for line in before.splitlines() if "release/tag-txt" not in line}
    assert run("forget", "nix").code == 2


def test_exports(run, release: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("ingest", "in")
    out = {form: run("export", "--format", form).out for form in ("nq", "ttl", "jsonld", "graphml", "gexf", "csv")}
    lines = out["nq"].splitlines()
    assert lines == sorted(lines)
    assert len(list(ox.parse(input=out["nq"], format=ox.RdfFormat.N_QUADS))) == len(lines)
    assert len(rdflib.Graph().parse(data=out["ttl"], format="turtle")) > 100
    assert len(list(ox.parse(input=out["jsonld"], format=ox.RdfFormat.JSON_LD))) == len(lines)
    for form, read in (("graphml", nx.read_graphml), ("gexf", nx.read_gexf)):
        (tmp_path / form).write_text(out[form], encoding="utf-8")
        network = read(tmp_path / form)
        assert network.nodes[SPEAKER]["label"] == "Hubertus Heil"
        assert {edge["kind"] for *_, edge in network.edges(data=True)} >= {"contribution"}
    rows = list(csv.DictReader(out["csv"].splitlines()))
    assert ("Hubertus Heil", "Bundesminister", "direct") in {(r["speaker"], r["role"], r["form"]) for r in rows}
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        assert release.read_text(encoding="utf-8")[start:end] == row["sentence"]


def test_export_to_a_file_is_the_same_and_whole_or_not_there(run, release: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    run("ingest", "in")
    assert run("export", "--format", "nq", "--out", "graph.nq").err.startswith("Wrote graph.nq (")
    assert (tmp_path / "graph.nq").read_text(encoding="utf-8") == run("export", "--format", "nq").out
    failed = run("export", "--format", "nq", "--out", "nix/graph.nq")
    assert (failed.code, failed.err) == (2, "Error: nix/graph.nq cannot be written: No such file or directory\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.nq", "in", "podium-store"]


def test_demo(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = run("demo", "--out", "out")
    assert done.code == 0, done.err
    assert " new, 0 unchanged, 0 replaced, 0 rejected (store: out/store)\n" in done.err
    assert "Tag der Jobcenter" in done.out and "Hubertus Heil" in done.out
    assert (tmp_path / "out" / "graph.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert " 0 new, " in " " + run("demo", "--out", "out").err
