"""Who is only named as asking: "Auf Nachfrage von Kreisrätin X bezifferte er …", "Auf die Frage des Abgeordneten Y"."""

from collections.abc import Iterator

from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Frame, Utterance

__all__ = ["askers"]

_NOUNS = speech_words("questions")
_OF = frozenset(["von", "vom", "des", "der"])
_PRESS = ("journalist", "moderator", "redakteur", "reporter", "hörfunk", "radio")
_BEFORE = frozenset(["auf", "die", "eine", "den", "einen"])


def askers(scan: Scan) -> Iterator[Utterance]:
    """Persons whose question a sentence names, as reported speech; what a paper asks is no contribution."""
    doc, sentence = scan.doc, scan.sentence
    for token in range(sentence.first + 1, sentence.end - 2):
        if doc.lowers[token] not in _NOUNS or doc.quote_at[token] >= 0 or doc.lowers[token + 1] not in _OF:
            continue
        before = doc.lowers[max(sentence.first, token - 2) : token]
        if "auf" not in before or not _BEFORE.issuperset(before[before.index("auf") :]):
            continue
        first = token + 1 if doc.lowers[token + 1] in ("des", "der") else token + 2
        end = noun_phrase(scan.actors, first, sentence.end, 1)
        for_paper = any(doc.lowers[k].startswith(_PRESS) for k in range(first, end))
        if not for_paper and any(scan.actors.person_at(k) for k in range(first, end)):
            cue = (token, token + 1)
            yield Frame(sentence.number, ((first, end),), (cue,), ((token - 1, end),)).says("reported", "asked")
