"""`podium export`: the graph for other tools."""

import sys
from pathlib import Path

import click

from podium.cli.common import examples, note, store_option, write_atomically
from podium.export import FORMATS, export
from podium.store import open_store

__all__ = ["command"]


@click.command(
    epilog=examples(
        """
podium export --format nq > graph.nq
podium export --format csv --out contributions.csv
podium export --format graphml --out network.graphml --store ./store
"""
    )
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="What to write.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="File to write; default is stdout."
)
@store_option
def command(form: str, out: Path | None, store: str | None) -> None:
    """Write the graph for other tools.

    nq, ttl, jsonld: everything, as RDF. graphml, gexf: people, organisations, events and instruments, and what
    connects them. csv: one row an utterance, with speaker, role, event, sentence and release. The same store
    always gives the same bytes; a file is there in full or not at all.
    """
    with open_store(store, read_only=True) as opened:
        data = export(opened, form)
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(out, data)
        note(f"Wrote {out} ({len(data):,} bytes)")
