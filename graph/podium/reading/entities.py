"""What the finders of persons, organisations, instruments and events hand on to the reading of speech.

All positions here are token numbers of the `Document`, end exclusive; `Document.span` turns them into raw offsets.
Entities are numbered by their place in the list they come in; a mention points to that number.
"""

from typing import NamedTuple

from podium.reading.values import value

__all__ = [
    "EventEntity", "Events", "InstrumentEntity", "Instruments", "Mention", "OrganisationEntity", "Organisations",
    "PersonEntity", "Persons", "RoleEntity",
]  # fmt: skip


class Mention(NamedTuple):
    """A place where an entity is spoken of.

    `first`/`end`: the name itself (for a person without titles). `form`: name (full), surname, office ("die
    Landrätin", "Der BA-Chef"), pronoun, alias. `phrase`: tokens of the whole noun phrase around it, with article,
    role before the name, titles, apposition and brackets; equals the name where there is nothing more.
    """

    first: int
    end: int
    entity: int
    form: str
    phrase: tuple[int, int]


@value
class PersonEntity:
    """A person of the text; `named` false: only an office is named and the register knows its holder.

    `speaks` is false for those who cannot be speakers here: press contacts, photographers, bylines.
    """

    name: str
    iri: str
    named: bool = True
    academic_title: str | None = None
    gender: str | None = None
    speaks: bool = True


@value
class RoleEntity:
    """An office tied to a person: `person` and `organisation` are entity numbers, `first`/`end` its evidence."""

    person: int
    title: str
    organisation: int | None
    first: int
    end: int
    rule: str
    former: bool = False
    designated: bool = False
    acting: bool = False
    deputy: bool = False


@value
class Persons:
    """Persons of a text, their mentions in order, and their roles in order."""

    entities: tuple[PersonEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[RoleEntity, ...] = ()


@value
class OrganisationEntity:
    """An organisation of the text; `name` nominative, fullest form; `kind` as in the contract of a reading."""

    name: str
    iri: str
    kind: str = "other"
    carrier_type: str | None = None
    named: bool = True


@value
class Organisations:
    """Organisations of a text and their mentions in order (names, aliases, "das Jobcenter", "der Verband")."""

    entities: tuple[OrganisationEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()


@value
class InstrumentEntity:
    """An instrument of labour-market policy; `name` nominative."""

    name: str
    iri: str


@value
class Instruments:
    """Instruments of a text and their mentions in order."""

    entities: tuple[InstrumentEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()


@value
class EventEntity:
    """A gathering; `announced`: still to come; `parent`: number of the event it is part of; `edition`: register IRI."""

    name: str
    iri: str
    series: str | None = None
    date: str | None = None
    place: str | None = None
    format: str | None = None
    announced: bool = False
    parent: int | None = None
    edition: str | None = None


@value
class Events:
    """Events of a text and their mentions in order (names and later "die Veranstaltung", "auf der Tagung")."""

    entities: tuple[EventEntity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    ahead: frozenset[int] = frozenset()  # sentences that name a day after the day of publication
