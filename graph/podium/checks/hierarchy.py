"""The classes of the ontology with their superclasses, read once from its Turtle."""

from collections.abc import Iterable, Mapping
from functools import cache

import pyoxigraph as ox

from podium import resources

__all__ = ["MODULES", "above_all", "closure", "superclasses"]

MODULES = ("core.ttl", "labour.ttl")
_SUBCLASS = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")


@cache
def superclasses() -> Mapping[str, frozenset[str]]:
    """Each class IRI that has a named superclass, with itself and all classes above it."""
    parents: dict[str, set[str]] = {}
    for module in MODULES:
        for triple in ox.parse(path=str(resources.ontology() / module)):
            if triple.predicate == _SUBCLASS and isinstance(triple.object, ox.NamedNode):
                parents.setdefault(triple.subject.value, set()).add(triple.object.value)
    return {name: frozenset(above_all(name, parents)) for name in parents}


@cache
def closure(types: frozenset[str]) -> frozenset[str]:
    """All classes that follow from `types`."""
    known = superclasses()
    return types.union(*(known.get(name, ()) for name in types))


def above_all(name: str, parents: Mapping[str, Iterable[str]]) -> set[str]:
    """`name` and everything above it, where `parents` gives what is directly above."""
    found, todo = set[str](), [name]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            todo.extend(parents.get(current, ()))
    return found
