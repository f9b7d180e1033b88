"""How a network changes over time: the same measures for one window after the other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from podium.errors import UsageError
from podium.network.frames import frame
from podium.network.kinds import KINDS, from_said, within
from podium.network.said import said, things

if TYPE_CHECKING:
    import networkx as nx

    from podium.library.frames import Answer
    from podium.library.graph import Graph

__all__ = ["over_time"]

_COLUMNS = (
    "since", "until", "contributions", "nodes", "edges", "new", "gone", "stayed", "density", "largest", "most_central",
)  # fmt: skip


def over_time(graph: "Graph", kind: str = "persons", *, years: int = 1, step: int | None = None) -> "Answer":
    """The network in windows of `years` years, each `step` years (default: `years`) after the one before.

    One row a window: `since` and `until` (years, both included), `contributions`, `nodes`, `edges`, `new` and `gone`
    (nodes that were not in the window before, and those that are no more), `stayed` (share of the nodes before that
    are still there), `density` (share of possible edges), `largest` (share of the nodes that hang together),
    `most_central` (who has the most neighbours).

    Windows differ in how many releases there are; what is not dated is in none. More edges in a window may only mean
    more releases, so read them beside `contributions`. Raises UsageError for another kind or a window below one year.

    >>> import podium
    >>> windows = podium.network.over_time(graph, "persons", years=5)
    >>> (windows["until"] - windows["since"]).unique().tolist()
    [4]
    """
    if kind not in KINDS:
        raise UsageError(f"No kind of network is called {kind!r}; there are {', '.join(KINDS)}")
    if years < 1 or (step is not None and step < 1):
        raise UsageError("A window is at least one year long, and so is the step to the next")
    contributions, known = said(graph.store), things(graph.store)
    dated = sorted(int(one.when[:4]) for one in within(contributions, None, None) if one.when)
    rows, before = [], set[str]()
    for since in range(dated[0], dated[-1] + 1, step or years) if dated else ():
        until = since + years - 1
        kept = within(contributions, since, until)
        network = from_said(kept, known, kind, since=since, until=until)
        here = set(network)
        rows.append(
            {
                "since": since,
                "until": until,
                "contributions": len(kept),
                "nodes": len(here),
                "edges": network.number_of_edges(),
                "new": len(here - before),
                "gone": len(before - here),
                "stayed": round(len(before & here) / len(before), 6) if before else None,
                **_shape(network),
            }
        )
        before = here
    return frame(
        rows, _COLUMNS, meaning="How those who are reported together change; windows with more releases show more."
    )


def _shape(network: "nx.Graph[str]") -> dict[str, float | str | None]:
    import networkx as nx

    largest = max((len(part) for part in nx.connected_components(network)), default=0)
    best = max(_central(network), default=(0, 0, "", ""))
    return {
        "density": round(_density(network), 6),
        "largest": round(largest / len(network), 6) if len(network) else None,
        "most_central": best[3] or None,
    }


def _density(network: "nx.Graph[str]") -> float:
    import networkx as nx

    if not network.graph.get("two_mode"):
        return float(nx.density(network))
    sorts = [kind for _, kind in network.nodes(data="kind")]
    one = sorts.count(sorts[0]) if sorts else 0
    possible = one * (len(sorts) - one)
    return network.number_of_edges() / possible if possible else 0.0


def _central(network: "nx.Graph[str]") -> Iterator[tuple[int, int, str, str]]:
    """Neighbours, strength, and the name; of equals the last in the alphabet."""
    for node, label in network.nodes(data="label"):
        strength = sum(int(attributes.get("weight", 1)) for attributes in network[node].values())
        yield len(network[node]), strength, str(label), str(label)
