"""`podium read`: what each release says."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import click
import pyoxigraph as ox

from podium.cli.common import (
    confidence_option,
    encoding_option,
    examples,
    max_bytes_option,
    note,
    one_line,
    terminal_width,
)
from podium.errors import PodiumError
from podium.library.reading import contributions
from podium.reading.model import Reading
from podium.register import Register
from podium.release import Release
from podium.sources import Rejection, releases
from podium.tables import Table, render

__all__ = ["command"]

_LONGEST = 200  # characters of a sentence


@click.command(
    epilog=examples(
        """
podium read release.txt
podium read releases/ --format jsonl > readings.jsonl
podium read release.md --format turtle --min-confidence 0.5
podium read release.txt --pipeline de_core_news_sm
"""
    )
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "turtle"]),
    default="table",
    show_default=True,
    help="Table for people, JSON Lines (one release a line) or Turtle for programs.",
)
@click.option("--all-persons", is_flag=True, help="Turtle: also persons who neither speak nor hold an office.")
@confidence_option
@click.option("--pipeline", metavar="NAME", help="Put an installed spaCy pipeline in front (tagger, parser, NER).")
@encoding_option
@max_bytes_option
def command(
    paths: tuple[str, ...],
    form: str,
    all_persons: bool,
    min_confidence: float,
    pipeline: str | None,
    encoding: str | None,
    max_bytes: int,
) -> int:
    """Show what each release says: who speaks, in what role, where; changes nothing.

    PATH is whatever `podium ingest` takes.
    """
    from podium.reading import read
    from podium.register import load

    register = load()
    reader = partial(read, pipeline=pipeline)
    done, rejected = 0, []
    for found in releases(paths, encoding=encoding, max_bytes=max_bytes):
        result = _attempt(found, reader, register) if isinstance(found, Release) else found
        if isinstance(result, Reading):
            done += 1
            _print(_confident(result, min_confidence), form, all_persons, first=done == 1)
        elif isinstance(result, Rejection):
            rejected.append(result)
            note(f"Rejected: {result}")
        else:
            note(str(result))
    if not done and all(rejection.missing for rejection in rejected):
        if not rejected:
            note("Nothing to read: no release was found there")
        return 2
    return 1 if rejected else 0


def _attempt(release: Release, read: Callable[[Release, Register], Reading], register: Register) -> Reading | Rejection:
    """One release that trips a rule must not keep the others from being read."""
    try:
        return read(release, register)
    except (PodiumError, ImportError):  # what is missing for one release is missing for all
        raise
    except Exception as error:
        if os.environ.get("PODIUM_DEBUG"):
            raise
        return Rejection(
            release.source, f"could not be read: {type(error).__name__}: {error} (a fault in Podium's rules)"
        )


def _print(reading: Reading, form: str, all_persons: bool, first: bool) -> None:
    if form == "jsonl":
        click.echo(json.dumps(reading.as_dict(), ensure_ascii=False))
    elif form == "turtle":
        _print_turtle(reading, all_persons)
    else:
        _print_reading(reading, first)


def _confident(reading: Reading, min_confidence: float) -> Reading:
    return replace(reading, contributions=tuple(c for c in reading.contributions if c.confidence >= min_confidence))


def _print_reading(reading: Reading, first: bool) -> None:
    release = reading.release
    about = " · ".join(part for part in (release.publisher, release.published, release.source) if part)
    click.echo(("" if first else "\n") + (release.title or "(without a title)") + "\n" + about)
    if reading.contributions:
        click.echo(render(_table(reading), "table", width=terminal_width(), lang="en"), nl=False)
    else:
        click.echo("Nobody speaks here.")
    for problem in reading.problems:
        where = f" (characters {problem.where[0]}–{problem.where[1]})" if problem.where else ""
        click.echo(f"Problem: {problem.what}{where}")


def _table(reading: Reading) -> Table:
    """The contributions for a terminal: sentences in one line, what was only announced marked as such."""
    table = contributions(reading)
    place = {column.name: index for index, column in enumerate(table.columns)}
    rows = []
    for row in table.rows:
        cells = list(row)
        cells[place["sentence"]] = one_line(str(row[place["sentence"]]), _LONGEST)
        cells[place["speaker"]] = one_line(str(row[place["speaker"]] or ""))
        if row[place["announced"]]:
            cells[place["act"]] = f"{row[place['act']]} (announced)"
        rows.append(tuple(cells))
    columns = tuple(replace(c, place="hidden") if c.name == "announced" else c for c in table.columns)
    return Table(columns, tuple(rows))


def _print_turtle(reading: Reading, all_persons: bool) -> None:
    from podium.export import turtle
    from podium.register import load
    from podium.triples.reading import reading_quads

    quads: list[ox.Quad] = reading_quads(reading, load(), all_persons=all_persons)
    click.echo(turtle(quad.triple for quad in quads))
