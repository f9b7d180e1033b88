"""Drawing terms of office: what is sure, what is possible, what is only seen."""

import calendar
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from podium.plots.style import FILLS, GREY, INK, legend
from podium.plots.texts import short

__all__ = ["Group", "draw", "earliest", "latest"]

Group = tuple[tuple[str, str], list[dict[str, Any]]]  # organisation and office, its tenures

_UNKNOWN: dict[str, Any] = {"color": GREY, "linestyle": ":", "linewidth": 1.4}


def draw(axes: Axes, groups: Sequence[Group], as_of: str, words: Mapping[str, str]) -> tuple[float, float]:
    """Rows from above: each office, below it its tenures; returns the first and the last year."""
    place, ticks, names, headers = 0, [], [], []
    several = len({organisation for (organisation, _), _ in groups}) > 1
    for (organisation, office), held in groups:
        headers.append((place, short(f"{organisation}: {office}" if several else office, 74)))
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
    handles.append(Line2D([], [], label=words["unknown"], marker="|", markeredgecolor=INK, **_UNKNOWN))
    handles += [
        Line2D([], [], label=words[name], **_mark(kind)) for name, kind in (("source", "seen"), ("release", "named"))
    ]
    legend(axes, handles)


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
