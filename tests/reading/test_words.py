"""What is known of a word form by itself."""

import pytest

from podium.reading.words import word


@pytest.mark.parametrize("form", ["sagte", "betont", "erklären", "habe", "sei", "fasste", "wies", "stünden", "könne"])
def test_verbs(form: str) -> None:
    assert word(form).verb


@pytest.mark.parametrize("form", ["gegen", "gestern", "laut", "einen", "das", "Sagen", "heute", "2021", "–", "wegen"])
def test_no_verbs(form: str) -> None:
    assert not word(form).verb


@pytest.mark.parametrize("form", ["sei", "seien", "habe", "könne", "gebe", "ändere", "sammle", "müsse"])
def test_subjunctive(form: str) -> None:
    assert word(form).subjunctive


@pytest.mark.parametrize("form", ["ist", "hat", "sagte", "kann", "geben", "hätten"])
def test_not_plainly_subjunctive(form: str) -> None:
    assert not word(form).subjunctive


def test_shape() -> None:
    kinds = word("SGB"), word("Jobcenter"), word("16i"), word("–")
    assert [w.upper for w in kinds] == [True, False, False, False]
    assert [w.cap for w in kinds] == [True, True, False, False]
    assert [w.digit for w in kinds] == [False, False, True, False]
    assert [w.alpha for w in kinds] == [True, True, True, False]


def test_remembered() -> None:
    assert word("Landrätin") is word("Landrätin")
