"""What one release says, as plain immutable values: the contract of `podium read --format jsonl`.

Offsets are Unicode code points into `Release.text`, end exclusive. Lists are ordered by position in the text. Ids
("p1", "o1", "r1", "e1", "i1", "c1", "a1") are unique within one reading.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from podium.reading.values import value
from podium.release import Release

__all__ = ["Contribution", "Event", "Instrument", "Organisation", "Person", "Problem", "Reading", "Role", "Span"]

Span = tuple[int, int]
Spans = tuple[Span, ...]


@value
class Person:
    """A person; `named` is false where the text gives only an office and the register knows who held it."""

    id: str
    iri: str
    name: str
    named: bool = True
    academic_title: str | None = None
    gender: str | None = None
    mentions: Spans = ()


@value
class Organisation:
    """An organisation, authority, jobcenter or territory; `kind` is one of the kinds of the contract."""

    id: str
    iri: str
    name: str
    named: bool = True
    kind: str = "other"
    carrier_type: str | None = None
    mentions: Spans = ()


@value
class Role:
    """An office, function or job that the text ties to a person; `title` is nominative singular as printed."""

    id: str
    person: str
    title: str
    organisation: str | None
    former: bool
    designated: bool
    acting: bool
    deputy: bool
    evidence: Span
    rule: str


@value
class Event:
    """A single gathering, held or announced."""

    id: str
    iri: str
    name: str
    series: str | None = None
    date: str | None = None
    place: str | None = None
    mentions: Spans = ()


@value
class Instrument:
    """A law, benefit, programme or instrument of labour-market policy."""

    id: str
    iri: str
    name: str
    mentions: Spans = ()


@value
class Contribution:
    """One utterance, or participation without content; those of one act of one speaker share `activity`."""

    id: str
    activity: str
    speaker: str | None
    speaker_span: Spans
    role: str | None
    event: str | None
    act: str
    act_as_printed: str | None
    form: str
    announced: bool
    cue: Spans
    frame: Spans
    quote: Spans
    nested: bool
    addressee: str | None
    addressee_span: Spans
    about: tuple[str, ...]
    evidence: Span
    rule: str
    confidence: float


@value
class Problem:
    """Something that could not be resolved, and where."""

    what: str
    where: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one release says: who, in what role, where, what about.

    `withheld` are ids of persons that data minimisation keeps out of the graph whatever else is said of them: press
    contacts, photographers, authors of the text.
    """

    release: Release
    persons: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    problems: tuple[Problem, ...] = ()
    withheld: frozenset[str] = field(default_factory=frozenset)

    def as_dict(self) -> dict[str, Any]:
        """The line of `podium read --format jsonl` as a dictionary, keys in the order of the contract."""
        release = self.release
        head = {key: getattr(release, key) for key in _RELEASE_KEYS}
        rest = asdict(self)
        return {"release": head} | {key: rest[key] for key in _LIST_KEYS}


_RELEASE_KEYS = ("iri", "source", "url", "title", "publisher", "published", "sha256", "text")
_LIST_KEYS = ("persons", "organisations", "roles", "events", "instruments", "contributions", "problems")
