"""Who a speaker's words mean: persons, an organisation for its unnamed spokesperson, or nobody the text names."""

from bisect import bisect_left
from operator import attrgetter

from podium.reading.coreference import resolve
from podium.reading.coreference_honoured import honoured
from podium.reading.coreference_introduced import just_introduced
from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons, RoleEntity
from podium.reading.lexicon import words_of
from podium.reading.speech.actors import Actors, is_source_noun
from podium.reading.speech.grammar import NOMINATIVE, OBLIQUE, PERSONAL, PREPOSITIONS, RELATIVES, has_finite
from podium.reading.speech.lists import speech_words

__all__ = ["choose_role", "who_is"]

_first = attrgetter("first")


def who_is(
    doc: Document, actors: Actors, persons: Persons, organisations: Organisations, first: int, end: int
) -> tuple[tuple[str, int], ...]:
    """Entities that the noun phrase first … end means: ("p", person) or ("o", organisation), often one.

    Coordinated persons are several. Persons in a complement ("Sprecher von X") do not count.
    """
    if end - first == 1 and first > 1 and doc.words[first - 1] == "," and doc.types[first].lower in RELATIVES:
        before = _over_bracket(doc, first - 2)
        if doc.types[before].verb and not doc.types[before].cap:
            before -= 1  # "ließ sich von X vertreten, der …"
        mention = actors.person_at(before) or actors.organisation_at(before)
        if mention is not None:  # "Petersen, der …": the relative pronoun means what stands before it
            first, end = mention.first, mention.end
    pair = doc.lowers[first:end] in (["beide"], ["die", "beiden"])
    if pair or (end - first == 1 and _is_plural_she(doc, first)):
        return tuple(("p", number) for number in _pair_before(doc, persons, first))
    named = _persons_in(doc, actors, persons, first, end)
    both = first + 1 < end and doc.lowers[first] == "sowohl"
    pronoun = first + both
    if first + 1 < end and doc.lowers[pronoun] in PERSONAL:
        one = resolve(doc, persons, organisations, pronoun, pronoun + 1)
        named = [one, *named] if one is not None and one not in named else named
    if named:
        return tuple(("p", number) for number in named)
    found = resolve(doc, persons, organisations, first, end)
    if found is not None:
        return (("p", found),)
    body = _organisation_in(doc, actors, organisations, first, end)
    body = body or _organisation_before(doc, actors, organisations, first, end)
    described = None if body else just_introduced(doc, persons, first, end)
    if described is None and not body:
        described = honoured(doc, persons, first, end)
    return body if described is None else (("p", described),)


def _is_plural_she(doc: Document, token: int) -> bool:
    """Whether "sie" means several: a plural verb right beside it."""
    if doc.lowers[token] != "sie":
        return False
    near = [k for k in (token - 1, token + 1) if 0 <= k < len(doc.words) and doc.types[k].verb]
    return bool(near) and doc.lowers[near[0]].endswith(("en", "ern"))


def _over_bracket(doc: Document, token: int) -> int:
    """Token before the bracket that closes at a token ("Petersen (SPD), der …"), else the token."""
    if doc.words[token] != ")":
        return token
    return next((k - 1 for k in range(token, max(0, token - 12), -1) if doc.words[k] == "("), token)


def _pair_before(doc: Document, persons: Persons, token: int) -> list[int]:
    """The two persons whom "beide" means: those of the sentence before, if there are just two."""
    number = doc.sentence_at[token] - 1
    if number < 0:
        return []
    first, end, _ = doc.sentences[number]
    mentions = persons.mentions
    here = mentions[bisect_left(mentions, first, key=_first) : bisect_left(mentions, end, key=_first)]
    found = list(dict.fromkeys(m.entity for m in here))
    return found if len(found) == 2 else []


def _organisation_in(
    doc: Document, actors: Actors, organisations: Organisations, first: int, end: int
) -> tuple[tuple[str, int], ...]:
    """The organisation that a phrase names, or whose unnamed spokesperson or paper it means."""
    head = _head(doc, actors, first, end)
    if head is None:
        return ()
    named = _names(doc, actors, organisations, head) or _is_called(actors, head, end)
    found: list[tuple[str, int]] = []
    if not (named or is_source_noun(doc.types[head]) or _speaks_for(doc, head) or doc.lowers[head] in _LETTERS):
        return ()
    for token in range(head, end):
        mention = actors.organisation_at(token)
        if mention is None or organisations.entities[mention.entity].kind == "territory":
            continue
        if not found or (named and token == mention.first and _is_joined(doc, mention.phrase[0] - 1)):
            found.append(("o", mention.entity))
    return tuple(dict.fromkeys(found))


def _organisation_before(
    doc: Document, actors: Actors, organisations: Organisations, first: int, end: int
) -> tuple[tuple[str, int], ...]:
    """The organisation that opens the sentence before a pronoun of its gender: "Der Landkreistag … . Er fordert"."""
    number, article = doc.sentence_at[first] - 1, _ARTICLE_OF.get(doc.lowers[first])
    if end - first > 1 or article is None or number < 0 or doc.sentences[number][2] != doc.sentences[number + 1][2]:
        return ()
    start, stop, _ = doc.sentences[number]
    mention = actors.organisation_at(start + 1) if doc.lowers[start] == article else None
    if mention is None or mention.phrase[0] != start or any(actors.person_at(k) for k in range(start, stop)):
        return ()
    kind = organisations.entities[mention.entity].kind
    return () if kind in ("territory", "media") else (("o", mention.entity),)


_ARTICLE_OF = {"er": "der", "sie": "die", "es": "das"}


def _is_joined(doc: Document, at: int) -> bool:
    """Whether a comma or "und" stands at a token, or before the noun for what is called so: ", der Verband | VdK"."""
    if doc.types[at].cap and doc.lowers[at - 1] in NOMINATIVE:
        at -= 2
    return doc.lowers[at] in (",", "und", "sowie")


def _is_called(actors: Actors, head: int, end: int) -> bool:
    """ "Der Sozialverband VdK", "das Unternehmen Nord GmbH": a name right behind the noun for what bears it."""
    mention = actors.organisation_at(head + 1) if head + 1 < end else None
    return mention is not None and mention.first == head + 1 and actors.organisation_at(head) is None


def _head(doc: Document, actors: Actors, first: int, end: int) -> int | None:
    """First noun or name of a phrase, over articles that begin a sentence with a capital."""
    for k in range(first, end):
        word = doc.types[k]
        if not word.cap and actors.organisation_begins(k) and word.alpha and word.lower not in _ARTICLES:
            return k  # "die bag if"
        if word.cap and word.alpha and word.lower not in NOMINATIVE and word.lower not in OBLIQUE:
            return k
    return None


def _names(doc: Document, actors: Actors, organisations: Organisations, head: int) -> bool:
    """Whether the organisation itself is the head, and not only the first part of a compound ("SPD-Politiker")."""
    mention = actors.organisation_at(head)
    if mention is None or not mention.first <= head < mention.end:
        return False
    _, hyphen, last = doc.words[head].rpartition("-")
    if last.lower().endswith(_PARTS_OF_HOUSES):
        return True  # "die SPD-Fraktion"
    return not hyphen or last in organisations.entities[mention.entity].name or not last[:1].isupper()


def _speaks_for(doc: Document, head: int) -> bool:
    word = doc.types[head].lower
    return word.endswith(_SPOKESPERSONS)


_ARTICLES = NOMINATIVE | OBLIQUE
_PARTS_OF_HOUSES = ("fraktion", "verband", "vorstand", "spitze")
_LETTERS = speech_words("letters")
_SPOKESPERSONS = tuple(form for noun in words_of("spokespersons.txt") for form in (noun, noun + "in"))


def _persons_in(doc: Document, actors: Actors, persons: Persons, first: int, end: int) -> list[int]:
    found: list[int] = []
    token, last_end = first, -1
    while token < end:
        mention = actors.person_at(token)
        if mention is None:
            token = _behind_relative(doc, token, end) if found else token + 1
            continue
        complement = token > first and doc.types[mention.phrase[0] - 1].lower in ("von", "vom", "bei", "mit")
        complement = complement or _is_whose(doc, mention.phrase[0], first)
        genitive = (
            mention.first > first
            and doc.words[mention.end - 1].endswith("s")
            and (doc.words[mention.end - 1] not in persons.entities[mention.entity].name)
        )
        complement = complement or (bool(found) and _is_addressed(doc, persons, mention))
        complement = complement or (token == last_end and doc.words[token - 1] != ",")  # "dankte A B"
        if persons.entities[mention.entity].speaks and mention.entity not in found and not complement:
            if not genitive or mention.phrase[0] <= first + 1:
                found.append(mention.entity)
        elif complement:
            break
        token = last_end = max(token + 1, mention.phrase[1], mention.end)
    return found


def _is_whose(doc: Document, at: int, first: int) -> bool:
    """Whether a person named at `at` in a phrase stands in its genitive: "die Sprecherin des Landrats X"."""
    if at <= first + 1 or "des" not in doc.lowers[at - 2 : at + 1]:
        return False
    return doc.lowers[max(0, at - 4) : at - 2] != ["in", "vertretung"]  # "… des Landrats die Beigeordnete X"


def _is_addressed(doc: Document, persons: Persons, mention: Mention) -> bool:
    """ "A dankte der scheidenden Chefin B": a dative or genitive behind the subject, joined to it by nothing."""
    first = mention.phrase[0]
    feminine = doc.lowers[first] == "der" and persons.entities[mention.entity].gender == "f"
    return (feminine or doc.lowers[first] in ("dem", "des")) and doc.words[first - 1] not in (",", "und", "sowie")


def _behind_relative(doc: Document, token: int, end: int) -> int:
    """Token behind a relative clause that a comma at `token` opens ("A, die den Landrat vertrat, …"), else the next."""
    if doc.words[token] != "," or token + 1 >= end:
        return token + 1
    opener = token + 1 + (doc.types[token + 1].lower in PREPOSITIONS)
    if opener >= end or doc.words[opener] not in RELATIVES:
        return token + 1
    close = next((k for k in range(opener, end) if doc.words[k] == ","), end)
    return close if has_finite(doc, opener + 1, close) else token + 1


def choose_role(doc: Document, persons: Persons, person: int, sentence: tuple[int, int], cue: int) -> int | None:
    """Number of the role in which a person speaks in a sentence, whose word of saying stands at token `cue`.

    Those held and in the sentence count before others, those with an organisation or body before bare titles; of
    several the one nearest to the cue.
    """
    own = [(n, r) for n, r in enumerate(persons.roles) if r.person == person]
    if not own:
        return None
    first, end = sentence
    held = [(n, r) for n, r in own if not r.former] or own
    near = [(n, r) for n, r in held if first <= r.first < end] or [(n, r) for n, r in held if r.first < end] or held
    if len(near) == 1:
        return near[0][0]
    if not first <= near[0][1].first <= cue and len({role.first for _, role in near}) == 1:
        return min(near, key=lambda pair: pair[1].end)[0]  # "sagt X, Landrat und Vorsitzender der Versammlung"
    return max(near, key=lambda pair: (*_weight(doc, pair[1]), *_nearness(pair[0], pair[1], cue)))[0]


_HONORARY = ("schirmherr", "gastgeber")
_UNTIL_NOW = frozenset(["bislang", "bisher", "bisherige", "bisherigen", "bisheriger", "zuletzt"])
_BODY = (" der ", " des ", " für ")


def _is_attached(role: RoleEntity) -> bool:
    """Whether an office is one of an organisation or body: no bare title before a name, no honour."""
    title = role.title.lower()
    return (role.organisation is not None or any(of in title for of in _BODY)) and not title.startswith(_HONORARY)


def _weight(doc: Document, role: RoleEntity) -> tuple[bool, bool, bool]:
    ending = not _UNTIL_NOW.isdisjoint(doc.lowers[max(0, role.first - 1) : role.first + 2])
    return _is_attached(role), role.designated, not ending


def _nearness(number: int, role: RoleEntity, cue: int) -> tuple[int, int]:
    """Of offices with organisations the one nearest to the verb, of bare titles the first one that is no honour."""
    if not _is_attached(role):
        honour = role.title.lower().startswith(_HONORARY)
        return (-role.first - (_FAR if honour else 0), -number)
    return (role.first, number) if cue >= role.first else (-role.first, -number)


_FAR = 1_000_000
