"""Where the nodes lie: computed ahead with igraph, the same for the same graph on every run."""

import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import igraph

__all__ = ["FirstPlaces", "communities", "first_places", "positions"]

_SPACE = 150.0  # units between neighbours; the page draws a node with a radius of about 12
_Room = tuple[int, int]
_CLOSE: _Room = (124, 64)  # width and height of a node with its name below it
_ROOMY: _Room = (188, 92)  # at first sight, where every name should be read
_SHAPE = 1.25  # width to height of a picture beside its panel, clusters around it not counted
_STRETCH = 1.6
_ROUNDS = 120
_FEW = 20  # nodes
_ROUNDS_LARGE = 150  # of a layout of many nodes


class FirstPlaces(NamedTuple):
    """Places at first sight: of the nodes that are seen, by number, and of the clusters."""

    nodes: dict[int, tuple[int, int]]
    clusters: list[tuple[int, int]]


def positions(count: int, edges: Sequence[tuple[int, int]], room: _Room = _CLOSE) -> list[tuple[int, int]]:
    """Places of the nodes 0 … count-1, in whole units, such that no two nodes with their names overlap.

    Each connected part is laid out alone (Kamada-Kawai up to 300 nodes, Fruchterman-Reingold above) and the parts
    are then set in rows, the largest first.
    """
    with _reproducible():
        graph = _graph(count, edges)
        parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
        placed = [(part, _apart(_wide_enough(_lay_out(graph.induced_subgraph(part)), room), room)) for part in parts]
    return _in_rows(count, placed, room)


def communities(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """For each node the number of the group that it belongs to (Louvain's method)."""
    with _reproducible():
        found: list[int] = _graph(count, edges).community_multilevel().membership
    return found


def first_places(
    look: Sequence[int], edges: Sequence[tuple[int, int]], clusters: Sequence[tuple[Sequence[int], int]]
) -> FirstPlaces:
    """The nodes of `look` in the middle, the clusters (members, size) around them, each near those it is tied to."""
    number = {node: at for at, node in enumerate(look)}
    inner = [(number[a], number[b]) for a, b in edges if a in number and b in number]
    places = _shaped(positions(len(look), inner, _ROOMY))
    xs, ys = [x for x, _ in places] or [0], [y for _, y in places] or [0]
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    nodes = {node: (round(x - middle[0]), round(y - middle[1])) for node, (x, y) in zip(look, places, strict=True)}
    cluster_of = {member: at for at, (members, _) in enumerate(clusters) for member in members}
    pulled: dict[int, list[tuple[int, int]]] = {at: [] for at in range(len(clusters))}
    for a, b in edges:
        for one, other in ((a, b), (b, a)):
            if one in cluster_of and other in nodes:
                pulled[cluster_of[one]].append(nodes[other])
    angle = {
        at: math.atan2(sum(y for _, y in ends), sum(x for x, _ in ends)) if ends else math.pi / 2
        for at, ends in pulled.items()
    }
    order = sorted(angle, key=lambda at: (angle[at], at))
    wide, high = (max(xs) - min(xs)) / 2 + 0.4 * _ROOMY[0], (max(ys) - min(ys)) / 2 + 0.7 * _ROOMY[1]
    ring: list[tuple[int, int]] = [(0, 0)] * len(clusters)
    for place, at in enumerate(order):
        turn = -math.pi + 2 * math.pi * (place + 0.5) / len(order)
        taken = [*nodes.values(), *(ring[other] for other in order[:place])]
        ring[at] = _outwards(wide * math.cos(turn), high * math.sin(turn), taken)
    return FirstPlaces(nodes, ring)


def _shaped(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places drawn out in height or width until they fill a picture of the usual shape; what is apart stays so."""
    if len(places) <= _FEW:
        return places
    wide, high = (max(place[axis] for place in places) - min(place[axis] for place in places) for axis in (0, 1))
    if not wide or not high:
        return places
    ratio = wide / high / _SHAPE
    across, down = min(_STRETCH, max(1.0, 1 / ratio)), min(_STRETCH, max(1.0, ratio))
    return [(round(x * across), round(y * down)) for x, y in places]


def _outwards(x: float, y: float, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first place from (x, y) away from the middle where a cluster, twice as high as a node, has room."""
    for step in range(60):
        far = 0.8 + 0.05 * step
        if all(abs(far * x - a) >= _ROOMY[0] or abs(far * y - b) >= 1.5 * _ROOMY[1] for a, b in taken):
            break
    return round(far * x), round(far * y)


@contextmanager
def _reproducible() -> Iterator[None]:
    """The same random numbers on every run: igraph draws from Python's random module unless it is given its own."""
    igraph.set_random_number_generator(random.Random(20210428))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _graph(count: int, edges: Sequence[tuple[int, int]]) -> igraph.Graph:
    return igraph.Graph(n=count, edges=sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}))


def _lay_out(part: igraph.Graph) -> list[tuple[float, float]]:
    size = part.vcount()
    if size == 1:
        return [(0.0, 0.0)]
    start = part.layout_circle()
    hub = max(range(size), key=lambda node: (part.degree(node), -node))
    if size <= _FEW and part.degree(hub) == size - 1:
        layout = part.layout_star(center=hub)
    elif size <= 300:
        layout = part.layout_kamada_kawai(seed=start, maxiter=size * 10)
    else:
        layout = part.layout_fruchterman_reingold(seed=start, niter=_ROUNDS_LARGE)
    layout.center((0, 0))
    lengths = sorted(
        ((layout[e.source][0] - layout[e.target][0]) ** 2 + (layout[e.source][1] - layout[e.target][1]) ** 2) ** 0.5
        for e in part.es
    )
    # A large part has long ways around: it gets more room for each line, or its middle would be a knot.
    scale = _SPACE * max(1.0, (size / 20) ** 0.35) / (lengths[len(lengths) // 2] or 1.0)
    return [(x * scale * 1.05, y * scale) for x, y in layout]


def _wide_enough(places: list[tuple[float, float]], room: _Room) -> list[tuple[float, float]]:
    """The places of a few nodes, drawn out until no two overlap: a star stays a star, where pushing would bend it."""
    for step in range(8 if len(places) <= _FEW else 0):
        wider = [(x * (1 + 0.2 * step), y * (1 + 0.2 * step)) for x, y in places]
        if not any(
            abs(one[0] - other[0]) < room[0] and abs(one[1] - other[1]) < room[1]
            for number, one in enumerate(wider)
            for other in wider[:number]
        ):
            return wider
    return places


def _apart(places: list[tuple[float, float]], room: _Room) -> list[tuple[float, float]]:
    """Push overlapping boxes apart, along the axis in which they overlap less; a grid keeps it linear."""
    points = [[x, y] for x, y in places]
    for _ in range(_ROUNDS):
        cells: dict[tuple[int, int], list[int]] = {}
        for number, (x, y) in enumerate(points):
            cells.setdefault((int(x // room[0]), int(y // room[1])), []).append(number)
        moved = False
        for (column, row), members in cells.items():
            for place, one in enumerate(members):
                for other in members[place + 1 :]:
                    moved |= _push(points[one], points[other], room)
            for dx, dy in _FORWARD:  # the other neighbours of the cell have met it already
                for other in cells.get((column + dx, row + dy), ()):
                    for one in members:
                        moved |= _push(points[one], points[other], room)
        if not moved:
            break
    return [(x, y) for x, y in points]


_FORWARD = ((1, -1), (1, 0), (1, 1), (0, 1))


def _push(one: list[float], other: list[float], room: _Room) -> bool:
    over_x = room[0] - abs(one[0] - other[0])
    over_y = room[1] - abs(one[1] - other[1])
    if over_x <= 1 or over_y <= 1:
        return False
    axis, over = (0, over_x) if over_x / room[0] < over_y / room[1] else (1, over_y)
    sign = 1 if one[axis] > other[axis] or (one[axis] == other[axis] and axis == 1) else -1
    one[axis] += sign * over / 2
    other[axis] -= sign * over / 2
    return True


def _in_rows(
    count: int, placed: list[tuple[list[int], list[tuple[float, float]]]], room: _Room
) -> list[tuple[int, int]]:
    """Set the parts beside each other, in rows about as wide as the largest part, about as wide as high over all."""
    boxes = [(max(x for x, _ in p) - min(x for x, _ in p) + 1.4 * room[0],
              max(y for _, y in p) - min(y for _, y in p) + 1.6 * room[1]) for _, p in placed]  # fmt: skip
    area = sum(width * height for width, height in boxes)
    limit = max([width for width, _ in boxes] + [(1.15 * area) ** 0.5])
    result = [(0, 0)] * count
    left = top = height_of_row = 0.0
    for (part, places), (width, height) in zip(placed, boxes, strict=True):
        if left and left + width > limit:
            left, top, height_of_row = 0.0, top + height_of_row, 0.0
        x0, y0 = min(x for x, _ in places), min(y for _, y in places)
        for node, (x, y) in zip(part, places, strict=True):
            result[node] = (round(left + x - x0 + 0.7 * room[0]), round(top + y - y0 + 0.8 * room[1]))
        left += width
        height_of_row = max(height_of_row, height)
    return result
