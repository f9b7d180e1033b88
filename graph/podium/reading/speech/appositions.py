"""Appositions: "X, Präsident des Y, sagte"."""

from podium.reading.speech.actors import Actors
from podium.reading.speech.grammar import NOMINATIVE, PERSONAL, finite, has_finite
from podium.reading.speech.noun_cores import is_attribute_form

__all__ = ["apposition_end"]

_LONGEST = 14  # tokens
_LONGEST_QUOTE = 6
_STOPS = frozenset([",", ":", ";", ".", "!", "?", "–", "-"])


def apposition_end(actors: Actors, comma: int, limit: int) -> int:
    """End of an apposition between a comma and the next comma, colon or full stop, else `comma`."""
    doc, start = actors.doc, comma + 1
    if start >= limit or not _can_begin(actors, start):
        return comma
    end = start
    while end < limit and end - start <= _LONGEST and doc.words[end] not in _STOPS:
        if doc.quote_at[end] >= 0 and doc.quotes[doc.quote_at[end]].last - end > _LONGEST_QUOTE:
            return comma
        end += 1
    if end - start > _LONGEST or has_finite(doc, start, end):
        return comma
    if end >= limit:
        return end
    mark = doc.words[end]
    if mark == "," and end + 1 < limit and finite(doc.types[end + 1]):
        return end + 1
    if mark in (".", ":"):
        return end
    if not actors.can_speak(start, end):
        return comma
    return end + 1 if mark == "," else end


def _can_begin(actors: Actors, token: int) -> bool:
    doc, word = actors.doc, actors.doc.types[token]
    if doc.quote_at[token] >= 0 or word.lower in PERSONAL:
        return False
    return word.cap or word.lower in NOMINATIVE or is_attribute_form(doc, token)
