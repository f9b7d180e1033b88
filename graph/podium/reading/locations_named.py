"""The gathering that a sentence itself names or points to: "sagte X auf der Tagung", "dort", "vor der Sitzung"."""

from collections.abc import Sequence
from itertools import pairwise

from podium.reading.locations_told import Gatherings
from podium.reading.speech.outline import Sentence

__all__ = ["event_before", "event_in", "event_pointed_to", "is_at_any", "is_on_occasion"]

_SOURCES = frozenset(["laut", "zufolge"])
_NEARBY = 5  # sentences back that "dabei" can mean
_POINTING = frozenset(["dort", "dabei", "damals"])
_AUDIENCES = (
    (
        "presse",
        frozenset("journalisten journalistinnen pressevertretern medienvertretern".split()),
    ),
    ("sitzung", frozenset("gremium ausschuss abgeordneten kreistag stadtrat".split())),
)
_MOST = 8  # mentions of a sentence that are looked at


def event_in(
    told: Gatherings, span: Sentence, announced: bool, speaker: int | None, said: Sequence[tuple[int, int]] = ()
) -> int | None:
    """The event that the sentence names; of several the one named last before the speaker's first token.

    `said` are the tokens of the words: what somebody promises to do at an event was not said there.
    """
    here = told.between(span.first, span.end)
    if not here:
        return None
    best: int | None = None
    before: int | None = None
    sourced = not _SOURCES.isdisjoint(told.doc.lowers[span.first : span.end])
    for mention in here:
        if any(first <= mention.first < end and _is_intended(told, mention.end, end) for first, end in said):
            continue
        if told.is_occasion(mention) or told.is_quoted(mention) or (sourced and told.is_subject(mention)):
            continue
        fits = told.entities[mention.entity].announced == announced
        if best is None or fits:
            best = mention.entity
        if fits and speaker is not None and mention.first < speaker:
            before = mention.entity
    return best if before is None else before


def _is_intended(told: Gatherings, first: int, end: int) -> bool:
    """Whether an infinitive follows: "sagte zu, das Thema auf der Konferenz zur Sprache zu bringen"."""
    words = told.doc.words[first:end]
    return "zu" in words and any(a == "zu" and b[0].islower() and b.endswith("n") for a, b in pairwise(words))


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


def event_before(told: Gatherings, span: Sentence) -> int | None:
    """The only press conference or session of a text that somebody speaks at: "stellte den Journalisten … vor"."""
    for kind, audience in _AUDIENCES:
        if audience.isdisjoint(told.doc.lowers[span.first : span.end]):
            continue
        there = [n for n, event in enumerate(told.entities) if kind in event.name.lower() and told.is_held(n)]
        if len(there) == 1 and _is_addressed(told, span, audience):
            return there[0]
    return None


def _is_addressed(told: Gatherings, span: Sentence, audience: frozenset[str]) -> bool:
    """Whether an audience is spoken to: "den Journalisten", "vor dem Gremium"."""
    lowers = told.doc.lowers
    here = (n for n in range(span.first + 1, span.end) if lowers[n] in audience)
    return any(lowers[n - 1] == "den" or "vor" in lowers[max(span.first, n - 2) : n] for n in here)


def event_pointed_to(told: Gatherings, sentences: Sequence[Sentence], span: Sentence) -> int | None:
    """The event named last before, where the sentence points to it with "dort", "dabei" or "damals"."""
    if _POINTING.isdisjoint(told.doc.lowers[span.first : span.end]):
        return None
    nearby = sentences[max(0, span.number - _NEARBY)].first
    before = reversed(told.between(nearby, span.first))
    return next((mention.entity for mention in before if not told.is_occasion(mention)), None)
