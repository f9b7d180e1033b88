"""The gathering that a sentence itself names or points to: "sagte X auf der Tagung", "dort", "vor der Sitzung"."""

from collections.abc import Sequence

from podium.reading.locations_told import Gatherings
from podium.reading.speech.outline import Sentence

__all__ = ["event_in", "event_pointed_to", "is_at_any", "is_on_occasion"]

_SOURCES = frozenset(["laut", "zufolge"])
_NEARBY = 5  # sentences back that "dabei" can mean
_POINTING = frozenset(["dort", "dabei", "damals"])
_MOST = 8  # mentions of a sentence that are looked at


def event_in(told: Gatherings, span: Sentence, announced: bool, speaker: int | None) -> int | None:
    """The event that the sentence names; of several the one named last before the speaker's first token."""
    here = told.between(span.first, span.end)
    if not here:
        return None
    best: int | None = None
    before: int | None = None
    sourced = not _SOURCES.isdisjoint(told.doc.lowers[span.first : span.end])
    for mention in here:
        if told.is_occasion(mention) or told.is_quoted(mention) or (sourced and told.is_subject(mention)):
            continue
        fits = told.entities[mention.entity].announced == announced
        if best is None or fits:
            best = mention.entity
        if fits and speaker is not None and mention.first < speaker:
            before = mention.entity
    return best if before is None else before


def is_at_any(told: Gatherings, span: Sentence) -> bool:
    """Whether a sentence says that somebody is at a gathering, not only speaks of it."""
    return any(not told.is_subject(mention) for mention in told.between(span.first, span.end)[:_MOST])


def is_on_occasion(told: Gatherings, span: Sentence) -> bool:
    """Whether a sentence names a gathering, but only as the occasion: "erklärt X im Vorfeld der Tagung".

    "sagte X nach der Sitzung" is no such: X was still there, as a rule.
    """
    here = [m for m in told.between(span.first, span.end)[:_MOST] if not told.is_quoted(m)]
    lowers = told.doc.lowers
    return bool(here) and all(told.is_occasion(m) and lowers[m.phrase[0] - 1] != "nach" for m in here)


def event_pointed_to(told: Gatherings, sentences: Sequence[Sentence], span: Sentence) -> int | None:
    """The event named last before, where the sentence points to it with "dort", "dabei" or "damals"."""
    if _POINTING.isdisjoint(told.doc.lowers[span.first : span.end]):
        return None
    nearby = sentences[max(0, span.number - _NEARBY)].first
    before = reversed(told.between(nearby, span.first))
    return next((mention.entity for mention in before if not told.is_occasion(mention)), None)
