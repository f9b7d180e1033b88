"""Who a noun phrase or a pronoun means: surname, "Frau Dr. X", "die Ministerin", "der BA-Chef", "er", "sie"."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from podium.reading.coreference_offices import OfficesHeld, described, holder, offices_of
from podium.reading.coreference_salience import nearest, salient
from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, PersonEntity, Persons, RoleEntity
from podium.reading.lexicon import words_of
from podium.reading.names import PARTY, UNKNOWN, kind
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_words import role_word
from podium.register import Register

__all__ = ["office_mentions", "resolve"]

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
_FEMININE = frozenset(words_of("person_words.txt", "feminine possessives"))
_POSSESSIVES = _FEMININE | {"sein", "seine", "seinem", "seinen", "seiner", "dessen"}
_BACK = tuple(words_of("person_words.txt", "back references"))
_LATTER = frozenset(["dieser", "diese", "letzterer", "letztere"])


def resolve(doc: Document, persons: Persons, organisations: Organisations, first: int, end: int) -> int | None:
    """Number of the person that tokens `first` … `end`-1 mean, or None where that is nobody or not certain.

    Names, offices and pronouns are told by what the text said before: the office must fit one of the person's roles,
    a pronoun its gender; the nearest sentence counts, and in it who the sentence is about.
    """
    if not persons.entities or end <= first:
        return None
    firsts = _firsts(persons)
    inside = _overlapping(persons, firsts, first, end)
    if inside is not None:
        return inside
    behind = bisect_left(firsts, end)
    if behind < len(firsts) and firsts[behind] - end <= 2 and persons.mentions[behind].form in ("name", "surname"):
        mention = persons.mentions[behind]
        if mention.first == end or mention.phrase[0] <= first:
            return mention.entity  # "Ihr Kollege Anton Beispiel" without the name
    lower = doc.words[first].lower()
    if end - first == 1 and lower in ("er", "sie", "ihm", "ihn", "ihr"):
        return _pronoun(doc, persons, organisations, firsts, first, "f" if lower in ("sie", "ihr") else "m")
    if end - first == 1 and lower in _LATTER:
        return _latter(doc, persons, firsts, first, "f" if lower.endswith("e") else "m")
    return _noun_phrase(doc, persons, organisations, firsts, first, end)


_last: tuple[Persons, list[int]] | None = None


def _firsts(persons: Persons) -> list[int]:
    """First tokens of all mentions, for bisection; kept for the persons asked about last."""
    global _last
    if _last is None or _last[0] is not persons:
        _last = (persons, [m.first for m in persons.mentions])
    return _last[1]


def _overlapping(persons: Persons, firsts: list[int], first: int, end: int) -> int | None:
    """The person whose mention lies in a range of tokens; the last one, which is the head behind a genitive."""
    number = bisect_left(firsts, end) - 1
    while number >= 0 and number >= bisect_left(firsts, first) - 2:
        mention = persons.mentions[number]
        if mention.end > first and mention.first < end:
            return mention.entity
        number -= 1
    return None


def _noun_phrase(
    doc: Document, persons: Persons, organisations: Organisations, firsts: list[int], first: int, end: int
) -> int | None:
    words = doc.words
    head = next((t for t in range(first, end) if role_word(words[t])), None)
    article = next(
        (
            words[t].lower()
            for t in range(first, end)
            if words[t].lower() in _ARTICLES or words[t].lower() in _POSSESSIVES
        ),
        "",
    )
    if head is None:
        return _back_reference(doc, persons, organisations, firsts, first, end, article)
    word = role_word(words[head])
    assert word is not None
    if word.number == "p" or words[first].lower() in ("ein", "eine", "einer", "einem", "einen", "kein", "keine"):
        return None
    gender = (
        word.gender
        if not word.adjectival
        else _ARTICLES.get(article)
        if head + 1 == end or words[head][-2:] != "en"
        else None
    )
    named = _mentioned_organisation(organisations, head, end)
    candidates = offices_of(persons).find(organisations, word, gender, named)
    if named is None:
        candidates = _of_its_house(doc, persons, organisations, head, end, candidates)
    if article in _POSSESSIVES and not candidates:
        return None
    if len(candidates) == 1:
        return candidates[0]
    if candidates:
        return nearest(doc, persons, firsts, first, candidates)
    if article in ("der", "die") and gender and not word.prefix:
        return salient(doc, persons, organisations, firsts, first, gender) if described(persons, word) else None
    if article in ("der", "die") and gender and kind(word.prefix) & PARTY and word.head == "abgeordnet":
        return salient(doc, persons, organisations, firsts, first, gender)
    return None


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
    last = next(
        (
            doc.words[t].lower()
            for t in range(end - 1, first - 1, -1)
            if doc.words[t][:1].isupper() or doc.words[t][:1].isdigit()
        ),
        "",
    )
    feminine = last.endswith("in") or (article == "die" and last.endswith("e"))
    gender = "f" if feminine else "m"
    if "nachfolger" in last:
        return _only(persons, gender, _will_be_in_office)
    if "vorgänger" in last:
        return _only(persons, gender, _was_in_office)
    if (last.endswith(_BACK) or _demonym(doc, end - 1)) and article in ("der", "die", "dem", "den"):
        return salient(doc, persons, organisations, firsts, first, gender)
    return None


def _demonym(doc: Document, token: int) -> bool:
    """Whether a word may say where somebody comes from ("der Südpfälzer"): in -er, unknown to the dictionary."""
    form = doc.words[token]
    return form.endswith(("er", "erin")) and bool(kind(form) & UNKNOWN)


def _only(persons: Persons, gender: str, fits: Callable[[RoleEntity], bool]) -> int | None:
    """The one person of a gender who has a role of a sort."""
    found = {r.person for r in persons.roles if fits(r) and persons.entities[r.person].gender in (gender, None)}
    return found.pop() if len(found) == 1 else None


def _mentioned_organisation(organisations: Organisations, head: int, end: int) -> int | None:
    """An organisation that the phrase itself names behind or within its head."""
    mentions = organisations.mentions
    number = bisect_left(mentions, head, key=lambda m: m.end - 1)
    if number < len(mentions) and mentions[number].first < end and mentions[number].form in ("name", "alias"):
        return mentions[number].entity
    return None


def _pronoun(
    doc: Document, persons: Persons, organisations: Organisations, firsts: list[int], token: int, gender: str
) -> int | None:
    if doc.words[token].lower() == "sie" and not _singular(doc, token):
        return None
    return salient(doc, persons, organisations, firsts, token, gender)


def _latter(doc: Document, persons: Persons, firsts: list[int], token: int, gender: str) -> int | None:
    """ "Dieser betonte": the person of that gender whom the sentence before named last."""
    number = doc.sentence_at[token]
    if token != doc.sentences[number][0] or not number or token + 1 >= len(doc.words):
        return None
    behind = doc.types[token + 1]
    if not behind.verb or doc.words[token + 1].endswith("en"):
        return None
    first, end, _ = doc.sentences[number - 1]
    for mention in reversed(persons.mentions[bisect_left(firsts, first) : bisect_left(firsts, end)]):
        if persons.entities[mention.entity].gender == gender:
            return mention.entity
    return None


def _singular(doc: Document, token: int) -> bool:
    """Whether "sie" can be one woman: a verb beside it that is no plural."""
    for near in (token - 1, token + 1):
        if 0 <= near < len(doc.words) and doc.sentence_at[near] == doc.sentence_at[token] and doc.types[near].verb:
            return not doc.words[near].endswith("en") and doc.words[near] not in ("sind", "seien")
    return True


def office_mentions(
    doc: Document, persons: Persons, organisations: Organisations, loose: Sequence[RolePhrase], register: Register
) -> Persons:
    """Persons with the mentions by office added that are certain, and the holders of offices that nobody is named for.

    A phrase such as "die Landrätin" becomes a mention where exactly one person of the text has such a role. Where
    nobody has, and the register knows who held the office on the day of publication, that person is added unnamed.
    """
    entities, mentions, roles = list(persons.entities), list(persons.mentions), list(persons.roles)
    offices = OfficesHeld(persons)
    by_iri = {entity.iri: number for number, entity in enumerate(entities)}
    for phrase in loose:
        if not _definite(phrase) or _genitive_plural(doc, phrase):
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
    mentions += _successors(doc, persons)
    mentions.sort(key=lambda m: (m.first, m.end))
    return Persons(tuple(entities), tuple(mentions), tuple(sorted(roles, key=lambda r: (r.first, r.end, r.person))))


def _genitive_plural(doc: Document, phrase: RolePhrase) -> bool:
    """Whether "der Außenminister" can be several: behind a noun ("ein Treffen der Außenminister")."""
    if phrase.article != "der" or phrase.word.number is not None or phrase.word.gender == "f" or not phrase.first:
        return False
    before = doc.types[phrase.first - 1]
    return before.cap and doc.sentence_at[phrase.first - 1] == doc.sentence_at[phrase.first]


def _was_in_office(role: RoleEntity) -> bool:
    return role.former


def _will_be_in_office(role: RoleEntity) -> bool:
    return role.designated


def _successors(doc: Document, persons: Persons) -> list[Mention]:
    """ "Seine Nachfolgerin", "Ihr Vorgänger" without a name, where only one person of the text can be meant."""
    found: list[Mention] = []
    if not any(role.former or role.designated for role in persons.roles):
        return found
    starts = {m.phrase[0] for m in persons.mentions} | {m.first for m in persons.mentions}
    for at in range(1, len(doc.words)):
        if (
            doc.words[at] in _SUCCESSORS
            and doc.words[at - 1].lower() in _POSSESSIVES
            and at + 1 not in starts
            and at not in starts
        ):
            gender = "f" if doc.words[at].endswith("in") else "m"
            former = "orgänger" in doc.words[at]
            who = _only(persons, gender, _was_in_office if former else _will_be_in_office)
            if who is not None:
                found.append(Mention(at - 1, at + 1, who, "office", (at - 1, at + 1)))
    return found


_SUCCESSORS = frozenset(
    [
        "Nachfolger",
        "Nachfolgerin",
        "Amtsnachfolger",
        "Amtsnachfolgerin",
        "Vorgänger",
        "Vorgängerin",
        "Amtsvorgänger",
        "Amtsvorgängerin",
    ]
)


def _definite(phrase: RolePhrase) -> bool:
    """Whether a phrase speaks of one certain holder."""
    if phrase.plural() or phrase.former or phrase.designated or phrase.word.number == "p" or phrase.word.body:
        return False
    return phrase.article in ("der", "die", "dem", "den", "des", "vom", "zum", "beim") or bool(
        phrase.word.prefix and not phrase.article
    )


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
    tenure = holder(doc.release.published, organisations, phrase, register)
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
