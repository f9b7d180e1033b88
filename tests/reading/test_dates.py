"""Dates: one German sentence in, ISO dates out (rows in dates_cases.tsv)."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.dates import anchor, find_dates
from podium.reading.document import Document
from podium.release import Release

ROWS = [
    (line + "\t\t").split("\t")
    for line in (Path(__file__).parent / "dates_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_dates(row: list[str]) -> None:
    doc = Document(Release(row[1], "test", "test", published=row[0] or None))
    found = [d.iso + (f"/{d.until}" if d.until else "") for d in find_dates(doc, anchor(doc))]
    assert found == (row[2].split(" | ") if row[2] else [])


def test_dateline_is_the_anchor_where_nothing_better_is_known() -> None:
    assert anchor(Document(Release("Berlin, 3. Juli 2018 – Heute …", "test", "test"))) == date(2018, 7, 3)


@given(st.dates(date(1950, 1, 1), date(2060, 12, 31)))
def test_printed_dates_come_back(day: date) -> None:
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    text = f"Am {day.day}.{day.month}.{day.year}, also am {day.day}. {months[day.month - 1]} {day.year} war das."
    found = [d.iso for d in find_dates(Document(Release(text, "test", "test")), date(2020, 1, 15))]
    assert found == [day.isoformat()] * 2


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="0123456789. -/aMimJunbisod,–\n", max_size=60),
    st.sampled_from([None, "2021", "9999-12-31", "2021-04-28", "x"]),
)
def test_never_raises(text: str, published: str | None) -> None:
    doc = Document(Release(text, "test", "test", published=published))
    for found in find_dates(doc, anchor(doc)):
        assert 0 <= found.first < found.end <= len(doc.words)
