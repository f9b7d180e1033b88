"""A description of somebody whom the sentence before introduced: "die Sozialökonomin", "die Chefin der Agentur"."""

from bisect import bisect_left
from operator import attrgetter

from podium.reading.document import Document
from podium.reading.entities import Persons
from podium.reading.lexicon import words_of
from podium.reading.roles_words import role_word

__all__ = ["just_introduced"]

_first = attrgetter("first")
_ARTICLES = {"der": "m", "die": "f", "das": "n"}
_CALLINGS = tuple(words_of("person_words.txt", "callings"))
_OF = frozenset("der des von vom für beim bei im".split())


def just_introduced(doc: Document, persons: Persons, first: int, end: int) -> int | None:
    """Number of the one person of fitting gender that the sentence before names, or None where that is not certain.

    A calling ("der Arbeitspsychologe", "die Köchin") fits whoever is named there; an office of a house ("die Chefin
    der Agentur") only somebody to whom the text gives no office.
    """
    gender = _ARTICLES.get(doc.lowers[first])
    head = next((k for k in range(first + 1, end) if doc.types[k].cap), None)
    number = doc.sentence_at[first] - 1
    if gender is None or head is None or number < 0 or doc.sentences[number][2] != doc.sentences[number + 1][2]:
        return None
    calling = doc.lowers[head].endswith(_CALLINGS)
    if not calling and role_word(doc.words[head]) is None:
        return None
    start, stop, _ = doc.sentences[number]
    mentions = persons.mentions
    here = mentions[bisect_left(mentions, start, key=_first) : bisect_left(mentions, stop, key=_first)]
    who = {m.entity for m in here if gender == "n" or persons.entities[m.entity].gender in (gender, None)}
    found = who.pop() if len(who) == 1 else None
    if found is None or not persons.entities[found].speaks:
        return None
    if not calling and (head + 1 == end or doc.lowers[head + 1] not in _OF or _holds_office(persons, found)):
        return None
    return found


def _holds_office(persons: Persons, person: int) -> bool:
    return any(role.person == person for role in persons.roles)
