"""Dates in German print: full, month, year, and relative to the day of the release ("gestern", "am Mittwoch")."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from podium.reading.dates_printed import Date, begins_date, dated, is_day, printed_date
from podium.reading.document import Document
from podium.reading.forms import PerForm, per_form
from podium.reading.lexicon import words_of
from podium.reading.words import word

__all__ = ["BEGINS", "anchor", "find_dates"]

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
    r"(Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)s?(?:nachmittag|vormittag|mittag|abend|morgen|nacht|früh)?s?$"
)
_DEICTIC = {"heute": 0, "gestern": -1, "vorgestern": -2, "übermorgen": 2}
_DEICTIC_ADJECTIVE = re.compile(r"(heutig|gestrig|vorgestrig|morgig)(?:e|en|er|es|em)$")
_SHIFT = {"heutig": 0, "gestrig": -1, "vorgestrig": -2, "morgig": 1}
_NEXT = re.compile(r"(?:kommend|nächst|folgend)(?:e|en|er|es|em)$")
_LAST = re.compile(r"(?:vergangen|letzt|vorig)(?:e|en|er|es|em)$")
_AHEAD = frozenset(words_of("event_words.txt", "weekday ahead"))
_BEHIND = frozenset(words_of("event_words.txt", "weekday behind"))
_HEAD = 60  # tokens in which a text dates itself


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
        found = printed_date(doc.words, at, None) if BEGINS[doc.words[at]] == _PRINTED else None
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
            hit = printed_date(words, at, today)
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
    if begins_date(form):
        return _PRINTED
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
    moved = dated(found.first, found.end, year, day.month, day.day)
    return Date(found.first, found.end, moved.iso, True) if moved else found


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
    if further[:1] == [","] and any(map(is_day, further[1:])):
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
