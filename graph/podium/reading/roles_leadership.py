"""Offices that are told by who leads a house: "Die Leitung teilen sich A und B", "führt das Haus kommissarisch"."""

from itertools import pairwise

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Link, Named
from podium.reading.roles_words import RoleWord, role_word

__all__ = ["LEADERSHIP", "chair_word", "house_led", "office_word", "shared_leadership"]

# What nouns for leading say of whoever has it.
LEADERSHIP = {
    "Leitung": "leiter",
    "Geschäftsführung": "geschäftsführer",
    "Führung": "leiter",
    "Amtsleitung": "amtsleiter",
    "Spitze": "leiter",
    "Geschäftsleitung": "geschäftsführer",
    "Bereichsleitung": "bereichsleiter",
    "Teamleitung": "teamleiter",
}
_HOUSES = frozenset(words_of("person_words.txt", "houses"))
_INTO = frozenset(["durch", "in", "auf", "an", "um", "vor", "über", "für"])
_ACTING = frozenset(["kommissarisch", "übergangsweise", "interimistisch"])


def office_word(masculine: str) -> RoleWord:
    """The word of an office that the text tells by a verb: `office_word("leiter")`."""
    title = masculine[:1].upper() + masculine[1:]
    return RoleWord(title, masculine, title, title + "in", "", None, "s")


def chair_word(noun: str) -> RoleWord:
    """The word of the office of whoever has the "Vorsitz" or a "Ko-Vorsitz"."""
    found = role_word("Vorsitzender" if noun == "Vorsitz" else "Ko-Vorsitzender")
    return found or office_word("vorsitzender")


def house_led(scan: Scan, name: Named, at: int, start: int, stop: int) -> Link | None:
    """ "Bis dahin führt X das Haus kommissarisch": the house is the one that the text is about."""
    words = scan.words[start : stop + 1]
    before = ["", *(word.lower() for word in words)]
    pairs = zip(before, pairwise(words), strict=False)
    behind = [*words[2:], "", ""]
    if not any(
        one.lower() in ("das", "die") and two in _HOUSES and preposition not in _INTO and after not in ("in", "im")
        for (preposition, (one, two)), after in zip(pairs, behind, strict=False)
    ):
        return None  # also where the house is another one: "die Agentur im bayerischen X"
    past = scan.words[at] in ("leitete", "führte") and not any(w in ("seit", "bisher") for w in words)
    acting = not _ACTING.isdisjoint(words)
    return Link(
        name.person, RolePhrase(at, at, at + 1, office_word("leiter"), former=past, acting=acting), "verb", name, None
    )


def shared_leadership(
    scan: Scan, places: OrganisationPlaces, here: list[Named], at: int, first: int, end: int
) -> list[Link]:
    """ "Die Leitung (des X) teilen sich A und B", "A und B teilen sich die Leitung (des X)"; verb at token `at`."""
    words = scan.words
    nouns = (t for t in range(first + 1, end) if words[t] in LEADERSHIP or words[t] == "Vorsitz")
    noun = next((t for t in nouns if words[t - 1].lower() == ("den" if words[t] == "Vorsitz" else "die")), None)
    if noun is None or ("sich" not in words[at + 1 : at + 3] and words[at - 1] != "sich"):
        return []
    group = [n for n in here if (n.start > at) == (noun < at)]
    if len(group) != 2:
        return []
    owner = next((places.at[t][1] for t in range(noun + 1, min(noun + 5, end)) if t in places.at), None)
    phrase = RolePhrase(
        noun,
        noun,
        noun + 1,
        chair_word(words[noun]) if words[noun] == "Vorsitz" else office_word(LEADERSHIP[words[noun]]),
        organisation=owner,
        former=words[at] == "teilten",
    )
    return [Link(each.person, phrase, "verb", each, owner) for each in group]
