"""The quads of one named graph, arranged for fast checks."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import pyoxigraph as ox

from podium.checks.hierarchy import closure
from podium.namespaces import POD

__all__ = ["TYPE", "Index", "Props", "Term", "types_of"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Props = dict[str, list[Term]]

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PASSAGE, _QUOTED, _ROW, _HOLDER = POD + "passage", POD + "quotedText", POD + "registerRow", POD + "holder"
_POINTING = tuple(POD + name for name in ("attests", "mentions", "speaker", "atEvent", "addressee", "about"))
_CITED = 5  # passages of one node in a report
_NAMING = (POD + "holder", POD + "ofOffice", POD + "listedParticipant")  # rows that name a person or an office


class Index:
    """Nodes of one graph with their properties; `known` gives the classes of nodes that other graphs describe.

    `nodes[subject][predicate]` is a list of objects; keys are IRIs as text. Duplicate quads stay duplicates.
    """

    def __init__(self, quads: Iterable[ox.Quad], known: Mapping[str, frozenset[str]]) -> None:
        self.known = known
        self.nodes: dict[str, Props] = {}
        self.graph: str | None = None
        self._inverse: dict[str, dict[str, list[str]]] = {}
        nodes, graph = self.nodes, None
        for subject, predicate, value, graph in quads:  # noqa: B007 (the last one is used)
            key = subject.value
            props = nodes.get(key)
            if props is None:
                props = nodes[key] = {}
            name = predicate.value
            values = props.get(name)
            if values is None:
                props[name] = [value]
            else:
                values.append(value)
        if isinstance(graph, ox.NamedNode):
            self.graph = graph.value
        self._classes: dict[str, frozenset[str]] = {}

    def classes(self, node: str) -> frozenset[str]:
        """All classes of a node, by its types here and in `known`, with their superclasses."""
        found = self._classes.get(node)
        if found is None:
            here = frozenset(self.values(node, TYPE))
            found = self._classes[node] = closure(here | self.known.get(node, frozenset()))
        return found

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Nodes that have `value` (an IRI) under `predicate`."""
        if predicate not in self._inverse:
            inverse = self._inverse[predicate] = {}
            for node, props in self.nodes.items():
                for term in props.get(predicate, ()):
                    if not isinstance(term, ox.Triple):
                        inverse.setdefault(term.value, []).append(node)
        return self._inverse[predicate].get(value, [])

    def values(self, node: str, predicate: str) -> list[str]:
        """Values of a property as text: IRIs and lexical forms."""
        return [v.value for v in self.nodes.get(node, _NOTHING).get(predicate, ()) if not isinstance(v, ox.Triple)]

    def evidence(self, node: str) -> tuple[str, ...]:
        """What a node rests on: its passages, or those of what speaks of it, or its row of the register."""
        passages = self._passages.get(node, ()) or ([node] if _QUOTED in self.nodes.get(node, _NOTHING) else [])
        shown = list(dict.fromkeys(passages))[:_CITED]
        cited = [f"“{text}” <{passage}>" for passage in shown for text in self.values(passage, _QUOTED)[:1]]
        rows = self.values(node, _ROW) or [
            row for name in _NAMING for other in self.subjects(name, node) for row in self.values(other, _ROW)
        ]
        return tuple(dict.fromkeys([*cited, *rows]))

    @cached_property
    def _passages(self) -> Mapping[str, list[str]]:
        """Passages of each node: its own, and those of the finding that points to it or to a tenure it holds."""
        found: dict[str, list[str]] = {}
        for node, props in self.nodes.items():
            own = self.values(node, _PASSAGE) if _PASSAGE in props else []
            pointed = [target for name in _POINTING for target in self.values(node, name)]
            for target in (node, *pointed) if own else ():
                found.setdefault(target, []).extend(own)
        for node, props in self.nodes.items():
            for holder in self.values(node, _HOLDER) if _HOLDER in props else ():
                found.setdefault(holder, []).extend(found.get(node, ()))
        return found


def types_of(quads: Iterable[ox.Quad]) -> dict[str, frozenset[str]]:
    """Classes that the quads state, by node; superclasses are not added."""
    found: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate.value == TYPE and isinstance(quad.object, ox.NamedNode):
            found.setdefault(quad.subject.value, set()).add(quad.object.value)  # type: ignore[union-attr]
    return {node: frozenset(types) for node, types in found.items()}


_NOTHING: Props = {}
