"""Paragraphs of a release and what each is: heading, body, list item, caption, contact block, source line."""

import re
from dataclasses import dataclass

from podium.reading.lexicon import lines

__all__ = ["Block", "find_blocks"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: span in the normal text, `kind`, where its body begins behind a dateline, its lead-in.

    `kind` is heading, body, item, caption, contact, source, meta or boilerplate. `lead` is the number of the block
    that introduces a list item or -1. `body` equals `start` where there is no dateline or list mark.
    """

    start: int
    end: int
    kind: str
    body: int
    lead: int = -1


_ITEM = re.compile(r"\s*(?:[-–—•*▪·‣○]|\(?\d{1,2}[.)](?=\s+[A-ZÄÖÜ„\"]\w*(?:\s+\w+){0,8}\s*$)|[a-z]\))\s+(?=\S)")
_TERMINAL = re.compile(r"[.!?…][\"“”»«’‘')\]]*$")
_LOWER = re.compile(r"\s*[a-zäöüß]{2,}")
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez"
_DATE = rf"(?:\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{2,4}}|\d{{1,2}}\.\s?(?:{_MONTHS})\.?(?:\s+\d{{4}})?)"
_CITY = r"(?:Bad |St\. |Sankt |Den |New )?[A-ZÄÖÜ][\wäöüßÄÖÜ.-]{2,}(?: (?:am|an der|a\. ?d\.|im|in|bei|ob der|vor der) [A-ZÄÖÜ][\wäöüß-]+| \([A-Za-zäöüß]{2,12}\))?"
_ABBREVIATIONS = frozenset(lines("abbreviations.txt", section="never last"))
_DATELINE = re.compile(
    rf"(?:{_CITY}(?:\s?/\s?{_CITY})*)?(?:\s*\((?:[a-z]{{2,6}}|[A-Za-z]{{2,8}}/\w{{1,4}}|dpa\S*)\))?"
    rf"(?:\s*,?\s*(?:(?:den|am|der)\s+)?(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag),?\s+(?:den\s+)?)?{_DATE})?"
    rf"(?:\s*(?:[–—|:]|-(?=\s)|\.(?=\s))\s*(?:\([A-Za-z]{{2,8}}(?:/\w{{1,4}})?\)\s*(?:[–—-]\s+)?)?|\s*$)"
)
_CONTACT = re.compile(
    r"\s*(?:(?:Ihr\w*\s+|Unser\w*\s+)?(?:Presse|Medien)[- ]?(?:kontakt|ansprechpartner\w*|anfragen|referat|sprecher\w*\s*:|stelle\s*(?:$|[:,|]))"
    r"|(?:Ihre?\s+)?Ansprechpartner\w*\b(?:[^.]{0,60}(?::|$))|(?:Für\s+)?(?:Rück|An)fragen?\b[^.]{0,70}(?::|$)|Rückfragehinweis|"
    r"Kontakt(?:daten|adresse)?\s*(?::|$)|V\.\s?i\.\s?S\.\s?d\.\s?P|Verantwortlich(?:er?)?\s*:|Impressum\b|Herausgeber(?:in)?\s*:|Redaktion\s*:)",
    re.I,
)
_REACH = re.compile(r"(?:Tel(?:efon|\.)?|Fax|Mobil|E-?Mail|Hotline)\b\s*[.:]|\S+@\S+\.\w|\b0\d{2,5}\s?[/ -]\s?\d{2,}")
_CAPTION = re.compile(
    r"\s*(?:Bild(?:unterschrift|text|zeile|nachweis)?|BU|Foto(?:s|graf\w*|credit|unterschrift|nachweis)?|Abb(?:ildung|\.)|Auf dem (?:Bild|Foto)|Im Bild)\b\s*[:|©(/]?"
    r"|\s*(?:v\.\s?l\.|von links)",
)
_CREDIT = re.compile(r"(?:\(|\b)(?:Foto|Bild|Fotos|Quelle|Copyright)s?\s*[:/]\s*[^.]{2,60}\)?\s*$|©")
_FROM_LEFT = re.compile(r"\bv\.\s?l\.(?:\s?n\.\s?r\.)?|\bvon links\b|\bv\.\s?r\.|\(links\)|\(rechts\)")
_SOURCE = re.compile(r"\s*(?:Quelle|Original(?:meldung|mitteilung)?|Mehr dazu|Link)\s*:", re.I)
_META = re.compile(
    rf"\s*(?:(?:Presse|Medien)[- ]?(?:mitteilung|info(?:rmation)?|meldung|erklärung|dienst|einladung|service)\w*(?:\s+(?:Nr\.?|Nummer)?\s*[\d/ -]+)?"
    rf"|PM\s*(?:Nr\.?\s*)?[\d/]+.{{0,25}}|(?:Nr\.?|Nummer)\s*[\d/-]+.{{0,25}}|(?:\w+,\s*)?(?:den\s+)?{_DATE}|Sperrfrist.{{0,60}})\s*[|–-]?\s*(?:{_DATE})?\s*$",
    re.I,
)
_BYLINE = re.compile(r"\s*Von [A-ZÄÖÜ][\w.-]+(?: (?:von|van|de|zu)\b)?(?: [A-ZÄÖÜ][\w.-]+){1,3}(?:,? (?:und|[A-ZÄÖÜ])\s?[\w., -]{0,40})?\s*$")
_ABOUT = re.compile(r"\s*(?:Über (?:das|die|den|uns|[A-ZÄÖÜ])|Zur Person\b|Zum Unternehmen\b)")


def find_blocks(text: str) -> list[Block]:
    """Blocks of a normal text in order; together they hold all that is not blank."""
    spans = _joined(text)
    blocks: list[Block] = []
    section = ""
    for number, (start, end) in enumerate(spans):
        line = text[start:end]
        kind = _kind(line, blocks, text, number == len(spans) - 1)
        section = _section(section, kind, line)
        if section and kind in ("body", "heading", "item", "meta"):
            kind = section
        mark = _ITEM.match(line) if kind == "item" else None
        dateline = _dateline(line) if kind in ("body", "heading") else 0
        body = start + (mark.end() if mark else dateline)
        if kind == "heading" and dateline:
            kind, body = ("meta", end) if body == end else (kind, start)
        blocks.append(Block(start, end, kind, body, _lead(blocks, text) if kind == "item" else -1))
    return blocks


def _joined(text: str) -> list[tuple[int, int]]:
    """Spans of paragraphs: lines put together where a line break falls inside a sentence."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    width = _wrap_width(text, lines)
    spans: list[tuple[int, int]] = []
    for start, end in lines:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        if spans and _runs_on(text, spans[-1], start, end, width):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """Column at which the text is wrapped by hand, 0 where it is not."""
    lengths = [e - s for (s, e), (n, _) in zip(lines, lines[1:], strict=False) if text[e:n].count("\n") == 1]
    longest = max(lengths, default=0)
    full = sum(length > 0.8 * longest for length in lengths)
    return longest if 50 <= longest <= 130 and len(lengths) >= 4 and full >= 0.6 * len(lengths) else 0


def _runs_on(text: str, last: tuple[int, int], start: int, end: int, width: int) -> bool:
    before = text[last[0] : last[1]]
    if _ITEM.match(text[start:end]):
        return False
    if text.startswith("so ", start) and end - start < 120:
        return True  # the frame of a quotation that stands on lines of its own
    if _TERMINAL.search(before) or before.endswith(":"):
        tail = before.rsplit("\n", 1)[-1]
        return bool(width) and "\n\n" not in text[last[1] : start] and len(tail) > 0.8 * width and not before.endswith(":")
    if _LOWER.match(text[start:end]):
        return True
    if text[last[1] : start].count("\n") > 1:
        return False
    tail = before.rsplit("\n", 1)[-1]
    return bool(width) and len(tail) > 0.7 * width


def _kind(line: str, blocks: list[Block], text: str, last: bool) -> str:
    if _SOURCE.match(line):
        return "source"
    if _CONTACT.match(line):
        return "contact"
    if _CAPTION.match(line) or (len(line) < 400 and _CREDIT.search(line)) or (len(line) < 250 and _FROM_LEFT.search(line)):
        return "caption"
    if _META.match(line) or _BYLINE.match(line):
        return "meta"
    if _ITEM.match(line):
        return "item"
    if _TERMINAL.search(line) or line.endswith((":", ",", ";")):
        return "body"
    if blocks and (_lead(blocks, text) >= 0) and len(line) < 200:
        return "item"
    if len(line) > 200 or (last and len(line) > 90):
        return "body"
    return "heading"


def _section(section: str, kind: str, line: str) -> str:
    """Contact blocks and "Über uns" run on to the end or to a paragraph that is plainly neither."""
    if kind == "contact":
        return "contact"
    if kind == "heading" and _ABOUT.match(line) and len(line) < 80 and not _LISTING.search(line):
        return "boilerplate"
    if section == "contact" and len(line) > 160 and not _REACH.search(line):
        return ""
    if section == "boilerplate" and kind == "heading":
        return ""
    return section


def _lead(blocks: list[Block], text: str) -> int:
    """Number of the block that introduces a list which the next block belongs to, or -1."""
    if not blocks:
        return -1
    last = blocks[-1]
    if last.kind == "item" and last.lead >= 0:
        return last.lead
    tail = text[last.start : last.end]
    if last.kind in ("body", "heading") and (tail.endswith(":") or (last.kind == "heading" and _LISTING.search(tail))):
        return len(blocks) - 1
    return -1


_LISTING = re.compile(r"\b(?:diskutier\w+|sprachen|sprechen|spricht|referier\w+|berichte\w+|nahmen teil|mit dabei|Teilnehmende|Gäste|Mit)$")


def _dateline(line: str) -> int:
    """Length of the dateline at the start of a paragraph, 0 where there is none."""
    match = _DATELINE.match(line)
    if not match or match.end() < 4 or match.end() > 90:
        return 0
    head = match.group()
    if not re.search(r"\d|\(|[–—|/]", head) and not re.match(rf"{_CITY}(?:\s?/\s?{_CITY})*\.\s+$", head):
        return 0
    if head.split(".", 1)[0] in _ABBREVIATIONS:  # "Prof. Dr. Anna Beispiel" opens no dateline
        return 0
    return match.end()
