"""What a word form can set off in the reading of speech, so that most sentences need no closer look."""

from podium.reading.acts import is_medium
from podium.reading.forms import PerForm
from podium.reading.lexicon import lines, words_of
from podium.reading.speech.grammar import is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.verbs import speech_verbs
from podium.reading.words import Word, word

__all__ = [
    "ASKED", "BRACKET", "CANCELLED", "COLON", "CONDITIONAL", "EXPECTED", "MEDIUM", "NOUN", "OF_FORMS", "PLANNED",
    "PLANNED_VERBS", "PRONOUN", "REACTION", "SIGNALS", "SOLLEN", "SOURCE", "SPEECH", "SUBJUNCTIVE", "UNREAL",
    "UNSURE", "VERB",
]  # fmt: skip

VERB, SOURCE, SUBJUNCTIVE, CONDITIONAL, NOUN, SOLLEN, REACTION, ASKED = (1 << n for n in range(8))
SPEECH = (1 << 8) - 1  # any of these
PRONOUN, PLANNED, UNSURE, MEDIUM, COLON, BRACKET = (1 << n for n in range(8, 14))
CANCELLED = frozenset("entfällt entfallen entfiel entfielen ausgefallen abgesagt absagen".split())
UNREAL = frozenset("sollte sollten hätte hätten".split())
PLANNED_VERBS = frozenset(words_of("planned_verbs.txt"))
EXPECTED = PLANNED_VERBS | {"erwartet"}
_UNSURE = CANCELLED | UNREAL
_NOUNS = frozenset(noun.lower() for noun in lines("speech_nouns.txt"))
_REACTIONS = speech_words("reactions") | speech_words("own words")
_QUESTIONS = speech_words("questions")
_SOURCES = speech_words("source words")


def _signals(word: Word) -> int:
    """Bits of a word form: verb of saying, source, Konjunktiv I and II; noun of saying, reaction, question; sollen.

    Further ones: "er" or "sie", what is to happen, what perhaps did not, a medium, a colon, a bracket.
    """
    bits = VERB if speech_verbs(word) else 0
    bits |= SOURCE if word.lower in _SOURCES else 0
    bits |= SUBJUNCTIVE if is_subjunctive(word) else 0
    bits |= CONDITIONAL if is_subjunctive(word, True) else 0
    bits |= NOUN if word.cap and word.lower in _NOUNS else 0
    bits |= REACTION if word.cap and word.lower in _REACTIONS else 0
    bits |= ASKED if word.cap and word.lower in _QUESTIONS else 0
    bits |= SOLLEN if word.lower in ("soll", "sollen") else 0
    bits |= PRONOUN if word.lower in ("er", "sie") else 0
    bits |= PLANNED if word.lower in EXPECTED else 0
    bits |= UNSURE if word.lower in _UNSURE else 0
    bits |= MEDIUM if is_medium(word) else 0
    bits |= COLON if word.text == ":" else 0
    return bits | (BRACKET if word.text in ("(", "[") else 0)


SIGNALS = PerForm(_signals)
OF_FORMS = PerForm[str, int](lambda form: SIGNALS[word(form)])
