"""Noun phrases behind a gathering's noun: "des Ausschusses für …", "zum Thema …", the title in quotation marks."""

import re
from bisect import bisect_left
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.inflection import is_adjective, is_known
from podium.reading.lexicon import words_of
from podium.reading.words import word

__all__ = ["closing_mark", "is_name_adjective", "is_time", "nouns_end", "organisation_end", "phrase_end"]

_ARTICLES = frozenset("der die das des dem den ein eine einer eines einem einen".split())
_OF = frozenset(["des", "der"])
_WEEKDAY = re.compile(
    r"(?:Mon|Diens|Mittwoch|Donners|Frei|Sams|Sonn)(?:tag|tags)?(?:nach|vor)?(?:mittag|abend|morgen|nacht)?s?$"
)
_TIMES = frozenset(words_of("event_words.txt", "times and phrases"))
_NAME_ADJECTIVES = frozenset(words_of("event_words.txt", "name adjectives"))
_MOST = 16  # tokens of a short title


@cache
def is_time(form: str) -> bool:
    """Whether a noun behind "im" or "am" is a time or a turn of phrase rather than a place."""
    return form in _TIMES or bool(_WEEKDAY.match(form))


def closing_mark(doc: Document, at: int, limit: int) -> int:
    """Token behind the closing mark of a short title whose opening mark stands at token `at`; 0 where none closes."""
    for number in range(at + 2, min(at + _MOST, limit)):
        if doc.words[number] in '“”"«‘‹':
            return number + 1
    return 0


def organisation_end(organisations: Organisations, first: int) -> int:
    """End of the organisation's name that begins at a token, or 0."""
    mentions = organisations.mentions
    number = bisect_left(mentions, first, key=lambda m: m.first)
    return mentions[number].end if number < len(mentions) and mentions[number].first == first else 0


def phrase_end(doc: Document, at: int, limit: int, organisations: Organisations, loose: bool = False) -> int:
    """End of a noun phrase that begins at token `at`, with a genitive behind it; 0 where there is none.

    A `loose` one may open with an article and be a pair "X und Y".
    """
    words, number = doc.words, at
    if loose and number < limit and words[number].lower() in _ARTICLES:
        number += 1
    end = organisation_end(organisations, number)
    if end:
        return end
    while (
        number < limit
        and words[number][:1].islower()
        and is_adjective(words[number])
        and not word(words[number]).verb
        and words[number] not in _ARTICLES
    ):
        number += 1
    end = organisation_end(organisations, number) or nouns_end(doc, number, limit)
    if not end:
        return 0
    if loose and end + 1 < limit and words[end] in ("und", "sowie") and words[end + 1][:1].isupper():
        further = nouns_end(doc, end + 1, limit)
        if further:
            return further
    if (
        end + 1 < limit
        and words[end] in _OF
        and (further := nouns_end(doc, end + 1, limit) or _adjective_noun(doc, end + 1, limit))
    ):
        return organisation_end(organisations, end + 1) or further
    return end


def _adjective_noun(doc: Document, at: int, limit: int) -> int:
    """End of an adjective and a noun at token `at`, or 0."""
    if at + 1 < limit and is_adjective(doc.words[at]) and doc.words[at + 1][:1].isupper():
        return nouns_end(doc, at + 1, limit) or at + 2
    return 0


def nouns_end(doc: Document, at: int, limit: int) -> int:
    """End of [capital adjective] noun ["title"] at token `at`; 0 where no capital stands there."""
    words, number = doc.words, at
    while number + 1 < limit and words[number].endswith("-") and words[number + 1] in ("und", ",", "/"):
        number += 2
    if (
        number + 1 < limit
        and words[number][:1].isupper()
        and is_adjective(words[number])
        and words[number + 1][:1].isupper()
        and is_name_adjective(words[number])
    ):
        number += 1
    if number < limit and words[number][:1].isupper() and words[number][-1].isalnum() and not is_time(words[number]):
        number += 1
        if number < limit and words[number] in '„"»' and (closed := closing_mark(doc, number, limit)):
            return closed
        if words[number - 1] == "Thema" and number < limit and words[number][:1].isupper():
            return number + 1  # "zum Thema Arbeit"
        return number
    return 0


@cache
def is_name_adjective(form: str) -> bool:
    """Whether a capitalised word is an adjective of a name: "Elmshorner", "Deutschen"."""
    if form.lower().rstrip("nrsm").removesuffix("e") in _NAME_ADJECTIVES:
        return True  # "des Alten Rathauses"
    if form.lower().endswith(_HOUSES_IN_ER):
        return False  # "das Recyclinglager „Kiste“"
    return (is_known(form.lower()) and word(form).lemma[:1].islower()) or form.endswith(
        ("er", "ischen", "ische", "ischer")
    )


_HOUSES_IN_ER = ("lager", "theater", "center", "orchester", "zimmer", "keller", "speicher", "kloster", "atelier")
