"""Stretches of tokens that are a person's name: by a first name, or by what stands around."""

from podium.reading.names import (
    ADDRESS,
    CAP,
    FIRST,
    INITIAL,
    NEVER,
    ORG_BEFORE,
    ORG_BEHIND,
    PARTY,
    PLACE,
    PROOF,
    STRONG,
    SURNAME,
    TITLE,
    UNKNOWN,
    WEAK,
)
from podium.reading.persons_context import ARTICLES, DETERMINERS, MONTHS, is_date, opens_item, supported
from podium.reading.persons_families import shared_family
from podium.reading.persons_parts import name_parts, name_span, surname_end, titles_before
from podium.reading.persons_passive import is_credited
from podium.reading.persons_scan import NameSpan, Scan
from podium.reading.persons_titled import behind_role, behind_title

__all__ = ["find_spans"]

_TAKING = frozenset(["nahm", "nahmen", "nehmen", "nimmt"])
_RANK = {0: 0, STRONG: 3, WEAK: 2, PROOF: 1}


def find_spans(scan: Scan) -> list[NameSpan]:
    """Names in order of position; they do not overlap."""
    spans: list[NameSpan] = []
    roles, limits = scan.roles, scan.limits
    taken = 0
    for at in scan.begins:
        if at < taken:
            continue
        if not scan.blocked[at]:
            span = _at(scan, at, limits[at], spans)
        elif roles[at] and "-" in scan.words[at]:
            span = behind_role(scan, at, limits[at])  # "DGB-Chef Winter": the organisation is before the hyphen
        else:
            continue
        if span:
            spans.append(span)
            taken = span.end
    return spans


def _at(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """The name that begins at token `at`, or right behind a title or office there; the surest sign is asked first."""
    flag = scan.flags[at]
    span = None
    if scan.words[at] in MONTHS and is_date(scan, at):
        return None  # "am 9. Juni Anna Beispiel"
    if at + 1 < limit and scan.roles[at + 1] and scan.words[at].lower() in DETERMINERS:
        return None  # "Deren Vorsitzende"
    if flag & INITIAL and scan.words[at] in ("D.", "R.") and at and scan.words[at - 1] in ("a.", "i.", "a", "i"):
        return None  # "Staatssekretär a. D. Karl Beispiel"
    if flag & PLACE and flag & FIRST and at + 1 < limit and flag & (PROOF | WEAK) and _town_before(scan, at, limit):
        return None
    if flag & STRONG and scan.words[at + 1 : at + 2] == ["und"] and (shared := shared_family(scan, at, limit, spans)):
        return shared
    if flag & FIRST and not (flag & PROOF and scan.roles[at]):
        span = _with_first_name(scan, at, limit, spans)
    if span is None and flag & (TITLE | ADDRESS):
        span = behind_title(scan, at, limit)
    if span is None and scan.roles[at]:
        span = behind_role(scan, at, limit)
    if span is None and flag & UNKNOWN:
        span = _unknown_pair(scan, at, limit, spans)
    if span is None and flag & INITIAL:
        span = _behind_initial(scan, at, limit, spans)
    return span


def _town_before(scan: Scan, at: int, limit: int) -> bool:
    """Whether a town stands before a whole name: "beim Frühstück in | Berlin Peter Beispiel"."""
    if not scan.flags[at + 1] & STRONG or name_parts(scan, at + 1, limit) is None:
        return False
    return bool(scan.flags[at] & PROOF) or (at > 0 and scan.words[at - 1] in ("in", "aus", "nach", "bei", "um"))


def _with_first_name(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """ "Anna Beispiel", "Dr. Anna von Muster-Beispiel"."""
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
        return words[end] == "Platz" and not _TAKING.isdisjoint(
            words[max(0, at - 20) : at]
        )  # "nahm Karl Beispiel Platz"
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
        token += 1  # "M. Emre Beispiel"
    end = surname_end(scan, token, limit)
    if end is None or not scan.flags[end - 1] & (UNKNOWN | SURNAME):
        return None
    start, title, gender = titles_before(scan, at)
    if start == at and not supported(scan, at, end, limit, spans) and not is_credited(scan, at):
        return None
    return name_span(scan, at, token, end, start, title, gender, "initial")


def _unknown_pair(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
    """Two words that the dictionary does not know, where the surroundings say that a person is named."""
    flags, words = scan.flags, scan.words
    if at + 1 >= limit or not flags[at] & CAP or scan.roles[at] or flags[at] & (PLACE | ORG_BEHIND):
        return None
    if words[at + 1] == "von" and at + 2 < limit and flags[at + 2] & STRONG:
        return None  # "Eröffnet wurde die Vernetzungskonferenz von Anna Beispiel"
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
