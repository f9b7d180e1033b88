"""Nouns that name a body by themselves, where a text names none in full: "der Bauernverband", "das Landratsamt"."""

import re

from podium.namespaces import iri
from podium.reading.document import Document
from podium.reading.inflection import is_adjective
from podium.reading.names import CAP, STRONG, SURNAME, UNKNOWN, kind
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Found
from podium.reading.roles_words import role_word

__all__ = [
    "ARTICLES",
    "BY_GENDER",
    "SINGULAR",
    "WHERE",
    "acts",
    "alone",
    "bracketed",
    "dateline_town",
    "in_compound",
    "joined",
]

SINGULAR = frozenset("das des dem im beim vom zum am ins ans dieses diesem jenes".split())
BY_GENDER = {
    "f": frozenset("der die zur dieser diese".split()),
    "m": frozenset("der den dieser diesen".split()),
    "n": frozenset[str](),
}
WHERE = frozenset(["im", "in", "durch", "aus", "um", "ins"])  # before "der Stadt": a place rather than who acts
ARTICLES = frozenset(
    "der die das des dem den ein eine einer eines einem einen im am zum zur vom beim ihr ihre ihrem ihren unser".split()
)


# What the definite article alone makes one body, where the text names none of the kind in full.
_ALONE = {"Arbeitsagentur": "agency", "ARGE": "jobcenter"}
# The administration of a Kommune by its own name, where the text names no Kommune that it could be.
_ADMINISTRATIONS = frozenset(
    "Landratsamt Kreisverwaltung Stadtverwaltung Gemeindeverwaltung Bezirksamt Kreistag Stadtrat Gemeinderat".split()
)


def alone(doc: Document, first: int, end: int, noun: str) -> Found | None:
    """The one body of its kind that a noun means by itself: "der Bauernverband", "die Agentur für Arbeit"."""
    if noun in _ALONE:
        if not _of_office(doc, first) and doc.words[first] != "Agentur":
            return None  # neither several nor "die Arbeitsagentur", as the office down the road is called
        name = doc.phrase(first, end)
        return Found(first, end, name, iri("organisation", name), _ALONE[noun], "name", noun)
    if noun in _ADMINISTRATIONS:
        if bracketed(doc, first, end):
            return Found(first, end, noun, iri("organisation", noun), "municipality", "name", noun, False)
        if not acts(doc, first) and noun not in _COUNCILS:
            return None
        return Found(first, end, noun, iri("organisation", noun), "municipality", "name", noun, False)
    head = head_of(noun)
    start = joined(doc, first)
    if head is None or head.bare != "one":
        return None
    before = start - 1 - doc.words[start - 1].startswith(_NEARBY)  # "vom benachbarten Caritasverband"
    if doc.words[before].lower() not in _DEFINITE and not bracketed(doc, start, end):
        return None
    name = f"{doc.phrase(start, first)} {noun}" if start < first else noun
    return Found(start, end, name, iri("organisation", name), head.kind, "name", noun, False)


def in_compound(first: int, end: int, noun: str) -> Found | None:
    """The one body of its kind that a noun before the hyphen of an office means: "Handelskammer-Präses"."""
    head = head_of(noun)
    if head is None or head.bare not in ("one", "name"):
        return None
    return Found(first, end, noun, iri("organisation", noun), head.kind, "name", noun, False)


_NEARBY = ("benachbart", "örtlich", "hiesig", "dortig")


def bracketed(doc: Document, first: int, end: int) -> bool:
    """Whether a noun stands alone in the brackets behind a name: "Anna Beispiel (Caritasverband)"."""
    words = doc.words
    if first < 3 or words[first - 1] != "(" or words[end : end + 1] != [")"]:
        return False
    flags = kind(words[first - 2])
    return bool(flags & (UNKNOWN | SURNAME) or (flags & CAP and kind(words[first - 3]) & STRONG))


_COUNCILS = frozenset(["Kreistag", "Stadtrat", "Gemeinderat"])  # bodies rather than houses: "im Stadtrat"


def joined(doc: Document, first: int) -> int:
    """Where a noun begins with another first part joined to it: "Industrie- und | Handelskammer"."""
    joined = first > 1 and doc.words[first - 1] in ("und", "/", "&") and doc.words[first - 2].endswith("-")
    return first - 2 if joined else first


_DEFINITE = SINGULAR | BY_GENDER["f"] | BY_GENDER["m"]


def acts(doc: Document, first: int) -> bool:
    """Whether an administration is one that acts or employs: "vom Landratsamt", not "im Landratsamt"."""
    before = {word.lower() for word in doc.words[max(first - 2, 0) : first]}
    return WHERE.isdisjoint(before) and before.isdisjoint(("zum", "ans", "nach"))


def _of_office(doc: Document, first: int) -> bool:
    """Whether an office is that of what begins there: "Chef der Arbeitsagentur", "Leitung der früheren ARGE"."""
    at = first - 1
    while at > 0 and is_adjective(doc.words[at]) and doc.words[at].lower() not in ARTICLES:
        at -= 1
    before = doc.words[at - 1] if at > 0 else ""
    return doc.words[at].lower() in ("der", "im", "bei", "in") and (
        role_word(before) is not None or before.endswith(("Leitung", "leitung", "führung"))
    )


def dateline_town(doc: Document) -> str:
    """The town at the head of the first dateline: "HAFENSTADT. 25 Frauen …", "Musterstadt, 2. Mai 2019." """
    for block in doc.blocks:
        if block.body > block.start and block.kind == "body":
            town = re.match(r"\w[\w -]*\w", doc.text[block.start : block.body])
            name = town[0].strip() if town else ""
            return name.title() if name.isupper() else name
    return ""
