"""What a word form can begin: the phrase of a gathering, the name of a series, a visit, a day, a deed."""

from functools import cache, partial

from podium.reading.events_deeds import is_done
from podium.reading.events_meetings import is_meeting_verb
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_special import SeriesNames, is_day, series_names, visit_verb
from podium.reading.forms import PerForm
from podium.register.register import Register

__all__ = ["DAY", "DEED", "NOUN", "SERIES", "VISIT", "triggers_of"]

NOUN, SERIES, VISIT, DAY, DEED = (1 << n for n in range(5))


@cache
def triggers_of(register: Register) -> PerForm[str, int]:
    """What each word form can begin, by word form, as bits; 0 where no phrase of an event can."""
    return PerForm(partial(_trigger, series_names(register)))


def _trigger(series: SeriesNames, form: str) -> int:
    """What a word form can begin."""
    if not form[:1].isalpha():
        return 0
    code = NOUN if gathering_noun(form) else 0
    code |= SERIES if series.names.starts(form) else 0
    code |= VISIT if visit_verb(form) else 0
    code |= DEED if is_done(form) or is_meeting_verb(form) else 0
    return code | (DAY if is_day(form) else 0)
