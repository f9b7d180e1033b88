"""Dates as press offices print them: "28. April 2021", "05.11.2019", "2021-04-28", "April 2021"."""

import datetime
import re

__all__ = ["DATE", "iso_date"]

_MONTHS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mrz": 3,
    "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12,
    "dez": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))

# One date to the day; to be used inside other patterns (no groups of its own).
DATE = (
    r"(?:\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}\.[ \u00a0]?(?i:{_NAMES})\.?[ \u00a0]\d{{4}})(?!\d)"
)

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
_WRITTEN = re.compile(rf"(?:(\d{{1,2}})\.\s?)?({_NAMES})\.?\s(\d{{4}})", re.IGNORECASE)


def iso_date(text: str) -> str | None:
    """ISO form of one date at the precision given: `"28. April 2021"` → `"2021-04-28"`, `"April 2021"` →
    `"2021-04"`, `"2021"` → `"2021"`; None when `text` is no date or no such day exists. Years of two digits are
    1970 to 2069.
    """
    stripped = text.strip()
    if found := _ISO.fullmatch(stripped):
        return _valid(found[1], found[2], found[3])
    if found := _NUMERIC.fullmatch(stripped):
        year = found[3] if len(found[3]) == 4 else str((1900 if int(found[3]) >= 70 else 2000) + int(found[3]))
        return _valid(year, found[2], found[1])
    if found := _WRITTEN.fullmatch(stripped):
        return _valid(found[3], str(_MONTHS[found[2].lower()]), found[1])
    return None


def _valid(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not 1900 <= date.year <= 2100:
        return None
    return date.isoformat()[: 10 if day else 7 if month else 4]
