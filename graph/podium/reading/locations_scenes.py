"""The scene of a paragraph: the station of a journey, the part of a programme, the gathering that followed another."""

from podium.reading.blocks import Block
from podium.reading.events_told import is_day_line
from podium.reading.locations_told import Gatherings
from podium.reading.speech.outline import Sentence

__all__ = ["programme", "scene"]

_BELOW = 8  # paragraphs below the heading of a part
_SEQUELS = frozenset("anschließenden anschließend anschluss danach darauf folgte folgten nachmittag".split())
_SEQUEL = 14  # tokens of a sentence in which one of them stands
_FOLLOWING = 3  # paragraphs that it lasts


def scene(told: Gatherings, span: Sentence, announced: bool, main: int | None) -> int | None:
    """Of several gatherings the one that this paragraph told of last: each station of a journey holds for its own.

    The heading of a part holds for what stands below it. None where the text tells of one gathering only, or the
    paragraph names the event as an aside. `announced` asks for one to come; `main` is what the text is about.
    """
    above = _part_above(told, span.block)
    if not announced and len(told.tops) - told.ahead < 2 and above is None:
        return _part_here(told, span)
    opening = told.doc.block_tokens[span.block if above is None else above][0]
    fitting = (
        mention
        for mention in reversed(told.between(opening, span.first))
        if (above is not None or told.entities[mention.entity].announced == announced) and not told.is_occasion(mention)
    )
    last = next(fitting, None)
    if last is None and above is None and not announced:
        sequel = _sequel(told, span, main)
        return _of_section(told, span) if sequel is None else sequel
    if last is None:
        return None
    return None if told.is_edge(last.entity) or told.is_quoted(last) else last.entity


def programme(told: Gatherings, span: Sentence) -> int | None:
    """The gathering to come whose programme a point belongs to: "Das nächste Treffen findet … statt:"."""
    blocks = told.doc.blocks
    block = blocks[span.block]
    if block.kind != "item" or block.lead < 0 or blocks[block.lead].kind == "heading":
        return None
    lead = block.lead
    while blocks[lead].kind == "item" and blocks[lead].lead >= 0:
        lead = blocks[lead].lead  # a line below a point of the programme
    inside = told.between(*told.doc.block_tokens[lead])
    if not inside:
        return None
    event = told.entities[inside[-1].entity]
    return inside[-1].entity if event.announced and event.parent is None else None


def _of_section(told: Gatherings, span: Sentence) -> int | None:
    """The gathering that the first paragraph below a heading within the text tells of: it holds for the section."""
    blocks = told.doc.blocks
    heading = next((k for k in range(span.block - 1, -1, -1) if blocks[k].kind == "heading"), None)
    if heading is None or heading + 1 >= span.block or not any(b.kind == "body" for b in blocks[:heading]):
        return None
    inside = told.between(told.doc.block_tokens[heading + 1][0], told.doc.block_tokens[heading + 1][1])
    held = [m for m in inside if told.is_held(m.entity) and not told.is_occasion(m) and not told.is_quoted(m)]
    if not held or told.entities[held[-1].entity].parent is not None or told.is_edge(held[-1].entity):
        return None
    return held[-1].entity


def _sequel(told: Gatherings, span: Sentence, main: int | None) -> int | None:
    """The gathering that followed another one and was named last: "Beim anschließenden Festakt …"."""
    last = told.last_before(span.first)
    if last is None or last.entity == main or told.is_occasion(last) or told.is_quoted(last):
        return None
    event, doc = told.entities[last.entity], told.doc
    first, end, block = doc.sentences[doc.sentence_at[told.named[last.entity][0].first]]
    if event.parent is not None or event.announced or span.block - block > _FOLLOWING:
        return None
    if _SEQUELS.isdisjoint(doc.lowers[first : min(end, first + _SEQUEL)]):
        return None
    return None if any(b.kind == "heading" for b in doc.blocks[block : span.block]) else last.entity


def _part_here(told: Gatherings, span: Sentence) -> int | None:
    """The part of a gathering that the paragraph has named before: a talk on the stage of a fair."""
    if len(told.tops) == len(told.entities) or told.doc.blocks[span.block].kind != "body":
        return None
    inside = told.between(told.doc.block_tokens[span.block][0], span.first)
    if not inside or told.entities[inside[-1].entity].parent is None or told.is_quoted(inside[-1]):
        return None
    return inside[-1].entity


def _part_above(told: Gatherings, block: int) -> int | None:
    """The heading or point of a programme above a paragraph that names a part: "Forum 1: Gesundheit"."""
    blocks = told.doc.blocks
    if _opens_anew(blocks[block]):
        return None
    for above in range(block - 1, max(-1, block - _BELOW), -1):
        if _is_part(told, above):  # a point of a programme holds for the points below it only
            return above if blocks[above].kind == "heading" or blocks[block].kind == "item" else None
        if _opens_anew(blocks[above]):
            return None
    return None


def _opens_anew(block: Block) -> bool:
    """Whether what stands above does not hold any more: a heading, or an item with a mark of its own, as an hour."""
    return block.kind == "heading" or (block.kind == "item" and block.body > block.start)


def _is_part(told: Gatherings, block: int) -> bool:
    """Whether a line names a part of a gathering or, below day and hour, a gathering: "Forum 1: Gesundheit"."""
    if told.doc.blocks[block].kind not in ("heading", "item"):
        return False
    here = told.between(*told.doc.block_tokens[block])
    if not here:
        return False
    first, end = told.doc.block_tokens[block]
    whole = len(told.tops) > 1 and here[0].phrase[0] == first and here[0].phrase[1] >= end
    dated = block > 0 and is_day_line(told.doc, block - 1)
    return (
        dated
        or (whole and told.doc.blocks[block].kind == "heading")
        or told.entities[here[0].entity].parent is not None
    )
