"""Whether two phrases name the same gathering: number, title, year, day, place and noun."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.events_drafts import Draft
from podium.reading.events_phrases import Gathering
from podium.reading.gazetteer import stem

__all__ = ["elsewhere", "is_another", "is_row_word", "other_day", "row_words", "same"]

_ANOTHER = re.compile(
    r"(?:weiter|nächst|letzt|vorig|vorjährig|zweit|dritt|viert|fünft|ander|kommend|folgend|erneut)(?:e|en|er|es|em)$"
)
_ORDINALS = frozenset(["zweit", "dritt", "viert", "fünft"])
_STEMS = {2: ("zweit",), 3: ("dritt",), 4: ("viert",), 5: ("fünft",)}
_NUMBERED = frozenset(f"{number}." for number in _STEMS)
_FEAST = re.compile(r"s?(?:feier|feierstunde|fest|veranstaltung|festakt|gala|gottesdienst|messe)")
_MONTH = 7  # letters of "2022-11"
_INDEFINITE = frozenset("ein eine einer einem einen eines".split())


def same(draft: Draft, found: Gathering, date: str | None, heading: bool) -> bool:
    """Whether a phrase with its `date` names a gathering that was named before; `heading`: it stands in one."""
    phrases = draft.compared()
    if not all(_same_head(phrase, found) for phrase in phrases) or _labelled_apart(phrases, found):
        return False
    if _of_other_years(draft.date, phrases, found, date) or (other_day(draft.date, date) and not heading):
        return False
    only_heading = all(draft.heading)
    # a heading need not say that it is the "vierte" one; "eine zweite" is another
    silent = only_heading and not draft.aliases and found.article not in _INDEFINITE
    if _counted_apart(phrases, found, silent):
        return False
    if _placed_apart(phrases, found) and not _counted_alike(phrases, found):
        return False
    introduced = found.article in _INDEFINITE and (found.place or date)  # "eine Messe in Kassel"
    return not (introduced and not only_heading and not (draft.date or draft.place))


def _same_head(one: Gathering, other: Gathering) -> bool:
    """Whether two nouns are the same or one is the other with a first part ("Fachgespräch", "Online-Fachgespräch")."""
    if "series" in (one.noun.family, other.noun.family):
        return one.noun.ending == other.noun.ending
    if one.noun.family != other.noun.family:
        return False
    first, second = one.noun.form.lower(), other.noun.form.lower()
    return first == second or first.endswith(second) or second.endswith(first) or _is_feast_of(first, second)


def _is_feast_of(one: str, other: str) -> bool:
    """Whether one noun is the feast of the other: the "Freisprechung" and the "Freisprechungsfeier"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and bool(_FEAST.fullmatch(long, len(short)))


def _labelled_apart(phrases: Sequence[Gathering], found: Gathering) -> bool:
    """Whether numbers or titles differ: "Workshop A" is not "Workshop B"; an untitled workshop none with a title."""
    if found.number and any(phrase.number and phrase.number != found.number for phrase in phrases):
        return True
    if not found.title:
        return False
    titles = {phrase.title for phrase in phrases if phrase.title}
    return found.title not in titles if titles else found.noun.family == "workshop"


def _of_other_years(day: str | None, phrases: Sequence[Gathering], found: Gathering, date: str | None) -> bool:
    """Whether a phrase names a year in which the gathering was not: "lud zur Jahrestagung 2024 ein" after that of 2023.

    `day` is the day of the gathering, `date` that of the phrase, where known.
    """
    named = _years(date, [found.number])
    if found.number not in named:
        return False
    years = _years(day, [phrase.number for phrase in phrases])
    return bool(years) and not years & named


def _years(date: str | None, numbers: Sequence[str]) -> frozenset[str]:
    """Years that a phrase names or that its day lies in."""
    named = [n for n in numbers if len(n) == 4 and n.isdigit()]
    return frozenset(named or ([date[:4]] if date else []))


def other_day(one: str | None, other: str | None) -> bool:
    """Whether two dates are of different days or months; a year by itself says nothing."""
    if one is None or other is None:
        return False
    known = min(len(one), len(other))
    return known >= _MONTH and one[:known] != other[:known]


def _counted_apart(phrases: Sequence[Gathering], found: Gathering, silent: bool) -> bool:
    """Whether a phrase says of itself that it is another one: "die nächste Messe".

    `silent`: what was named before may have left out which one it is.
    """
    told = row_words(found)
    if not told:
        return False
    silent = silent and told <= _ORDINALS and not any(row_words(p) or p.number or _is_first(p) for p in phrases)
    return not silent and not any(told & (row_words(p) | _counted(p)) for p in phrases)


def _is_first(phrase: Gathering) -> bool:
    """Whether a phrase calls itself the first of a row: "Beim ersten Runden Tisch", "1. Jobmesse"."""
    return any(adjective.lower().startswith("erste") for adjective in phrase.adjectives)


def _counted_alike(phrases: Sequence[Gathering], found: Gathering) -> bool:
    """Whether a phrase has the number of one named before, printed as word or figure: the "dritte Jobmesse"."""
    own = _ordinals(found)
    return bool(own) and any(own & _ordinals(p) for p in phrases)


def _ordinals(phrase: Gathering) -> frozenset[str]:
    """Stems of the ordinals that count a gathering."""
    return (row_words(phrase) & _ORDINALS) | _counted(phrase)


def _placed_apart(phrases: Sequence[Gathering], found: Gathering) -> bool:
    """Whether a phrase names another place, or a visit another house."""
    if found.place:
        places = [p.place for p in phrases if p.place and p.venue == found.venue]
        if places and not any(_content(place) & _content(found.place) for place in places):
            return True
    house = found.of or found.place
    if found.noun.family != "visit" or not house:
        return False
    houses = [p.of or p.place for p in phrases if p.of or p.place]
    return bool(houses) and not any(_within(_content(h), _content(house)) for h in houses)


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one name says no more than the other: "Jobcenter" and "Jobcenter Celle", but not "Jobcenter Peine"."""
    return one <= other or other <= one


def elsewhere(place: str, venue: bool, other: str, other_venue: bool) -> bool:
    """Whether two places contradict each other; a venue and a town do not."""
    if not place or not other or venue != other_venue:
        return False
    return not _content(place) & _content(other)


def is_another(phrases: Sequence[Gathering]) -> bool:
    """Whether an event is only spoken of as another one of its kind: "ein weiteres Fachgespräch"."""
    return all(row_words(p) for p in phrases)


def row_words(phrase: Gathering) -> frozenset[str]:
    """Stems of the adjectives that tell one gathering of a row from the others: "nächste", "zweite", "weiteres"."""
    following = {"folge"} if phrase.noun.form.startswith("Folge") else set()
    return frozenset(following | {stem(a) for a in phrase.adjectives if is_row_word(a.lower())})


def _counted(phrase: Gathering) -> frozenset[str]:
    """The adjective of a printed number: the "dritte Jobmesse" is the "3. Jobmesse"."""
    return frozenset(_STEMS[int(phrase.number[:-1])] if phrase.number in _NUMBERED else ())


def is_row_word(adjective: str) -> bool:
    """Whether an adjective (lower case) tells one gathering of a row from the others."""
    return bool(_ANOTHER.match(adjective))


@cache
def _content(text: str) -> frozenset[str]:
    """Stems of the words of a place that say which one it is."""
    return frozenset(stem(w) for w in re.findall(r"\w+", text) if len(w) > 3)
