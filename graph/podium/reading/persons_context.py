"""What the surroundings of a word say about its being a name: office before, party behind, verb of saying, list."""

import re

from podium.reading.lexicon import words_of
from podium.reading.names import (
    CAP,
    KNOWN,
    NEVER,
    PARTY,
    STRONG,
    SURNAME,
)
from podium.reading.persons_scan import SPEAKING, NameSpan, Scan
from podium.reading.roles_words import RoleWord, listed

__all__ = ["ARTICLES", "DETERMINERS", "MONTHS", "is_area", "is_date", "opens_item", "supported"]

_TIMES = frozenset(["Anfang", "Mitte", "Ende", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"])
_AREAS = frozenset(words_of("not_surnames.txt", "function areas"))
_AREA_ENDINGS = tuple(
    "politik recht markt wesen management bereich arbeit entwicklung service"
    " marketing coaching controlling recruiting support consulting resources relations".split()
)
DETERMINERS = frozenset(words_of("person_words.txt", "determiners")) | frozenset(
    words_of("person_words.txt", "possessives")
)
ARTICLES = frozenset(words_of("person_words.txt", "articles before a noun"))
_INSTITUTION = re.compile("(?:" + "|".join(words_of("person_words.txt", "organisation nouns")) + ")s?$", re.I)

MONTHS = frozenset(words_of("person_words.txt", "months that are names"))
_BEFORE_MONTH = frozenset(words_of("person_words.txt", "before a month"))


def is_date(scan: Scan, at: int) -> bool:
    """Whether what stands before the name of a month or season makes it a time: "am 9. Juni", "Ende April"."""
    before = scan.words[at - 1] if at else ""
    if before == "." and at > 1:
        before = scan.words[at - 2]
    return before.rstrip(".").isdigit() or before.lower() in _BEFORE_MONTH


def supported(scan: Scan, at: int, end: int, limit: int, spans: list[NameSpan]) -> bool:
    """Whether a person is named, by what stands around: an office, a party, a verb of saying, a list."""
    words = scan.words
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    before = words[at - 1] if at > floor else ""
    if at > floor and scan.roles[at - 1] is not None:
        return True
    if before in SPEAKING or (before == "sich" and at - 2 >= floor and words[at - 2] in SPEAKING):
        return True
    if end < limit:
        behind = words[end]
        if behind in SPEAKING and (at == floor or before in (",", "“", "und", ":")):
            return True
        if behind == "(" and end + 1 < limit and scan.flags[end + 1] & PARTY:
            return True
        if behind in (",", "(") and _role_near(scan, end + 1, limit):
            return True
        if behind in _FROM and _told(scan, at, before) and _house_next(scan, end + 1, limit):
            return True
    closed = end >= limit or scan.words[end] in (",", ".", "(")
    if before in (",", "–") and closed and _office_before(scan, at - 1, floor):
        return True
    if spans and spans[-1].end < at and before in (",", "und", "sowie", ";") and _list_gap(words, spans[-1].end, at):
        return end >= limit or not scan.flags[end] & CAP
    return False


_FROM = frozenset(["vom", "von", "für", "beim", "bei"])


def _told(scan: Scan, at: int, before: str) -> bool:
    """Whether a verb or a list stands before a name: "Grußworte hielten | X vom Landkreistag"."""
    return before in (",", "und", "sowie", ":") or (before[:1].islower() and at > 0 and scan.doc.types[at - 1].verb)


def _house_next(scan: Scan, at: int, limit: int) -> bool:
    """Whether an organisation stands behind "vom", "für den"."""
    at += at < limit and scan.words[at] in ("der", "den", "die", "das", "dem")
    return at < limit and bool(scan.blocked[at])


def _office_before(scan: Scan, comma: int, floor: int) -> bool:
    """Whether "der Vertreter des Ausschusses" stands before a comma: a singular office with article, no verb behind."""
    for token in range(comma - 1, max(floor, comma - 12), -1):
        role = scan.roles[token]
        if role is not None and role.number != "p" and scan.words[token - 1].lower() in _OFFICE_ARTICLES:
            return True
        if scan.words[token] in (",", ";", ":", "„", "“") or scan.doc.types[token].verb:
            return False
    return False


_OFFICE_ARTICLES = frozenset(["der", "die", "dem", "den", "vom", "zum", "ihr", "ihre", "sein", "seine"])


def _list_gap(words: list[str], end: int, at: int) -> bool:
    """Whether no more than a bracket stands between two names of a list."""
    return end == at - 1 or (at - end < 9 and words[end] == "(" and words[at - 2] == ")")


def _role_near(scan: Scan, token: int, limit: int) -> bool:
    """Whether an office follows at once, behind an article or an adjective at most."""
    for step in range(token, min(token + 3, limit)):
        role = scan.roles[step]
        if role is not None:
            return role.number != "p"
        if scan.flags[step] & (CAP | NEVER | STRONG):
            return False
    return False


def is_area(scan: Scan, role: RoleWord, token: int) -> bool:
    """Whether a noun behind an office says for what: "Leiterin Kommunikation", "Vorstand Regionen"."""
    word = scan.words[token]
    if word.endswith("-") and scan.words[token + 1 : token + 2] in (["und"], ["&"], ["/"]):
        token = min(token + 2, len(scan.words) - 1)  # "Geschäftsführer | Aus- und Weiterbildung"
        word = scan.words[token]
    if scan.flags[token] & SURNAME or word in _TIMES:
        return False
    if word in _AREAS or word.endswith(_AREA_ENDINGS):
        return True
    if _INSTITUTION.search(word):
        return False
    bare = any(role.head.endswith(head) for head in listed("bare"))
    return bare and bool(scan.flags[token] & KNOWN) and not scan.flags[token] & SURNAME


def opens_item(scan: Scan, at: int, end: int, limit: int) -> bool:
    """Whether a name opens an entry of a list: "- Xyla Abcd, Leiterin …" or a contact block."""
    block = scan.doc.block(at)
    if block.kind not in ("item", "contact"):
        return False
    opens = scan.doc.starts[at] <= block.body + 1
    return opens and (end >= limit or scan.words[end] in (",", "(", "–", "-", ":"))
