"""What lines of an invitation say of its gathering: day and place beside a label or in lines of their own, title."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from podium.reading.dates_printed import Date
from podium.reading.document import Document
from podium.reading.events_left import left_of
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import is_venue
from podium.reading.inflection import gender, nominative
from podium.reading.values import value

__all__ = ["Stated", "stated", "with_title", "with_words_before"]

_WHEN = re.compile(r"\s*(?:Wann|Termin|Datum|Zeit|Zeitpunkt|Tag)\s*:")
_WHERE = re.compile(r"\s*(?:Wo|Ort|Veranstaltungsort|Tagungsort|Treffpunkt)\s*:\s*(?P<place>\S.*)")
_DAY = re.compile(r"\s*(?:am\s+)?(?:\w+tag|Mittwoch|Sonnabend)?,?\s*(?:den|dem)?\s*\d{1,2}\.\s?[\w.]+ ?\d{4}.*\bUhr\b")
_LONGEST = 100  # code points of a line that is no running text


@value
class Stated:
    """Day (ISO) and place that lines of their own give, "" where they do not, and the first token of those lines."""

    at: int
    date: str = ""
    place: str = ""


def stated(doc: Document, dates: Sequence[Date]) -> Stated | None:
    """Day and place of an invitation: "Wann: …", "Wo: …", or a line with day and hour and the venue below it."""
    found: Stated | None = None
    offset, below_day = 0, False
    firsts = [date.first for date in dates]
    for line in doc.text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        if not line.strip() or len(line) > _LONGEST:
            below_day = False
            continue
        at = doc.token_from(start)
        where = _WHERE.match(line)
        number = bisect_left(firsts, at)
        day = dates[number].iso if number < len(dates) and doc.starts[firsts[number]] < offset else ""
        if day and (_WHEN.match(line) or _DAY.match(line)):
            found = replace(found, date=found.date or day) if found else Stated(at, day)
            below_day = not _WHEN.match(line)
        elif where or (below_day and any(map(is_venue, line.split(",")[0].split()))):
            place = where["place"] if where else line
            found = found or Stated(at)
            found = replace(found, place=found.place or place.strip(" ."))
            below_day = False
        else:
            below_day = False
    return found


def with_title(doc: Document, found: Gathering) -> Gathering:
    """A gathering whose noun closes a heading and whose title in quotation marks is the whole next line."""
    number = doc.sentences[doc.sentence_at[found.head]][2]
    if found.title or doc.blocks[number].kind != "heading" or found.end != doc.block_tokens[number][1]:
        return found
    first, end = doc.block_tokens[number + 1] if number + 1 < len(doc.block_tokens) else (0, 0)
    if end - first < 3 or end - first > 24 or doc.quote_at[first] < 0:
        return found
    quote = doc.quotes[doc.quote_at[first]]
    if quote.first != first or quote.last != end - 1:
        return found
    title = doc.phrase(first + 1, end - 1)
    return replace(found, title=title, name=f"{found.name} „{title}“")


def with_words_before(doc: Document, found: Gathering) -> Gathering:
    """A gathering whose name stands in quotation marks of its own, with what stands before them: "sechstes „…“"."""
    number = doc.quote_at[found.head]
    if number < 0 or found.title:
        return found
    quote = doc.quotes[number]
    if quote.first != found.first - 1 or quote.last != found.end:
        return found
    first, adjectives, ordinal, article, preposition, left = left_of(doc, quote.first)
    if not (adjectives or ordinal):
        return found
    title = doc.phrase(found.first, found.end)
    head = nominative([*(w.lower() for w in left), found.noun.form], None, gender(found.noun.form)).rsplit(" ", 1)[0]
    name = f"{ordinal or head} „{title}“"
    return replace(
        found, first=first, end=quote.last + 1, name=name, title=title, number=ordinal, article=article,
        preposition=preposition, adjectives=tuple(adjectives),
    )  # fmt: skip
