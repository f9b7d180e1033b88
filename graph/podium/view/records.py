"""What the page shows, as plain immutable values: nodes, edges, and the evidence that the edges lead to.

Indexes point into the tuples of `Content`. Offsets of marks are code points into the passage's text. Empty fields are
left out of the JSON (`as_json`).
"""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

__all__ = [
    "Act",
    "Attested",
    "Cluster",
    "Content",
    "Edge",
    "Fact",
    "Node",
    "Office",
    "Passage",
    "Register",
    "Release",
    "Sentence",
]


@dataclass(frozen=True, slots=True)
class Release:
    """A release as one cites it; `url` is its original, only ever http(s)."""

    iri: str
    title: str
    publisher: str | None
    date: str | None
    url: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a release, exactly as printed there."""

    iri: str
    release: int
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A passage with what to mark in it: (start, end, "speaker" | "cue" | "quote")."""

    passage: int
    marks: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A row of the register and where its content was seen."""

    row: str | None
    source: str | None
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """One contribution: who, where, in what role, about what; `carrier` is the jobcenter's type at that date."""

    iri: str
    speaker: int
    target: int
    event: bool
    kind: str
    printed: str | None
    announced: bool
    role: str | None
    organisation: str | None
    org: int | None
    carrier: str | None
    date: str | None
    release: int
    about: tuple[int, ...]
    forms: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Attested:
    """One release that says that somebody holds an office; `status` is former, designated, acting or deputy."""

    release: int
    title: str | None
    status: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A person's office or function; `valid_from`, `valid_until` and `seen` are the register's.

    `further` counts the older releases that attest it, too.
    """

    iri: str
    person: int
    org: int | None
    organisation: str | None
    title: str
    carrier: str | None
    valid_from: str | None
    valid_until: str | None
    seen: str | None
    attested: tuple[Attested, ...]
    further: int
    register: Register | None


@dataclass(frozen=True, slots=True)
class Fact:
    """What the register knows of two organisations, or of an event and who organises it."""

    iri: str
    kind: str
    carrier: str | None
    valid_from: str | None
    valid_until: str | None
    current: bool
    register: Register


@dataclass(frozen=True, slots=True)
class Node:
    """A thing; `kind` is a key of kinds.yaml.

    `x`, `y` is its place in the picture of all; `first` that at first sight, `cluster` the group that it is folded
    into. `named` is what the store calls it, where `label` had to say more ("Jahrestagung (2021)").
    """

    iri: str
    kind: str
    label: str
    x: int
    y: int
    degree: int
    names: tuple[str, ...]
    title: str | None
    org_kind: str | None
    carrier: str | None
    date: str | None
    until: str | None
    place: str | None
    series: str | None
    law: str | None
    register: Register | None
    named: str | None = None
    first: tuple[int, int] | None = None
    cluster: int | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """What is folded together at first sight: its most connected node, and its place in the picture."""

    head: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A line; `records` are indexes into the acts, offices or facts, as `kind` says."""

    source: int
    target: int
    kind: str
    label: str | None
    records: tuple[int, ...]
    bend: float = 0.0


@dataclass(frozen=True, slots=True)
class Content:
    """All that one page holds.

    `left_out` counts the things of the store that it does not show, `acts_left_out` the older contributions between
    things that it does show.
    """

    focus: int | None
    question: tuple[str, str] | None
    left_out: int
    acts_left_out: int
    nodes: tuple[Node, ...]
    clusters: tuple[Cluster, ...]
    edges: tuple[Edge, ...]
    acts: tuple[Act, ...]
    offices: tuple[Office, ...]
    facts: tuple[Fact, ...]
    releases: tuple[Release, ...]
    passages: tuple[Passage, ...]


def as_json(value: Any) -> Any:
    """`value` made of dictionaries and lists, without fields that are None, False or empty."""
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        # 0 is an index like any other, and equals False.
        return {name: as_json(item) for name, item in pairs if item is not None and item is not False and item != ()}
    if isinstance(value, tuple | list):
        return [as_json(item) for item in value]
    return value
