"""Levels of the state: each row of levels.csv is an organisation or a title, and where it belongs."""

import csv
from pathlib import Path

import pytest

import podium
from podium.network.levels import LEVELS, level, level_of_title
from podium.network.said import Thing, things

with Path(__file__).with_name("levels.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_level(row: dict[str, str]) -> None:
    if row["what"] == "title":
        assert level_of_title(row["name"]) == row["level"]
    else:
        thing = Thing(row["name"], "organisation", row["kind"], row["carrier_type"])
        assert level(thing) == row["level"]


def test_each_public_body_of_the_register_has_a_level(graph: podium.Graph) -> None:
    public = {"ministry", "agency", "court", "municipality", "parliament", "territory"}
    bodies = [thing for thing in things(graph.store).values() if thing.organisation_kind in public]
    assert len(bodies) > 500
    assert {level(body) for body in bodies} <= set(LEVELS)
    european = {body.label for body in bodies if level(body) == "european"}
    assert "Europäische Kommission" in european
    assert all("Europäische" in name for name in european)
