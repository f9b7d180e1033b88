"""Gatherings told by a verb and its object: "unterzeichneten die Vereinbarung …", "hat die Lehrküche … besucht"."""

import re
from functools import cache
from itertools import pairwise

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_noun_phrases import phrase_end
from podium.reading.events_nouns import Noun
from podium.reading.events_phrases import Gathering
from podium.reading.inflection import gender, is_adjective, is_known
from podium.reading.lexicon import table, words_of
from podium.reading.roles_words import role_word

__all__ = [
    "genitive",
    "genitive_noun",
    "is_done",
    "read_deed",
    "read_done",
    "read_facility",
    "read_station",
    "tells_of_day",
]

_FARTHEST = 20  # tokens between an object and its participle
_BACK = 30  # sentences back that "bei der Unterzeichnung" can mean
_ACCUSATIVE = frozenset("die das den eine einen ein".split())
_OWN = {"ihren": "den", "seinen": "den", "ihre": "die", "seine": "die", "ihr": "das", "sein": "das"}
_NOMINATIVE = frozenset("die das der eine ein".split())
_WAS = frozenset("war ist waren bildete".split())
_PREPOSITIONS = frozenset("für gegen ohne durch um an auf in über".split())
_SEQUEL = frozenset("anschluss anschließend danach zuvor nachmittag vormittag mittag".split())  # on the day of the text
_TOP = 5  # blocks that can be the head of a release
_NEAR = 6  # tokens before the verb
_NO_NAMES = frozenset(
    "Haus Gebäude Einrichtung Räume Standort Neubau Preis Preise".split()
)  # say nothing about which house
_HELPERS = frozenset("hat haben hatte hatten wurde wurden wird ist sind war worden".split())
_OPENED = tuple(words_of("event_words.txt", "opened"))
_TODAY = frozenset(words_of("event_words.txt", "today"))
_FACILITY = re.compile(rf"(?:{'|'.join(words_of('event_words.txt', 'facilities'))})$", re.I)
_PERSON = re.compile(r"(?:erin|orin|entin|ätin|istin|männer|frauen|menschen|leute|gäste)$|^(?:Männer|Frauen|Gäste)$")


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["forms"].split()) for row in table("event_deeds.csv")}


def read_deed(doc: Document, found: Gathering, organisations: Organisations) -> Gathering | None:
    """What "bei der Unterzeichnung" means: the deed that a verb told of before, with its object; else None.

    The phrase stands at the verb; its name has the object in the genitive: "Unterzeichnung der Vereinbarung „…“".
    """
    forms = _forms(found.noun.form)
    if (
        forms is None
        or found.of
        or found.preposition not in ("bei", "zur", "an")
        or found.article not in ("der", "zur")
    ):
        return None
    number, bare = doc.sentence_at[found.head], None
    for back in range(number - 1, max(-1, number - _BACK), -1):
        first, end, _ = doc.sentences[back]
        for at in range(first, min(end, first + 120)):
            if doc.words[at].lower() in forms and doc.quote_at[at] < 0:
                what = _object(doc, at, first, end, organisations)
                if what and found.noun.form in _deeds() and doc.words[_head(doc, *what)] not in _NO_NAMES:
                    name = f"{found.noun.form} {genitive(doc, *what)}"
                    return Gathering(at, at + 1, at, found.noun, name, "", "", (), "", "", doc.phrase(*what), "", False)
                bare = bare or Gathering(at, at + 1, at, found.noun, found.noun.form, "", "", (), "", "", "", "", False)
    return bare


@cache
def _forms(noun: str) -> frozenset[str] | None:
    """Verb forms that tell of the deed of a noun: "Schlüsselübergabe" is one of "übergeben", as "Übergabe" is."""
    ending = next((deed for deed in _deeds() if noun.endswith(deed.lower())), noun)
    return _deeds().get(noun, _deeds().get(ending))


def read_done(doc: Document, at: int, organisations: Organisations) -> Gathering | None:
    """The deed of a day: "haben heute die Vereinbarung „…“ unterzeichnet", "überreichte am Montag einen Scheck"."""
    done = _done().get(doc.lowers[at])
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    if done is None or doc.quote_at[at] >= 0 or not tells_of_day(doc, first, min(end, first + 120)):
        return None
    what = _object(doc, at, first, end, organisations)
    titled = _titled(doc, at, first) if what is None and done[0] == "Eröffnung" else ""
    if titled:
        noun = Noun(done[0], "m", "ceremony", done[0].lower(), False)
        return Gathering(at, at + 1, at, noun, f"{done[0]} {titled}", "", "", (), "", "", titled, "", False)
    if what is None or not done[1].search(doc.words[_head(doc, *what)]):
        return None
    head = doc.words[_head(doc, *what)]
    name = done[0] if head in _NO_NAMES else f"{done[0]} {genitive(doc, *what)}".replace(head, _in_heading(doc, head))
    noun = Noun(done[0], "m", "ceremony", done[0].lower(), False)
    return Gathering(at, at + 1, at, noun, name, "", "", (), "", "", doc.phrase(*what), "", False)


def _in_heading(doc: Document, form: str) -> str:
    """A noun as the head of the text has it in full: "Bescheide" where that says "überreicht Förderbescheide"."""
    for number, (first, end) in enumerate(doc.block_tokens[:_TOP]):
        if doc.blocks[number].kind == "heading":
            full = (word for word in doc.words[first:end] if word.endswith(form.lower()) and word[:1].isupper())
            if found := next(full, ""):
                return found
    return form


def _titled(doc: Document, verb: int, first: int) -> str:
    """The name in quotation marks right before a participle, in the genitive: "das | „Stellwerk“ | eröffnet"."""
    number = doc.quote_at[verb - 1] if verb > first + 3 else -1
    if number < 0:
        return ""
    quote = doc.quotes[number]
    opens = quote.first - (doc.lowers[quote.first] not in _ACCUSATIVE)
    article = {"das": "des", "den": "des", "die": "der"}.get(doc.lowers[opens])
    if quote.last != verb - 1 or quote.last - quote.first >= _FARTHEST or article is None:
        return ""
    inside = doc.phrase(quote.first + 1, quote.last)
    inside = inside if article == "der" or " " in inside else genitive_noun(inside)
    return f"{article} „{inside}“"


@cache
def _done() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Noun and objects of a deed by the verb forms that tell of it."""
    found: dict[str, tuple[str, re.Pattern[str]]] = {}
    for row in table("event_deeds.csv"):
        for form in row["forms"].split() if row["objects"] else ():
            objects = "|".join(_OPENED if row["objects"] == "@houses" else row["objects"].split())
            found.setdefault(form, (row["noun"], re.compile(rf"(?:{objects})$", re.I)))
    return found


@cache
def is_done(form: str) -> bool:
    """Whether a word form tells of a deed that can be a gathering: "unterzeichnete", "eröffnet"."""
    return form in _done()


def read_facility(doc: Document, at: int, organisations: Organisations) -> Gathering | None:
    """The single visit of a place no organisation is named for: "hat heute die Lehrküche des Vereins besucht"."""
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    number, block = doc.sentence_at[at], doc.sentences[doc.sentence_at[at]][2]
    since = doc.sentences[number - 1][0] if number and doc.sentences[number - 1][2] == block else first
    dated = tells_of_day(doc, max(since, first - 60), min(end, first + 120))
    if doc.quote_at[at] >= 0 or not (dated or not _SEQUEL.isdisjoint(doc.lowers[first:at][-_NEAR:])):
        return None
    what = _object(doc, at, first, end, organisations)
    if what is None or not _FACILITY.search(doc.words[_head(doc, *what)]):
        return None
    name = f"Besuch {genitive(doc, *what)}"
    noun = Noun("Besuch", "a", "visit", "besuch", False)
    return Gathering(at, at + 1, at, noun, name, "", "", (), "", "", doc.phrase(*what), "", False)


def read_station(doc: Document, at: int, organisations: Organisations) -> Gathering | None:
    """The visit that a station of a tour is: "Erste Station war die Gärtnerei des Vereins in Celle"."""
    end = doc.sentences[doc.sentence_at[at]][1]
    article = at + 2
    if doc.words[at] != "Station" or doc.quote_at[at] >= 0 or article + 1 >= end or doc.lowers[at + 1] not in _WAS:
        return None
    stop = phrase_end(doc, article + 1, end, organisations) if doc.lowers[article] in _NOMINATIVE else 0
    if not stop or _PERSON.search(doc.words[_head(doc, article, stop)]):
        return None
    name = f"Besuch {genitive(doc, article, stop)}"
    noun = Noun("Besuch", "a", "visit", "besuch", False)
    house = doc.phrase(article + 1, stop)
    return Gathering(at, at + 1, at, noun, name, "", "", (), "", "", house, house, True)


def tells_of_day(doc: Document, first: int, end: int) -> bool:
    """Whether a sentence says on which day: "heute", "am Montag", "am 19. März", "am 4.5."."""
    words = doc.words[first:end]
    opens = not _TODAY.isdisjoint(doc.lowers[first : first + 1])  # "Gestern trat …"
    return (
        opens
        or any(word in _TODAY or _WEEKDAY.match(word) for word in words)
        or any(_DAY.match(one) and (_MONTH.match(two) or "." in one[:-1]) for one, two in pairwise(words))
    )


_DAY = re.compile(r"\d{1,2}\.(?:\d{1,2}\.(?:\d{4}|\d\d)?|[JFMASOND][a-zä]{2,8})?$")
_WEEKDAY = re.compile(r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\w*$")
_MONTH = re.compile(r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)$")


def _object(doc: Document, verb: int, first: int, end: int, organisations: Organisations) -> tuple[int, int] | None:
    """Tokens of what is signed, opened or visited: before a participle, behind a finite verb; article included."""
    participle = any(doc.words[n].lower() in _HELPERS for n in range(max(first, verb - 60), min(end, verb + 3)))
    passive = doc.words[verb + 1 : verb + 2] == ["worden"] or "wurde" in doc.words[max(first, verb - 60) : verb]
    places = range(verb - 1, max(first, verb - 25) - 1, -1) if participle else range(verb + 1, min(end, verb + 20))
    for at in places:
        subject = passive and doc.lowers[at] == "der"
        if (
            not (subject or doc.lowers[at] in _ACCUSATIVE or doc.lowers[at] in _OWN)
            or at + 1 >= end
            or doc.lowers[at - 1] in _PREPOSITIONS
        ):
            continue
        stop = phrase_end(doc, at + 1, min(end, verb) if participle else end, organisations)
        if not stop or (participle and verb - stop > _FARTHEST):
            continue
        head = doc.words[_head(doc, at, stop)]
        if (
            head[:1].isupper()
            and not _PERSON.search(head)
            and role_word(head) is None
            and (gender(head) or doc.words[at] != "den")
            and (not subject or gender(head) == "m")
        ):
            return at, stop
    return None


def _head(doc: Document, first: int, end: int) -> int:
    """Token of the head noun of a phrase that opens with an article."""
    at = first + 1
    while at + 1 < end and doc.words[at][:1].islower() and is_adjective(doc.words[at]):
        at += 1
    return at


def genitive(doc: Document, first: int, end: int) -> str:
    """An accusative phrase with its article as an attribute: "die Vereinbarung „X“" → "der Vereinbarung „X“"."""
    head = _head(doc, first, end)
    form, article = doc.words[head], _OWN.get(doc.lowers[first], doc.lowers[first])
    of = "p" if article == "die" and gender(form) in ("m", "n") else "f" if article in ("die", "eine") else "m"
    opening = "des" if article in ("das", "den", "der") else "eines"
    if of != "m":
        opening = "einer" if article == "eine" else "der"
    adjectives = [re.sub(r"(?:en|er|es|em|e)$", "en", w) for w in doc.words[first + 1 : head]]
    noun = form if of != "m" else genitive_noun(form)
    return " ".join([opening, *adjectives, noun, *([doc.phrase(head + 1, end)] if end > head + 1 else [])])


@cache
def genitive_noun(form: str) -> str:
    """Genitive of a masculine or neuter noun: "Vertrag" → "Vertrags", "Haus" → "Hauses"."""
    if form.endswith("nis"):
        return form + "ses"
    if form.endswith(("s", "ß", "x", "z", "sch")):
        return form + "es"
    return form + "es" if is_known(form + "es") and not is_known(form + "s") else form + "s"
