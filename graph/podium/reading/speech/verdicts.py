"""Words that a noun ties to who is named beside it: "lautete das Fazit von X", "Xs Appell: „…“", "so fiel … aus"."""

from collections.abc import Iterator

from podium.reading.speech.grammar import finite, is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["verdicts"]

_NOUNS = speech_words("own words")
_VERBS = speech_words("verbs of own words")
_FROM = frozenset(["von", "vom"])
_GENITIVE = frozenset(["des", "der"])
_SHORTEST = 5  # tokens of a quotation, marks included


def verdicts(scan: Scan) -> Iterator[Utterance]:
    """What a sentence quotes or tells as somebody's "Fazit", "Appell", "Botschaft"; the person must be named."""
    atoms = scan.atoms
    for at, atom in enumerate(atoms):
        if atom.text not in _NOUNS or atom.kind != "w" or not scan.word(at).cap:
            continue
        owner = _owner(scan, at)
        if owner is not None:
            yield from _said(scan, at, owner)
            return


def _owner(scan: Scan, at: int) -> Tokens | None:
    """The person of "das Fazit von X", "das Fazit der Präsidentin X", "Xs Fazit"; None for anybody else."""
    atoms, actors = scan.atoms, scan.actors
    before = actors.person_at(atoms[at].first - 1) if at else None
    if before is not None and before.end == atoms[at].first and scan.doc.words[before.end - 1][-1:] in "sxzß’'":
        return before.phrase
    if at + 1 >= len(atoms) or atoms[at + 1].text not in _FROM | _GENITIVE:
        return None
    first = atoms[at + 1].end if atoms[at + 1].text == "von" else atoms[at + 1].first
    end = noun_phrase(actors, first, scan.sentence.end, 1)
    named = any(actors.person_at(k) is not None for k in range(first, end))
    return (first, end) if named else None


def _said(scan: Scan, at: int, owner: Tokens) -> Iterator[Utterance]:
    atoms = scan.atoms
    cue = (atoms[at].first, atoms[at].end)
    frame = Frame(scan.sentence.number, (owner,), (cue,), ((min(cue[0], owner[0]), max(cue[1], owner[1])),))
    called = any(atom.text in _VERBS and atom.kind == "w" for atom in atoms)
    colon = next((k for k in range(at, len(atoms) - 1) if atoms[k].text == ":"), None)
    quotes = [a for a in atoms if a.kind == "q" and a.end - a.first >= _SHORTEST and not owner[0] <= a.first < owner[1]]
    if quotes and (called or colon is not None):
        for quote in quotes:
            yield frame.says("direct", "verdict", (quote.first, quote.end))
    elif colon is not None and (_in_konjunktiv(scan, colon) or _is_label(scan, owner, colon)):
        yield frame.says("indirect", "verdict", (atoms[colon + 1].first, atoms[-1].first))
    elif called:
        yield frame.says("reported", "verdict")


def _is_label(scan: Scan, owner: Tokens, colon: int) -> bool:
    """ "Das Fazit von X: Es braucht mehr Geld": the owner stands right before the colon, a clause behind it."""
    if scan.atoms[colon].first != owner[1]:
        return False
    return any(a.kind == "w" and finite(scan.doc.types[a.first]) for a in scan.atoms[colon + 1 :])


def _in_konjunktiv(scan: Scan, colon: int) -> bool:
    words = (a for a in scan.atoms[colon + 1 :] if a.kind == "w")
    return any(is_subjunctive(scan.doc.types[a.first], True) for a in words)
