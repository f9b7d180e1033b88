"""The graph for other tools: N-Quads, Turtle, JSON-LD, GraphML, GEXF, CSV; equal stores give equal bytes."""

from collections.abc import Callable

from podium.errors import UsageError
from podium.export.network import gexf, graphml
from podium.export.rdf import jsonld, nquads, ttl, turtle
from podium.export.table import contributions_csv
from podium.network.files import as_gexf, as_graphml, cleaned
from podium.store import Store

__all__ = ["FORMATS", "export", "export_network", "turtle"]

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


def export_network(store: Store, form: str, kind: str, since: str | None = None, until: str | None = None) -> bytes:
    """One network of `podium.network.KINDS` as "graphml" or "gexf", in UTF-8; dates are ISO dates or years, included.

    Raises UsageError for another format, another kind, or what is no date.
    """
    from podium.network.kinds import build

    writers = {"graphml": as_graphml, "gexf": as_gexf}
    if form not in writers:
        raise UsageError(f"A network is written as {' or '.join(writers)}, not as {form}")
    return writers[form](cleaned(build(store, kind, since=since, until=until)))
