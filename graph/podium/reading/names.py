"""What a word form can be within a person's name: first name, title, particle, surname; decided once per form."""

import re
from functools import cache

import simplemma

from podium.reading.forms import PerForm
from podium.reading.lexicon import lines, table, words_of

__all__ = [
    "ADDRESS",
    "AFTER",
    "CAP",
    "FIRST",
    "INITIAL",
    "KINDS",
    "KNOWN",
    "NEVER",
    "ORG_BEFORE",
    "ORG_BEHIND",
    "PARTICLE",
    "PARTY",
    "PLACE",
    "PROOF",
    "STARTER",
    "STRONG",
    "SURNAME",
    "TAIL",
    "TITLE",
    "TITLE_PART",
    "UNKNOWN",
    "WEAK",
    "first_name_gender",
    "kind",
]

STRONG, WEAK, PROOF = 1, 2, 4  # a first name: certainly; if no common noun follows; only with a proof
FIRST = STRONG | WEAK | PROOF
TITLE, TITLE_PART, ADDRESS, PARTICLE, INITIAL, AFTER = 8, 16, 32, 64, 128, 256
CAP = 512  # by its shape it can be a surname
NEVER = 1024  # never a surname
KNOWN = 2048  # the dictionary knows it
UNKNOWN = 4096  # CAP, and the dictionary does not know it
SURNAME = 8192  # known as a surname (and, mostly, as a noun)
ORG_BEHIND, ORG_BEFORE = 16384, 32768  # make "Vorname Nachname" beside them the name of a firm or a house
PARTY, PLACE, STARTER, TAIL = 65536, 131072, 262144, 524288

_SHAPE = re.compile(
    r"(?:[A-ZÄÖÜÇŞĆČĐŠŽŁŃÓŚŹŻİÁÉÍÚÀÈÅØÆŐ](?:[’']?[\w]+|[’'][A-Z]\w+)|[a-z]{1,3}[-’'][A-ZÄÖÜ]\w+)(?:-[\w’']+)*-?$"
)
_SHORTENED = re.compile(
    r"[A-Z]\.-[A-Z]\.|([A-ZÄÖÜ][a-zäöüß]+)-[A-ZÄÖÜ]\.|[A-ZÄÖÜ]\.-([A-ZÄÖÜ][a-zäöüß]+)"
)  # "Frank-J."
_NOUN_ENDING = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|ion|ionen|tät|täten|ments|ismus|nisse|innen)$"
)
_JOINABLE = frozenset(words_of("person_words.txt", "joinable first names"))


@cache
def _first_names() -> dict[str, tuple[str | None, int]]:
    """Gender and strength of each first name."""
    found: dict[str, tuple[str | None, int]] = {}
    proof = frozenset(words_of("first_names_weak.txt", "needs proof"))
    noun = frozenset(words_of("first_names_weak.txt", "nouns too")) | frozenset(lines("first_names_ambiguous.txt"))
    for row in (*table("first_names.csv"), *table("first_names_more.csv")):
        name = row["name"]
        count = int(row.get("count") or 100)
        weak = name in noun or (count < 8 and "-" not in name and "Bundestag" not in (row.get("source") or ""))
        strength = PROOF if name in proof else WEAK if weak else STRONG
        if len(name) < 3 and strength == STRONG and name not in ("Jo", "Bo", "Al", "Ed", "Ib", "Li", "Mo"):
            strength = PROOF
        found[name] = (row["gender"] if row["gender"] in ("f", "m") else None, strength)
    return found


@cache
def _listed() -> dict[str, int]:
    """Flags that stand in the word lists."""
    flags: dict[str, int] = {}
    sources = [
        ("titles.txt", "academic", TITLE),
        ("titles.txt", "academic parts", TITLE_PART),
        ("titles.txt", "address f", ADDRESS),
        ("titles.txt", "address m", ADDRESS),
        ("titles.txt", "particles", PARTICLE),
        ("titles.txt", "particles that begin", PARTICLE),
        ("titles.txt", "after", AFTER),
        ("parties.txt", None, PARTY),
        ("not_surnames.txt", "never surnames", NEVER),
        ("not_surnames.txt", "organisation behind", ORG_BEHIND | NEVER),
        ("not_surnames.txt", "organisation before", ORG_BEFORE),
        ("surnames.txt", None, SURNAME),
    ]
    for name, section, flag in sources:
        for entry in words_of(name, section):
            flags[entry] = flags.get(entry, 0) | flag
    for entry in lines("sentence_starters.txt"):
        capital = entry[:1].upper() + entry[1:]
        flags[capital] = flags.get(capital, 0) | STARTER
    return flags


@cache
def _tails() -> frozenset[str]:
    return frozenset(words_of("not_surnames.txt", "tails"))


@cache
def _places() -> frozenset[str]:
    return frozenset(row["name"] for row in table("places.csv")) if _has_places() else frozenset()


@cache
def _has_places() -> bool:
    try:
        return bool(table("places.csv")[0].get("name"))
    except (LookupError, ValueError):
        return False


def first_name_gender(form: str) -> str | None:
    """Gender "f" or "m" that a first name tells, also of a double one by its first part; else None."""
    names = _first_names()
    if form in names:
        return names[form][0]
    if "-" in form:
        one, _, two = form.partition("-")
        return first_name_gender(two if one.endswith(".") and len(two) > 2 else one)
    joined = _joined(form)
    return first_name_gender(joined[1]) or first_name_gender(joined[0]) if joined else None


def _joined(form: str) -> tuple[str, str] | None:
    names = _first_names()
    for at in range(3, min(len(form) - 2, 8)):
        if form[:at] in _JOINABLE:
            rest = form[at:].capitalize()
            if len(rest) > 2 and names.get(rest, (None, 0))[1] == STRONG:
                return form[:at], rest
    return None


def _strength(form: str) -> int:
    names = _first_names()
    if form in names:
        return names[form][1]
    if "-" in form:
        parts = form.split("-")
        strengths = [names.get(part, (None, 0))[1] for part in parts]
        return STRONG if all(strengths) and STRONG in strengths else 0
    return STRONG if _joined(form) else 0


def kind(form: str) -> int:
    """Flags of a word form; 0 for nearly all words in lower case."""
    return KINDS[form]


def _flags(form: str) -> int:
    if len(form) > 40:
        return 0
    flags = _listed().get(form, 0)
    first = form[:1]
    if not first.isupper():
        if flags or (first.isalpha() and _SHAPE.match(form) and any(map(str.isupper, form))):
            return flags | (CAP | UNKNOWN if "-" in form or "’" in form or "'" in form else 0)
        return flags
    if len(form) == 2 and form[1] == ".":
        return flags | INITIAL
    if "." in form and "-" in form and (short := _SHORTENED.fullmatch(form)):
        return flags | (_strength(short[1] or short[2]) if short[1] or short[2] else INITIAL)
    if not flags & (PARTICLE | ORG_BEFORE):
        flags |= _strength(form)
    if form in _places():
        flags |= PLACE
    if not _SHAPE.match(form):
        return flags
    return flags | _shape_flags(form, flags)


def _shape_flags(form: str, flags: int) -> int:
    """Whether a capitalised word can be a surname."""
    if form.isupper() and len(form) < 5 and "-" not in form:
        return NEVER
    if form.endswith("-"):
        return NEVER
    head, hyphen, tail = form.rpartition("-")
    extra = 0
    if hyphen and (tail in _tails() or tail[:1].islower() or (head.isupper() and len(head) > 1) or _is_noun(tail)):
        return TAIL | NEVER
    known = simplemma.is_known(form, lang="de") or simplemma.is_known(form.lower(), lang="de")
    if known:
        extra |= KNOWN
    elif not flags & STARTER:
        extra |= UNKNOWN
    noun = bool(_NOUN_ENDING.search(form)) and not flags & SURNAME and (known or len(form) > 8)
    if flags & NEVER or noun:
        return extra | NEVER
    return extra if flags & STARTER and not flags & SURNAME else extra | CAP


def _is_noun(tail: str) -> bool:
    return bool(_NOUN_ENDING.search(tail)) and len(tail) > 5


KINDS = PerForm(_flags)
