"""Sentence boundaries in German print: abbreviations, ordinals, dates, legal citations, quotations."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from podium.reading.blocks import Block
from podium.reading.lexicon import lines
from podium.reading.quotes import Quote

__all__ = ["split_sentences"]

# A full stop, question or exclamation mark with what may close behind it.
_END = re.compile(r"[.!?…]+[\"“”»«’‘')\]]*(?=\s)")
_NUMBER = re.compile(r"(?:^|[^\w.,])(\d{1,3}|[IVX]{1,5})$")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d$")
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Mrz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_LAST_WORD = re.compile(r"[\w.&-]+$")
_INITIAL = re.compile(r"(?:^|[\s(.-])[A-ZÄÖÜ]$")

_NEVER_LAST = frozenset(lines("abbreviations.txt", section="never last"))
_MAY_BE_LAST = frozenset(lines("abbreviations.txt", section="may be last"))
_STARTERS = frozenset(lines("sentence_starters.txt"))


def split_sentences(
    text: str, starts: Sequence[int], blocks: Sequence[Block], quotes: Sequence[Quote]
) -> list[tuple[int, int, int]]:
    """Sentences as (first token, token after the last, block number), in order, covering all tokens.

    `starts` are the token offsets in the normal `text`. A sentence never crosses a block. Sentences inside a
    quotation are split as well; what frames them is found by the reading of speech.
    """
    result: list[tuple[int, int, int]] = []
    for number, block in enumerate(blocks):
        cuts = {block.end}
        if block.body > block.start:
            cuts.add(block.body)
        for match in _END.finditer(text, block.body, block.end):
            if _ends_here(text, match.start(), match.end(), block.end):
                cuts.add(match.end())
        first = bisect_left(starts, block.start)
        for cut in sorted(cuts):
            last = bisect_left(starts, cut)
            if last > first:
                result.append((first, last, number))
                first = last
    return result


def _ends_here(text: str, stop: int, end: int, limit: int) -> bool:
    """Whether the stop at `stop`, closed at `end`, ends a sentence."""
    at = end
    while at < limit and text[at].isspace():
        at += 1
    if at >= limit:
        return True
    following = text[at]
    if following.islower() or following in ",;:)":
        return False
    if following in "–—-" and at + 1 < limit and text[at + 1] == " ":
        rest = text[at + 1 : limit].lstrip()[:1]
        if rest.islower():
            return False
    if text[stop] != "." or (end - stop > 1 and text[stop + 1] == "."):
        return True
    return _full_stop(text, stop, text[at : at + 30])


def _full_stop(text: str, stop: int, following: str) -> bool:
    """Whether a single "." is a full stop and not part of an abbreviation, an ordinal or an initial."""
    before = text[max(0, stop - 25) : stop]
    next_word = re.match(r"[\w-]*", following).group()  # type: ignore[union-attr]
    starts_sentence = next_word in _STARTERS or following[:1] in "„\"»“"
    last = _LAST_WORD.search(before)
    word = last.group() if last else ""
    if _NUMBER.search(before) and not _YEAR.search(before):
        return starts_sentence and not _MONTH.match(following)
    if word in _NEVER_LAST or (word.rsplit("-", 1)[-1] in _NEVER_LAST and "." not in word):
        return False
    if word in _MAY_BE_LAST:
        return starts_sentence
    if _INITIAL.search(before):
        return starts_sentence and not re.match(r"[A-ZÄÖÜ]\.", following)
    if len(word) == 1 and word.islower() and re.match(r"[A-Z]\.", following):
        return False  # a. D., i. R., z. B.
    if "." in word and word.count(".") >= 1 and max(map(len, word.split("."))) <= 3 and not word[0].isdigit():
        return starts_sentence  # z. B., u. a., i. d. R.
    return True


def sentence_index(sentences: Sequence[tuple[int, int, int]]) -> list[int]:
    """First tokens of the sentences, for bisection."""
    return [first for first, _, _ in sentences]


def find_sentence(index: Sequence[int], token: int) -> int:
    """Number of the sentence that holds a token, given `sentence_index`."""
    return bisect_right(index, token) - 1
