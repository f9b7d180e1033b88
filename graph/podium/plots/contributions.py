"""Contributions over time: who speaks in what role, in what year."""

import pandas as pd
from matplotlib.axes import Axes

from podium.plots.groups import groups_of, said, without_group
from podium.plots.plot import Plot, nothing
from podium.plots.source import Asked, When
from podium.plots.style import canvas, counted_axis, fill, legend
from podium.plots.texts import choice, joined, texts

__all__ = ["contributions_over_time", "counted_by_year"]

_BY = ("role", "organisation", "kind")


def contributions_over_time(
    graph: Asked,
    by: str = "role",
    *,
    since: When | None = None,
    until: When | None = None,
    most: int = 5,
    lang: str = "en",
) -> Plot:
    """Contributions a year as stacked columns: by "role" (kind of office), "organisation" (its kind) or "kind".

    `since` and `until` are dates as precise as one likes (2021, "2021-04"), both included; the `most` frequent groups
    are shown, the rest as one. `data` has the columns year, group and contributions (a count), also where that is 0.
    Raises UsageError for another `by` or `lang`, and for what is no date.

    >>> import podium
    >>> from podium.plots import contributions_over_time
    >>> plot = contributions_over_time(podium.examples(), by="kind", since=2021, until=2021)
    >>> print(plot.data.head(1).to_string(index=False))
     year            group  contributions
     2021 panel discussion             11
    """
    words = texts(lang)
    found = said(graph, since, until)
    found["group"] = groups_of(found, choice("by", by, _BY), graph, lang)
    undated = int(found["year"].isna().sum())
    data = counted_by_year(found, most, words["others"], without_group(lang))
    title = words["over_time"]["title"].format(by=words["by"][by])
    if data.empty:
        return nothing(data, title, words["nothing"], lang)
    table = data.pivot(index="year", columns="group", values="contributions")[list(data["group"].unique())]
    with canvas(title, height=4.4) as (figure, axes):
        _stack(axes, table)
        counted_axis(axes, words["contributions"])
        legend(axes)
    totals = table.sum(axis=1)
    about = words["over_time"]
    numbers = {
        "by": words["by"][by], "n": int(totals.sum()), "first": table.index[0], "last": table.index[-1],
        "most_year": totals.idxmax(), "most": int(totals.max()),
        "groups": joined([f"{group}: {int(table[group].sum())}" for group in table.columns]),
    }  # fmt: skip
    note = about["note"].format(n=len(found), undated=about["undated"].format(count=undated) if undated else "")
    return Plot(figure, data, title, about["alt"].format(**numbers), note, lang)


def counted_by_year(found: pd.DataFrame, most: int, others: str, last: frozenset[str] = frozenset()) -> pd.DataFrame:
    """Contributions by year and group, each year between the first and the last.

    The `most` frequent groups come first, then the rest as one, then the groups in `last`.
    """
    dated = found.dropna(subset="year")
    if dated.empty:
        return pd.DataFrame({"year": [], "group": [], "contributions": []})
    totals = sorted(dated["group"].value_counts().items(), key=lambda pair: (-pair[1], str(pair[0])))
    named, missing = ([str(group) for group, _ in totals if (group in last) == side] for side in (False, True))
    shown = named[: most if len(named) > most + 1 else len(named)]
    rest = others.format(count=len(named) - len(shown))
    groups = dated["group"].where(dated["group"].isin([*shown, *missing]), rest)
    years = dated["year"].astype(int)
    order = [*shown, *([rest] if len(shown) < len(named) else []), *missing]
    index = pd.MultiIndex.from_product([range(years.min(), years.max() + 1), order], names=["year", "group"])
    counts = dated.groupby([years, groups]).size()
    counts.index.names = ["year", "group"]
    return counts.reindex(index, fill_value=0).rename("contributions").reset_index()


def _stack(axes: Axes, table: pd.DataFrame) -> None:
    """A column a year, its total above it."""
    below = pd.Series(0, index=table.index)
    for number, group in enumerate(table.columns):
        axes.bar(table.index, table[group], bottom=below, width=0.8, label=group, **fill(number))
        below = below + table[group]
    for year, total in below.items():
        if total:
            axes.annotate(str(total), (float(str(year)), total), (0, 2), textcoords="offset points", ha="center")
    axes.set_xticks(table.index, [str(year) for year in table.index], rotation=45 if len(table) > 12 else 0)
