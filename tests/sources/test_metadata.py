"""Title, publisher and date from the lines of a release; the rows are in metadata.csv."""

import csv
from pathlib import Path

import pytest

from podium.sources.dates import iso_date
from podium.sources.metadata import metadata
from podium.sources.names import nominative

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


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Deutschen Landkreistages", "Deutscher Landkreistag"),
        ("Instituts für Arbeitsmarkt- und Berufsforschung", "Institut für Arbeitsmarkt- und Berufsforschung"),
        ("Bundesagentur für Arbeit", "Bundesagentur für Arbeit"),
        ("Bundesministeriums für Arbeit und Soziales", "Bundesministerium für Arbeit und Soziales"),
        ("Landkreises Harz", "Landkreis Harz"),
        ("Jobcenters Köln", "Jobcenter Köln"),
        ("Stadt Bonn", "Stadt Bonn"),
        ("Vereinten Dienstleistungsgewerkschaft", "Vereinte Dienstleistungsgewerkschaft"),
        ("DGB", "DGB"),
    ],
)
def test_a_genitive_becomes_the_name(printed: str, name: str) -> None:
    assert nominative(printed) == name
    assert metadata(f"Pressemitteilung des {printed} vom 17. Oktober 2013\n\n{BODY}", nominative).publisher == name


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
