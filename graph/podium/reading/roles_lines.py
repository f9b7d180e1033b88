"""Offices sentence by sentence, also names and offices that stand on lines of their own, one below the other."""

from bisect import bisect_left

from podium.reading.persons_scan import Scan
from podium.reading.roles_links import link_sentence
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Antecedent, Link, Named, house_line

__all__ = ["sentence_links"]


def sentence_links(
    scan: Scan,
    places: OrganisationPlaces,
    names: list[Named],
    firsts: list[int],
    heads: list[int],
    inside: bytearray,
    antecedent: Antecedent,
) -> tuple[list[Link], list[RolePhrase]]:
    """Links of all sentences with office words (tokens `heads`), and the offices that were tied to nobody."""
    links: list[Link] = []
    loose: list[RolePhrase] = []
    doc, at = scan.doc, 0
    lower: Named | None = None
    while at < len(heads):
        number = doc.sentence_at[heads[at]]
        first, end, _ = doc.sentences[number]
        stop = bisect_left(heads, end)
        here = names[bisect_left(firsts, first) : bisect_left(firsts, end)]
        above = _name_line(scan, names, firsts, number)
        if above is not None and above == lower:
            above = None  # the office of that name stands above it
        found, rest = link_sentence(scan, places, here, heads[at:stop], inside, antecedent)
        if rest and not found and not here:
            owner = above if rest[0].first == first else None
            if above is None and (rest[0].first, rest[0].end) == (first, end):
                owner = lower = _name_below(scan, names, firsts, number)
            if owner is not None:
                house = rest[0].organisation
                if house is None and owner is above:
                    house = house_line(scan, places, rest[0], owner)
                found, rest = [Link(owner.person, rest[0], "next-line", None, house)], rest[1:]
        links += found
        loose += rest
        at = stop
    return links, loose


def _name_line(scan: Scan, names: list[Named], firsts: list[int], number: int) -> Named | None:
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


def _name_below(scan: Scan, names: list[Named], firsts: list[int], number: int) -> Named | None:
    """The name that fills the line below an office that fills its own, as contacts are set: "Sprecher | Dr. X"."""
    doc = scan.doc
    if number + 1 >= len(doc.sentences) or doc.blocks[doc.sentences[number][2]].kind == "body":
        return None
    first, end, block = doc.sentences[number + 1]
    if block - doc.sentences[number][2] > 1:
        return None
    place = bisect_left(firsts, first)
    return names[place] if place < len(names) and (names[place].start, names[place].end) == (first, end) else None
