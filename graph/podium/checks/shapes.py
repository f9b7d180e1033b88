"""Reads the SHACL shapes of the ontology into plain values; refuses what the compiled checks do not know.

Understood is a part of SHACL Core: sh:targetClass, sh:targetSubjectsOf, sh:targetObjectsOf; as path one property,
its inverse, or a choice of properties; and the constraints named in `_CONSTRAINTS`. A sh:sparql constraint needs a
Python counterpart (see `podium.checks.special`). Source: W3C, Shapes Constraint Language (SHACL), 2017.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from podium import resources
from podium.checks.index import TYPE, Term
from podium.errors import PodiumError

__all__ = ["Shape", "ShapeError", "read_shapes", "shape_files"]

SH = "http://www.w3.org/ns/shacl#"
SHAPES = "https://w3id.org/podium/shapes#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_CONSTRAINTS = {
    "minCount", "maxCount", "datatype", "class", "nodeKind", "pattern", "minLength", "languageIn", "minInclusive",
    "maxInclusive", "in", "or", "not", "equals", "sparql",
}  # fmt: skip
_TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_Graph = dict[str, dict[str, list[Term]]]


class ShapeError(PodiumError, ValueError):
    """A shape uses something that the compiled checks do not understand, or lacks a message."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape with constraints; `path` is a tuple of predicates (values of any count), empty for the node itself.

    `targets` are pairs of kind of target ("targetClass") and IRI; `constraints` pairs of name and value: an integer
    for counts and lengths, a term or tuple of terms, and for "or" and "not" a tuple of (name, term).
    """

    name: str
    targets: tuple[tuple[str, str], ...]
    path: tuple[str, ...]
    inverse: bool
    constraints: tuple[tuple[str, object], ...]
    message_de: str
    message_en: str


def shape_files() -> list[Path]:
    """The Turtle files of the shapes, by name."""
    return sorted((resources.ontology() / "shapes").glob("*.ttl"))


@cache
def read_shapes() -> tuple[Shape, ...]:
    """All shapes that have constraints; raises ShapeError for one that cannot be compiled."""
    graph: _Graph = defaultdict(lambda: defaultdict(list))
    for file in shape_files():
        for triple in ox.parse(path=str(file)):
            graph[str(triple.subject)][triple.predicate.value].append(triple.object)
    shapes = []
    for subject, props in graph.items():
        targets = _targets(props)
        if targets and any(SH + name in props for name in _CONSTRAINTS):
            shapes.append(_shape(subject, props, targets, graph))
        for member in props.get(SH + "property", ()):
            shapes.append(_shape(str(member), graph[str(member)], targets, graph))
    return tuple(sorted(shapes, key=lambda shape: shape.name))


def _targets(props: dict[str, list[Term]]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, _iri(target)) for kind in _TARGETS for target in props.get(SH + kind, ()))


def _shape(subject: str, props: dict[str, list[Term]], targets: tuple[tuple[str, str], ...], graph: _Graph) -> Shape:
    name = subject.strip("<>").removeprefix(SHAPES)
    messages = {m.language: m.value for m in props.get(SH + "message", ()) if isinstance(m, ox.Literal)}
    known = _CONSTRAINTS | {"path", "message", "property", *_TARGETS}
    unknown = [p for p in props if p != TYPE and p.removeprefix(SH) not in known]
    if unknown:
        raise ShapeError(f"Shape {name}: cannot compile {unknown[0]}")
    if not {"de", "en"} <= messages.keys():
        raise ShapeError(f"Shape {name} needs sh:message in German and English")
    path, inverse = _path(props.get(SH + "path", []), graph)
    constraints = tuple(
        (key, _value(key, term, graph)) for key in sorted(_CONSTRAINTS) for term in props.get(SH + key, ())
    )
    return Shape(name, targets, path, inverse, constraints, messages["de"], messages["en"])


def _path(terms: list[Term], graph: _Graph) -> tuple[tuple[str, ...], bool]:
    if not terms:
        return (), False
    if isinstance(terms[0], ox.NamedNode):
        return (terms[0].value,), False
    props = graph[str(terms[0])]
    if SH + "inversePath" in props:
        return (_iri(props[SH + "inversePath"][0]),), True
    if SH + "alternativePath" in props:
        return tuple(_iri(term) for term in _list(props[SH + "alternativePath"][0], graph)), False
    raise ShapeError(f"Cannot compile a path of {list(props)}")


def _value(key: str, term: Term, graph: _Graph) -> object:
    if key in ("minCount", "maxCount", "minLength"):
        assert isinstance(term, ox.Literal)
        return int(term.value)
    if key in ("in", "languageIn"):
        return tuple(_list(term, graph))
    if key == "or":
        return _alternatives(_list(term, graph), graph)
    if key == "not":
        inner = graph[str(term)]
        return _alternatives(_list(inner[SH + "or"][0], graph) if SH + "or" in inner else [term], graph)
    return term


def _alternatives(members: list[Term], graph: _Graph) -> tuple[tuple[str, Term], ...]:
    """Pairs of constraint and value, one for each member; each member may have one constraint only."""
    pairs = [[(p.removeprefix(SH), v) for p, values in graph[str(m)].items() for v in values] for m in members]
    if any(len(pair) != 1 or pair[0][0] not in ("class", "datatype") for pair in pairs):
        raise ShapeError(f"Members of sh:or and sh:not must be one sh:class or sh:datatype each: {pairs}")
    return tuple(pair[0] for pair in pairs)


def _list(head: Term, graph: _Graph) -> list[Term]:
    items = []
    while not (isinstance(head, ox.NamedNode) and head.value == _RDF + "nil"):
        items.append(graph[str(head)][_RDF + "first"][0])
        head = graph[str(head)][_RDF + "rest"][0]
    return items


def _iri(term: Term) -> str:
    if not isinstance(term, ox.NamedNode):
        raise ShapeError(f"An IRI is needed here: {term}")
    return term.value
