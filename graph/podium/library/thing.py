"""One thing of a graph: what all kinds have in common."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import pyoxigraph as ox

from podium.namespaces import ID, POD
from podium.queries import library
from podium.tables import Table

if TYPE_CHECKING:
    from podium.explain import Explanation
    from podium.library.graph import Graph
    from podium.view import InlinePage

__all__ = ["Thing"]


@dataclass(frozen=True, repr=False)
class Thing:
    """One thing of a graph: `iri`, `name`, and what notebooks show of it.

    Questions take it as a parameter: `graph.ask.speakers(event=graph.event("Tag der Jobcenter 2021"))`.
    """

    graph: "Graph" = field(compare=False)
    iri: str
    name: str
    kinds: ClassVar[tuple[str, ...]] = ()

    def explain(self, limit: int = 50) -> "Explanation":
        """All assertions about it, each with its sentence or its row of the register.

        >>> graph.instrument("Bürgergeld").explain(limit=1).kind
        'Instrument'
        """
        return self.graph.explain(self, limit)

    def view(self, **options: Any) -> "InlinePage":
        """The page with what surrounds it, inline; options as of `Graph.view`.

        >>> graph.person("Heil").view(height=300).height
        300
        """
        return self.graph.view(self, **options)

    def value(self, name: str) -> str | None:
        """The first value of one of our properties ("legalBasisText"), the register's before a release's.

        >>> graph.instrument("Kurzarbeitergeld").value("legalBasisText")
        '§§ 95–109 SGB III'
        """
        found = self._values.get(name)
        return found[0] if found else None

    def values(self, name: str) -> tuple[str, ...]:
        """All values of one of our properties, sorted.

        >>> graph.jobcenter("Köln").values("organisationKind")
        ('https://w3id.org/podium/vocabulary/organisation-kind/jobcenter',)
        """
        return tuple(sorted(set(self._values.get(name, ()))))

    @cached_property
    def _values(self) -> dict[str, list[str]]:
        rows = self.graph.store.query(
            f"SELECT ?g ?p ?o {{ GRAPH ?g {{ <{self.iri}> ?p ?o }} FILTER(STRSTARTS(STR(?p), '{POD}')) }}"
        )
        assert isinstance(rows, ox.QuerySolutions)
        found: dict[str, list[str]] = {}
        # The names of our graphs (…/graph/register) come before those of the releases (…/id/release/…).
        for _, predicate, value in sorted((row["g"].value, row["p"].value, row["o"].value) for row in rows):
            found.setdefault(predicate.removeprefix(POD), []).append(value)
        return found

    def _tables(self) -> list[tuple[str, Table]]:
        """What notebooks show below the facts: titles and tables."""
        return []

    def _facts(self) -> list[tuple[str, str]]:
        """What notebooks show first: names and values."""
        return []

    def _ask(self, question: str, **parameters: str) -> Table:
        return library()[question].run(self.graph.store, parameters)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {'id:' + self.iri.removeprefix(ID)!r})"

    def _repr_html_(self) -> str:
        from podium.library.html import thing_html

        return thing_html(self)
