"""Whom a participle as a noun means: "die so Geehrte", "der frisch Gewählte", of whom the text has just told."""

from bisect import bisect_left
from operator import attrgetter

from podium.reading.document import Document
from podium.reading.entities import Persons
from podium.reading.lexicon import words_of

__all__ = ["honoured"]

_first = attrgetter("first")
_STEMS = tuple(words_of("person_words.txt", "participles for persons"))
_REACH = 3  # sentences


def honoured(doc: Document, persons: Persons, first: int, end: int) -> int | None:
    """Number of the person whom "die so Geehrte" at tokens first … end-1 means, or None.

    Of the persons of fitting gender in the sentences before the one named last there that is not its first subject.
    """
    lower = doc.lowers[first]
    if lower not in ("der", "die") or end - first not in (2, 3) or not doc.lowers[end - 1].startswith(_STEMS):
        return None
    gender = "m" if lower == "der" else "f"
    number = doc.sentence_at[first]
    for sentence in range(number - 1, max(-1, number - 1 - _REACH), -1):
        start, stop, block = doc.sentences[sentence]
        if doc.sentences[number][2] - block > 1:
            return None
        mentions = persons.mentions
        here = mentions[bisect_left(mentions, start, key=_first) : bisect_left(mentions, stop, key=_first)]
        fitting = list(
            dict.fromkeys(
                m.entity
                for m in here
                if persons.entities[m.entity].gender in (gender, None) and persons.entities[m.entity].speaks
            )
        )
        if fitting:
            others = [p for p in fitting if p != here[0].entity]
            return others[-1] if others else fitting[0]
    return None
