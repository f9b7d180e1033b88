"""Tables as text: aligned whatever the characters, wrapped to a terminal, harmless; csv and json for programs."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from podium.errors import UsageError
from podium.tables import Column, Table, render

COLUMNS = (
    Column("who", "string", {"de": "Wer", "en": "Who"}),
    Column("count", "integer", {"de": "Zahl", "en": "Count"}),
    Column("sentence", "passage", {"de": "Satz", "en": "Sentence"}, "below"),
    Column("title", "string", {"de": "Mitteilung", "en": "Release"}, "below"),
    Column("release", "iri", {"de": "IRI", "en": "IRI"}, "below"),
    Column("person", "iri", {"de": "IRI", "en": "IRI"}, "hidden"),
)
TABLE = Table(
    COLUMNS,
    (
        ("Vera Beispiel", 7, "„Ja“, sagte Beispiel.", "Eins", "urn:eins", "urn:vera"),
        ("Zoe\u0308 田中", 12, None, None, None, "urn:zoe"),
    ),
)


def test_table() -> None:
    assert render(TABLE, "table") == (
        "Wer            Zahl\n"
        "─────────────  ────\n"
        "Vera Beispiel     7\n"
        "  → „„Ja“, sagte Beispiel.“\n"
        "    Eins <urn:eins>\n"
        "Zoe\u0308 田中         12\n"
    )
    assert render(TABLE, "table", lang="en").startswith("Who            Count\n")


def test_csv_is_rfc_4180() -> None:
    assert render(TABLE, "csv").split("\r\n") == [
        "who,count,sentence,title,release,person",
        'Vera Beispiel,7,"„Ja“, sagte Beispiel.",Eins,urn:eins,urn:vera',
        "Zoe\u0308 田中,12,,,,urn:zoe",
        "",
    ]


def test_json_has_types() -> None:
    columns = (Column("a", "integer"), Column("b", "decimal"), Column("c", "boolean"), Column("d"))
    assert json.loads(render(Table(columns, ((1, 0.5, True, None),)), "json")) == [
        {"a": 1, "b": 0.5, "c": True, "d": None}
    ]


def test_long_text_is_wrapped_to_the_terminal_and_else_left_whole() -> None:
    sentence = "Ein recht langer Satz " * 20
    table = Table(COLUMNS, (("Sehr-lange-Verwaltungsbezeichnung " * 3, 1, sentence, "T", "urn:r", None),))
    narrow = render(table, "table", width=60).splitlines()
    assert max(map(cell_len, narrow)) <= 60
    assert " ".join(sentence.split()) in render(table, "table")
    words = " ".join(line.strip() for line in narrow)
    assert " ".join(sentence.split()) in words


def test_iri_is_never_broken() -> None:
    iri = "https://example.org/" + "x" * 60
    columns = (Column("a"), Column("t", place="below"), Column("i", "iri", place="below"))
    lines = render(Table(columns, (("1", "Titel", iri),)), "table", width=40).splitlines()
    assert lines[-2:] == ["    Titel", f"    <{iri}>"]


def test_control_characters_reach_no_terminal() -> None:
    text = render(Table((Column("a"),), (("rot\x1b[31m\r\nzwei\u202eDrei",),)), "table")
    assert text.splitlines()[2] == "rot\ufffd[31m zwei\ufffdDrei"


def test_same_sentence_is_shown_once() -> None:
    columns = (Column("a"), Column("x", "passage", place="below"), Column("y", "passage", place="below"))
    assert render(Table(columns, (("1", "Satz.", "Satz."),)), "table").count("Satz.") == 1


def test_yes_and_no() -> None:
    table = Table((Column("a", "boolean"),), ((True,), (False,)))
    assert render(table, "table").split()[-2:] == ["ja", "nein"]
    assert render(table, "table", lang="en").split()[-2:] == ["yes", "no"]
    assert render(table, "csv") == "a\r\ntrue\r\nfalse\r\n"


def test_empty_table_has_a_head() -> None:
    empty = Table(COLUMNS, ())
    assert render(empty, "table") == "Wer  Zahl\n───  ────\n"
    assert render(empty, "csv") == "who,count,sentence,title,release,person\r\n"
    assert json.loads(render(empty, "json")) == []


def test_unknown_format_and_column() -> None:
    with pytest.raises(UsageError, match="Unknown format 'xls': use table, csv, json"):
        render(TABLE, "xls")
    assert TABLE.column("count") == [7, 12]
    with pytest.raises(UsageError, match="there are who, count"):
        TABLE.column("nope")


VALUES = st.none() | st.text() | st.integers() | st.booleans()


@given(st.lists(st.tuples(VALUES, VALUES), max_size=4), st.integers(min_value=20, max_value=80))
def test_any_text_keeps_the_width(rows: list[tuple[str | int | bool | None, ...]], width: int) -> None:
    table = Table((Column("a"), Column("b")), tuple(rows))
    assert all(cell_len(line) <= width for line in render(table, "table", width=width).split("\n"))


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_csv_and_json_lose_nothing(rows: list[tuple[str, str]]) -> None:
    table = Table((Column("a"), Column("b")), tuple(rows))
    read = list(csv.reader(io.StringIO(render(table, "csv"), newline="")))
    assert read[1:] == [list(row) for row in rows]
    assert [tuple(r.values()) for r in json.loads(render(table, "json"))] == rows
