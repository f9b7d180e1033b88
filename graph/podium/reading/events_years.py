"""Gatherings named by a word of their own and a year: "hat die ConSozial 2017 eröffnet", "die Inklusionstage 2019"."""

import re
from collections.abc import Iterator

from podium.reading.dates import BEGINS
from podium.reading.document import Document
from podium.reading.events_nouns import Noun, gathering_noun, is_listed
from podium.reading.events_phrases import Gathering
from podium.reading.inflection import is_known

__all__ = ["gatherings_by_year"]

_YEAR = re.compile(r"(?:19|20)\d\d$")
_OPENS = re.compile(r"eröffn(?:et|ete|eten|en)$")
_DAYS = re.compile(r"\w{4,}tagen?$")
_ARTICLES = frozenset(["die", "der", "den", "dem", "das", "zur", "zum", "beim"])


def gatherings_by_year(doc: Document, skipped: frozenset[str]) -> Iterator[Gathering]:
    """Names before a year that no dictionary knows, where one is opened, and days in the plural, in order."""
    for at in doc.places(BEGINS):
        if at < 2 or not _YEAR.match(doc.words[at]) or doc.lowers[at - 2] not in _ARTICLES:
            continue
        if doc.quote_at[at] >= 0 or doc.block(at).kind in skipped:
            continue
        name = doc.words[at - 1]
        if _is_days(name) or (_is_name(name) and _is_opened(doc, at)):
            form, year = name.removesuffix("n") if _is_days(name) else name, doc.words[at]
            noun = Noun(form, "a", f"told {form.lower()}", form.lower(), True)
            label = f"{form} {year}"
            yield Gathering(at - 1, at + 1, at - 1, noun, label, doc.lowers[at - 2], "", (), year, "", "", "", False)


def _is_days(form: str) -> bool:
    """Whether a word is a plural of days that are no common ones: "Inklusionstage", not "Feiertage"."""
    if not form[:1].isupper() or not _DAYS.match(form):
        return False
    day = form.removesuffix("n").removesuffix("e")
    return gathering_noun(day) is not None or not is_listed(day)


def _is_name(form: str) -> bool:
    """Whether a word is a name of its own: no word of the dictionary and no abbreviation."""
    return form[:1].isupper() and form.isalpha() and len(form) > 4 and not form.isupper() and not is_known(form.lower())


def _is_opened(doc: Document, at: int) -> bool:
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    return any(map(_OPENS.match, doc.lowers[first:end]))
