"""`podium forget`: remove releases."""

import click

from podium.cli.common import examples, note, store_option
from podium.inference import forget
from podium.store import open_store
from podium.store.lookup import find_releases

__all__ = ["command"]


@click.command(
    epilog=examples(
        """
podium forget releases/2021/tag-der-jobcenter.txt
podium forget https://example.org/presse/4711 --store ./store
podium forget id:release/tag-der-jobcenter-2021-txt-1a2b3c4d
"""
    )
)
@click.argument("names", nargs=-1, required=True, metavar="RELEASE...")
@store_option
def command(names: tuple[str, ...], store: str | None) -> int:
    """Remove releases and what only they said.

    RELEASE is an IRI, an address, the id of the front matter, or a path. What other releases or the register say
    stays. Exit code 1 if one of several is not in the store, 2 if none is.
    """
    forgotten = missing = 0
    with open_store(store) as opened:
        for name in names:
            found = find_releases(opened, name)
            if not found:
                missing += 1
                note(f"Not in the store: {name}")
            forgotten += forget(opened, found)
            for iri in found:
                note(f"Forgotten: {iri}")
    if not missing:
        return 0
    return 1 if forgotten else 2
