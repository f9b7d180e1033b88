"""State of writing one release: its graph, the quads so far, and the IRIs behind the reading's ids."""

from functools import lru_cache

import pyoxigraph as ox

from podium.reading.model import Event, Instrument, Organisation, Person, Reading, Span
from podium.register import Register
from podium.triples.passages import Passages
from podium.triples.terms import LABEL, Literal, NamedNode, Quad, node, quoted, skos

__all__ = ["Writer"]

_Thing = Person | Organisation | Event | Instrument


class Writer:
    """Adds quads to the graph of one release and knows what its ids stand for.

    Those with a literal are kept as N-Quads and parsed at the end: `Quad` takes four times as long for a literal.
    `persons` are ids of the persons that may be written, `nodes` IRIs by id, `names` by id as the text prints them,
    `titles` and, once written, `tenures` titles and IRIs by id of a role.
    """

    def __init__(self, reading: Reading, register: Register, all_persons: bool) -> None:
        self.reading, self.register = reading, register
        self.release = reading.release
        self._iri = self.release.iri
        self.graph = node(self._iri)
        self._in_graph = f"{self.graph} .\n"
        self._quads: list[Quad] = []
        self._statements: list[str] = []
        self.passages = Passages(self.release, self._quads, self._statements)
        self._labels = _labels(register)
        self.persons = _written_persons(reading, all_persons)
        self.nodes: dict[str, NamedNode] = {p.id: node(p.iri) for p in reading.persons if p.id in self.persons}
        things: list[_Thing] = [*reading.organisations, *reading.events, *reading.instruments]
        self.nodes |= {thing.id: node(thing.iri) for thing in things}
        self.things: list[_Thing] = [*reading.persons, *things]
        self.names = {thing.id: thing.name for thing in self.things}
        self.titles = {role.id: role.title for role in reading.roles}
        self.tenures: dict[str, NamedNode] = {}

    def link(self, subject: NamedNode, predicate: NamedNode, value: NamedNode) -> None:
        """Adds one quad with a node."""
        self._quads.append(Quad(subject, predicate, value, self.graph))

    def plain(self, subject: NamedNode, predicate: NamedNode, text: str) -> None:
        """Adds one quad with a plain text."""
        self._statements.append(f"<{subject.value}> <{predicate.value}> {quoted(text)} {self._in_graph}")

    def german(self, subject: NamedNode, predicate: NamedNode, text: str) -> None:
        """Adds one quad with a German text."""
        self._statements.append(f"<{subject.value}> <{predicate.value}> {quoted(text)}@de {self._in_graph}")

    def typed(self, subject: NamedNode, predicate: NamedNode, value: Literal) -> None:
        """Adds one quad with a number, date or boolean."""
        self._statements.append(f"<{subject.value}> <{predicate.value}> {value} {self._in_graph}")

    def quads(self) -> list[Quad]:
        """All quads that were added."""
        # Lenient: IRIs are not checked again, since each has been a NamedNode or is the release's with a fragment.
        self._quads += ox.parse("".join(self._statements), format=ox.RdfFormat.N_QUADS, lenient=True)
        self._statements.clear()  # they are among the quads now
        return self._quads

    def part(self, kind: str, key: str) -> NamedNode:
        """IRI of a part of the release: the "contribution" "a1"."""
        return NamedNode(f"{self._iri}#{kind}-{key}")

    def label(self, subject: NamedNode, name: str) -> None:
        """The register's label stands for what it knows; a name printed otherwise is an alternative label."""
        known = self._labels.get(subject.value)
        if known is None:
            self.german(subject, LABEL, name)
        elif known != name:
            self.german(subject, skos("altLabel"), name)

    def printed(self, spans: tuple[Span, ...]) -> str:
        """The words of some spans as printed."""
        return " … ".join([self.release.text[s:e] for s, e in spans])


def _written_persons(reading: Reading, all_persons: bool) -> frozenset[str]:
    """Ids of persons who speak or hold an office and are not withheld; of all with `all_persons`."""
    everybody = frozenset(p.id for p in reading.persons)
    if all_persons:
        return everybody
    acting = {c.speaker for c in reading.contributions} | {r.person for r in reading.roles}
    return (everybody & acting) - reading.withheld


@lru_cache(maxsize=4)
def _labels(register: Register) -> dict[str, str]:
    """IRIs that the register labels, with their names."""
    labels = {e.iri: f"{e.series} {e.edition}" for e in register.editions}
    labels |= {x.iri: x.name for x in register.organisations} | {x.iri: x.name for x in register.jobcenters}
    return labels | {x.iri: x.name for x in register.instruments} | {x.iri: x.name for x in register.series}
