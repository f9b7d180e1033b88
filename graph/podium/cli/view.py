"""`podium view`: write the interactive page."""

from pathlib import Path

import click

from podium.cli.common import examples, note, store_option
from podium.errors import UsageError

__all__ = ["command"]

_EXAMPLES = """
podium view
podium view --focus "Tag der Jobcenter 2021" --out tag.html
podium view --query speakers --param "event=Tag der Jobcenter" --param since=2021 --out tage.html
podium view --store http://localhost:7878/query --out graph.html
"""


@click.command("view", epilog=examples(_EXAMPLES))
@store_option
@click.option("--focus", metavar="NAME", help="Show what surrounds this person, organisation, event or instrument.")
@click.option("--query", metavar="NAME", help="Show what a query of the library finds; `podium ask` lists them.")
@click.option("--param", "params", metavar="NAME=VALUE", multiple=True, help="A parameter of that query, repeatable.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("graph.html"),
    show_default=True,
    metavar="FILE",
    help="Where the page goes; - is standard output.",
)
@click.option(
    "--limit",
    type=click.IntRange(2, 5000),
    default=500,
    show_default=True,
    help="How many things the file holds at most.",
)
def command(
    store: str | None, focus: str | None, query: str | None, params: tuple[str, ...], out: Path, limit: int
) -> None:
    """Write the interactive page: one self-contained HTML file that opens without a network.

    Without --focus or --query it opens with the largest and newest events and who spoke there; what is around them is
    folded and unfolds on a click. Every line in it leads to a sentence of a release, or to a row of the register with
    its source.
    """
    from podium.store import open_store
    from podium.view import page, write_page

    parameters = _parameters(params)
    if parameters and query is None:
        raise UsageError("--param goes with --query")
    with open_store(store, read_only=True) as opened:
        if str(out) == "-":
            click.echo(page(opened, focus, query=query, parameters=parameters, limit=limit), nl=False)
            return
        write_page(opened, out, focus, query=query, parameters=parameters, limit=limit)
    note(f"{out} written ({out.stat().st_size / 1000:.0f} kB). Open it in any browser; it needs no network.")


def _parameters(params: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or not name:
            raise UsageError(f"--param {param!r}: write it as NAME=VALUE")
        found[name] = value
    return found
