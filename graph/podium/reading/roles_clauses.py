"""The clause around a verb of leading: where it begins and ends, its subject, and the organisation it names."""

from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces
from podium.reading.roles_sentence import Named

__all__ = ["NEAR_VERB", "clause", "organisation_in", "subject"]

NEAR_VERB = 60  # tokens around a verb in which its subject is sought
_PARTED = frozenset("an ab ein auf vor nach aus mit zu bei".split())
_RELATIVE = frozenset(["der", "die"])


def clause(scan: Scan, at: int, first: int, end: int) -> tuple[int, int]:
    """Tokens of the clause around a verb, bounded by commas and marks."""
    start, stop = at, at + 1
    while start > max(first, at - NEAR_VERB):
        if scan.words[start - 1] == "“" and (opening := _short_quote(scan, start - 1, first)) is not None:
            start = opening
        elif scan.words[start - 1] in (",", ";", ":", "„", "“", "–", "(") and not _in_name(scan, start - 1):
            break
        else:
            start -= 1
    while stop < min(end, at + NEAR_VERB):
        if scan.words[stop] == "„" and (close := _short_name(scan, stop, end)) is not None:
            stop = close
        elif scan.words[stop] in (",", ";", ":", "„", "“", "–", ".", ")") and not _in_name(scan, stop):
            break
        stop += 1
    return start, stop


def _in_name(scan: Scan, at: int) -> bool:
    """Whether a dash joins the parts of a jobcenter's name: "die Kommunale Arbeitsförderung – Jobcenter X"."""
    return scan.words[at] == "–" and scan.words[at + 1 : at + 2] in (["Jobcenter"], ["Kommunales"])


def _short_quote(scan: Scan, close: int, first: int) -> int | None:
    """Where a name in quotation marks begins that closes at a token: "das Referat „Grundsicherung“"."""
    opening = next((t for t in range(close - 1, max(first, close - 6) - 1, -1) if scan.words[t] == "„"), None)
    if opening is None or opening <= first or not scan.words[opening - 1][:1].isalpha():
        return None
    return opening


def _short_name(scan: Scan, opening: int, end: int) -> int | None:
    """Where a name in quotation marks closes that opens at a token behind a noun."""
    if not scan.words[opening - 1][:1].isupper():
        return None
    return next((t for t in range(opening + 2, min(end, opening + 6)) if scan.words[t] == "“"), None)


def organisation_in(places: OrganisationPlaces, start: int, stop: int) -> tuple[int, int, int] | None:
    """First organisation within a clause that is no territory: first token, end, number."""
    for token in range(start, stop):
        if token in places.at:
            end, entity = places.at[token]
            if places.entities[entity].kind not in ("territory", "media", "parliament", "party"):
                return token, end, entity
    return None


def subject(scan: Scan, names: list[Named], start: int, stop: int, at: int) -> Named | None:
    """Who leads: the name that a relative clause follows, a name of the clause before the verb, or right behind it."""
    if scan.words[start] in _RELATIVE and start and scan.words[start - 1] == ",":
        owner = next((n for n in reversed(names) if n.end <= start), None)
        if owner is not None and _attached(scan, owner.end, start - 1):
            return owner
        return None
    inside = [n for n in names if start <= n.start < stop]
    before = [n for n in inside if n.end <= at]
    if before:
        return before[-1]
    behind = [n for n in inside if n.start > at]
    return behind[0] if behind else None


def _attached(scan: Scan, end: int, comma: int) -> bool:
    """Whether a relative clause follows a name at once, or behind a bracket."""
    if comma - end == 1 and scan.words[end] in _PARTED:
        return True  # "tritt die Nachfolge von X an, der das Jobcenter Y leitete"
    return end == comma or (scan.words[end] == "(" and scan.words[comma - 1] == ")" and comma - end < 10)
