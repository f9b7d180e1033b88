"""`podium.read`: one text in, values and a table out."""

import datetime
from dataclasses import fields
from pathlib import Path

import pytest

import podium
from podium.errors import UsageError
from podium.reading import model
from podium.reading import read as read_release
from podium.register import load
from podium.release import Release

TEXT = (
    "„Die Jobcenter haben viel geleistet“, sagte Bundesminister Hubertus Heil beim Tag der Jobcenter am 27. April 2021."
)


def test_a_reading_is_that_of_the_reader_with_a_table() -> None:
    release = Release(TEXT, "tag", "tag.txt", published="2021-04-28")
    reading = podium.read(release)
    plain = read_release(release, load())
    assert isinstance(reading, model.Reading)
    for field in fields(model.Reading):
        assert getattr(reading, field.name) == getattr(plain, field.name)
    assert reading.as_dict() == plain.as_dict()


def test_the_table_has_a_row_an_utterance_with_its_place_in_the_text() -> None:
    table = podium.read(TEXT, date=datetime.date(2021, 4, 28)).table()
    (row,) = table.to_dict("records")
    assert (row["speaker"], row["role"], row["form"]) == ("Hubertus Heil", "Bundesminister", "direct")
    assert row["event"] == "Tag der Jobcenter"
    assert row["sentence"] == TEXT[row["start"] : row["end"]]
    assert 0 < row["confidence"] <= 1
    assert str(table["announced"].dtype) == "boolean"


def test_title_publisher_date_and_address_go_into_the_release() -> None:
    reading = podium.read(TEXT, title="T", publisher="P", date="2021-04", url="https://www.example.org/a")
    release = reading.release
    assert (release.title, release.publisher, release.published) == ("T", "P", "2021-04")
    assert release.iri == Release("", "https://www.example.org/a", "").iri
    assert podium.read(TEXT) == podium.read(TEXT)
    assert podium.read(TEXT).release.iri != podium.read(TEXT + " ").release.iri


def test_notebooks_show_who_speaks_and_what_is_open() -> None:
    html = podium.read(TEXT, title="Tag & Nacht")._repr_html_()
    assert "<b>Tag &amp; Nacht</b>" in html
    assert ">Hubertus Heil<" in html
    assert "Nobody speaks here." in podium.read("Es regnet.")._repr_html_()
    assert "Nobody" in podium.read("")._repr_html_()


def test_the_command_shows_the_same(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from podium.cli.read import command

    (tmp_path / "tag.txt").write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(command, [str(tmp_path / "tag.txt")], standalone_mode=False).output
    for value in podium.read(TEXT).table().loc[0, ["speaker", "role", "form"]]:
        assert value in shown


def test_a_date_that_is_none_is_an_error() -> None:
    with pytest.raises(UsageError, match="is an ISO date"):
        podium.read(TEXT, date="28.04.2021")
