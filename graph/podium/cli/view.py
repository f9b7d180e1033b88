"""`podium view`: write the interactive page."""

from pathlib import Path

import click

from podium.cli.common import examples, note, store_option

__all__ = ["command"]

_EXAMPLES = """
podium view
podium view --focus "Tag der Jobcenter 2021" --out tag.html
podium view --store http://localhost:7878/query --out graph.html
"""


@click.command("view", epilog=examples(_EXAMPLES))
@store_option
@click.option("--focus", metavar="NAME", help="Show what surrounds this person, organisation, event or instrument.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("graph.html"),
    show_default=True,
    metavar="FILE",
    help="Where the page goes; - is standard output.",
)
@click.option("--limit", type=click.IntRange(2, 5000), default=300, show_default=True, help="How many things at most.")
def command(store: str | None, focus: str | None, out: Path, limit: int) -> None:
    """Write the interactive page: one self-contained HTML file that opens without a network.

    Without --focus it shows the most connected and most recent things. Every line in it leads to a sentence of a
    release, or to a row of the register with its source.
    """
    from podium.store import open_store
    from podium.view import page, write_page

    with open_store(store, read_only=True) as opened:
        if str(out) == "-":
            click.echo(page(opened, focus, limit=limit), nl=False)
            return
        write_page(opened, out, focus, limit=limit)
    note(f"{out} written ({out.stat().st_size / 1000:.0f} kB). Open it in any browser; it needs no network.")
