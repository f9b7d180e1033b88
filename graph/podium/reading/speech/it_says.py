"""Sources of "es heißt": "…, hieß es aus dem Ministerium", "In dem Bericht heißt es: …", "Wie es hieß, …"."""

from collections.abc import Iterable

from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.source_frames import BOUNDS, SOURCE_FINAL, has_capital, said_in
from podium.reading.speech.stretches import (
    Stretch,
    back_over_marks,
    forward_over_marks,
    tokens_of,
    without_final_marks,
)
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["it_says"]

_SAYS = frozenset(["heißt", "hieß", "heiße"])
_PLACES = speech_words("places of words")


def it_says(scan: Scan, at: int) -> Iterable[Utterance]:
    """What "es" at an atom, beside a form of "heißen", says that somebody says."""
    atoms = scan.atoms
    verb = next((k for k in (at - 1, at + 1) if 0 <= k < len(atoms) and atoms[k].text in _SAYS), None)
    if verb is None:
        return ()
    cue = (min(at, verb), max(at, verb) + 1)
    clause = _clause_around(scan, cue)
    region = _region(scan, clause)
    if region is None:
        return ()
    source = _place_of_words(scan, clause) or _of_relative_clause(scan, clause[0])
    words = (tokens_of(atoms, clause),)
    frame = Frame(scan.sentence.number, (source,) if source else (), (tokens_of(atoms, cue),), words)
    return said_in(scan, [region], frame, "it-says")


def _clause_around(scan: Scan, cue: Stretch) -> Stretch:
    atoms = scan.atoms
    start, end = cue
    while start > 0 and atoms[start - 1].text not in BOUNDS and atoms[start - 1].kind != "q":
        start -= 1
    while end < len(atoms) and atoms[end].text not in BOUNDS and atoms[end].kind != "q":
        end += 1
    return start, end


def _region(scan: Scan, clause: Stretch) -> Stretch | None:
    """What was said: before "hieß es", behind "heißt es: ", or before a clause that ends the sentence."""
    atoms = scan.atoms
    last = without_final_marks(atoms, SOURCE_FINAL)
    left = back_over_marks(atoms, clause[0])
    right = forward_over_marks(atoms, clause[1], last)
    if clause[1] + 1 < len(atoms) and atoms[clause[1]].text == ":" and atoms[clause[1] + 1].kind == "q":
        return right, last
    if left > 0 and (atoms[clause[0]].text in _SAYS or right >= last):
        return 0, left
    return (right, last) if right < last else None


def _of_relative_clause(scan: Scan, end: int) -> Tokens | None:
    """ "In einem Brief an X, den Y veröffentlicht hat, heißt es …": the subject of the clause before atom `end`."""
    atoms = scan.atoms
    comma = next((k for k in range(1, end) if atoms[k].text == ","), end)
    if atoms[0].text != "in" or comma + 3 >= end or atoms[comma + 1].text not in _WHICH:
        return None
    if _WRITTEN.isdisjoint(atom.text for atom in atoms[comma + 2 : end]):
        return None
    first = atoms[comma + 2].first
    stop = noun_phrase(scan.actors, first, atoms[end].first)
    return (first, stop) if stop > first and scan.actors.is_agent(first, stop) else None


_WHICH = frozenset(["den", "die", "das"])
_WRITTEN = frozenset(
    "veröffentlicht veröffentlichte veröffentlichten geschrieben schrieb schrieben verfasst verfasste verfassten"
    " verschickt verschickte verschickten gerichtet richtete richteten versandt vorgelegt vorlegte vorlegten gesandt"
    " verabschiedet verabschiedete verabschiedeten unterzeichnet herausgegeben".split()
)


def _place_of_words(scan: Scan, clause: Stretch) -> Tokens | None:
    """Who or which paper says it: the phrase behind aus, von, bei, in."""
    for atom in scan.atoms[clause[0] : clause[1]]:
        if atom.text in _PLACES:
            first, stop = atom.end, noun_phrase(scan.actors, atom.end, scan.sentence.end)
            if stop > first and (scan.actors.can_speak(first, stop) or has_capital(scan, first, stop)):
                return first, stop
    return None
