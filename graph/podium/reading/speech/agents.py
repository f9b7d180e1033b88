"""The agent of a sentence that has no verb of saying: who in it can have said something."""

from podium.reading.document import Document
from podium.reading.speech.grammar import PREPOSITIONS
from podium.reading.speech.lists import speech_words
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Tokens

__all__ = ["agent_beside", "agent_of_sentence"]

_NO_SUBJECT = speech_words("not a subject")
_OBLIQUE = PREPOSITIONS - {"von", "für"}


def agent_beside(scan: Scan, words: Tokens, strict: bool = False) -> Tokens | None:
    """The first agent before some words of a sentence, else the first one behind them."""
    sentence = scan.sentence
    before = _agent(scan, sentence.first, words[0], strict)
    return before or _agent(scan, words[1], sentence.end, strict)


def agent_of_sentence(scan: Scan, strict: bool = False) -> Tokens | None:
    """The first person or agent of a sentence who is no object; `strict`: who lends a voice to what follows."""
    return _agent(scan, scan.sentence.first, scan.sentence.end, strict)


def _agent(scan: Scan, first: int, end: int, strict: bool) -> Tokens | None:
    token = first
    while token < end:
        if scan.doc.quote_at[token] >= 0:
            token += 1
            continue
        stop = noun_phrase(scan.actors, token, end, 1)
        if stop > token and scan.actors.is_agent(token, stop, strict) and not _is_oblique(scan.doc, token, first):
            return token, stop
        inner = _person_within(scan, token, stop)
        if inner is not None:
            return inner, stop
        token = max(stop, token + 1)
    return None


def _person_within(scan: Scan, token: int, stop: int) -> int | None:
    """Where a person begins behind another noun: "Kein Blatt vor den Mund nahm zur Eröffnung Bezirksleiter X"."""
    for k in range(token + 1, stop):
        mention = scan.actors.person_at(k)
        if mention is not None and mention.phrase[0] == k:
            plain = scan.doc.types[k].cap and scan.doc.types[k - 1].cap and not scan.actors.person_at(k - 1)
            return k if plain else None
    return None


def _is_oblique(doc: Document, token: int, first: int) -> bool:
    """Whether a noun phrase is plainly no subject: a dative or genitive article, a preposition before it."""
    if doc.types[token].lower in _NO_SUBJECT:
        return True
    return token > first and doc.types[token - 1].lower in _OBLIQUE
