"""Tables: the answer to a query as plain values, and as text for people (table) and programs (csv, json)."""

import csv
import io
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from rich.cells import cell_len

from podium.errors import UsageError

__all__ = ["FORMATS", "Column", "Table", "Value", "render", "typed"]

Value = str | int | float | bool | None

FORMATS = ("table", "csv", "json")
_GAP = "  "
_NARROWEST = 8  # cells; a column is not squeezed below this
_WORDS: dict[str, dict[bool, str]] = {"de": {True: "ja", False: "nein"}, "en": {True: "yes", False: "no"}}


def typed(text: str, type_: str) -> Value:
    """The lexical form of a literal as a value of a column's type: integer, decimal, boolean, else the text itself."""
    if type_ == "integer":
        return int(text)
    if type_ == "decimal":
        return float(text)
    if type_ == "boolean":
        return text in ("true", "1")
    return text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` for programs, `label` for people (by language), `type` as in the header of a query.

    `place` says where the text table shows it: in the "row", "below" it, or "hidden".
    """

    name: str
    type: str = "string"
    label: Mapping[str, str] = field(default_factory=dict)
    place: str = "row"

    def heading(self, lang: str) -> str:
        """The label in that language, else the name."""
        return self.label.get(lang, self.name)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows in a fixed order; a cell is None where there is nothing.

    `notes` are messages for the person who asked (what a name was taken for), not part of the answer.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[str, ...] = ()

    def records(self) -> list[dict[str, Value]]:
        """One dictionary a row, keyed by column name; `pandas.DataFrame(table.records())` takes it."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Value]:
        """The values of one column; raises UsageError if there is none of that name."""
        for index, column in enumerate(self.columns):
            if column.name == name:
                return [row[index] for row in self.rows]
        raise UsageError(f"No column {name!r}; there are {', '.join(c.name for c in self.columns)}")


def render(table: Table, format: str, *, width: int | None = None, lang: str = "de") -> str:
    """The table as text that ends with a line break: "table", "csv" (RFC 4180) or "json" (values typed).

    `width` is the number of cells of the terminal, into which "table" is wrapped; None: nothing is wrapped or cut.
    Raises UsageError for any other format.
    """
    if format == "table":
        return _as_text(table, width, lang)
    if format == "csv":
        return _as_csv(table)
    if format == "json":
        return json.dumps(table.records(), ensure_ascii=False, indent=2) + "\n"
    raise UsageError(f"Unknown format {format!r}: use {', '.join(FORMATS)}")


def _as_csv(table: Table) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[_plain(value) for value in row] for row in table.rows])
    return out.getvalue()


def _plain(value: Value) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _as_text(table: Table, width: int | None, lang: str) -> str:
    inside = [i for i, column in enumerate(table.columns) if column.place == "row"]
    below = [i for i, column in enumerate(table.columns) if column.place == "below"]
    heads = [table.columns[i].heading(lang) for i in inside]
    cells = [[_shown(row[i], lang) for i in inside] for row in table.rows]
    widths = _widths([heads, *cells], width)
    right = [table.columns[i].type in ("integer", "decimal") for i in inside]
    lines = [*_lines(heads, widths, right), _GAP.join("─" * w for w in widths)]
    for row, shown in zip(table.rows, cells, strict=True):
        lines += _lines(shown, widths, right)
        lines += _evidence(table.columns, [(i, row[i]) for i in below], width, lang)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _evidence(
    columns: Sequence[Column], values: Sequence[tuple[int, Value]], width: int | None, lang: str
) -> list[str]:
    """Lines below a row: each passage on its own, then each source with its IRI; nothing twice."""
    lines: list[str] = []
    passages: list[str] = []
    words: list[str] = []
    for index, value in values:
        if value is None or value == "":
            continue
        column, text = columns[index], _shown(value, lang)
        if column.type == "passage":
            if text not in passages:
                passages.append(text)
                lines += _wrapped(f"„{text}“", width, "  → ", "    ")
            continue
        if column.type != "iri":
            words.append(text)
            continue
        # An IRI ends what is said about one source, and is never broken: people click and copy it.
        said = " ".join(words)
        if width and cell_len(f"    {said} <{text}>") > width:
            lines += [*(_wrapped(said, width, "    ", "    ") if said else ()), f"    <{text}>"]
        else:
            lines.append(f"    {said} <{text}>" if said else f"    <{text}>")
        words = []
    return lines + (_wrapped(" ".join(words), width, "    ", "    ") if words else [])


def _wrapped(text: str, width: int | None, first: str, later: str) -> list[str]:
    room = max(width - len(first), _NARROWEST) if width else None
    parts = _wrap(text, room)
    return [(later if number else first) + part for number, part in enumerate(parts)]


def _shown(value: Value, lang: str) -> str:
    """A value in one line for people; control characters, which could steer a terminal, become visible."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _WORDS.get(lang, _WORDS["en"])[value]
    text = " ".join(str(value).split())
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf") or c in "\u200d\u00ad" else "\ufffd" for c in text)


def _widths(rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """Cells for each column: what its longest value needs, and the widest give way where that is too much."""
    widths = [max(map(cell_len, column), default=0) for column in zip(*rows, strict=True)]
    if width is None:
        return widths
    room = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _NARROWEST:
        widest = widths.index(max(widths))
        second = max((w for w in widths if w < widths[widest]), default=_NARROWEST)
        excess = sum(widths) - room
        widths[widest] = max(_NARROWEST, second if second >= widths[widest] - excess else widths[widest] - excess)
        if widths[widest] == second and second <= _NARROWEST:
            widths[widest] = _NARROWEST
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        _GAP.join(_padded(part, w, r) for part, w, r in zip(parts, widths, right, strict=True))
        for parts in zip_longest(*wrapped, fillvalue="")
    ]


def _padded(text: str, width: int, right: bool) -> str:
    space = " " * (width - cell_len(text))
    return space + text if right else text + space


def _wrap(text: str, width: int | None) -> list[str]:
    """`text` in lines of at most `width` cells, broken at spaces; a longer word is broken anywhere."""
    if width is None or cell_len(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split(" "):
        while cell_len(word) > width:
            head = _fitting(word, width - cell_len(line) - 1 if line else width)
            lines.append(f"{line} {head}".strip())
            line, word = "", word[len(head) :]
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
        else:
            lines.append(line)
            line = word
    return [*lines, line] if line else lines


def _fitting(word: str, width: int) -> str:
    """The longest beginning of `word` in at most `width` cells, with the combining characters that follow."""
    end = 0
    while end < len(word) and cell_len(word[: end + 1]) <= width:
        end += 1
    return word[:end]


def as_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    """A table of texts, for answers whose columns no header describes."""
    return Table(tuple(Column(name) for name in names), tuple(tuple(row) for row in rows))
