"""Persons, organisations, jobcenters, events, instruments: each with what is known about it."""

from functools import cached_property
from typing import TYPE_CHECKING

import pyoxigraph as ox

from podium.library.thing import Thing
from podium.namespaces import ID, POD
from podium.tables import Table

if TYPE_CHECKING:
    from podium.library.frames import Answer

__all__ = ["Event", "Instrument", "Jobcenter", "Organisation", "Person"]

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


class Person(Thing):
    """A person: offices and roles, and what he or she contributed."""

    kinds = ("person",)

    @property
    def gender(self) -> str | None:
        """Grammatical gender: "f", "m", or None where neither a title nor the register says so.

        >>> graph.person("Heil").gender
        'm'
        """
        return self.value("gender")

    def offices(self) -> "Answer":
        """Offices by the register and by releases; `origin` says which.

        >>> "Bundesministerium für Arbeit und Soziales" in set(graph.person("Heil").offices()["organisation_name"])
        True
        """
        return self.graph.ask("office-holders", person=self)

    def roles(self) -> "Answer":
        """Roles in which releases name the person, in order of time, each with its sentence.

        >>> "Bundesminister" in set(graph.person("Heil").roles()["title"])
        True
        """
        return self.graph.ask("roles-of-person", person=self)

    def contributions(self) -> "Answer":
        """What the person contributed, where, in what role: one row an utterance.

        >>> "Tag der Jobcenter 2021" in set(graph.person("Heil").contributions()["event_name"])
        True
        """
        return self.graph.ask("contributions-of-person", person=self)

    def quotes(self) -> "Answer":
        """What releases have the person say word for word; the bundled ones are retold, so they quote nobody.

        >>> len(graph.person("Heil").quotes())
        0
        """
        return self.graph.ask("quotes-of-person", person=self)

    def _facts(self) -> list[tuple[str, str]]:
        """Gender, where it is known."""
        return [("gender", {"f": "woman", "m": "man"}.get(self.gender or "", "unknown"))]

    def _tables(self) -> list[tuple[str, Table]]:
        """Offices by the register, contributions."""
        return [
            ("Offices by the register", self._ask("office-holders", person=self.iri, origin="register")),
            ("Contributions", self._ask("contributions-of-person", person=self.iri)),
        ]


class Organisation(Thing):
    """An organisation: who holds and held its offices, who spoke for it."""

    kinds = ("organisation",)

    def offices(self) -> "Answer":
        """Who holds or held which office there, by the register and by releases.

        >>> "Hubertus Heil" in set(graph.organisation("BMAS").offices()["person_name"])
        True
        """
        return self.graph.ask("office-holders", organisation=self)

    def speaking(self) -> "Answer":
        """How often it had a say, itself or through persons who speak for it.

        >>> bool(graph.organisation("BMAS").speaking().loc[0, "contributions"] > 0)
        True
        """
        return self.graph.ask("organisations-speaking", organisation=self)

    def _tables(self) -> list[tuple[str, Table]]:
        """Offices by the register, how often it had a say."""
        return [
            ("Offices by the register", self._ask("office-holders", organisation=self.iri, origin="register")),
            ("How often it has a say", self._ask("organisations-speaking", organisation=self.iri)),
        ]


class Jobcenter(Organisation):
    """A jobcenter of the register, with its carriers over time."""

    @property
    def carrier_type(self) -> str | None:
        """Type of carrier ("Trägerform") on the as-of date of the register: "gE" or "zkT"; None for a former one.

        >>> graph.jobcenter("Köln").carrier_type
        'gE'
        """
        current = self.carriers_over_time.column("current")
        types = self.carriers_over_time.column("carrier_type")
        return next((str(kind) for kind, now in zip(types, current, strict=True) if now), None)

    @cached_property
    def carriers_over_time(self) -> Table:
        """The dated arrangements as a plain table.

        >>> graph.jobcenter("Köln").carriers_over_time.column("carrier_type")
        ['gE']
        """
        return self._ask("carrier-history", jobcenter=self.iri)

    def carriers(self) -> "Answer":
        """Its carriers over time: type, from, until, names, source.

        >>> graph.jobcenter("Köln").carriers()["carrier_type"].to_list()
        ['gE']
        """
        return self.graph.ask("carrier-history", jobcenter=self)

    def _facts(self) -> list[tuple[str, str]]:
        """The type of carrier today."""
        return [("Trägerform", self.carrier_type or "none today")]

    def _tables(self) -> list[tuple[str, Table]]:
        """Carriers over time, then what an organisation shows."""
        return [("Carriers over time", self.carriers_over_time), *super()._tables()]


class Event(Thing):
    """An event, or a series of events with its editions."""

    kinds = ("event", "series")

    @property
    def is_series(self) -> bool:
        """Whether it is a series ("Tag der Jobcenter"), not one of its editions.

        >>> graph.event("Tag der Jobcenter").is_series
        True
        """
        return self.iri.startswith(ID + "series/")

    @property
    def date(self) -> str | None:
        """The (first) day at the precision known ("2021-04-28", "2021"); None for a series or where nobody says.

        >>> graph.event("Tag der Jobcenter 2021").date
        '2021-04-27'
        """
        return self.value("date")

    @property
    def place(self) -> str | None:
        """Where, as printed.

        >>> graph.event("Tag der Jobcenter 2022").place
        'Berlin'
        """
        return self.value("place")

    @property
    def editions(self) -> "tuple[Event, ...]":
        """The events of a series, in order of time; of an event none.

        >>> graph.event("Tag der Jobcenter").editions[-1].name
        'Tag der Jobcenter 2024'
        """
        rows = self.graph.store.query(
            f"SELECT DISTINCT ?event ?label ?date {{ ?event <{POD}series> <{self.iri}> . "
            f"GRAPH ?g {{ ?event <{_LABEL}> ?label OPTIONAL {{ ?event <{POD}date> ?date }} }} }}"
        )
        assert isinstance(rows, ox.QuerySolutions)
        found = {row["event"].value: (getattr(row["date"], "value", ""), row["label"].value) for row in rows}
        ordered = sorted(found, key=lambda iri: (found[iri], iri))
        return tuple(Event(self.graph, iri, found[iri][1]) for iri in ordered)

    def speakers(self) -> "Answer":
        """Who spoke there, in what role, each with the sentence.

        >>> graph.event("Tag der Jobcenter 2021").speakers().loc[0, "speaker_name"]
        'Hubertus Heil'
        """
        return self.graph.ask("speakers", event=self.name if self.is_series else self)

    def _facts(self) -> list[tuple[str, str]]:
        """Day and place."""
        return [(name, value) for name, value in (("date", self.date), ("place", self.place)) if value]

    def _tables(self) -> list[tuple[str, Table]]:
        """Editions of a series, and who spoke."""
        if self.is_series:
            return [("Editions", self._ask("events-by-series", series=self.iri))]
        return [("Who spoke", self._ask("speakers", event=self.iri))]


class Instrument(Thing):
    """A law, benefit, programme or instrument of labour-market policy."""

    kinds = ("instrument",)

    @property
    def legal_basis(self) -> str | None:
        """As in law: "§ 16i SGB II".

        >>> graph.instrument("Bürgergeld").legal_basis
        '§§ 19 ff. SGB II'
        """
        return self.value("legalBasisText")

    def spoken_about(self) -> "Answer":
        """Who said something about it, in what role, each with the sentence.

        >>> graph.instrument("Bürgergeld").spoken_about().loc[0, "speaker_name"]
        'Klaus Bermig'
        """
        return self.graph.ask("instruments-spoken-about", instrument=self)

    def over_time(self) -> "Answer":
        """How many utterances about it a year.

        >>> bool(graph.instrument("Bürgergeld").over_time()["utterances"].sum() > 3)
        True
        """
        return self.graph.ask("instruments-over-time", instrument=self)

    def _facts(self) -> list[tuple[str, str]]:
        """Legal basis and validity."""
        named = (("legal basis", "legalBasisText"), ("from", "from"), ("until", "until"))
        return [(name, value) for name, key in named if (value := self.value(key))]

    def _tables(self) -> list[tuple[str, Table]]:
        """Who spoke about it."""
        return [("Who spoke about it", self._ask("instruments-spoken-about", instrument=self.iri))]
