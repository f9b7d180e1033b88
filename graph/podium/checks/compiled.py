"""The shapes as Python functions: each takes a node and returns the values that violate the shape."""

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

import pyoxigraph as ox

from podium.checks.index import Index, Props, Term
from podium.checks.shapes import SH, Shape, ShapeError, read_shapes
from podium.checks.special import SPECIAL

__all__ = ["Plan", "Rule", "plan"]

# A test sees a value, its text (IRI or lexical form, taken once for all tests) and the index.
_Test = Callable[[Term, str, Index], bool]
# A check sees a node, its properties and the index; it returns the offending values, None for a missing one.
_Check = Callable[[str, Props, Index], Sequence[str | None]]
Rule = tuple[Shape, _Check]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {
    _XSD + "integer": re.compile(r"[+-]?\d+"),
    _XSD + "decimal": re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)"),
    _XSD + "boolean": re.compile(r"true|false|1|0"),
    _XSD + "gYear": re.compile(r"-?\d{4,}"),
    _XSD + "gYearMonth": re.compile(r"-?\d{4,}-(0[1-9]|1[0-2])"),
}


class Plan:
    """What to check on nodes of given classes, sorted so that most nodes cost one look-up per property they have.

    `present`: rules that need a value, by predicate. `always`: rules to run on each node (missing values, inverse
    paths, constraints over several properties). `required`: shapes by the predicate that must not be missing.
    """

    def __init__(self) -> None:
        self.present: dict[str, list[Rule]] = {}
        self.required: list[tuple[str, Shape]] = []
        self.always: list[Rule] = []
        self._sorted: dict[tuple[str, ...], tuple[list[Rule], list[Shape]]] = {}

    def for_node(self, predicates: tuple[str, ...]) -> tuple[list[Rule], list[Shape]]:
        """Rules to run on a node that has just these predicates, and shapes that it violates by lacking one."""
        found = self._sorted.get(predicates)
        if found is None:
            rules = [rule for name in predicates for rule in self.present.get(name, ())]
            missing = [shape for name, shape in self.required if name not in predicates]
            found = self._sorted[predicates] = (rules + self.always, missing)
        return found

    def add(self, shape: Shape) -> None:
        """Sort one shape in."""
        constraints = dict(shape.constraints)
        if len(shape.path) == 1 and not shape.inverse and "equals" not in constraints:
            if constraints.get("minCount"):
                self.required.append((shape.path[0], shape))
            self.present.setdefault(shape.path[0], []).append((shape, _values_rule(shape)))
        else:
            self.always.append((shape, _node_rule(shape)))


@cache
def plan(kind: str, names: frozenset[str]) -> Plan:
    """Plan for nodes that are targets of `kind` ("targetClass") under one of `names` (all their classes)."""
    found = Plan()
    for shape in read_shapes():
        if any(target in names and how == kind for how, target in shape.targets):
            found.add(shape)
    return found


def _node_rule(shape: Shape) -> _Check:
    constraints = dict(shape.constraints)
    if "sparql" in constraints:
        if shape.name not in SPECIAL:
            raise ShapeError(f"Shape {shape.name}: sh:sparql needs a function of that name in podium.checks.special")
        return SPECIAL[shape.name]
    if "equals" in constraints:
        ours, theirs = shape.path[0], constraints["equals"].value  # type: ignore[attr-defined]
        return lambda node, props, index: _unequal(props.get(ours, []), props.get(theirs, []))
    if not shape.path:
        tests = _tests(shape)
        return _on_node(tests)
    check = _values_rule(shape)
    least = int(str(constraints.get("minCount", 0)))

    def over_path(node: str, props: Props, index: Index) -> Sequence[str | None]:
        if shape.inverse:
            values: list[Term] = [_named(subject) for subject in index.subjects(shape.path[0], node)]
        else:
            values = [value for name in shape.path for value in props.get(name, ())]
        if len(values) < least:
            return (None,)
        return check(node, {"": values}, index) if values else ()

    return over_path


def _on_node(tests: list[_Test]) -> _Check:
    """Tests on the node itself; they read its text, of the term they need only the type."""

    def check(node: str, props: Props, index: Index) -> Sequence[str | None]:
        term = _ANY_IRI if ":" in node else _ANY_BLANK
        for test in tests:
            if not test(term, node, index):
                return (None,)
        return ()

    return check


_ANY_IRI, _ANY_BLANK = ox.NamedNode("urn:any"), ox.BlankNode()


def _values_rule(shape: Shape) -> _Check:
    """Checks the values of one property (under "" where the caller gathered them); at least one is there."""
    constraints = dict(shape.constraints)
    most, least = constraints.get("maxCount"), int(str(constraints.get("minCount", 0)))
    simple = least < 2 and most != 0
    tests = _tests(shape)
    name = shape.path[0] if len(shape.path) == 1 and not shape.inverse else ""

    def check(node: str, props: Props, index: Index) -> Sequence[str | None]:
        values = props[name]
        if len(values) == 1 and simple:  # nearly always
            value = values[0]
            text = value.value  # type: ignore[union-attr]
            for test in tests:
                if not test(value, text, index):
                    return (text,)
            return ()
        bad: list[str | None] = []
        if most is not None and len(values) > most and len(set(values)) > most:  # type: ignore[operator]
            bad += [_text(value) for value in dict.fromkeys(values)]
        if least > 1 and len(set(values)) < least:
            bad.append(None)
        for value in values:
            text = value.value  # type: ignore[union-attr]
            for test in tests:
                if not test(value, text, index):
                    bad.append(text)
                    break
        return bad

    return check


def _tests(shape: Shape) -> list[_Test]:
    return [_MAKERS[key](value) for key, value in shape.constraints if key in _MAKERS]


def _unequal(ours: list[Term], theirs: list[Term]) -> Sequence[str]:
    return () if ours == theirs else [_text(value) for value in set(ours) ^ set(theirs)]


def _named(node: str) -> Term:
    return ox.NamedNode(node) if ":" in node else ox.BlankNode(node)


def _text(term: Term) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def _of_datatype(term: ox.NamedNode) -> _Test:
    wanted, pattern = term, _NUMBERS.get(term.value)
    if term.value == _XSD + "date":
        return lambda value, text, index: type(value) is ox.Literal and value.datatype == wanted and _is_date(text)
    if pattern is None:
        return lambda value, text, index: type(value) is ox.Literal and value.datatype == wanted
    matches = pattern.fullmatch
    return lambda value, text, index: (
        type(value) is ox.Literal and value.datatype == wanted and matches(text) is not None
    )


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text[:10])
    except ValueError:
        return False
    return len(text) >= 10 and text[4] == "-"


def _matching(term: ox.Literal) -> _Test:
    search = re.compile(term.value).search
    return lambda value, text, index: type(value) is not ox.BlankNode and search(text) is not None


def _in_range(bound: ox.Literal, sign: int) -> _Test:
    limit = Decimal(bound.value)

    def test(value: Term, text: str, index: Index) -> bool:
        try:
            return type(value) is ox.Literal and (Decimal(text) - limit) * sign >= 0
        except InvalidOperation:
            return False

    return test


def _in_language(tags: tuple[ox.Literal, ...]) -> _Test:
    wanted = tuple(tag.value for tag in tags)
    return lambda value, text, index: type(value) is ox.Literal and (value.language or "").split("-")[0] in wanted


def _any_of(pairs: tuple[tuple[str, Term], ...]) -> _Test:
    tests = [_MAKERS[key](value) for key, value in pairs]
    return lambda value, text, index: any(test(value, text, index) for test in tests)


def _none_of(pairs: tuple[tuple[str, Term], ...]) -> _Test:
    accepts = _any_of(pairs)
    return lambda value, text, index: not accepts(value, text, index)


def _of_kind(kind: ox.NamedNode) -> _Test:
    if kind.value != SH + "IRI":
        raise ShapeError(f"Cannot compile sh:nodeKind {kind}")
    return lambda value, text, index: type(value) is ox.NamedNode


def _of_class(name: ox.NamedNode) -> _Test:
    wanted = name.value
    return lambda value, text, index: type(value) is not ox.Literal and wanted in index.classes(text)


def _one_of(values: tuple[Term, ...]) -> _Test:
    allowed = frozenset(values)
    return lambda value, text, index: value in allowed


def _at_least(length: int) -> _Test:
    return lambda value, text, index: len(text) >= length and type(value) is not ox.BlankNode


_MAKERS: dict[str, Callable[..., _Test]] = {
    "datatype": _of_datatype,
    "class": _of_class,
    "nodeKind": _of_kind,
    "pattern": _matching,
    "minLength": _at_least,
    "languageIn": _in_language,
    "minInclusive": lambda bound: _in_range(bound, 1),
    "maxInclusive": lambda bound: _in_range(bound, -1),
    "in": _one_of,
    "or": _any_of,
    "not": _none_of,
}
