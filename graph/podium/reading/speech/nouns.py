"""Content that a noun announces: "vertrat die Ansicht, …", "mit der Begründung, dass …", "die Forderung der BA, …"."""

from collections.abc import Iterator

from podium.reading.document import Document
from podium.reading.lexicon import lines
from podium.reading.speech.actors import Actors
from podium.reading.speech.grammar import is_subjunctive
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.quotations import agent_of_sentence
from podium.reading.speech.utterance import Tokens, Utterance

__all__ = ["noun_utterances"]

_NOUNS = frozenset(noun.lower() for noun in lines("speech_nouns.txt"))
_FINAL = frozenset([".", "!", "?", "…"])


def noun_utterances(doc: Document, actors: Actors, sentence: Sentence) -> Iterator[Utterance]:
    """Utterances whose content stands behind a noun of saying and a comma."""
    atoms = sentence.atoms
    for at, atom in enumerate(atoms):
        if atom.kind != "w" or atom.text not in _NOUNS or not doc.types[atom.first].cap:
            continue
        owner = (
            noun_phrase(doc, actors, atom.end, sentence.end, 2) if _genitive(doc, atom.end, sentence.end) else atom.end
        )
        comma = next((k for k in range(at + 1, len(atoms)) if atoms[k].first >= owner), len(atoms))
        if comma + 2 >= len(atoms) or atoms[comma].text != "," or not _content(doc, atoms, comma + 1):
            continue
        end = _end(atoms, comma + 1)
        quote = (atoms[comma + 1].first, atoms[end - 1].end)
        speaker = _owner(doc, actors, sentence, atom, owner, quote)
        if speaker is not None:
            yield Utterance(
                "indirect", (quote,), (speaker,), ((atom.first, atom.end),), (), sentence.number, "noun-clause"
            )


def _genitive(doc: Document, token: int, limit: int) -> bool:
    return token < limit and doc.types[token].lower in ("des", "der", "von", "vom", "eines", "einer")


def _content(doc: Document, atoms: tuple[Atom, ...], start: int) -> bool:
    """dass, a zu-infinitive, or a clause in the Konjunktiv."""
    if atoms[start].text in ("dass", "daß", "ob"):
        return True
    words = [a for a in atoms[start : _end(atoms, start)] if a.kind == "w"]
    if any(is_subjunctive(doc.types[a.first]) for a in words):
        return atoms[start].text not in ("die", "der", "das", "den", "welche") or len(words) > 3
    return any(a.text == "zu" for a in words) and atoms[start].text not in ("um", "die", "der", "das", "ohne", "statt")


def _end(atoms: tuple[Atom, ...], start: int) -> int:
    end = len(atoms)
    while end > start + 1 and atoms[end - 1].text in _FINAL:
        end -= 1
    return end


def _owner(doc: Document, actors: Actors, sentence: Sentence, noun: Atom, end: int, quote: Tokens) -> Tokens | None:
    """Whose words they are: the genitive behind the noun, else the agent of the sentence outside of the content."""
    if end > noun.end and actors.can_speak(noun.end, end):
        first = noun.end + 1 if doc.types[noun.end].lower in ("von", "vom") else noun.end
        return first, end
    frame = Atom(quote[0], quote[1], "q", "„“")
    return agent_of_sentence(doc, actors, sentence, frame)
