"""Comparing ISO dates of different precision; days as texts, which sort as they should."""

from datetime import date as Day

__all__ = ["days_between", "first_day", "last_day", "overlap"]


def first_day(iso: str) -> str:
    """First day that "2021", "2021-04" or "2021-04-28" can mean."""
    return iso + "0000-01-01"[len(iso) :]


def last_day(iso: str) -> str:
    """Last day that an ISO date can mean; every month counts 31 days, which is enough to compare."""
    return iso + "0000-12-31"[len(iso) :]


def overlap(start: str | None, end: str | None, date: str) -> bool:
    """Whether an interval (None: unknown or open) can contain a day of `date`."""
    return (start is None or first_day(start) <= last_day(date)) and (end is None or last_day(end) >= first_day(date))


def days_between(one: str, other: str) -> int:
    """Days between two ISO dates of any precision, 0 where they can be the same day."""
    if first_day(one) > first_day(other):
        one, other = other, one
    if last_day(one) >= first_day(other):
        return 0
    return (Day.fromisoformat(first_day(other)) - _real(last_day(one))).days


def _real(iso: str) -> Day:
    """The day itself, or the last one of its month where the month is shorter than 31 days."""
    year, month, day = int(iso[:4]), int(iso[5:7]), int(iso[8:])
    while day > 28:
        try:
            return Day(year, month, day)
        except ValueError:
            day -= 1
    return Day(year, month, day)
