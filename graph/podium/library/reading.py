"""`podium.read`: what one text says, without a store."""

import datetime
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from podium.errors import UsageError
from podium.reading import model
from podium.release import Release
from podium.tables import Column, Table

if TYPE_CHECKING:
    from podium.library.frames import Answer

__all__ = ["Reading", "contributions", "read"]

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_COLUMNS = (
    Column("speaker", label={"de": "Wer", "en": "Speaker"}),
    Column("role", label={"de": "Rolle", "en": "Role"}),
    Column("organisation", label={"de": "Organisation", "en": "Organisation"}),
    Column("event", label={"de": "Ereignis", "en": "Event"}),
    Column("act", label={"de": "Beitrag", "en": "Act"}),
    Column("form", label={"de": "Redeform", "en": "Form"}),
    Column("announced", "boolean", {"de": "angekündigt", "en": "announced"}),
    Column("sentence", "passage", {"de": "Satz", "en": "Sentence"}, place="below"),
    Column("start", "integer", {"de": "Anfang", "en": "Start"}, place="hidden"),
    Column("end", "integer", {"de": "Ende", "en": "End"}, place="hidden"),
    Column("rule", label={"de": "Regel", "en": "Rule"}, place="hidden"),
    Column("confidence", "decimal", {"de": "Zuversicht", "en": "Confidence"}, place="hidden"),
)


@dataclass(frozen=True)
class Reading(model.Reading):
    """What one release says (see `podium.reading.model.Reading`), with a table and a view for notebooks."""

    def table(self) -> "Answer":
        """Who speaks, in what role, where: one row an utterance, as a data frame.

        `start` and `end` are code points of `sentence` in `release.text`. Raises MissingExtra without pandas.

        >>> import podium
        >>> reading = podium.read("„Wir sind gut vorbereitet“, sagte Landrat Reinhard Sager.")
        >>> reading.table().loc[0, ["speaker", "role", "form"]].to_list()
        ['Reinhard Sager', 'Landrat', 'direct']
        """
        from podium.library.frames import frame

        return frame(contributions(self))

    def _repr_html_(self) -> str:
        from podium.library.html import reading_html

        return reading_html(self)


def read(
    text_or_release: str | Release,
    *,
    title: str | None = None,
    publisher: str | None = None,
    date: str | datetime.date | None = None,
    url: str | None = None,
) -> Reading:
    """What a press release says: persons, roles, organisations, events, instruments, and who said what.

    `date` is the day of publication, an ISO date at the precision known ("2021", "2021-04", "2021-04-28"). Offsets in
    the result are code points into the text, end exclusive. Text in, values out: nothing is stored. Raises UsageError
    for another date; a text never is an error.

    >>> import podium
    >>> text = "Beim Tag der Jobcenter hielt Bundesminister Hubertus Heil eine Rede."
    >>> reading = podium.read(text, date="2021-04-28")
    >>> [(role.title, text[slice(*role.evidence)]) for role in reading.roles]
    [('Bundesminister', 'Bundesminister Hubertus Heil')]
    >>> reading.contributions[0].act
    'Rede'
    """
    from podium.reading import read as read_release
    from podium.register import load

    release = _release(text_or_release, title, publisher, date, url)
    found = read_release(release, load())
    return Reading(**{field.name: getattr(found, field.name) for field in fields(model.Reading)})


def _release(
    text: str | Release, title: str | None, publisher: str | None, date: str | datetime.date | None, url: str | None
) -> Release:
    if isinstance(text, Release):
        return text
    day = date.isoformat()[:10] if isinstance(date, datetime.date) else date
    if day is not None and not _DATE.fullmatch(day):
        raise UsageError(f"date is an ISO date (2021-04-28, 2021-04 or 2021), not {day!r}")
    key = url or "text-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Release(text, key, url or "text", url, title, publisher, day)


def contributions(reading: model.Reading) -> Table:
    """Who speaks, in what role, where, as a table: one row an utterance, in the order of the text."""
    return Table(_COLUMNS, tuple(_rows(reading)))


def _rows(reading: model.Reading) -> Iterator[tuple[str | bool | int | float | None, ...]]:
    names = {person.id: person.name for person in reading.persons}
    names |= {organisation.id: organisation.name for organisation in reading.organisations}
    names |= {event.id: event.name for event in reading.events}
    titles = {person.id: person.academic_title for person in reading.persons}
    roles = {role.id: role for role in reading.roles}
    text = reading.release.text
    for said in reading.contributions:
        role = roles.get(said.role or "")
        printed = " … ".join(text[start:end] for start, end in said.speaker_span)
        speaker = names.get(said.speaker or "", "") or printed
        start, end = said.evidence
        yield (
            " ".join(part for part in (titles.get(said.speaker or ""), speaker) if part) or None,
            role.title if role else None,
            names.get(role.organisation or "") if role else None,
            names.get(said.event or ""),
            said.act,
            said.form,
            said.announced,
            text[start:end],
            start,
            end,
            said.rule,
            said.confidence,
        )
