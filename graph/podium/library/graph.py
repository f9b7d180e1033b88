"""The graph as users meet it: what one may do with a store, in one place and under short names."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from podium.errors import UsageError
from podium.library.asking import Ask, as_python, as_typed
from podium.library.finding import as_thing
from podium.library.names import resolve
from podium.library.thing import Thing
from podium.library.things import Event, Instrument, Jobcenter, Organisation, Person
from podium.queries import NamedQuery, library
from podium.store import Store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from podium.explain import Explanation
    from podium.ingest import Outcome, Summary
    from podium.library.frames import Answer
    from podium.view import InlinePage

__all__ = ["Graph"]

_ANY = ("person", "organisation", "series", "event", "instrument", "release")


class Graph:
    """A graph of who spoke where, in what role: made by `podium.open` or `podium.examples`.

    `ask` has the questions of the library: `graph.ask("speakers", since=2021)` or `graph.ask.speakers(since=2021)`
    gives a data frame with typed columns, see `podium.library.asking.Ask`.

    It is a context manager, which closes it; until then a folder is locked for other programs that write. In the
    examples below `graph` is that of `podium.examples()`:

    >>> import podium
    >>> with podium.examples() as graph:
    ...     graph.person("Heil").name
    'Hubertus Heil'
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.closed = False
        self.ask = Ask(self._answer)
        self._pages: dict[str, str] | None = None

    def ingest(
        self,
        *sources: str | Path,
        jobs: int = 1,
        all_persons: bool = False,
        min_confidence: float = 0.0,
        progress: Callable[[str, "Outcome"], None] | None = None,
    ) -> "Summary":
        """Read releases into the graph: files, folders, globs, archives, web pages, feeds.

        A release that has changed replaces what it said before; what cannot be read is in the summary's `rejected`
        with its reason. `jobs` is the number of processes that read (with more than one, a script needs
        `if __name__ == "__main__":`, a notebook does not); `progress` is called once a release with where it was found
        and "new", "unchanged", "replaced" or "rejected". Raises StoreError when the store fails.

        >>> import podium, tempfile, pathlib
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> _ = (folder / "tag.txt").write_text("„Das hilft“, sagte Landrat Reinhard Sager.", encoding="utf-8")
        >>> graph = podium.open()
        >>> graph.ingest(folder).new
        1
        """
        from podium.ingest import ingest

        if not sources:
            raise UsageError("Say what to ingest: files, folders, globs, archives or addresses")
        self._pages = None
        quiet: Callable[[str, Outcome], None] = lambda source, outcome: None  # noqa: E731
        return ingest(
            [str(source) for source in sources],
            self.store,
            workers=jobs,
            all_persons=all_persons,
            min_confidence=min_confidence,
            progress=progress or quiet,
        )

    def forget(self, *releases: str) -> int:
        """Remove releases (IRI, address, id or path) and what only they said; says how many there were.

        >>> import podium
        >>> graph = podium.examples()
        >>> graph.forget(graph.ask.releases_of_publisher().loc[0, "release"])
        1
        """
        from podium.inference import forget
        from podium.store.lookup import find_releases

        found = {iri for release in releases for iri in find_releases(self.store, str(release))}
        self._pages = None
        return forget(self.store, sorted(found))

    def questions(self) -> "Answer":
        """The questions that `ask` answers: name, subject, question in German and English, parameters, columns.

        >>> graph.questions().set_index("name").loc["quotes-of-person", "question_de"]
        'Was hat eine Person wörtlich gesagt?'
        """
        from podium.library.frames import Answer

        return Answer(
            {
                "name": name,
                "subject": query.subject,
                "question_de": query.header.question["de"],
                "question_en": query.header.question["en"],
                "parameters": ", ".join(parameter.name for parameter in query.parameters),
                "columns": ", ".join(column.name for column in query.columns),
            }
            for name, query in library().items()
        )

    def sparql(self, query: str) -> "Answer | bool | rdflib.Graph":
        """The answer to a SPARQL query: a data frame for SELECT, a truth value for ASK, a graph for CONSTRUCT.

        The default graph is the union of all graphs. Columns whose values are all numbers, truth values or days are
        typed, IRIs are links. Raises UsageError for what is no query, changes the store, or asks other machines.

        >>> graph.sparql("ASK { ?tenure <https://w3id.org/podium/ontology#holder> ?person }")
        True
        """
        from podium.library.sparql import answer

        return answer(self.store, query, self.pages())

    def view(
        self,
        focus: "str | Thing | None" = None,
        *,
        query: str | None = None,
        parameters: Mapping[str, Any] | None = None,
        limit: int | None = None,
        height: int = 640,
    ) -> "InlinePage":
        """The interactive page, shown inline as the last value of a notebook's cell, `height` pixels high.

        `focus` is a name, an IRI or a thing, whose neighbourhood is shown; `query` a question of the library, asked
        with `parameters`, whose answer is. `.html` is the whole page as a text. Raises UsageError for an unknown name.

        >>> graph.view("Hubertus Heil").html.startswith("<!DOCTYPE html>")
        True
        """
        from podium.view import LIMIT, inline

        name = focus.iri if isinstance(focus, Thing) else focus
        typed = as_typed(parameters or {})
        return inline(self.store, name, query=query, parameters=typed, limit=limit or LIMIT, height=height)

    def network(
        self,
        kind: str = "persons",
        since: str | int | datetime.date | None = None,
        until: str | int | datetime.date | None = None,
        *,
        announced: bool = False,
    ) -> "nx.Graph[str]":
        """A network for networkx: "persons" (who share events), "persons-organisations", "organisations-instruments", …

        `since` and `until` are ISO dates or years, both included; `announced` adds what was only announced. Nodes are
        IRIs with `label` and `kind`, edges have `weight` and `evidence` (IRIs that `explain` takes);
        `podium.network.KINDS` lists all kinds with what their edges mean. Raises UsageError for another kind.

        >>> network = graph.network("persons", since=2021, until=2021)
        >>> heil = "https://w3id.org/podium/id/person/hubertus-heil"
        >>> network.nodes[heil]["label"]
        'Hubertus Heil'
        """
        from podium.network.kinds import build

        return build(self.store, kind, since=since, until=until, announced=announced)

    def explain(self, iri_or_name: "str | Thing", limit: int = 50) -> "Explanation":
        """Why the graph says something: the rule, the sentence and the release, or the row of the register.

        For an IRI (also from a cell of a table) or a name; at most `limit` assertions about a thing. Printing it gives
        lines of text. Raises UnknownName, AmbiguousName, UsageError for an IRI of which nothing is known.

        >>> contribution = graph.ask.speakers(event="Tag der Jobcenter 2021").loc[0, "contribution"]
        >>> graph.explain(contribution).evidence[0].text
        'Bundesminister Hubertus Heil hielt eine Rede, in der er auf die Monate der Pandemie zurückschaute.'
        """
        from podium.explain import explain

        name = iri_or_name.iri if isinstance(iri_or_name, Thing) else iri_or_name
        return explain(self.store, resolve(self.store, name, *_ANY)[0], limit)

    def person(self, name: str) -> Person:
        """The person of that name, or of a part of it; `.roles()`, `.contributions()`, `.quotes()` are data frames.

        Raises UnknownName with what is spelt alike, AmbiguousName with the candidates.

        >>> graph.person("Scheele")
        Person('Detlef Scheele', 'id:person/detlef-scheele')
        """
        return as_thing(self, name, Person)

    def organisation(self, name: str) -> Organisation:
        """The organisation of that name or abbreviation.

        >>> graph.organisation("BMAS").name
        'Bundesministerium für Arbeit und Soziales'
        """
        return as_thing(self, name, Organisation)

    def jobcenter(self, name: str) -> Jobcenter:
        """The jobcenter of that name or place, with its carriers.

        >>> koeln = graph.jobcenter("Köln")
        >>> koeln.name, koeln.carrier_type
        ('Jobcenter Köln', 'gE')
        """
        return as_thing(self, name, Jobcenter)

    def event(self, name: str) -> Event:
        """The event of that name, or the series of events, which has `editions`.

        >>> graph.event("Tag der Jobcenter 2021").date
        '2021-04-27'
        """
        return as_thing(self, name, Event)

    def instrument(self, name: str) -> Instrument:
        """The instrument, benefit or law of that name.

        >>> graph.instrument("Kurzarbeitergeld").legal_basis
        '§§ 95–109 SGB III'
        """
        return as_thing(self, name, Instrument)

    def to_rdflib(self) -> "rdflib.Dataset":
        """A copy of all quads as an `rdflib.Dataset`, whose default graph is the union of all graphs.

        >>> from rdflib import FOAF, Literal
        >>> dataset = graph.to_rdflib()
        >>> [str(iri) for iri in set(dataset.subjects(FOAF.name, Literal("Hubertus Heil")))]
        ['https://w3id.org/podium/id/person/hubertus-heil']
        """
        from podium.library.rdf import dataset

        return dataset(self.store)

    def pages(self) -> Mapping[str, str]:
        """Address of the original by IRI of the release, for those that have one.

        >>> len(graph.pages()) > 50
        True
        """
        if self._pages is None:
            rows = self.store.query(
                "SELECT ?r ?url { GRAPH ?r { ?r <https://w3id.org/podium/ontology#textHash> ?h ; "
                "<http://purl.org/dc/terms/source> ?url } }"
            )
            self._pages = {row["r"].value: row["url"].value for row in rows}  # type: ignore[union-attr]
        return self._pages

    def close(self) -> None:
        """Write what is pending and free the folder for other programs; twice is harmless.

        >>> import podium
        >>> other = podium.open()
        >>> other.close()
        >>> other.closed
        True
        """
        self.store.close()
        self.closed = True

    def _answer(self, query: NamedQuery, parameters: Mapping[str, str]) -> "Answer":
        from podium.library.frames import frame

        try:
            table = query.run(self.store, parameters)
        except UsageError as error:
            raise UsageError(as_python(str(error))) from error
        table = replace(table, notes=tuple(map(as_python, table.notes)))
        return frame(table, self.pages(), question=dict(query.header.question))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        if self.closed:
            return f"<Graph in {self.store.location}, closed>"
        return f"<Graph in {self.store.location}: {len(self.store.release_hashes()):,} releases>"
