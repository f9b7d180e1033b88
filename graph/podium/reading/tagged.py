"""What a user's own spaCy pipeline says of a text, brought to Podium's tokens: verbs, subjects, named entities."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from copy import copy
from functools import cache
from typing import Any

import spacy

from podium.errors import UsageError
from podium.reading.values import value
from podium.reading.words import Word

__all__ = ["Tagged", "load_pipeline", "tag", "with_verbs"]

_PERSONS = frozenset(["PER", "PERSON"])
_VERBAL = frozenset(["VERB", "AUX"])
_SUBJECTS = frozenset(["sb", "nsubj", "nsubj:pass"])  # TIGER's label in spaCy's German models, and that of UD
_AROUND = frozenset(["punct", "cd", "conj", "cc"])  # what a subtree has beyond the phrase itself


@value
class Tagged:
    """Findings of a pipeline by token numbers of the `Document`; empty where it has no such component.

    `verbs`: whether a token is a verb, for those that the tagger has an opinion on. `subjects`: the subject's tokens
    (first, end) of a verb. `persons`, `organisations`: tokens (first, end) of named entities, in order.
    """

    verbs: dict[int, bool]
    subjects: dict[int, tuple[int, int]]
    persons: tuple[tuple[int, int], ...]
    organisations: tuple[tuple[int, int], ...]


@cache
def load_pipeline(name: str) -> Any:
    """The installed spaCy pipeline `name` (package or folder); UsageError says what to do where there is none."""
    try:
        return spacy.load(name)
    except OSError as error:
        hint = f"install it (python -m spacy download {name}) or give the folder it was saved to"
        raise UsageError(f"No spaCy pipeline “{name}” here: {hint}") from error
    except Exception as error:
        raise UsageError(f"The spaCy pipeline “{name}” cannot be loaded: {error}") from error


def tag(name: str, text: str, starts: Sequence[int], ends: Sequence[int]) -> Tagged:
    """Runs a pipeline over a normal text whose tokens lie at `starts` and `ends`.

    Tokens stay Podium's own, since its rules rest on how they are cut; a finding is kept where it covers whole tokens.
    """
    doc = load_pipeline(name)(text)

    def tokens(first: int, end: int) -> tuple[int, int] | None:
        """Podium's tokens between two offsets, if there are any."""
        a, b = bisect_left(starts, first), bisect_right(ends, end)
        return (a, b) if a < b else None

    at = {token.i: tokens(token.idx, token.idx + len(token.text)) for token in doc}
    verbs = {span[0]: token.pos_ in _VERBAL for token in doc if token.pos_ and (span := at[token.i])}
    subjects = {
        span[0]: subject
        for token in doc
        if (span := at[token.head.i]) and token.dep_ in _SUBJECTS and (subject := tokens(*_phrase(token)))
    }
    found: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for entity in doc.ents:
        span = tokens(entity.start_char, entity.end_char)
        if span and (entity.label_ in _PERSONS or entity.label_ == "ORG"):
            found[entity.label_ in _PERSONS].append(span)
    return Tagged(verbs, subjects, tuple(found[True]), tuple(found[False]))


def _phrase(token: Any) -> tuple[int, int]:
    """Offsets of the noun phrase that a subject heads: its subtree without coordinations and marks at its edges."""
    kept = [token]
    for child in token.children:
        if child.dep_ not in _AROUND:
            kept += child.subtree
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    return first.idx, last.idx + len(last.text)


def with_verbs(types: list[Word], tagged: Tagged) -> list[Word]:
    """The words of a text with the tagger's word on which lower-case forms are verbs."""
    changed = list(types)
    for token, verb in tagged.verbs.items():
        word = types[token]
        if word.cap or not word.alpha or word.verb == verb:
            continue
        changed[token] = word = copy(word)
        word.verb = verb
        word.subjunctive = word.subjunctive and verb
        word.participle = word.participle and verb
    return changed
