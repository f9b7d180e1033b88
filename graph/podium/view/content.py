"""From lines and chosen things to the content of the page: every edge with the sentences or rows it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from podium.namespaces import ID
from podium.store import Store
from podium.view.acts import acts_and_edges
from podium.view.evidence import Evidence, local, read_facts
from podium.view.layout import positions
from podium.view.links import Arrangement, Lines, Link
from podium.view.offices import offices_and_edges
from podium.view.records import Content, Edge, Fact, Node, Register

__all__ = ["read_content"]

_CLASSES = {
    "Person": "person",
    "Jobcenter": "jobcenter",
    "Event": "event",
    "Instrument": "instrument",
    "Release": "release",
}
_STRUCTURE = ("carrier", "part", "organiser")
_MANY = 1200  # contributions on a page: more of them no one reads, and the file would not go by e-mail
_BEND = 0.22  # how far apart lines between the same two things are, as a share of their length


def read_content(store: Store, lines: Lines, chosen: Iterable[str], focus: str | None = None) -> Content:
    """All that the page shows of `chosen` (IRIs), in an order that only depends on what the store says."""
    index = {thing: number for number, thing in enumerate(sorted(set(chosen)))}
    between = [link for link in lines.links if link.source in index and link.target in index]
    shown = _newest(between)
    evidence = Evidence(lines, read_facts(store, lines, index, shown), index)
    acts, spoken = acts_and_edges(evidence, shown)
    offices, held = offices_and_edges(evidence)
    facts, structure = _structure(evidence, shown)
    edges = _bent([*spoken, *held, *structure])
    degree = Counter(end for edge in edges for end in (edge.source, edge.target))
    labels = _labels(evidence)
    places = positions(len(index), [(edge.source, edge.target) for edge in edges])
    everything = {end for link in lines.links if link.attested for end in (link.source, link.target)}
    return Content(
        focus=index.get(focus or ""),
        left_out=len(everything - index.keys()),
        acts_left_out=len({link.basis for link in between if link.kind == "contribution"}) - len(acts),
        nodes=tuple(
            _node(evidence, thing, labels[thing], places[number], degree[number]) for thing, number in index.items()
        ),
        edges=tuple(edges),
        acts=tuple(acts),
        offices=tuple(offices),
        facts=tuple(facts),
        releases=evidence.releases(),
        passages=evidence.passages(),
    )


def _newest(links: list[Link]) -> list[Link]:
    """The links, with at most `_MANY` contributions: the newest of each two things, then whatever is newest."""
    contributions = [link for link in links if link.kind == "contribution"]
    if len(contributions) <= _MANY:
        return links
    met: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[bool, int, str]] = []
    newest = sorted(contributions, key=lambda link: (link.date or "", link.basis), reverse=True)
    for age, link in enumerate(newest):
        met[link.source, link.target] += 1
        ranked.append((met[link.source, link.target] > 1, age, link.basis))
    ranked.sort()
    needed = sum(not further for further, _, _ in ranked)
    kept = {basis for _, _, basis in ranked[: max(_MANY, needed)]}
    return [link for link in links if link.kind not in ("contribution", "about") or link.basis in kept]


def _structure(evidence: Evidence, shown: Iterable[Link]) -> tuple[list[Fact], list[Edge]]:
    """What only the register knows: who carries a jobcenter, what belongs to what, who organises an event."""
    grouped: dict[tuple[int, int, str], list[Link]] = defaultdict(list)
    for link in shown:
        if link.kind in _STRUCTURE:
            grouped[evidence.index[link.source], evidence.index[link.target], link.kind].append(link)
    known = {one.iri: one for group in evidence.lines.arrangements.values() for one in group}
    facts: list[Fact] = []
    edges: list[Edge] = []
    for (source, target, kind), links in sorted(grouped.items()):
        edges.append(Edge(source, target, kind, None, tuple(range(len(facts), len(facts) + len(links)))))
        facts.extend(_fact(evidence, link, known.get(link.basis)) for link in links)
    return facts, edges


def _fact(evidence: Evidence, link: Link, arrangement: Arrangement | None) -> Fact:
    nothing = Register(None, None)
    own = evidence.register(link.basis) or nothing
    around = evidence.register(link.source) or nothing
    register = Register(own.row or around.row, own.source or around.source, own.unverified or around.unverified)
    if arrangement is None:
        return Fact(link.basis, link.kind, None, None, None, False, register)
    dates = arrangement.valid_from, arrangement.valid_until
    return Fact(link.basis, link.kind, arrangement.carrier_type, *dates, arrangement.current, register)


def _labels(evidence: Evidence) -> dict[str, str]:
    """Names of all things shown; editions of an event that go by the same name get their year, or else their day."""
    labels = {thing: evidence.label(thing) for thing in evidence.index}
    for letters in (4, 10):
        common = Counter(labels.values())
        for thing, label in labels.items():
            date = evidence.one(thing, "date")
            if common[label] > 1 and date and _kind(evidence, thing) == "event":
                labels[thing] = f"{evidence.label(thing)} ({date[:letters]})"
    return labels


def _node(evidence: Evidence, thing: str, label: str, place: tuple[int, int], degree: int) -> Node:
    kind = _kind(evidence, thing)
    others = {name for key in ("altLabel", "prefLabel", "label", "name") for name in evidence.all(thing, key)}
    series = evidence.one(thing, "series")
    return Node(
        iri=thing,
        kind=kind,
        label=label,
        x=place[0],
        y=place[1],
        degree=degree,
        names=tuple(sorted(others - {label})),
        title=evidence.one(thing, "title") if kind == "person" else None,
        org_kind=local(evidence.one(thing, "organisationKind")) or None,
        carrier=evidence.carrier(thing),
        date=evidence.one(thing, "date", "from"),
        until=evidence.one(thing, "endDate", "until"),
        place=evidence.one(thing, "place"),
        series=evidence.label(series) if series else None,
        law=evidence.one(thing, "legalBasisText"),
        register=evidence.register(thing) if kind != "release" else None,
    )


def _kind(evidence: Evidence, thing: str) -> str:
    types = {local(one) for one in evidence.all(thing, "type")}
    for name, kind in _CLASSES.items():
        if name in types:
            return kind
    path = thing.removeprefix(ID).partition("/")[0]
    return path if path in _CLASSES.values() else "organisation"


def _bent(edges: list[Edge]) -> list[Edge]:
    """The edges, those between the same two things bent apart, so that each can be seen and clicked."""
    together: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, edge in enumerate(edges):
        together[min(edge.source, edge.target), max(edge.source, edge.target)].append(number)
    bent = list(edges)
    for (low, _), numbers in together.items():
        for place, number in enumerate(numbers):
            edge = edges[number]
            bend = (place - (len(numbers) - 1) / 2) * _BEND * (1 if edge.source == low else -1)
            bent[number] = replace(edge, bend=round(bend, 3))
    return bent
