"""From a name to the one thing of a kind: a person, a jobcenter by its place, an event or a series."""

from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from podium.library.names import AmbiguousName, UnknownName, resolve
from podium.library.thing import Thing
from podium.library.things import Event, Jobcenter
from podium.namespaces import POD, slug
from podium.queries.names import find

if TYPE_CHECKING:
    from podium.library.graph import Graph

__all__ = ["as_thing"]

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_Kind = TypeVar("_Kind", bound=Thing)


def as_thing(graph: "Graph", name: str, kind: type[_Kind]) -> _Kind:
    """The one thing of that class that `name` means; raises UnknownName and AmbiguousName."""
    iri = _resolved(graph, name, kind)
    label = _label(graph, iri)
    if label is None:
        raise UnknownName(f"The store knows no {kind.__name__.lower()} <{iri}>")
    return kind(graph, iri, label)


def _resolved(graph: "Graph", name: str, kind: type[Thing]) -> str:
    if issubclass(kind, Jobcenter):
        return _jobcenter(graph, name)
    if issubclass(kind, Event):
        return _event(graph, name)
    return resolve(graph.store, name, *kind.kinds)[0]


def _jobcenter(graph: "Graph", name: str) -> str:
    """By its name, or by its place: "Köln" is "Jobcenter Köln"."""
    if ":" in name:
        return resolve(graph.store, name, "organisation")[0]
    for form in (f"Jobcenter {name}", name):
        found = [(iri, label) for iri, label in find(graph.store, "organisation", form) if _is_jobcenter(graph, iri)]
        if len(found) == 1:
            return found[0][0]
        if found:
            raise AmbiguousName(name, "jobcenter", found)
    raise UnknownName(f"No jobcenter is called {name!r}; `graph.ask.carrier_history()` lists all")


def _is_jobcenter(graph: "Graph", iri: str) -> bool:
    return bool(graph.store.query(f"ASK {{ <{iri}> a <{POD}Jobcenter> }}"))


def _event(graph: "Graph", name: str) -> str:
    """An event by its own name; what is the name of a series, too, means the series."""
    if ":" in name and " " not in name:
        return resolve(graph.store, name, "event")[0]
    series, events = find(graph.store, "series", name), find(graph.store, "event", name)
    for found in (series, events):
        exact = [iri for iri, label in found if slug(label) == slug(name) and _label(graph, iri) == label]
        if len(exact) == 1:
            return exact[0]
    for found in (series, events):
        if len(found) == 1:
            return found[0][0]
    if events:
        raise AmbiguousName(name, "event", [(iri, _label(graph, iri) or label) for iri, label in events])
    return resolve(graph.store, name, "event", "series")[0]  # raises UnknownName, with what is spelt alike


def _label(graph: "Graph", iri: str) -> str | None:
    """The German label: the register's, else the first of a release."""
    rows = graph.store.query(f"SELECT ?g ?l {{ GRAPH ?g {{ <{iri}> <{_LABEL}> ?l }} FILTER(LANG(?l) IN ('de', '')) }}")
    assert isinstance(rows, ox.QuerySolutions)
    return min(((row["g"].value, row["l"].value) for row in rows), default=("", None))[1]
