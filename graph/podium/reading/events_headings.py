"""What a heading, or the line or lead that a phrase opens, says of a gathering: told again below, invited to, dated."""

import re

from podium.reading.document import Document
from podium.reading.events_phrases import Gathering
from podium.reading.events_signs import is_definite, says_what
from podium.reading.lexicon import words_of

__all__ = ["in_dated_line", "is_invited_to", "is_lead", "is_subheading", "is_taken_up", "is_whole_heading"]

_TOWARDS = frozenset("zu zum zur".split())
_DAY = re.compile(r"\d{1,2}\.|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?$")
_ENDS_DATELINE = frozenset([".", "–", "-", "|", ")", ":", "//", "/"])
_INVITES = frozenset(word.lower() for word in words_of("event_words.txt", "frame: invites"))
_CAME = frozenset([*words_of("event_words.txt", "met"), *"anschließend danach zusammengekommen saßen".split()])
_COLON = 7  # tokens behind a phrase in which a colon closes it
_LEAD = 14  # tokens of a day with its hours
_SHORT_HEADING = 8  # tokens
_BEHIND = 30  # tokens of the paragraph below


def is_whole_heading(doc: Document, found: Gathering) -> bool:
    """Whether a phrase is all that a heading says and the paragraph below it names the gathering again."""
    number = doc.sentences[doc.sentence_at[found.head]][2]
    first, end = doc.block_tokens[number]
    if doc.blocks[number].kind != "heading" or found.first > first or not 1 < end - first <= _SHORT_HEADING:
        return False
    if found.end < end and (doc.words[found.end] != "durch" or any(word.verb for word in doc.types[first:end])):
        return False
    below = doc.block_tokens[number + 1] if number + 1 < len(doc.block_tokens) else (0, 0)
    return found.noun.form in doc.words[slice(*below)]


def is_subheading(doc: Document, found: Gathering) -> bool:
    """Whether a phrase opens a heading between paragraphs, below which a text goes on with what came next."""
    number = doc.sentences[doc.sentence_at[found.head]][2]
    if doc.blocks[number].kind != "heading" or found.first != doc.block_tokens[number][0]:
        return False
    below = doc.block_tokens[number + 1] if number + 1 < len(doc.block_tokens) else (0, 0)
    came = not _CAME.isdisjoint(doc.lowers[below[0] : min(below[1], below[0] + _BEHIND)])
    return came and any(block.kind == "body" for block in doc.blocks[:number])


def is_taken_up(doc: Document, found: Gathering) -> bool:
    """Whether the text below speaks of what a heading opens with as known: "des Praxisdialogs"."""
    number = doc.sentences[doc.sentence_at[found.head]][2]
    first, end = doc.block_tokens[number]
    if doc.blocks[number].kind != "heading" or found.first != first or not says_what(found):
        return False
    forms = {found.noun.form, found.noun.form + "s", found.noun.form + "es"}
    if forms.isdisjoint(doc.words[end : end + _TEXT]):
        return False
    below = (at for at in range(end, min(end + _TEXT, len(doc.words))) if doc.words[at] in forms)
    return any(is_definite(doc.lowers[at - 1]) and doc.block(at).kind == "body" for at in below)


_TEXT = 400  # tokens of the text below a heading


def in_dated_line(doc: Document, found: Gathering) -> bool:
    """Whether a line of dates names it behind day and hour: "7. Dezember, 8.30 Uhr: Unternehmerfrühstück …"."""
    first = doc.block_tokens[doc.sentences[doc.sentence_at[found.head]][2]][0]
    lead = doc.words[first : found.first]
    return lead[-1:] in ([":"], ["|"], ["–"], ["-"]) and len(lead) <= _LEAD and bool(_DAY.match(lead[0]))


def is_lead(doc: Document, found: Gathering) -> bool:
    """Whether the phrase opens a paragraph, or follows its dateline, and a colon closes it: "Fest im Hof: 90 kamen"."""
    if found.article or found.preposition:
        return False
    first = doc.block_tokens[doc.sentences[doc.sentence_at[found.head]][2]][0]
    before, behind = doc.words[first : found.first], doc.words[found.end : found.end + _COLON]
    opens = not before or (len(before) <= _LEAD and before[-1] in _ENDS_DATELINE)
    colon = behind.index(":") if ":" in behind else None
    return opens and colon is not None and not any(doc.types[found.end + n].verb for n in range(colon))


def is_invited_to(doc: Document, found: Gathering, heading: bool) -> bool:
    """Whether a heading invites to it: "Einladung zum Unternehmensdialog", "Kreis lädt zum Gründertag"."""
    if not heading or found.preposition not in _TOWARDS or not says_what(found):
        return False
    first, end, _ = doc.sentences[doc.sentence_at[found.head]]
    return not _INVITES.isdisjoint(doc.lowers[first:end])
