"""Types of carrier: their share of the jobcenters against their share of what is heard."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from podium.plots.plot import Plot, nothing
from podium.plots.source import Asked, When, asked, labels, records
from podium.plots.style import SMALL, canvas, fill, legend
from podium.plots.texts import joined, percent, texts

__all__ = ["carriers_heard"]

_SHARES = {"register": "share_of_register", "heard": "share_of_heard", "contributions": "share_of_contributions"}


def carriers_heard(graph: Asked, *, since: When | None = None, until: When | None = None, lang: str = "en") -> Plot:
    """Do the types of carrier (gE, zkT, …) get a voice as often as their share of the jobcenters suggests?

    Three bars a type: share of the jobcenters in the register, of the jobcenters that were heard (themselves or
    through a person with a role there), of their contributions. `since` and `until` are dates as precise as one likes
    (2021, "2021-04"), both included. `data` has the columns carrier_type, jobcenters, heard, contributions (counts)
    and share_of_register, share_of_heard, share_of_contributions (0 to 1, missing where there is nothing to share).
    Raises UsageError for another `lang`, and for what is no date.

    >>> import podium
    >>> from podium.plots import carriers_heard
    >>> carriers_heard(podium.examples()).data["carrier_type"].to_list()
    ['gE', 'zkT']
    """
    words = texts(lang)
    about = words["carriers"]
    data = _shares(graph, since, until)
    if data.empty:
        return nothing(data, about["title"], words["nothing"], lang)
    names = labels(graph, "carrier-type", lang)
    called = [
        f"{names[code]} ({code})" if code in names else about["unknown"] for code in data["carrier_type"].tolist()
    ]
    with canvas(about["title"], height=1.6 + 0.75 * len(data)) as (figure, axes):
        _bars(axes, data, called, lang)
        legend(axes)
    numbers = {name: int(data[name].sum()) for name in ("jobcenters", "heard", "contributions")}
    few = min(numbers["heard"], numbers["contributions"]) < SMALL
    small = words["small"].format(small=SMALL) if few else ""
    groups = [_said(row, name, lang) for row, name in zip(records(data), called, strict=True)]
    alt = about["alt"].format(groups=joined(groups), **numbers)
    return Plot(figure, data, about["title"], alt, about["note"].format(small=small, **numbers).strip(), lang)


def _shares(graph: Asked, since: When | None, until: When | None) -> pd.DataFrame:
    found = graph.ask("carrier-types-with-a-voice", **asked(since, until))
    data = pd.DataFrame({"carrier_type": found["carrier_type"].astype(object)})
    for share, count in zip(_SHARES.values(), ("jobcenters", "heard", "contributions"), strict=True):
        data[count] = found[count].fillna(0).astype(int)
        total = int(data[count].sum())
        data[share] = data[count] / total if total else float("nan")
    return data[["carrier_type", "jobcenters", "heard", "contributions", *_SHARES.values()]]


def _said(row: Mapping[str, Any], name: str, lang: str) -> str:
    share, heard, said = (
        percent(row[column], lang) if row[column] == row[column] else "–" for column in _SHARES.values()
    )
    counts = {"heard_n": int(row["heard"]), "said_n": int(row["contributions"])}
    return str(texts(lang)["carriers"]["group"].format(name=name, share=share, heard=heard, said=said, **counts))


def _bars(axes: Axes, data: pd.DataFrame, called: list[str], lang: str) -> None:
    words = texts(lang)["carriers"]
    for number, (name, column) in enumerate(_SHARES.items()):
        places = [place + 0.26 * (number - 1) for place in range(len(data))]
        axes.barh(places, data[column].fillna(0), height=0.24, label=words[name], **fill((0, 1, 5)[number]))
        counts = data[("jobcenters", "heard", "contributions")[number]]
        for place, share, count in zip(places, data[column].fillna(0), counts, strict=True):
            text = f"{percent(share, lang)} (n = {count})"
            axes.annotate(text, (share, place), (4, 0), textcoords="offset points", va="center", fontsize=8)
    axes.set_yticks(range(len(data)), [name.replace(" (", "\n(") for name in called])
    axes.invert_yaxis()
    axes.set_xlim(0, 1.12)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(part / 4, lang) for part in range(5)])
    axes.grid(axis="x")
    axes.set_xlabel(words["axis"])
