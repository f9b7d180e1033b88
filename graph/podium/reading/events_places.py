"""Places that a sentence names: "im Bürgerhaus Cölbe", "findet … in der Stadthalle statt", the town of a heading."""

import re
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_noun_phrases import is_name_adjective, is_time, nouns_end, organisation_end
from podium.reading.events_nouns import gathering_noun
from podium.reading.inflection import is_adjective, nominative
from podium.reading.lexicon import words_of
from podium.reading.names import FIRST, kind
from podium.reading.places import Places, place_at
from podium.reading.roles_words import role_word

__all__ = [
    "PLACE_PREPOSITIONS",
    "describes_town",
    "is_venue",
    "place_behind",
    "place_end",
    "place_in_sentence",
    "place_text",
    "town_of",
]

PLACE_PREPOSITIONS = frozenset("im in auf am an ins vor bei".split())
_ARTICLES = frozenset(["der", "dem", "den", "das", "die"])
_OF = frozenset(["des", "der"])
_TAKES_PLACE = frozenset(words_of("event_words.txt", "takes place"))
_VENUE = re.compile(
    r"(?:halle|haus|hause|saal|zentrum|centrum|hotel|schloss|platz|kirche|museum|campus|forum|theater|akademie|center|hof|"
    r"werk|park|büro|schule|kammer|universität|rathaus|scheune|mühle|kapelle|studio|markt|brunnen|straße|allee|ufer|"
    r"garten)(?:e?s)?$",
    re.I,
)
_PRESS = frozenset(["Presse", "Publikum", "Medien"])
_TURNS = frozenset(["Kreis", "Kreise", "Herzen", "Schatten", "Spiegel", "Geiste", "Lichte", "Licht"])
_TOWN_NOUN = re.compile(
    r"(?!(?:Alt|Innen|Nord|Süd|Ost|West|Neu|Vor)stadt)(?:[A-ZÄÖÜ]\w*stadt|Stadt|Gemeinde|Region|Hauptstadtregion)$"
)


def is_venue(form: str) -> bool:
    """Whether a word names a building or a square: "Stadthalle", "Marktplatz"."""
    return form[:1].isupper() and bool(_VENUE.search(form))


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
                venue and any(map(is_venue, text.split(" ")[:2]))
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
    """End of "im Bürgerhaus Cölbe", "am Deutschen Eck", "in der Lehrbauhofhalle in Fürstenwalde"; 0 where no place.

    The preposition stands at token `at`; a house may be an organisation of the text, a town one of the `known` places.
    """
    words = doc.words
    first = _behind_article(words, at, limit)
    if not first:
        return 0
    end = organisation_end(organisations, first)
    if not end and words[at] in ("in", "bei") and (placed := place_at(words, first, known)):
        end = placed[0]
    end = end or _house_end(doc, first, limit)
    return min(_with_town(words, end, limit, known), limit) if end else 0


def _behind_article(words: list[str], at: int, limit: int) -> int:
    """Token behind the preposition at token `at` and its article, where the name of a place can begin; else 0."""
    first = at + 1
    if words[at] in ("an", "auf", "vor") and first < limit and words[first] in ("die", "das"):
        return 0  # the accusative says where to
    if first < limit and words[first].lower() in _ARTICLES:
        first += 1
    if first >= limit or is_time(words[first]) or words[first][0].isdigit():
        return 0
    return first if words[first][:1].isupper() or is_adjective(words[first]) else 0


def _house_end(doc: Document, first: int, limit: int) -> int:
    """End of the name of a house that no list knows: adjectives, up to three capitals, "der …" and "der …"; else 0."""
    words, head = doc.words, first
    while (
        head + 1 < limit
        and is_adjective(words[head])
        and words[head + 1][:1].isupper()
        and not _is_plain_noun(words[head])
    ):
        if is_time(words[head]):
            return 0
        head += 1
    if not words[head][:1].isupper() or is_time(words[head]) or not words[head][-1].isalnum():
        return 0
    if words[first - 1] == "vor" and not is_venue(words[head]):
        return 0  # "beim Termin vor Aufregung"
    if words[first - 1] in ("vor", "bei") and (words[head] in _PRESS or role_word(words[head]) is not None):
        return 0  # "am Rande der Versammlung vor Journalisten"
    end = head + 1
    while end < limit and end - head < 3 and _goes_on(words[end]):
        if words[head] != "Haus" and kind(words[end]) & FIRST:
            break  # "im Gewerkschaftshaus Eva Stein und Uwe Kahn"
        end += 1
    if _is_turn(words, head, end, limit):
        return 0
    for _ in range(2):  # "Haus der Kulturen der Welt"
        if end + 1 < limit and words[end] in _OF and (further := nouns_end(doc, end + 1, limit)):
            end = further
    return end


def _goes_on(form: str) -> bool:
    """Whether a word can be a further part of a name: "Bürgerhaus Cölbe"."""
    return form[:1].isupper() and len(form) > 1 and form[-1].isalnum() and not is_time(form)


def _with_town(words: list[str], end: int, limit: int, known: Places) -> int:
    """End of a place with the town that stands behind it: "… in Fürstenwalde"."""
    town = end + 1
    if town >= limit or words[end] not in ("in", "im", "am") or not words[town][:1].isupper() or is_time(words[town]):
        return end
    placed = place_at(words, town, known)
    return placed[0] if placed and placed[0] <= limit else end


def _is_turn(words: list[str], first: int, end: int, limit: int) -> bool:
    """Whether words are a turn of phrase rather than a place: "im Kreis der Kollegen"."""
    behind = words[end] if end < limit else ""
    return end - first == 1 and words[first] in _TURNS and behind in ("der", "des", "von", "seiner", "ihrer")


def describes_town(place: str) -> bool:
    """Whether a place only describes a town and does not name it: "hessische Landeshauptstadt", "Domstadt"."""
    return bool(_TOWN_NOUN.match(place.rsplit(" ", 1)[-1]))


@cache
def _is_plain_noun(form: str) -> bool:
    """Whether a capitalised word is no adjective of a name."""
    return form[0].isupper() and not is_name_adjective(form)


def place_text(doc: Document, first: int, end: int, known: Places) -> tuple[str, bool]:
    """A place without preposition and article, and whether it is more than the name of a town."""
    words, start = doc.words, first + 1
    preposition = words[first]
    while start < end and words[start].lower() in _ARTICLES:
        start += 1
    placed = place_at(words, start, known, loose=False)
    shaped = place_at(words, start, known) if preposition == "in" else None
    town = bool((placed and placed[0] >= end) or (shaped and shaped[0] >= end))
    text = doc.phrase(start, end)
    if not town:
        pieces = text.split(" ")
        text = nominative(pieces) if is_adjective(pieces[0]) else text
    return text, not town
