"""Successors and predecessors without a name: "Seine Nachfolgerin", "Ihr Vorgänger im Amt"."""

from podium.reading.document import Document
from podium.reading.entities import Mention, Persons
from podium.reading.lexicon import words_of

__all__ = ["POSSESSIVES", "in_succession", "succession_mentions"]

POSSESSIVES = frozenset(
    [*words_of("person_words.txt", "feminine possessives"), "sein", "seine", "seinem", "seinen", "seiner", "dessen"]
)
_SUCCESSORS = frozenset(
    f"{first}{noun}{ending}"
    for first, noun in (("", "Nachfolger"), ("Amts", "nachfolger"), ("", "Vorgänger"), ("Amts", "vorgänger"))
    for ending in ("", "in")
)


def in_succession(persons: Persons, noun: str, gender: str) -> int | None:
    """Number of the one person of a gender who is to follow in an office or left one, as the lower-case noun says."""
    follows = "nachfolger" in noun
    found = {
        role.person
        for role in persons.roles
        if (role.designated if follows else role.former) and persons.entities[role.person].gender in (gender, None)
    }
    return found.pop() if len(found) == 1 else None


def succession_mentions(doc: Document, persons: Persons) -> list[Mention]:
    """ "Seine Nachfolgerin", "Ihr Vorgänger" without a name, where only one person of the text can be meant."""
    found: list[Mention] = []
    if _SUCCESSORS.isdisjoint(doc.forms) or not any(role.former or role.designated for role in persons.roles):
        return found
    starts = {m.phrase[0] for m in persons.mentions} | {m.first for m in persons.mentions}
    for at in range(1, len(doc.words)):
        if doc.words[at] not in _SUCCESSORS or doc.lowers[at - 1] not in POSSESSIVES:
            continue
        if at in starts or at + 1 in starts:
            continue
        who = in_succession(persons, doc.lowers[at], "f" if doc.words[at].endswith("in") else "m")
        if who is not None:
            found.append(Mention(at - 1, at + 1, who, "office", (at - 1, at + 1)))
    return found
