"""Kinds of contribution: which words say that somebody gave a speech, a talk, a welcome, sat on a panel."""

from functools import cache

from podium.reading.forms import per_form
from podium.reading.lexicon import records
from podium.reading.words import Word
from podium.reading.words import word as as_word

__all__ = [
    "act_of_label", "act_of_noun", "act_of_person_noun", "act_of_verb", "is_audience", "is_carrier",
    "is_gathering", "is_left_to", "is_medium", "is_seat", "is_talk", "is_topic", "is_workshop", "verb_forms",
]  # fmt: skip


def _lexicon() -> dict[str, dict[str, list[str]]]:
    return records("acts.yaml")  # type: ignore[no-any-return]


@cache
def _endings(section: str) -> tuple[tuple[str, str], ...]:
    """(ending, act), the longest endings first, so that "Podiumsdiskussion" is no "Diskussion"."""
    pairs = [(noun, act) for act, nouns in _lexicon()[section].items() for noun in nouns]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _ending(word: Word, section: str) -> str | None:
    if not word.cap:
        return None
    for part in (word.lower, word.lower.rsplit("-", 1)[-1]):
        for ending, act in _endings(section):
            if part == ending.lstrip("=") or (len(ending) > 4 and part.endswith(ending)):
                return act
    return None


@per_form
def act_of_noun(word: Word) -> str | None:
    """Kind of contribution that a noun names: "Festvortrag" → "Vortrag"; None for other words."""
    return _ending(word, "nouns")


@per_form
def act_of_label(word: Word) -> str | None:
    """Kind of contribution that a noun names before a colon: "Leitung:" → "Moderation"."""
    return _ending(word, "labels")


@per_form
def act_of_person_noun(word: Word) -> str | None:
    """Kind of contribution of which a noun names the speaker: "Mairednerin" → "Rede"."""
    return _ending(word, "people")


def verb_forms() -> frozenset[str]:
    """Forms of such verbs that the lemmatiser reads as other words."""
    return frozenset(_lexicon()["forms"])


@per_form
def act_of_verb(word: Word) -> str | None:
    """Kind of contribution that a verb names by itself: "diskutierten" → "Podiumsdiskussion"."""
    verb = as_word(word.lower) if word.cap else word  # "Predigen wird X"
    lemma = _lexicon()["forms"].get(word.lower, verb.lemma if verb.verb else "")
    return next((act for act, verbs in _lexicon()["verbs"].items() if lemma in verbs), None)


@per_form
def is_carrier(word: Word) -> bool:
    """Whether a verb form goes with such a noun: "hielt", "sprachen", "lag"."""
    carriers = _lexicon()["carriers"]
    if word.lemma in carriers:
        return word.verb or word.lower in ("hatte", "hatten", "hielt", "gab")
    return word.lower in carriers


def _is_one_of(word: Word, section: str) -> bool:
    if not word.cap:
        return False
    nouns: list[str] = _lexicon()[section]  # type: ignore[assignment]
    lower = word.lower.rsplit("-", 1)[-1]
    return any(form == n or (form.endswith(n) and len(n) > 4) for form in (lower, word.lemma.lower()) for n in nouns)


@per_form
def is_audience(word: Word) -> bool:
    """Whether a noun means people who are greeted at a gathering."""
    return _is_one_of(word, "audience")


@per_form
def is_gathering(word: Word) -> bool:
    """Whether a noun means a gathering that can be opened."""
    return _is_one_of(word, "gathering")


@per_form
def is_workshop(word: Word) -> bool:
    """Whether a noun means a part of a gathering that somebody leads."""
    return _is_one_of(word, "workshops")


@per_form
def is_topic(word: Word) -> bool:
    """Whether a noun means a subject that somebody introduces."""
    return _is_one_of(word, "topics")


@per_form
def is_talk(word: Word) -> bool:
    """Whether a noun means one talk that somebody leads or has."""
    return _is_one_of(word, "talks")


@per_form
def is_seat(word: Word) -> bool:
    """Whether a noun means where the guests of a talk sit."""
    return _is_one_of(word, "seats")


@per_form
def is_left_to(word: Word) -> bool:
    """Whether a verb leaves a speech to somebody: "Das Schlusswort gehörte X"."""
    return word.lemma in _lexicon()["left_to"]


@per_form
def is_medium(word: Word) -> bool:
    """Whether a noun means a medium to which somebody speaks."""
    return _is_one_of(word, "media")
