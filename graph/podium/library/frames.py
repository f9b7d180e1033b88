"""Tables as pandas data frames with typed columns, and as HTML in which IRIs are links."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from podium.library.extras import MissingExtra
from podium.library.iri import Iri
from podium.tables import Column, Table, Value

try:
    import pandas as pd
except ModuleNotFoundError as error:
    raise MissingExtra(error.name or "pandas") from error

__all__ = ["PRECISION", "Answer", "frame"]

PRECISION = "_precision"
_PRECISIONS = {4: "year", 7: "month", 10: "day"}  # by the length of the text: 2021, 2021-04, 2021-04-28
_REST = {4: "-01-01", 7: "-01", 10: ""}
_LONG = 60  # characters of a text that gets room
_SHOWN = {"year": 4, "month": 7, "day": 10}
_PRECISION_TYPE = pd.CategoricalDtype(list(_PRECISIONS.values()), ordered=True)


class Answer(pd.DataFrame):
    """A data frame as any other, that also says what was asked, and shows IRIs as links in notebooks.

    `attrs["question"]` is the question in German and English, `attrs["notes"]` what names were taken for.
    """

    @property
    def _constructor(self) -> Any:
        return Answer

    def __repr__(self) -> str:
        return "\n".join([super().__repr__(), *(f"({note})" for note in self.attrs.get("notes", ()))])

    def _repr_html_(self) -> str:
        """As pandas shows it, with links for IRIs and dates as exact as they were printed."""
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.attrs.get("notes", ()))
        if self.columns.nlevels > 1 or not isinstance(self.index, pd.RangeIndex):
            return str(pd.DataFrame(self).to_html(max_rows=pd.get_option("display.max_rows"), border=0)) + notes
        return _html(self) + notes


def frame(table: Table, pages: Mapping[str, str] | None = None, **attrs: Any) -> Answer:
    """The table as a data frame, columns typed as their header says.

    string, passage → str; iri → `Iri` (object); integer → Int64; decimal → float64; boolean → boolean; date →
    datetime64[s], the first moment of the day, month or year that was printed, with a column `…_precision` beside it.
    `pages` are addresses of originals by IRI of the release. Raises MissingExtra where pandas is not installed.
    """
    columns: Sequence[Sequence[Value]] = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    data: dict[str, Any] = {}
    for column, values in zip(table.columns, columns, strict=True):
        data |= _typed(column, values, pages or {})
    made: Answer = Answer(data)
    made.attrs = dict[Any, Any]({"notes": table.notes} | attrs)
    return made


def _typed(column: Column, values: Sequence[Value], pages: Mapping[str, str]) -> dict[str, Any]:
    name = column.name
    if column.type == "date":
        dates, precisions = _dates(values)
        return {name: dates, name + PRECISION: precisions}
    if column.type == "day":  # a date that always has a day, as xsd:date
        return {name: _dates(values)[0]}
    if column.type == "iri":
        return {name: pd.Series(_iris(values, pages), dtype=object)}
    if column.type == "integer":
        return {name: pd.array(list(values), dtype="Int64")}  # type: ignore[call-overload]
    if column.type == "decimal":
        return {name: pd.Series(list(values), dtype="float64")}
    if column.type == "boolean":
        return {name: pd.array(list(values), dtype="boolean")}  # type: ignore[call-overload]
    return {name: pd.Series(list(values), dtype="str")}


def _iris(values: Sequence[Value], pages: Mapping[str, str]) -> list[Iri | None]:
    """Each distinct IRI is made once: there are far fewer than rows."""
    made: dict[Value, Iri | None] = {None: None}
    for value in dict.fromkeys(values):
        if value is not None:
            made[value] = Iri(str(value), pages.get(str(value).partition("#")[0]))
    return [made[value] for value in values]


def _dates(values: Sequence[Value]) -> tuple[Any, Any]:
    """Moments and precisions; what is no date ("?") is missing."""
    texts = [value + _REST[len(value)] if isinstance(value, str) and len(value) in _REST else "" for value in values]
    moments = pd.Series(pd.to_datetime(texts, format="ISO8601", errors="coerce")).astype("datetime64[s]")
    exact = [_PRECISIONS.get(len(str(value))) for value in values]
    precisions = pd.Series(exact, dtype=_PRECISION_TYPE).where(moments.notna())
    return moments, precisions


def _html(answer: Answer) -> str:
    most, few = pd.get_option("display.max_rows"), pd.get_option("display.min_rows") or 10
    whole = not most or len(answer) <= most
    shown = pd.DataFrame(answer) if whole else pd.concat([answer.head(few // 2), answer.tail(few // 2)])
    cells = pd.DataFrame({escape(str(name)): _cells(shown, name) for name in shown.columns}, dtype=object)
    cells.index = shown.index.astype(object)
    if not whole:
        gap = pd.DataFrame([["…"] * len(cells.columns)], columns=cells.columns, index=["…"])
        cells = pd.concat([cells.iloc[: few // 2], gap, cells.iloc[few // 2 :]])
    size = f"<p>{len(answer):,} rows × {len(answer.columns)} columns</p>"
    return str(cells.to_html(escape=False, border=0, na_rep="")) + size


def _cells(shown: pd.DataFrame, name: Any) -> list[str]:
    values = shown[name]
    if pd.api.types.is_datetime64_any_dtype(values) and f"{name}{PRECISION}" in shown:
        exact = shown[f"{name}{PRECISION}"]
        pairs = zip(values, exact, strict=True)
        return ["" if pd.isna(day) else _day(day.isoformat()[: _SHOWN.get(p, 10)]) for day, p in pairs]
    return [_cell(value) for value in values]


def _day(text: str) -> str:
    return f'<div style="white-space: nowrap">{text}</div>'


def _cell(value: Any) -> str:
    """Texts are set to the left, long ones with room: notebooks set all cells to the right and squeeze them."""
    if isinstance(value, Iri):
        return f'<div style="text-align: left">{value.link()}</div>'
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return ""
    if not isinstance(value, str):
        return escape(str(value))
    room = "; min-width: 20em" if len(value) > _LONG else ""
    return f'<div style="text-align: left{room}">{escape(value)}</div>'
