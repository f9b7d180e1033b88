"""Networks as data frames."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from podium.library.iri import Iri

if TYPE_CHECKING:
    import networkx as nx

    from podium.library.frames import Answer

__all__ = ["edges", "frame", "nodes"]

_NODE = ("iri", "label", "kind", "level", "contributions")
_EDGE = ("source", "target", "weight", "first", "last", "events", "evidence", "source_iri", "target_iri")


def nodes(network: "nx.Graph[str]") -> "Answer":
    """The nodes of a network, one a row, in the order of their IRIs: `iri`, and their attributes as columns.

    >>> import podium
    >>> network = graph.network("persons-events", since=2021, until=2021)
    >>> podium.network.nodes(network).groupby("kind").size().index.to_list()
    ['event', 'person']
    """
    return frame([{"iri": Iri(node), **network.nodes[node]} for node in sorted(network)], _NODE)


def edges(network: "nx.Graph[str]") -> "Answer":
    """The edges of a network, one a row: names at both ends, the edge's attributes, the IRIs.

    >>> import podium
    >>> network = graph.network("persons-events", since=2021, until=2021)
    >>> bool(podium.network.edges(network)["weight"].min() >= 1)
    True
    """
    rows = []
    for one, other in sorted((min(edge), max(edge)) for edge in network.edges):
        names = {"source": _label(network, one), "target": _label(network, other)}
        rows.append({**names, **network.edges[one, other], "source_iri": Iri(one), "target_iri": Iri(other)})
    return frame(rows, _EDGE)


def frame(rows: Sequence[Mapping[str, Any]], columns: Iterable[str], **attrs: Any) -> "Answer":
    """Rows as a data frame with these columns and, behind them, whatever else the rows have.

    Raises MissingExtra without pandas.
    """
    from podium.library.frames import Answer

    names = dict.fromkeys([*columns, *(name for row in rows for name in row)])
    made: Answer = Answer({name: [row.get(name) for row in rows] for name in names})
    made.attrs = dict[Any, Any](attrs)
    return made


def _label(network: "nx.Graph[str]", node: str) -> str:
    return str(network.nodes[node].get("label", node))
