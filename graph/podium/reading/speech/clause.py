"""A clause of saying as a value: its verb, its subject, where its frame begins and ends."""

from typing import NamedTuple

from podium.reading.speech.utterance import Tokens
from podium.reading.speech.verbs import SpeechVerb
from podium.reading.values import value

__all__ = ["Clause", "Subject"]


class Subject(NamedTuple):
    """Whose verb it is: kind of clause, tokens or None, whether the verb comes first, atom where the frame begins."""

    kind: str
    tokens: Tokens | None
    inverted: bool
    start: int


@value
class Clause:
    """A clause whose verb reports speech, in atoms of its sentence.

    `verb_at` is the atom of the word of saying, `cue` its tokens with auxiliary or particle; `subject` tokens or None.
    `start`/`end`: atoms of the frame (`end` at the comma, colon or full stop behind it). `inverted`: the verb comes
    first, so that what was said stands before it. `kind`: main, wie ("wie X sagte"), relative, subordinate, passive.
    """

    verb: SpeechVerb
    verb_at: int
    cue: tuple[Tokens, ...]
    subject: Tokens | None
    start: int
    end: int
    inverted: bool
    kind: str
