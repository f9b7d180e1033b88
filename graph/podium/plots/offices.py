"""Timelines of offices: who held which when, as far as that is known."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from podium.errors import UsageError
from podium.plots.plot import Plot, nothing
from podium.plots.source import Asked, records, rows
from podium.plots.style import canvas
from podium.plots.texts import joined, short, texts
from podium.plots.timeline import Group, draw

__all__ = ["office_timelines"]

_MOST = 40  # rows that can be read on a page


def office_timelines(
    graph: Asked,
    organisation: str | None = None,
    *,
    office: str | None = None,
    person: str | None = None,
    lang: str = "en",
) -> Plot:
    """Who held which office when: one row a tenure of the register, with the days on which releases name it.

    At least one of `organisation`, `office` (a part of its title) and `person` says which; names are understood as in
    `podium ask office-holders`. `data` has the columns organisation, office, person, starts, ends (ISO texts as
    precise as they are known, or missing), in_office (on the register's date), seen, named (days, in the register's
    sources and in releases) and tenure (its IRI). Of more than 40 tenures the first 40 are drawn, and the note says so.
    Raises UsageError where nothing says which, and for another `lang`.

    >>> import podium
    >>> from podium.plots import office_timelines
    >>> plot = office_timelines(podium.examples(), "Bundesagentur für Arbeit", office="Vorstandsvorsitz")
    >>> plot.data.loc[2, ["person", "starts", "ends"]].to_list()
    ['Detlef Scheele', '2017-04-01', '2022-07-31']
    """
    words = texts(lang)
    about = words["offices"]
    data, as_of = _tenures(graph, {"organisation": organisation, "office": office, "person": person})
    shown = data.head(_MOST)
    places = sorted(data["organisation"].unique())
    title = about["title"] + (f": {short(places[0], 72)}" if len(places) == 1 else "")
    if data.empty:
        return nothing(data, title, words["nothing_offices"], lang)
    with canvas(title, height=1.5 + 0.27 * (len(shown) + len(_by_office(shown)))) as (figure, axes):
        first, last = draw(axes, _by_office(shown), as_of, about)
    groups = [
        about["group"].format(office=f"{name[1]}, {name[0]}", holders=", ".join(_held(row, about) for row in held))
        for name, held in _by_office(shown)
    ]
    alt = about["alt"].format(first=int(first), last=int(last), groups=joined(groups, _MOST))
    cut = about["cut"].format(count=len(data) - _MOST) if len(data) > _MOST else ""
    return Plot(figure, data, title, alt, about["note"].format(n=len(data), as_of=as_of, cut=cut), lang)


def _tenures(graph: Asked, asked: Mapping[str, str | None]) -> tuple[pd.DataFrame, str]:
    given = {name: value for name, value in asked.items() if value is not None}
    if not given:
        raise UsageError("Say which timeline: organisation=…, office=… or person=…")
    names = graph.ask("office-holders", origin="register", **given).drop_duplicates("tenure")
    names = names.assign(tenure=names["tenure"].astype(str))[["tenure", "organisation_name", "person_name"]]
    facts = rows(graph, "tenures")
    as_of = str(facts["as_of"].iloc[0]) if len(facts) else ""
    data = names.merge(facts.assign(tenure=facts["tenure"].astype(str)), on="tenure")
    days = rows(graph, "named")
    for column, origin in (("seen", "register"), ("named", "release")):
        found: dict[str, list[str]] = {}
        for row in records(days[days["origin"] == origin]):
            found.setdefault(row["tenure"], []).append(row["day"])
        data[column] = [tuple(sorted(found.get(tenure, ()))) for tenure in data["tenure"]]
    data["office"] = _titles(data)
    data["in_office"] = data["in_office"].map(lambda value: str(value).lower() == "true")
    data = data.rename(columns={"organisation_name": "organisation", "person_name": "person"})
    data["order"] = [min([start or "9", end or "9", *seen, *named]) for start, end, seen, named in
                     zip(data["starts"], data["ends"], data["seen"], data["named"], strict=True)]  # fmt: skip
    # Of one person the offices in the order of time, else those of each organisation together.
    first = ["order"] if given.keys() == {"person"} else []
    data = data.sort_values([*first, "organisation", "office", "order", "person", "tenure"], kind="stable")
    columns = ["organisation", "office", "person", "starts", "ends", "in_office", "seen", "named", "tenure"]
    return data[columns].reset_index(drop=True), as_of


def _titles(data: pd.DataFrame) -> list[str]:
    """The title of each office in the gender of its holders here; both where they differ or it is not known."""
    held: dict[str, set[str]] = {}
    for row in records(data):
        held.setdefault(row["office"], set()).add(str(row["gender"]))
    titles = []
    for row in records(data):
        masculine, feminine = row["office_masculine"], row["office_feminine"]
        both = masculine if masculine == feminine else f"{feminine} / {masculine}"
        titles.append({"m": masculine, "f": feminine}.get("".join(held[row["office"]]), both))
    return titles


def _by_office(data: pd.DataFrame) -> list[Group]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records(data):
        groups.setdefault((row["organisation"], row["office"]), []).append(row)
    return list(groups.items())


def _held(row: Mapping[str, Any], words: Mapping[str, str]) -> str:
    """One tenure in words, for the alternative text."""
    starts, ends = row["starts"], row["ends"]
    if starts and ends:
        when = words["between"].format(starts=starts, ends=ends)
    elif starts:
        when = words["from"].format(starts=starts) + ("" if row["in_office"] else f", {words['open']}")
    elif ends:
        when = words["until"].format(ends=ends)
    else:
        days = sorted({*row["seen"], *row["named"]})
        when = words["seen"].format(days=", ".join(days)) if days else words["dateless"]
    return f"{row['person']} ({when})"
