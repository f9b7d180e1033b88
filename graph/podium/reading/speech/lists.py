"""Small word lists that only the rules of speech use, from their lexicon."""

from podium.reading.lexicon import words_of

__all__ = ["speech_words"]


def speech_words(section: str) -> frozenset[str]:
    """Words of a section of the lexicon, lower case; raises LexiconError if there is none."""
    return frozenset(words_of("speech_words.txt", section))
