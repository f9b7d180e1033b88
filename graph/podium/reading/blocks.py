"""Paragraphs of a release and what each is: heading, body, list item, caption, contact block, source line."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from podium.reading.datelines import dateline, fill
from podium.reading.lexicon import records
from podium.reading.paragraphs import ends_sentence, find_paragraphs, item_mark
from podium.reading.values import value
from podium.reading.words import word

__all__ = ["Block", "find_blocks"]


@value
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


_RULES = records("blocks.yaml")


def _pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    alternatives = _RULES[name]
    return re.compile(fill("|".join(alternatives) if isinstance(alternatives, list) else alternatives), flags)


_CONTACT, _SOURCE = _pattern("contact", re.I), _pattern("source", re.I)
_REACH, _ADDRESS = _pattern("reach"), _pattern("address")
_CAPTION, _CREDIT, _FROM_LEFT = _pattern("caption"), _pattern("credit"), _pattern("from_left")
_CREDIT_LINE, _CREDIT_END = _pattern("credit_line"), _pattern("credit_end")
_BYLINE, _ABOUT, _ABOUT_PARAGRAPH = _pattern("byline"), _pattern("about", re.I), _pattern("about_paragraph")
_INTRODUCES = _pattern("introduces")
_LABELS = "|".join(_RULES["labels"])
_LABEL = re.compile(rf"(?:{_LABELS})(?: (?:und|&) (?:{_LABELS}))?\s*:\s*\S")
_POINT = _pattern("points")
_NUMBER = re.compile(fill(r"(\d{1,2})\. (?!(?:{month})\b)"))
_TITLE_MARK = re.compile(r"#{1,4}\s+")
_META_WORDS = frozenset(entry.rstrip("*") for entry in _RULES["meta_words"])
_META_SIGNS = frozenset(entry[:-1] for entry in _RULES["meta_words"] if entry.endswith("*"))
_FURNITURE = frozenset(str(entry) for entry in _RULES["furniture"])
_DATE = re.compile(fill(r"(?<!\d)(?:{date})"))
_MONTH = re.compile(fill(r"(?:{month})$"))
_PLACE_AND_DATE = re.compile(fill(r"{city}(?:\s?/\s?{city})*,?\s+(?:den\s+)?(?={date})"))
_PART = re.compile(r"[^\s|,–—·/:()*+-]+")
_AGENCY = re.compile(fill(r"{agency}$"))
_TIME = re.compile(r"(?:ab |ca\. )?\d{1,2}[.:]\d{2}\b")
_PLACE_AND_TIME = re.compile(r"[A-ZÄÖÜ][\w-]+(?: [\w-]+){0,2}[,:].{0,60}\b\d{1,2}(?:[.:]\d\d)? Uhr")
_LONG_LINE = 400  # longer paragraphs are plain text
_SHORT_LINE = 200
_LONG_HEAD = 60  # lines of a letterhead (offices, names, addresses) are shorter


def find_blocks(text: str) -> list[Block]:
    """Blocks of a normal text in order; together they hold all that is not blank."""
    spans = find_paragraphs(text)
    blocks: list[Block] = []
    section, seen_body = "", False
    numbers = {int(mark[1]) for start, _ in spans if (mark := _NUMBER.match(text, start))}
    for number, (start, end) in enumerate(spans):
        line = text[start:end]
        lead = _lead(blocks, text, start, line)
        kind = _kind(line, number == 0, number + 1 == len(spans), lead >= 0, numbers)
        if section == "contact" and not seen_body and _is_below_letterhead(text, start, line):
            section = ""
        seen_body = seen_body or kind == "body"
        section = _section(section, kind, line, seen_body)
        if section and kind in ("body", "heading", "item", "meta"):
            kind = section
        kind, body = _body(kind, line)
        blocks.append(Block(start, end, kind, start + body, lead if kind == "item" else -1))
    return blocks


def _body(kind: str, line: str) -> tuple[str, int]:
    """Kind and place where the words begin: behind a list mark or dateline; a dateline alone is meta."""
    if kind == "item":
        return kind, item_mark(line)
    if kind == "heading" and (title := _TITLE_MARK.match(line)):
        return kind, title.end()
    length = dateline(line) if kind in ("body", "heading") else 0
    if kind == "heading":
        return ("meta", length) if length == len(line) else (kind, 0)
    return kind, length


def _kind(line: str, first: bool, last: bool, listed: bool, numbers: AbstractSet[int]) -> str:
    """What a paragraph is by itself; `listed`: a paragraph before it introduces a list, `numbers` open paragraphs."""
    if len(line) < _LONG_LINE:
        for kind, holds in _ORDER:
            if holds(line):
                return kind
    if line.startswith("#") and _TITLE_MARK.match(line):
        return "heading"
    if (item_mark(line) and not _is_ordinal(line, numbers)) or (
        listed and len(line) < _SHORT_LINE and _is_listed(line)
    ):
        return "item"
    if ends_sentence(line):
        if _ABOUT_PARAGRAPH.match(line):
            return "boilerplate"
        return "heading" if _is_title(line, first) else "body"
    if line.endswith((":", ",", ";")) or len(line) > _SHORT_LINE or (last and len(line) > 90):
        return "body"
    return "heading"


def _is_ordinal(line: str, numbers: AbstractSet[int]) -> bool:
    """Whether a number opens a title and no point of a list, as none before or behind it does: "3. Jobmesse …"."""
    mark = _NUMBER.match(line)
    return mark is not None and numbers.isdisjoint({int(mark[1]) - 1, int(mark[1]) + 1})


def _is_listed(line: str) -> bool:
    """A point of a list without a mark: ends without a stop, or has no verb ("Anna Muster, Geschäftsführerin.")."""
    if line.endswith(":"):
        return False
    if _PLACE_AND_TIME.match(line):
        return True
    return not ends_sentence(line) or (len(line) < 120 and "„" not in line and not _has_verb(line))


def _is_title(line: str, first: bool) -> bool:
    """A title that ends in "?", "!" or, cut off, in "...": the first line, or a short question between paragraphs."""
    if first and len(line) < 130 and "\n" not in line:
        return line.rstrip('“”"')[-1] in "?!" or line.endswith((" ...", " …"))
    return line[-1] == "?" and len(line) < 60 and "," not in line and "„" not in line


def _is_meta(line: str) -> bool:
    """Number, date, place and kind of a release in a line of its own, a byline, or furniture of a web page."""
    if (">" in line or "»" in line) and line.count(" > ") + line.count(" » ") > 1:
        return True
    if len(line) > 110:
        return False
    if line.strip(" .:|").casefold() in _FURNITURE:
        return True
    if _BYLINE.match(line) or _AGENCY.match(line):
        return True
    place = _PLACE_AND_DATE.match(line)
    begin = place.end() if place else 0
    if not all(_is_meta_word(match.group()) for match in _PART.finditer(line, begin)):
        return False
    words = _PART.findall(line, begin)
    return (
        not _META_SIGNS.isdisjoint(words) or bool(_DATE.search(line)) or {"Presse", "Medien"} & set(words[:1]) != set()
    )


def _is_meta_word(word: str) -> bool:
    return word.rstrip(".") in _META_WORDS or word[0].isdigit() or _MONTH.match(word) is not None


def _is_caption(line: str) -> bool:
    if _CAPTION.match(line) or (_holds(line, _CREDITS) and _CREDIT.search(line)):
        return True
    if "/" in line and _CREDIT_LINE.match(line):
        return True
    if len(line) >= 300:
        return False
    placed = _holds(line, _SIDES) and _FROM_LEFT.search(line)
    return bool(placed or (line[-1].isalpha() and _CREDIT_END.match(line)))


def _holds(line: str, signs: tuple[str, ...]) -> bool:
    """Whether one of some words, without which a costly pattern cannot hold, stands in a line."""
    return any(map(line.__contains__, signs))


_CREDITS = ("Foto", "Bild", "Copyright", "©")
_SIDES = ("v.", "links", "rechts)", "Mitte)")


def _is_reach(line: str) -> bool:
    """A line of a contact block outside of one: telephone, mail or address and no sentence."""
    if ends_sentence(line) or not _REACH_SIGN.search(line):
        return False
    return bool(_ADDRESS.search(line) or _REACH.search(line)) and not _has_verb(line)


_REACH_SIGN = re.compile(r"[.:@\d]")  # every address or number holds one


# The first that holds decides. Contact before caption: "Foto- und Presseanfragen:"; meta before item: "1. Mai 2021";
# captions and lines of address before headings, which are all that is left without a stop.
_ORDER: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("source", _SOURCE.match),
    ("contact", _CONTACT.match),
    ("caption", _is_caption),
    ("meta", _is_meta),
    ("item", _LABEL.match),
    ("item", _POINT.match),
    ("contact", _is_reach),
)


def _has_verb(line: str) -> bool:
    return any(word(w).verb for w in re.findall(r"\b[a-zäöüß]{3,}\b", line))


def _section(section: str, kind: str, line: str, seen_body: bool) -> str:
    """Contact blocks and "Über uns" run on to the end or to a paragraph that is plainly neither."""
    if kind == "contact" and _CONTACT.match(line):
        return "contact"
    if kind == "heading" and seen_body and len(line) < 80 and _ABOUT.match(line) and not _has_verb(line):
        return "boilerplate"
    if section == "contact" and len(line) > 110 and ends_sentence(line) and not _REACH.search(line):
        return ""
    if section == "boilerplate" and kind == "heading":
        return ""
    return section


def _is_below_letterhead(text: str, start: int, line: str) -> bool:
    """Whether the text itself begins with this paragraph: a sentence, or, behind a blank line, a title."""
    if _REACH.search(line):
        return False
    if _has_verb(line) and ends_sentence(line):
        return True
    behind_blank = text[max(0, start - 2) : start] == "\n\n"
    return behind_blank and (len(line) > _LONG_HEAD or "„" in line or line.endswith(":") or _has_verb(line))


def _lead(blocks: list[Block], text: str, start: int, line: str) -> int:
    """Number of the block that introduces a list which the next block (at `start`) belongs to, or -1."""
    if not blocks:
        return -1
    last, number = blocks[-1], len(blocks) - 1
    tail = text[max(last.start, last.end - 40) : last.end]
    if last.kind == "item":
        point = number if _is_timed(text, last) else last.lead
        if point >= 0 and _is_timed(text, blocks[point]):  # a point of a programme, and who speaks there
            near = text.count("\n", last.end, start) == 1
            return point if near and not _TIME.match(line) else blocks[point].lead
        return number if last.lead < 0 and (tail[-1] == ":" or _INTRODUCES.search(tail)) else last.lead
    introduces = tail[-1] == ":" or (last.kind == "heading" and _INTRODUCES.search(tail))
    return number if introduces and last.kind in ("body", "heading") else -1


def _is_timed(text: str, block: Block) -> bool:
    return block.kind == "item" and bool(_TIME.match(text, block.start, block.body))
