"""Who a noun phrase or a pronoun means: surname, "Frau Dr. X", "die Ministerin", "der BA-Chef", "er", "sie"."""

from bisect import bisect_left

from podium.reading.coreference_phrases import meant_by_phrase
from podium.reading.coreference_salience import salient
from podium.reading.document import Document
from podium.reading.entities import Organisations, Persons

__all__ = ["resolve"]

_LATTER = frozenset(["dieser", "diese", "letzterer", "letztere"])


def resolve(doc: Document, persons: Persons, organisations: Organisations, first: int, end: int) -> int | None:
    """Number of the person that tokens `first` … `end`-1 mean, or None where that is nobody or not certain.

    Names, offices and pronouns are told by what the text said before: the office must fit one of the person's roles,
    a pronoun its gender; the nearest sentence counts, and in it who the sentence is about.
    """
    if not persons.entities or end <= first:
        return None
    firsts = _firsts(persons)
    inside = _overlapping(persons, firsts, first, end)
    if inside is not None:
        return inside
    behind = bisect_left(firsts, end)
    if behind < len(firsts) and firsts[behind] - end <= 2 and persons.mentions[behind].form in ("name", "surname"):
        mention = persons.mentions[behind]
        if mention.first == end or mention.phrase[0] <= first:
            return mention.entity  # "Ihr Kollege Anton Beispiel" without the name
    lower = doc.words[first].lower()
    if end - first == 1 and lower in ("er", "sie", "ihm", "ihn", "ihr"):
        return _pronoun(doc, persons, organisations, firsts, first, "f" if lower in ("sie", "ihr") else "m")
    if end - first == 1 and lower in _LATTER:
        return _latter(doc, persons, firsts, first, "f" if lower.endswith("e") else "m")
    return meant_by_phrase(doc, persons, organisations, firsts, first, end)


_last: tuple[Persons, list[int]] | None = None


def _firsts(persons: Persons) -> list[int]:
    """First tokens of all mentions, for bisection; kept for the persons asked about last."""
    global _last
    if _last is None or _last[0] is not persons:
        _last = (persons, [m.first for m in persons.mentions])
    return _last[1]


def _overlapping(persons: Persons, firsts: list[int], first: int, end: int) -> int | None:
    """The person whose mention lies in a range of tokens; the last one, which is the head behind a genitive."""
    number = bisect_left(firsts, end) - 1
    while number >= 0 and number >= bisect_left(firsts, first) - 2:
        mention = persons.mentions[number]
        if mention.end > first and mention.first < end:
            return mention.entity
        number -= 1
    return None


def _pronoun(
    doc: Document, persons: Persons, organisations: Organisations, firsts: list[int], token: int, gender: str
) -> int | None:
    if doc.words[token].lower() == "sie" and not _singular(doc, token):
        return None
    found = salient(doc, persons, organisations, firsts, token, gender)
    return _named_behind(doc, persons, firsts, token, gender) if found is None and token < firsts[0] else found


def _named_behind(doc: Document, persons: Persons, firsts: list[int], token: int, gender: str) -> int | None:
    """ "„…“, sagt sie und lacht. Anna Beispiel leitet das Haus": whom a text that opens with a pronoun names next."""
    first, here = persons.mentions[0], doc.sentence_at[token]
    opens = doc.sentence_at[firsts[0]] - here == 1 and first.phrase[0] == doc.sentences[here + 1][0]
    fits = persons.entities[first.entity].gender == gender and persons.entities[first.entity].speaks
    return first.entity if opens and fits else None


def _latter(doc: Document, persons: Persons, firsts: list[int], token: int, gender: str) -> int | None:
    """ "Dieser betonte": the person of that gender whom the sentence before named last."""
    number = doc.sentence_at[token]
    if token != doc.sentences[number][0] or not number or token + 1 >= len(doc.words):
        return None
    behind = doc.types[token + 1]
    if not behind.verb or doc.words[token + 1].endswith("en"):
        return None
    first, end, _ = doc.sentences[number - 1]
    for mention in reversed(persons.mentions[bisect_left(firsts, first) : bisect_left(firsts, end)]):
        if persons.entities[mention.entity].gender == gender:
            return mention.entity
    return None


def _singular(doc: Document, token: int) -> bool:
    """Whether "sie" can be one woman: a verb beside it that is no plural."""
    for near in (token - 1, token + 1):
        if 0 <= near < len(doc.words) and doc.sentence_at[near] == doc.sentence_at[token] and doc.types[near].verb:
            return not doc.words[near].endswith("en") and doc.words[near] not in ("sind", "seien")
    return True
