"""Stretches of tokens that are a person's name: by a first name, or behind a title, an address or an office."""

from podium.reading.lexicon import words_of
from podium.reading.names import (
    ADDRESS,
    CAP,
    FIRST,
    INITIAL,
    KNOWN,
    NEVER,
    ORG_BEFORE,
    ORG_BEHIND,
    PARTICLE,
    PARTY,
    PLACE,
    PROOF,
    STRONG,
    SURNAME,
    TITLE,
    TITLE_PART,
    UNKNOWN,
    WEAK,
)
from podium.reading.persons_context import ARTICLES, DETERMINERS, MONTHS, is_area, is_date, opens_item, supported
from podium.reading.persons_parts import BEGIN, CONTRACTED, name_parts, name_span, surname_end, titles_before
from podium.reading.persons_scan import NameSpan, Scan

__all__ = ["find_spans"]

_NOUN_ADDRESS = frozenset(words_of("titles.txt", "address that is also a noun"))
# Behind these a capitalised word is a surname, even one that is a noun: "Staatssekretärin Gebers".
_NAMED_AFTER = ("minister", "senator", "sekretär", "landrat", "bürgermeister", "kanzler", "pfarrer", "bischof")


def find_spans(scan: Scan) -> list[NameSpan]:
    """Names in order of position; they do not overlap."""
    spans: list[NameSpan] = []
    mask = FIRST | TITLE | ADDRESS | UNKNOWN | INITIAL
    flags, roles, limits = scan.flags, scan.roles, scan.limits
    at, count = 0, len(scan.words)
    while at < count:
        if not (flags[at] & mask or roles[at]) or scan.blocked[at]:
            at += 1
            continue
        span = _at(scan, at, limits[at], spans)
        if span:
            spans.append(span)
            at = span.end
        else:
            at += 1
    return spans


def _at(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    flag = scan.flags[at]
    span = None
    if scan.words[at] in MONTHS and is_date(scan, at):
        return None  # "am 9. Juni Anna Beispiel"
    if at + 1 < limit and scan.roles[at + 1] and scan.words[at].lower() in DETERMINERS:
        return None  # "Deren Vorsitzende"
    if flag & STRONG and scan.words[at + 1 : at + 2] == ["und"] and (shared := _shared_family(scan, at, limit, spans)):
        return shared
    if flag & FIRST and not (flag & PROOF and scan.roles[at]):
        span = _with_first_name(scan, at, limit, spans)
    if span is None and flag & (TITLE | ADDRESS):
        span = _behind_title(scan, at, limit)
    if span is None and scan.roles[at]:
        span = _behind_role(scan, at, limit)
    if span is None and flag & UNKNOWN:
        span = _unknown_pair(scan, at, limit, spans)
    if span is None and flag & INITIAL:
        span = _behind_initial(scan, at, limit, spans)
    return span


def _shared_family(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """The first of "Anna und Karl Beispiel", who have one family name."""
    flags, word = scan.flags, scan.words[at]
    if at + 3 >= limit or not flags[at + 2] & STRONG or any(span.surname == word for span in spans[-40:]):
        return None
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    pair = at > floor and (scan.words[at - 1] in _PAIRS or _several(scan, at - 1))
    before = at > floor and (flags[at - 1] & (CAP | TITLE | ADDRESS | INITIAL | PARTICLE) or scan.roles[at - 1])
    if before and not pair:
        return None
    parts = name_parts(scan, at + 2, limit)
    if parts is None or parts[1] == parts[0] or parts[0] != at + 3:
        return None
    surname = scan.doc.phrase(*parts)
    return NameSpan(at, at + 1, at, at + 1, (word,), surname, None, None, "shared-family")


def _several(scan: Scan, at: int) -> bool:
    """Whether an office may be that of several persons: "die Gesellschafter Anna und Karl Beispiel"."""
    role = scan.roles[at]
    if role is None or role.number == "s":
        return False
    article = any(word.lower() == "die" for word in scan.words[max(0, at - 3) : at])
    return role.number == "p" or (role.gender != "f" and article)


def _behind_initial(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """ "K.-H. Brandis", "M. Albers": only behind a title or office, in a list of persons, beside a verb of saying."""
    token = at
    while token < limit and scan.flags[token] & INITIAL:
        token += 1
    if (
        token + 1 < limit
        and scan.flags[token] & (FIRST | UNKNOWN)
        and scan.names_surname(token)
        and (scan.flags[token + 1] & UNKNOWN and scan.names_surname(token + 1) and not scan.roles[token + 1])
    ):
        token += 1  # "M. Türker Ari"
    end = surname_end(scan, token, limit)
    if end is None or not scan.flags[end - 1] & (UNKNOWN | SURNAME):
        return None
    start, title, gender = titles_before(scan, at)
    if start == at and not supported(scan, at, end, limit, spans):
        return None
    return name_span(scan, at, token, end, start, title, gender, "initial")


def _with_first_name(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    parts = name_parts(scan, at, limit)
    if parts is None:
        return None
    given_end, end = parts
    start, title, gender = titles_before(scan, at)
    if not _accepted(scan, at, given_end, end, start, limit, spans):
        return None
    return name_span(scan, at, given_end, end, start, title, gender, "first-name")


def _accepted(scan: Scan, at: int, given_end: int, end: int, start: int, limit: int, spans: list[NameSpan]) -> bool:
    """Whether a first name with what follows is a person."""
    flags, words = scan.flags, scan.words
    if end < limit and flags[end] & ORG_BEHIND and not flags[end] & PARTY and words[end][:1].isupper():
        return False
    if at and flags[at - 1] & ORG_BEFORE and start == at and scan.doc.sentence_at[at - 1] == scan.doc.sentence_at[at]:
        return False
    if end < limit and words[end] == "&":
        return False
    strength = max((_RANK[flags[t] & FIRST] for t in range(at, given_end) if flags[t] & FIRST), default=0)
    if strength == 3:
        return True
    if start < at or supported(scan, at, end, limit, spans):
        return True
    last = flags[end - 1]
    if strength == 2:
        article = at > 0 and words[at - 1].lower() in ARTICLES and scan.limits[at - 1] == limit
        if last & PLACE and not last & SURNAME:
            return False
        return not article and bool(last & (UNKNOWN | SURNAME | STRONG | WEAK))
    double = end - given_end == 2 and all(flags[t] & UNKNOWN and not flags[t] & PLACE for t in range(given_end, end))
    return double and not (at > 0 and words[at - 1].lower() in ARTICLES and scan.limits[at - 1] == limit)


_PAIRS = frozenset(["Eheleute", "Eheleuten", "Ehepaar", "Geschwister", "Geschwistern", "Brüder", "Schwestern"])
_RANK = {0: 0, STRONG: 3, WEAK: 2, PROOF: 1}


def _behind_title(scan: Scan, at: int, limit: int) -> NameSpan | None:
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
    fitting = flags[token + 1] & (UNKNOWN | SURNAME | PARTICLE) or double
    if not fitting or scan.roles[token + 1] or flags[token + 1] & PLACE:
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


def _behind_role(scan: Scan, at: int, limit: int) -> NameSpan | None:
    """ "Wirtschaftsminister Clement", "Fallmanagerin Ayxe Demirxel": names behind an office without any other sign."""
    role = scan.roles[at]
    flags = scan.flags
    token = at + 1
    if role is None or token >= limit or role.number == "p" or not scan.names_surname(token) or scan.roles[token]:
        return None
    if flags[token] & FIRST and name_parts(scan, token, limit) is not None:
        return None
    flag = flags[token]
    if flag & STRONG and scan.words[token + 1 : token + 2] == ["und"] and _shared_family(scan, token, limit, []):
        return None  # "die Gesellschafter Anna und Karl Beispiel"
    if is_area(scan, role, token) or (flag & PLACE and not flag & SURNAME):
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
    if not flag & (UNKNOWN | SURNAME | FIRST | PARTICLE):
        floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
        if not role.head.endswith(_NAMED_AFTER) or (at > floor and scan.words[at - 1].lower() in ARTICLES):
            return None
    if role.body and not flag & SURNAME:
        return None
    return name_span(scan, token, token, end, token, None, None, "role-surname")


def _unknown_pair(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """Two words that the dictionary does not know, where the surroundings say that a person is named."""
    flags, words = scan.flags, scan.words
    if at + 1 >= limit or not flags[at] & CAP or scan.roles[at] or flags[at] & (PLACE | ORG_BEHIND):
        return None
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    joined = (
        at > floor
        and flags[at - 1] & (CAP | NEVER)
        and not scan.roles[at - 1]
        and not flags[at - 1] & (TITLE | ADDRESS)
    )
    if joined and words[at + 1] not in scan.speaking:
        return None
    token = at + 1
    if flags[token] & INITIAL:
        token += 1
    end = surname_end(scan, token, limit)
    if end is None or flags[end - 1] & PLACE or scan.roles[end - 1]:
        return None
    if not flags[end - 1] & (UNKNOWN | SURNAME) and words[end - 1] not in scan.speaking:
        return None
    if end < limit and ((flags[end] & (ORG_BEHIND | CAP) and words[end][:1].isupper()) or words[end] == "&"):
        return None
    start, title, gender = titles_before(scan, at)
    spoken = (
        scan.words[end - 1] in scan.speaking and words[end - 1] != words[at] and end < limit and not flags[end] & CAP
    )
    if start < at or spoken or supported(scan, at, end, limit, spans) or opens_item(scan, at, end, limit):
        return name_span(scan, at, token, end, start, title, gender, "context")
    return None
