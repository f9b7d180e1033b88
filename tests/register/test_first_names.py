"""The lexicon of first names and the list of those that are something else as often."""

import csv

from podium import resources
from podium.register import load


def names() -> dict[str, dict[str, str]]:
    lines = (resources.lexicons() / "first_names.csv").read_text(encoding="utf-8").splitlines()
    return {row["name"]: row for row in csv.DictReader(line for line in lines if not line.startswith("#"))}


def ambiguous() -> set[str]:
    lines = (resources.lexicons() / "first_names_ambiguous.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def test_names_have_gender_count_and_source() -> None:
    found = names()
    assert len(found) > 16000
    assert {row["gender"] for row in found.values()} == {"f", "m", "u"}
    assert all(int(row["count"]) > 0 and row["source"] for row in found.values())
    assert (found["Hubertus"]["gender"], found["Bärbel"]["gender"]) == ("m", "f")


def test_what_is_a_noun_a_place_or_a_month_is_listed() -> None:
    listed = {"Paris", "Wolf", "Ernst", "Rose", "August", "Mark", "Kai", "April", "Berlin", "Will", "Jobst"}
    assert listed <= ambiguous()
    assert not {"Hubertus", "Andrea", "Peter", "Frank", "Britta"} & ambiguous()
    assert ambiguous() <= set(names())


def test_no_place_of_the_register_is_an_unmarked_first_name() -> None:
    assert (load().place_names() & set(names())) - ambiguous() <= {"Hagen"}
