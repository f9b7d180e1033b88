"""Every line of the bundled releases leads to a sentence of its release, word for word, or to a row of the register."""

from typing import Any

import pytest
from test_page import data

from podium import resources
from podium.register import load
from podium.release import Release
from podium.sources import releases
from podium.store import Store
from podium.view import page


@pytest.fixture(scope="module")
def content(bundled: Store) -> dict[str, Any]:
    return data(page(bundled, limit=5000))


def test_every_passage_equals_the_text_of_its_release(content: dict[str, Any]) -> None:
    texts = {one.iri: one.text for one in releases([str(resources.examples())]) if isinstance(one, Release)}
    assert len(content["passages"]) > 100
    for passage in content["passages"]:
        release, _, span = passage["iri"].partition("#char=")
        start, end = map(int, span.split(","))
        assert passage["text"] == texts[release][start:end]
        assert content["releases"][passage["release"]]["iri"] == release


def test_every_line_opens_a_sentence_or_a_row_with_its_source(content: dict[str, Any]) -> None:
    tables = {"contribution": "acts", "about": "acts", "office": "offices"}
    for edge in content["edges"]:
        assert edge["records"]
        for record in (content[tables.get(edge["kind"], "facts")][number] for number in edge["records"]):
            sentences = record.get("sentences", []) + [
                one for said in record.get("attested", []) for one in said["sentences"]
            ]
            row = record.get("register", {})
            assert sentences or (row.get("row") and row.get("source")), (edge, record)


def test_every_contribution_of_the_store_is_a_line(content: dict[str, Any], bundled: Store) -> None:
    rows = bundled.query("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a <https://w3id.org/podium/ontology#Contribution> ; "
                         "<https://w3id.org/podium/ontology#speaker> ?s }")  # fmt: skip
    assert len(content["acts"]) == int(next(iter(rows))["n"].value)  # type: ignore[union-attr]
    drawn = {number for edge in content["edges"] if edge["kind"] == "contribution" for number in edge["records"]}
    assert drawn == set(range(len(content["acts"])))


def test_two_roles_of_one_person_in_one_organisation_are_two_lines_in_the_bundled_releases(
    content: dict[str, Any],
) -> None:
    between: dict[tuple[int, int], set[str]] = {}
    for edge in content["edges"]:
        if edge["kind"] == "office":
            between.setdefault((edge["from"], edge["to"]), set()).add(edge["label"])
    names = [node["label"] for node in content["nodes"]]
    several = {(names[a], names[b]): labels for (a, b), labels in between.items() if len(labels) > 1}
    assert several[("Irene Vorholz", "Deutscher Landkreistag")] >= {"Beigeordnete"}


def test_rows_of_the_register_are_rows_of_its_files(content: dict[str, Any]) -> None:
    assert load()
    for fact in content["facts"]:
        file, _, number = fact["register"]["row"].partition(":")
        lines = (resources.ontology() / "register" / file).read_text("utf-8").splitlines()
        assert fact["register"]["source"].split(";")[0].strip()[:20] in lines[int(number) - 1], fact
