"""Instruments over the years: what is spoken about, and when."""

import pandas as pd
from matplotlib.axes import Axes

from podium.plots.plot import Plot, nothing
from podium.plots.source import Asked, When, asked
from podium.plots.style import INK, canvas
from podium.plots.texts import joined, short, texts

__all__ = ["instruments_over_time"]


def instruments_over_time(
    graph: Asked, *, since: When | None = None, until: When | None = None, most: int = 15, lang: str = "en"
) -> Plot:
    """Utterances that name an instrument or benefit, by instrument and year of the release, as a table of cells.

    `since` and `until` are dates as precise as one likes (2021, "2021-04"), both included; the `most` frequent
    instruments are shown. `data` has the columns instrument, year and utterances (a count), one row a cell, also where
    it is 0. Raises UsageError for another `lang`, and for what is no date.

    >>> import podium
    >>> from podium.plots import instruments_over_time
    >>> instruments_over_time(podium.examples(), since=2022).data["instrument"].iloc[0]
    'Bürgergeld'
    """
    words = texts(lang)
    about = words["instruments"]
    found = graph.ask("instruments-over-time", **asked(since, until)).dropna(subset="year")
    totals = (
        found.groupby("instrument_name")["utterances"].sum().sort_index().sort_values(ascending=False, kind="stable")
    )
    data = _cells(found, list(totals.index[:most]))
    if data.empty:
        return nothing(data, about["title"], words["nothing"], lang)
    table = data.pivot(index="instrument", columns="year", values="utterances").loc[list(totals.index[:most])]
    with canvas(about["title"], height=1.5 + 0.3 * max(len(table), 2)) as (figure, axes):
        _draw(axes, table)
    rest = about["rest"].format(count=len(totals) - most) if len(totals) > most else ""
    numbers = {"n": int(totals.sum()), "first": table.columns[0], "last": table.columns[-1]}
    groups = joined([f"{name}: {int(row.sum())} ({_years(row)})" for name, row in table.iterrows()])
    alt = about["alt"].format(groups=groups, **numbers)
    return Plot(figure, data, about["title"], alt, about["note"].format(n=numbers["n"], rest=rest), lang)


def _cells(found: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Each instrument in each year between the first and the last."""
    if found.empty:
        return pd.DataFrame({"instrument": [], "year": [], "utterances": []})
    years = found["year"].astype(int)
    index = pd.MultiIndex.from_product([names, range(years.min(), years.max() + 1)], names=["instrument", "year"])
    counts = found.groupby([found["instrument_name"], years])["utterances"].sum()
    counts.index.names = ["instrument", "year"]
    return counts.reindex(index, fill_value=0).astype(int).reset_index()


def _years(row: pd.Series) -> str:
    years = [str(year) for year, count in row.items() if count]
    return years[0] if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _draw(axes: Axes, table: pd.DataFrame) -> None:
    counts: list[list[int]] = table.to_numpy().tolist()
    highest = max(max(map(max, counts)), 1)
    axes.imshow(table, cmap="Greys", vmin=0, vmax=highest * 1.25, aspect="auto")
    for y in range(len(table.index)):
        for x in range(len(table.columns)):
            count = counts[y][x]
            if count:
                axes.text(x, y, str(count), ha="center", va="center", color="white" if count > highest * 0.6 else INK)
    axes.set_xticks(range(len(table.columns)), [str(year) for year in table.columns])
    axes.tick_params(axis="x", rotation=45 if len(table.columns) > 12 else 0)
    axes.set_yticks(
        range(len(table.index)), [f"{short(str(name))} ({int(n)})" for name, n in table.sum(axis=1).items()]
    )
    axes.set_xticks([x + 0.5 for x in range(len(table.columns) - 1)], minor=True)
    axes.set_yticks([y + 0.5 for y in range(len(table.index) - 1)], minor=True)
    axes.grid(which="minor")
    axes.tick_params(which="both", length=0)
