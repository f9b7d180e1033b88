"""Which things the first look shows: the neighbourhood of one, or the most connected and most recent."""

import difflib
import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable

from podium.errors import UsageError
from podium.namespaces import slug
from podium.store import Store
from podium.view.fetch import rows
from podium.view.links import Lines, Link, year

__all__ = ["LIMIT", "choose", "find"]

LIMIT = 300
_DEPTH = 2  # speaker → event → the others there; further away nothing belongs to the question
_PER_YEAR = 0.25  # four years older weighs like half as many connections


def choose(lines: Lines, focus: str | None = None, limit: int = LIMIT) -> set[str]:
    """IRIs of at most `limit` things: those around `focus` (an IRI), else the most connected and most recent.

    What releases say comes first; of the register only what touches it: carriers of a jobcenter that is shown,
    further offices of a person that is shown.
    """
    weight = _weights(lines.links)
    said = [link for link in lines.links if link.attested]
    known = [link for link in lines.links if not link.attested]
    if focus is None:
        chosen: set[str] = set()
        order = sorted(said, key=lambda link: (-weight[link.source] - weight[link.target], link.source, link.target))
        _add(chosen, ((link.source, link.target) for link in order), limit)
    else:
        chosen = _around(focus, said, known, weight, limit)
    touched = [
        (link.source, link.target)
        for link in sorted(
            known, key=lambda link: (link.kind != "carrier", -weight[link.target], link.source, link.basis)
        )
        if link.source in chosen and (link.kind != "part" or link.target in chosen)
    ]
    _add(chosen, touched, limit)
    return chosen


def find(store: Store, lines: Lines, name: str) -> str:
    """IRI of the thing that `name` means: its IRI, or a name, in any case, with or without umlauts.

    The whole name wins over its beginning, that over a part of it; among equals the most connected. Raises
    UsageError, with the nearest names, where nothing fits.
    """
    degree = Counter(end for link in lines.links for end in (link.source, link.target))
    names: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, str] = {}
    for thing, label in rows(store, "names"):
        if thing and label and thing in degree:
            names[slug(label)].add(thing)
            printed.setdefault(slug(label), label)
    if name in degree:
        return name
    wanted = slug(unicodedata.normalize("NFC", name.strip()))
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = {thing for key, things in names.items() if fits(key, wanted) for thing in things}
        if found:
            return min(found, key=lambda thing: (-degree[thing], thing))
    near = [printed[key] for key in difflib.get_close_matches(wanted, sorted(names), n=3)]
    hint = f"; the nearest names: {', '.join(near)}" if near else ""
    raise UsageError(f"Nothing in the store is called {name!r}{hint}")


def _weights(links: Iterable[Link]) -> dict[str, float]:
    """How much a thing matters: how many others it meets in releases, and how recently."""
    others: dict[str, set[str]] = defaultdict(set)
    latest: dict[str, float] = defaultdict(float)
    for link in links:
        for one, other in ((link.source, link.target), (link.target, link.source)):
            others[one]
            if link.attested:
                others[one].add(other)
                latest[one] = max(latest[one], year(link.date) or 0.0)
    newest = max(latest.values(), default=0.0)
    return {
        thing: math.log2(1 + len(met)) - _PER_YEAR * min(newest - latest[thing], 20.0) for thing, met in others.items()
    }


def _around(focus: str, said: list[Link], known: list[Link], weight: dict[str, float], limit: int) -> set[str]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for link in said:
        neighbours[link.source].add(link.target)
        neighbours[link.target].add(link.source)
    # What only the register knows is shown for the focus itself, but leads no further: the Bundesagentur carries
    # 300 jobcenters, which say nothing about the one that was asked for.
    register = {end for link in known if focus in (link.source, link.target) for end in (link.source, link.target)}
    chosen = {focus}
    ring = [focus]
    for depth in range(_DEPTH):
        following = {other for thing in ring for other in neighbours[thing]} - chosen
        if depth == 0:
            following |= {thing for thing in register if thing in neighbours or not neighbours[focus]} - chosen
        ring = sorted(following, key=lambda thing: (-weight[thing], thing))[: max(0, limit - len(chosen))]
        chosen.update(ring)
    return chosen


def _add(chosen: set[str], pairs: Iterable[tuple[str, str]], limit: int) -> None:
    for pair in pairs:
        new = set(pair) - chosen
        if len(chosen) + len(new) <= limit:
            chosen |= new
