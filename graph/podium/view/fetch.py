"""What the page takes from the store: rows of the queries beside this file, and all that is said of chosen things."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from podium.errors import StoreError
from podium.namespaces import POD
from podium.store import Store

__all__ = ["Facts", "Row", "describe", "first", "rows"]

Row = tuple[str | None, ...]
# Thing → local name of a property → its values, sorted; a value is an IRI or the text of a literal.
Facts = Mapping[str, Mapping[str, tuple[str, ...]]]

_QUERIES = Path(__file__).parent / "queries"
# Of texts with a language only the German ones, those of the releases; English names are the vocabularies' business.
_GERMAN = 'FILTER(!isLiteral(?o) || LANG(?o) IN ("", "de"))'
_BATCH = 400  # things a query: some hundred kilobytes, which any endpoint takes
# What the page never shows, but passages, contributions and jobcenters have much of.
_UNREAD = (
    "FILTER(?p NOT IN (<http://www.w3.org/ns/oa#hasSelector>, <http://www.w3.org/ns/prov#wasAssociatedWith>, "
    f"<{POD}servesDistrict>, <{POD}mentions>))"
)


@cache
def _text(name: str) -> str:
    return (_QUERIES / f"{name}.rq").read_text("utf-8")


def rows(store: Store, name: str) -> list[Row]:
    """Rows of the query `queries/{name}.rq`, without doubles, sorted, so that the page does not depend on order."""
    return sorted(set(_select(store, _text(name))), key=lambda row: [value or "" for value in row])


def describe(store: Store, things: Iterable[str]) -> Facts:
    """All statements about `things` (IRIs), whatever graph they are in; things of which nothing is said are left out.

    Properties go by their local name ("quotedText"): the terms that the page reads have different ones.
    """
    found: dict[str, dict[str, set[str]]] = {}
    wanted = sorted(set(things))
    for start in range(0, len(wanted), _BATCH):
        values = " ".join(f"<{thing}>" for thing in wanted[start : start + _BATCH])
        query = f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o {_GERMAN} {_UNREAD} }}"
        for subject, predicate, value in _select(store, query):
            if subject is None or predicate is None or value is None:
                continue
            found.setdefault(subject, {}).setdefault(_local(predicate), set()).add(value)
    return {thing: {name: tuple(sorted(values)) for name, values in said.items()} for thing, said in found.items()}


def first(facts: Facts, thing: str | None, *names: str) -> str | None:
    """The first value of the first of `names` that `thing` has; the longest one where there are several.

    The longest is the fullest form of a name, and it does not depend on which release was read first.
    """
    said = facts.get(thing or "", {})
    for name in names:
        if values := said.get(name):
            return min(values, key=lambda value: (-len(value), value))
    return None


def _select(store: Store, sparql: str) -> list[Row]:
    result = store.query(sparql)
    if not isinstance(result, ox.QuerySolutions):
        raise StoreError("The store answers a SELECT query with something else than rows")
    return [tuple(None if term is None else _value(term) for term in solution) for solution in result]


@cache
def _local(predicate: str) -> str:
    return re.split("[/#]", predicate)[-1]


def _value(term: object) -> str:
    return str(getattr(term, "value", term))
