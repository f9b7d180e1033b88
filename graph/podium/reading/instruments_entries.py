"""What a finding of an instrument is: the instrument as one of its names leads to it, and where it stands."""

from podium.namespaces import iri
from podium.reading.values import value

__all__ = ["Entry", "Hit", "book"]


@value
class Entry:
    """An instrument as one of its names leads to it; `form` is that name."""

    iri: str
    name: str
    form: str


@value
class Hit:
    """An instrument at the tokens `first` … `end`-1; `form` is "name" or "alias"."""

    first: int
    end: int
    entry: Entry
    form: str


def book(name: str) -> Entry:
    """The entry of a thing that is known by this name only: "SGB II", "Neue Wege"."""
    return Entry(iri("instrument", name), name, name)
