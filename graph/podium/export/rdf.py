"""RDF serialisations in a fixed order."""

from collections.abc import Iterable

import pyoxigraph as ox

from podium.namespaces import ID, POD, VOCABULARY
from podium.store import Store

__all__ = ["PREFIXES", "jsonld", "nquads", "ttl", "turtle"]

PREFIXES = {
    "pod": POD,
    "id": ID,
    "voc": VOCABULARY,
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def nquads(store: Store) -> bytes:
    """All quads as N-Quads, one a line, sorted by code point."""
    lines = sorted({str(quad) for quad in store.quads()})
    return "".join(line + " .\n" for line in lines).encode()


def ttl(store: Store) -> bytes:
    """All statements as Turtle; which graph says them is not in it."""
    return turtle(quad.triple for quad in store.quads()).encode()


def turtle(triples: Iterable[ox.Triple]) -> str:
    """Triples as Turtle, sorted, with the prefixes of the project."""
    ordered = sorted(set(triples), key=str)
    return (ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def jsonld(store: Store) -> bytes:
    """All quads as JSON-LD, sorted, one object a graph."""
    ordered = sorted(set(store.quads()), key=lambda quad: (str(quad.graph_name), str(quad.triple)))
    return ox.serialize(ordered, format=ox.RdfFormat.JSON_LD, prefixes=PREFIXES) or b""
