"""Tables as data frames: types of columns, dates with their precision, and what notebooks show."""

import datetime
import pickle
import re

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import podium
from podium.library.frames import Answer, frame
from podium.library.iri import Iri
from podium.queries import library
from podium.tables import Column, Table

PERSON = "https://w3id.org/podium/id/person/hubertus-heil"
RELEASE = "https://w3id.org/podium/id/release/a-1"

TABLE = Table(
    (
        Column("day", "date"), Column("name"), Column("sentence", "passage"), Column("who", "iri"),
        Column("number", "integer"), Column("share", "decimal"), Column("held", "boolean"),
    ),
    (
        ("2021-04-27", "Würker", "„Gut so.“", PERSON, 3, 0.5, True),
        ("2021-04", None, None, None, None, None, None),
        ("2021", "Heil", "Ja.", RELEASE + "#contribution-a1", 1, 1.0, False),
        (None, "", "", PERSON, 0, 0.0, False),
        ("?", "Bas", "Nein.", PERSON, 2, 0.25, True),
    ),
)  # fmt: skip


def test_each_type_of_column_has_a_type_in_pandas() -> None:
    types = {name: str(dtype) for name, dtype in frame(TABLE).dtypes.items()}
    assert types == {
        "day": "datetime64[s]", "day_precision": "category", "name": "str", "sentence": "str", "who": "object",
        "number": "Int64", "share": "float64", "held": "boolean",
    }  # fmt: skip
    assert dict(frame(Table(TABLE.columns, ())).dtypes.astype(str)) == types


def test_a_date_is_as_exact_as_it_was_printed() -> None:
    made = frame(TABLE)
    assert made["day"].iloc[:3].to_list() == [pd.Timestamp(d) for d in ("2021-04-27", "2021-04-01", "2021-01-01")]
    assert made["day_precision"].iloc[:3].to_list() == ["day", "month", "year"]
    assert made.loc[made["day_precision"] >= "month", "day"].size == 2
    assert made.loc[3:, ["day", "day_precision"]].isna().all(axis=None)


_DAYS = st.one_of(st.none(), st.dates().map(datetime.date.isoformat), st.integers(1000, 9999).map(str))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(_DAYS, max_size=8))
def test_every_date_comes_back(days: list[str | None]) -> None:
    made = frame(Table((Column("day", "date"),), tuple((day,) for day in days)))
    length = {"year": 4, "month": 7, "day": 10}
    back = [
        None if pd.isna(day) else day.isoformat()[: length[precision]]
        for day, precision in zip(made["day"], made["day_precision"], strict=True)
    ]
    assert back == days


def test_masks_and_sums_work_with_missing_values() -> None:
    made = frame(TABLE)
    assert made[made["held"]]["name"].to_list() == ["Würker", "Bas"]
    assert int(made["number"].sum()) == 6


def test_precision_names_collide_with_no_column_of_the_library() -> None:
    for query in library().values():
        names = [column.name for column in query.columns]
        assert not {f"{column.name}_precision" for column in query.columns if column.type == "date"} & set(names)


def test_an_iri_is_a_text_and_a_link_to_the_original() -> None:
    who = frame(TABLE, {RELEASE: "https://www.example.org/mitteilung"})["who"]
    assert who[0] == PERSON
    assert who[0].short == "id:person/hubertus-heil"
    assert who[0].page == PERSON
    assert who[2].page == "https://www.example.org/mitteilung"
    assert pickle.loads(pickle.dumps(who[2])).page == "https://www.example.org/mitteilung"
    assert 'href="https://www.example.org/mitteilung"' in who[2]._repr_html_()


def test_an_address_that_could_run_a_script_is_no_link() -> None:
    assert Iri("javascript:alert(1)")._repr_html_() == "javascript:alert(1)"
    assert "<a" not in Iri(RELEASE, "data:text/html,<script>")._repr_html_()


def test_what_releases_say_is_shown_as_text_not_as_html() -> None:
    hostile = '<img src=x onerror="alert(1)">'
    table = Table((Column("who"), Column(hostile)), ((hostile, "a"),), notes=(hostile,))
    plain = frame(table)
    for shown in (plain, plain.set_index("who"), plain.pivot(columns="who", values=hostile)):
        assert "<img" not in shown._repr_html_()
        assert "&lt;img" in shown._repr_html_()


def test_notebooks_show_links_and_printed_dates() -> None:
    html = frame(TABLE)._repr_html_()
    assert f'<a href="{PERSON}"' in html
    assert ">2021-04<" in html
    assert "2021-04-01" not in html
    assert "<p>5 rows × 8 columns</p>" in html


def test_of_many_rows_the_first_and_last_are_shown() -> None:
    rows = tuple((f"Zeile {number}",) for number in range(1000))
    html = frame(Table((Column("text"),), rows))._repr_html_()
    shown = re.findall(r"Zeile \d+", html)
    assert shown == [f"Zeile {number}" for number in (0, 1, 2, 3, 4, 995, 996, 997, 998, 999)]
    assert "1,000 rows" in html


def test_parts_of_an_answer_are_answers(graph: podium.Graph) -> None:
    answer = graph.ask.speakers(event="Tag der Jobcenter 2021")
    assert isinstance(answer.head(2), Answer)
    assert isinstance(answer[["speaker", "role"]], Answer)
    assert answer.head(2).attrs == answer.attrs
    assert "<a href=" in answer[["speaker_name", "release"]]._repr_html_()


@pytest.mark.parametrize("name", sorted(library()))
def test_each_question_has_a_frame_and_can_be_shown(graph: podium.Graph, name: str) -> None:
    answer = graph.ask(name)
    assert [name for name in answer.columns if not name.endswith("_precision")] == [
        column.name for column in library()[name].columns
    ]
    assert "<table" in answer._repr_html_()
    pd.testing.assert_frame_equal(answer, graph.ask(name))
