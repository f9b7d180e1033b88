"""Normalised text that maps back: soft hyphens, combining marks, line ends and certain mojibake are evened out."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from html import unescape

from podium.reading.values import value

__all__ = ["Normal", "normalise"]

# UTF-8 that was decoded as Windows-1252 or Latin-1: these pairs do not occur in German otherwise.
_GARBLED = "äöüßÄÖÜéèáçàóń„“”–—’‚‘…§»«\u00a0"


def _mojibake() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter in _GARBLED:
        raw = letter.encode()
        for seen in (raw.decode("latin-1"), "".join(_windows(byte) for byte in raw)):
            found[seen] = " " if letter == "\u00a0" else letter
    return found


def _windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)


_REPLACED = _mojibake() | {"\r\n": "\n"}
_REPLACED |= {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}  # ligatures of PDF files
# One character for another: offsets stay.
_SINGLE = dict.fromkeys("\r\x0b\x0c\u0085\u2028\u2029", "\n")
_SINGLE |= dict.fromkeys(map(chr, [*range(0x09), *range(0x0E, 0x20), 0x7F]), " ")  # control characters
_SINGLE |= dict.fromkeys("\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_SINGLE |= {"\u2010": "-", "\u2011": "-"} | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")  # halves: no text
_TABLE = str.maketrans(_SINGLE)
_ANY_SINGLE = re.compile(f"[{re.escape(''.join(_SINGLE))}]")


def _classes(keys: list[str]) -> str:
    """A pattern for all keys that begins with their first letters, so that it fails fast."""
    found = []
    for size, first in sorted({(len(key), key[0]) for key in keys}, reverse=True):
        same = [key for key in keys if key[0] == first and len(key) == size]
        found.append(first + "".join(f"[{re.escape(''.join({key[at] for key in same}))}]" for at in range(1, size)))
    return "|".join(found)


# Soft hyphens, zero width, marks of direction, variants of emoji.
_INVISIBLE = r"\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f"
_BROKEN_WORD = (
    # "Arbeits-" at the end of a line, but not "Arbeits- und" nor "Jobcenter-Chefin"
    r"-(?<=[A-ZÄÖÜa-zäöüß][a-zäöüß]-)[ ]*\r?\n[ ]*(?=(?!(?:und|oder|bzw|sowie|noch|als|wie|auch|bis)\b)[a-zäöüß]{2})"
    r"|-(?<=[A-Za-zÄÖÜäöüß]{2}-)[ ]*\r?\n[ ]*(?=[A-ZÄÖÜ][a-zäöüß]{2})"
)
_ODD_PARTS = rf"\r\n|[ﬀ-ﬆ]|{_classes(sorted(_mojibake()))}|{_BROKEN_WORD}|\u00ad\s*\n\s*|[{_INVISIBLE}]"
_ODD = re.compile(_ODD_PARTS)
# Quotation marks from a typewriter and entities of a page: rare, so that looking for these parts first is cheap.
_TYPED = (",,", "''", "<<", ">>", "&")
_TYPED_PARTS = r"|(?<!\w),,(?=\w)|(?<=\S)''|<<|>>|&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});"
_REPLACED |= {",,": "„", "''": "“", "<<": "«", ">>": "»"}
# All but a broken word begins with one of these or has a combining mark; they are found thirty times as fast.
_SUSPECTS = rf"\rﬀ-ﬆ\u0300-\u036f{_INVISIBLE}{''.join(sorted({key[0] for key in _mojibake()}))}"
_SUSPECT = re.compile(f"[{_SUSPECTS}]")
# Most texts hold none of these, nor of the typed marks that begin with a comma or an apostrophe.
_UNUSUAL = re.compile(f"[{_SUSPECTS}{re.escape(''.join(_SINGLE))}<>&]")
_BROKEN = re.compile(_BROKEN_WORD)
_MARKS = re.compile(r"[\u0300-\u036f]")
_ODD_WITH_MARKS = re.compile(_ODD_PARTS + r"|\w[\u0300-\u036f]+")  # combining marks; slower
_ODD_WITH_TYPED = re.compile(_ODD_PARTS + r"|\w[\u0300-\u036f]+" + _TYPED_PARTS)


@value
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
    unusual = _UNUSUAL.search(raw) is not None or ",," in raw or "''" in raw
    for match in _odd(raw) if unusual else _BROKEN.finditer(raw):
        begin, end = match.span()
        new = _replacement(match.group(), raw[end : end + 1])
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
    text = "".join(parts)
    if unusual and _ANY_SINGLE.search(text):
        text = text.translate(_TABLE)
    return Normal(text, tuple(starts), tuple(raws), tuple(lengths))


def _odd(raw: str) -> Iterable[re.Match[str]]:
    """What is to be replaced in an unusual text."""
    if any(part in raw for part in _TYPED):
        return _ODD_WITH_TYPED.finditer(raw)
    if _SUSPECT.search(raw):
        return (_ODD_WITH_MARKS if _MARKS.search(raw) else _ODD).finditer(raw)
    return _BROKEN.finditer(raw)


def _replacement(found: str, following: str) -> str:
    known = _REPLACED.get(found)
    if known is not None:
        return known
    if found[0] == "&":
        return unescape(found)
    if found[0] == "-":
        return "-" if following.isupper() else ""
    if len(found) > 1 and "\u0300" <= found[1] <= "\u036f":
        return unicodedata.normalize("NFC", found)
    return found if found[0] in "ÂÃâÅ" else ""  # the rest is invisible
