"""Small constructors of RDF terms, so that RDF is spelled in one way everywhere.

A prefix is a function: `pod("speaker")` is the property `https://w3id.org/podium/ontology#speaker`.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from json.encoder import encode_basestring

from pyoxigraph import Literal, NamedNode, Quad

from podium.namespaces import GRAPH_IDENTITY, GRAPH_INFERRED, GRAPH_REGISTER, ID, POD, VOCABULARY

__all__ = [  # noqa: RUF022 (by kind, then by name)
    "IDENTITY_GRAPH", "INFERRED_GRAPH", "LABEL", "REGISTER_GRAPH", "TYPE",
    "Literal", "NamedNode", "Quad",
    "boolean", "concept", "cv", "date", "decimal", "dcterms", "eli", "english", "foaf", "german", "integer",
    "node", "oa", "org", "owl", "plain", "pod", "prov", "quoted", "rdf", "rdfs", "schema", "skos", "thing", "xsd",
]  # fmt: skip


@lru_cache(maxsize=65536)
def node(iri: str) -> NamedNode:
    """Term for an absolute IRI; raises ValueError where `iri` is none."""
    return NamedNode(iri)


def _prefix(base: str) -> Callable[[str], NamedNode]:
    @lru_cache(maxsize=4096)
    def term(name: str) -> NamedNode:
        return NamedNode(base + name)

    return term


rdf = _prefix("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
rdfs = _prefix("http://www.w3.org/2000/01/rdf-schema#")
owl = _prefix("http://www.w3.org/2002/07/owl#")
xsd = _prefix("http://www.w3.org/2001/XMLSchema#")
skos = _prefix("http://www.w3.org/2004/02/skos/core#")
dcterms = _prefix("http://purl.org/dc/terms/")
foaf = _prefix("http://xmlns.com/foaf/0.1/")
org = _prefix("http://www.w3.org/ns/org#")
prov = _prefix("http://www.w3.org/ns/prov#")
oa = _prefix("http://www.w3.org/ns/oa#")
schema = _prefix("https://schema.org/")
cv = _prefix("http://data.europa.eu/m8g/")
eli = _prefix("http://data.europa.eu/eli/ontology#")
pod = _prefix(POD)
thing = _prefix(ID)

TYPE = rdf("type")
LABEL = rdfs("label")
REGISTER_GRAPH = node(GRAPH_REGISTER)
INFERRED_GRAPH = node(GRAPH_INFERRED)
IDENTITY_GRAPH = node(GRAPH_IDENTITY)

_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_DATE_TYPES = {4: xsd("gYear"), 7: xsd("gYearMonth"), 10: xsd("date")}


@lru_cache(maxsize=4096)
def concept(scheme: str, name: str) -> NamedNode:
    """Concept of one of our vocabularies: `concept("contribution-kind", "rede")`."""
    return NamedNode(f"{VOCABULARY}{scheme}/{name}")


def plain(text: str) -> Literal:
    """Literal of type xsd:string."""
    return Literal(text)


# A literal of type xsd:string as N-Quads have it: the escapes of JSON are among those of N-Quads.
quoted: Callable[[str], str] = encode_basestring


def german(text: str) -> Literal:
    """Literal with the language tag "de"."""
    return Literal(text, language="de")


def english(text: str) -> Literal:
    """Literal with the language tag "en"."""
    return Literal(text, language="en")


def integer(number: int) -> Literal:
    """Literal of type xsd:integer."""
    return Literal(str(int(number)), datatype=xsd("integer"))


@lru_cache(maxsize=4096)
def decimal(number: float) -> Literal:
    """Literal of type xsd:decimal with at most four places, without trailing zeros: 0.9, 1.0."""
    text = f"{number:.4f}".rstrip("0")
    return Literal(text + "0" if text.endswith(".") else text, datatype=xsd("decimal"))


def boolean(value: bool) -> Literal:
    """Literal of type xsd:boolean."""
    return Literal("true" if value else "false", datatype=xsd("boolean"))


@lru_cache(maxsize=4096)
def date(text: str) -> Literal:
    """Date as precise as the ISO text: "2021" xsd:gYear, "2021-04" xsd:gYearMonth, "2021-04-28" xsd:date.

    Raises ValueError for a text of another form.
    """
    if not _ISO.fullmatch(text):
        raise ValueError(f"not an ISO year, month or day: {text!r}")
    return Literal(text, datatype=_DATE_TYPES[len(text)])
