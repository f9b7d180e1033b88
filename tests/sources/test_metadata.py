"""Title, publisher and date from the lines of a release; the rows are in metadata.csv."""

import csv
from pathlib import Path

import pytest

from podium.sources.dates import iso_date
from podium.sources.metadata import metadata

ROWS = list(csv.DictReader(Path(__file__).with_name("metadata.csv").open(encoding="utf-8", newline="")))
BODY = "Die Zahl der Arbeitslosen ist im Vergleich zum Vormonat gesunken. Das teilte die Agentur mit."


@pytest.mark.parametrize("row", ROWS, ids=[row["lines"][:40] for row in ROWS])
def test_lines_about_the_release(row: dict[str, str]) -> None:
    found = metadata(row["lines"].replace("|", "\n").replace("BODY", BODY))
    assert (found.title or "", found.publisher or "", found.published or "") == (
        row["title"],
        row["publisher"],
        row["published"],
    )


def test_a_genitive_can_be_turned_into_the_name() -> None:
    text = "Pressemitteilung des Deutschen Landkreistages vom 17. Oktober 2013\n\n" + BODY
    assert metadata(text, {"Deutschen Landkreistages": "Deutscher Landkreistag"}.__getitem__).publisher == (
        "Deutscher Landkreistag"
    )


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("28. April 2021", "2021-04-28"),
        ("28.04.2021", "2021-04-28"),
        ("1. 4. 2021", "2021-04-01"),
        ("28.4.21", "2021-04-28"),
        ("3.3.98", "1998-03-03"),
        ("6. Jänner 2015", "2015-01-06"),
        ("5. Sept. 2012", "2012-09-05"),
        ("April 2021", "2021-04"),
        ("2021", "2021"),
        ("2021-04", "2021-04"),
        ("2021-04-28T10:15:00+02:00", "2021-04-28"),
        ("31. Februar 2021", None),
        ("29. Februar 2021", None),
        ("29. Februar 2024", "2024-02-29"),
        ("12/2020", None),
        ("0021", None),
        ("die", None),
    ],
)
def test_dates(printed: str, iso: str | None) -> None:
    assert iso_date(printed) == iso
