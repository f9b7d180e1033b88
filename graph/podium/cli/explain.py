"""`podium explain`: assertion → rule → sentence → release."""

import click

from podium.cli.common import examples, store_option
from podium.explain import explain
from podium.store import open_store

__all__ = ["command"]


@click.command(
    epilog=examples(
        """
podium explain id:person/hubertus-heil
podium explain 'https://w3id.org/podium/id/release/…#contribution-a1'
podium explain id:organisation/jobcenter-koeln --store ./store
"""
    )
)
@click.argument("iri", metavar="IRI")
@click.option(
    "--limit", type=click.IntRange(0), default=50, show_default=True, metavar="N", help="At most so many assertions."
)
@store_option
def command(iri: str, limit: int, store: str | None) -> None:
    """Follow what the graph says back to where it comes from.

    For a contribution, attestation, mention or utterance: the rule that found it, the sentence and the release.
    For a person, organisation, office, event or instrument: the assertions about it, and the rows of the register
    with their sources. IRI in full, or short: id:person/….
    """
    with open_store(store, read_only=True) as opened:
        click.echo(explain(opened, iri, limit).as_text())
