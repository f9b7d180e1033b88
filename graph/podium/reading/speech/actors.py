"""Who can speak: mentions of persons and organisations by token, and nouns that can speak without naming anyone."""

from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons
from podium.reading.lexicon import lines, words_of
from podium.reading.speech.grammar import PERSONAL
from podium.reading.words import Word

__all__ = ["Actors", "is_source_noun", "is_speaker_noun"]

_SPEAKERS = frozenset(w.lower() for w in words_of("speaker_nouns.txt"))
_SOURCES = tuple(w.lower() for w in lines("source_nouns.txt"))
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
    if not word.cap:
        return False
    for form in (word.lower, word.lemma.lower()):
        if form in _SPEAKERS or any(form.endswith(s) for s in _SPEAKERS_LONG):
            return True
    return False


_SPEAKERS_LONG = tuple(w for w in _SPEAKERS if len(w) > 4)


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

    def is_agent(self, first: int, end: int) -> bool:
        """Whether a noun phrase names or may mean somebody who acts."""
        types = self.doc.types
        for token in range(first, end):
            if token in self._person or token in self._organisation:
                return True
            word = types[token]
            if word.lower in PERSONAL or is_speaker_noun(word):
                return True
        return False
