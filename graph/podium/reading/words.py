"""What is known about a word form by itself: shape, lemma, whether it can be a verb; remembered per form."""

import re
from functools import cache

import simplemma

from podium.reading.lexicon import words_of

__all__ = ["Word", "is_known", "is_lower_word", "word"]

_NO_VERBS = frozenset(words_of("no_verbs.txt"))
_VERB_LEMMA = re.compile(r"(?:en|ern|eln|sein|tun)$")
_STRONG_PARTICIPLE = re.compile(
    r"^(?:\w{2,6})?ge\w+(?:t|en)$|"
    r"^(?:be|emp|ent|er|ge|hinter|miss|um|unter|ver|wider|wieder|zer|über)\w+(?:t|en)$"
)


# An "a" where the infinitive has "e" or "i" is a preterite's; the participle has "o" or "u".
_FRONT = str.maketrans({"a": "e"})


class Word:
    """One word form, immutable in use: `text`, `lower`, shape flags, `lemma`, `verb`, `subjunctive`.

    `cap`: begins with a capital; `upper`: all capitals (two letters at least); `digit`: has a digit; `alpha`: has a
    letter; `lemma`: dictionary form (simplemma); `verb`: a lower-case form of a verb; `subjunctive`: a form that is
    Konjunktiv I and, in the third person singular (or "seien"), nothing else; `participle`: may be a past participle.
    """

    __slots__ = ("alpha", "cap", "digit", "lemma", "lower", "participle", "subjunctive", "text", "upper", "verb")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.cap = text[:1].isupper()
        self.alpha = any(map(str.isalpha, text))
        self.upper = len(text) > 1 and self.alpha and text.isupper()
        self.digit = any(map(str.isdigit, text))
        self.lemma = self._lemma()
        self.verb = self.alpha and not self.cap and self._is_verb()
        self.subjunctive = self.verb and self._is_subjunctive()
        self.participle = self.verb and self._is_participle()

    def _lemma(self) -> str:
        if not self.alpha or len(self.text) > 60:
            return self.lower
        return simplemma.lemmatize(self.text if self.cap else self.lower, lang="de")

    def _is_verb(self) -> bool:
        lower, lemma = self.lower, self.lemma
        if lower in _NO_VERBS or not _VERB_LEMMA.search(lemma) or lemma[:1].isupper():
            return False
        return not lower.endswith(("er", "em", "es")) or lower.endswith("wies")

    def _is_participle(self) -> bool:
        lower, stem = self.lower, self.lemma[:-2]
        if lower == self.lemma or lower in (stem + "ten", stem + "eten"):  # "betonten" is a preterite
            return False
        if self.lemma.endswith(("ern", "eln")) and lower == self.lemma[:-1] + "ten":  # "erläuterten"
            return False
        if lower.endswith("en") and lower.translate(_FRONT) == self.lemma:  # "versprachen", "empfahlen"
            return False
        return _STRONG_PARTICIPLE.match(lower) is not None or (stem.endswith("ier") and lower == stem + "t")

    def _is_subjunctive(self) -> bool:
        lower, lemma = self.lower, self.lemma
        if lower in ("sei", "seien"):
            return True
        if lemma.endswith(("eln", "ern")):
            return lower == lemma[:-1] + "e" or lower == lemma[:-3] + lemma[-2] + "e"
        return lower == lemma[:-1] and lower.endswith("e")


@cache
def is_known(lower: str) -> bool:
    """Whether the dictionary (simplemma) has a form as it stands."""
    return simplemma.is_known(lower, lang="de")


_ADJECTIVAL = (
    *("weise", "lang", "lich", "end", "ell", "isch", "ig", "sam", "bar", "haft", "los"),
    *("maßen", "wärts", "seits"),
)


@cache
def is_lower_word(lower: str) -> bool:
    """Whether a form is a verb, adverb or adjective by the dictionary or its ending: "verglichen", "monatelang"."""
    lemma = simplemma.lemmatize(lower, lang="de")
    return lemma[:1].islower() and (lemma != lower or lower.endswith(_ADJECTIVAL))


@cache
def word(text: str) -> Word:
    """What is known about the word form `text`; the same object each time."""
    return Word(text)
