"""When a gathering is: the date nearest to a phrase, and whether the sentence speaks of what is still to come."""

from bisect import bisect_left

from podium.reading.dates import anchor, find_dates
from podium.reading.dates_printed import Date
from podium.reading.document import Document
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_phrases import Gathering
from podium.reading.events_told import is_day_line
from podium.reading.forms import per_form
from podium.reading.lexicon import words_of
from podium.reading.words import word

__all__ = ["Dates", "lies_ahead"]

_AHEAD = frozenset(words_of("event_words.txt", "ahead"))
_BEHIND = frozenset(words_of("event_words.txt", "behind"))
_HABIT = frozenset(words_of("event_words.txt", "habit"))
_CLOSING = frozenset("ist sind war waren hat haben hatte hatten".split())  # at the end of a clause: it is subordinate
_ACCUSATIVE = frozenset("den die das einen eine ein".split())
_PLANNED = frozenset(["geplant", "vorgesehen", "angesetzt"])


class Dates:
    """Dates of a text by sentence."""

    def __init__(self, doc: Document) -> None:
        self.today = anchor(doc)
        self.all = find_dates(doc, self.today)
        self.starts = [d.first for d in self.all]

    def ahead(self, doc: Document) -> frozenset[int]:
        """Numbers of the sentences that name a day after the day of publication."""
        today = self.today.isoformat() if self.today else ""
        return frozenset(doc.sentence_at[d.first] for d in self.all if today and len(d.iso) == 10 and d.iso > today)

    def near(self, doc: Document, phrase: Gathering) -> str | None:
        """The date of the sentence that is nearest to a phrase; years and spans of time do not count."""
        first, end, block = doc.sentences[doc.sentence_at[phrase.head]]
        if phrase.first == first and block and is_day_line(doc, block - 1):
            first, end = doc.block_tokens[block - 1]  # a programme: day and hour above, the gathering below
        begin = bisect_left(self.starts, first)
        best: Date | None = None
        quote = doc.quote_at[phrase.head]
        if quote >= 0 and doc.quotes[quote].first >= phrase.first - 1 and doc.quotes[quote].last <= phrase.end:
            quote = -1  # the marks hold no more than the name
        for date in self.all[begin : bisect_left(self.starts, end)]:
            before = doc.words[date.first - 1].lower() if date.first else ""
            if before == "dem" and date.first > 1:
                before = doc.words[date.first - 2].lower()  # "seit dem 5. April"
            if len(date.iso) < 7 or before in ("seit", "bis", "ab") or doc.quote_at[date.first] != quote:
                continue
            if _is_of_another(doc, phrase, date.first - 1):
                continue
            if best is None or abs(date.first - phrase.head) < abs(best.first - phrase.head):
                best = date
        return best.iso if best else None


def _is_announced(doc: Document, found: Gathering, first: int, end: int) -> bool:
    """Whether somebody announces the gathering: "kündigte X die 5. Tagung für den Herbst an"."""
    before, behind = doc.lowers[first : found.first], doc.lowers[found.end : end]
    if found.preposition:
        return False
    return "angekündigt" in behind or ("an" in behind and any(form.startswith("kündigt") for form in before))


def _is_of_another(doc: Document, phrase: Gathering, at: int) -> bool:
    """Whether the word at token `at` ties a day to another gathering: "Anlass des Fachtags ist die Tagung vom Mai"."""
    noun = at - 1
    if doc.words[at] != "vom" or noun < 0 or phrase.first <= noun < phrase.end:
        return False
    return gathering_noun(doc.words[noun]) is not None


_MODAL = frozenset("mögen sollen können müssen dürfen wollen werden haben".split())


@per_form
def _is_preterite(form: str) -> bool:
    """Whether a form is the past tense of a weak verb: "wählten", "diskutierte"."""
    lemma = word(form).lemma
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    return word(form).verb and lemma not in _MODAL and form in (f"{stem}te", f"{stem}ten", f"{stem}ete", f"{stem}eten")


def lies_ahead(doc: Document, found: Gathering, date: str | None, dates: Dates) -> bool:
    """Whether a gathering is still to come: by its day, else by the tense of its sentence."""
    if date is not None and dates.today is not None:
        today = dates.today.isoformat()[: len(date)]
        if date != today:
            return date > today
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    forms = doc.lowers[first : min(end, first + 120)]
    if _PLANNED.intersection(forms) and not {"ist", "sind"}.isdisjoint(forms):
        return True  # "ist für den Herbst geplant"
    if found.article in _ACCUSATIVE and _is_announced(doc, found, first, end):
        return True
    followed = zip(forms, [*forms[1:], "."], strict=True)
    tells = [f for f, after in followed if f not in _CLOSING or after not in (".", ",", ";")]
    if any(form in _BEHIND or form in _HABIT for form in tells) or any(map(_is_preterite, forms)):
        return False
    return any(form in _AHEAD for form in forms)
