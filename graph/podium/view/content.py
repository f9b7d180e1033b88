"""From lines and chosen things to the content of the page: every edge with the sentences or rows it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from podium.namespaces import ID
from podium.store import Store
from podium.view.acts import acts_and_edges
from podium.view.evidence import Evidence, local, read_facts
from podium.view.layout import communities, first_places, positions
from podium.view.links import Arrangement, Lines, Link, attestations
from podium.view.offices import offices_and_edges
from podium.view.records import Cluster, Content, Edge, Fact, Node, Register

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
_A_NODE = 2  # contributions for each node, on a larger page
_BEND = 0.22  # how far apart lines between the same two things are, as a share of their length
_CLUSTERS = 6  # groups of what is folded; the smaller ones together are one more


def read_content(
    store: Store, lines: Lines, chosen: Iterable[str], first: Iterable[str], focus: str | None = None,
    question: tuple[str, str] | None = None,
) -> Content:  # fmt: skip
    """All that the page holds of `chosen` (IRIs), in an order that only depends on what the store says.

    `first` are those that are seen at first sight; the others are folded into clusters. `question` (German, English)
    is the one that the page answers.
    """
    index = {thing: number for number, thing in enumerate(sorted(set(chosen)))}
    between = [link for link in lines.links if link.source in index and link.target in index]
    shown = _newest(between, max(_MANY, _A_NODE * len(index)))
    said = attestations(store, lines, index, shown)
    evidence = Evidence(lines, said, read_facts(store, lines, said, index, shown), index)
    acts, spoken = acts_and_edges(evidence, shown)
    offices, held = offices_and_edges(evidence)
    facts, structure = _structure(evidence, shown)
    edges = _bent([*spoken, *held, *structure])
    pairs = [(edge.source, edge.target) for edge in edges]
    degree = Counter(end for pair in pairs for end in pair)
    labels = _labels(evidence)
    everything = {end for link in lines.links if link.attested for end in (link.source, link.target)}
    look = sorted(index[thing] for thing in set(first) if thing in index)
    groups = _folded(len(index), pairs, set(look), degree)
    near = first_places(look, pairs, [(members, len(members)) for members in groups])
    group_of = {member: number for number, members in enumerate(groups) for member in members}
    places = positions(len(index), pairs)
    return Content(
        focus=index.get(focus or ""),
        question=question,
        left_out=len(everything - index.keys()),
        acts_left_out=len({link.basis for link in between if link.kind == "contribution"}) - len(acts),
        nodes=tuple(
            replace(
                _node(evidence, thing, labels[thing], places[number], degree[number]),
                first=near.nodes.get(number), cluster=group_of.get(number),
            )
            for thing, number in index.items()
        ),
        clusters=tuple(
            Cluster(max(members, key=lambda one: (degree[one], -one)), *near.clusters[number])
            for number, members in enumerate(groups)
        ),
        edges=tuple(edges),
        acts=tuple(acts),
        offices=tuple(offices),
        facts=tuple(facts),
        releases=evidence.releases(),
        passages=evidence.passages(),
    )  # fmt: skip


def _folded(count: int, pairs: list[tuple[int, int]], look: set[int], degree: Mapping[int, int]) -> list[list[int]]:
    """The nodes that are not seen at first sight, in groups of what belongs together; the last group is the rest."""
    grouped: dict[int, list[int]] = defaultdict(list)
    for node, community in enumerate(communities(count, pairs)):
        if node not in look:
            grouped[community].append(node)
    order = sorted(grouped.values(), key=lambda members: (-len(members), members))
    large = [members for members in order if len(members) > 2][:_CLUSTERS]
    rest = sorted(member for members in order[len(large) :] for member in members)
    return [*large, rest] if rest else large


def _newest(links: list[Link], many: int) -> list[Link]:
    """The links, with at most `many` contributions: the newest of each thing, of each two, then whatever is newest."""
    contributions = [link for link in links if link.kind == "contribution"]
    if len(contributions) <= many:
        return links
    met: set[str | tuple[str, str]] = set()
    ranked: list[tuple[int, int, str]] = []
    newest = sorted(contributions, key=lambda link: (link.date or "", link.basis), reverse=True)
    for age, link in enumerate(newest):
        ends = {link.source, link.target}
        ranked.append((0 if ends - met else 1 if (link.source, link.target) not in met else 2, age, link.basis))
        met |= {*ends, (link.source, link.target)}
    kept = {basis for _, _, basis in sorted(ranked)[:many]}
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
    kinds = {thing: _kind(evidence, thing) for thing in evidence.index}
    for letters in (4, 10):
        common = Counter(labels.values())
        for thing, label in labels.items():
            date = evidence.one(thing, "date")
            if common[label] > 1 and date and kinds[thing] == "event":
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
        named=evidence.label(thing) if evidence.label(thing) != label else None,
        names=tuple(sorted(others - {label, evidence.label(thing)})),
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
