"""Mentions of persons by their office alone: "die Landrätin", and holders of offices that nobody is named for."""

from collections.abc import Sequence
from dataclasses import replace

from podium.reading.coreference_offices import OfficesHeld, holder
from podium.reading.coreference_succession import succession_mentions
from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, PersonEntity, Persons, RoleEntity
from podium.reading.roles_phrases import RolePhrase
from podium.register import Register

__all__ = ["office_mentions"]

_DEFINITE = frozenset(["der", "die", "dem", "den", "des", "vom", "zum", "beim"])


def office_mentions(
    doc: Document, persons: Persons, organisations: Organisations, loose: Sequence[RolePhrase], register: Register
) -> Persons:
    """Persons with the mentions by office added that are certain, and the holders of offices that nobody is named for.

    A phrase such as "die Landrätin" becomes a mention where exactly one person of the text has such a role. Where
    nobody has, and the register knows who held the office on the day of publication, that person is added unnamed.
    """
    succeeding = succession_mentions(doc, persons)
    if not loose and not succeeding:
        return persons
    entities, mentions, roles = list(persons.entities), list(persons.mentions), list(persons.roles)
    offices = OfficesHeld(persons)
    by_iri = {entity.iri: number for number, entity in enumerate(entities)}
    for phrase in loose:
        if not _is_definite(phrase) or _is_genitive_plural(doc, phrase):
            continue
        gender = phrase.word.gender if not phrase.word.adjectival else phrase.article_gender()
        candidates = offices.find(organisations, phrase.word, gender, phrase.organisation)
        found = candidates[0] if len(candidates) == 1 else None
        if not candidates:
            found = _holder(doc, organisations, phrase, register, entities, by_iri, roles)
            if found is not None:
                offices.add(roles[-1], entities[found].gender)
        if found is not None:
            mentions.append(Mention(phrase.first, phrase.end, found, "office", (phrase.first, phrase.end)))
    mentions += succeeding
    mentions.sort(key=lambda m: (m.first, m.end))
    return Persons(tuple(entities), tuple(mentions), tuple(sorted(roles, key=lambda r: (r.first, r.end, r.person))))


def _is_genitive_plural(doc: Document, phrase: RolePhrase) -> bool:
    """Whether "der Außenminister" can be several: behind a noun ("ein Treffen der Außenminister")."""
    if phrase.article != "der" or phrase.word.number is not None or phrase.word.gender == "f" or not phrase.first:
        return False
    before = doc.types[phrase.first - 1]
    return before.cap and doc.sentence_at[phrase.first - 1] == doc.sentence_at[phrase.first]


def _is_definite(phrase: RolePhrase) -> bool:
    """Whether a phrase speaks of one certain holder."""
    if phrase.plural() or phrase.former or phrase.designated or phrase.word.number == "p" or phrase.word.body:
        return False
    return phrase.article in _DEFINITE or bool(phrase.word.prefix and not phrase.article)


def _holder(
    doc: Document,
    organisations: Organisations,
    phrase: RolePhrase,
    register: Register,
    entities: list[PersonEntity],
    by_iri: dict[str, int],
    roles: list[RoleEntity],
) -> int | None:
    """Who held an unnamed office on the day of publication, as a new person or one that the text names elsewhere."""
    alone = phrase.end == phrase.head + 1 < len(doc.words)
    named = alone and doc.types[phrase.end].cap  # "BDA-Präsident Kern": rather a name than none
    tenure = None if named else holder(doc.release.published, organisations, phrase, register)
    if tenure is None:
        return None
    number = by_iri.get(tenure.person_iri)
    if number is None:
        number = by_iri[tenure.person_iri] = len(entities)
        entities.append(PersonEntity(tenure.person, tenure.person_iri, named=False, gender=tenure.gender))
    elif entities[number].gender is None:
        entities[number] = replace(entities[number], gender=tenure.gender)
    title = phrase.title(tenure.gender)
    roles.append(
        RoleEntity(number, title, phrase.organisation, phrase.first, phrase.end, "office-holder", deputy=phrase.deputy)
    )
    return number
