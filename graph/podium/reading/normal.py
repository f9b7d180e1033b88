"""Normalised text that maps back: soft hyphens, combining marks, line ends and certain mojibake are evened out."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

__all__ = ["Normal", "normalise"]

# UTF-8 that was decoded as Windows-1252: these pairs do not occur in German otherwise.
_MOJIBAKE = {
    "Ã¤": "ä", "Ã¶": "ö", "Ã¼": "ü", "ÃŸ": "ß", "Ã„": "Ä", "Ã–": "Ö", "Ãœ": "Ü", "Ã©": "é", "Ã¨": "è", "Ã¡": "á",
    "â€ž": "„", "â€œ": "“", "â€\u009d": "”", "â€“": "–", "â€”": "—", "â€™": "’", "â€š": "‚", "â€˜": "‘", "â€¦": "…",
    "Â§": "§", "Â»": "»", "Â«": "«", "Â\u00a0": " ",
}  # fmt: skip
_ODD = re.compile(
    "|".join(map(re.escape, _MOJIBAKE))
    + r"|\r\n?|[\u0085\u2028\u2029]"  # line ends
    + r"|(?<=[a-zäöüß]{2})-[ ]*\r?\n(?=(?!(?:und|oder|bzw|sowie|noch|als|wie|auch|bis)\b)[a-zäöüß]{2})"  # hyphenation
    + r"|\u00ad\s*\n\s*|[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]"  # soft hyphens, invisible marks
    + r"|[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\x0b\x0c]"  # kinds of blank
    + r"|\w[\u0300-\u036f]+"  # combining marks
)
_LINE_ENDS = frozenset("\r\u0085\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Normal:
    """Normalised `text` with the way back to the raw text it was made from.

    `_starts`, `_raw` and `_lengths` describe segments: where each begins in `text`, where in the raw text, and how
    many raw characters a replaced segment stands for (-1: copied one to one).
    """

    text: str
    _starts: tuple[int, ...]
    _raw: tuple[int, ...]
    _lengths: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of the non-empty normal span `text[start:end]`, in code points."""
        if len(self._starts) == 1:
            return start, end
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        begin = self._raw[first] + (start - self._starts[first] if self._lengths[first] < 0 else 0)
        if self._lengths[last] < 0:
            return begin, self._raw[last] + (end - 1 - self._starts[last]) + 1
        return begin, self._raw[last] + self._lengths[last]


def normalise(raw: str) -> Normal:
    """Normal form of a raw text: NFC letters, plain blanks, "\\n" as line end, nothing invisible."""
    parts: list[str] = []
    starts, raws, lengths = [0], [0], [-1]
    at = out = 0
    for match in _ODD.finditer(raw):
        begin, end = match.span()
        new = _replacement(match.group())
        if len(new) == end - begin == 1:  # same length: no segment needed
            parts += (raw[at:begin], new)
            out += begin - at + 1
            at = end
            continue
        parts += (raw[at:begin], new)
        out += begin - at
        if new:
            starts.append(out)
            raws.append(begin)
            lengths.append(end - begin)
            out += len(new)
        starts.append(out)
        raws.append(end)
        lengths.append(-1)
        at = end
    parts.append(raw[at:])
    return Normal("".join(parts), tuple(starts), tuple(raws), tuple(lengths))


def _replacement(found: str) -> str:
    if found in _MOJIBAKE:
        return _MOJIBAKE[found]
    first = found[0]
    if first == "-":
        return ""
    if first in _LINE_ENDS:
        return "\n"
    if first == "\u00ad" or "\u200b" <= first <= "\u200f" or "\u202a" <= first <= "\u202e":
        return ""
    if first in "\u2060\ufeff" or "\u2066" <= first <= "\u2069":
        return ""
    if len(found) > 1:
        return unicodedata.normalize("NFC", found)
    return " "
