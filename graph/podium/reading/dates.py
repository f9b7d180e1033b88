"""Dates in German print: full, month, year, and relative to the day of the release ("gestern", "am Mittwoch")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from podium.reading.document import Document
from podium.reading.forms import PerForm, per_form
from podium.reading.lexicon import words_of
from podium.reading.values import value
from podium.reading.words import word

__all__ = ["BEGINS", "Date", "anchor", "find_dates"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("Januar Jan Jänner", "Februar Feb", "März Mrz Mär", "April Apr", "Mai", "Juni Jun", "Juli Jul", "August Aug",
         "September Sep Sept", "Oktober Okt", "November Nov", "Dezember Dez"), 1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {
    "Montag": 0,
    "Dienstag": 1,
    "Mittwoch": 2,
    "Donnerstag": 3,
    "Freitag": 4,
    "Samstag": 5,
    "Sonnabend": 5,
    "Sonntag": 6,
}
_WEEKDAY = re.compile(
    r"(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)(?:s)?(?:nachmittag|vormittag|mittag|abend|morgen|nacht|früh)?s?$"
)
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?\.?$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_DAYS = re.compile(r"(\d{1,2})\.?(?:(?:/|-|–)(\d{1,2}))?\.?$")
_GLUED = re.compile(r"(\d{1,2})\.([JFMASOND]\w{2,8})\.?$")  # "14.April", for want of a blank
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DEICTIC = {"heute": 0, "gestern": -1, "vorgestern": -2, "übermorgen": 2}
_DEICTIC_ADJECTIVE = re.compile(r"(heutig|gestrig|vorgestrig|morgig)(?:e|en|er|es|em)$")
_SHIFT = {"heutig": 0, "gestrig": -1, "vorgestrig": -2, "morgig": 1}
_NEXT = re.compile(r"(?:kommend|nächst|folgend)(?:e|en|er|es|em)$")
_LAST = re.compile(r"(?:vergangen|letzt|vorig)(?:e|en|er|es|em)$")
_AHEAD = frozenset(words_of("event_words.txt", "weekday ahead"))
_BEHIND = frozenset(words_of("event_words.txt", "weekday behind"))
_HEAD = 60  # tokens in which a text dates itself


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


def anchor(doc: Document) -> Day | None:
    """The day to which "heute" and "am Mittwoch" refer: the day of publication, else a full date in the first lines."""
    published = doc.release.published
    if published and len(published) >= 10:
        try:
            return Day.fromisoformat(published[:10])
        except ValueError:
            return None
    for at in doc.places(BEGINS):
        if at >= _HEAD:
            break
        found = _printed(doc.words, at, None) if BEGINS[doc.words[at]] == _PRINTED else None
        if found and len(found.iso) == 10:
            return Day.fromisoformat(found.iso)
    return None


def find_dates(doc: Document, today: Day | None) -> list[Date]:
    """Dates of a text in order, without overlaps; what cannot be a day of the calendar is none.

    `today` is its `anchor`.
    """
    words, found = doc.words, list[Date]()
    taken = 0
    for at in doc.places(BEGINS):
        if at < taken:
            continue
        hit = None
        if BEGINS[words[at]] == _PRINTED:
            hit = _printed(words, at, today)
        elif today is not None:
            hit = _relative(doc, at, today)
        if hit is not None:
            taken = hit.end
            hit = _eve(words, hit) if at > 1 and words[at - 2] in _EVES else hit
            in_figures = not words[at][0].isalpha()
            found.append(_by_tense(doc, hit, today) if hit.relative and today and in_figures else hit)
    return found


_PRINTED, _RELATIVE = 1, 2
_EVES = frozenset(["Vorabend", "Vortag"])


def _eve(words: Sequence[str], hit: Date) -> Date:
    """The day before: "am Vorabend des 1. Mai"."""
    if len(hit.iso) != 10 or words[hit.first - 1] not in ("des", "vom"):
        return hit
    return replace(hit, iso=(Day.fromisoformat(hit.iso) - timedelta(days=1)).isoformat())


def _kind_of_date(form: str) -> int:
    """Which kind of date a form can begin, 0 for nearly all."""
    if form in _MONTHS:
        return _PRINTED
    if form[:1].isdigit():
        return _PRINTED if any(p.match(form) for p in (_ISO, _NUMERIC, _DAYS, _YEAR)) or _glued(form) else 0
    if form in _DEICTIC or form in ("Heute", "Gestern") or _DEICTIC_ADJECTIVE.match(form) or _WEEKDAY.match(form):
        return _RELATIVE
    return 0


BEGINS = PerForm(_kind_of_date)


def _by_tense(doc: Document, found: Date, today: Day) -> Date:
    """A day without a year that the tense of its sentence puts into the year before or after the nearest one."""
    day = Day.fromisoformat(found.iso)
    ahead, behind = _tense(doc, found.first)
    if day > today and behind and (day - today).days > 60:
        year = day.year - 1
    elif day < today and ahead and not behind and (today - day).days > 60:
        year = day.year + 1
    else:
        return found
    moved = _dated(found.first, found.end, year, day.month, day.day)
    return Date(found.first, found.end, moved.iso, True) if moved else found


def _printed(words: Sequence[str], at: int, today: Day | None) -> Date | None:
    """A date in figures or with a month's name that begins at token `at`."""
    form = words[at]
    if form in _MONTHS:
        return _month(words, at, at, today)
    if match := _ISO.match(form):
        return _dated(at, at + 1, int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.match(form):
        year = _century(match[3]) if match[3] else None
        end = at + 1
        if year is None and end < len(words) and _YEAR.match(words[end]):
            year, end = int(words[end]), end + 1
        return _dated(at, end, year, int(match[2]), int(match[1]), today)
    if (match := _DAYS.match(form)) and (
        form.endswith(".") or (at + 1 < len(words) and words[at + 1] in (".", *_MONTHS))
    ):
        return _day_month(words, at, match, today)
    if _YEAR.match(form):
        return Date(at, at + 1, form)
    if glued := _glued(form):
        end = at + 1
        year = int(words[end].rstrip(".")) if end < len(words) and _YEAR.match(words[end].rstrip(".")) else None
        return _dated(at, end + (year is not None), year, glued[1], glued[0], today)
    return None


def _glued(form: str) -> tuple[int, int] | None:
    """Day and month of a form such as "14.April"."""
    match = _GLUED.match(form)
    month = _MONTHS.get(match[2]) if match else None
    return (int(match[1]), month) if match and month else None


def _day_month(words: Sequence[str], at: int, match: re.Match[str], today: Day | None) -> Date | None:
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
    found = _dated(at, end, year, month, int(match[1]), today)
    if found and last:
        until = _dated(at, end, int(found.iso[:4]), month, int(last), today)
        return Date(at, end, found.iso, False, until.iso if until and until.iso > found.iso else None)
    return found


def _month(words: Sequence[str], first: int, at: int, today: Day | None) -> Date | None:
    """ "April 2021", or "im April" of the year nearest to the release."""
    if at + 1 < len(words) and _YEAR.match(words[at + 1]):
        return Date(first, at + 2, f"{words[at + 1]}-{_MONTHS[words[at]]:02d}")
    if (
        today is None
        or not first
        or words[first - 1] not in ("im", "seit", "Anfang", "Ende", "Mitte", "ab", "Im", "vom", "bis")
    ):
        return None
    near = _nearest(today, _MONTHS[words[at]], 15)
    return Date(first, at + 1, near.isoformat()[:7], True) if near else None


def _dated(first: int, end: int, year: int | None, month: int, day: int, today: Day | None = None) -> Date | None:
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


def _relative(doc: Document, at: int, today: Day) -> Date | None:
    """ "heute", "am heutigen Montag", "am kommenden Dienstag", "am Mittwochabend"."""
    words, form = doc.words, doc.words[at]
    if form[0].islower():
        shift = _DEICTIC.get(form)
        if shift is not None:
            return _shifted(at, at + 1, today, shift)
        match = _DEICTIC_ADJECTIVE.match(form)
        if match:
            end = at + 2 if at + 1 < len(words) and _WEEKDAY.match(words[at + 1]) else at + 1
            return _shifted(at, end, today, _SHIFT[match[1]])
        return None
    if form in ("Heute", "Gestern"):
        return _shifted(at, at + 1, today, _DEICTIC[form.lower()])
    weekday = _WEEKDAY.match(form)
    return _on_weekday(doc, at, _WEEKDAYS[weekday[1]], today) if weekday else None


def _on_weekday(doc: Document, at: int, weekday: int, today: Day) -> Date | None:
    words = doc.words
    before = words[at - 1] if at else ""
    further = words[at + 1 : at + 4]
    if further[:1] == [","] and any(_NUMERIC.match(w) or (_DAYS.match(w) and w.endswith(".")) for w in further[1:]):
        return None  # "am Mittwoch, 25. Juni": the date says it
    if not before or not (
        before.lower() in ("am", "vom", "zum", "bis", "ab", "den", "seit", "dem", "diesen")
        or _NEXT.match(before)
        or _LAST.match(before)
    ):
        return None
    back = (today.weekday() - weekday) % 7
    if _NEXT.match(before):
        return _shifted(at, at + 1, today, 7 - back)
    if _LAST.match(before):
        return _shifted(at, at + 1, today, -(back or 7))
    ahead, behind = _tense(doc, at)
    return _shifted(at, at + 1, today, (7 - back) % 7 if ahead and not behind else -back)


def _tense(doc: Document, at: int) -> tuple[bool, bool]:
    """Whether the sentence of token `at` speaks of what is to come, and whether of what has been."""
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    forms = doc.lowers[first : min(end, first + 80)]
    return not _AHEAD.isdisjoint(forms), not _BEHIND.isdisjoint(forms) or any(map(_preterite, forms))


@per_form
def _preterite(form: str) -> bool:
    """Whether a lower-case form is a weak past tense: "schilderten", "begrüßte"; not "möchte", "könnten"."""
    known = word(form)
    if not known.verb or not form.endswith(("te", "ten")) or known.lemma.endswith(("ten", "tten")):
        return False
    return known.lemma not in ("mögen", "können", "müssen", "dürfen", "sollen", "werden", "haben", "wollen")


def _shifted(first: int, end: int, today: Day, days: int) -> Date | None:
    try:
        return Date(first, end, (today + timedelta(days=days)).isoformat(), True)
    except OverflowError:
        return None
