"""Nominative: a noun phrase in any case in, the name out (rows in inflection_cases.tsv)."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.inflection import adjective, case_of, gender, nominative, noun

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "inflection_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_nominative(row: list[str]) -> None:
    assert nominative(row[0].split(" ")) == row[1]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_nominative_stays(row: list[str]) -> None:
    assert nominative(row[1].split(" ")) == row[1]


@pytest.mark.parametrize(
    ("form", "of"),
    [
        ("Landkreistag", "m"),
        ("Agentur", "f"),
        ("Jobcenter", "n"),
        ("Hanse-Stiftung", "f"),
        ("Bündnis", "n"),
        ("Xyz", None),
    ],
)
def test_gender(form: str, of: str | None) -> None:
    assert gender(form) == of


def test_parts() -> None:
    assert adjective("Vereinten", "f") == "Vereinte"
    assert noun("Gebäudes", "gen") == "Gebäude"
    assert noun("Kreis") == "Kreis"
    assert case_of("des", "m") == "gen"


@settings(deadline=None)  # the first call of a process loads the dictionary
@given(st.lists(st.text(min_size=1, max_size=12), max_size=6), st.sampled_from([None, "gen", "dat"]))
def test_never_raises(words: list[str], case: str | None) -> None:
    assert isinstance(nominative(words, case), str)
