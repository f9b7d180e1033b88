"""What a finding of an instrument is: the instrument as one of its names leads to it, and where it stands."""

from podium.reading.values import value

__all__ = ["Entry", "Hit"]


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
