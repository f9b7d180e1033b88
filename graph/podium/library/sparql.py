"""Free SPARQL: the answer typed by what the literals say."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from podium.queries.readonly import refuse_what_changes
from podium.store import Store
from podium.tables import Column, Table, Value, typed

if TYPE_CHECKING:
    import rdflib

    from podium.library.frames import Answer

__all__ = ["answer"]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPES = {
    _XSD + "integer": "integer", _XSD + "int": "integer", _XSD + "long": "integer",
    _XSD + "nonNegativeInteger": "integer", _XSD + "decimal": "decimal", _XSD + "double": "decimal",
    _XSD + "float": "decimal", _XSD + "boolean": "boolean", _XSD + "date": "day",
}  # fmt: skip


def answer(store: Store, query: str, pages: Mapping[str, str]) -> "Answer | bool | rdflib.Graph":
    """See `Graph.sparql`."""
    refuse_what_changes(query)
    result = store.query(query)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QueryTriples):
        from podium.library.rdf import graph

        return graph(result)
    from podium.library.frames import frame

    return frame(_table(result), pages)


def _table(result: ox.QuerySolutions) -> Table:
    names = [variable.value for variable in result.variables]
    rows = [tuple(row[i] for i in range(len(names))) for row in result]
    terms = list(zip(*rows, strict=True)) or [()] * len(names)
    types = [_type(column) for column in terms]
    columns = [[_value(term, type_) for term in column] for column, type_ in zip(terms, types, strict=True)]
    return Table(
        tuple(Column(name, type_) for name, type_ in zip(names, types, strict=True)),
        tuple(zip(*columns, strict=True)) if rows else (),
    )


def _type(terms: tuple[object, ...]) -> str:
    """The one type of all that is there; "string" where they differ."""
    found = {_type_of(term) for term in terms if term is not None}
    if found == {"integer", "decimal"}:
        return "decimal"
    return found.pop() if len(found) == 1 else "string"


def _type_of(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return "iri"
    return _TYPES.get(term.datatype.value, "string") if isinstance(term, ox.Literal) else "string"


def _value(term: object, type_: str) -> Value:
    if term is None:
        return None
    text = str(term.value) if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)
    return typed(text, type_)
