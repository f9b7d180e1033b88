"""Utterances that cover the same words: which of them stays."""

from collections.abc import Iterable

from podium.reading.document import Document
from podium.reading.speech.clause import Clause
from podium.reading.speech.grammar import is_subjunctive
from podium.reading.speech.utterance import Tokens, Utterance

__all__ = ["is_within", "outside", "without_doubles", "without_inner"]


def without_inner(doc: Document, found: list[Utterance]) -> list[Utterance]:
    """Drops what a verb in the Konjunktiv frames inside of what somebody said ("Dort spreche X, sagte Y")."""
    if not found:
        return found
    regions = [(u, a, b) for u in found if u.form == "indirect" and not u.nested for a, b in u.quote]
    return [
        u
        for u in found
        if not u.cue
        or not is_subjunctive(doc.types[u.cue[0][0]])
        or not any(o is not u and a <= u.cue[0][0] < b for o, a, b in regions)
    ]


def is_within(doc: Document, clause: Clause, found: Iterable[Utterance]) -> bool:
    """A clause in the Konjunktiv inside of what somebody said: "X sagte, sie hoffe, dass …" has one speaker."""
    first = clause.cue[0][0]
    if not is_subjunctive(doc.types[first]):
        return False
    return any(u.form == "indirect" and a <= first < b for u in found for a, b in u.quote)


def outside(more: Iterable[Utterance], found: Iterable[Utterance]) -> list[Utterance]:
    """Those whose content no utterance found so far covers."""
    taken = [span for u in found if u.form != "reported" for span in u.quote]
    return [u for u in more if not any(a < u.quote[0][1] and u.quote[0][0] < b for a, b in taken)]


def without_doubles(found: list[Utterance]) -> list[Utterance]:
    """One utterance for each stretch: a later frame over the same words is dropped; reports yield to clauses."""
    if not found:
        return found
    kept: list[Utterance] = []
    told = {u.speaker for u in found if u.form == "indirect"}
    quoted = {u.speaker for u in found if u.form == "direct"}
    seen: set[tuple[Tokens, ...]] = set()
    for utterance in found:
        reported = utterance.form == "reported"
        words = (*utterance.quote, *utterance.speaker) if reported and utterance.quote else utterance.quote
        # an act of its own stands beside words in marks: "„…“, sagte X und dankte den Gästen"
        whose = told if utterance.rule == "act-named" else told | quoted
        if not (reported and utterance.speaker in whose) and not (words and words in seen):
            seen.add(words)
            kept.append(utterance)
    return kept
