"""The register as a graph: it conforms to the shapes, and what is unverified stays marked."""

import csv
from functools import cache

import pyoxigraph as ox
import pytest

from podium import resources
from podium.checks import check_quads
from podium.namespaces import POD
from podium.register import load
from podium.triples.register import register_quads

FOLDER = resources.ontology() / "register"


@cache
def quads() -> tuple[ox.Quad, ...]:
    return tuple(register_quads(load()))


def rows_with(predicate: str) -> set[str]:
    """Rows of the register, such as "offices.csv:17", whose thing has this property of ours."""
    things = {quad.subject for quad in quads() if quad.predicate.value == POD + predicate}
    return {
        quad.object.value for quad in quads() if quad.predicate.value == POD + "registerRow" and quad.subject in things
    }  # type: ignore[union-attr]


def test_the_register_conforms_to_the_shapes() -> None:
    assert check_quads(quads(), {}) == []


def test_it_would_be_seen_if_it_did_not() -> None:
    """Without one arrangement, a district has no jobcenter and an arrangement is missing."""
    one = next(quad for quad in quads() if quad.predicate.value == POD + "currentArrangement")
    (violation,) = check_quads([quad for quad in quads() if quad != one], {})
    assert violation.shape == "district-served"
    assert violation.evidence[0].startswith("districts.csv:")


@pytest.mark.parametrize(
    ("column", "least", "files"),
    [("source", 60, ["instruments.csv", "offices.csv", "organisations.csv"]), ("name_status", 5, ["jobcenters.csv"])],
)
def test_rows_that_are_unverified_are_marked_in_the_graph(column: str, least: int, files: list[str]) -> None:
    marked = {row for row in rows_with("unverified") if row.split(":")[0] in files}
    wanted = set()
    for file in files:
        with (FOLDER / file).open(encoding="utf-8", newline="") as opened:
            for number, row in enumerate(csv.DictReader(opened), start=2):
                if row[column].startswith("unverified"):
                    wanted.add(f"{file}:{number}")
    assert len(wanted) >= least
    assert marked == wanted
