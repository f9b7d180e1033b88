"""The only house around an office that a text names without one: "Ausbilder Tom Beck" in the sentence of a works."""

import re

from podium.reading.entities import Organisations
from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_houses import NOT_HOUSES
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

# Last parts of titles that only a house gives.
_IN_HOUSES = tuple(words_of("person_words.txt", "employed")) + tuple(words_of("person_words.txt", "in houses"))
_CHAIRING = ("vorsitzend", "vorsitzender", "vorständ", "vorstand")
_WITH_CHAIRS = frozenset(["social-partner", "association", "welfare"])
_NOT_IN_HOUSES = frozenset("arzt pfleger lehrer trainer".split())
_SCHOOL = re.compile(r"(?!.*(?:amt|behörde|ministerium)\b).*(?:[Ss]chul|[Gg]ymnasium|[Kk]olleg|Universität)")
# "Leiter des Amtes": a house that the text tells, if not by its name.
_COMPLEMENT = frozenset("der des von vom beim bei für im in zur am an".split())
_TOWN = re.compile(r"[A-ZÄÖÜ]\w+er")
_RELATIVE = frozenset("der die das dem deren dessen wo".split())


def only_house(scan: Scan, places: OrganisationPlaces, organisations: Organisations, phrase: RolePhrase) -> int | None:
    """The only house that the sentence of an office names, else the one before or behind in its paragraph."""
    title = phrase.word.masculine.lower()
    if phrase.behind or phrase.possessive or phrase.word.prefix:
        return None
    chairing = title.endswith(_CHAIRING)
    if not (chairing or title.endswith(_IN_HOUSES)) or title in _NOT_IN_HOUSES:
        return None
    if not _COMPLEMENT.isdisjoint(scan.words[phrase.head + 1 : phrase.head + 2]) or _of_town(scan, phrase):
        return None
    number = scan.doc.sentence_at[phrase.first]
    for sentence in (number, number - 1, number + 1):
        here = _houses_in(scan, places, organisations, sentence, number)
        if here:
            entity, token = here.popitem()
            apart = sentence == number and _in_relative_clause(scan, phrase.end, token)
            if here or apart or (chairing and organisations.entities[entity].kind not in _WITH_CHAIRS):
                return None
            return entity if _can_have(organisations, entity, phrase, title) else None
    return None


def _houses_in(
    scan: Scan, places: OrganisationPlaces, organisations: Organisations, sentence: int, near: int
) -> dict[int, int]:
    """The houses of a sentence with a token of each; none in another paragraph than that of `near`."""
    sentences = scan.doc.sentences
    if not 0 <= sentence < len(sentences) or sentences[sentence][2] != sentences[near][2]:
        return {}
    first, end, _ = sentences[sentence]
    here = {places.at[t][1]: t for t in range(first, end) if t in places.at and not _in_brackets(scan, first, t)}
    return {n: t for n, t in here.items() if _is_house(organisations, n)}


def _is_house(organisations: Organisations, entity: int) -> bool:
    found = organisations.entities[entity]
    return found.kind not in NOT_HOUSES and not found.name.endswith("regierung")


def _in_brackets(scan: Scan, first: int, token: int) -> bool:
    """Whether a house stands in brackets, behind the name of somebody else who has it."""
    words = scan.words[first:token]
    return words.count("(") > words.count(")")


def _of_town(scan: Scan, phrase: RolePhrase) -> bool:
    """Whether an office is told by its town: "der Chamer Geschäftsführer"."""
    words = scan.words[max(0, phrase.first - 1) : phrase.head]
    return any(_TOWN.fullmatch(word) for word in words)


def _in_relative_clause(scan: Scan, first: int, end: int) -> bool:
    """Whether a clause about somebody else opens before a house: "… und Bernd Fuhr, der in der Gärtnerei arbeitet"."""
    words = scan.words
    opening = (t for t in range(first, end - 1) if words[t] == "," and words[t + 1] in _RELATIVE)
    return any("und" in words[first:t] or "," in words[first:t] for t in opening)


def _can_have(organisations: Organisations, entity: int, phrase: RolePhrase, title: str) -> bool:
    """Whether a house can have such an office: a Schulleiter only a school."""
    found = organisations.entities[entity]
    schooled = title.startswith("schul") or title.endswith("rektor")
    if title.endswith("staatssekretär") and found.kind != "ministry":
        return False
    if title.startswith("gewerkschaft") and found.kind != "social-partner":
        return False
    return phrase.can_be_of(found.kind) and (not schooled or bool(_SCHOOL.match(found.name)))
