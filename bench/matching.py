"""One-to-one pairing of what was found with what was to be found."""

from collections.abc import Sequence

__all__ = ["pair"]


def pair(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """Largest one-to-one matching: right → left, where `edges[left]` lists the right nodes that left may have.

    Augmenting paths (Kuhn 1955): each left node takes a free right node or makes another left node move.
    """
    partner: dict[int, int] = {}
    for left in range(len(edges)):
        _place(left, edges, partner, set())
    return partner


def _place(left: int, edges: Sequence[Sequence[int]], partner: dict[int, int], seen: set[int]) -> bool:
    for right in edges[left]:
        if right in seen:
            continue
        seen.add(right)
        if right not in partner or _place(partner[right], edges, partner, seen):
            partner[right] = left
            return True
    return False
