"""Content that a noun announces: "vertrat die Ansicht, …", "mit der Begründung, dass …", "die Forderung der BA, …"."""

from collections.abc import Iterator, Sequence

from podium.reading.speech.agents import agent_beside
from podium.reading.speech.grammar import is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.signals import NOUN, SIGNALS
from podium.reading.speech.stretches import without_final_marks
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["noun_utterances"]

_NO_CONTENT = speech_words("no content behind a noun")
_NO_INFINITIVE = speech_words("no infinitive behind a noun")


def noun_utterances(scan: Scan) -> Iterator[Utterance]:
    """Utterances whose content stands behind a noun of saying and a comma."""
    atoms = scan.atoms
    for at, atom in enumerate(atoms):
        if atom.kind != "w" or not SIGNALS[scan.word(at)] & NOUN:
            continue
        genitive_end = _genitive_end(scan, atom.end)
        comma = next((k for k in range(at + 1, len(atoms)) if atoms[k].first >= genitive_end), len(atoms))
        if comma + 2 >= len(atoms) or atoms[comma].text != ",":
            continue
        content = atoms[comma + 1 : max(without_final_marks(atoms), comma + 2)]
        if not _is_content(scan, content):
            continue
        quote = (content[0].first, content[-1].end)
        speaker = _owner(scan, atom, genitive_end, quote)
        if speaker is not None:
            frame = Frame(scan.sentence.number, (speaker,), ((atom.first, atom.end),))
            yield frame.says("indirect", "noun-clause", quote)


def _genitive_end(scan: Scan, token: int) -> int:
    """End of the genitive ("der BA", "von X") that begins at a token, or the token."""
    limit = scan.sentence.end
    if token < limit and scan.doc.types[token].lower in ("des", "der", "von", "vom", "eines", "einer"):
        return noun_phrase(scan.actors, token, limit, 2)
    return token


def _is_content(scan: Scan, content: Sequence[Atom]) -> bool:
    """dass, a zu-infinitive, or a clause in the Konjunktiv."""
    first = content[0].text
    if first in ("dass", "daß", "ob"):
        return True
    words = [atom for atom in content if atom.kind == "w"]
    if any(is_subjunctive(scan.doc.types[a.first]) for a in words):
        return first not in _NO_CONTENT or len(words) > 3
    return any(a.text == "zu" for a in words) and first not in _NO_INFINITIVE


def _owner(scan: Scan, noun: Atom, end: int, quote: Tokens) -> Tokens | None:
    """Whose words they are: the genitive behind the noun, else the agent of the sentence outside of the content."""
    if end > noun.end and scan.actors.can_speak(noun.end, end):
        first = noun.end + 1 if scan.doc.types[noun.end].lower in ("von", "vom") else noun.end
        return first, end
    return agent_beside(scan, quote)
