"""Whose view a sentence gives by its first words: "Für X ist klar, …", "Geht es nach X, …", "In den Augen von X …"."""

from itertools import pairwise

from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import tokens_of, without_final_marks
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["OPENINGS", "viewpoint"]

OPENINGS = frozenset(["für", "wenn", "geht", "ginge", "ging", "in"])
_BEING = frozenset("ist war steht stand bleibt blieb".split())
_CERTAIN = speech_words("certainties")


def viewpoint(scan: Scan) -> Utterance | None:
    """The sentence as indirect speech of the person whose view its opening gives; None for other openings."""
    lowers = [atom.text for atom in scan.atoms[:4]]
    skipped = _words_of_opening(lowers)
    if not skipped:
        return None
    first = scan.atoms[skipped - 1].end
    end = noun_phrase(scan.actors, first, scan.sentence.end, 1)
    if end <= first or not any(scan.actors.person_at(k) is not None for k in range(first, end)):
        return None
    behind = next((k for k, atom in enumerate(scan.atoms) if atom.first >= end), len(scan.atoms))
    if any(a.text == ":" and b.kind == "q" for a, b in pairwise(scan.atoms)):
        return None  # "Für X steht fest: „…“"
    if behind + 1 >= len(scan.atoms) or (lowers[0] == "für" and not _is_certain(scan, behind)):
        return None
    return _said(scan, (first, end), behind + (scan.atoms[behind].text == ","))


def _words_of_opening(lowers: list[str]) -> int:
    """Atoms before the person: "für", "geht es nach", "wenn es nach", "in den Augen von"; 0 for other openings."""
    if lowers[:1] == ["für"]:
        return 1
    if lowers[1:3] == ["es", "nach"]:
        return 3
    return 4 if lowers == ["in", "den", "augen", "von"] else 0


def _is_certain(scan: Scan, at: int) -> bool:
    """Whether "ist klar", "steht fest", "bleibt entscheidend" follows at an atom."""
    near = scan.atoms[at + 1 : at + 7]
    return scan.atoms[at].text in _BEING and any(atom.text in _CERTAIN for atom in near)


def _said(scan: Scan, speaker: Tokens, behind: int) -> Utterance:
    last = max(without_final_marks(scan.atoms), behind + 1)
    frame = Frame(scan.sentence.number, (speaker,), ((scan.sentence.first, scan.sentence.first + 1),))
    return frame.says("indirect", "viewpoint", tokens_of(scan.atoms, (behind, last)))
