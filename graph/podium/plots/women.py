"""Women and men who speak, by role, event, series or kind of contribution."""

import pandas as pd
from matplotlib.axes import Axes

from podium.plots.groups import groups_of, said, without_group
from podium.plots.plot import Plot, nothing
from podium.plots.source import Asked, When, records
from podium.plots.style import GREY, SMALL, canvas, fill, legend
from podium.plots.texts import choice, joined, percent, short, texts

__all__ = ["women_among_speakers"]

_BY = ("role", "event", "series", "organisation", "kind")
_GENDERS = {"women": "f", "men": "m"}


def women_among_speakers(
    graph: Asked,
    by: str = "role",
    *,
    since: When | None = None,
    until: When | None = None,
    most: int = 12,
    lang: str = "en",
) -> Plot:
    """Women, men and persons of unknown gender among those who speak, as shares of bars that say how many they are.

    `by` is "role" (kind of office), "event", "series", "organisation" (its kind) or "kind" of contribution; `since`
    and `until` are dates as precise as one likes (2021, "2021-04"), both included; the `most` numerous groups are
    shown. `data` has the columns group, women, men, unknown, persons (counts of distinct persons) and share_of_women
    (0 to 1 of those whose gender is known, missing where it is known of none). Raises UsageError for another `by` or
    `lang`, and for what is no date.

    >>> import podium
    >>> from podium.plots import women_among_speakers
    >>> plot = women_among_speakers(podium.examples(), by="event", since=2021, until=2021)
    >>> print(plot.data[["group", "women", "persons"]].head(1).to_string(index=False))
                     group  women  persons
    Tag der Jobcenter 2021      3        7
    """
    words = texts(lang)
    about = words["women"]
    found = said(graph, since, until)
    found = found[found["is_person"]].copy()
    found["group"] = groups_of(found, choice("by", by, _BY), graph, lang)
    data = _counted(found, without_group(lang), most)
    title = about["title"].format(by=words["by"][by])
    if data.empty:
        return nothing(data, title, words["nothing"], lang)
    with canvas(title, height=1.6 + 0.32 * max(len(data), 3)) as (figure, axes):
        _bars(axes, data, lang)
        legend(axes)
    everyone = _genders(found)
    numbers = {name: int((everyone == value).sum()) for name, value in _GENDERS.items()}
    numbers |= {"n": len(everyone), "unknown": int(everyone.isna().sum())}
    small = words["small"].format(small=SMALL) if (data["persons"] < SMALL).any() else ""
    groups = [
        about["group"].format(name=row["group"], women=row["women"], known=row["women"] + row["men"])
        for row in records(data)
    ]
    alt = about["alt"].format(by=words["by"][by], groups=joined(groups), **numbers)
    return Plot(figure, data, title, alt, about["note"].format(small=small, **numbers).strip(), lang)


def _genders(found: pd.DataFrame) -> pd.Series:
    """Gender of each person; known in one release is known."""
    return found.groupby("speaker")["gender"].agg(lambda known: min((g for g in known if g), default=None))


def _counted(found: pd.DataFrame, last: frozenset[str], most: int) -> pd.DataFrame:
    """Distinct persons by gender, of the `most` numerous groups, and of those in `last` at the end."""
    genders = _genders(found)
    pairs = found[["group", "speaker"]].drop_duplicates()
    pairs["gender"] = pairs["speaker"].map(genders)
    data = pd.DataFrame({"group": sorted(pairs["group"].unique())})
    for name, gender in _GENDERS.items():
        data[name] = [int(((pairs["group"] == group) & (pairs["gender"] == gender)).sum()) for group in data["group"]]
    data["persons"] = [int((pairs["group"] == group).sum()) for group in data["group"]]
    data.insert(3, "unknown", data["persons"] - data["women"] - data["men"])
    known = data["women"] + data["men"]
    data["share_of_women"] = (data["women"] / known).where(known > 0)
    data = data.sort_values(["persons", "group"], ascending=[False, True], kind="stable")
    named = data[~data["group"].isin(last)].head(most)
    return pd.concat([named, data[data["group"].isin(last)]]).reset_index(drop=True)


def _bars(axes: Axes, data: pd.DataFrame, lang: str) -> None:
    words = texts(lang)["women"]
    names = [f"{short(str(row['group']))} (n = {row['persons']})" for row in records(data)]
    places = list(range(len(data)))
    left = pd.Series(0.0, index=data.index)
    for number, part in zip((0, 3, 5), ("women", "men", "unknown"), strict=True):
        share = data[part] / data["persons"]
        axes.barh(places, share, left=left, height=0.7, label=words[part], **fill(number))
        left = left + share
    for place, row in zip(places, records(data), strict=True):
        text = words["row"].format(women=row["women"], known=row["women"] + row["men"])
        axes.annotate(text, (1.0, place), (4, 0), textcoords="offset points", va="center", annotation_clip=False)
    axes.set_yticks(places, names)
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], [percent(part / 4, lang) for part in range(5)])
    axes.axvline(0.5, color=GREY, linewidth=1.2, linestyle=(0, (4, 3)))
    axes.set_xlabel(words["axis"])
