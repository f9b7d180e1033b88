"""Persons with one family name between them: "Anna und Karl Beispiel"."""

from podium.reading.names import ADDRESS, CAP, INITIAL, PARTICLE, STRONG, TITLE
from podium.reading.persons_parts import name_parts
from podium.reading.persons_scan import NameSpan, Scan

__all__ = ["shared_family"]

_PAIRS = frozenset(["Eheleute", "Eheleuten", "Ehepaar", "Geschwister", "Geschwistern", "Brüder", "Schwestern"])


def shared_family(scan: Scan, at: int, limit: int, spans: list[NameSpan]) -> NameSpan | None:
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
