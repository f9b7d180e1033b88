"""Who comes next in an office that the text gives to somebody else: "Die Nachfolge tritt am 1. Mai X an"."""

from bisect import bisect_left
from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_predecessors import SUCCEEDED
from podium.reading.roles_sentence import Link, Named

__all__ = ["successor_links"]

_NOUNS = frozenset(["Nachfolger", "Nachfolgerin"])
_FOLLOWS = frozenset(["folgt", "folgte", "folgten"])
_GIVEN = frozenset("Stab Staffelstab Amt Vorsitz Leitung Führung Geschäftsführung Präsidentschaft Zepter".split())
_GIVING = frozenset("übergibt übergab übergeben abgegeben weitergereicht weitergegeben abgibt übergebe".split())
_GIVES = frozenset("gibt gab reicht reichte".split())
_AWAY = frozenset(["ab", "weiter"])
_TRIGGERS = _NOUNS | _FOLLOWS | _GIVEN | {"Nachfolge", "Stelle"}
_NOW = frozenset("tritt übernimmt wird ist soll antreten übernehmen rückt heißt".split())
_THEN = frozenset("trat übernahm wurde angetreten übernommen".split())
_PAST = _THEN | frozenset("folgte folgten übergab gab reichte abgegeben weitergereicht weitergegeben".split())
_CHOOSING = frozenset(words_of("person_words.txt", "choosing"))
_OWN = frozenset("seine ihre deren dessen die".split())
_PRONOUNS = frozenset(["ihr", "ihm"])
_POSTS = tuple(words_of("person_words.txt", "posts"))
_BACK = 3  # sentences before in which the office is told
_NEAR = 5  # words between "an" and the name of who gets an office


def successor_links(scan: Scan, names: list[Named], firsts: list[int], links: list[Link]) -> list[Link]:
    """Links for those who are to have, or since have, the one office that the sentences before give to another."""
    found: list[Link] = []
    if _TRIGGERS.isdisjoint(scan.forms):
        return found
    for at in scan.doc.tokens_of(_TRIGGERS):
        name = _successor(scan, names, firsts, at)
        held = _office_before(scan, links, at, name) if name is not None else None
        if name is None or held is None:
            continue
        sentence = scan.doc.sentences[scan.doc.sentence_at[at]]
        coming = _PAST.isdisjoint(scan.words[sentence[0] : sentence[1]])
        phrase = replace(
            held.phrase, first=at, end=at + 1, article="", possessive="", numeral=False, former=False, designated=coming
        )
        found.append(Link(name.person, phrase, "predecessor", name, held.organisation))
    return found


def _successor(scan: Scan, names: list[Named], firsts: list[int], at: int) -> Named | None:
    """The name of whom the word at a token says to come next in an office."""
    if scan.words[at] in _FOLLOWS:
        return _following(scan, names, firsts, at)
    if scan.words[at] in _GIVEN:
        return _receiving(scan, names, firsts, at)
    return _nearest(scan, names, firsts, at) if _tells(scan, at) else None


def _tells(scan: Scan, at: int) -> bool:
    """Whether a word says that somebody follows: "Nachfolgerin wird", "An ihre Stelle tritt", "Zu … wählte"."""
    words = scan.words
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    if words[at] in _NOUNS and words[at - 2 : at] in (
        ["Zu", "seinem"],
        ["Zu", "ihrem"],
        ["Zu", "seiner"],
        ["Zu", "ihrer"],
    ):
        return not _CHOOSING.isdisjoint(words[at:end])
    if words[at] in _NOUNS:
        return words[at + 1 : at + 2] != [] and words[at + 1] in _NOW | _THEN
    if _OWN.isdisjoint(word.lower() for word in words[max(first, at - 1) : at]):
        return False
    if words[at] == "Stelle" and (at < 2 or words[at - 2].lower() != "an"):
        return False
    return words[at + 1 : at + 2] != ["von"] and not (_NOW | _THEN).isdisjoint(words[first:end])


def _nearest(scan: Scan, names: list[Named], firsts: list[int], at: int) -> Named | None:
    """The first name behind a token in its sentence, else the last one before it."""
    behind = _first_behind(scan, names, firsts, at)
    place = bisect_left(firsts, at)
    before = names[place - 1] if place else None
    if behind is not None or before is None:
        return behind
    return before if before.first >= scan.doc.sentences[scan.doc.sentence_at[at]][0] else None


def _first_behind(scan: Scan, names: list[Named], firsts: list[int], at: int) -> Named | None:
    place = bisect_left(firsts, at)
    end = scan.doc.sentences[scan.doc.sentence_at[at]][1]
    return names[place] if place < len(names) and names[place].first < end else None


def _following(scan: Scan, names: list[Named], firsts: list[int], at: int) -> Named | None:
    """Who follows another one: "Auf ihn folgt im Mai X", "Ihr folgt X", "Auf Leiterin Y folgt X"."""
    words = scan.words
    first = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    name = _first_behind(scan, names, firsts, at)
    if name is None or "auf" in words[at + 1 : name.start]:
        return None
    if words[at - 1].lower() in _PRONOUNS:
        return name
    on = next((t for t in range(first, at) if words[t].lower() == "auf"), None)
    if on is None:
        return None
    pronoun = words[on + 1] in ("ihn", "sie") and on + 2 == at
    named = any(on < other.start < at for other in names[max(0, bisect_left(firsts, at) - 2) : bisect_left(firsts, at)])
    return name if pronoun or named else None


def _receiving(scan: Scan, names: list[Named], firsts: list[int], at: int) -> Named | None:
    """To whom somebody hands an office: "übergibt das Amt an X", "hat den Stab an seine Tochter X weitergereicht"."""
    words = scan.words
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    here = words[first:end]
    if _GIVING.isdisjoint(here) and (_GIVES.isdisjoint(here) or _AWAY.isdisjoint(here)):
        return None
    name = _first_behind(scan, names, firsts, at)
    return name if name is not None and "an" in words[max(at, name.start - _NEAR) : name.start] else None


def _office_before(scan: Scan, links: list[Link], at: int, name: Named) -> Link | None:
    """The office of the only other person whom the sentence and those before it gives one."""
    doc = scan.doc
    number = doc.sentence_at[at]
    floor = doc.sentences[max(0, number - _BACK)][0]
    near = [link for link in links if floor <= link.phrase.first < doc.sentences[number][1]]
    heads = [
        link
        for link in near
        if link.person != name.person
        and not link.phrase.deputy
        and (link.phrase.word.masculine.lower() in SUCCEEDED or link.phrase.word.head.endswith(_POSTS))
        and link.phrase.first < at
    ]
    if len({link.person for link in heads}) != 1:
        return None
    title = heads[-1].phrase.word.masculine
    own = any(link.person == name.person and link.phrase.word.masculine == title for link in links)
    return None if own else heads[-1]
