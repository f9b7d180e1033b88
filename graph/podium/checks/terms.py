"""Closed world: which terms of our namespace do quads use that the ontology does not define?"""

from collections.abc import Iterable
from functools import cache

import pyoxigraph as ox

from podium import resources
from podium.checks.hierarchy import MODULES
from podium.namespaces import POD, VOCABULARY

__all__ = ["defined_terms", "undefined_terms"]


@cache
def defined_terms() -> frozenset[str]:
    """IRIs of all terms that core, labour and the vocabularies define (they have a definition there)."""
    definition = ox.NamedNode("http://www.w3.org/2004/02/skos/core#definition")
    files = [resources.ontology() / name for name in MODULES]
    files += sorted((resources.ontology() / "vocabularies").glob("*.ttl"))
    found = (t.subject for file in files for t in ox.parse(path=str(file)) if t.predicate == definition)
    return frozenset(subject.value for subject in found if isinstance(subject, ox.NamedNode))


def undefined_terms(quads: Iterable[ox.Quad]) -> list[str]:
    """IRIs in our ontology or vocabulary namespaces that the quads use and nobody defined, sorted."""
    known, found = defined_terms(), set[str]()
    for quad in quads:
        for term in (quad.subject, quad.predicate, quad.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith((POD, VOCABULARY)):
                found.add(term.value)
    return sorted(found - known)
