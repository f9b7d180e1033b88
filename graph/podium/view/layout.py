"""Where the nodes lie: computed ahead with igraph, the same for the same graph on every run."""

import random
from collections.abc import Sequence

import igraph

__all__ = ["positions"]

_SPACE = 150.0  # units between neighbours; the page draws a node with a radius of about 12
_WIDE, _HIGH = 124, 64  # room of a node with its name below it
_ROUNDS = 60


def positions(count: int, edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Places of the nodes 0 … count-1, in whole units, such that no two nodes with their names overlap.

    Each connected part is laid out alone (Kamada-Kawai up to 400 nodes, Fruchterman-Reingold above) and the parts
    are then set in rows, the largest first.
    """
    graph = igraph.Graph(n=count, edges=sorted({(min(e), max(e)) for e in edges if e[0] != e[1]}))
    # igraph draws from Python's random module unless it is given a generator of its own.
    igraph.set_random_number_generator(random.Random(20210428))
    try:
        parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part))
        placed = [(part, _apart(_lay_out(graph.induced_subgraph(part)))) for part in parts]
    finally:
        igraph.set_random_number_generator(random)
    return _in_rows(count, placed)


def _lay_out(part: igraph.Graph) -> list[tuple[float, float]]:
    size = part.vcount()
    if size == 1:
        return [(0.0, 0.0)]
    start = part.layout_circle()
    if size <= 400:
        layout = part.layout_kamada_kawai(seed=start, maxiter=size * 20)
    else:
        layout = part.layout_fruchterman_reingold(seed=start, niter=500)
    layout.center((0, 0))
    lengths = sorted(
        ((layout[e.source][0] - layout[e.target][0]) ** 2 + (layout[e.source][1] - layout[e.target][1]) ** 2) ** 0.5
        for e in part.es
    )
    # A large part has long ways around: it gets more room for each line, or its middle would be a knot.
    scale = _SPACE * max(1.0, (size / 20) ** 0.35) / (lengths[len(lengths) // 2] or 1.0)
    return [(x * scale * 1.05, y * scale) for x, y in layout]


def _apart(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Push overlapping boxes apart, along the axis in which they overlap less; a grid keeps it linear."""
    points = [[x, y] for x, y in places]
    for _ in range(_ROUNDS):
        cells: dict[tuple[int, int], list[int]] = {}
        for number, (x, y) in enumerate(points):
            cells.setdefault((int(x // _WIDE), int(y // _HIGH)), []).append(number)
        moved = False
        for (column, row), members in cells.items():
            near = [m for dx in (-1, 0, 1) for dy in (-1, 0, 1) for m in cells.get((column + dx, row + dy), ())]
            for one in members:
                for other in near:
                    if one < other:
                        moved |= _push(points[one], points[other])
        if not moved:
            break
    return [(x, y) for x, y in points]


def _push(one: list[float], other: list[float]) -> bool:
    over_x = _WIDE - abs(one[0] - other[0])
    over_y = _HIGH - abs(one[1] - other[1])
    if over_x <= 1 or over_y <= 1:
        return False
    axis, over = (0, over_x) if over_x / _WIDE < over_y / _HIGH else (1, over_y)
    sign = 1 if one[axis] > other[axis] or (one[axis] == other[axis] and axis == 1) else -1
    one[axis] += sign * over / 2
    other[axis] -= sign * over / 2
    return True


def _in_rows(count: int, placed: list[tuple[list[int], list[tuple[float, float]]]]) -> list[tuple[int, int]]:
    """Set the parts beside each other, in rows about as wide as the largest part, about as wide as high over all."""
    boxes = [(max(x for x, _ in p) - min(x for x, _ in p) + 1.4 * _WIDE,
              max(y for _, y in p) - min(y for _, y in p) + 1.6 * _HIGH) for _, p in placed]  # fmt: skip
    area = sum(width * height for width, height in boxes)
    limit = max([width for width, _ in boxes] + [(1.15 * area) ** 0.5])
    result = [(0, 0)] * count
    left = top = height_of_row = 0.0
    for (part, places), (width, height) in zip(placed, boxes, strict=True):
        if left and left + width > limit:
            left, top, height_of_row = 0.0, top + height_of_row, 0.0
        x0, y0 = min(x for x, _ in places), min(y for _, y in places)
        for node, (x, y) in zip(part, places, strict=True):
            result[node] = (round(left + x - x0 + 0.7 * _WIDE), round(top + y - y0 + 0.8 * _HIGH))
        left += width
        height_of_row = max(height_of_row, height)
    return result
