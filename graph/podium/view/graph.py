"""The content as a pyvis Network, for the page and for everybody who knows pyvis."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from podium.view.records import Content

__all__ = ["as_network", "kinds"]

_LABEL = 60  # letters of a name in a picture; the page's panel has the whole name


@cache
def kinds() -> dict[str, dict[str, str]]:
    """How each kind of node looks: shape, outline, sign and colours, from kinds.yaml."""
    found: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("kinds.yaml").read_text("utf-8"))
    return found


def as_network(content: Content) -> Any:
    """A directed `pyvis.network.Network` with the page's nodes (ids are IRIs), places and parallel edges.

    Nodes carry `kind` and `carrier`; edges `kind`, `text`, `records` (indexes into the acts, offices or facts) and
    `bend`. Physics is off: the places are computed. No node or edge has a `title`, which pyvis would write as HTML.
    """
    from pyvis.network import Network  # imports IPython, which takes half a second

    # Undirected, pyvis would drop parallel edges.
    network = Network(directed=True, cdn_resources="in_line", height="750px", width="100%")
    network.toggle_physics(False)
    looks = kinds()
    for node in content.nodes:
        network.add_node(
            node.iri,
            label=node.label if len(node.label) <= _LABEL else node.label[: _LABEL - 1] + "…",
            shape=looks[node.kind]["shape"],
            color=looks[node.kind]["light"],
            x=node.x,
            y=node.y,
            size=14,
            kind=node.kind,
            carrier=node.carrier,
            physics=False,
        )
    for edge in content.edges:
        network.add_edge(
            content.nodes[edge.source].iri,
            content.nodes[edge.target].iri,
            kind=edge.kind,
            text=edge.label,
            records=list(edge.records),
            bend=edge.bend,
            smooth={"enabled": edge.bend != 0, "type": "curvedCW", "roundness": edge.bend},
        )
    return network
