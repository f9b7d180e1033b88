"""The numbers in a plot are those that one counts by hand in the releases."""

import pandas as pd
import pytest

from podium import Graph
from podium.errors import UsageError
from podium.plots import (
    carriers_heard,
    contributions_over_time,
    instruments_over_time,
    office_timelines,
    women_among_speakers,
)


def counts(data: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return list(data[list(columns)].itertuples(index=False, name=None))


def test_contributions_by_role_and_year_with_a_year_without_any(graph: Graph) -> None:
    data = contributions_over_time(graph, by="role").data
    assert [row for row in counts(data, "year", "group", "contributions") if row[2]] == [
        (2021, "federal minister", 1),
        (2021, "president", 1),
        (2021, "no role known", 1),
        (2023, "managing director", 1),
        (2023, "organisation itself", 1),
        (2023, "no role known", 2),
    ]
    assert sorted(data["year"].unique()) == [2021, 2022, 2023]
    assert len(data) == 3 * 5


def test_a_ministry_that_is_not_named_is_known_from_the_register(graph: Graph) -> None:
    data = contributions_over_time(graph, by="organisation").data
    assert (2021, "ministry", 1) in counts(data, "year", "group", "contributions")


def test_beyond_the_most_frequent_groups_the_rest_is_one_and_what_is_unknown_comes_last(graph: Graph) -> None:
    data = contributions_over_time(graph, by="role", most=2).data
    assert list(data["group"].unique()) == ["federal minister", "managing director", "others (2)", "no role known"]
    assert data.loc[data["group"] == "others (2)", "contributions"].sum() == 2


def test_one_group_more_is_shown_and_not_called_others(graph: Graph) -> None:
    assert "others" not in " ".join(contributions_over_time(graph, by="role", most=3).data["group"])


def test_what_was_only_announced_does_not_count(tmp_path_factory: pytest.TempPathFactory) -> None:
    import podium

    folder = tmp_path_factory.mktemp("announced")
    text = "Beim Tag der Jobcenter am 5. Mai 2027 wird Bundesministerin Bärbel Bas eine Rede halten."
    (folder / "a.md").write_text(f"---\nid: a\npublished: 2027-05-01\n---\n{text}\n", encoding="utf-8")
    with podium.open() as graph:
        graph.ingest(folder)
        assert len(graph.ask("speakers", announced="yes")) == 1
        assert contributions_over_time(graph).data.empty


def test_women_men_and_those_of_whom_it_is_not_known(graph: Graph) -> None:
    data = women_among_speakers(graph, by="event").data
    assert counts(data, "group", "women", "men", "unknown", "persons") == [
        ("Tag der Jobcenter 2021", 1, 2, 0, 3),
        ("at no named event", 2, 0, 1, 3),
    ]
    assert data["share_of_women"].round(3).to_list() == [0.333, 1.0]


def test_a_person_counts_once_in_a_group_and_organisations_do_not(graph: Graph) -> None:
    plot = women_among_speakers(graph, by="kind")
    assert counts(plot.data, "group", "persons") == [("statement", 3), ("panel discussion", 2), ("speech", 1)]
    assert plot.note.startswith("n = 5 distinct persons, 1 of them of unknown gender")


def test_the_share_is_missing_where_no_gender_is_known(graph: Graph) -> None:
    data = women_among_speakers(graph, by="role", since="2023-03", until="2023-03").data
    row = data[data["group"] == "no role known"].iloc[0]
    assert (row["women"], row["men"], row["unknown"]) == (0, 0, 1)
    assert pd.isna(row["share_of_women"])


def test_carriers_heard_against_their_share_in_the_register(graph: Graph) -> None:
    data = carriers_heard(graph).data
    assert counts(data, "carrier_type", "heard", "contributions") == [("gE", 0, 0), ("zkT", 1, 1)]
    assert data["share_of_heard"].to_list() == [0.0, 1.0]
    assert data["share_of_register"].sum() == pytest.approx(1)


def test_carriers_where_nobody_is_heard_have_no_share(graph: Graph) -> None:
    data = carriers_heard(graph, since=2040).data
    assert data["heard"].to_list() == [0, 0]
    assert data["share_of_heard"].isna().all()


def test_instruments_by_year(graph: Graph) -> None:
    data = instruments_over_time(graph).data
    assert counts(data, "instrument", "year", "utterances") == [
        ("Bürgergeld", 2021, 1),
        ("Bürgergeld", 2022, 0),
        ("Bürgergeld", 2023, 2),
        ("Eingliederungstitel", 2021, 0),
        ("Eingliederungstitel", 2022, 0),
        ("Eingliederungstitel", 2023, 1),
    ]


def test_a_timeline_joins_the_register_with_what_releases_attest(graph: Graph) -> None:
    data = office_timelines(graph, "Bundesministerium für Arbeit und Soziales", office="Bundesminister").data
    heil = data[data["person"] == "Hubertus Heil"].iloc[0]
    assert (heil["starts"], heil["ends"], heil["in_office"], heil["named"]) == (
        "2018-03-14",
        "2025-05-06",
        False,
        ("2021-04-28",),
    )


def test_the_offices_of_a_person_come_in_the_order_of_time(graph: Graph) -> None:
    data = office_timelines(graph, person="Detlef Scheele").data
    assert list(data["starts"]) == ["2008", "2011-03", "2015-10", "2017-04-01"]


def test_the_title_of_an_office_has_the_gender_of_its_holders(graph: Graph) -> None:
    data = office_timelines(graph, "Bundesagentur für Arbeit", office="Vorst").data
    offices = set(data["office"])
    assert "Vorstandsvorsitzende / Vorstandsvorsitzender" in offices
    assert "Vorständin Ressourcen" in offices


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [(None, None, [2021, 2022, 2023]), (2022, None, [2023]), (None, "2021-12", [2021]), ("2023-04", "2023-05", [2023])],
)
def test_since_and_until_as_in_the_questions_of_the_library(
    graph: Graph, since: int | str | None, until: str | None, years: list[int]
) -> None:
    assert sorted(contributions_over_time(graph, since=since, until=until).data["year"].unique()) == years


@pytest.mark.parametrize("plot", [contributions_over_time, women_among_speakers, instruments_over_time])
def test_where_nothing_fits_the_plot_says_so(graph: Graph, plot: object) -> None:
    made = plot(graph, since="2040", lang="de")  # type: ignore[operator]
    assert made.data.empty
    assert made.alt == made.note == "Nichts zu zeigen: im Graphen passt kein Beitrag dazu."
    assert "<svg" in made.svg()


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"by": "weekday"}, r"by='weekday': choose 'role', 'organisation', 'kind'"),
        ({"lang": "fr"}, r"lang='fr': choose 'de', 'en'"),
        ({"since": "April"}, r"since='April' is no date: write it as 2021, 2021-04 or 2021-04-28"),
    ],
)
def test_what_does_not_fit_is_said(graph: Graph, wrong: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        contributions_over_time(graph, **wrong)  # type: ignore[arg-type]


def test_a_timeline_of_everything_is_not_drawn(graph: Graph) -> None:
    with pytest.raises(UsageError, match="Say which timeline"):
        office_timelines(graph)
