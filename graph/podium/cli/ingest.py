"""`podium ingest`: read releases into the store."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from podium.cli.common import confidence_option, encoding_option, examples, max_bytes_option, note, store_option
from podium.ingest import Outcome, Summary, ingest
from podium.sources import count_documents
from podium.store import default_location, open_store

__all__ = ["command", "progress_bar", "report"]


@click.command(
    epilog=examples(
        """
podium ingest releases/
podium ingest 'archive/**/*.md' feed.xml --store ./store --workers 2
podium ingest https://example.org/presse/rss
podium ingest releases.zip --min-confidence 0.5
cat release.txt | podium ingest -
"""
    )
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@store_option
@click.option(
    "--workers", type=click.IntRange(1), default=1, metavar="N", help="Processes that read.", show_default=True
)
@click.option("--all-persons", is_flag=True, help="Also write persons who neither speak nor hold an office.")
@confidence_option
@encoding_option
@max_bytes_option
def command(
    sources: tuple[str, ...],
    store: str | None,
    workers: int,
    all_persons: bool,
    min_confidence: float,
    encoding: str | None,
    max_bytes: int,
) -> int:
    """Read releases into the store: files, folders, globs, archives, web pages, feeds, '-' for standard input.

    A release that is in the store already is left alone if nothing changed, and replaced as a whole if its text,
    the rules or the register did. What cannot be read is named with its reason, and the rest goes in.
    """
    total = count_documents(sources) if sys.stderr.isatty() else None
    with open_store(store, create=True) as opened, progress_bar(total) as progress:
        summary = ingest(
            sources,
            opened,
            workers=workers,
            all_persons=all_persons,
            min_confidence=min_confidence,
            encoding=encoding,
            max_bytes=max_bytes,
            progress=progress,
        )
    report(summary, store or default_location())
    return summary.exit_code


@contextmanager
def progress_bar(total: int | None = None) -> Iterator[Callable[[str, Outcome], None]]:
    """A bar on stderr while it is a terminal, else nothing; the value counts one release."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    bar = Progress(*columns, console=Console(file=sys.stderr), transient=True, disable=not sys.stderr.isatty())
    counts: Counter[str] = Counter()
    with bar:
        task = bar.add_task("Reading releases", total=total)

        def advance(source: str, outcome: Outcome) -> None:
            counts[outcome] += 1
            described = ", ".join(f"{count} {name}" for name, count in counts.items())
            bar.update(task, advance=1, description=described)

        yield advance


def report(summary: Summary, store: str) -> None:
    """What was not taken, a line each, then the counts."""
    for skipped in summary.skipped:
        note(str(skipped))
    for rejection in summary.rejected:
        note(f"Rejected: {rejection}")
    if not summary.taken and not summary.rejected:
        note("Nothing to ingest: no release was found there")
    note(
        f"{summary.new} new, {summary.unchanged} unchanged, {summary.replaced} replaced, "
        f"{len(summary.rejected)} rejected (store: {store})"
    )
