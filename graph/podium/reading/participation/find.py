"""Who took part as a speaker: greetings, talks, panels, moderation, openings, lists of speakers, announced ones too."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import compress, count, zip_longest
from operator import attrgetter

from podium.reading.acts import act_of_label, act_of_noun, act_of_verb, verb_forms
from podium.reading.coreference import resolve
from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, Persons
from podium.reading.forms import per_form
from podium.reading.participation.leads import Lead, lead_of
from podium.reading.participation.model import Participation
from podium.reading.participation.nouns import by_noun, may_tell
from podium.reading.participation.people import chain
from podium.reading.participation.programme import PARTS, in_point
from podium.reading.participation.times import is_announced, is_cancelled
from podium.reading.participation.verb_phrases import ACT_VERBS
from podium.reading.participation.verbs import FRONTED, by_verb, may_tell_as_verb
from podium.reading.speech.grammar import NOMINATIVE, PREPOSITIONS
from podium.reading.speech.outline import Sentence
from podium.reading.speech.signals import PLANNED_VERBS, PRONOUN
from podium.reading.words import Word, is_lower_word

__all__ = ["find_participations"]

_first = attrgetter("first")
_DESCRIBES = ("Der", "Die")
_IN = frozenset(["im", "in"])
_PRONOUNS = frozenset(["er", "sie"])
_IN_OR_FORM = _IN | verb_forms()
_AUXILIARIES = frozenset("hat haben hatte wurde wurden wird werden".split())


def find_participations(
    doc: Document, persons: Persons, organisations: Organisations, sentences: list[Sentence]
) -> list[Participation]:
    """Participations in the order of the text, one a person, sentence and kind."""
    found: list[Participation] = []
    seen: set[tuple[int, int, str]] = set()
    by_token = {m.first: m for m in persons.mentions if persons.entities[m.entity].speaks}
    if not by_token:
        return found
    places = sorted(by_token)
    lead: Lead | None = None
    for sentence in sentences:
        if doc.blocks[sentence.block].kind == "caption" or is_cancelled(doc, sentence):
            continue
        here = places[bisect_left(places, sentence.first) : bisect_left(places, sentence.end)]
        people = _without_owners(doc, [by_token[k] for k in here if doc.quote_at[k] < 0])
        lead = lead_of(doc, sentence, people, lead)
        if pronouns := list(_pronouns(doc, persons, organisations, sentence)):
            people = sorted([*people, *pronouns], key=_first)
        for item in _of_sentence(doc, sentence, people, lead) if people else ():
            key = (item.person, item.sentence, item.act)
            if key not in seen:
                seen.add(key)
                found.append(item)
    return found


def _without_owners(doc: Document, people: list[Mention]) -> list[Mention]:
    """Persons but those in the genitive before another: "Stolzenaus | designierte Stellvertreterin Carola Dietze"."""
    if len(people) < 2:
        return people
    return [
        mention
        for mention, behind in zip_longest(people, people[1:])
        if behind is None
        or not mention.first <= behind.phrase[0] <= mention.end
        or doc.words[mention.end - 1][-1] not in "s’'"
        or doc.lowers[mention.end] in NOMINATIVE
    ]


def _pronouns(doc: Document, persons: Persons, organisations: Organisations, sentence: Sentence) -> Iterator[Mention]:
    """Pronouns and "der gebürtige Pfälzer" beside a verb, where a speech act can be told, as mentions."""
    if not sentence.signals & PRONOUN and doc.words[sentence.first] not in _DESCRIBES:
        return
    types = doc.types
    if not any(map(_tells, types[sentence.first : sentence.end])):
        return
    pronouns = [k for k in range(sentence.first, sentence.end) if doc.lowers[k] in _PRONOUNS]
    for token in dict.fromkeys([sentence.first, *pronouns]):
        if doc.quote_at[token] >= 0 or _is_object(doc, persons, sentence, token):
            continue
        end = token + 1 if doc.lowers[token] in _PRONOUNS else _description_end(doc, sentence, token)
        beside = [types[k] for k in (token - 1, end) if sentence.first <= k < sentence.end]
        if end == token or not any(w.verb for w in beside):
            continue
        person = resolve(doc, persons, organisations, token, end)
        if person is not None and persons.entities[person].speaks:
            yield Mention(token, end, person, "pronoun", (token, end))


def _is_object(doc: Document, persons: Persons, sentence: Sentence, token: int) -> bool:
    """ "auf sie", and "sie" in "X hieß sie willkommen"."""
    if token == sentence.first or doc.lowers[token] not in _PRONOUNS:
        return False
    if doc.lowers[token - 1] in PREPOSITIONS:
        return True
    before = bisect_left(persons.mentions, token - 1, key=_first) - 1
    beside = before >= 0 and token - 2 > sentence.first and persons.mentions[before].phrase[1] == token - 1
    return beside and doc.types[token - 1].verb


def _description_end(doc: Document, sentence: Sentence, token: int) -> int:
    """End of "Der gebürtige Pfälzer" at the start of a sentence, where it names nobody; `token` for anything else."""
    if token != sentence.first or doc.words[token] not in _DESCRIBES:
        return token
    noun = next((k for k in range(token + 1, min(token + 4, sentence.end)) if doc.types[k].cap), token)
    return noun + 1 if noun > token and all(map(is_lower_word, doc.words[token + 1 : noun])) else token


@per_form
def _tells(word: Word) -> bool:
    return act_of_noun(word) is not None or act_of_verb(word) is not None or word.lemma in ACT_VERBS


def _of_sentence(
    doc: Document, sentence: Sentence, people: list[Mention], lead: Lead | None
) -> Iterator[Participation]:
    announced = is_announced(doc, sentence)
    listed = lead is not None and doc.blocks[sentence.block].kind == "item" and not _has_label(doc, sentence)
    if lead is not None and listed and not _is_done(doc, people):
        for mention in chain(doc, people):
            yield Participation(
                mention.entity, mention, lead.act, lead.printed, lead.cue, sentence.number, lead.announced, False,
                "list-of-speakers",
            )  # fmt: skip
    told = list(_told(doc, sentence, people, announced))
    if not told and not listed and doc.blocks[sentence.block].kind == "item":
        cue = (sentence.first, sentence.first + 1)
        for mention in in_point(doc, sentence, people):
            yield Participation(
                mention.entity, mention, "Vortrag", None, cue, sentence.number, announced, False, "speech-of"
            )  # fmt: skip
    yield from told


def _told(doc: Document, sentence: Sentence, people: list[Mention], announced: bool) -> Iterator[Participation]:
    """What the nouns and verbs of a sentence tell, outside of quotations."""
    types = doc.types
    for token in compress(count(sentence.first), map(_sets_off, types[sentence.first : sentence.end])):
        word = types[token]
        if doc.quote_at[token] >= 0:
            continue
        if word.cap and not ((token == sentence.first and _is_fronted(doc, sentence, token)) or word.lower in _IN):
            if may_tell(word):
                yield from by_noun(doc, sentence, people, token, announced)
        elif word.cap or word.verb or word.lower in _IN_OR_FORM:
            yield from by_verb(doc, sentence, people, token, announced)


@per_form
def _sets_off(word: Word) -> bool:
    """Whether a noun, verb or "im" can tell of a speech act at all."""
    return (word.cap and may_tell(word)) or may_tell_as_verb(word)


def _is_done(doc: Document, people: list[Mention]) -> bool:
    """ "16.00 Uhr Preisverleihung durch X": a point that tells what somebody does, not that he speaks."""
    first = people[0].phrase[0]
    return "durch" in doc.lowers[max(0, first - 2) : first + 1]


def _has_label(doc: Document, sentence: Sentence) -> bool:
    """ "Moderation: X" in a list of those who discuss: a point with an act of its own."""
    first = sentence.first
    if doc.lowers[first] in PARTS:
        return True
    if first + 1 >= sentence.end or doc.words[first + 1] != ":":
        return False
    return act_of_noun(doc.types[first]) is not None or act_of_label(doc.types[first]) is not None


def _is_fronted(doc: Document, sentence: Sentence, token: int) -> bool:
    """ "Eröffnet hat die Tagung X", "Moderieren wird Y": a verb with a capital from its place."""
    following = token + 1
    if token != sentence.first or following >= sentence.end:
        return False
    lower, auxiliary = doc.types[token].lower, doc.types[following].lower
    infinitive = lower in PLANNED_VERBS and auxiliary in ("wird", "werden")
    return infinitive or (lower in FRONTED and auxiliary in _AUXILIARIES)
