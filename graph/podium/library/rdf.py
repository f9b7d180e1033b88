"""The graph for rdflib."""

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore

from podium.store import Store

__all__ = ["dataset", "graph"]


def dataset(store: Store) -> rdflib.Dataset:
    """A copy in memory, kept by Oxigraph, so that rdflib's SPARQL is fast and nothing reaches the store."""
    copy = ox.Store()
    copy.bulk_extend(store.quads())
    return rdflib.Dataset(store=OxigraphStore(store=copy), default_union=True)


def graph(triples: ox.QueryTriples) -> rdflib.Graph:
    """The answer to a CONSTRUCT or DESCRIBE."""
    made = rdflib.Graph()
    made.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", format="nt")
    return made
