"""Who a noun phrase means: "die Ministerin", "der BA-Chef", "der Chef der Regionaldirektion", "der 63-Jährige"."""

from bisect import bisect_left
from dataclasses import replace

from podium.reading.coreference_offices import described, offices_of
from podium.reading.coreference_salience import nearest, salient
from podium.reading.coreference_succession import POSSESSIVES, in_succession
from podium.reading.document import Document
from podium.reading.entities import Organisations, Persons, RoleEntity
from podium.reading.lexicon import words_of
from podium.reading.names import PARTY, UNKNOWN, kind
from podium.reading.roles_words import RoleWord, role_word

__all__ = ["meant_by_phrase"]

_ARTICLES = {
    "der": "m",
    "die": "f",
    "dem": "m",
    "den": "m",
    "des": "m",
    "dieser": "m",
    "diese": "f",
    "vom": "m",
    "zum": "m",
    "beim": "m",
}
_TO_COME = frozenset("künftige künftiger zukünftige zukünftiger designierte designierter angehende angehender".split())
_DEPUTY = ("stellvertretend", "vize")
_SINGULAR = frozenset(["dem", "des", "diesem"])
_INDEFINITE = frozenset("ein eine einer einem einen kein keine".split())
_BACK = tuple(words_of("person_words.txt", "back references"))


def meant_by_phrase(
    doc: Document, persons: Persons, organisations: Organisations, firsts: list[int], first: int, end: int
) -> int | None:
    """Number of the person that a noun phrase at the tokens `first` … `end`-1 means, or None.

    `firsts` are the first tokens of all mentions of `persons`.
    """
    words = doc.words
    head = next((t for t in range(first, end) if role_word(words[t])), None)
    article = next((w for w in doc.lowers[first:end] if w in _ARTICLES or w in POSSESSIVES), "")
    if head is None:
        return _back_reference(doc, persons, organisations, firsts, first, end, article)
    word = role_word(words[head])
    assert word is not None
    word = _as_said(doc, word, first, head)
    if not article and head + 1 < end and _is_other_name(doc, head + 1):
        return None
    if word.number == "p" or doc.lowers[first] in _INDEFINITE:
        return None
    gender = _gender(word, words[head], article, head + 1 == end)
    candidates = _holders(doc, persons, organisations, word, gender, head, end)
    if not _TO_COME.isdisjoint(doc.lowers[first:head]):
        coming = [n for n in candidates if any(r.person == n and r.designated for r in persons.roles)]
        candidates = coming or candidates
        if not candidates and gender and article in ("der", "die"):
            return salient(doc, persons, organisations, firsts, first, gender)
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        return nearest(doc, persons, firsts, first, candidates)
    if article not in ("der", "die", "dem") or not gender or not _tells_enough(word):
        return None
    return salient(doc, persons, organisations, firsts, first, gender)


def _is_other_name(doc: Document, token: int) -> bool:
    """ "Kreistagsmitglied Haag": what stands behind an office without an article names somebody else."""
    return doc.types[token].cap and doc.types[token].alpha


def _as_said(doc: Document, word: RoleWord, first: int, head: int) -> RoleWord:
    """The word of an office with what stands before it: "der stellvertretende Leiter", "dem Experten" of one man."""
    before = doc.lowers[first:head]
    if not word.deputy and any(form.startswith(_DEPUTY) for form in before):
        word = replace(word, deputy=True)
    return replace(word, number="s") if word.number == "p" and not _SINGULAR.isdisjoint(before) else word


def _gender(word: RoleWord, form: str, article: str, last: bool) -> str | None:
    """Gender of an office's noun; of one that is an adjective ("der Vorsitzende") the one that its article tells."""
    if not word.adjectival:
        return word.gender
    return _ARTICLES.get(article) if last or form[-2:] != "en" else None


def _holders(
    doc: Document, persons: Persons, organisations: Organisations, word: RoleWord, gender: str | None, head: int,
    end: int,
) -> list[int]:  # fmt: skip
    """Persons who hold the office of a phrase, in the organisation that the phrase names where it names one."""
    named = _mentioned_organisation(organisations, head, end)
    candidates = offices_of(persons).find(organisations, word, gender, named)
    return candidates if named is not None else _of_its_house(doc, persons, organisations, head, end, candidates)


def _tells_enough(word: RoleWord) -> bool:
    """Whether a noun may mean whom the text is about although nobody holds such an office: "der SPD-Abgeordnete"."""
    if not word.prefix:
        return described(word)
    return bool(kind(word.prefix) & PARTY) and word.head == "abgeordnet"


def _of_its_house(
    doc: Document, persons: Persons, organisations: Organisations, head: int, end: int, candidates: list[int]
) -> list[int]:
    """Of some persons those whom "der Chef der Regionaldirektion" can mean: none of a house of another kind."""
    if head + 2 >= end or doc.types[head + 1].lower not in ("der", "des"):
        return candidates
    noun = doc.types[head + 2]
    if not noun.cap:
        return candidates
    stem = noun.lemma.lower().removesuffix("s")

    def fits(role: RoleEntity) -> bool:
        if role.organisation is None:
            return True
        return stem in f"{role.title} {organisations.entities[role.organisation].name}".lower()

    return [n for n in candidates if any(r.person == n and fits(r) for r in persons.roles)]


def _back_reference(
    doc: Document, persons: Persons, organisations: Organisations, firsts: list[int], first: int, end: int, article: str
) -> int | None:
    """ "Die SPD-Politikerin", "der 63-Jährige", "Seine Nachfolgerin", "Ihr Vorgänger"."""
    nouns = (form for form in reversed(doc.words[first:end]) if form[:1].isupper() or form[:1].isdigit())
    last = next(nouns, "").lower()
    feminine = last.endswith("in") or (article == "die" and last.endswith("e"))
    gender = "f" if feminine else "m"
    if article == "die" and not feminine:
        return None  # several: "die Gewerkschafter"
    if "nachfolger" in last or "vorgänger" in last:
        return in_succession(persons, last, gender)
    if (last.endswith(_BACK) or _demonym(doc, end - 1)) and article in ("der", "die", "dem", "den"):
        return salient(doc, persons, organisations, firsts, first, gender)
    return None


def _demonym(doc: Document, token: int) -> bool:
    """Whether a word may say where somebody comes from ("der Südpfälzer"): in -er, unknown to the dictionary."""
    form = doc.words[token]
    return form.endswith(("er", "erin")) and bool(kind(form) & UNKNOWN)


def _mentioned_organisation(organisations: Organisations, head: int, end: int) -> int | None:
    """An organisation that the phrase itself names behind or within its head."""
    mentions = organisations.mentions
    number = bisect_left(mentions, head, key=lambda m: m.end - 1)
    if number < len(mentions) and mentions[number].first < end and mentions[number].form in ("name", "alias"):
        return mentions[number].entity
    return None
