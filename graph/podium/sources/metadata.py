"""Title, publisher and date from the lines of a release, where nothing better says them."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from podium.sources.dates import DATE, iso_date

__all__ = ["Metadata", "metadata"]

_HEAD, _TAIL = 14, 8  # lines with text at either end that may speak about the release itself
_LETTERHEAD = 6  # lines of a block in which letterhead is looked for
_LONGEST_TITLE = 180
_LONGEST_NOTE = 240  # a dateline may open a paragraph, all other lines about the release are short

_PLACE = r"[A-ZÄÖÜ][\w.\-]*(?:(?: |/| / )(?:[A-ZÄÖÜ(][\w.)\-]*|am|an|der|im|in|bei|ob|vor)){0,4}"
_NUMBER = r"(?:\s*(?:Nr\.?|Nummer)?\s*\d+[\w/.\-]*)?"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the lines say; `publisher` in the printed form unless `metadata` was given a `nominative`."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None


def metadata(text: str, nominative: Callable[[str], str] | None = None) -> Metadata:
    """Title, publisher and date of publication by the lines at the head and the foot of `text`.

    Read are: "Quelle: PUBLISHER, DATE"; "Pressemitteilung des PUBLISHER vom DATE"; "PUBLISHER teilt mit:"; labels
    ("Stand: DATE"); datelines ("Berlin, 28. April 2021 –"); a number with a date ("PM 071 – 14.09.2022"); a line
    that is only a date; "TITLE (DATE)". In this order, the first wins. `nominative` turns "Deutschen
    Landkreistages" (printed after "des") into the name.
    """
    lines = [line.strip(" \t\r\ufeff\u00a0*_") for line in text.splitlines()]
    filled = [line for line in lines if line]
    near = filled[:_HEAD] + (filled[-_TAIL:] if len(filled) > _HEAD else [])
    publisher: str | None = None
    published: str | None = None
    for rule in _rules():
        for position, line in enumerate(near):
            found = rule.search(line, position < _HEAD)
            if found is None:
                continue
            name, date = found
            if publisher is None and name:
                publisher = nominative(name) if nominative and rule.genitive else name
            published = published or date
    return Metadata(_title(lines), publisher, published)


@dataclass(frozen=True, slots=True)
class _Rule:
    """One shape of line; the groups `date` and `publisher` are what it gives."""

    pattern: re.Pattern[str]
    genitive: bool = False
    head_only: bool = False
    longest: int = _LONGEST_NOTE
    in_title: bool = False

    def search(self, line: str, in_head: bool) -> tuple[str | None, str | None] | None:
        """Publisher and date, or None where the line is of another shape or its date does not exist."""
        if (self.head_only and not in_head) or len(line) > self.longest:
            return None
        match = self.pattern.match(line)
        if match is None:
            return None
        groups = match.groupdict()
        date = iso_date(groups["date"]) if groups.get("date") else None
        if groups.get("date") and date is None:
            return None
        return _name(groups.get("publisher")), date


@cache
def _words() -> dict[str, Sequence[str]]:
    text = files("podium.sources").joinpath("lines.yaml").read_text(encoding="utf-8")
    words: dict[str, Sequence[str]] = yaml.safe_load(text)
    return words


def _any(kind: str) -> str:
    return "(?i:" + "|".join(re.escape(word) for word in sorted(_words()[kind], key=len, reverse=True)) + ")"


@cache
def _rules() -> tuple[_Rule, ...]:
    date = rf"(?P<date>{DATE})"
    day = rf"(?:{_any('weekdays')}\.?,?\s*(?:(?:den|dem)\s+)?)?"
    release = rf"(?:Gemeinsame\s+)?{_any('release_words')}"
    publisher = r"(?P<publisher>[A-ZÄÖÜ].+?)"
    from_whom = rf"(?:des|der)\s+{publisher},?\s+vom\s+"
    place = rf"(?!{_any('weekdays')}\b|Am\b|Im\b|Bis\b|Ab\b|Seit\b|Vom\b|Zum\b){_PLACE}"
    clock = r"(?:,?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?:\s*Uhr)?)?"
    return (
        _Rule(re.compile(rf"{_any('source_labels')}\s*:\s*(?P<publisher>.+?),?\s+(?:{day}|vom\s+){date}\.?$")),
        _Rule(re.compile(rf"{release}{_NUMBER}\s+{from_whom}{day}{date}"), genitive=True),
        _Rule(re.compile(rf"D(?:ie|as|er)\s+{publisher}\s+{_any('announcing')}\b.{{0,30}}:$"), head_only=True),
        _Rule(re.compile(rf"{_any('source_labels')}\s*:\s*(?P<publisher>[^:]+?)\.?$")),
        _Rule(re.compile(rf"{release}{_NUMBER}\s*(?:vom|,|[-–—|])\s*{day}{date}")),
        _Rule(re.compile(rf"{_any('date_labels')}\s*:?\s*{day}{date}{clock}$")),
        _Rule(re.compile(rf"{place}(?:,|\s+[-–—])?\s+{day}(?:den\s+)?{date}{clock}(?=$|\s*[.:,;)]|\s+[-–—(|])"
                         rf"(?:\s+[-–—|]\s+{release}$)?"),
              head_only=True, longest=100_000),
        _Rule(re.compile(rf"{day}{date}{clock}\.?$"), head_only=True),
        _Rule(re.compile(rf".{{0,200}}?\bStand:\s*{date},?\s*\d{{1,2}}[:.]\d{{2}}\s*Uhr\b"), head_only=True,
              longest=100_000),
        _Rule(re.compile(rf"[^.:„\"]{{2,60}}?\s[-–—|]\s{day}{date}{clock}$"), head_only=True),
        _Rule(re.compile(rf".+\({date}\)$"), head_only=True, in_title=True),
        _Rule(re.compile(rf"{place},\s+{day}(?:den\s+)?{date}\.?$")),
    )  # fmt: skip


def _name(text: str | None) -> str | None:
    """A publisher's name without what is around it; None for an address of the web or a whole sentence."""
    if text is None:
        return None
    name = text.strip(' ,;.–-"“”„')
    looks_wrong = re.search(r"https?://|www\.|@|[.!?] [A-ZÄÖÜ]", name) or len(name) > 120
    return None if looks_wrong or not name else name


def _title(lines: Sequence[str]) -> str | None:
    """The first line that stands as a heading: not letterhead, not a date, no full sentence of a paragraph.

    In a block with letterhead the heading is below it, else (a page without blank lines) above.
    """
    for block in _blocks(lines):
        letterhead = [i for i, line in enumerate(block[:_LETTERHEAD]) if _is_letterhead(line)]
        below = [line for line in block[letterhead[-1] + 1 if letterhead else 0 :] if not _is_furniture(line)]
        if below and _is_heading(below[0]):
            return _plain_title(below[0])
        above = [line for i, line in enumerate(block[:_LETTERHEAD]) if letterhead and i < letterhead[-1]]
        for line in above:
            if not (_is_letterhead(line) or _is_furniture(line)) and _is_heading(line) and below:
                return _plain_title(line)
        if below:
            return None
    return None


def _plain_title(line: str) -> str:
    """A heading without the marks of Markdown and without a date in brackets behind it."""
    return re.sub(rf"\s*\({DATE}\)$", "", line.lstrip("# ")).strip()


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines between blank lines, of the head only."""
    block: list[str] = []
    for line in [*lines[: 3 * _HEAD], ""]:
        if line:
            block.append(line)
        elif block:
            yield block
            block = []


def _is_letterhead(line: str) -> bool:
    """Whether a line only says that this is a release, its number or its date."""
    alone = rf"(?:Gemeinsame\s+)?{_any('release_words')}{_NUMBER}[\s:.]*"
    if len(line) <= _LONGEST_NOTE and re.fullmatch(alone, line):
        return True
    own = (rule for rule in _rules() if not rule.in_title)
    return len(line) <= _LONGEST_NOTE and any(rule.pattern.fullmatch(line) for rule in own)


def _is_furniture(line: str) -> bool:
    return re.fullmatch(rf"{_any('furniture')}\s*:?.{{0,3}}", line) is not None or not re.search(r"\w", line)


def _is_heading(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or line.endswith((",", ";")):
        return False
    return not (line.endswith(".") and not line.endswith("...")) and not re.match(rf"{_PLACE}\. ", line)
