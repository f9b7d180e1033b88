"""Instruments: one German sentence in, their names out (rows in instruments_cases.tsv)."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.reading.entities import Instruments
from podium.reading.instruments import find_instruments
from podium.reading.pipeline import read as read_release
from podium.register import load
from podium.release import Release


def read(text: str) -> tuple[Document, Instruments]:
    doc = Document(Release(text, "test", "test", published="2022-11-09"))
    return doc, find_instruments(doc, load())


ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "instruments_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_names(row: list[str]) -> None:
    expected = row[1].split(" | ") if len(row) > 1 and row[1] else []
    assert [e.name for e in read(row[0])[1].entities] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Jugendberufsagentur Hamburg feiert. Die Jugendberufsagentur hilft.", []),
        ("Die Jugendberufsagentur Hamburg feiert. Jugendberufsagenturen gibt es oft.", ["Jugendberufsagentur"]),
        ("Eine Jugendberufsagentur hilft.", ["Jugendberufsagentur"]),
    ],
)
def test_what_a_house_is_called_by_is_none(text: str, expected: list[str]) -> None:
    reading = read_release(Release(text, "test", "test"), load())
    assert [i["name"] for i in reading.as_dict()["instruments"]] == expected


def test_register_gives_the_iri() -> None:
    (found,) = read("Der Eingliederungszuschuss hilft.")[1].entities
    assert found.iri == next(i.iri for i in load().instruments if i.name == "Eingliederungszuschuss")


def test_title_of_a_programme_alone_is_a_mention() -> None:
    doc, found = read("Das Landesprogramm „Arbeit für alle“ endet. Der Erfolg von „Arbeit für alle“ ist groß.")
    assert [doc.phrase(m.first, m.end) for m in found.mentions] == [
        "Landesprogramm „Arbeit für alle“",
        "Arbeit für alle",
    ]
    assert {m.entity for m in found.mentions} == {0}


def test_section_without_law() -> None:
    assert len(read("Die Förderung nach § 16i SGB II läuft. Wer nach § 16i gefördert wird, bleibt.")[1].mentions) == 3


@pytest.mark.xfail(
    reason="a section without law is resolved by its number only, not by what the text is about", strict=True
)
def test_section_of_the_law_that_a_text_is_about() -> None:
    assert "§ 45 SGB III" in [
        e.name for e in read("Das SGB III ist wichtig. Sie werden nach § 45 gefördert.")[1].entities
    ]


WORDS = st.sampled_from(
    "§ §§ 16i 16e 45 Abs. 2 Satz 1 SGB II III XII und , . Art. 91e GG Gesetz zur über Hartz IV Hartz-IV-Sanktionen "
    'Bürgergeld Kurzarbeit Bundesprogramm Projekt „ “ " Zweites Buch Sozialgesetzbuch ( ) \n § 🙂 Gesetz-'.split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_never_raises_and_offsets_hold(text: str) -> None:
    doc, found = read(text)
    for mention in found.mentions:
        start, end = doc.span(mention.first, mention.end)
        assert 0 <= start < end <= len(text)
    assert {m.entity for m in found.mentions} == set(range(len(found.entities)))
    assert read(text)[1] == found
