"""Checks the quads of one named graph against the shapes, in plain Python."""

from collections.abc import Iterable, Mapping
from functools import cache

import pyoxigraph as ox

from podium.checks.compiled import Plan, plan
from podium.checks.hierarchy import closure
from podium.checks.index import TYPE, Index, Props, types_of
from podium.checks.shapes import Shape, read_shapes
from podium.checks.violation import Violation

__all__ = ["check_index", "check_quads", "register_types"]


def check_quads(quads: Iterable[ox.Quad], known: Mapping[str, frozenset[str]] | None = None) -> list[Violation]:
    """What violates a shape in the quads of one release (or another single named graph); empty if it conforms.

    `known` gives the classes of things that are described elsewhere, by IRI; without it, those of the bundled
    register. What neither the quads nor `known` describe counts as missing.
    """
    return check_index(Index(quads, register_types() if known is None else known))


@cache
def register_types() -> Mapping[str, frozenset[str]]:
    """Classes of all things in the bundled register, by IRI."""
    from podium import register
    from podium.triples.register import register_quads

    return types_of(register_quads(register.load()))


def check_index(index: Index) -> list[Violation]:
    """What violates a shape in an index; see `check_quads`. Ordered by shape and node."""
    found = sorted(
        {(shape.name, node, value): shape for shape, node, value in _violations(index)}.items(),
        key=lambda item: (item[0][0], item[0][1], item[0][2] or ""),
    )
    return [_report(shape, node, value, index) for (_, node, value), shape in found]


def _violations(index: Index) -> list[tuple[Shape, str, str | None]]:
    found: list[tuple[Shape, str, str | None]] = []
    by_predicate, known = _predicate_targets(), index.known
    plans: dict[tuple[str, ...], Plan] = {}
    for node, props in index.nodes.items():
        types, elsewhere = props.get(TYPE), known.get(node)
        if types or elsewhere:
            key = (*[t.value for t in types or ()], *(elsewhere or ()))  # type: ignore[union-attr]
            current = plans.get(key)
            if current is None:
                current = plans[key] = plan("targetClass", closure(frozenset(key)))
            _run(current, node, props, index, found)
        for kind, predicate, there in by_predicate:
            if predicate not in props:
                continue
            if kind == "targetSubjectsOf":
                _run(there, node, props, index, found)
            else:
                for target in index.values(node, predicate):
                    _run(there, target, index.nodes.get(target, {}), index, found)
    return found


def _run(current: Plan, node: str, props: Props, index: Index, found: list[tuple[Shape, str, str | None]]) -> None:
    """Append what violates the plan's shapes at one node. This loop is what a check spends its time in."""
    rules, missing = current.for_node(tuple(props))
    for shape, check in rules:
        bad = check(node, props, index)
        if bad:
            found += [(shape, node, value) for value in bad]
    if missing and node not in index.known:  # what the register describes need not be described again by a release
        found += [(shape, node, None) for shape in missing]


@cache
def _predicate_targets() -> tuple[tuple[str, str, Plan], ...]:
    targets = {target for shape in read_shapes() for target in shape.targets if target[0] != "targetClass"}
    return tuple((kind, iri, plan(kind, frozenset([iri]))) for kind, iri in sorted(targets))


def _report(shape: Shape, node: str, value: str | None, index: Index) -> Violation:
    evidence = index.evidence(node)
    if value is not None and value in index.nodes and value != node:
        evidence = tuple(dict.fromkeys((*evidence, *index.evidence(value))))
    shown = None if value in (None, node) else value
    return Violation(shape.name, node, shape.message_de, shape.message_en, index.graph, shown, evidence)
