"""When two printed forms mean the same thing: names, offices, organisations, events, instruments.

Two annotators write "Deutscher Landkreistag" and "des Deutschen Landkreistages", "Bundesarbeitsminister" and
"Bundesminister für Arbeit und Soziales". A score that calls this an error measures spelling, so forms are compared
by crude stems. What makes another thing stays apart: a deputy, an Oberbürgermeister, the fourth and the fifth edition.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

__all__ = ["fold", "person_name", "same_event", "same_instrument", "same_office", "same_organisation"]

_QUOTES = str.maketrans("–", "-", "\u00ad„“”\"'‚‘’»«›‹")
_DEGREES = (
    r"univ\.-prof|prof|m?mag(?:\.a)?|dipl\.?-?\s?[a-z]+|ddr|dr|med|jur|phil|rer|nat|pol|h\.\s?c|e\.\s?h|ing"
    r"|b\.?a|m\.?a|b\.?sc|m\.?sc|ll\.m|ph\.?d|herrn?|frau|hr|fr|mdb|mdl|mdep"
)
_TITLE = re.compile(rf"(?<!\w)(?:{_DEGREES})(?:\.(?!\w)|(?=\s|,|$))\.?", re.I)
_SMALL = frozenset(
    "für fuer der die das des dem den und u im in von vom am an zu zur zum e v ev a d mit bei".split()
    + "ag se gmbh ggmbh kg co aör kdör".split()
)
_FEMININE = re.compile(r"[*:_/]?in(?:nen)?$")
_ENDING = re.compile(r"(?:ern|em|er|en|es|e|s|n)$")
_UMLAUTS = str.maketrans("äöü", "aou")


@cache
def fold(text: str) -> str:
    """Lower case, NFC, without quotation marks and soft hyphens, one kind of dash."""
    return unicodedata.normalize("NFC", text.replace("\u00ad", "")).casefold().translate(_QUOTES).strip()


@cache
def person_name(text: str) -> str:
    """Name without titles and forms of address, folded: "Frau Dr. Eva Stein" and "Eva Stein" are one."""
    bare = re.sub(r"[,()]", " ", _TITLE.sub(" ", fold(text)))
    return " ".join(bare.split()).strip(" .")


@cache
def _stem(word: str) -> str:
    """Gender and case endings off, umlauts folded."""
    if len(word) > 5:
        word = _FEMININE.sub("", word)
    word = word.translate(_UMLAUTS)
    while len(word) > 4 and (ending := _ENDING.search(word)) and ending.start() >= 4:
        word = word[: ending.start()]
    return word


def _stems(folded: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in re.findall(r"\w+", folded) if word not in _SMALL)


# ---------------------------------------------------------------- offices
# Written out before they are compared; the time of an office ("ehemalige") does not make another one.
_OFFICE_FORMS = [
    (re.compile(r"\bob\b"), "oberbürgermeister"),
    (re.compile(r"\bmdb\b"), "bundestagsabgeordneter"),
    (re.compile(r"\ba\. ?d\."), ""),
    (re.compile(r"^(?:ehemalig|frueher|früher|damalig|vormalig|bisherig|amtierend|neu)\w*\s+|^ex-"), ""),
]
_DEPUTY = re.compile(r"\bvize|stellv|\bstv\b")
_DEPUTY_FORMS = [
    re.compile(r"\bvize-?(?:n\b)?"),
    re.compile(
        r"stellvertreter\w*\s+(?:des|der)\s+|stellvertretende?[rnms]?\s+|stellv\.\s*|stv\.\s*|^stellvertreter\w*"
    ),
]
_MINISTER = re.compile(
    r"(?P<before>.*?)(?P<level>bundes|landes|staats)?-?(?P<field>[\w, -]*?)-?minister(?:in)?"
    r"(?:\s+(?:für|der|des)\s+(?P<of>.*))?"
)
# What stands before a word and makes another office of it: Oberbürgermeister, Generalsekretär, Ehrenpräsident.
_OTHER = ("ober", "haupt", "general", "unter", "alt", "ehren", "co", "ko", "gegen", "minister", "erst")
_COMPOUND = re.compile(r"\w-[A-ZÄÖÜ]\w{3,}$")


@dataclass(frozen=True, slots=True)
class _Office:
    """A title taken apart; ministers by level and fields, the others by their words."""

    deputy: bool
    minister: bool
    level: str
    fields: frozenset[str]
    words: tuple[str, ...]


@cache
def _office(title: str) -> _Office:
    text = fold(title)
    for pattern, form in _OFFICE_FORMS:
        text = pattern.sub(form, text)
    deputy = _DEPUTY.search(text) is not None
    for pattern in _DEPUTY_FORMS:
        text = pattern.sub("", text)
    minister = _MINISTER.fullmatch(text.strip())
    if minister is None:
        return _Office(deputy, False, "", frozenset(), _stems(text.replace("-", " ")))
    named = " ".join((minister["before"] + " " + minister["field"], minister["of"] or "")).replace("-", " ")
    words = (word for word in re.findall(r"\w+", named) if word not in _SMALL)
    fields = frozenset(_stem(word.removesuffix("s"))[:6] for word in words)
    return _Office(deputy, True, minister["level"] or "", fields, ())


@cache
def same_office(a: str, b: str) -> bool:
    """Whether two titles mean one office; gender, case, level and shorter forms are forgiven, deputies are not."""
    if _office(a).deputy != _office(b).deputy:
        return False
    return any(_alike(_office(x), _office(y)) for x in _readings(a) for y in _readings(b))


def _readings(title: str) -> list[str]:
    """ "BA-Chefin" may also be the Chefin alone."""
    return [title, title.rpartition("-")[2]] if _COMPOUND.search(title) else [title]


def _alike(a: _Office, b: _Office) -> bool:
    if a.minister or b.minister:
        fields = not a.fields or not b.fields or not a.fields.isdisjoint(b.fields)
        return a.minister and b.minister and (not a.level or not b.level or a.level == b.level) and fields
    short, long = sorted((a.words, b.words), key=len)
    if not short or set(short) == set(long):
        return set(short) == set(long)
    shared = len(set(short) & set(long))
    if shared == len(set(short)) and (shared > 1 or short[0] == long[0]):
        return True
    if shared > 2 and shared >= 0.75 * len(short):
        return True
    return len(short) == 1 and len(long) <= 2 and _ends_alike(short, long)


def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Jobcenterleiter" and "Leiter", but not "Oberbürgermeister" and "Bürgermeister"."""
    tail, whole = sorted((one[-1], other[-1]), key=len)
    if len(tail) < 4 or not whole.endswith(tail):
        return False
    return not whole.removesuffix(tail).startswith(_OTHER) and not any(w.startswith(_OTHER) for w in other[:-1])


# ---------------------------------------------------------------- organisations, events, instruments
_ORGANISATION_FORMS = [
    (re.compile(r"\bnrw\b"), "nordrhein-westfalen"),
    (re.compile(r"\bjob-?\s?center\b"), "jobcenter"),
    (re.compile(r"\b\w*arbeitsagentur(?:en)?\b"), "agentur arbeit"),
    (re.compile(r"\bver\.?di\b"), "verdi"),
    (re.compile(r"e\. ?v\."), ""),
]


@cache
def _organisation(name: str) -> tuple[str, ...]:
    text = fold(name)
    for pattern, form in _ORGANISATION_FORMS:
        text = pattern.sub(form, text)
    return _stems(text.replace("-", " "))


@cache
def same_organisation(a: str, b: str) -> bool:
    """Whether two names mean one organisation; up to two words may be missing where two are left."""
    x, y = _organisation(a), _organisation(b)
    if not x or not y:
        return fold(a) == fold(b)
    if sorted(x) == sorted(y) or "".join(x) == "".join(y):
        return True
    short, long = sorted((set(x), set(y)), key=len)
    return len(short) >= 2 and short <= long and len(long) - len(short) <= 2


@cache
def same_event(a: str, b: str) -> bool:
    """Whether two names mean one event: 60 % of the shorter name's words, no other edition."""
    x, y = (set(_stems(fold(name).replace("-", " "))) for name in (a, b))
    if not x or not y:
        return fold(a) == fold(b)
    editions = [{word for word in words if word.isdigit() and len(word) < 4} for words in (x, y)]
    if all(editions) and editions[0] != editions[1]:
        return False
    return len(x & y) / min(len(x), len(y)) >= 0.6


@cache
def same_instrument(a: str, b: str) -> bool:
    """Whether two entries have a form in common; forms are divided by " | "."""
    forms = [{tuple(sorted(_stems(fold(form)))) for form in entry.split(" | ")} for entry in (a, b)]
    return not forms[0].isdisjoint(forms[1])
