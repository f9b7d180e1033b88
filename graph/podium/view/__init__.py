"""The interactive page: one self-contained HTML file that opens without a network.

`write_page(store, "graph.html")` writes it, `page(store)` returns it, `inline(store)` shows it in a notebook, and
`network(store)` gives the pyvis Network.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from podium.errors import UsageError
from podium.store import Store
from podium.view.candidates import around, most_connected
from podium.view.content import read_content
from podium.view.inline import InlinePage
from podium.view.links import gather
from podium.view.records import Content
from podium.view.relevance import LIMIT, choose, find, first_look, found, things_of

__all__ = ["LIMIT", "InlinePage", "inline", "network", "page", "write_page"]


def page(
    store: Store,
    focus: str | None = None,
    *,
    query: str | None = None,
    parameters: Mapping[str, str] | None = None,
    limit: int = LIMIT,
) -> str:
    """The page as HTML text; the same store gives the same bytes.

    `focus` is a name or an IRI, whose neighbourhood is shown; `query` a question of the library, whose answer is
    (asked with `parameters`); without both, the largest and newest events with who spoke there. The file holds at most
    `limit` things: what is seen first, and around it what can be unfolded. Raises UsageError where nothing is called
    `focus`, or where there is no such query.
    """
    from podium.view.render import render

    return render(_content(store, focus, query, parameters, limit))


def write_page(
    store: Store,
    path: str | os.PathLike[str],
    focus: str | None = None,
    *,
    query: str | None = None,
    parameters: Mapping[str, str] | None = None,
    limit: int = LIMIT,
) -> None:
    """Write `page(…)` to the file `path` in UTF-8: the whole page or, where that fails (UsageError), nothing."""
    html = page(store, focus, query=query, parameters=parameters, limit=limit).encode("utf-8")
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


def inline(
    store: Store,
    focus: str | None = None,
    *,
    query: str | None = None,
    parameters: Mapping[str, str] | None = None,
    limit: int = LIMIT,
    height: int = 640,
) -> InlinePage:
    """`page(…)` for a notebook: as the last value of a cell it is shown there, `height` pixels high, without a file."""
    return InlinePage(page(store, focus, query=query, parameters=parameters, limit=limit), height)


def network(
    store: Store,
    focus: str | None = None,
    *,
    query: str | None = None,
    parameters: Mapping[str, str] | None = None,
    limit: int = LIMIT,
) -> Any:
    """The graph of the page as a directed `pyvis.network.Network`, to go on from there."""
    from podium.view.graph import as_network

    return as_network(_content(store, focus, query, parameters, limit))


def _content(
    store: Store, focus: str | None, query: str | None, parameters: Mapping[str, str] | None, limit: int
) -> Content:
    if query is not None:
        if focus is not None:
            raise UsageError("A page shows what surrounds a focus or what a query finds, not both")
        return _answer(store, query, parameters or {}, limit)
    seeds = [find(store, focus)] if focus else []
    candidates = around(store, seeds) if seeds else most_connected(store, limit)
    lines = gather(store, candidates)
    chosen = choose(lines, seeds, limit)
    return read_content(store, lines, chosen, first_look(lines, chosen, seeds), seeds[0] if seeds else None)


def _answer(store: Store, query: str, parameters: Mapping[str, str], limit: int) -> Content:
    from podium.queries import named

    asked = named(query)
    table = asked.run(store, parameters)
    lines = gather(store, around(store, things_of(table)))
    seeds = found(lines, table)
    if not seeds:
        raise UsageError(f"The query {query} finds nothing that a picture could show: see `podium ask {query}`")
    chosen = choose(lines, seeds, limit)
    question = asked.header.question
    return read_content(store, lines, chosen, first_look(lines, chosen, seeds), None, (question["de"], question["en"]))
