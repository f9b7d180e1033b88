"""`podium demo`: the whole path on the bundled releases."""

import shutil
import sys
from pathlib import Path

import click

from podium import resources
from podium.cli.common import examples, note, terminal_width
from podium.cli.ingest import progress_bar, report
from podium.errors import StoreError, UsageError
from podium.ingest import ingest
from podium.store import Store, open_store

__all__ = ["command"]

_QUERY = "speakers"


@click.command(epilog=examples("podium demo\npodium demo --out /tmp/podium"))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("podium-demo"),
    metavar="DIR",
    show_default=True,
    help="Folder for the store and the page.",
)
def command(out: Path) -> int:
    """Ingest the bundled releases, show who spoke where in what role, write DIR/graph.html.

    The releases are retold from public facts about real events, each with a link to its original.
    """
    from podium.view import write_page

    folder = resources.examples()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out} cannot be made: {error.strerror}") from error
    location = out / "store"
    with open_store(location, create=True) as store, progress_bar(sum(1 for _ in folder.iterdir())) as progress:
        summary = ingest([str(folder)], store, progress=progress)
    report(summary, str(location))
    if not summary.taken:
        raise StoreError(f"The bundled releases are missing: {folder}")
    with open_store(location, read_only=True) as store:
        _print_speakers(store)
        page = out / "graph.html"
        write_page(store, page)
    note(f"\nThe page: open {page} in a browser; it needs no network.\nNext, for example:")
    for line in (
        f"{_podium()} ask --store {location}    (lists the questions)",
        f"{_podium()} explain id:person/hubertus-heil --store {location}",
        f"{_podium()} ingest your-releases/ --store {location}",
    ):
        note(f"  {line}")
    return summary.exit_code


def _podium() -> str:
    """The command as it can be typed here: outside of an active environment with its path."""
    if shutil.which("podium"):
        return "podium"
    return "python -m podium" if Path(sys.argv[0]).name == "__main__.py" else sys.argv[0]


def _print_speakers(store: Store) -> None:
    from podium.queries import library
    from podium.tables import render

    click.echo(render(library()[_QUERY].run(store, {}), "table", width=terminal_width()), nl=False)
