"""The graphs that every store begins with: the ontology and the register."""

from collections.abc import Iterator

import pyoxigraph as ox

from podium.namespaces import BASE, GRAPH_REGISTER
from podium.store.base import FINGERPRINT, Store
from podium.store.versions import facts_version

__all__ = ["GRAPH_ONTOLOGY", "update_facts"]

GRAPH_ONTOLOGY = BASE + "ontology"


def update_facts(store: Store) -> bool:
    """Bring ontology and register in the store up to this version of Podium; says whether anything was written.

    Each graph is replaced in one transaction and carries the fingerprint of its files, by which the next call
    sees that nothing is to be done.
    """
    version = facts_version()
    present = store.fingerprints()
    outdated = [graph for graph in (GRAPH_ONTOLOGY, GRAPH_REGISTER) if present.get(graph) != version]
    for graph in outdated:
        name = ox.NamedNode(graph)
        store.put(graph, [*_quads(graph), ox.Quad(name, FINGERPRINT, ox.Literal(version), name)])
    return bool(outdated)


def _quads(graph: str) -> Iterator[ox.Quad]:
    # Imported here: reading the register takes longer than seeing that it has not changed.
    if graph == GRAPH_ONTOLOGY:
        from podium.triples.ontology import ontology_quads

        yield from ontology_quads()
    else:
        from podium.register import load
        from podium.triples.register import register_quads

        yield from register_quads(load())
