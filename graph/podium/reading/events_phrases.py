"""Noun phrases that may name a gathering: head, modifiers, number, title, place; without deciding what they mean."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.inflection import gender, is_adjective, is_known, nominative, noun
from podium.reading.lexicon import table
from podium.reading.places import Places, place_at
from podium.reading.words import word

__all__ = ["Gathering", "Noun", "gathering_noun", "left_of", "place_behind", "place_in_sentence", "read_phrase"]

_ARTICLES = frozenset("der die das des dem den ein eine einer eines einem einen".split())
_FUSED = frozenset("am im zum zur beim vom ins".split())
_PREPOSITIONS = frozenset("bei auf in an während zu nach vor mit von für zum zur am im beim vom anlässlich".split())
_POSSESSIVE = re.compile(r"(?:sein|ihr|unser|dies|jen)(?:e|er|es|em|en)?$")
# Adjectives that tell nothing about which gathering it is.
_EMPTY = re.compile(
    r"(?:heutig|gestrig|diesjährig|geplant|anschließend|stattfindend|gelungen|genannt|erwähnt|eigentlich|eben|letztjährig|"
    r"vergangen|kommend|bevorstehend|mehrtägig|\w*tägig|\w*stündig|gut besucht|besucht|ganz|gesamt|einzig|bedeutend\w*|groß|größt|klein|erfolgreich|"
    r"jährlich|gewohnt|üblich|traditionell|selb|kurz|lang|interessant|spannend|solch|jed|dies|weitergehend|durchgeführt|organisiert|ausgerichtet|veranstaltet|digitalen-)"
    r"(?:e|en|er|es|em)$"
)
_PLURAL_BEFORE = frozenset("die zwei drei vier fünf sechs sieben acht viele mehrere alle beide beiden zahlreiche einige diverse solche weiteren".split())
_NONE_BEFORE = re.compile(r"(?:kein|jed|solch|manch|irgendein|welch)(?:e|er|es|em|en)?$|^pro$|^ohne$")
_TIMES = frozenset(
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März April Mai Juni Juli August September Oktober November "
    "Dezember Rande Rahmen Anschluss Abend Nachmittag Vormittag Morgen Mittag Jahr Jahre Jahres Woche Wochen Monat Herbst Frühjahr Sommer Winter "
    "Tag Tage Ende Anfang Beginn Mittelpunkt Fokus Zentrum Vordergrund Vorfeld Laufe Zuge Zeichen Hinblick Namen Beisein Gespräch Interview Einsatz Sinne Fall "
    "Folge Regel Bezug Blick Zukunft Kraft Anwesenheit Verlauf Zusammenarbeit Kooperation Form Präsenz Deutschland Hand".split()
)
_WEEKDAY = re.compile(r"(?:Mon|Diens|Mittwoch|Donners|Frei|Sams|Sonn)(?:tag|tags)?(?:nach|vor)?(?:mittag|abend|morgen|nacht)?s?$")
_PLACE_PREPOSITIONS = frozenset("im in auf am an ins vor bei".split())
_OF = frozenset(["des", "der"])
_ABOUT = frozenset("für zu zum zur über gegen mit von vom".split())


@cache
def _time(form: str) -> bool:
    """Whether a noun behind "im" or "am" is a time or a turn of phrase rather than a place."""
    return form in _TIMES or bool(_WEEKDAY.match(form))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for a gathering: `form` nominative singular, `needs` and `family` as in `events.csv`, `first` part."""

    form: str
    needs: str
    family: str
    ending: str
    either: bool  # singular and plural look alike ("Treffen")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A noun phrase for a gathering at the tokens `first` … `end`-1, its article and preposition before it.

    `name` is nominative; `number` an ordinal, letter or year that tells it from others; `title` what stands in
    quotation marks; `of` the words of its "of" and "about" phrases; `place` as printed without preposition.
    """

    first: int
    end: int
    head: int
    noun: Noun
    name: str
    article: str
    preposition: str
    adjectives: tuple[str, ...]
    number: str
    title: str
    of: str
    place: str
    venue: bool


@cache
def _endings() -> dict[str, tuple[str, str]]:
    return {row["ending"]: (row["needs"], row["family"]) for row in table("events.csv")}


@cache
def gathering_noun(form: str) -> Noun | None:
    """The gathering that a capitalised word form names in the singular, or None."""
    if len(form) < 4 or not form[0].isupper() or form.isupper() or form[-1] in "-.":
        return None
    rows = _endings()
    plain = noun(form, "gen") if form[-1] == "s" and not form.endswith("ss") else form
    if plain != form and gender(plain) == "f":
        return None  # "Demos" is a plural
    for candidate in dict.fromkeys((form, plain)):
        last = candidate.rsplit("-", 1)[-1]
        row = rows.get(last)
        ending = last
        lower = last.lower()
        for start in range(len(lower) - 2) if row is None else ():
            row = rows.get(lower[start:])
            if row is not None:
                ending = lower[start:]
                break
        if row is not None:
            return Noun(candidate, row[0], row[1], ending.lower(), ending.lower() in ("treffen", "workshop")) if row[0] != "-" else None
    return None


def read_phrase(doc: Document, at: int, found: Noun, organisations: Organisations, known: Places) -> Gathering | None:
    """The noun phrase whose head stands at token `at`; None where it is a plural or speaks of none."""
    words = doc.words
    floor = doc.sentences[doc.sentence_at[at]][0]
    first, adjectives, number = _left(doc, at, floor)
    article, preposition = _article(words, first, floor)
    if _plural(words, at, first, found, article) or _NONE_BEFORE.match(article) or (not article and first > floor and _NONE_BEFORE.match(words[first - 1])):
        return None
    end, right = _right(doc, at, organisations, known)
    number = number or right.number
    gender_ = gender(found.form)
    kept = [w for w in adjectives if not _EMPTY.match(w.lower())]
    lowered = [w if w[0].islower() or first > floor else _lower_start(w) for w in kept]
    name = nominative([*lowered, found.form], None, gender_)
    if number and number[0].isdigit() and first < at and words[first] == number:
        name = f"{number} {name}"
    name += "".join(f" {part}" for part in right.parts)
    return Gathering(first, end, at, found, name, article, preposition, tuple(kept), number, right.title, right.of, right.place, right.venue)


def left_of(doc: Document, at: int) -> tuple[int, list[str], str, str, str, list[str]]:
    """What stands before a name at token `at`: first token, adjectives, ordinal, article, preposition, kept adjectives."""
    floor = doc.sentences[doc.sentence_at[at]][0]
    first, adjectives, number = _left(doc, at, floor)
    article, preposition = _article(doc.words, first, floor)
    kept = [w for w in adjectives if not _EMPTY.match(w.lower())]
    return first, kept, number, article, preposition, [w[0].upper() + w[1:] for w in kept]


def _lower_start(form: str) -> str:
    """An adjective as it is written inside a sentence; one made from a name keeps its capital."""
    return form if form.endswith("er") and not is_known(form.lower()) else form[0].lower() + form[1:]


def _left(doc: Document, at: int, floor: int) -> tuple[int, list[str], str]:
    """First token of adjectives and ordinals before a head, the adjectives, and the ordinal."""
    words, first, number = doc.words, at, ""
    adjectives: list[str] = []
    if at - 2 >= floor and words[at - 1] == "und" and words[at - 2].endswith("-"):
        first = at - 2
    while first > floor and at - first < 6:
        form = words[first - 1]
        if re.match(r"\d{1,3}\.$", form):
            number, first = form, first - 1
            continue
        if form.lower() in _ARTICLES or _NONE_BEFORE.match(form.lower()) or form in _FUSED or not is_adjective(form) or _POSSESSIVE.match(form.lower()):
            break
        if form[0].isupper() and not (first - 1 == floor or _name_adjective(form)):
            break
        if word(form).verb and not word(form).lemma.endswith("ieren") and not form.endswith(("ten", "nden", "nde", "te", "nem")):
            break
        first -= 1
        adjectives.insert(0, form)
    if first < at and adjectives and words[first] == adjectives[0] and adjectives[0][0].isupper() and adjectives[0].lower() in _ARTICLES:
        adjectives.pop(0)
        first += 1
    return first, adjectives, number


@cache
def _name_adjective(form: str) -> bool:
    return is_known(form.lower()) and word(form).lemma[:1].islower() or form.endswith(("er", "ischen", "ische", "ischer"))


def _article(words: list[str], first: int, floor: int) -> tuple[str, str]:
    """Article (or preposition that holds one) and preposition before token `first`."""
    if first <= floor:
        return "", ""
    before = words[first - 1].lower()
    if before in _FUSED:
        return before, before
    if before in _ARTICLES or _POSSESSIVE.match(before):
        two = words[first - 2].lower() if first - 2 >= floor else ""
        return before, two if two in _PREPOSITIONS else ""
    return (before if _NONE_BEFORE.match(before) else ""), before if before in _PREPOSITIONS else ""


def _plural(words: list[str], at: int, first: int, found: Noun, article: str) -> bool:
    before = words[first - 1].lower() if first else ""
    if before in _PLURAL_BEFORE and before != "die":
        return True
    if not found.either:
        return article == "die" and gender(found.form) != "f"
    if article in ("die", "den", "der"):
        return gender(found.form) == "n" or article == "die"
    return not article and words[at].endswith("s")


@dataclass(frozen=True, slots=True)
class _Right:
    parts: tuple[str, ...] = ()
    number: str = ""
    title: str = ""
    of: str = ""
    place: str = ""
    venue: bool = False


def _right(doc: Document, at: int, organisations: Organisations, known: Places) -> tuple[int, _Right]:
    """End of what belongs to a gathering behind its head, and what it says."""
    words = doc.words
    limit = doc.sentences[doc.sentence_at[at]][1]
    end, parts = at + 1, list[str]()
    number = title = of = place = ""
    venue = False
    if end < limit and re.match(r"(?:[A-H]|\d{1,2}|(?:19|20)\d\d)$", words[end]) and not (end + 1 < limit and words[end + 1] in (".", "Uhr", "Prozent")):
        number, end = words[end], end + 1
        parts.append(number)
    if end < limit and words[end] in "„\"»“‚›" and (closed := _closing(doc, end, limit)):
        title = doc.phrase(end + 1, closed - 1)
        parts.append(f"„{title}“")
        end = closed
    elif end + 1 < limit and words[end] == ":" and doc.block(at).kind in ("heading", "meta") and doc.words[at - 1].lower() in ("zum", "zur"):
        title = doc.phrase(end + 1, limit).rstrip(" .")
        return limit, _Right((), number, title, "", "", False)
    if end + 2 < limit and words[end] == "um" and words[end + 1][0].isdigit() and words[end + 2] == "Uhr":
        stop = _place_end(doc, end + 3, limit, organisations, known) if end + 3 < limit and words[end + 3] in _PLACE_PREPOSITIONS else 0
        if stop:
            place, venue = _place_text(doc, end + 3, stop, known)
            return stop, _Right((*parts, doc.phrase(end + 3, stop)), number, title, of, place, venue)
    for _ in range(3):
        if end >= limit:
            break
        form = words[end]
        if form in _OF and not of and not place and (stop := _phrase_end(doc, end + 1, limit, organisations)):
            of = doc.phrase(end, stop)
        elif form in _ABOUT and not of and not place and (stop := _phrase_end(doc, end + 1, limit, organisations, True)):
            of = doc.phrase(end, stop)
        elif form in _PLACE_PREPOSITIONS and not place and (stop := _place_end(doc, end, limit, organisations, known)):
            place, venue = _place_text(doc, end, stop, known)
            if not venue and (of or title or number):
                end = stop
                continue
        else:
            break
        parts.append(re.sub(r"^ins\b", "im", doc.phrase(end, stop)))
        end = stop
    return end, _Right(tuple(parts), number, title, of, place, venue)


def place_behind(doc: Document, at: int, organisations: Organisations, known: Places) -> tuple[int, str, bool]:
    """End and text of the place that stands at token `at` ("im bcc in Berlin"), and whether it is a venue."""
    limit = doc.sentences[doc.sentence_at[at]][1] if at < len(doc.words) else at
    if at < limit and doc.words[at] in _PLACE_PREPOSITIONS and (stop := _place_end(doc, at, limit, organisations, known)):
        return stop, *_place_text(doc, at, stop, known)
    return at, "", False


def place_in_sentence(
    doc: Document, found: Gathering, organisations: Organisations, known: Places
) -> tuple[str, bool]:
    """Place that the sentence names after a gathering ("findet … in der Stadthalle statt"), and whether a venue."""
    limit = doc.sentences[doc.sentence_at[found.head]][1]
    for at in range(found.end, min(limit, found.end + 25)):
        if doc.words[at] in ("in", "im", "auf", "am", "ins"):
            stop = _place_end(doc, at, limit, organisations, known)
            if not stop:
                continue
            text, venue = _place_text(doc, at, stop, known)
            if not venue and place_at(doc.words, at + 1, known, loose=False) or venue and _VENUE.search(text.split(" ")[0]):
                return text, venue
    for at in range(doc.sentences[doc.sentence_at[found.head]][0], found.first):
        if doc.words[at] == "in" and (placed := place_at(doc.words, at + 1, known, loose=False)):
            return placed[1], False
    return "", False


_VENUE = re.compile(r"(?:halle|haus|hause|saal|zentrum|hotel|schloss|platz|kirche|museum|campus|forum|theater|akademie|center|hof|werk|park|büro|schule|kammer|universität|rathaus|scheune|mühle|kapelle|studio)(?:e?s)?$", re.I)  # noqa: E501


def _closing(doc: Document, at: int, limit: int) -> int:
    for number in range(at + 2, min(at + 16, limit)):
        if doc.words[number] in "“”\"«‘‹":
            return number + 1
    return 0


def _mention_end(organisations: Organisations, first: int) -> int:
    """End of the organisation's name that begins at a token, or 0."""
    mentions = organisations.mentions
    number = bisect_left(mentions, first, key=lambda m: m.first)
    return mentions[number].end if number < len(mentions) and mentions[number].first == first else 0


def _phrase_end(doc: Document, at: int, limit: int, organisations: Organisations, loose: bool = False) -> int:
    """End of a noun phrase that begins at token `at`, with one pair "X und Y"; 0 where there is none."""
    words, number = doc.words, at
    if loose and number < limit and words[number].lower() in _ARTICLES:
        number += 1
    end = _mention_end(organisations, number)
    if end:
        return end
    while number < limit and words[number][:1].islower() and is_adjective(words[number]) and not word(words[number]).verb and words[number] not in _ARTICLES:
        number += 1
    end = _mention_end(organisations, number) or _nouns(doc, number, limit)
    if not end:
        return 0
    if end + 1 < limit and words[end] in ("und", "sowie") and words[end + 1][:1].isupper():
        further = _nouns(doc, end + 1, limit)
        if further and loose:
            return further
    if end + 1 < limit and words[end] in _OF and (further := _nouns(doc, end + 1, limit) or _adjective_noun(doc, end + 1, limit)):
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
    if number + 1 < limit and words[number][:1].isupper() and is_adjective(words[number]) and words[number + 1][:1].isupper() and _name_adjective(words[number]):
        number += 1
    if number < limit and words[number][:1].isupper() and words[number][-1].isalnum() and not _time(words[number]):
        number += 1
        if number < limit and words[number] in "„\"»" and (closed := _closing(doc, number, limit)):
            return closed
        return number
    return 0


def _place_end(doc: Document, at: int, limit: int, organisations: Organisations, known: Places) -> int:
    """End of "im Bürgerhaus Cölbe", "am Deutschen Eck", "in der Lehrbauhofhalle in Fürstenwalde"; 0 where no place."""
    words, number = doc.words, at + 1
    if number < limit and words[number].lower() in ("der", "dem", "den", "das", "die"):
        number += 1
    if number >= limit or _time(words[number]) or not words[number][:1].isupper() and not is_adjective(words[number]) or words[number][0].isdigit():
        return 0
    end = _mention_end(organisations, number)
    if not end and words[at] in ("in", "bei") and (placed := place_at(words, number, known)):
        end = placed[0]
    if not end:
        while number < limit and is_adjective(words[number]) and number + 1 < limit and words[number + 1][:1].isupper() and not _is_plain_noun(words[number]):
            if _time(words[number]):
                return 0
            number += 1
        if number >= limit or not words[number][:1].isupper() or _time(words[number]) or not words[number][-1].isalnum():
            return 0
        end = number + 1
        while end < limit and words[end][:1].isupper() and end - number < 3 and words[end][-1].isalnum() and not _time(words[end]):
            end += 1
        if end + 1 < limit and words[end] in _OF and (further := _nouns(doc, end + 1, limit)):
            end = further
    if end + 1 < limit and words[end] in ("in", "im", "am") and words[end + 1][:1].isupper() and not _time(words[end + 1]):
        placed = place_at(words, end + 1, known)
        end = placed[0] if placed and placed[0] <= limit else end
    return min(end, limit)


@cache
def _is_plain_noun(form: str) -> bool:
    return form[0].isupper() and not _name_adjective(form)


def _place_text(doc: Document, first: int, end: int, known: Places) -> tuple[str, bool]:
    """A place without preposition and article, and whether it is more than the name of a town."""
    words, start = doc.words, first + 1
    preposition = words[first]
    while start < end and words[start].lower() in ("der", "dem", "den", "das", "die"):
        start += 1
    placed = place_at(words, start, known, loose=False)
    shaped = place_at(words, start, known) if preposition == "in" else None
    town = bool(placed and placed[0] >= end or shaped and shaped[0] >= end)
    text = doc.phrase(start, end)
    if not town:
        pieces = text.split(" ")
        text = nominative(pieces) if is_adjective(pieces[0]) else text
    return text, not town
