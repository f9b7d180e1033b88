"""Quotation marks: which belong together, across sentences and paragraphs, in all conventions of German print."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, count

from podium.reading.values import value

__all__ = ["Quote", "pair_quotes"]

_OPEN_ONLY = frozenset("„‚")
_DOUBLE = frozenset('„“”"»«')
_SINGLE = frozenset("‚‘’'›‹")
_MARKS = _DOUBLE | _SINGLE
_PARTNERS = {
    "„": "“”\"„", "“": "”“\"", "”": "”", '"': "\"“”", "»": "«", "«": "»",
    "‚": "‘’'", "‘": "’‘", "'": "'’", "’": "’", "›": "‹", "‹": "›",
}  # fmt: skip
_CLOSERS = {"„": "“”", "»": "«"}  # of marks that only open
_SENTENCE = 120  # tokens within which a quotation in single marks must end
_TITLE = 12  # tokens that straight marks inside „…“ may hold
_DEEPEST = 4  # quotes inside one another
_LONGEST = 6  # paragraphs that an unclosed quotation may run on


@value
class Quote:
    """A stretch in quotation marks: token numbers of the marks, `last` inclusive.

    `closed` is false where the text never closes it (it then ends with its paragraph); `parent` is the number of the
    quote around it or -1; `continues` says that it goes on with the quote before it (each paragraph opened anew).
    """

    first: int
    last: int
    closed: bool
    parent: int
    continues: bool


def pair_quotes(words: Sequence[str], gaps: Sequence[bool], blocks: Sequence[tuple[int, int]]) -> list[Quote]:
    """Quotes of a text in order of their opening marks.

    `words` are the tokens, `gaps[i]` says that white space (or nothing at all) stands before token i, `blocks` are
    token ranges of paragraphs; a quotation runs into the next paragraph only if that one closes or reopens it.
    """
    marks = list(compress(count(), map(_MARKS.__contains__, words)))
    if not marks:
        return []
    ends = [end for _, end in blocks]
    found: list[list[int]] = []  # first, last, closed, parent, continues
    stack: list[int] = []
    block = -1
    for mark in marks:
        reopened = False
        here = bisect_right(ends, mark)
        if here != block and stack:
            reopened = _enter_block(found, stack, words, gaps, mark, here, ends)
        block = here
        _take(found, stack, words, gaps, mark)
        if reopened and found[-1][0] == mark:
            found[-1][4] = 1
    for number in stack:
        _close_at_block_end(found[number], ends)
    return _cleaned(found, words)


def _opens(words: Sequence[str], gaps: Sequence[bool], i: int) -> bool:
    before = i == 0 or gaps[i] or words[i - 1] in "([{–—-/:" or (words[i - 1] in _MARKS and gaps[i - 1])
    after = i + 1 < len(words) and not gaps[i + 1]
    return before and after


def _closes_soon(words: Sequence[str], gaps: Sequence[bool], i: int) -> bool:
    return any(words[k] == '"' and not gaps[k] for k in range(i + 1, min(len(words), i + 2 + _TITLE)))


def _take(found: list[list[int]], stack: list[int], words: Sequence[str], gaps: Sequence[bool], i: int) -> None:
    mark = words[i]
    for depth in range(len(stack) - 1, -1, -1) if mark not in _OPEN_ONLY else ():
        opener = words[found[stack[depth]][0]]
        if mark in _PARTNERS[opener] and _may_close(opener, mark, words, gaps, i):
            found[stack[depth]][1:3] = [i, 1]
            del stack[depth:]
            return
    if len(stack) < _DEEPEST and (mark in _OPEN_ONLY or (mark not in "’" and _opens(words, gaps, i))):
        if mark in _SINGLE and mark != "‚" and not stack and mark != "›" and not _closed_single(words, gaps, i):
            return  # an apostrophe rather than a quotation mark
        found.append([i, i, 0, stack[-1] if stack else -1, 0])
        stack.append(len(found) - 1)


def _closed_single(words: Sequence[str], gaps: Sequence[bool], i: int) -> bool:
    """Whether a single mark opens a quotation of its own ('Das ist gut', sagte X): one that punctuation closes."""
    for k in range(i + 2, min(len(words), i + _SENTENCE)):
        if words[k] not in "'’" or gaps[k]:
            continue
        behind = words[k + 1] if k + 1 < len(words) else "."
        if words[k - 1] in ".,!?" or (behind in ",.;:)–" and words[k - 1][-1:] not in "sßxz"):
            return True
        if (k + 1 < len(words) and not gaps[k + 1]) or words[k - 1][-1:] in "sßxz":
            continue  # an apostrophe
        return k - i <= _TITLE
    return False


def _may_close(opener: str, mark: str, words: Sequence[str], gaps: Sequence[bool], i: int) -> bool:
    if mark in "’'" and i + 1 < len(words) and not gaps[i + 1] and words[i + 1][0].isalpha():
        return False  # apostrophe inside a word
    if mark == '"' != opener and _opens(words, gaps, i) and gaps[i]:
        return not _closes_soon(words, gaps, i)  # „Das Haus "Anker" ist …“
    if opener == mark or mark in "«»":
        return i > 0 and not gaps[i]
    return True


def _enter_block(
    found: list[list[int]], stack: list[int], words: Sequence[str], gaps: Sequence[bool], mark: int, here: int,
    ends: Sequence[int],
) -> bool:  # fmt: skip
    """At the first mark of a later paragraph: do the open quotes run on into it? True if it reopens the last one."""
    outer = found[stack[0]]
    opener, closer = words[outer[0]], words[mark]
    origin = bisect_right(ends, outer[0])
    near = here - origin <= _LONGEST
    closing = closer in _PARTNERS[opener] and closer not in _OPEN_ONLY
    reopens = closer == opener and mark == ends[here - 1]
    if near and (
        (closing and (closer != opener or not _opens(words, gaps, mark)))
        or (not reopens and opener in _CLOSERS and _surplus(words[mark : ends[here]], opener) > 0)
    ):
        del stack[1:]
        return False
    for number in stack:
        _close_at_block_end(found[number], ends)
    stack.clear()
    return near and reopens and here == origin + 1


def _surplus(words: Sequence[str], opener: str) -> int:
    """How many more marks close than open in a paragraph: one of them closes a quotation from before it."""
    closers = _CLOSERS[opener]
    return sum((w in closers) - (w == opener) for w in words)


def _close_at_block_end(quote: list[int], ends: Sequence[int]) -> None:
    quote[1] = max(quote[0], ends[bisect_right(ends, quote[0])] - 1)
    quote[2] = 0


def _cleaned(found: list[list[int]], words: Sequence[str]) -> list[Quote]:
    """Unclosed straight marks are inches or noise; a lone reopening mark would be taken twice."""
    keep: list[Quote] = []
    number: dict[int, int] = {-1: -1}
    seen: set[int] = set()
    for index, (first, last, closed, parent, continues) in enumerate(found):
        goes_on = index + 1 < len(found) and found[index + 1][4]
        lost = not closed and not goes_on and (words[first] in "\"'‘“»«›‹”" or _holds_its_like(found, index, words))
        if first in seen or lost:
            number[index] = number.get(parent, -1)
            continue
        around = number.get(parent, -1)
        while around >= 0 and keep[around].last < last:  # one that was never closed holds nothing
            around = keep[around].parent
        seen.add(first)
        number[index] = len(keep)
        keep.append(Quote(first, last, bool(closed), around, bool(continues)))
    return keep


def _holds_its_like(found: list[list[int]], index: int, words: Sequence[str]) -> bool:
    """Whether a quotation that nothing closes holds a closed one in the same marks: "„Gut, sagte X. „Ja“, sagte Y."."""
    first, last, *_ = found[index]
    return any(words[a] == words[first] and closed and a < last for a, _, closed, *_ in found[index + 1 :] if a > first)
