"""Whom a text is about at a place: the nearest sentence counts, and in it the subject before an object."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons
from podium.reading.inflection import gender as noun_gender
from podium.reading.lexicon import words_of
from podium.reading.names import INITIAL, SURNAME, UNKNOWN, first_name_gender, kind

__all__ = ["nearest", "salient"]

_PREPOSITIONS = frozenset(words_of("person_words.txt", "prepositions"))
_MOST = 60  # mentions of one sentence that are looked at
_REACH = 5  # sentences that a pronoun looks back within its paragraph


def salient(
    doc: Document, persons: Persons, organisations: Organisations, firsts: list[int], token: int, gender: str
) -> int | None:
    """The person of a gender whom the text was about last before a token."""
    number = doc.sentence_at[token]
    block = doc.sentences[number][2]
    beside: Mention | None = None  # in the sentence itself, as an object
    for sentence in range(number, max(-1, number - _REACH - 1), -1):
        distance = block - doc.sentences[sentence][2]
        if distance > 2 or (distance and number - sentence > 3):
            break
        first, end, _ = doc.sentences[sentence]
        low, high = bisect_left(firsts, first), bisect_left(firsts, min(end, token))
        if _initial_only(doc, first, min(end, token), gender):
            break
        here = [
            m
            for m in persons.mentions[max(low, high - _MOST) : high]
            if persons.entities[m.entity].gender in (gender, None) and persons.entities[m.entity].speaks
        ]
        if sentence == number and doc.quote_at[token] < 0:
            here = [m for m in here if doc.quote_at[m.first] < 0]  # „Ohne Herrn X ginge nichts“, sagte er: not X
            if _closes_report(doc, token):  # "X habe viel getan, sagte er": not X, but "Kritik kam von X: …, sagte er"
                colon = next((k for k in range(token, first, -1) if doc.words[k] == ":"), first)
                here = [m for m in here if m.first < colon]
        if here and sentence == number and all(_oblique(doc, m) and not _by(doc, m) for m in here):
            beside = beside or here[0]  # "In einem Brief an die Senatorin schlug sie vor …" is somebody else
            continue
        if here:
            return _foremost(doc, here).entity
        if sentence != number and low == high and _about_organisation(organisations, first, end, gender):
            break
    return beside.entity if beside is not None else None


def _closes_report(doc: Document, token: int) -> bool:
    """Whether a pronoun stands behind the verb that closes what was said: ", sagte | er"; it is nobody named there.

    A pronoun cannot mean whom the clause names that depends on its verb (Chomsky 1981, principle C).
    """
    return token > 2 and doc.types[token - 1].verb and doc.words[token - 2] == ","


def _initial_only(doc: Document, first: int, end: int, gender: str) -> bool:
    """Whether a sentence names somebody of a gender by first name and initial: "Teilnehmerin Iryna K. lernt"."""
    words = doc.words
    initials = [t for t in range(first + 1, end) if len(words[t]) == 2 and words[t][1] == "."]
    return any(
        words[t][0].isupper()
        and first_name_gender(words[t - 1]) == gender
        and (t + 1 >= len(words) or not kind(words[t + 1]) & (UNKNOWN | SURNAME | INITIAL))
        for t in initials
    )


def _foremost(doc: Document, mentions: list[Mention]) -> Mention:
    """The mention a sentence is about: the first that opens it or follows a verb, else one that is no object."""
    subjects = [m for m in mentions if not _oblique(doc, m)]
    surely = [
        m
        for m in subjects
        if m.phrase[0] == doc.sentences[doc.sentence_at[m.first]][0] or doc.types[m.phrase[0] - 1].verb
    ]
    return (surely or subjects or mentions)[0]


def _oblique(doc: Document, mention: Mention) -> bool:
    before = doc.words[mention.phrase[0] - 1].lower() if mention.phrase[0] else ""
    return before in _PREPOSITIONS or doc.words[mention.phrase[0]].lower() in (
        "dem",
        "des",
        "den",
        "vom",
        "zum",
        "beim",
        "zur",
    )


def _by(doc: Document, mention: Mention) -> bool:
    """ "Kritik kam von X": a preposition that names who acts."""
    return doc.words[mention.phrase[0]] == "vom" or doc.words[mention.phrase[0] - 1] in ("von", "durch", "bei")


def _about_organisation(organisations: Organisations, first: int, end: int, gender: str) -> bool:
    """Whether a sentence opens with an organisation to which the pronoun could refer as well."""
    start = bisect_left(organisations.mentions, first, key=lambda m: m.first)
    for mention in organisations.mentions[start : start + 2]:
        if mention.first > first + 2 or mention.first >= end:
            return False
        kind = next((g for g in map(noun_gender, organisations.entities[mention.entity].name.split()) if g), None)
        return kind == gender
    return False


def nearest(doc: Document, persons: Persons, firsts: list[int], token: int, candidates: Sequence[int]) -> int | None:
    """Of several persons the one mentioned last in this paragraph or the one before, else the one mentioned most.

    Nobody mentioned before: the first one behind.
    """
    place = bisect_left(firsts, token)
    wanted = set(candidates)
    before = [m for m in persons.mentions[max(0, place - 200) : place] if m.entity in wanted]
    if before:
        last = before[-1]
        block = doc.sentences[doc.sentence_at[token]][2]
        if block - doc.sentences[doc.sentence_at[last.first]][2] <= 1:
            return last.entity
        return Counter(m.entity for m in before).most_common(1)[0][0]
    return next((m.entity for m in persons.mentions[place : place + 200] if m.entity in wanted), None)
