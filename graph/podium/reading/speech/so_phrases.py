"""Sources behind "so": "…, so Scheele.", "…, so die Ministerin weiter, …", "so Schneider: „…“"."""

from collections.abc import Iterable

from podium.reading.speech.grammar import finite
from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase, skip_adjuncts
from podium.reading.speech.scan import Scan
from podium.reading.speech.source_frames import BOUNDS, has_capital, said_around
from podium.reading.speech.utterance import Frame, Utterance
from podium.reading.words import is_known

__all__ = ["so_utterances"]

_ADJUNCTS = speech_words("adjuncts behind so")
_OWN_WORDS = speech_words("own words")
_BEFORE = frozenset([",", "–", "-", "!", "?", "."])


def so_utterances(scan: Scan, at: int) -> Iterable[Utterance]:
    """What stands around "so X" with "so" at an atom."""
    atoms = scan.atoms
    if not at or not (atoms[at - 1].text in _BEFORE or atoms[at - 1].kind == "q"):
        return ()
    first, limit = atoms[at].end, scan.sentence.end
    if first < limit and scan.doc.types[first].lower in _ADJUNCTS:
        first = skip_adjuncts(scan.actors, first, limit)
    end = noun_phrase(scan.actors, first, limit)
    if end <= first or not _closes(scan, end) or not _can_speak(scan, at, first, end):
        return ()
    stop = at + 1
    while stop < len(atoms) and (atoms[stop].first < end or atoms[stop].text not in BOUNDS):
        stop += 1
    first = _whose_words(scan, first, end)
    frame = Frame(scan.sentence.number, ((first, end),), ((atoms[at].first, atoms[at].end),))
    return said_around(scan, (at, stop), frame, "so")


def _whose_words(scan: Scan, first: int, end: int) -> int:
    """Where the speaker begins in "das Fazit von A und B": behind "von", else at the first token."""
    lowers = scan.doc.lowers
    return next((k + 1 for k in range(first + 1, end - 1) if lowers[k] == "von" and lowers[k - 1] in _OWN_WORDS), first)


def _can_speak(scan: Scan, at: int, first: int, end: int) -> bool:
    """An actor; behind a quotation any noun, else also a name that the text does not mention otherwise."""
    if scan.actors.can_speak(first, end):
        return True
    if not has_capital(scan, first, end):
        return False
    quoted = scan.atoms[at - 1].kind == "q" or (at > 1 and scan.atoms[at - 2].kind == "q")
    last = scan.doc.types[end - 1]
    return quoted or (last.cap and not is_known(last.lower))  # a word that no dictionary knows is a name


def _closes(scan: Scan, end: int) -> bool:
    """Behind the speaker of "so X" come adjuncts at most, then a stop."""
    doc = scan.doc
    for k in range(end, scan.sentence.end):
        if doc.words[k] in BOUNDS:
            return True
        if finite(doc.types[k]) or doc.quote_at[k] >= 0:
            return False
    return True
