"""People, organisations, events and instruments as nodes, what connects them as edges, for Gephi and the like."""

from collections.abc import Iterator

import networkx as nx

from podium.export.things import Thing, first, labels, things
from podium.network.files import as_gexf, as_graphml, xml_text
from podium.store import Store

__all__ = ["gexf", "graphml", "network"]

_NODE_KINDS = ("Person", "Organisation", "Event", "Instrument")


def network(store: Store) -> "nx.MultiDiGraph[str]":
    """Directed graph with parallel edges; nodes are IRIs with `label` and `kind`.

    Edges have `kind`: "contribution" (speaker → event, with act, role, sentence, date, release), "about" (speaker
    → instrument), "tenure" (person → organisation, with title and, from the register, `from` and `until`). Things
    of the register that no edge touches are left out; a contribution without an event or topic is an edge from
    its speaker to the publisher of the release, of kind "statement", where that is known.
    """
    named = labels(store)
    kinds = {iri: kind for kind in reversed(_NODE_KINDS) for iri in things(store, kind)}
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, identity, attributes in sorted(_edges(store), key=lambda edge: edge[:3]):
        for node in (source, target):
            if node not in graph:
                graph.add_node(node, label=xml_text(named.get(node, node)), kind=kinds.get(node, "Agent"))
        clean = {name: xml_text(value) for name, value in attributes.items() if value}
        graph.add_edge(source, target, key=identity, **clean)
    return graph


def graphml(store: Store) -> bytes:
    """The network as GraphML (UTF-8)."""
    return as_graphml(network(store))


def gexf(store: Store) -> bytes:
    """The network as GEXF 1.2 (UTF-8)."""
    return as_gexf(network(store))


_Edge = tuple[str, str, str, dict[str, str]]


def _edges(store: Store) -> Iterator[_Edge]:
    yield from _contributions(store)
    yield from _tenures(store)


def _contributions(store: Store) -> Iterator[_Edge]:
    utterances, passages, releases = things(store, "Utterance"), things(store, "Passage"), things(store, "Release")
    for iri, contribution in things(store, "Contribution").items():
        speaker = first(contribution, "speaker")
        if not speaker:
            continue
        release = releases.get(first(contribution, "inRelease"), {})
        attributes = _attributes(iri, contribution, passages, release)
        topics = {
            topic for said in contribution.get("utterance", []) for topic in utterances.get(said, {}).get("about", [])
        }
        event, publisher = first(contribution, "atEvent"), first(release, "publisher")
        if event:
            yield speaker, event, iri, {"kind": "contribution"} | attributes
        elif not topics and publisher and publisher != speaker:
            yield speaker, publisher, iri, {"kind": "statement"} | attributes
        for topic in sorted(topics):
            identity = f"{iri}>{topic}"
            yield speaker, topic, identity, {"kind": "about"} | attributes | {"id": identity}


def _attributes(iri: str, contribution: Thing, passages: dict[str, Thing], release: Thing) -> dict[str, str]:
    return {
        "id": iri,
        "label": first(contribution, "contributionKind").rsplit("/", 1)[-1],
        "role": first(contribution, "roleAsPrinted"),
        "announced": first(contribution, "announced"),
        "sentence": first(passages.get(first(contribution, "passage"), {}), "quotedText"),
        "date": first(release, "issued"),
        "release": first(contribution, "inRelease"),
        "url": first(release, "source"),
        "confidence": first(contribution, "confidence"),
        "rule": first(contribution, "rule"),
    }


def _tenures(store: Store) -> Iterator[_Edge]:
    """Tenures that a release attests; those of the register only if they are the same office as one of these."""
    all_tenures = things(store, "Tenure")
    attested = {iri for note in things(store, "Attestation").values() for iri in note.get("attests", [])}
    for iri in sorted(attested & all_tenures.keys()):
        tenure = all_tenures[iri]
        person, organisation = first(tenure, "holder"), first(tenure, "inOrganisation")
        if not (person and organisation):
            continue
        registered = all_tenures.get(first(tenure, "correspondsTo"), {})
        yield (
            person,
            organisation,
            iri,
            {
                "id": iri,
                "kind": "tenure",
                "label": first(tenure, "label").split(": ", 1)[-1],
                "from": first(registered, "from"),
                "until": first(registered, "until"),
            },
        )
