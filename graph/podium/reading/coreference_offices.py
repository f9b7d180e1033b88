"""Which persons of a text an office word can mean, and whom the register knows to hold an office."""

from functools import cache
from typing import Any

from podium.reading.entities import Organisations, Persons, RoleEntity
from podium.reading.lexicon import records, words_of
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_words import RoleWord, role_word
from podium.register import Register, RegisteredTenure

__all__ = ["OfficesHeld", "described", "holder", "offices_of"]


@cache
def _lists() -> dict[str, Any]:
    found: dict[str, Any] = records("heads_of.yaml")
    return found


class OfficesHeld:
    """The offices of a text by title, with who holds or held them."""

    def __init__(self, persons: Persons) -> None:
        self._held: dict[tuple[object, ...], tuple[RoleEntity, list[tuple[int, str | None]]]] = {}
        self._found: dict[tuple[RoleWord, str | None, int | None], list[int]] = {}
        for role in persons.roles:
            self.add(role, persons.entities[role.person].gender)

    def add(self, role: RoleEntity, gender: str | None) -> None:
        """Enter a role of a person of this gender."""
        # the office without who holds it and where that is said
        office = role.title, role.organisation, role.former, role.designated, role.acting, role.deputy
        self._held.setdefault(office, (role, []))[1].append((role.person, gender))
        self._found.clear()

    def find(
        self, organisations: Organisations, word: RoleWord, gender: str | None, organisation: int | None
    ) -> list[int]:
        """Persons whom an office word can mean, current holders before former ones; none twice."""
        query = (word, gender, organisation)
        if query not in self._found:
            self._found[query] = self._search(organisations, word, gender, organisation)
        return self._found[query]

    def _search(
        self, organisations: Organisations, word: RoleWord, gender: str | None, organisation: int | None
    ) -> list[int]:
        current: list[int] = []
        former: list[int] = []
        for role, holders in self._held.values():
            if organisation is not None and role.organisation not in (organisation, None):
                continue
            if _fits(word, role, organisations, organisation):
                fitting = [person for person, own in holders if gender is None or own in (gender, None)]
                (former if role.former else current).extend(fitting)
        return list(dict.fromkeys(current)) or list(dict.fromkeys(former))


_last: tuple[Persons, OfficesHeld] | None = None


def offices_of(persons: Persons) -> OfficesHeld:
    """The offices of a text; kept for the persons asked about last."""
    global _last
    if _last is None or _last[0] is not persons:
        _last = (persons, OfficesHeld(persons))
    return _last[1]


def _fits(word: RoleWord, role: RoleEntity, organisations: Organisations, organisation: int | None) -> bool:
    """Whether a later word such as "Ministerin" or "Behördenchef" can mean a holder of this role."""
    head = _head(role.title)
    if head is None or role.deputy != word.deputy:
        return False
    said = word.masculine.lower()
    title = head.masculine.lower()
    if said == title or (len(said) > 3 and title.endswith(said) and not title.startswith(("vize", "ehren", "alt"))):
        return True
    if said.endswith(title) and len(said) > len(title) and _of_unit(said[: -len(title)], role.title):
        return True
    for chef in _lists()["chefs"]:
        if said == chef or said.endswith(chef):
            return _is_head(said[: -len(chef)], word, role, head, organisations, organisation)
    return any(
        said.endswith(one) and any(title.endswith(other) for other in others)
        for one, others in _lists()["alike"].items()
    )


def _of_unit(before: str, title: str) -> bool:
    """Whether "Abteilungsleiterin" is short for a title: "Leiterin der Abteilung Arbeitsmarkt"."""
    units = {word.lower() for word in title.split()[1:]}
    return bool({before, before.removesuffix("s"), before.removesuffix("-"), before + "s"} & units)


def _is_head(
    before: str,
    word: RoleWord,
    role: RoleEntity,
    head: RoleWord,
    organisations: Organisations,
    organisation: int | None,
) -> bool:
    """Whether a role heads what stands before "chef": the organisation named, or one of the kind."""
    title = _stem(head)
    before = before.strip("-")
    if before in _lists()["titles"] and any(title.endswith(name) for name in _lists()["titles"][before]):
        return True
    if not any(title.endswith(name) for name in _lists()["heads"]) or title.endswith(
        ("abteilungsleiter", "bereichsleiter", "teamleiter")
    ):
        return False
    if word.prefix or organisation is not None:
        if role.organisation is None or organisation is None:
            return (
                organisation is None
                and role.organisation is not None
                and _abbreviates(word.prefix, organisations, role.organisation)
            )
        return role.organisation == organisation
    if before in _lists()["kinds"]:
        return (
            role.organisation is not None
            and organisations.entities[role.organisation].kind in _lists()["kinds"][before]
        )
    if not before:
        return role.organisation is not None or title.endswith(("chef", "leiter"))
    name = organisations.entities[role.organisation].name.lower() if role.organisation is not None else ""
    return len(before) > 3 and before in name


def _abbreviates(prefix: str, organisations: Organisations, organisation: int) -> bool:
    """Whether the capitals of an organisation's name make up an abbreviation: "BA", "DGB"."""
    name = organisations.entities[organisation].name
    capitals = "".join(c for c in name if c.isupper())
    return (
        prefix == capitals
        or prefix.lower() in name.lower().split()
        or prefix.lower() in name.lower().replace("-", " ").split()
    )


def _stem(word: RoleWord) -> str:
    """Masculine form in lower case, without the ending of an adjective: "vorstandsvorsitzend"."""
    lower = word.masculine.lower()
    return lower[:-2] if word.adjectival else lower


@cache
def _head(title: str) -> RoleWord | None:
    """The office word in a title: "stellvertretende Vorsitzende der Geschäftsführung" → "Vorsitzende"."""
    return next((found for found in map(role_word, title.split()) if found is not None), None)


def described(word: RoleWord) -> bool:
    """Whether a word is one for what somebody does by profession, so that it can describe whom no role is given."""
    return word.masculine.lower().endswith(_PROFESSIONS)


_PROFESSIONS = tuple(words_of("person_words.txt", "professions"))


def holder(
    published: str | None, organisations: Organisations, phrase: RolePhrase, register: Register
) -> RegisteredTenure | None:
    """The one person who held an office on the day of publication, as far as the register knows for certain."""
    if published is None or phrase.former or phrase.acting:
        return None
    gender = phrase.word.gender if not phrase.word.adjectival else phrase.article_gender()
    title = phrase.title(gender)
    found: tuple[RegisteredTenure, ...] = ()
    if phrase.organisation is not None:
        entity = organisations.entities[phrase.organisation]
        found = register.holders(title, published, entity.iri) or register.holders(title, published, entity.name)
    if not found and (phrase.organisation is None or phrase.word.prefix):
        found = register.holders(phrase.word.whole(gender) if phrase.word.prefix else title, published)
    people = {tenure.person_iri: tenure for tenure in found}
    return next(iter(people.values())) if len(people) == 1 else None
