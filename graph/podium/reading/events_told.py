"""Gatherings by what a sentence says of them, whatever their noun: "Das Job-Café findet am Montag statt".

The words of a frame ("findet … statt", "lädt … zum … ein", "beim ersten …") make a noun a gathering that no list
knows, and with it all its mentions in the text.
"""

import re
from collections.abc import Iterator
from functools import cache

from podium.reading.acts import act_of_noun
from podium.reading.document import Document
from podium.reading.events_left import left_of
from podium.reading.events_noun_phrases import closing_mark
from podium.reading.events_nouns import Noun, gathering_noun, is_listed
from podium.reading.events_phrases import Gathering
from podium.reading.events_places import is_venue
from podium.reading.events_years import gatherings_by_year
from podium.reading.forms import PerForm
from podium.reading.inflection import gender, is_adjective, is_known
from podium.reading.lexicon import words_of
from podium.reading.names import FIRST, kind
from podium.reading.roles_words import role_word
from podium.reading.values import value

__all__ = ["Told", "frames", "is_day_line", "told_gatherings"]

_MOST = 60  # tokens of a sentence that are looked at around a frame
_NEVER = tuple(words_of("event_words.txt", "never told"))
_NOMINATIVE = frozenset("der die das ein eine dieser diese dieses sein seine ihr ihre unser unsere".split())
_INVITING = frozenset("zum zur".split())
_ORDINAL = re.compile(
    r"(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|nächst)(?:e|en|er|es)$"
)
_NUMBER = re.compile(r"\d{1,3}\.$")
_TIME = re.compile(
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|heute|gestern|Uhr|(?:19|20)\d\d$|Januar|"
    r"Februar|März|April|Mai$|Juni|Juli|August|September|Oktober|November|Dezember",
    re.I,
)
_CLOSES = frozenset([",", ".", ";", ":", "–", "-", "!", "?", ")", "und"])
_HELD = frozenset("findet fand finden fanden finde fände".split())
_IS = frozenset("ist sind war waren".split())
# Verbs that a frame word needs before it in its clause; those not named are verbs themselves.
_VERBS = {
    "statt": _HELD,
    **dict.fromkeys(("geplant", "angesetzt", "terminiert", "vorgesehen"), _IS),
    **dict.fromkeys(("fortgesetzt", "wiederholt"), frozenset(["wird", "wurde"])),
    "weiter": frozenset(["geht", "ging"]),
}
_MARKS = frozenset('„"»“‚›')
_TITLE_WORDS = 8

_TAKES_PLACE, _INVITES, _AT, _GOES_ON, _LEADS = (1 << n for n in range(5))


@value
class Told:
    """Gatherings that frames tell of: their nouns by token, and quoted titles.

    `sure` are the tokens of the nouns whose own sentence is the proof, `anew` those that "go on" elsewhere or later.
    """

    nouns: dict[int, Noun]
    sure: frozenset[int]
    titles: tuple[Gathering, ...] = ()
    anew: frozenset[int] = frozenset()


@cache
def frames() -> PerForm[str, int]:
    """What each word form can tell of a gathering, by word form; 0 for nearly all."""
    words = {
        _TAKES_PLACE: words_of("event_words.txt", "frame: takes place"),
        _INVITES: words_of("event_words.txt", "frame: invites"),
        _GOES_ON: words_of("event_words.txt", "frame: goes on"),
        _LEADS: words_of("event_words.txt", "frame: leads through"),
        _AT: ("beim", "Beim"),
    }
    codes: dict[str, int] = {}
    for code, forms in words.items():
        for form in forms:
            codes[form] = codes.get(form, 0) | code
    return PerForm(lambda form: codes.get(form, 0))


def told_gatherings(doc: Document, skipped: frozenset[str]) -> Told:
    """Nouns that are gatherings by what this text says of them; blocks of a kind in `skipped` are not looked at."""
    codes = frames()
    found: dict[str, Noun] = {}
    sure: set[int] = set()
    anew: set[int] = set()
    titles: list[Gathering] = []
    for at in doc.places(codes):
        if doc.block(at).kind in skipped or doc.quote_at[at] >= 0:
            continue
        code = codes[doc.words[at]]
        title = _title(doc, at, code)
        if title is not None:
            titles.append(title)
            continue
        head = _head(doc, at, code)
        if head is None:
            continue
        sure.add(head)
        if code & _GOES_ON:
            anew.add(head)
        if gathering_noun(doc.words[head]) is None:
            found.setdefault(doc.words[head], _noun(doc.words[head]))
    titles += gatherings_by_year(doc, skipped)
    for head in _below_days(doc, skipped):
        sure.add(head)
        if gathering_noun(doc.words[head]) is None:
            found.setdefault(doc.words[head], _noun(doc.words[head]))
    for title in titles:
        if not title.title:  # told by its year, known without it from then on
            found.setdefault(title.noun.form, title.noun)
        elif len(title.title.split()) > 1 and not is_known(title.title.split()[0]):
            found.setdefault(title.title.split()[0], title.noun)
    if not found:
        return Told({}, frozenset(sure), tuple(titles), frozenset(anew))
    nouns = {at: found[form] for at, form in enumerate(doc.words) if form in found and doc.quote_at[at] < 0}
    return Told(nouns, frozenset(sure), tuple(titles), frozenset(anew))


def _below_days(doc: Document, skipped: frozenset[str]) -> Iterator[int]:
    """Nouns that open a short line below one of day and hour: "Montag, 16. Oktober, 18 Uhr" / "Auftaktabend"."""
    for number in range(1, len(doc.blocks)):
        if not is_day_line(doc, number - 1) or doc.blocks[number].kind in skipped:
            continue
        first, end = doc.block_tokens[number]
        head = first
        if head + 1 < end and is_adjective(doc.words[head]) and is_known(doc.lowers[head]):
            head += 1  # "Offene Sprechstunde"
        while head + 1 < end and doc.words[head][:1].islower():
            head += 1
        form = doc.words[head]
        plain = form[:1].isupper() and not form.isupper() and len(form) > 3 and form[-1].isalpha()
        other = role_word(form) is not None or kind(form) & FIRST or any(map(is_venue, doc.words[first : head + 2]))
        if plain and not other and end - first <= _SHORT and act_of_noun(doc.types[head]) is None:
            yield head


def is_day_line(doc: Document, number: int) -> bool:
    """Whether a block is a line of day and hour as programmes have it: "Montag, 16. Oktober, 18 Uhr, Rathaus"."""
    first, end = doc.block_tokens[number]
    words = doc.words[first:end]
    day = bool(words) and bool(_DAY.match(words[0]) or _NUMBER.match(words[0]))
    return day and len(words) <= _DAY_LINE and "Uhr" in words and any(_TIME.match(word) for word in words)


_DAY = re.compile(r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag$|Mittwoch$|Sonnabend$|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?$")
_DAY_LINE = 24  # tokens
_SHORT = 14  # tokens


def _noun(form: str) -> Noun:
    return Noun(form, "m", f"told {form.lower()}", form.lower(), False)


def _head(doc: Document, at: int, code: int) -> int | None:
    """Token of the noun that the frame word at `at` makes a gathering."""
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    first, end = max(first, at - _MOST), min(end, at + _MOST)
    if not _timed(doc, first, end):
        return None
    if code & _AT:
        return _counted(doc, at + 1, end)
    if code & _INVITES:
        return _invited(doc, first, end)
    if not code & (_TAKES_PLACE | _GOES_ON):
        return None  # "leitet seit 2009 das Gremium"
    clause = _clause(doc, at, first, end)
    return _subject(doc, *clause, bool(code & _GOES_ON)) if clause else None


def _clause(doc: Document, at: int, first: int, end: int) -> tuple[int, int] | None:
    """Tokens of the clause that the frame word at `at` closes with its verb: "findet … statt", "ist … geplant"."""
    if at + 1 < end and doc.words[at + 1] not in _CLOSES:
        return None
    verbs = _VERBS.get(doc.lowers[at])
    begin = at
    while (begin > first and doc.words[begin - 1] not in (",", ";", ":", "–", "(")) or _in_date(doc, begin, first):
        begin -= 1
    verb = next((n for n in range(begin, at) if verbs and doc.lowers[n] in verbs), None)
    if verbs and (verb is None or doc.lowers[at - 1] == "wie"):
        return None
    return begin, at


def _in_date(doc: Document, at: int, first: int) -> bool:
    """Whether the comma before token `at` stands in or behind a day: "am Montag, 5. Mai, 10 Uhr, im Rathaus"."""
    if at <= first or doc.words[at - 1] != ",":
        return False
    return bool(
        doc.words[at][:1].isdigit() or any(_TIME.match(word) for word in doc.words[max(first, at - 3) : at - 1])
    )


def _counted(doc: Document, at: int, end: int) -> int | None:
    """The noun of "beim ersten Job-Café", "beim 3. Wahlcheck", whose ordinal stands at token `at`."""
    if at + 1 >= end or not (_ORDINAL.match(doc.words[at]) or _NUMBER.match(doc.words[at])):
        return None
    head = at + 1
    while head + 1 < end and (doc.words[head][:1].islower() or _is_of_town(doc.words, head)):
        head += 1
    of_name = is_adjective(doc.words[head]) and doc.words[head + 1 : head + 2] and doc.words[head + 1][:1].isupper()
    return head if not of_name and _may_be(doc, head) else None  # not "beim zweiten | Runden Tisch"


def _is_of_town(words: list[str], at: int) -> bool:
    """Whether a word with a capital is an adjective before its noun: "das 4. Eichsfelder Fachkräfteforum"."""
    return words[at].endswith("er") and words[at][:1].isupper() and words[at + 1][:1].isupper()


def _invited(doc: Document, first: int, end: int) -> int | None:
    """The noun of "zum zweiten Job-Café" that somebody is invited to; without a number it may be anything."""
    at = next((n for n in range(first, end - 1) if doc.lowers[n] in _INVITING and doc.quote_at[n] < 0), None)
    return None if at is None else _counted(doc, at + 1, end)


def _subject(doc: Document, first: int, end: int, listed: bool) -> int | None:
    """The first noun phrase in the nominative singular: "das nächste Job-Café"; `listed`: known gatherings, too."""
    for at in range(first, end):
        if not doc.words[at][:1].isupper() or at == first or doc.quote_at[at] >= 0:
            continue
        if at + 1 < end and _is_of_town(doc.words, at):
            continue
        _, _, _, article, preposition, _ = left_of(doc, at)
        if preposition or article not in _NOMINATIVE or article == "die" != _article_of(doc.words[at]):
            continue
        return at if _may_be(doc, at) or (listed and gathering_noun(doc.words[at])) else None
    return None


def _article_of(form: str) -> str:
    return "die" if gender(form) in ("f", None) and not form.endswith(("en", "er", "s")) else ""


def _may_be(doc: Document, head: int) -> bool:
    """Whether a word can be the noun of a gathering: no listed noun, place, person, office or lasting activity."""
    form = doc.words[head]
    if not form[:1].isupper() or form.isupper() or len(form) < 4 or not form[-1].isalpha() or is_listed(form):
        return False
    if form.lower().endswith(_NEVER) or role_word(form) is not None or kind(form) & FIRST:
        return False
    return not _TIME.match(form)


def _timed(doc: Document, first: int, end: int) -> bool:
    """Whether a sentence says when: a day, a month, an hour."""
    return any(_TIME.match(word) for word in doc.words[first:end])


def _title(doc: Document, at: int, code: int) -> Gathering | None:
    """The gathering that only has a title: "Durch den „Wahlcheck Handwerk“ führten …", "beim „Treppengespräch“"."""
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    if not code & (_LEADS | _AT | _TAKES_PLACE | _INVITES):
        return None
    for mark in range(max(first, at - _MOST), min(end, at + _MOST)):
        if doc.words[mark] not in _MARKS or mark == first:
            continue
        closed = closing_mark(doc, mark, end)
        if not closed or closed - mark - 2 > _TITLE_WORDS or not doc.words[mark + 1][:1].isupper():
            continue
        return _titled(doc, mark, closed, at, code)
    return None


def _titled(doc: Document, mark: int, closed: int, at: int, code: int) -> Gathering | None:
    """The gathering whose title stands between two marks, if the words before it fit the frame."""
    before = doc.words[mark - 1]
    ordinal = bool(_ORDINAL.match(before) or _NUMBER.match(before))
    opening = doc.words[mark - 2].lower() if ordinal and mark > 1 else before.lower()
    title = doc.phrase(mark + 1, closed - 1)
    if any(gathering_noun(word) for word in title.split()) or title[-1:] in ".!?":
        return None
    first, end, _ = doc.sentences[doc.sentence_at[at]]
    if code & _LEADS:
        fits = opening in ("den", "die", "das") and doc.words[mark - 2 - ordinal].lower() == "durch"
    elif code & _INVITES:
        fits = opening in _INVITING and _timed(doc, first, end)
    elif code & _AT:
        fits = opening == "beim" and mark - at <= 2 and _timed(doc, first, end)
    else:
        fits = opening in ("der", "die", "das") and _timed(doc, first, end)
    if not fits:
        return None
    noun = _noun(title.split()[0])
    number = before if ordinal and before[:1].isdigit() else ""
    adjectives = (before,) if ordinal and not number else ()
    counted = number or (re.sub(r"e[nrsm]?$", "es", before) if adjectives else "")
    name, start = f"{counted} „{title}“" if counted else title, mark - ordinal
    preposition = "bei" if code & _AT else ""
    return Gathering(start, closed, start, noun, name, opening, preposition, adjectives, number, title, "", "", False)
