"""The interactive page: one self-contained HTML file that opens without a network.

`write_page(store, "graph.html")` writes it, `page(store)` returns it, `network(store)` gives the pyvis Network.
"""

import os
from pathlib import Path
from typing import Any

from podium.errors import UsageError
from podium.store import Store
from podium.view.content import read_content
from podium.view.links import gather
from podium.view.records import Content
from podium.view.relevance import LIMIT, choose, find

__all__ = ["network", "page", "write_page"]


def page(store: Store, focus: str | None = None, *, limit: int = LIMIT) -> str:
    """The page as HTML text; the same store gives the same bytes.

    `focus` is a name or an IRI, whose neighbourhood is shown; without it, the most connected and most recent things,
    at most `limit` (300) of them. Raises UsageError where nothing is called `focus`.
    """
    from podium.view.render import render

    return render(_content(store, focus, limit))


def write_page(store: Store, path: str | os.PathLike[str], focus: str | None = None, *, limit: int = LIMIT) -> None:
    """Write `page(…)` to the file `path` in UTF-8: the whole page or, where that fails (UsageError), nothing."""
    html = page(store, focus, limit=limit).encode("utf-8")
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            beside.write_bytes(html)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror}") from error


def network(store: Store, focus: str | None = None, *, limit: int = LIMIT) -> Any:
    """The graph of the page as a directed `pyvis.network.Network`, to go on from there."""
    from podium.view.graph import as_network

    return as_network(_content(store, focus, limit))


def _content(store: Store, focus: str | None, limit: int) -> Content:
    lines = gather(store)
    thing = find(store, lines, focus) if focus else None
    return read_content(store, lines, choose(lines, thing, limit), thing)
