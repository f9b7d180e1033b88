"""Reactions told by a noun and whom they come from: "Lob gab es von X", "Kritik am Entwurf kommt vom Verband"."""

from collections.abc import Iterator

from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Frame, Utterance

__all__ = ["reactions"]

_NOUNS = speech_words("reactions")
_VERBS = speech_words("verbs of reactions")
_EARLY = 4  # atoms
_FROM = frozenset(["von", "vom", "seitens"])


def reactions(scan: Scan) -> Iterator[Utterance]:
    """The act that a sentence tells where its first noun is a reaction and somebody it comes from is named."""
    atoms = scan.atoms
    met = _met(scan)
    if met is not None:
        yield met
        return
    noun = next((k for k in range(min(len(atoms), _EARLY)) if atoms[k].text in _NOUNS and scan.word(k).cap), None)
    if noun is None:
        return
    verb = next((k for k, atom in enumerate(atoms) if atom.text in _VERBS), None)
    for at in range(max(verb, noun) + 1 if verb is not None else len(atoms), len(atoms)):
        if atoms[at].text not in _FROM:
            continue
        first = atoms[at].end
        end = noun_phrase(scan.actors, first, scan.sentence.end)
        if end > first and scan.actors.can_speak(first, end):
            yield _act(scan, noun, first, end)
        return


def _met(scan: Scan) -> Utterance | None:
    """ "Die Pläne stoßen bei X auf Kritik": a reaction of the person with whom something meets it."""
    atoms = scan.atoms
    verb = next((k for k, atom in enumerate(atoms) if atom.text in _MEETS), None)
    if verb is None:
        return None
    noun = next((k for k in range(1, len(atoms)) if atoms[k].text in _NOUNS and scan.word(k).cap), None)
    at = next((k for k in range(verb + 1, len(atoms) - 1) if atoms[k].text in ("bei", "beim")), None)
    if noun is None or at is None or "auf" not in (atoms[noun - 1].text, atoms[max(0, noun - 2)].text):
        return None
    first = atoms[at].end
    end = noun_phrase(scan.actors, first, scan.sentence.end)
    if not any(scan.actors.person_at(k) for k in range(first, end)):
        return None
    return _act(scan, noun, first, end)


def _act(scan: Scan, noun: int, first: int, end: int) -> Utterance:
    """The reaction that the noun at an atom names, of whom the tokens first … end-1 name."""
    cue = (scan.atoms[noun].first, scan.atoms[noun].end)
    frame = Frame(scan.sentence.number, ((first, end),), (cue,), ((scan.sentence.first, end),))
    return frame.says("reported", "reaction", personal=True)


_MEETS = frozenset("stößt stoßen stieß stießen trifft treffen traf trafen".split())
