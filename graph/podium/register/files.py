"""Reading the register's CSV files: rows as dictionaries, with the line they stand on."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from podium import resources
from podium.register.model import RegisterError

__all__ = ["Row", "folder", "rows", "several"]


class Row(dict[str, str]):
    """Cells by column name; `where` is "file.csv:line"."""

    where: str = ""

    def get_or_none(self, column: str) -> str | None:
        """The cell, or None where it is empty."""
        return self[column] or None


def folder() -> Path:
    """Folder of the register's files."""
    return resources.ontology() / "register"


def rows(name: str, needed: tuple[str, ...] = ()) -> Iterator[Row]:
    """Rows of a file of the register; raises RegisterError where file, column or cell is missing.

    `needed` are the columns that must not be empty.
    """
    path = folder() / name
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(f"{path}: the register cannot be read ({error})") from error
    reader = csv.reader(io.StringIO(text))
    header = next(reader, [])
    for cells in reader:
        row = Row(zip(header, cells, strict=False))
        row.where = f"{name}:{reader.line_num}"
        if len(cells) != len(header):
            raise RegisterError(f"{row.where}: {len(cells)} cells, the header has {len(header)}")
        for column in needed:
            if not row.get(column):
                raise RegisterError(f"{row.where}: {column!r} is empty or missing")
        yield row


def several(cell: str) -> tuple[str, ...]:
    """Values of a cell that holds several, separated by "|"."""
    return tuple(part for part in cell.split("|") if part)
