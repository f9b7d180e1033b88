"""Timelines of offices: who held which when, as far as that is known."""

import calendar
from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from podium.errors import UsageError
from podium.plots.plot import Plot
from podium.plots.source import Asked, records, rows
from podium.plots.style import FILLS, GREY, INK, canvas, empty, legend
from podium.plots.texts import joined, short, texts

__all__ = ["earliest", "latest", "office_timelines"]

_MOST = 40  # rows that can be read on a page
_UNKNOWN: dict[str, Any] = {"color": GREY, "linestyle": ":", "linewidth": 1.4}


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

        office_timelines(graph, "Bundesagentur für Arbeit", office="Vorstandsvorsitz").save("ba.svg")
    """
    words = texts(lang)
    about = words["offices"]
    data, as_of = _tenures(graph, {"organisation": organisation, "office": office, "person": person})
    shown = data.head(_MOST)
    height = 1.5 + 0.27 * (len(shown) + shown["office"].nunique() if len(shown) else 2)
    places = sorted(data["organisation"].unique())
    title = about["title"] + (f": {short(places[0], 72)}" if len(places) == 1 else "")
    figure, axes = canvas(title, height)
    if data.empty:
        empty(axes, words["nothing_offices"])
        return Plot(figure, data, title, words["nothing_offices"], words["nothing_offices"], lang)
    first, last = _draw(axes, shown, as_of, about)
    groups = [
        about["group"].format(office=f"{name[1]}, {name[0]}", holders=", ".join(_held(row, about) for row in held))
        for name, held in _by_office(shown)
    ]
    alt = about["alt"].format(first=int(first), last=int(last), groups=joined(groups, _MOST))
    cut = about["cut"].format(count=len(data) - _MOST) if len(data) > _MOST else ""
    return Plot(figure, data, title, alt, about["note"].format(n=len(data), as_of=as_of, cut=cut), lang)


def earliest(date: str) -> float:
    """The first moment that a date of any precision can mean, as a year with a fraction: "2014-07" is 2014.4959."""
    year, month, day = _parts(date)
    return year + _day_of_year(year, month or 1, day or 1) / _days(year)


def latest(date: str) -> float:
    """The end of the last day that a date of any precision can mean, as a year with a fraction: "2014" is 2015.0."""
    year, month, day = _parts(date)
    month = month or 12
    return year + (_day_of_year(year, month, day or calendar.monthrange(year, month)[1]) + 1) / _days(year)


def _parts(date: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in date.split("-")] + [0, 0]
    return numbers[0], numbers[1], numbers[2]


def _days(year: int) -> int:
    return 366 if calendar.isleap(year) else 365


def _day_of_year(year: int, month: int, day: int) -> int:
    return sum(calendar.monthrange(year, before)[1] for before in range(1, month)) + day - 1


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
    data = data.sort_values(["organisation", "office", "order", "person", "tenure"], kind="stable")
    columns = ["organisation", "office", "person", "starts", "ends", "in_office", "seen", "named", "tenure"]
    return data[columns].reset_index(drop=True), as_of


def _titles(data: pd.DataFrame) -> list[str]:
    """The title of each office in the gender of its holders here; both where they differ or it is not known."""
    held: dict[str, set[str | None]] = {}
    for row in records(data):
        held.setdefault(row["office"], set()).add(row["gender"])
    titles = []
    for row in records(data):
        masculine, feminine = row["office_masculine"], row["office_feminine"]
        alone = (
            {"m": masculine, "f": feminine}.get(str(next(iter(held[row["office"]]))))
            if len(held[row["office"]]) == 1
            else None
        )
        titles.append(alone or (masculine if masculine == feminine else f"{feminine} / {masculine}"))
    return titles


def _by_office(data: pd.DataFrame) -> list[tuple[tuple[str, str], list[dict[str, Any]]]]:
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
        when = words["seen"].format(days=", ".join(days)) if days else words["unknown"]
    return f"{row['person']} ({when})"


def _draw(axes: Axes, data: pd.DataFrame, as_of: str, words: Mapping[str, str]) -> tuple[float, float]:
    """Rows from above: each office, below it its tenures; returns the first and the last year."""
    place, ticks, names, headers = 0, [], [], []
    several = data["organisation"].nunique() > 1
    for (organisation, office), held in _by_office(data):
        headers.append((place, short(f"{office}, {organisation}" if several else office, 96)))
        for row in held:
            place += 1
            _row(axes, place, row, as_of)
            ticks.append(place)
            names.append(row["person"])
        place += 1
    axes.set_yticks(ticks, names)
    axes.set_ylim(place - 0.3, -0.6)
    first, last = axes.get_xlim()
    for at, header in headers:
        axes.annotate(header, (0, at), (2, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
                      va="center", fontweight="bold", fontsize=8, color=INK, in_layout=False)  # fmt: skip
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(axis="x")
    _legend(axes, words)
    return first, last


def _row(axes: Axes, place: int, row: Mapping[str, Any], as_of: str) -> None:
    """What is sure as a dark bar, what is possible as a light one, days seen as marks, the unknown as a dotted line."""
    starts, ends = row["starts"], row["ends"] or (as_of if row["in_office"] and row["starts"] else None)
    sure: tuple[float, float] | None = None
    if starts and ends:
        possible = (earliest(starts), latest(ends))
        sure = (_sure_start(starts), _sure_end(ends))
        axes.barh(place, possible[1] - possible[0], left=possible[0], height=0.5, **_look("possible"))
        if sure[0] < sure[1]:
            axes.barh(place, sure[1] - sure[0], left=sure[0], height=0.5, **_look("known"))
    known = [edge for edge in (starts and earliest(starts), ends and latest(ends)) if edge]
    marks = {name: [earliest(day) for day in row[name]] for name in ("seen", "named")}
    reach = [*known, *marks["seen"], *marks["named"]]
    if not (starts and ends) and reach:
        axes.plot([min(reach), max(reach)], [place, place], **_UNKNOWN)
        if starts:
            axes.plot(earliest(starts), place, marker="|", color=INK, markersize=11, markeredgewidth=2)
        if ends:
            axes.plot(latest(ends), place, marker="|", color=INK, markersize=11, markeredgewidth=2)
    axes.plot(marks["seen"], [place] * len(marks["seen"]), **_mark("seen"))
    axes.plot(marks["named"], [place] * len(marks["named"]), **_mark("named"))


def _sure_start(date: str) -> float:
    return earliest(date) if len(date) == 10 else latest(date)


def _sure_end(date: str) -> float:
    return latest(date) if len(date) == 10 else earliest(date)


def _look(kind: str) -> dict[str, Any]:
    if kind == "known":
        return {"facecolor": "#5b7f99", "edgecolor": "#0b2a4a", "linewidth": 0.6}
    return {"facecolor": "white", "edgecolor": "#0b2a4a", "hatch": "////", "linewidth": 0.6}


def _mark(kind: str) -> dict[str, Any]:
    look = {"linestyle": "none", "markeredgecolor": INK, "markersize": 6, "markeredgewidth": 1.0}
    return look | (
        {"marker": "s", "markerfacecolor": "white"}
        if kind == "seen"
        else {"marker": "o", "markerfacecolor": FILLS[1][0]}
    )


def _legend(axes: Axes, words: Mapping[str, str]) -> None:
    handles: list[Artist] = [Patch(label=words[kind], **_look(kind)) for kind in ("known", "possible")]
    handles.append(Line2D([], [], label=words["unknown"], **_UNKNOWN))
    handles += [
        Line2D([], [], label=words[name], **_mark(kind)) for name, kind in (("source", "seen"), ("release", "named"))
    ]
    legend(axes, handles)
