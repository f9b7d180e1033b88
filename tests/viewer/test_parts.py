"""The parts of the page that compute: places, marks, dates, words in two languages."""

import doctest
import random
from pathlib import Path
from typing import Any

import igraph
import pytest
import yaml

from podium.view import marks, render
from podium.view.layout import first_places, positions
from podium.view.links import year

VIEW = Path(marks.__file__).parent
LABELS: Any = yaml.safe_load((VIEW / "labels.yaml").read_text("utf-8"))


def test_examples_in_docstrings() -> None:
    assert doctest.testmod(marks).failed == doctest.testmod(render).failed == 0


def test_names_of_neighbours_do_not_overlap() -> None:
    edges = [(0, node) for node in range(1, 40)] + [(40, node) for node in range(41, 60)]
    places = positions(62, edges)
    close = [
        (one, other)
        for one in range(62)
        for other in range(one)
        if abs(places[one][0] - places[other][0]) < 120 and abs(places[one][1] - places[other][1]) < 50
    ]
    assert close == []


def test_places_do_not_depend_on_chance_and_leave_chance_alone() -> None:
    edges = [(node, (node * 7) % 500) for node in range(500)]
    random.seed(1)
    first = positions(500, edges)
    after = random.random()
    random.seed(2)
    assert positions(500, edges) == first
    random.seed(1)
    assert random.random() == after
    assert igraph.Graph.Erdos_Renyi(n=10, m=5).ecount() == 5, "igraph draws from Python's generator again"


@pytest.mark.parametrize(
    ("date", "years"), [("2021", 2021.0), ("2021-07", 2021.5), ("2021-07-30", 2021.5), (None, None), ("", None)]
)
def test_years(date: str | None, years: float | None) -> None:
    assert year(date) == years


def _keys(value: Any, path: str = "") -> set[str]:
    if not isinstance(value, dict):
        return {path}
    return {key for name, inner in value.items() for key in _keys(inner, f"{path}/{name}")}


def test_german_and_english_have_the_same_words() -> None:
    assert _keys(LABELS["de"]) == _keys(LABELS["en"])


def test_words_that_the_script_asks_for_are_there() -> None:
    import re

    script = "".join(path.read_text("utf-8") for path in sorted((VIEW / "assets").glob("*.js")))
    template = (VIEW / "assets" / "template.html.j2").read_text("utf-8")
    asked = set(re.findall(r"\bt\(\"(\w+)\"", script)) | set(re.findall(r'data-(?:t|label|hint)="(\w+)"', template))
    tables = set(re.findall(r"\bword\(\"(\w+)\"", script))
    assert asked | tables <= set(LABELS["de"]), (asked | tables) - set(LABELS["de"])


def test_clusters_stand_around_the_first_look_and_cover_nothing() -> None:
    edges = [(0, node) for node in range(1, 12)] + [(node, node + 20) for node in range(1, 12)]
    places = first_places(range(12), edges, [([node + 20], 1) for node in range(1, 7)])
    assert len(places.nodes) == 12 and len(set(places.clusters)) == 6
    assert not [
        (one, other)
        for one in places.clusters
        for other in places.nodes.values()
        if abs(one[0] - other[0]) < 150 and abs(one[1] - other[1]) < 90
    ]
