"""Paragraphs of a text: lines put together where a line break falls inside a sentence."""

import re
from itertools import pairwise

from podium.reading.lexicon import lines, records

__all__ = ["ends_sentence", "find_paragraphs", "item_mark"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LOWER = re.compile(r"[a-zäöüß]{2,}")
_LOWER_NAME = re.compile(r"[a-zäöü]{2,}\.[a-zäöü]{2,}\b|[a-z]{1,2}[A-ZÄÖÜ]|dbb\b|dpa\b")
_MONTHS = records("blocks.yaml")["fragments"]["month"]
_ORDINAL = re.compile(rf"\d{{1,2}}\.\n\s*(?:{_MONTHS})\b|§\s?\d+\w?\n\s*(?:Abs|Satz|SGB|Nr)")
_STOP_INSIDE = re.compile(r"[a-zäöüß]{4}[.!?][“”\"«]? [A-ZÄÖÜ„»]")
_GOES_ON = frozenset(records("blocks.yaml")["goes_on"])
_ABBREVIATED = frozenset(lines("abbreviations.txt", section="never last"))
_ITEM = re.compile("|".join(records("blocks.yaml")["item"]).replace("{month}", f"(?:{_MONTHS})"))
_BYLINE = re.compile("|".join(records("blocks.yaml")["byline"]))
_PART = re.compile(records("blocks.yaml")["parts"])
_CLOSING = "\"“”»«’‘')]"
_WIDEST = 130  # columns of a text that is wrapped by hand
_STOPS = frozenset(".!?…")
_MANY = 8  # lines, of which one may be longer than the others
_LAST = 200  # how much of the end of a line is looked at

Span = tuple[int, int]


def find_paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs of a normal text, without white space around them."""
    spans = [_stripped(text, match.start(), match.end()) for match in _LINE.finditer(text)]
    width = _wrap_width(text, spans)
    narrow = all(end - start <= _WIDEST for start, end in spans)  # a short text, wrapped by hand perhaps
    found: list[Span] = []
    line = (0, 0)
    for start, end in spans:
        if found and _runs_on(text, line, start, end, width, narrow):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        line = (start, end)
    return found


def ends_sentence(line: str) -> bool:
    """Whether a line ends with a full stop or the like, quotation marks and brackets behind it left aside."""
    return line[-9:].rstrip(_CLOSING)[-1:] in _STOPS


def item_mark(line: str) -> int:
    """Length of the list mark at the start of a line ("- ", "1. ", "10:00 Uhr "), 0 where there is none."""
    match = _ITEM.match(line)
    return match.end() if match else 0


def _stripped(text: str, start: int, end: int) -> Span:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return start, end


def _wrap_width(text: str, spans: list[Span]) -> int:
    """Column at which the text is wrapped by hand, 0 where it is not."""
    lengths = sorted(end - start for (start, end), (after, _) in pairwise(spans) if text.count("\n", end, after) == 1)
    if len(lengths) < 3:
        return 0
    longest = lengths[-1 - max(len(lengths) // 20, len(lengths) >= _MANY)]  # one long line is no measure
    full = sum(length > 0.8 * longest for length in lengths)
    return longest if 50 <= longest <= _WIDEST and full >= 0.6 * len(lengths) else 0


def _runs_on(text: str, line: Span, start: int, end: int, width: int, narrow: bool) -> bool:
    """Whether the line at `start` goes on with the sentence (or, wrapped, with the paragraph) of the line before."""
    near = text.count("\n", line[1], start) == 1
    if not near and not text[start].islower():
        return False  # as nearly always
    before, here = text[max(line[0], line[1] - _LAST) : line[1]], text[start : min(end, start + _LAST)]
    if _ITEM.match(here) or _BYLINE.match(here):
        return False
    if near and _PART.match(here) and (before[-1] == ":" or _PART.match(text, line[0])):
        return False
    if near and line[1] - line[0] < 4 and _ITEM.match(before + " x"):
        return True  # a list mark in a line of its own
    if here.startswith("so ") and end - start < 120:
        return True  # the frame of a quotation that stands in lines of its own
    full = line[1] - line[0] > 0.7 * width > 0
    if near and (_breaks_off(before) or _ORDINAL.search(text, max(line[0], line[1] - 8), min(end, start + 20))):
        return True
    if near and full and before[-1] == ":" and here[0] in "„»":
        return True  # the words that a wrapped line introduces
    if before[-1] == ":" or ends_sentence(before):
        return near and full and before[-1] != ":" and line[1] - line[0] > 0.8 * width
    if _LOWER.match(here) and not _LOWER_NAME.match(here):
        return near or before[-1] in ",-" or line[1] - line[0] > 60
    return near and (full or (narrow and line[1] - line[0] > 60 and _is_running_text(before)))


def _is_running_text(line: str) -> bool:
    """Whether a line holds the end of a sentence, or a quotation that it does not close: no heading."""
    return bool(_STOP_INSIDE.search(line)) or line.count("„") > line.count("“") + line.count("”") + line.count('"')


def _breaks_off(before: str) -> bool:
    """Whether a line ends with a word that something must follow: "und", "der", "Dr."."""
    last = before.rsplit(None, 1)[-1].lstrip('(„"»')
    return last in _GOES_ON or (last[-1:] == "." and last[:-1] in _ABBREVIATED)
