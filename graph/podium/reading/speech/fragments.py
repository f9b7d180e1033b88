"""Words in marks inside of other words: fragments of speech, titles and names, scare quotes."""

from podium.reading.document import Document
from podium.reading.speech.grammar import has_finite
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Atom, Sentence

__all__ = ["fragment_form", "is_noun_phrase", "is_part", "is_speech", "is_titled", "is_worth", "stands_alone"]

_LONGEST_FRAGMENT = 9  # tokens, marks included
_LONGEST_NAME = 5  # tokens
_LONGEST_TITLE = 20  # tokens
_TITLING = frozenset(["thema", "titel", "motto", "überschrift"])
_BEFORE_TITLE = speech_words("words before a title")


def fragment_form(doc: Document, quote: Atom) -> str:
    """Form of words in marks inside a report: up to five, and what is no sentence, are a part of it and indirect."""
    told = is_noun_phrase(doc, quote) or (is_part(doc, quote) and doc.lowers[quote.first - 1] != "als")
    return "direct" if quote.end - quote.first > 7 and not told else "indirect"


def is_noun_phrase(doc: Document, quote: Atom) -> bool:
    """Whether words in marks are what "als", "für" or "von" needs: "würdigte ihn als „Mann der leisen Töne“"."""
    if not quote.first or quote.end - quote.first < 3 or doc.lowers[quote.first - 1] not in _WITH_NOUN:
        return False
    return doc.types[quote.first + 1].cap and doc.words[quote.end - 2] not in ("?", "!", ".", "…")


_WITH_NOUN = frozenset("als für von mit durch".split())


def is_part(doc: Document, quote: Atom) -> bool:
    """Whether words in marks belong to the sentence around them: "mit langem Atem", "einfach mal anzufangen"."""
    if quote.end - quote.first < 3:
        return False  # a text that breaks off behind the mark
    opening = doc.types[quote.first + 1]
    return opening.alpha and not opening.cap and doc.words[quote.end - 2] not in ("?", "!", ".", "…")


def stands_alone(doc: Document, quote: Atom) -> bool:
    """Whether a quotation is a clause or sentence: "nannte es „ein falsches Signal“" only names something."""
    if quote.end - quote.first > _LONGEST_FRAGMENT or (quote.first and doc.words[quote.first - 1] == ":"):
        return True
    return doc.words[quote.end - 2] in ("?", "!", ".", "…") or has_finite(doc, quote.first, quote.end)


def is_worth(quote: Atom) -> bool:
    """Quotations of one or two words are mostly names or scare quotes."""
    return quote.end - quote.first >= 5 and quote.quote >= 0


def is_titled(doc: Document, quote: Atom) -> bool:
    """A title or name: a capitalised noun right before the marks (Zeitung „Die Zeit“), nothing but capitals inside."""
    inside = doc.types[quote.first + 1 : quote.end - 1]
    if len(inside) <= _LONGEST_NAME and all(word.cap or word.digit for word in inside):
        return True
    before = doc.types[quote.first - 1] if quote.first else None
    return before is not None and before.cap and before.alpha and quote.end - quote.first < 9


def is_speech(doc: Document, quote: Atom, sentence: Sentence) -> bool:
    """Whether a quotation without a frame can be speech at all, not a title or a scare quote."""
    length = quote.end - quote.first - 2
    if length < 4:
        return False
    if quote.first > sentence.first:
        word = doc.types[quote.first - 1]
        closed = doc.words[quote.end - 2] in (".", "!", "?", "…")
        if word.cap and word.alpha and length < (9 if closed else 15):  # Workshop „Beratung lernen“
            return False
        if word.lower in _BEFORE_TITLE and length < 9:
            return False
        if word.lower in _TITLING and length < _LONGEST_TITLE:
            return False  # Thema „Bürgergeld – was kommt da auf uns zu?“
    return length >= 8 or not any(a.kind == "w" and a.text.isalnum() for a in sentence.atoms)
