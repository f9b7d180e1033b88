"""What a word form can set off in the reading of speech, so that most sentences need no closer look."""

from podium.reading.forms import PerForm
from podium.reading.lexicon import lines
from podium.reading.speech.grammar import is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.verbs import speech_verbs
from podium.reading.words import Word, word

__all__ = ["ASKED", "CONDITIONAL", "NOUN", "OF_FORMS", "REACTION", "SIGNALS", "SOLLEN", "SOURCE", "SUBJUNCTIVE", "VERB"]

VERB, SOURCE, SUBJUNCTIVE, CONDITIONAL, NOUN, SOLLEN, REACTION, ASKED = (1 << n for n in range(8))
_NOUNS = frozenset(noun.lower() for noun in lines("speech_nouns.txt"))
_REACTIONS = speech_words("reactions") | speech_words("own words")
_QUESTIONS = speech_words("questions")
_SOURCES = speech_words("source words")


def _signals(word: Word) -> int:
    """Bits of a word form: verb of saying, source, Konjunktiv I and II; noun of saying, reaction, question; sollen."""
    bits = VERB if speech_verbs(word) else 0
    bits |= SOURCE if word.lower in _SOURCES else 0
    bits |= SUBJUNCTIVE if is_subjunctive(word) else 0
    bits |= CONDITIONAL if is_subjunctive(word, True) else 0
    bits |= NOUN if word.cap and word.lower in _NOUNS else 0
    bits |= REACTION if word.cap and word.lower in _REACTIONS else 0
    bits |= ASKED if word.cap and word.lower in _QUESTIONS else 0
    bits |= SOLLEN if word.lower in ("soll", "sollen") else 0
    return bits


SIGNALS = PerForm(_signals)
OF_FORMS = PerForm[str, int](lambda form: SIGNALS[word(form)])
