"""Who comes next in an office that the text gives to somebody else: "Die Nachfolge tritt am 1. Mai X an"."""

from bisect import bisect_left
from dataclasses import replace

from podium.reading.persons_scan import Scan
from podium.reading.roles_sentence import Link, Named
from podium.reading.roles_words import listed

__all__ = ["successor_links"]

_NOUNS = frozenset(["Nachfolger", "Nachfolgerin"])
_TRIGGERS = _NOUNS | {"Nachfolge", "Stelle"}
_NOW = frozenset("tritt übernimmt wird ist soll antreten übernehmen rückt heißt".split())
_THEN = frozenset("trat übernahm wurde angetreten übernommen".split())
_OWN = frozenset("seine ihre deren dessen die".split())
_SUCCEEDED = listed("heads_of_house") | listed("officers")
_BACK = 3  # sentences before in which the office is told


def successor_links(scan: Scan, names: list[Named], firsts: list[int], links: list[Link]) -> list[Link]:
    """Links for those who are to have, or since have, the one office that the sentences before give to another."""
    found: list[Link] = []
    if _TRIGGERS.isdisjoint(scan.forms):
        return found
    for at in scan.doc.tokens_of(_TRIGGERS):
        name = _successor(scan, names, firsts, at) if _tells(scan, at) else None
        held = _office_before(scan, links, at, name) if name is not None else None
        if name is None or held is None:
            continue
        sentence = scan.doc.sentences[scan.doc.sentence_at[at]]
        coming = _THEN.isdisjoint(scan.words[sentence[0] : sentence[1]])
        phrase = replace(
            held.phrase, first=at, end=at + 1, article="", possessive="", numeral=False, former=False, designated=coming
        )
        found.append(Link(name.person, phrase, "predecessor", name, held.organisation))
    return found


def _tells(scan: Scan, at: int) -> bool:
    """Whether the word at a token says that somebody follows: "Nachfolgerin wird", "An ihre Stelle tritt"."""
    words = scan.words
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    if words[at] in _NOUNS:
        return words[at + 1 : at + 2] != [] and words[at + 1] in _NOW | _THEN
    if _OWN.isdisjoint(word.lower() for word in words[max(first, at - 1) : at]):
        return False
    if words[at] == "Stelle" and (at < 2 or words[at - 2].lower() != "an"):
        return False
    return words[at + 1] != "von" and not (_NOW | _THEN).isdisjoint(words[first:end])


def _successor(scan: Scan, names: list[Named], firsts: list[int], at: int) -> Named | None:
    """The first name behind a token in its sentence, else the last one before it."""
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    place = bisect_left(firsts, at)
    if place < len(names) and names[place].first < end:
        return names[place]
    before = names[place - 1] if place else None
    return before if before is not None and before.first >= first else None


def _office_before(scan: Scan, links: list[Link], at: int, name: Named) -> Link | None:
    """The office of the only other person whom the sentence and those before it put at the head of a house."""
    doc = scan.doc
    number = doc.sentence_at[at]
    floor = doc.sentences[max(0, number - _BACK)][0]
    near = [link for link in links if floor <= link.phrase.first < doc.sentences[number][1]]
    heads = [
        link
        for link in near
        if link.person != name.person
        and not link.phrase.deputy
        and link.phrase.word.masculine.lower() in _SUCCEEDED
        and link.phrase.first < at
    ]
    if len({link.person for link in heads}) != 1:
        return None
    title = heads[-1].phrase.word.masculine
    own = any(link.person == name.person and link.phrase.word.masculine == title for link in links)
    return None if own else heads[-1]
