"""What several commands share: the options for store and input, tables, lines on stderr."""

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import click

__all__ = [
    "confidence_option",
    "encoding_option",
    "examples",
    "max_bytes_option",
    "note",
    "one_line",
    "store_option",
    "terminal_width",
]

_Command = TypeVar("_Command", bound=Callable[..., Any])
_WIDTH_OF_A_FILE = 140  # columns where the output is no terminal


def examples(text: str) -> str:
    """The examples below a command's help, kept as they are written."""
    return "\b\nExamples:\n" + "\n".join("  " + line for line in text.strip().splitlines())


def store_option(command: _Command) -> _Command:
    """`--store S`, passed as `store: str | None`."""
    return click.option(
        "--store",
        "store",
        metavar="S",
        help="Folder or http(s) SPARQL endpoint; default $PODIUM_STORE, else podium-store.",
    )(command)


def confidence_option(command: _Command) -> _Command:
    """`--min-confidence X`, passed as `min_confidence: float`."""
    return click.option(
        "--min-confidence",
        type=click.FloatRange(0.0, 1.0),
        default=0.0,
        metavar="X",
        help="Leave out contributions of less confidence (0 to 1).",
    )(command)


def encoding_option(command: _Command) -> _Command:
    """`--encoding NAME`, passed as `encoding: str | None`."""
    return click.option(
        "--encoding", metavar="NAME", help="Encoding of text files, if not UTF-8 (windows-1252, utf-16, …)."
    )(command)


def max_bytes_option(command: _Command) -> _Command:
    """`--max-megabytes N`, passed as `max_bytes: int`."""
    return click.option(
        "--max-megabytes",
        "max_bytes",
        type=click.FloatRange(min=0, min_open=True),
        default=10.0,
        metavar="N",
        show_default=True,
        help="Reject what is larger.",
        callback=lambda _context, _option, value: int(value * 1_000_000),
    )(command)


def note(message: str) -> None:
    """A line for the user, on stderr."""
    print(message, file=sys.stderr)


def terminal_width() -> int:
    """Columns for tables: the terminal's, else a width that suits files and pipes."""
    if sys.stdout.isatty():
        with suppress(OSError):
            return os.get_terminal_size(sys.stdout.fileno()).columns
    return _WIDTH_OF_A_FILE


def one_line(text: str, longest: int | None = None) -> str:
    """Text for a line of a terminal: white space joined, soft hyphens and controls out, cut with "…"."""
    line = re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text.replace("\u00ad", "")).strip()
    return line if longest is None or len(line) <= longest else line[: longest - 1].rstrip() + "…"
