"""Where plots get their data from: a graph that answers SPARQL and the questions of the library."""

import datetime
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from podium.errors import UsageError

__all__ = ["Asked", "When", "asked", "in_time", "labels", "records", "rows"]

_QUERIES = Path(__file__).parent / "queries"
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_VOCABULARY = "/vocabulary/"


When = str | int | datetime.date  # 2021, "2021-04", "2021-04-28": a date as precise as one likes


class Asked(Protocol):
    """What a plot needs of a graph; `podium.open` and `podium.examples` give one."""

    @property
    def ask(self) -> Callable[..., Any]:
        """A question of the library by its name, with its parameters; the answer is a DataFrame."""

    def sparql(self, query: str, /) -> Any:
        """The answer to a SELECT as a DataFrame, one column a variable."""


def rows(graph: Asked, name: str) -> pd.DataFrame:
    """The answer to `queries/NAME.rq`: texts, and None where a variable is unbound."""
    found: pd.DataFrame = graph.sparql(_text(name))
    columns = {name: [None if _missing(value) else str(value) for value in found[name]] for name in found.columns}
    return pd.DataFrame({name: pd.Series(values, dtype=object) for name, values in columns.items()})


def _missing(value: object) -> bool:
    return value is None or value == "" or value != value  # NaN, NaT


def records(data: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a data frame as dictionaries."""
    return [{str(name): value for name, value in row.items()} for row in data.to_dict("records")]


@cache
def _text(name: str) -> str:
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")


def labels(graph: Asked, scheme: str, lang: str) -> dict[str, str]:
    """Labels of a vocabulary ("office-kind") in that language, by the last part of each concept's IRI."""
    found = rows(graph, "labels")
    part = f"{_VOCABULARY}{scheme}/"
    chosen = found[(found["lang"] == lang) & found["concept"].astype(str).str.contains(part, regex=False)]
    return {str(concept).split(part, 1)[1]: label for concept, label in zip(chosen.concept, chosen.label, strict=True)}


def asked(since: When | None, until: When | None) -> dict[str, str]:
    """The bounds that are given, as texts; UsageError for one that is no date."""
    given = {name: str(value) for name, value in (("since", since), ("until", until)) if value is not None}
    for name, value in given.items():
        if not _DATE.fullmatch(value):
            raise UsageError(f"{name}={value!r} is no date: write it as 2021, 2021-04 or 2021-04-28")
    return given


def in_time(dates: pd.Series, since: When | None, until: When | None) -> list[bool]:
    """Which dates (ISO texts, as precise as they are known) lie in an interval; unknown ones only where none is asked.

    A date with less precision fits each day in it, as in the questions of the library.
    """
    given = asked(since, until)
    first, last = given.get("since", ""), given.get("until", "")
    return [
        not given if date is None else first[: len(date)] <= date and (not last or date[: len(last)] <= last)
        for date in dates
    ]
