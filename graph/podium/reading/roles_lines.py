"""Names and offices that stand on lines of their own, one below the other."""

from bisect import bisect_left

from podium.reading.persons_scan import Scan
from podium.reading.roles_sentence import Named

__all__ = ["name_below", "name_line"]


def name_line(scan: Scan, names: list[Named], firsts: list[int], number: int) -> Named | None:
    """The name that ends the line above a sentence, where that line is a heading, an item or a contact."""
    doc = scan.doc
    block = doc.sentences[number][2]
    if (
        number == 0
        or doc.sentences[number - 1][2] != block - 1
        or doc.blocks[block - 1].kind == "body"
        or doc.blocks[block].kind == "body"
    ):
        return None
    above = doc.sentences[number - 1]
    place = bisect_left(firsts, above[1]) - 1
    if place < 0 or names[place].end != above[1] or names[place].first < above[0]:
        return None
    return names[place] if names[place].start - above[0] <= 3 else None


def name_below(scan: Scan, names: list[Named], firsts: list[int], number: int) -> Named | None:
    """The name that fills the line below an office that fills its own, as contacts are set: "Sprecher | Dr. X"."""
    doc = scan.doc
    if number + 1 >= len(doc.sentences) or doc.blocks[doc.sentences[number][2]].kind == "body":
        return None
    first, end, block = doc.sentences[number + 1]
    if block - doc.sentences[number][2] > 1:
        return None
    place = bisect_left(firsts, first)
    return names[place] if place < len(names) and (names[place].start, names[place].end) == (first, end) else None
