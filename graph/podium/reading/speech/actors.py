"""Who can speak: mentions of persons and organisations by token, and nouns that can speak without naming anyone."""

from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons
from podium.reading.lexicon import lines, words_of
from podium.reading.speech.grammar import NOMINATIVE, PERSONAL
from podium.reading.words import Word

__all__ = ["Actors", "is_source_noun", "is_source_speaker", "is_speaker_noun"]

_SOURCE_SPEAKERS = frozenset(w.lower() for w in words_of("speaker_nouns.txt", "sources"))
_SPEAKERS = _SOURCE_SPEAKERS | frozenset(w.lower() for w in words_of("speaker_nouns.txt", "people"))
_SOURCES = tuple(w.lower() for w in lines("source_nouns.txt"))
_ATTACHING = frozenset("des der eines einer von vom für aus im in am an auf bei beim mit zu zum zur über".split())
_ENDINGS = ("", "s", "es", "n", "en", "er", "e", "se", "sen")
_FORMS = frozenset(stem + ending for stem in _SOURCES for ending in _ENDINGS)


@cache
def is_source_noun(word: Word) -> bool:
    """Whether a noun stands for what somebody said: "Angaben", "Zeitungsberichten"."""
    return word.cap and (word.lower in _FORMS or word.lower.endswith(tuple(_FORMS_LONG)))


_FORMS_LONG = [form for form in _FORMS if len(form) > 5]


@cache
def is_speaker_noun(word: Word) -> bool:
    """Whether a noun can speak: "Sprecherin", "Oppositionspolitiker", "Polizei"."""
    return _ends_with(word, _SPEAKERS)


@cache
def is_source_speaker(word: Word) -> bool:
    """Whether a noun lends its voice to what follows: "Sprecherin", "Regierung", but not "Opfer"."""
    return _ends_with(word, _SOURCE_SPEAKERS)


def _ends_with(word: Word, nouns: frozenset[str]) -> bool:
    if not word.cap:
        return False
    long = tuple(noun for noun in nouns if len(noun) > 4)
    return any(form in nouns or form.endswith(long) for form in (word.lower, word.lemma.lower()))


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

    def is_agent(self, first: int, end: int, strict: bool = False) -> bool:
        """Whether a noun phrase names or by its head means somebody who acts; `strict`: who lends a voice."""
        types = self.doc.types
        noun = is_source_speaker if strict else is_speaker_noun
        head = False
        for token in range(first, end):
            word = types[token]
            if token in self._person or token in self._organisation or word.lower in PERSONAL:
                return True
            if head and word.lower in _ATTACHING:
                return False  # "Behinderungen der Parteien": what hangs on the head does not act
            if word.cap and word.lower not in NOMINATIVE:
                head = True
                if noun(word):
                    return True
        return False
