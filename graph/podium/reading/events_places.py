"""Noun phrases behind a gathering's noun, and places: "des Ausschusses für …", "im Bürgerhaus Cölbe"."""

import re
from bisect import bisect_left
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_nouns import gathering_noun
from podium.reading.inflection import is_adjective, is_known, nominative
from podium.reading.lexicon import words_of
from podium.reading.places import Places, place_at
from podium.reading.words import word

__all__ = [
    "PLACE_PREPOSITIONS",
    "closing_mark",
    "describes_town",
    "is_name_adjective",
    "is_venue",
    "phrase_end",
    "place_behind",
    "place_end",
    "place_in_sentence",
    "place_text",
    "town_of",
]

_ARTICLES = frozenset("der die das des dem den ein eine einer eines einem einen".split())
PLACE_PREPOSITIONS = frozenset("im in auf am an ins vor bei".split())
_OF = frozenset(["des", "der"])
_WEEKDAY = re.compile(
    r"(?:Mon|Diens|Mittwoch|Donners|Frei|Sams|Sonn)(?:tag|tags)?(?:nach|vor)?(?:mittag|abend|morgen|nacht)?s?$"
)


_TIMES = frozenset(words_of("event_words.txt", "times and phrases"))


_TAKES_PLACE = frozenset(words_of("event_words.txt", "takes place"))
_VENUE = re.compile(
    r"(?:halle|haus|hause|saal|zentrum|hotel|schloss|platz|kirche|museum|campus|forum|theater|akademie|center|hof|werk|park|büro|schule|kammer|universität|rathaus|scheune|mühle|kapelle|studio|markt|brunnen|straße|allee|ufer|garten)(?:e?s)?$",
    re.I,
)


def is_venue(form: str) -> bool:
    """Whether a word names a building or a square: "Stadthalle", "Marktplatz"."""
    return form[:1].isupper() and bool(_VENUE.search(form))


@cache
def _time(form: str) -> bool:
    """Whether a noun behind "im" or "am" is a time or a turn of phrase rather than a place."""
    return form in _TIMES or bool(_WEEKDAY.match(form))


def place_behind(doc: Document, at: int, organisations: Organisations, known: Places) -> tuple[int, str, bool]:
    """End and text of the place that stands at token `at` ("im bcc in Berlin"), and whether it is a venue."""
    limit = doc.sentences[doc.sentence_at[at]][1] if at < len(doc.words) else at
    if at < limit and doc.words[at] in PLACE_PREPOSITIONS and (stop := place_end(doc, at, limit, organisations, known)):
        return stop, *place_text(doc, at, stop, known)
    return at, "", False


def town_of(doc: Document, token: int, known: Places) -> str:
    """Town that the sentence, or the first one of its paragraph, opens with ("In Ludwigshafen findet …"); else ""."""
    number = doc.sentence_at[token]
    first = doc.sentences[number][0]
    opening = doc.block_tokens[doc.sentences[number][2]][0]
    for at in (first, opening):
        if doc.words[at] == "In" and (placed := place_at(doc.words, at + 1, known, loose=False)):
            return placed[1]
    return _heading_town(doc, doc.sentences[number][2], known)


def _heading_town(doc: Document, block: int, known: Places) -> str:
    """Town that alone makes the heading over a line of a programme: "Siegen", below it "11 Uhr Kundgebung …"."""
    if doc.blocks[block].kind != "item":
        return ""
    for number in range(block - 1, max(block - 8, -1), -1):
        first, end = doc.block_tokens[number]
        if doc.blocks[number].kind == "item":
            continue
        placed = place_at(doc.words, first, known, loose=False) if first < end else None
        return placed[1] if placed and placed[0] == end and doc.blocks[number].kind == "heading" else ""
    return ""


def place_in_sentence(
    doc: Document, head: int, first: int, end: int, organisations: Organisations, known: Places
) -> tuple[str, bool]:
    """Place that the sentence names after a gathering ("findet … in der Stadthalle statt"), and whether a venue."""
    limit = doc.sentences[doc.sentence_at[head]][1]
    for at in range(end, min(limit, end + 25)):
        if gathering_noun(doc.words[at]):
            break  # what follows is where the next one is
        if doc.words[at] in ("in", "im", "auf", "am", "ins"):
            stop = place_end(doc, at, limit, organisations, known)
            if not stop:
                continue
            text, venue = place_text(doc, at, stop, known)
            if (not venue and place_at(doc.words, at + 1, known, loose=False)) or (
                venue and _VENUE.search(text.split(" ")[0])
            ):
                return text, venue
            if not venue and doc.words[at] == "in" and _happens(doc, stop, limit):
                return text, venue  # a town that no list knows: "findet … in Musterstadt statt"
    for at in range(doc.sentences[doc.sentence_at[head]][0], first):
        if doc.words[at].lower() == "in" and (placed := place_at(doc.words, at + 1, known, loose=False)):
            return placed[1], False
    return "", False


def _happens(doc: Document, at: int, limit: int) -> bool:
    """Whether "statt", "geplant" or the like closes the clause right behind a place."""
    return at < limit and doc.words[at] in _TAKES_PLACE


def place_end(doc: Document, at: int, limit: int, organisations: Organisations, known: Places) -> int:
    """End of "im Bürgerhaus Cölbe", "am Deutschen Eck", "in der Lehrbauhofhalle in Fürstenwalde"; 0 where no place."""
    words, number = doc.words, at + 1
    if words[at] in ("an", "auf", "vor") and number < limit and words[number] in ("die", "das"):
        return 0  # the accusative says where to
    if number < limit and words[number].lower() in ("der", "dem", "den", "das", "die"):
        number += 1
    if (
        number >= limit
        or _time(words[number])
        or (not words[number][:1].isupper() and not is_adjective(words[number]))
        or words[number][0].isdigit()
    ):
        return 0
    end = _mention_end(organisations, number)
    if not end and words[at] in ("in", "bei") and (placed := place_at(words, number, known)):
        end = placed[0]
    if not end:
        while (
            number < limit
            and is_adjective(words[number])
            and number + 1 < limit
            and words[number + 1][:1].isupper()
            and not _is_plain_noun(words[number])
        ):
            if _time(words[number]):
                return 0
            number += 1
        if (
            number >= limit
            or not words[number][:1].isupper()
            or _time(words[number])
            or not words[number][-1].isalnum()
        ):
            return 0
        end = number + 1
        while (
            end < limit
            and words[end][:1].isupper()
            and end - number < 3
            and len(words[end]) > 1
            and words[end][-1].isalnum()
            and not _time(words[end])
        ):
            end += 1
        if _turn(words, number, end, limit):
            return 0
        for _ in range(2):  # "Haus der Kulturen der Welt"
            if end + 1 < limit and words[end] in _OF and (further := _nouns(doc, end + 1, limit)):
                end = further
    if (
        end + 1 < limit
        and words[end] in ("in", "im", "am")
        and words[end + 1][:1].isupper()
        and not _time(words[end + 1])
    ):
        placed = place_at(words, end + 1, known)
        end = placed[0] if placed and placed[0] <= limit else end
    return min(end, limit)


def _turn(words: list[str], first: int, end: int, limit: int) -> bool:
    """Whether words are a turn of phrase rather than a place: "im Kreis der Kollegen"."""
    behind = words[end] if end < limit else ""
    return end - first == 1 and words[first] in _TURNS and behind in ("der", "des", "von", "seiner", "ihrer")


def describes_town(place: str) -> bool:
    """Whether a place only describes a town and does not name it: "hessische Landeshauptstadt", "Domstadt"."""
    return bool(_TOWN_NOUN.match(place.rsplit(" ", 1)[-1]))


_TURNS = frozenset(["Kreis", "Kreise", "Herzen", "Schatten", "Spiegel", "Geiste", "Lichte", "Licht"])
_TOWN_NOUN = re.compile(
    r"(?!(?:Alt|Innen|Nord|Süd|Ost|West|Neu|Vor)stadt)(?:[A-ZÄÖÜ]\w*stadt|Stadt|Gemeinde|Region|Hauptstadtregion)$"
)


@cache
def _is_plain_noun(form: str) -> bool:
    return form[0].isupper() and not is_name_adjective(form)


def place_text(doc: Document, first: int, end: int, known: Places) -> tuple[str, bool]:
    """A place without preposition and article, and whether it is more than the name of a town."""
    words, start = doc.words, first + 1
    preposition = words[first]
    while start < end and words[start].lower() in ("der", "dem", "den", "das", "die"):
        start += 1
    placed = place_at(words, start, known, loose=False)
    shaped = place_at(words, start, known) if preposition == "in" else None
    town = bool((placed and placed[0] >= end) or (shaped and shaped[0] >= end))
    text = doc.phrase(start, end)
    if not town:
        pieces = text.split(" ")
        text = nominative(pieces) if is_adjective(pieces[0]) else text
    return text, not town


def closing_mark(doc: Document, at: int, limit: int) -> int:
    """Token behind the closing mark of a short title whose opening mark stands at token `at`; 0 where none closes."""
    for number in range(at + 2, min(at + 16, limit)):
        if doc.words[number] in '“”"«‘‹':
            return number + 1
    return 0


def _mention_end(organisations: Organisations, first: int) -> int:
    """End of the organisation's name that begins at a token, or 0."""
    mentions = organisations.mentions
    number = bisect_left(mentions, first, key=lambda m: m.first)
    return mentions[number].end if number < len(mentions) and mentions[number].first == first else 0


def phrase_end(doc: Document, at: int, limit: int, organisations: Organisations, loose: bool = False) -> int:
    """End of a noun phrase that begins at token `at`, with one pair "X und Y"; 0 where there is none."""
    words, number = doc.words, at
    if loose and number < limit and words[number].lower() in _ARTICLES:
        number += 1
    end = _mention_end(organisations, number)
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
    end = _mention_end(organisations, number) or _nouns(doc, number, limit)
    if not end:
        return 0
    if end + 1 < limit and words[end] in ("und", "sowie") and words[end + 1][:1].isupper():
        further = _nouns(doc, end + 1, limit)
        if further and loose:
            return further
    if (
        end + 1 < limit
        and words[end] in _OF
        and (further := _nouns(doc, end + 1, limit) or _adjective_noun(doc, end + 1, limit))
    ):
        return _mention_end(organisations, end + 1) or further
    return end


def _adjective_noun(doc: Document, at: int, limit: int) -> int:
    if at + 1 < limit and is_adjective(doc.words[at]) and doc.words[at + 1][:1].isupper():
        return _nouns(doc, at + 1, limit) or at + 2
    return 0


def _nouns(doc: Document, at: int, limit: int) -> int:
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
    if number < limit and words[number][:1].isupper() and words[number][-1].isalnum() and not _time(words[number]):
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
    return (is_known(form.lower()) and word(form).lemma[:1].islower()) or form.endswith(
        ("er", "ischen", "ische", "ischer")
    )


_NAME_ADJECTIVES = frozenset(words_of("event_words.txt", "name adjectives"))
