"""Names that cannot be speakers where they stand: press contacts, photographers, authors in a byline."""

from podium.reading.lexicon import words_of
from podium.reading.names import CAP, NEVER, PLACE, SURNAME, UNKNOWN
from podium.reading.persons_scan import NameSpan, Scan

__all__ = ["credit_spans", "is_credited", "is_passive"]

_CREDITS = frozenset(words_of("person_words.txt", "credits"))
_BYLINES = frozenset(words_of("person_words.txt", "bylines"))
_SHORT_CREDITS = frozenset(["Bild", "Bilder", "Quelle"])


def is_passive(scan: Scan, first: int) -> bool:
    """Whether a name that begins at a token stands in a contact block, a photo credit or a byline."""
    block = scan.doc.block(first)
    if block.kind == "contact":
        return True
    if block.kind == "meta" and scan.words[_block_start(scan, first)].rstrip(":") in _BYLINES:
        return True
    return is_credited(scan, first)


def _block_start(scan: Scan, token: int) -> int:
    return scan.doc.token_from(scan.doc.block(token).start)


def is_credited(scan: Scan, first: int) -> bool:
    """Whether "Foto:" or "©" stands shortly before a name, with nothing but names and signs between."""
    words = scan.words
    floor = _block_start(scan, first)
    signs = False
    for token in range(first - 1, max(floor, first - 30) - 1, -1):
        word = words[token]
        if word in _CREDITS or (word in _SHORT_CREDITS and _alone(scan, token)):
            return signs or word in ("©", "Fotograf", "Fotografin")
        if word in (":", "/", "|", "©"):
            signs = True
            if word == "©":
                return True
        elif (word[:1].islower() and word not in ("und", "von", "privat")) or word in (".", "(", ")"):
            return False
    return False


def _alone(scan: Scan, token: int) -> bool:
    """Whether "Bild:" opens a bracket or a short line, so that it is a credit rather than a caption."""
    if token and scan.words[token - 1] in ("(", "|", "/", "©"):
        return True
    block = scan.doc.block(token)
    return block.end - block.start < 60 and block.kind != "body"


def credit_spans(scan: Scan, spans: list[NameSpan]) -> list[NameSpan]:
    """Photographers who are named by surname and agency alone: "Foto: Galli/Malteser"."""
    found: list[NameSpan] = []
    if _CREDITS.isdisjoint(scan.forms):
        return found
    taken = {token for span in spans for token in range(span.first, span.end)}
    words = scan.words
    for at, word in enumerate(words):
        if word not in _CREDITS or at + 4 > len(words) or words[at + 1] != ":":
            continue
        one, sign, two = at + 2, at + 3, at + 4
        if sign >= len(words) or words[sign] != "/" or two >= len(words):
            continue
        for token in (one, two):
            flags = scan.flags[token]
            if (
                token not in taken
                and flags & CAP
                and flags & (UNKNOWN | SURNAME)
                and not flags & (NEVER | PLACE)
                and not scan.blocked[token]
            ):
                found.append(NameSpan(token, token + 1, token, token, (), words[token], None, None, "credit"))
                break
    return found
