"""Measures of shortest paths, by igraph in C: networkx takes minutes where a field has thousands of persons.

The figures are those of networkx's functions of these names, to which a test holds them. Nodes are 0 … n-1. `first` is
None or, in a network of two sorts, how many nodes are of the first sort; they come first. Then figures are shares of
what a node of its sort can have at best (Borgatti and Everett, "Network analysis of 2-mode data", 1997).
"""

from collections.abc import Sequence

import igraph
import networkx as nx

__all__ = ["between", "betweenness", "closeness", "degree"]


def degree(plain: "nx.Graph[int]", first: int | None = None) -> list[float]:
    """Neighbours, as a share of those that a node can have."""
    sizes = _sizes(len(plain), first)
    most = [len(plain) - 1 if first is None else other for _, other in sizes]
    return [plain.degree(node) / limit if limit else 0.0 for node, limit in enumerate(most)]


def betweenness(plain: "nx.Graph[int]", first: int | None = None) -> list[float]:
    """Share of the shortest paths between two others that lead over each node."""
    count = len(plain)
    most = [(count - 1) * (count - 2) / 2 if first is None else _most(*size) for size in _sizes(count, first)]
    raw = _graph(plain).betweenness(directed=False)
    return [value / limit if limit > 0 else 0.0 for value, limit in zip(raw, most, strict=True)]


def closeness(plain: "nx.Graph[int]", first: int | None = None) -> list[float]:
    """How near each node is to all that it reaches, scaled by how much that is (Wasserman and Faust 1994)."""
    graph, count = _graph(plain), len(plain)
    reached = [0] * count
    for part in graph.connected_components():
        for node in part:
            reached[node] = len(part) - 1
    near = graph.closeness(mode="all", normalized=True)  # reached / sum of distances
    # The sum of distances at best: others of one's own sort are never nearer than two steps.
    best = [
        reached[n] if first is None else other + 2 * (own - 1) for n, (own, other) in enumerate(_sizes(count, first))
    ]
    return [near[n] * best[n] / (count - 1) if reached[n] else 0.0 for n in range(count)]


def between(plain: "nx.Graph[int]", ones: Sequence[int], others: Sequence[int]) -> list[float]:
    """Number of pairs of one and other between which shortest paths lead over each node, shares of paths added up."""
    if not ones or not others:
        return [0.0] * len(plain)
    found = _graph(plain).betweenness(directed=False, sources=list(ones), targets=list(others))
    return [2 * value for value in found]  # undirected pairs count half there


def _graph(plain: "nx.Graph[int]") -> igraph.Graph:
    return igraph.Graph(n=len(plain), edges=sorted(plain.edges))


def _sizes(count: int, first: int | None) -> list[tuple[int, int]]:
    """How many nodes are of each node's own sort and of the other."""
    top = count if first is None else first
    return [(top, count - top)] * top + [(count - top, top)] * (count - top)


def _most(own: int, other: int) -> float:
    """The most betweenness of a node: `own` nodes are of its sort, `other` of the other one."""
    if not other:
        return 0.0
    share, rest = divmod(own - 1, other)
    whole = other**2 * (share + 1) ** 2 + other * (share + 1) * (2 * rest - share - 1)
    return (whole - rest * (2 * share - rest + 3)) / 2
