"""Dates in figures or with the name of a month: "19.3.2021", "9. bis 11. Juni 2021", "im April"."""

import re
from collections.abc import Sequence
from datetime import date as Day

from podium.reading.values import value

__all__ = ["Date", "begins_date", "dated", "is_day", "printed_date"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("Januar Jan Jänner", "Februar Feb", "März Mrz Mär", "April Apr", "Mai", "Juni Jun", "Juli Jul", "August Aug",
         "September Sep Sept", "Oktober Okt", "November Nov", "Dezember Dez"), 1,
    )
    for name in names.split()
}  # fmt: skip
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?\.?$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_DAYS = re.compile(r"(\d{1,2})\.?(?:(?:/|-|–)(\d{1,2}))?\.?$")
_GLUED = re.compile(r"(\d{1,2})\.([JFMASOND]\w{2,8})\.?$")  # "14.April", for want of a blank
_YEAR = re.compile(r"(?:19|20)\d\d$")


@value
class Date:
    """A date at the tokens `first` … `end`-1; `iso` at the precision known; `relative` to the day of the release.

    `until` is the last day of a span ("9. bis 11. Juni 2021"), else None.
    """

    first: int
    end: int
    iso: str
    relative: bool = False
    until: str | None = None


def begins_date(form: str) -> bool:
    """Whether a form can begin a printed date."""
    if not form[:1].isdigit():
        return form in _MONTHS
    return any(pattern.match(form) for pattern in (_ISO, _NUMERIC, _DAYS, _YEAR)) or _glued(form) is not None


def is_day(form: str) -> bool:
    """Whether a form is a day in figures: "25.", "25.6."."""
    return bool(_NUMERIC.match(form) or (_DAYS.match(form) and form.endswith(".")))


def printed_date(words: Sequence[str], at: int, today: Day | None) -> Date | None:
    """A date in figures or with a month's name that begins at token `at`."""
    form = words[at]
    if form in _MONTHS:
        return _month(words, at, today)
    if match := _ISO.match(form):
        return dated(at, at + 1, int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.match(form):
        year = _century(match[3]) if match[3] else None
        end = at + 1
        if year is None and end < len(words) and _YEAR.match(words[end]):
            year, end = int(words[end]), end + 1
        return dated(at, end, year, int(match[2]), int(match[1]), today)
    if (match := _DAYS.match(form)) and (
        form.endswith(".") or (at + 1 < len(words) and words[at + 1] in (".", *_MONTHS))
    ):
        return _day_month(words, at, match, today)
    if _YEAR.match(form):
        return Date(at, at + 1, form)
    if glued := _glued(form):
        end = at + 1
        year = int(words[end].rstrip(".")) if end < len(words) and _YEAR.match(words[end].rstrip(".")) else None
        return dated(at, end + (year is not None), year, glued[1], glued[0], today)
    return None


def _glued(form: str) -> tuple[int, int] | None:
    """Day and month of a form such as "14.April"."""
    match = _GLUED.match(form)
    month = _MONTHS.get(match[2]) if match else None
    return (int(match[1]), month) if match and month else None


def _day_month(words: Sequence[str], at: int, match: re.Match[str], today: Day | None) -> Date | None:
    """A day, or the first of some, with the name of the month: "9. Juni", "9. bis 11. Juni 2021", "9./10. Juni"."""
    number = at + 1
    while number < len(words) and words[number] == ".":
        number += 1
    last = match[2]
    if (
        number + 1 < len(words)
        and words[number] in ("bis", "und", "/", "–", "-")
        and (more := _DAYS.match(words[number + 1]))
    ):
        last, number = more[1], number + 2
        while number < len(words) and words[number] == ".":
            number += 1
    month = _MONTHS.get(words[number].rstrip(".")) if number < len(words) else None
    if month is None:
        return None
    end = number + 1
    if end < len(words) and words[end] == ".":
        end += 1 if end + 1 < len(words) and _YEAR.match(words[end + 1]) else 0
    year = None
    if end < len(words) and _YEAR.match(words[end].rstrip(".")):
        year, end = int(words[end].rstrip(".")), end + 1
    found = dated(at, end, year, month, int(match[1]), today)
    if found and last:
        until = dated(at, end, int(found.iso[:4]), month, int(last), today)
        return Date(at, end, found.iso, False, until.iso if until and until.iso > found.iso else None)
    return found


def _month(words: Sequence[str], at: int, today: Day | None) -> Date | None:
    """ "April 2021", or "im April" of the year nearest to the release."""
    if at + 1 < len(words) and _YEAR.match(words[at + 1]):
        return Date(at, at + 2, f"{words[at + 1]}-{_MONTHS[words[at]]:02d}")
    if (
        today is None
        or not at
        or words[at - 1] not in ("im", "seit", "Anfang", "Ende", "Mitte", "ab", "Im", "vom", "bis")
    ):
        return None
    near = _nearest(today, _MONTHS[words[at]], 15)
    return Date(at, at + 1, near.isoformat()[:7], True) if near else None


def dated(first: int, end: int, year: int | None, month: int, day: int, today: Day | None = None) -> Date | None:
    """The date of a day, or None for one of no calendar; without a year, the day nearest to `today`."""
    if year is None:
        near = _nearest(today, month, day) if today else None
        return Date(first, end, near.isoformat(), True) if near else None
    try:
        found = Day(year, month, day)
    except ValueError:
        return None
    return Date(first, end, found.isoformat()) if 1800 <= year <= 2100 else None


def _nearest(today: Day, month: int, day: int) -> Day | None:
    """The day of a month that lies nearest to `today`, where the year is not printed."""
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(Day(year, month, day))
        except ValueError:
            continue
    return min(candidates, key=lambda d: abs((d - today).days), default=None)


def _century(printed: str) -> int:
    year = int(printed)
    return year if year > 99 else 2000 + year if year <= 60 else 1900 + year
