"""Offices handed on: "hat X die Leitung der Y übertragen", "Als Nachfolger des Leiters X hat … Z benannt"."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from podium.reading.persons_scan import Scan
from podium.reading.roles_clauses import organisation_in
from podium.reading.roles_leadership import LEADERSHIP, chair_word, office_word
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Link, Named

__all__ = ["handed_links"]

_HANDED = frozenset(["übertragen", "übertrug", "anvertraut", "anvertraute"])
_LYING = frozenset(["liegt", "lag", "liegen"])
_NEXT = frozenset(["Nachfolger", "Nachfolgerin"])
_CHOSEN = frozenset(
    "bestimmt benannt berufen gewählt ausgewählt bestellt eingesetzt verpflichtet gewonnen bestimmte benannte berief "
    "wählte bestellte verpflichtete".split()
)
_STEPPING = frozenset(["getreten", "tritt", "trat", "rückt", "rückte", "gerückt"])
_GOING = frozenset(["geht", "ging", "gehen", "übergegangen", "übergeht"])
_TRIGGERS = _HANDED | _LYING | _NEXT | {"Stelle", "Vorsitz", "Amt"}
_FAR = 25  # tokens between what is handed over and who gets it


def handed_links(
    scan: Scan, places: OrganisationPlaces, names: list[Named], firsts: list[int], links: list[Link]
) -> list[Link]:
    """Links for those to whom the leading of a house is handed, with whom it lies, or who are named as successors."""
    found: list[Link] = []
    for at in scan.doc.tokens_of(_TRIGGERS):
        first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
        here = names[bisect_left(firsts, first) : bisect_left(firsts, end)]
        if scan.words[at] in _NEXT or scan.words[at] == "Stelle":
            found += _successor(scan, here, links, at, first, end)
        elif scan.words[at] == "Vorsitz":
            found += _passing(scan, places, here, at, end)
        elif scan.words[at] == "Amt":
            found += _in_office(scan, here, at, end)
        else:
            found += _led(scan, places, here, at, first, end)
    return found


def _led(scan: Scan, places: OrganisationPlaces, here: list[Named], at: int, first: int, end: int) -> Iterator[Link]:
    """ "hat X die Leitung der Y übertragen", "Die Leitung der Y liegt in den Händen von X"."""
    words, handed = scan.words, scan.words[at] in _HANDED
    nouns = range(max(first + 1, at - _FAR), min(end, at + _FAR))
    noun = next((t for t in nouns if words[t] in LEADERSHIP and words[t - 1] in ("die", "Die")), None)
    if noun is None or (not handed and noun > at):
        return
    if handed:
        name = next((n for n in reversed(here) if n.end <= noun - 1 and not n.genitive), None)
        name = name if name is not None and words[name.start - 1] not in ("von", "mit", "durch", "an") else None
    else:
        name = next((n for n in here if n.start > at and words[n.start - 1] in ("von", "bei", "beim")), None)
    if name is None:
        return
    owner = organisation_in(places, noun + 1, min(noun + 5, end))
    house = owner[2] if owner else None
    phrase = RolePhrase(noun, noun, noun + 1, office_word(LEADERSHIP[words[noun]]), organisation=house)
    yield Link(name.person, phrase, "verb", name, house)


def _successor(scan: Scan, here: list[Named], links: list[Link], at: int, first: int, end: int) -> Iterator[Link]:
    """ "Als Nachfolgerin für Geschäftsführer X hat … Z bestimmt", "An die Stelle von Leiter X tritt Z": X's office."""
    words = scan.words
    opening = [word.lower() for word in words[max(first, at - 2) : at]]
    opens = opening[-1:] == ["als"] if words[at] in _NEXT else opening == ["an", "die"]
    verbs = _CHOSEN if words[at] in _NEXT else _STEPPING
    if not opens or len(here) != 2 or verbs.isdisjoint(words[at:end]) or here[0].start < at:
        return
    own = [link for link in links if link.person == here[0].person and at < link.phrase.first < here[0].end]
    if len(own) != 1:
        return
    phrase = replace(own[0].phrase, first=at, end=at + 1, article="", possessive="", numeral=False, former=False)
    yield Link(here[1].person, phrase, "predecessor", here[1], own[0].organisation)


def _passing(scan: Scan, places: OrganisationPlaces, here: list[Named], at: int, end: int) -> Iterator[Link]:
    """ "Der Vorsitz der Y geht von X auf Z über": who had the chair, and who has it now."""
    words = scan.words
    old = next((n for n in here if n.start > at and words[n.start - 1] == "von"), None)
    new = next((n for n in here if old is not None and n.start > old.end and words[n.start - 1] == "auf"), None)
    if old is None or new is None or _GOING.isdisjoint(words[at:end]):
        return
    owner = organisation_in(places, at + 1, min(at + 6, old.start))
    house = owner[2] if owner else None
    for name, former in ((old, True), (new, False)):
        phrase = RolePhrase(at, at, at + 1, chair_word("Vorsitz"), organisation=house, former=former)
        yield Link(name.person, phrase, "verb", name, house)


def _in_office(scan: Scan, here: list[Named], at: int, end: int) -> Iterator[Link]:
    """ "Im Amt der Beauftragten folgt auf X nun Z": who had the office, and who has it now."""
    words = scan.words
    word = scan.roles[at + 2] if at + 2 < end else None
    if word is None or words[at - 1].lower() != "im" or words[at + 1] not in ("des", "der"):
        return
    behind = [n for n in here if n.start > at]
    if len(behind) != 2 or words[behind[0].start - 1] != "auf" or "folgt" not in words[at : behind[0].start]:
        return
    for name, former in zip(behind, (True, False), strict=True):
        yield Link(name.person, RolePhrase(at + 2, at + 2, at + 3, word, former=former), "verb", name, None)
