"""Names whose first name is missing or not known, behind a title, an address or an office: "Frau Beispiel"."""

from functools import cache

from podium.reading.lexicon import words_of
from podium.reading.names import (
    ADDRESS,
    CAP,
    FIRST,
    INITIAL,
    KNOWN,
    NEVER,
    ORG_BEHIND,
    PARTICLE,
    PLACE,
    STRONG,
    SURNAME,
    TITLE,
    TITLE_PART,
    UNKNOWN,
    kind,
)
from podium.reading.persons_context import ARTICLES, is_area
from podium.reading.persons_families import shared_family
from podium.reading.persons_parts import BEGIN, CONTRACTED, name_parts, name_span, surname_end, titles_before
from podium.reading.persons_scan import NameSpan, Scan

__all__ = ["behind_role", "behind_title"]

_NOUN_ADDRESS = frozenset(words_of("titles.txt", "address that is also a noun"))
# Behind these a capitalised word is a surname, even one that is a noun: "Staatssekretärin Geber".
_NAMED_AFTER = ("minister", "senator", "sekretär", "landrat", "bürgermeister", "kanzler", "pfarrer", "bischof")
# Behind these and an organisation before a hyphen, too: "DGB-Chef Winter".
_HEADS_OF = ("chef", "präsident", "vorsitzend", "vize", "boss", "geschäftsführer", "sprecher", "sekretär", "direktor")


@cache
def _may_be_surname(form: str) -> bool:
    """Whether a form is a surname, if a noun too, or no word at all: "Winter", not "Handwerk" nor "Hessen-Nord"."""
    if form.isupper() or any(kind(part) & PLACE for part in form.split("-")):
        return False
    return bool(kind(form) & (SURNAME | UNKNOWN))


def behind_title(scan: Scan, at: int, limit: int) -> NameSpan | None:
    """A surname behind "Dr.", "Frau", "Herrn Prof."; a first name behind them is found by itself."""
    flags, words = scan.flags, scan.words
    token = at
    while token < limit and (
        flags[token] & (TITLE | ADDRESS) or (token > at and (flags[token] & TITLE_PART or words[token] == "."))
    ):
        token += 1
    if token >= limit or (flags[token] & FIRST and name_parts(scan, token, limit) is not None):
        return None
    role = scan.roles[token]
    if role is not None and flags[token] & KNOWN and not flags[token] & SURNAME:
        return None
    end = surname_end(scan, token, limit)
    after = _unknown_first_name(scan, token, limit)
    if end is None or (after is None and end < limit and flags[end] & ORG_BEHIND and words[end][:1].isupper()):
        return None
    start, title, gender = titles_before(scan, token)
    if after is not None:
        return name_span(scan, token, token + 1, after, start, title, gender, "title-pair")
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    if title is None:
        if words[at] in _NOUN_ADDRESS and at > floor and words[at - 1].lower() in ARTICLES:
            return None
        if words[at] not in ("Frau", "Herr", "Herrn") and not flags[end - 1] & (UNKNOWN | SURNAME):
            return None
        if flags[end - 1] & FIRST and not flags[end - 1] & SURNAME and words[at] not in ("Frau", "Herr", "Herrn"):
            return None
    return name_span(scan, token, token, end, start, title, gender, "title-surname")


def _unknown_first_name(scan: Scan, token: int, limit: int) -> int | None:
    """Behind a title: token after "Quirle Zanderbruch" where "Quirle" must be a first name, since a surname follows."""
    flags = scan.flags
    if token + 1 >= limit or not flags[token] & UNKNOWN or not scan.names_surname(token) or flags[token] & PARTICLE:
        return None
    double = (
        "-" in scan.words[token]
        and flags[token + 1] & (CAP | NEVER)
        and scan.words[token + 1].istitle()
        and not (token + 2 < limit and scan.words[token + 2][:1].isupper())
    )  # "Dr. Su-Rim Berg": behind a double first name the surname may be any noun
    learned = (
        scan.words[token - 1] in ("Dr.", "Prof.")
        and flags[token + 1] & CAP
        and not (token + 2 < limit and flags[token + 2] & CAP)
    )  # behind a degree two names stand, the second of which may be a word: "Dr. Quirle Winter"
    fitting = flags[token + 1] & (UNKNOWN | SURNAME | PARTICLE) or double or learned
    office = scan.roles[token + 1] and not flags[token + 1] & (UNKNOWN | SURNAME)  # "Mühlbauer", "Maurer" are names
    if not fitting or office or flags[token + 1] & PLACE:
        return None
    if flags[token + 1] & PARTICLE and scan.words[token + 1] not in BEGIN - {
        "zu",
        "zum",
        "zur",
        "vom",
        "la",
        "le",
        "du",
    }:
        return None
    if (
        flags[token + 1] & PARTICLE
        and scan.words[token + 1] == "von"
        and token + 2 < limit
        and not scan.names_surname(token + 2)
    ):
        return None
    return surname_end(scan, token + 1, limit) or (token + 2 if double else None)


def behind_role(scan: Scan, at: int, limit: int) -> NameSpan | None:
    """ "Wirtschaftsminister Ahlers", "Fallmanagerin Ayxe Demirxel": names behind an office without any other sign."""
    role = scan.roles[at]
    flags = scan.flags
    token = at + 1
    if role is None or token >= limit or role.number == "p" or not scan.names_surname(token) or scan.roles[token]:
        return None
    if flags[token] & FIRST and name_parts(scan, token, limit) is not None:
        return None
    flag = flags[token]
    if flag & STRONG and scan.words[token + 1 : token + 2] == ["und"] and shared_family(scan, token, limit, []):
        return None  # "die Gesellschafter Anna und Karl Beispiel"
    sure = bool(role.prefix) and role.head.endswith(_HEADS_OF) and _may_be_surname(scan.words[token])
    if (is_area(scan, role, token) and not sure) or (flag & PLACE and (role.prefix or not flag & SURNAME)):
        return None
    if scan.blocked[at] and not sure:
        return None
    after = token + 1
    if after + 1 < limit and flags[after] & INITIAL and not flag & SURNAME:
        return None  # "Geschäftsführer Albert G.": an initial is no surname
    if (
        after < limit
        and scan.words[after] in BEGIN
        and flag & UNKNOWN
        and not flag & PARTICLE
        and scan.words[after] not in CONTRACTED
    ):
        behind = surname_end(scan, after, limit)
        if behind is not None and behind > after + 1 and scan.words[after] != "von":
            return name_span(scan, token, after, behind, token, None, None, "role-pair")
    if after < limit and scan.names_surname(after) and not scan.roles[after] and not flag & PARTICLE:
        if flags[after] & (UNKNOWN | SURNAME) and flag & UNKNOWN and not flags[after] & PLACE:
            longer = surname_end(scan, after, limit)
            if longer and not (longer < limit and flags[longer] & (CAP | ORG_BEHIND)):
                return name_span(scan, token, after, longer, token, None, None, "role-pair")
        return None
    end = surname_end(scan, token, limit)
    if end is None:
        return None
    if end < limit and flags[end] & (ORG_BEHIND | NEVER) and scan.words[end][:1].isupper():
        return None
    if not flag & (UNKNOWN | SURNAME | FIRST | PARTICLE) and not sure:
        floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
        if not role.head.endswith(_NAMED_AFTER) or (at > floor and scan.words[at - 1].lower() in ARTICLES):
            return None
    if role.body and not flag & SURNAME:
        return None
    return name_span(scan, token, token, end, token, None, None, "role-surname")
