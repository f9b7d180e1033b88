"""Which things a page holds, and which of them are seen first: what surrounds a focus, or the most connected."""

import difflib
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from podium.errors import UsageError
from podium.namespaces import ID, slug
from podium.store import Store
from podium.tables import Table
from podium.view.candidates import counts
from podium.view.fetch import rows
from podium.view.links import Lines, Link, year

__all__ = ["LIMIT", "choose", "find", "first_look", "found", "things_of"]

LIMIT = 500  # things in a file: as many as one may unfold, and the file still goes by e-mail
_LOOK = 32  # things at first sight
_LISTED = 120  # things at first sight where a query has listed them
_FAN = 8  # speakers of an event at first sight
_DEPTH = 2  # speaker → event → the others there; further away nothing belongs to the question
_PER_YEAR = 0.25  # four years older weighs like half as many connections


def choose(lines: Lines, seeds: Sequence[str] = (), limit: int = LIMIT) -> set[str]:
    """IRIs of at most `limit` things: those around `seeds` (IRIs), else the most connected and most recent.

    What releases say comes first; of the register only what touches it: carriers of a jobcenter that is shown,
    further offices of a person that is shown.
    """
    weight = weights(lines.links)
    said = [link for link in lines.links if link.attested]
    known = [link for link in lines.links if not link.attested]
    if not seeds:
        chosen: set[str] = set()
        order = sorted(said, key=lambda link: (-weight[link.source] - weight[link.target], link.source, link.target))
        _add(chosen, ((link.source, link.target) for link in order), limit)
    else:
        chosen = _around(seeds, said, known, weight, limit)
    touched = [
        (link.source, link.target)
        for link in sorted(
            known, key=lambda link: (link.kind != "carrier", -weight[link.target], link.source, link.basis)
        )
        if link.source in chosen and (link.kind != "part" or link.target in chosen)
    ]
    _add(chosen, touched, limit)
    return chosen


def first_look(lines: Lines, chosen: set[str], seeds: Sequence[str] = ()) -> set[str]:
    """Those of `chosen` that are seen at first sight: an answer to "who spoke where, in what role".

    Events with who spoke there, the largest and newest first; around a focus its neighbours; of a query what it lists.
    In addition the jobcenters of these people, which say the carrier.
    """
    weight = weights(lines.links)
    links = [link for link in lines.links if link.source in chosen and link.target in chosen]
    near: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind == "contribution":
            near[link.target].add(link.source)
        if seeds and (link.attested or link.source in seeds):
            near[link.source].add(link.target)
            near[link.target].add(link.source)
    rank = sorted(chosen, key=lambda thing: (-weight.get(thing, 0.0), thing))
    if len(seeds) > 1:
        listed = set(seeds)
        shown = set([thing for thing in rank if thing in listed][:_LISTED])
    elif seeds:
        shown = {*seeds, *[thing for thing in rank if thing in near[seeds[0]]][: _LOOK - 1]}
    else:
        shown = set()
        events = [thing for thing in rank if near[thing] and thing.startswith(ID + "event/")]
        newest = max((year(link.date) or 0.0 for link in links if link.date), default=0.0)
        score = {thing: _importance(lines, thing, near[thing], newest) for thing in events}
        hubs = sorted(events, key=lambda thing: (-score[thing], thing))
        hubs += [thing for thing in rank if near[thing] and thing not in score]
        # First what hangs together, then, where there is room, what stands alone.
        for joined in (True, False):
            for hub in hubs:
                group = {hub, *sorted(near[hub], key=lambda thing: (-weight[thing], thing))[:_FAN]}
                if len(shown | group) <= _LOOK and (not joined or not shown or shown & group):
                    shown |= group
    jobcenters = {link.target for link in links if link.kind == "office" and link.source in shown and link.attested}
    return shown | (jobcenters & lines.arrangements.keys())


def _importance(lines: Lines, event: str, speakers: set[str], newest: float) -> float:
    """Of an event: how many spoke, less what is past."""
    return math.log2(1 + len(speakers)) - _PER_YEAR / 2 * min(newest - (year(lines.dates.get(event)) or 0.0), 20.0)


_SAFE = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


def find(store: Store, name: str) -> str:
    """IRI of the thing that `name` means: its IRI, or a name, in any case, with or without umlauts.

    The whole name wins over its beginning, that over a part of it; among equals the most connected. Raises
    UsageError, with the nearest names, where nothing fits.
    """
    if _SAFE.fullmatch(name) and counts(store, "connected", thing=[name]):
        return name
    names: dict[str, set[str]] = defaultdict(set)
    printed: dict[str, str] = {}
    for thing, label in rows(store, "names"):
        if thing and label:
            names[slug(label)].add(thing)
            printed.setdefault(slug(label), label)
    wanted = slug(unicodedata.normalize("NFC", name.strip()))
    for fits in (str.__eq__, str.startswith, str.__contains__):
        matching = {thing for key, things in names.items() if fits(key, wanted) for thing in things}
        degree = counts(store, "connected", thing=matching) if matching else {}
        if degree:
            return min(degree, key=lambda thing: (-degree[thing], thing))
    near = [printed[key] for key in difflib.get_close_matches(wanted, sorted(names), n=3)]
    hint = f"; the nearest names: {', '.join(near)}" if near else ""
    raise UsageError(f"Nothing in the store is called {name!r}{hint}")


def found(lines: Lines, table: Table) -> list[str]:
    """The things that a query's answer names, in its order: directly, or as ends of the contributions it lists.

    An answer that only names releases stands for who contributed to them.
    """
    ends: dict[str, tuple[str, ...]] = {}
    within: dict[str, set[str]] = defaultdict(set)
    for link in lines.links:
        ends[link.basis] = tuple(dict.fromkeys((*ends.get(link.basis, ()), link.source, link.target)))
        ends[link.source] = (link.source,)
        ends[link.target] = (link.target,)
        within[link.basis.partition("#")[0]] |= {link.source, link.target}
    columns = [number for number, column in enumerate(table.columns) if column.type == "iri"]
    cells = [str(row[column]) for row in table.rows for column in columns]
    listed = [end for cell in cells for end in ends.get(cell, ())]
    return list(dict.fromkeys(listed or [end for cell in cells for end in sorted(within.get(cell, ()))]))


def things_of(table: Table) -> list[str]:
    """IRIs in the cells of an answer, and for what is named after a release ({release}#contribution-a1) that one."""
    columns = [number for number, column in enumerate(table.columns) if column.type == "iri"]
    cells = {str(row[column]).partition("#")[0] for row in table.rows for column in columns if row[column]}
    return sorted(cell for cell in cells if cell.startswith(ID))


def weights(links: Iterable[Link]) -> dict[str, float]:
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


def _around(
    seeds: Sequence[str], said: list[Link], known: list[Link], weight: dict[str, float], limit: int
) -> set[str]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for link in said:
        neighbours[link.source].add(link.target)
        neighbours[link.target].add(link.source)
    # What only the register knows is shown for the focus itself, but leads no further: the Bundesagentur carries
    # 300 jobcenters, which say nothing about the one that was asked for.
    wanted = set(seeds)
    register = {end for link in known if wanted & {link.source, link.target} for end in (link.source, link.target)}
    ring = list(dict.fromkeys(seeds))[:limit]
    chosen = set(ring)
    for depth in range(_DEPTH):
        following = {other for thing in ring for other in neighbours[thing]} - chosen
        if depth == 0:
            alone = not any(neighbours[thing] for thing in seeds)
            following |= {thing for thing in register if thing in neighbours or alone} - chosen
        ring = sorted(following, key=lambda thing: (-weight[thing], thing))[: max(0, limit - len(chosen))]
        chosen.update(ring)
    return chosen


def _add(chosen: set[str], pairs: Iterable[tuple[str, str]], limit: int) -> None:
    for pair in pairs:
        new = set(pair) - chosen
        if len(chosen) + len(new) <= limit:
            chosen |= new
