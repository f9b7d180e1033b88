"""Measures of a network: who is central, which groups there are, who joins the levels of the state.

Each gives a data frame and says what it means, and what it does not, in its docstring and in `attrs["meaning"]`. The
same network gives the same figures in the same order: nodes are numbered by their IRIs before anything is counted.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from podium.errors import UsageError
from podium.library.iri import Iri
from podium.network.frames import frame

if TYPE_CHECKING:
    import networkx as nx

    from podium.library.frames import Answer

__all__ = ["bridges", "centralities", "communities"]

_NODE = ("iri", "name", "kind", "level")
_CENTRAL = (*_NODE, "neighbours", "strength", "degree", "betweenness", "closeness")
_COMMUNITY = ("community", "size", *_NODE, "inside")


def centralities(network: "nx.Graph[str]") -> "Answer":
    """How central each node is: one row a node, the best connected first.

    - `neighbours`: with how many others it is joined; `degree`: as a share of those it could be joined with (0 to 1).
      Few neighbours with many shared events are not seen here, but in `strength`, the sum of the edges' weights.
    - `betweenness`: share of shortest paths between two others that lead over it (0 to 1; weights do not count). High:
      it joins what would else be far apart. It says nothing about whether anything is passed on.
    - `closeness`: how near it is to all that it can reach, scaled by how much that is (Wasserman and Faust), so that
      small islands do not look central. Only where a path exists is there a distance.

    In a network of two sorts of nodes (persons and events) shares are of the other sort, as in Borgatti and Everett,
    "Network analysis of 2-mode data" (1997). None of this is importance: who is in more releases is more central.

    >>> import networkx as nx
    >>> from podium.network import centralities
    >>> star = nx.Graph([("a", "b"), ("a", "c"), ("a", "d")])
    >>> centralities(star)[["iri", "neighbours", "degree", "betweenness"]].to_dict("records")[0]
    {'iri': 'a', 'neighbours': 3, 'degree': 1.0, 'betweenness': 1.0}
    """
    from podium.network.paths import betweenness, closeness, degree

    plain, names = _numbered(network)
    first = _first_sort(network, names)
    degrees, betweennesses, closenesses = (measure(plain, first) for measure in (degree, betweenness, closeness))
    rows = [
        {
            **_about(network, node),
            "neighbours": plain.degree(number),
            "strength": sum(_weight(network, node, other) for other in network[node]),
            "degree": round(degrees[number], 6),
            "betweenness": round(betweennesses[number], 6),
            "closeness": round(closenesses[number], 6),
        }
        for number, node in enumerate(names)
    ]
    rows.sort(key=lambda row: (-row["degree"], -row["strength"], -row["betweenness"], row["iri"]))
    return frame(rows, _CENTRAL, meaning="Central is who is reported together with many; not who has influence.")


def communities(network: "nx.Graph[str]", *, resolution: float = 1.0) -> "Answer":
    """Groups with more edges inside than chance would give (Louvain, seed 0): one row a node, the largest group first.

    `community` counts from 1, `size` is its number of nodes, `inside` the share of the node's weight that stays in its
    group. `attrs["modularity"]` (-0.5 to 1) says how clear the groups are: below about 0.3 there are hardly any. A
    higher `resolution` gives smaller groups. Nobody has to know that he belongs to one; of events with many speakers
    each makes a group by itself.

    >>> import networkx as nx
    >>> from podium.network import communities
    >>> two = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "x"), ("x", "y"), ("y", "z"), ("x", "z")])
    >>> [(row.iri, row.community) for row in communities(two).itertuples()]
    [('a', 1), ('b', 1), ('c', 1), ('x', 2), ('y', 2), ('z', 2)]
    """
    import networkx as nx

    plain, names = _numbered(network)
    groups: list[set[int]] = []
    modularity = 0.0
    if plain.number_of_edges():
        groups = list(nx.community.louvain_communities(plain, weight="weight", resolution=resolution, seed=0))
        modularity = nx.community.modularity(plain, groups, weight="weight", resolution=resolution)
    groups.sort(key=lambda group: (-len(group), min(group)))
    rows = [
        {
            "community": place,
            "size": len(group),
            **_about(network, names[number]),
            "inside": round(_inside(plain, number, group), 6),
        }
        for place, group in enumerate(groups, 1)
        for number in sorted(group)
    ]
    meaning = "Groups of those who are reported together; not parties, alliances or opinions."
    return frame(rows, _COMMUNITY, modularity=round(modularity, 6), meaning=meaning)


def bridges(network: "nx.Graph[str]", one: str = "municipal", other: str = "federal") -> "Answer":
    """Who joins two levels of the state: one row a node that has to do with both, the strongest bridge first.

    - `between`: share of the shortest paths from a node of level `one` to a node of level `other` that lead over it,
      ends not counted (0 to 1; Brandes' betweenness for two sets). High: without it the two would be further apart.
    - `neighbours_one`, `neighbours_other`: with how many of each level it is joined itself.
    - `cut`: whether the network falls apart without it.

    Levels are "federal", "land", "municipal", "joint" (gemeinsame Einrichtung) or "" (none of the state); of a person
    it is that of the organisation for which he or she is reported to speak most. Not a measure of mediation: two people
    at the same event need not have spoken to each other. Raises UsageError where the network has no levels.

    >>> import networkx as nx
    >>> from podium.network import bridges
    >>> chain = nx.Graph([("city", "host"), ("host", "ministry")])
    >>> _ = chain.add_node("city", level="municipal"), chain.add_node("ministry", level="federal")
    >>> bridges(chain)[["iri", "between", "cut"]].to_dict("records")
    [{'iri': 'host', 'between': 1.0, 'cut': True}]
    """
    import networkx as nx

    from podium.network.paths import between

    plain, names = _numbered(network)
    levels = [network.nodes[node].get("level") for node in names]
    if names and not any(levels):
        raise UsageError("No node of this network has a level: take one with persons or organisations")
    ones = [number for number, level in enumerate(levels) if level == one]
    others = [number for number, level in enumerate(levels) if level == other]
    over = between(plain, ones, others)
    pairs = sum(_reached(plain, ones, others))
    cuts = set(nx.articulation_points(plain))
    rows = []
    for number, node in enumerate(names):
        near = [levels[neighbour] for neighbour in plain[number]]
        if over[number] or (one in near and other in near):
            rows.append(
                {
                    **_about(network, node),
                    "between": round(over[number] / pairs, 6) if pairs else 0.0,
                    f"neighbours_{one}": near.count(one),
                    f"neighbours_{other}": near.count(other),
                    "cut": number in cuts,
                }
            )
    rows.sort(key=lambda row: (-row["between"], row["iri"]))
    meaning = f"Who is reported with both levels, {one} and {other}; not who mediates between them."
    columns = (*_NODE, "between", f"neighbours_{one}", f"neighbours_{other}", "cut")
    return frame(rows, columns, pairs=pairs, meaning=meaning)


def _reached(plain: "nx.Graph[int]", ones: Iterable[int], others: list[int]) -> Iterable[int]:
    """How many of `others` each of `ones` reaches."""
    import networkx as nx

    part = {number: place for place, nodes in enumerate(nx.connected_components(plain)) for number in nodes}
    for number in ones:
        yield sum(part[other] == part[number] for other in others)


def _numbered(network: "nx.Graph[str]") -> "tuple[nx.Graph[int], list[str]]":
    """The network with numbers for nodes: their hashes, hence orders in sets, are the same in every process."""
    import networkx as nx

    if network.is_multigraph() or network.is_directed():
        raise UsageError("Measures are for undirected networks without parallel edges, as Graph.network gives them")
    by_sort = (lambda node: (str(_sort(network, node)), node)) if _two_mode(network) else None
    names = sorted(network, key=by_sort)
    number = {node: place for place, node in enumerate(names)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    for one, other in sorted(tuple(sorted((number[one], number[other]))) for one, other in network.edges):
        plain.add_edge(one, other, weight=_weight(network, names[one], names[other]))
    return plain, names


def _weight(network: "nx.Graph[str]", one: str, other: str) -> float:
    weight = network.edges[one, other].get("weight", 1)
    return weight if isinstance(weight, int | float) else 1


def _inside(plain: "nx.Graph[int]", number: int, group: set[int]) -> float:
    weights = {other: float(plain.edges[number, other]["weight"]) for other in plain[number]}
    total = sum(weights.values())
    return sum(weight for other, weight in weights.items() if other in group) / total if total else 1.0


def _about(network: "nx.Graph[str]", node: str) -> dict[str, Any]:
    attributes = network.nodes[node]
    return {
        "iri": Iri(node),
        "name": attributes.get("label", node),
        "kind": attributes.get("kind", ""),
        "level": attributes.get("level", ""),
    }


def _two_mode(network: "nx.Graph[str]") -> bool:
    return bool(network.graph.get("two_mode")) and network.number_of_nodes() > 0


def _first_sort(network: "nx.Graph[str]", names: list[str]) -> int | None:
    """Of a network of two sorts how many nodes are of the first one, else None."""
    return sum(_sort(network, name) == _sort(network, names[0]) for name in names) if _two_mode(network) else None


def _sort(network: "nx.Graph[str]", node: str) -> Any:
    return network.nodes[node].get("kind")
