"""Events: sentences in, gatherings out (rows in events_cases.tsv), and how mentions belong together."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.reading.entities import Events
from podium.reading.events import find_events
from podium.reading.lexicon import table
from podium.reading.organisations import find_organisations
from podium.register import load
from podium.release import Release


def read(text: str, published: str | None = "2022-11-09") -> tuple[Document, Events]:
    doc = Document(Release(text, "test", "test", published=published))
    return doc, find_events(doc, find_organisations(doc, load()), load())


ROWS = [
    (line + "\t\t\t\t").split("\t")
    for line in (Path(__file__).parent / "events_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_each_ending_is_decided_once() -> None:
    endings = [row["ending"] for row in table("events.csv")]
    assert sorted(endings) == sorted(set(endings))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_gatherings(row: list[str]) -> None:
    found = read(row[0].replace("¶", "\n"))[1].entities
    assert [e.name for e in found] == (row[1].split(" | ") if row[1] else [])
    if found:
        assert (found[0].date or "", found[0].place or "") == (row[2], row[3])
        assert found[0].announced == (row[4] == "yes")


def test_series_and_edition_come_from_the_register() -> None:
    (found,) = read("Heute fand der digitale Tag der Jobcenter statt.", "2021-04-27")[1].entities
    assert found.series == "Tag der Jobcenter"
    assert found.edition == found.iri
    assert found.format == "digital"


def test_workshop_is_part_of_the_conference() -> None:
    _, found = read("Zur Fachtagung „Zukunft“ in Kassel kamen viele. Den Workshop A „Daten“ leitete ein Jurist.")
    assert [e.parent for e in found.entities] == [None, 0]


def test_later_mentions_belong_to_the_same_event() -> None:
    doc, found = read(
        "Auf der Jahrestagung der Landräte in Kassel sprach der Präsident. Die Veranstaltung war gut besucht. "
        "Am Rande der Tagung gab es Kritik."
    )
    assert len(found.entities) == 1
    assert [(doc.phrase(m.first, m.end), m.form) for m in found.mentions][1:] == [
        ("Veranstaltung", "alias"),
        ("Tagung", "alias"),
    ]


def test_heading_and_text_name_one_event() -> None:
    _, found = read("Jobcenter feiert mit Fachtag\n\nMit einem Fachtag im Bürgerhaus Cölbe blickte es zurück.")
    assert [e.name for e in found.entities] == ["Fachtag im Bürgerhaus Cölbe"]


def test_visit_in_heading_and_text_is_one() -> None:
    _, found = read("Minister besucht Jobcenter in Oberhausen\n\nEr hat am Montag das Jobcenter Oberhausen besucht.")
    assert [e.name for e in found.entities] == ["Besuch im Jobcenter Oberhausen"]


@pytest.mark.xfail(reason="an election in a parliament is told by a noun that mostly means no sitting", strict=True)
def test_election_as_sitting() -> None:
    assert read("Nach der Wahl im Landtag leistete sie den Amtseid.")[1].entities


def test_town_of_the_section() -> None:
    text = "In Kassel lädt der DGB zur Maifeier in Kassel ein.\n\nIn Hamm endet der Zug dort, wo die Maifeier beginnt."
    assert len(read(text)[1].entities) == 2


WORDS = st.sampled_from(
    "Tag der Jobcenter Fachtag Tagung Die Veranstaltung Treffen Treffens auf bei beim in im dem einer Kongress 4. 2021 "
    "„ “ : , . \n\n besucht besuchte hat das Jobcenter Köln zu Gast Workshop A B um 11 Uhr Sitzung des Ausschusses "
    "für Kassel am Mittwoch 🙂 zum".split(" ")
)


@settings(max_examples=150, deadline=None)
@example("Eine Demo um 11 Uhr")
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_never_raises_and_offsets_hold(text: str) -> None:
    doc, found = read(text)
    for mention in found.mentions:
        assert 0 <= mention.phrase[0] <= mention.first < mention.end <= mention.phrase[1] <= len(doc.words)
        start, end = doc.span(mention.first, mention.end)
        assert 0 <= start < end <= len(text)
    assert {m.entity for m in found.mentions} == set(range(len(found.entities)))
    assert all(e.parent is None or 0 <= e.parent < len(found.entities) for e in found.entities)
    assert read(text)[1] == found


def test_town_over_the_lines_of_a_programme_tells_gatherings_apart() -> None:
    _, found = read(
        "Siegen\n11:00 Uhr Kundgebung auf dem Schlossplatz\nBegrüßung: Ina Muster\n\n"
        "Bei der zentralen Kundgebung in Dortmund sprach die Vorsitzende."
    )
    assert [(e.name, e.place) for e in found.entities] == [
        ("Kundgebung auf dem Schlossplatz", "Schlossplatz"),
        ("zentrale Kundgebung in Dortmund", "Dortmund"),
    ]


def test_list_of_places_is_a_list_of_gatherings() -> None:
    _, events = read(
        "1. Mai\n\nDie Kundgebungen im Überblick:\n\nKassel, Königsplatz, 11 Uhr: Anna Beispiel\n"
        "Fulda, Marktplatz, 10:30 Uhr. Es spricht Eva Stein."
    )
    assert [(e.name, e.place) for e in events.entities] == [
        ("Kundgebung Kassel, Königsplatz", "Kassel, Königsplatz"),
        ("Kundgebung Fulda, Marktplatz", "Fulda, Marktplatz"),
    ]
