"""Sentence boundaries in German print: abbreviations, ordinals, dates, legal citations, quotations."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from podium.reading.blocks import Block
from podium.reading.lexicon import lines
from podium.reading.quotes import Quote

__all__ = ["split_sentences"]

# A full stop, question or exclamation mark with what may close behind it; or one where the blank is missing.
# Both begin with the mark, since a pattern that begins with one set of characters is searched much faster.
_END = re.compile(r"[.!?…](?:[.!?…]*[\"“”»«’‘')\]]*(?=\s)|(?<=[a-zäöüß]{3}[.!?])[\"“”»«]?(?=[A-ZÄÖÜ][a-zäöüß]))")
_ADDRESS = re.compile(r"www\.|https?:|[/@]", re.I)
_WORD = re.compile(r"[„\"»“‚]?([\w-]*)")
_DOTTED = re.compile(r"(?:^|[\s(„\"»,–/-])((?:[A-Za-zÄÖÜäöü]{1,2}\.\s?)+[A-Za-zÄÖÜäöü]{1,4})$")
_NUMBER = re.compile(r"(?:^|[^\w.,:])(\d{1,3}|[IVX]{1,5})$")
_ABBREVIATED = 6  # code points from the last full stop inside of an abbreviation to its end
_DIGITS = frozenset("0123456789IVX")
_ENUMERATED = re.compile(r"(?:^|[.!?:;,]\s+|\n\s*)\(?\w{1,3}$")
_LETTER = re.compile(r"(?:^|[\s(.:„/-])([A-Za-zÄÖÜäöü])$")
_NUMERAL = re.compile(r"\d|[IVX]+\b|[A-Za-z]\b(?!\.)|§")
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
# A name that begins in lower case may open a sentence: "ver.di-Chef", "eBay".
_LOWER_NAME = re.compile(r"[a-zäöü]{2,}\.[a-zäöü]{2,}\b|[a-z]{1,2}[A-ZÄÖÜ]\w")
_TERMINAL = '.!?…“”"»«:'

_NEVER_LAST = frozenset(lines("abbreviations.txt", section="never last"))
_BEFORE_NUMBER = frozenset(lines("abbreviations.txt", section="before a number"))
_MAY_BE_LAST = frozenset(lines("abbreviations.txt", section="may be last"))
_ABBREVIATIONS = _NEVER_LAST | _BEFORE_NUMBER | _MAY_BE_LAST
_COUNTED = frozenset(lines("counted_words.txt", section="number"))
_NUMBERED = frozenset(lines("counted_words.txt", section="numeral or letter"))
_STARTERS = frozenset(lines("sentence_starters.txt"))


def split_sentences(
    text: str, starts: Sequence[int], blocks: Sequence[Block], quotes: Sequence[Quote]
) -> list[tuple[int, int, int]]:
    """Sentences as (first token, token after the last, block number), in order, covering all tokens.

    `starts` are the token offsets in the normal `text`. A sentence never crosses a block. Sentences inside a
    quotation are split as well; what frames them is found by the reading of speech.
    """
    result: list[tuple[int, int, int]] = []
    first = 0
    titles = _titles(text, starts, quotes)
    for number, block in enumerate(blocks):
        cuts = [block.body] if block.body > block.start else []
        for match in _END.finditer(text, block.body, block.end):
            if titles and any(begin < match.start() < end for begin, end in titles):
                continue
            if _ends_here(text, match.start(), match.end(), block.end):
                cuts.append(match.end())
        cuts.append(block.end)
        for cut in cuts:
            last = bisect_left(starts, cut, first)
            if last > first:
                result.append((first, last, number))
                first = last
    return result


def _titles(text: str, starts: Sequence[int], quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Stretches of short names with stops in them, each behind a noun: Konferenz „Arbeit. Zukunft. Region.“."""
    found: list[tuple[int, int]] = []
    for quote in quotes:
        if 0 < quote.first < quote.last - 2 <= quote.first + _TITLE and text[starts[quote.first - 1]].isupper():
            begin, end = starts[quote.first], starts[quote.last]
            pieces = _STOPS.split(text[begin:end])
            if len(pieces) > 2 and all(len(piece.split()) <= _PIECE for piece in pieces):
                found.append((begin, end))
    return found


_TITLE = 14  # tokens
_PIECE = 2  # words between two stops
_STOPS = re.compile(r"[.!?]\s|[.!?]$")


def _ends_here(text: str, stop: int, end: int, limit: int) -> bool:
    """Whether the stop at `stop`, closed at `end`, ends a sentence; `limit` is the end of the paragraph."""
    at = end
    while at < limit and text[at].isspace():
        at += 1
    if at >= limit:
        return True
    following = text[at : at + 40]
    if at == end and _ADDRESS.search(_stretch(text, stop)):
        return False
    if following[0] in ",;:)]/":
        return False
    if following[0].islower():
        return text[stop] == "." and bool(_LOWER_NAME.match(following)) and _plain(text, stop)
    if following[0] in "–—-" and following[1:2] == " " and following[1:].lstrip()[:1].islower():
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return _mark_ends(text, stop, end, following)
    return _plain(text, stop) or _full_stop(text, stop, following)


def _stretch(text: str, stop: int) -> str:
    """What stands before a stop, back to the last blank."""
    before = text[max(0, stop - 60) : stop]
    return before.split()[-1] if before and not before[-1].isspace() else ""


def _plain(text: str, stop: int) -> bool:
    """Whether an ordinary word stands before the stop: no abbreviation, number or initial."""
    at = text.rfind(" ", max(0, stop - 40), stop) + 1
    if not at or not text[at:stop].isalpha():  # no blank before the word
        at = stop
        while at and text[at - 1].isalpha() and stop - at < 40:
            at -= 1
    return stop - at > 2 and text[at - 1 : at] not in (".", "-") and not _abbreviated(text[at:stop])


def _abbreviated(word: str) -> bool:
    return word in _ABBREVIATIONS or word.endswith("str") or (len(word) < 6 and not any(map(str.islower, word)))


def _mark_ends(text: str, stop: int, end: int, following: str) -> bool:
    """The same for "?", "!" and dots: not if they stand in brackets inside a sentence or for words left out."""
    if text[end - 1] in ")]":
        opened = max(text.rfind("(", max(0, stop - 300), stop), text.rfind("[", max(0, stop - 300), stop))
        return opened < 0 or text[max(0, opened - 9) : opened].rstrip()[-1:] in _TERMINAL
    if text[stop] in ".…" and text[stop - 1 : stop].isspace() and end - stop < 4 and text[end - 1] in ".…":
        return _starts_sentence(following)
    return True


def _starts_sentence(following: str) -> bool:
    """Whether a function word opens what follows, in a quotation too."""
    found = _WORD.match(following)
    return found is not None and found.group(1) in _STARTERS


def _full_stop(text: str, stop: int, following: str) -> bool:
    """Whether a single "." behind a number, letter or abbreviation is a full stop."""
    before = text[max(0, stop - 40) : stop]
    if "." in before[-_ABBREVIATED:] and (dotted := _DOTTED.search(before)):
        return _dotted_ends(re.sub(r"\s", "", dotted.group(1)), following)
    if before[-1:] in _DIGITS and (number := _NUMBER.search(before)):
        return _number_ends(before[: number.start(1)], number.group(1), following)
    word = _stretch(text, stop).lstrip('(„"»“‚‘[–-')
    if word not in _ABBREVIATIONS:
        word = re.split(r"[-/]", word)[-1]
    if word in _NEVER_LAST:
        return False
    if word in _BEFORE_NUMBER or word.endswith("str"):
        return not _NUMERAL.match(following)
    if word in _MAY_BE_LAST:
        return _starts_sentence(following)
    if letter := _LETTER.search(before):
        return _letter_ends(before[: letter.start(1)], following)
    return True


def _dotted_ends(word: str, following: str) -> bool:
    """The same for "z. B.", "u. a.", "e. V.", "i. d. R.": small letters before a quotation mark introduce a title."""
    if word in _NEVER_LAST or (word[0].islower() and word[-1].islower() and following[0] in '„"»“‚'):
        return False
    if word == "u.a" and following.startswith(("Frau ", "Herr ")):
        return False  # "stellten sich u. a. Frau Kern und Herr Lang vor"
    return _starts_sentence(following)


def _number_ends(before: str, number: str, following: str) -> bool:
    """Ordinal ("am 3. Oktober", "Wilhelm II. von") or the number that a sentence ends with ("auf Platz 3.")?"""
    if _MONTH.match(following):
        return False
    words = before.split()
    last = words[-1].lstrip('(„"»') if words else ""
    if last.rsplit("-", 1)[-1] in _NUMBERED or (last in _COUNTED if number[0].isdigit() else last.isupper()):
        return True
    return _starts_sentence(following) and not _ENUMERATED.search(before + number)


def _letter_ends(before: str, following: str) -> bool:
    """Initial ("Anna M. Muster") or the letter that a sentence ends with ("in Workshop B.")?"""
    words = before.split()
    if words and words[-1].rsplit("-", 1)[-1] in _NUMBERED:
        return True
    return _starts_sentence(following) and not re.match(r"[A-ZÄÖÜ]\.", following)
