"""A document made ready for the search for names and offices: flags of tokens, office words, spans."""

from collections.abc import Iterator
from dataclasses import dataclass

from podium.reading.document import Document
from podium.reading.forms import PerForm
from podium.reading.lexicon import lines, words_of
from podium.reading.names import ADDRESS, CAP, FIRST, INITIAL, KINDS, PLACE, STRONG, TITLE, UNKNOWN, kind
from podium.reading.roles_words import ROLE_WORDS, RoleWord

__all__ = ["BEGINS", "SAYS", "SPEAKING", "NameSpan", "Scan"]

SPEAKING = frozenset(words_of("person_words.txt", "speaking"))
SAYS = PerForm[str, bool](SPEAKING.__contains__)
_OF_NAMES = FIRST | TITLE | ADDRESS | UNKNOWN | INITIAL
# Where a name or the office before it can begin.
BEGINS = PerForm[str, bool](lambda form: bool(KINDS[form] & _OF_NAMES) or ROLE_WORDS[form] is not None)


@dataclass(slots=True)
class NameSpan:
    """A name found at tokens `first` … `end`-1; `start` is where its titles begin, `family` where its surname does.

    `given` are the first names as printed, `surname` the family name with its particles. `title` is the academic
    title as printed. `gender` is what an address tells. `rule` says why it is taken for a name.
    """

    first: int
    end: int
    start: int
    family: int
    given: tuple[str, ...]
    surname: str
    title: str | None
    gender: str | None
    rule: str


class Scan:
    """What the finders of names and offices look at: a document with the flags of its tokens.

    `roles` has the office word of each token or None, `offices` the tokens that have one, `begins` those at which a
    name or the office before it can begin.
    """

    __slots__ = ("begins", "blocked", "doc", "flags", "forms", "limits", "offices", "roles", "speaking", "words")

    def __init__(self, doc: Document, blocked: bytearray) -> None:
        self.doc = doc
        self.words = doc.words
        self.forms = doc.forms
        self.flags = doc.values(KINDS)
        self.roles: list[RoleWord | None] = doc.values(ROLE_WORDS).copy()
        self.begins, self.offices = doc.places(BEGINS), doc.places(ROLE_WORDS)
        if more := [*_add_bound(self.roles, doc.words, self.forms), *_add_hosts(self.roles, doc.words, self.forms)]:
            self.begins, self.offices = sorted({*self.begins, *more}), sorted({*self.offices, *more})
        self.blocked = blocked  # 1: within the name of an organisation
        self.speaking = _speaking(doc, self.flags)
        self.limits: list[int] = []
        for first, end, _ in doc.sentences:
            self.limits += [end] * (end - first)

    def names_surname(self, token: int) -> bool:
        """Whether a token can, by its form and place, be a surname."""
        return bool(self.flags[token] & CAP) and not self.blocked[token]


def _add_hosts(roles: list[RoleWord | None], words: list[str], forms: frozenset[str]) -> Iterator[int]:
    """Enter "Moderatorin" where a medium or her name follows: a job, not the part in a gathering that it else is.

    Yields the tokens of offices entered.
    """
    for form in _HOSTS & forms:
        for at in (n for n, word in enumerate(words[:-2]) if word == form):
            behind = at + 1 + (words[at + 1] in ("beim", "des", "vom", "bei", "der", "von", "im"))
            named = kind(words[at + 1]) & STRONG or (kind(words[at + 1]) & FIRST and kind(words[at + 2]) & UNKNOWN)
            if words[behind] in _MEDIA or named:
                gender = "f" if form.startswith("Moderatorin") else "m"
                roles[at] = RoleWord(form, "moderator", "Moderator", "Moderatorin", "", gender, "s")
                yield at


_HOSTS = frozenset(["Moderator", "Moderatorin", "Moderators"])
_MEDIA = frozenset(name for name in lines("media.txt") if " " not in name)


def _add_bound(roles: list[RoleWord | None], words: list[str], forms: frozenset[str]) -> Iterator[int]:
    """Enter nouns that name an office only with one adjective: "sachkundige Bürgerin"; yields their tokens."""
    if _COMPETENT.isdisjoint(forms):
        return
    for at, word in enumerate(words[:-1]):
        if word in _COMPETENT and words[at + 1] in _CITIZENS:
            noun, number = _CITIZENS[words[at + 1]]
            gender = "f" if words[at + 1].startswith(noun + "in") else "m"
            roles[at + 1] = RoleWord(words[at + 1], noun.lower(), noun, noun + "in", "", gender, number)
            yield at + 1


_COMPETENT = frozenset(first + "achkundige" + ending for first in "sS" for ending in ("", "r", "n", "m", "s"))
_CITIZENS = {
    noun + ending: (noun, number)
    for noun in ("Bürger", "Einwohner")
    for ending, number in (("", None), ("s", "s"), ("n", "p"), ("in", "s"), ("innen", "p"))
}


def _speaking(doc: Document, flags: list[int]) -> frozenset[str]:
    """Unknown capitalised words that stand alone beside a verb of saying: "betonte Xyla", "so Xyla"."""
    words, found = doc.words, set()
    for at in doc.places_in(SAYS, 0, len(words) - 2):
        flag = flags[at + 1]
        if flag & CAP and not flags[at + 2] & CAP and not flag & (FIRST | PLACE):
            if not flag & UNKNOWN and words[at + 2] not in (".", ",", "“"):
                continue
            found.add(words[at + 1])
    return frozenset(found)
