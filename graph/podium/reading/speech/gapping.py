"""Speakers whose verb is left out: "A sprach von langen Wartezeiten, ihr Kollege B von offenen Stellen"."""

from collections.abc import Iterator

from podium.reading.speech.clause import Clause
from podium.reading.speech.grammar import ADVERBS, PREPOSITIONS, finite
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import STOPS
from podium.reading.speech.utterance import Frame, Utterance

__all__ = ["gapped"]

_LONGEST = 30  # atoms of a clause without its verb
_PLACES = frozenset(["aus", "vom", "von"])


def gapped(scan: Scan, clause: Clause) -> Iterator[Utterance]:
    """Reports that go on with a clause of saying: a person, then the preposition that its object began with."""
    if clause.kind != "main":
        return
    atoms = scan.atoms
    last = max(end for _, end in clause.cue)
    cue = next(k for k in range(len(atoms) - 1, -1, -1) if atoms[k].first < last)
    link = next((a.text for a in atoms[cue + 1 : cue + 8] if a.text in PREPOSITIONS), None)
    if link is None:
        return
    for comma in range(cue + 2, len(atoms) - 1):
        if atoms[comma].text not in (",", ";", "und"):
            continue
        first, end = atoms[comma + 1].first, _end_of_person(scan, atoms[comma + 1].first)
        if end == first:
            continue
        rest = [a for a in atoms[comma + 1 : comma + _LONGEST] if a.first >= end]
        rest = rest[: next((k for k, a in enumerate(rest) if a.text in STOPS), len(rest))]
        at = next((k for k, a in enumerate(rest) if a.text == link), None)
        if at is None or any(_is_verb(scan, a) for a in rest):
            continue
        if all(
            a.kind == "b" or a.text in ADVERBS or a.text in _PLACES or scan.doc.types[a.first].cap for a in rest[:at]
        ):
            frame = Frame(scan.sentence.number, ((first, end),), clause.cue)
            yield frame.says("reported", "gapping", (first, rest[-1].end))


def _is_verb(scan: Scan, atom: Atom) -> bool:
    """Whether an atom is a finite verb, and no attribute such as "unbesetzten Stellen"."""
    following = atom.end < scan.sentence.end and scan.doc.types[atom.end].cap
    return atom.kind == "w" and finite(scan.doc.types[atom.first]) and not following


def _end_of_person(scan: Scan, token: int) -> int:
    """End of the name in a phrase that begins here, "ihr Amtskollege B" or "B"; `token` where none is named."""
    if scan.doc.quote_at[token] >= 0:
        return token
    end = noun_phrase(scan.actors, token, min(token + 12, scan.sentence.end), 1)
    at = next((k for k in range(token, min(end, token + 6)) if scan.actors.person_at(k)), None)
    mention = scan.actors.person_at(at) if at is not None else None
    return mention.end if mention and mention.first >= token else token
