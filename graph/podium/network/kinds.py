"""Which networks there are, and how they are made from contributions."""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from podium.errors import UsageError
from podium.namespaces import ID
from podium.network.levels import LEVELS, level, level_of_title
from podium.network.said import Said, Thing, said, things
from podium.store import Store

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["KINDS", "Kind", "build", "from_said", "within"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of network: what an edge means (`de`, `en`), and what stands at its ends ("person", …)."""

    de: str
    en: str
    one: str
    other: str

    @property
    def two_mode(self) -> bool:
        """Whether edges always join two different sorts of things."""
        return self.one != self.other


KINDS: Mapping[str, Kind] = {
    "persons": Kind(
        "zwei Personen trugen zum selben Ereignis bei", "two persons contributed to the same event", "person", "person"
    ),
    "organisations": Kind(
        "für zwei Organisationen sprach jemand beim selben Ereignis",
        "somebody spoke for two organisations at the same event", "organisation", "organisation",
    ),
    "persons-events": Kind(
        "eine Person trug zu einem Ereignis bei", "a person contributed to an event", "person", "event"
    ),
    "persons-organisations": Kind(
        "eine Person sprach in einer Rolle bei einer Organisation",
        "a person spoke in a role at an organisation", "person", "organisation",
    ),
    "persons-instruments": Kind(
        "eine Person sprach über ein Instrument", "a person spoke about an instrument", "person", "instrument"
    ),
    "organisations-instruments": Kind(
        "eine Organisation, oder jemand in einer Rolle bei ihr, sprach über ein Instrument",
        "an organisation, or somebody in a role there, spoke about an instrument", "organisation", "instrument",
    ),
}  # fmt: skip

Day = str | int | datetime.date | None
_Pair = tuple[str, str]
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def build(store: Store, kind: str, *, since: Day = None, until: Day = None, announced: bool = False) -> "nx.Graph[str]":
    """See `Graph.network`."""
    if kind not in KINDS:
        raise UsageError(f"No kind of network is called {kind!r}; there are {', '.join(KINDS)}")
    kept = within(said(store), since, until, announced)
    return from_said(kept, things(store), kind, since=since, until=until)


def within(contributions: Iterable[Said], since: Day, until: Day, announced: bool = False) -> list[Said]:
    """Those of a time, both ends included; a date with less precision ("2021") fits every day in it."""
    first, last = _day(since), _day(until)
    return [
        one
        for one in contributions
        if (announced or not one.announced)
        and (not first or (one.when and first[: len(one.when)] <= one.when))
        and (not last or (one.when and one.when[: len(last)] <= last))
    ]


def from_said(
    contributions: Iterable[Said], known: Mapping[str, Thing], kind: str, *, since: Day = None, until: Day = None
) -> "nx.Graph[str]":
    """The network of these contributions; nodes and edges come in the order of their IRIs.

    Nodes have `label`, `kind`, `contributions` (their number), `level` (of the state; of a person that of the
    organisation for which he or she spoke most, else of the title), and `gender` where it is known. Edges have
    `weight` (shared events, or contributions), `first` and `last` (days as printed), `events` (names), `evidence` (IRIs
    of contributions, separated by spaces), and with organisations `origin`: "register" where no release names the
    organisation and the register knows whose office it is.
    """
    import networkx as nx

    listed = list(contributions)
    ends = KINDS[kind]
    pairs = _shared(listed, ends.one) if not ends.two_mode else _direct(listed, ends)
    graph: nx.Graph[str] = nx.Graph(
        kind=kind, en=ends.en, de=ends.de, since=_day(since), until=_day(until), two_mode=ends.two_mode
    )
    counts, levels = _counts(listed), _levels(listed, known)
    for node in sorted({node for pair in pairs for node in pair}):
        graph.add_node(node, **_node(node, known, counts[node], levels.get(node, "")))
    for pair in sorted(pairs):
        attributes = _edge(pairs[pair], known, shared=not ends.two_mode)
        if "organisation" in (ends.one, ends.other):
            attributes["origin"] = _origin(pairs[pair])
        graph.add_edge(pair[0], pair[1], **attributes)
    return graph


def _direct(contributions: Iterable[Said], ends: Kind) -> dict[_Pair, list[Said]]:
    """Two-mode: what each contribution joins."""
    pairs: dict[_Pair, list[Said]] = defaultdict(list)
    for one in contributions:
        for left in _ends(one, ends.one):
            for right in _ends(one, ends.other):
                pairs[left, right].append(one)
    return pairs


def _shared(contributions: Iterable[Said], sort: str) -> dict[_Pair, list[Said]]:
    """One-mode: whom the same event joins."""
    at: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for one in contributions:
        for node in _ends(one, sort):
            if one.event:
                at[one.event][node].append(one)
    pairs: dict[_Pair, list[Said]] = defaultdict(list)
    for event in sorted(at):
        for left, right in combinations(sorted(at[event]), 2):
            pairs[left, right] += [*at[event][left], *at[event][right]]
    return pairs


def _ends(one: Said, sort: str) -> tuple[str, ...]:
    if sort == "event":
        return (one.event_iri,) if one.event_iri else ()
    if sort == "instrument":
        return one.topics
    itself = (one.speaker,) if one.speaker.startswith(f"{ID}{sort}/") else ()
    return itself if sort == "person" else itself or one.organisations


def _node(iri: str, known: Mapping[str, Thing], contributions: int, level_of_state: str) -> dict[str, Any]:
    thing = known.get(iri) or Thing(iri, iri.removeprefix(ID).split("/", 1)[0])
    found = {"label": thing.label, "kind": thing.kind, "contributions": contributions, "level": level_of_state}
    if thing.kind == "person":
        found["gender"] = thing.gender
    if thing.carrier_type:
        found["carrier_type"] = thing.carrier_type
    return found


def _edge(joined: list[Said], known: Mapping[str, Thing], shared: bool) -> dict[str, Any]:
    days = sorted(one.when for one in joined if one.when)
    events = {one.event: one.event_iri for one in joined if one.event and one.event_iri}
    names = sorted(known[iri].label for iri in set(events.values()) if iri in known)
    return {
        "weight": len(events) if shared else len({one.iri for one in joined}),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
        "events": "; ".join(names),
        "evidence": " ".join(sorted({one.iri for one in joined})),
    }


def _origin(joined: list[Said]) -> str:
    return "register" if all(one.by_register for one in joined) else "release"


def _counts(contributions: Iterable[Said]) -> Counter[str]:
    """In how many contributions a thing takes part."""
    counts: Counter[str] = Counter()
    for one in contributions:
        counts.update({one.speaker, *one.organisations, *one.topics, *((one.event_iri,) if one.event_iri else ())})
    return counts


def _levels(contributions: Iterable[Said], known: Mapping[str, Thing]) -> dict[str, str]:
    """Level of each organisation, and of each person by what he or she spoke for; in a tie the order of `LEVELS`."""
    found = {iri: level(thing) for iri, thing in known.items() if thing.kind == "organisation"}
    spoke: dict[str, Counter[str]] = defaultdict(Counter)
    for one in contributions:
        if one.speaker not in found:
            levels = [found.get(body, "") for body in one.organisations] or [level_of_title(one.title)]
            spoke[one.speaker].update(filter(None, levels))
    for person, counted in spoke.items():
        if counted:
            found[person] = min(counted, key=lambda lv: (-counted[lv], LEVELS.index(lv)))
    return found


def _day(day: Day) -> str:
    if day is None:
        return ""
    text = day.isoformat()[:10] if isinstance(day, datetime.date) else str(day).strip()
    if not _DATE.fullmatch(text):
        raise UsageError(f"A time is an ISO date (2021-04-28, 2021-04) or a year (2021), not {text!r}")
    return text
