"""Datelines: place, agency, day and date in front of the first sentence of a release."""

import re

from podium.reading.lexicon import lines, records

__all__ = ["dateline", "fill"]

_RULES = records("blocks.yaml")
_FRAGMENTS: dict[str, str] = _RULES["fragments"]
_LONGEST = 90


def fill(pattern: str) -> str:
    """A pattern of blocks.yaml with its fragments ({date}, {city} …) put in."""
    for _ in range(2):  # {date} itself holds {month}
        for name, fragment in _FRAGMENTS.items():
            pattern = pattern.replace("{" + name + "}", fragment)
    return pattern


_PARTS = {name: fill(_RULES["dateline"][name]) for name in ("place", "day", "end")}
_DATELINE = re.compile(
    r"(?:{place}|[A-ZÄÖÜ]\w+ [A-ZÄÖÜ]\w+(?=,? \d))?(?:\s*[,|–—-]?\s*(?:{day}))?{end}".format(**_PARTS)
)
_PLACES = re.compile(fill(r"{city}(?:\s?/\s?{city})*\.\s+$"))
_SIGN, _HYPHEN = re.compile(r"[\d(–—|·/]"), re.compile(r"\s-\s+$")
_CAPITALS = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ/ -]{3,}$")
_NO_PLACES = frozenset(_RULES["dateline"]["no_places"])
_ABBREVIATIONS = frozenset(lines("abbreviations.txt", section="never last")) - {"St"}
_LOWER_NAME = re.compile(r"[a-zäöü]+\.[a-zäöü]|dbb\b")


def dateline(line: str) -> int:
    """Length of the dateline at the start of a paragraph with the blanks behind it, 0 where there is none."""
    match = _DATELINE.match(line, 0, _LONGEST + 40)
    if not match or not 4 <= match.end() <= _LONGEST:
        return 0
    head, following = match.group(), line[match.end() : match.end() + 12]
    if following[:1].islower() and not _LOWER_NAME.match(following):
        return 0  # "Arbeit – mehr als Geld – ist …"
    if head.split(".", 1)[0] in _ABBREVIATIONS or head.rstrip(" .") in _NO_PLACES:
        return 0  # "Prof. Dr. Anna Beispiel", "Endlich. Das Haus …"
    if _SIGN.search(head) or _PLACES.match(head) or _CAPITALS.match(head.rstrip(" -.:")):
        return match.end()
    return match.end() if _HYPHEN.search(head) and following else 0
