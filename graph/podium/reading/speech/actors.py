"""Who can speak: mentions of persons and organisations by token, and nouns that can speak without naming anyone."""

from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons
from podium.reading.lexicon import lines, words_of
from podium.reading.speech.grammar import NOMINATIVE, PERSONAL
from podium.reading.speech.lists import speech_words
from podium.reading.words import Word

__all__ = ["Actors", "is_source_noun", "is_source_speaker", "is_speaker_noun"]

_SOURCE_SPEAKERS = frozenset(w.lower() for w in words_of("speaker_nouns.txt", "sources"))
_SPEAKERS = (
    _SOURCE_SPEAKERS
    | frozenset(w.lower() for w in words_of("speaker_nouns.txt", "people"))
    | frozenset(words_of("person_words.txt", "callings"))
)
_PARTICIPLES = tuple(words_of("person_words.txt", "participles for persons"))
_ATTACHING = speech_words("attaching words")
_ALONE = frozenset(["letztere", "letzterer", "dieser", "diese", "beide"])
_ENDINGS = ("", "s", "es", "n", "en", "er", "e", "se", "sen")
_SOURCE_FORMS = frozenset(stem.lower() + ending for stem in lines("source_nouns.txt") for ending in _ENDINGS)


def _long(nouns: frozenset[str], letters: int) -> tuple[str, ...]:
    """Nouns long enough to count at the end of a compound too."""
    return tuple(noun for noun in nouns if len(noun) > letters)


_LONG_SOURCE_FORMS = _long(_SOURCE_FORMS, 5)
_LONG_SPEAKERS, _LONG_SOURCE_SPEAKERS = _long(_SPEAKERS, 4), _long(_SOURCE_SPEAKERS, 4)


@cache
def is_source_noun(word: Word) -> bool:
    """Whether a noun stands for what somebody said: "Angaben", "Zeitungsberichten"."""
    return word.cap and (word.lower in _SOURCE_FORMS or word.lower.endswith(_LONG_SOURCE_FORMS))


@cache
def is_speaker_noun(word: Word) -> bool:
    """Whether a noun can speak: "Sprecherin", "Oppositionspolitiker", "Polizei"."""
    return _is_one_of(word, _SPEAKERS, _LONG_SPEAKERS) or _is_participle(word)


@cache
def is_source_speaker(word: Word) -> bool:
    """Whether a noun lends its voice to what follows: "Sprecherin", "Regierung", but not "Opfer"."""
    return _is_one_of(word, _SOURCE_SPEAKERS, _LONG_SOURCE_SPEAKERS) or _is_participle(word)


def _is_participle(word: Word) -> bool:
    """ "der so Gelobte", "die frisch Gewählte", "der Befragte"."""
    return word.cap and word.lower.startswith(_PARTICIPLES) and word.lower.endswith(("te", "ter", "ne", "ner"))


def _is_one_of(word: Word, nouns: frozenset[str], endings: tuple[str, ...]) -> bool:
    if not word.cap:
        return False
    return any(form in nouns or form.endswith(endings) for form in (word.lower, word.lemma.lower()))


class Actors:
    """Mentions of persons and organisations, by token."""

    def __init__(self, doc: Document, persons: Persons, organisations: Organisations) -> None:
        self.doc = doc
        self.persons, self.organisations = persons, organisations
        self._person: dict[int, int] = {}
        self._organisation: dict[int, int] = {}
        for owner, mentions in ((self._organisation, organisations.mentions), (self._person, persons.mentions)):
            for number, mention in enumerate(mentions):
                for token in range(mention.phrase[0], mention.phrase[1]):
                    held = owner.get(token)
                    if held is None or token >= mention.first:
                        owner[token] = number

    def person_at(self, token: int) -> Mention | None:
        """The person mention whose phrase holds a token."""
        number = self._person.get(token)
        return None if number is None else self.persons.mentions[number]

    def organisation_at(self, token: int) -> Mention | None:
        """The organisation mention whose phrase holds a token."""
        number = self._organisation.get(token)
        return None if number is None else self.organisations.mentions[number]

    def is_named(self, token: int) -> bool:
        """Whether a token belongs to a phrase that names a person or an organisation."""
        return token in self._person or token in self._organisation

    def person_begins(self, token: int) -> bool:
        """Whether the phrase or name of a person begins at a token."""
        mention = self.person_at(token)
        return mention is not None and token in (mention.phrase[0], mention.first)

    def organisation_begins(self, token: int) -> bool:
        """Whether the phrase or name of an organisation begins at a token."""
        mention = self.organisation_at(token)
        return mention is not None and token in (mention.phrase[0], mention.first)

    def can_speak(self, first: int, end: int) -> bool:
        """Whether a noun phrase names or may mean somebody who speaks, or a document that says something."""
        return self.is_agent(first, end) or any(is_source_noun(self.doc.types[k]) for k in range(first, end))

    def _is_named_behind(self, token: int, end: int) -> bool:
        """Whether an apposition behind a genitive names who acts: "Die Beste des Jahrgangs, Olena Muster, …"."""
        words = self.doc.words
        comma = next((k for k in range(token + 1, end - 1) if words[k] == ","), end)
        return comma < end and self.person_begins(comma + 1)

    def is_agent(self, first: int, end: int, strict: bool = False) -> bool:
        """Whether a noun phrase names or by its head means somebody who acts; `strict`: who lends a voice."""
        types = self.doc.types
        noun = is_source_speaker if strict else is_speaker_noun
        if (end - first == 1 and types[first].lower in _ALONE) or self.doc.lowers[first:end] == ["die", "beiden"]:
            return True
        head = False
        for token in range(first, end):
            word = types[token]
            if head and word.lower in _ATTACHING:
                return self._is_named_behind(token, end)  # "Behinderungen der Parteien": what hangs on it does not act
            if token in self._person or token in self._organisation or word.lower in PERSONAL:
                return True
            if word.cap and word.lower not in NOMINATIVE:
                head = True
                if noun(word):
                    return True
        return False
