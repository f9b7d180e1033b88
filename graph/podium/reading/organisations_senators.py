"""Authorities of the city states that bear their head's title: "Pressesprecher bei der Senatorin für Wirtschaft"."""

from podium.namespaces import iri
from podium.reading.organisations_known import Found
from podium.reading.organisations_scan import Scan
from podium.reading.organisations_tails import for_phrase
from podium.reading.roles_words import role_word

__all__ = ["senators"]

_TITLES = {"Senatorin": "Senatorin", "Senator": "Senator", "Senators": "Senator"}
_FORMS = frozenset(_TITLES)
_ARTICLES = frozenset(["der", "des", "dem"])


def senators(scan: Scan) -> list[Found]:
    """The authorities of senators: where the title is a whole line, or an office is one "bei der Senatorin für …"."""
    found = []
    for at in scan.doc.tokens_of(_FORMS):
        if scan.printed[at + 1 : at + 2] != ["für"] or not (end := for_phrase(scan.printed, at + 2)):
            continue
        if _is_line(scan, at, end) or _employs(scan, at):
            name = f"{_TITLES[scan.printed[at]]} {' '.join(scan.printed[at + 1 : end])}".replace(" ,", ",")
            found.append(Found(at, end, name, iri("organisation", name), "ministry", head="Senatsverwaltung"))
    return found


def _is_line(scan: Scan, at: int, end: int) -> bool:
    """Whether a line holds no more than the title, as a letterhead does."""
    first, limit, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    return end == limit and (at == first or (at == first + 1 and scan.printed[first] in ("Die", "Der")))


def _employs(scan: Scan, at: int) -> bool:
    """Whether an office stands before: "Pressesprecher bei der …", "Referentin des …"."""
    before = at - 2
    if before < 0 or scan.printed[at - 1] not in _ARTICLES:
        return False
    before -= scan.printed[before] in ("bei", "von")
    return before >= 0 and role_word(scan.printed[before]) is not None
