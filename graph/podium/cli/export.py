"""`podium export`: the graph for other tools."""

import sys
from pathlib import Path

import click

from podium.cli.common import examples, note, store_option
from podium.errors import UsageError
from podium.export import FORMATS, export, export_network
from podium.network import KINDS
from podium.store import open_store
from podium.writing import write_atomically

__all__ = ["command"]


@click.command(
    epilog=examples(
        """
podium export --format nq > graph.nq
podium export --format csv --out contributions.csv
podium export --format graphml --out everything.graphml --store ./store
podium export --format gexf --network persons --since 2021 --until 2024 --out persons.gexf
"""
    )
)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), required=True, help="What to write.")
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="File to write; default is stdout."
)
@click.option(
    "--network", type=click.Choice(list(KINDS)), help="graphml, gexf: one network, with weights, dates and evidence."
)
@click.option(
    "--since", metavar="DATE", help="With --network: from this day, month or year (2021-04-28, 2021-04, 2021)."
)
@click.option("--until", metavar="DATE", help="With --network: up to this day, month or year, included.")
@store_option
def command(
    form: str, out: Path | None, network: str | None, since: str | None, until: str | None, store: str | None
) -> None:
    """Write the graph for other tools.

    nq, ttl, jsonld: everything, as RDF. graphml, gexf: people, organisations, events and instruments, and what
    connects them; with --network those of one kind, joined by events, roles or topics. csv: one row an utterance, with
    speaker, role, event, sentence and release. The same store always gives the same bytes; a file is there in full or
    not at all.
    """
    if network is None and (since or until):
        raise UsageError("--since and --until go with --network")
    with open_store(store, read_only=True) as opened:
        data = export(opened, form) if network is None else export_network(opened, form, network, since, until)
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(out, data)
        note(f"Wrote {out} ({len(data):,} bytes)")
