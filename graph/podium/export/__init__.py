"""The graph for other tools: N-Quads, Turtle, JSON-LD, GraphML, GEXF, CSV; equal stores give equal bytes."""

from collections.abc import Callable

from podium.export.network import gexf, graphml
from podium.export.rdf import jsonld, nquads, ttl, turtle
from podium.export.table import contributions_csv
from podium.store import Store

__all__ = ["FORMATS", "export", "turtle"]

FORMATS: dict[str, Callable[[Store], bytes]] = {
    "nq": nquads,
    "ttl": ttl,
    "jsonld": jsonld,
    "graphml": graphml,
    "gexf": gexf,
    "csv": contributions_csv,
}


def export(store: Store, form: str) -> bytes:
    """The store in one of `FORMATS`, in UTF-8. The whole of it is held in memory while it is sorted.

    `nq`, `ttl` and `jsonld` have everything (`ttl` without the names of the graphs); `graphml` and `gexf` have
    people, organisations, events and instruments with what connects them; `csv` has one row an utterance.
    """
    return FORMATS[form](store)
