"""What the finders found in one text, and what becomes of it: contributions before ids and offsets are given."""

from collections.abc import Sequence

from podium.reading.document import Document
from podium.reading.entities import Events, Instruments, Organisations, Persons
from podium.reading.speech.actors import Actors
from podium.reading.speech.outline import Sentence
from podium.reading.speech.utterance import Tokens, Utterance
from podium.reading.values import value

__all__ = ["Finds", "Said", "Speaker"]

Speaker = tuple[str, int] | None  # ("p", person) or ("o", organisation)


@value
class Said:
    """A contribution in entity numbers and tokens, before ids and offsets are given."""

    speaker: Speaker
    role: int | None
    event: int | None
    act: str
    printed: str | None
    form: str
    announced: bool
    utterance: Utterance
    about: tuple[int, ...]
    evidence: Tokens
    confidence: float


@value
class Finds:
    """All that the finders found in one text."""

    doc: Document
    persons: Persons
    organisations: Organisations
    instruments: Instruments
    events: Events
    actors: Actors
    sentences: Sequence[Sentence]
