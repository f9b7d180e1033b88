"""What the page takes from the store: rows of the queries beside this file, and all that is said of chosen things."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from podium.errors import StoreError
from podium.namespaces import POD
from podium.store import Store

__all__ = ["Facts", "Row", "describe", "first", "rows"]

Row = tuple[str | None, ...]
# Thing → local name of a property → its values, sorted; a value is an IRI or the text of a literal.
Facts = Mapping[str, Mapping[str, tuple[str, ...]]]

_QUERIES = Path(__file__).parent / "queries"
_BATCH = 1000  # things a query: some hundred kilobytes, which any endpoint takes
# All that the page reads of a thing, by local name. Selectors, positions (they stand in the IRI of a passage) and the
# like are most of a store, and the page shows none of them.
_READ = (
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type"),
    ("http://www.w3.org/2000/01/rdf-schema#", "label"),
    ("http://www.w3.org/2004/02/skos/core#", "prefLabel altLabel"),
    ("http://xmlns.com/foaf/0.1/", "name title"),
    ("http://purl.org/dc/terms/", "title source publisher issued"),
    (
        POD,
        "gender organisationKind date endDate from until place series legalBasisText registerRow unverified "
        "seenInOffice inRole utterance rule confidence passage speakerAsPrinted contributionKind kindAsPrinted "
        "announced roleAsPrinted about speechForm cue quotation quotedText publisherName sourcePath titleAsPrinted "
        "former designated acting deputy holder ofOffice titleMasculine titleFeminine correspondsTo",
    ),
)


_PROPERTIES = tuple(f"<{space}{name}>" for space, names in _READ for name in names.split())
_NO_KIND = _PROPERTIES[1:]  # without the type, of which a thing has several


@cache
def _text(name: str) -> str:
    return (_QUERIES / f"{name}.rq").read_text("utf-8")


def rows(store: Store, name: str, **only: Iterable[str] | None) -> list[Row]:
    """Rows of the query `queries/{name}.rq`, without doubles, sorted, so that the page does not depend on order.

    `only` restricts variables to IRIs: `VALUES ?speaker { UNDEF }` in the query takes those of `speaker`, and falls
    away where that is None.
    """
    text = _text(name)
    for variable, things in only.items():
        line = rf"\n *VALUES \?{variable} {{ UNDEF }}"
        if things is None:
            text = re.sub(line, "", text)
            continue
        values = " ".join(f"<{thing}>" for thing in sorted(set(things)))
        text = text.replace(f"VALUES ?{variable} {{ UNDEF }}", f"VALUES ?{variable} {{ {values} }}")
    return sorted(set(_select(store, text)), key=lambda row: [value or "" for value in row])


def describe(store: Store, where: Mapping[str, Iterable[str]], kinds: bool = True) -> Facts:
    """What is said of things (IRIs) in the graphs named for each; things of which nothing is said there are left out.

    A person of whom a thousand releases speak is in a thousand graphs, which all say the same: hence the graphs.
    `kinds` reads the types as well. Properties go by their local name ("quotedText"): the terms that the page reads
    have different ones.
    """
    found: dict[str, dict[str, set[str]]] = {}
    properties = ", ".join(_PROPERTIES if kinds else _NO_KIND)
    pairs = sorted((graph, thing) for thing, graphs in where.items() for graph in set(graphs))
    for start in range(0, len(pairs), _BATCH):
        batch = pairs[start : start + _BATCH]
        # A number stands for the thing: to look up its IRI for each row would take the store half as long again.
        values = " ".join(f"(<{graph}> <{thing}> {number})" for number, (graph, thing) in enumerate(batch))
        query = (
            f"SELECT ?n ?p ?o WHERE {{ VALUES (?g ?s ?n) {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} "
            f"FILTER(?p IN ({properties})) }}"
        )
        for number, predicate, value in _solutions(store, query):
            # Of texts with a language only the German ones, those of the releases; English names are for vocabularies.
            if getattr(value, "language", None) in (None, "de"):
                said = found.setdefault(batch[int(number.value)][1], {})
                said.setdefault(_local(predicate.value), set()).add(value.value)
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
    return [tuple(None if term is None else str(term.value) for term in row) for row in _solutions(store, sparql)]


def _solutions(store: Store, sparql: str) -> Iterator[Any]:
    result = store.query(sparql)
    if not isinstance(result, ox.QuerySolutions):
        raise StoreError("The store answers a SELECT query with something else than rows")
    return iter(result)


@cache
def _local(predicate: str) -> str:
    return re.split("[/#]", predicate)[-1]
