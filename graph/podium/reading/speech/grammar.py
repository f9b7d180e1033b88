"""Closed word classes, and the finite verbs of a stretch of text, without a tagger."""

from podium.reading.document import Document
from podium.reading.lexicon import words_of
from podium.reading.words import Word

__all__ = [
    "ADVERBS", "AUXILIARIES", "MODALS", "NOMINATIVE", "OBLIQUE", "PERSONAL", "POSSESSIVES", "PREPOSITIONS",
    "PRONOUNS", "RELATIVES", "SUBORDINATORS", "finite", "has_finite", "is_past", "is_subjunctive",
]  # fmt: skip


def _set(section: str) -> frozenset[str]:
    return frozenset(words_of("function_words.txt", section))


NOMINATIVE = _set("nominative determiners")
OBLIQUE = _set("oblique determiners")
PRONOUNS = _set("pronouns")
PERSONAL = _set("personal pronouns")
PREPOSITIONS = _set("prepositions")
SUBORDINATORS = _set("subordinators")
RELATIVES = _set("relative pronouns")
ADVERBS = _set("adverbs")
AUXILIARIES = _set("auxiliaries")
MODALS = _set("modals")
POSSESSIVES = frozenset(["sein", "seine", "ihr", "ihre"])  # nominative
_NOT_FINITE = frozenset(["worden", "gewesen", "geworden", "sein"])
_CONDITIONAL = _set("conditionals")
_PAST = _set("plain past")


def finite(word: Word) -> bool:
    """Whether a form can be a finite verb (infinitives ending in -en count: they are plural forms too)."""
    if word.lower in AUXILIARIES or word.lower in MODALS:
        return word.lower not in _NOT_FINITE and not word.cap
    return word.verb and not (word.participle and word.lower.startswith("ge")) and not word.lower.endswith("end")


def has_finite(doc: Document, first: int, end: int) -> bool:
    """Whether a stretch of tokens holds a word that can be a finite verb."""
    types = doc.types
    return any(finite(types[i]) for i in range(first, end))


def is_subjunctive(word: Word, loose: bool = False) -> bool:
    """Whether a form is Konjunktiv I; `loose` counts the Konjunktiv II that stands in for it too."""
    return not word.cap and (word.subjunctive or (loose and word.lower in _CONDITIONAL))


def is_past(word: Word) -> bool:
    """Whether a form is plainly past: a preterite in -te(n), a frequent strong one, an auxiliary of the perfect."""
    if word.lower in _PAST:
        return True
    return word.verb and word.lower.endswith(("te", "ten")) and not word.participle and word.lower not in MODALS
