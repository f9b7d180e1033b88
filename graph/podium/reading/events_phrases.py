"""Noun phrases that may name a gathering: head, modifiers, number, title, place; without deciding what they mean."""

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_left import (
    article_before,
    article_of_participle,
    is_fixed,
    is_none,
    is_round,
    kept,
    modifiers,
)
from podium.reading.events_nouns import Noun
from podium.reading.events_right import right_of
from podium.reading.inflection import gender, is_known, nominative
from podium.reading.lexicon import words_of
from podium.reading.places import Places
from podium.reading.values import value

__all__ = ["Gathering", "read_phrase"]

_PLURAL_BEFORE = frozenset(words_of("event_words.txt", "plural"))


@value
class Gathering:
    """A noun phrase for a gathering at the tokens `first` … `end`-1, its article and preposition before it.

    `name` is nominative; `number` an ordinal, letter or year that tells it from others; `title` what stands in
    quotation marks; `of` the words of its "of" and "about" phrases; `place` as printed without preposition;
    `adjectives` those that the name keeps, `described` all of them.
    """

    first: int
    end: int
    head: int
    noun: Noun
    name: str
    article: str
    preposition: str
    adjectives: tuple[str, ...]
    number: str
    title: str
    of: str
    place: str
    venue: bool
    described: tuple[str, ...] = ()


def read_phrase(doc: Document, at: int, found: Noun, organisations: Organisations, known: Places) -> Gathering | None:
    """The noun phrase whose head stands at token `at`; None where it is a plural or speaks of none."""
    words = doc.words
    floor = doc.sentences[doc.sentence_at[at]][0]
    first, adjectives, number = modifiers(words, at, floor)
    article, preposition = article_before(words, first, floor)
    if not article and adjectives:
        article, preposition = article_of_participle(words, first, floor)
    if not _is_whole(found, adjectives) or _is_plural(words, at, first, found, article):
        return None
    if article.startswith("ein") and first > floor + 1 and words[first - 2].lower() == "so":
        return None  # "wie wichtig so eine Messe ist"
    if is_none(article) or (not article and first > floor and is_none(words[first - 1])):
        return None
    end, right = right_of(doc, at, found.family, organisations, known)
    number = number or right.number
    told = kept(adjectives)
    name = _name(found, told, first > floor)
    if number and number[0].isdigit() and first < at and words[first] == number:
        name = f"{number} {name}"
    return Gathering(
        first, end, at, found, " ".join([name, *right.parts]), article, preposition, tuple(told), number,
        right.title, right.of, right.place, right.venue, tuple(adjectives),
    )  # fmt: skip


def _is_whole(found: Noun, adjectives: list[str]) -> bool:
    """Whether a noun that is a gathering only with a certain adjective has it: "Runder Tisch", "Aktuelle Stunde"."""
    if found.ending == "tisch" and not (found.form == "Tisch" and any(map(is_round, adjectives))):
        return False
    return found.needs != "x" or any(map(is_fixed, adjectives))


def _name(found: Noun, adjectives: list[str], inside: bool) -> str:
    """Adjectives and noun in the nominative; `inside` a sentence no adjective has a capital for being its first."""
    lowered = [w if w[0].islower() or inside else _lower_start(w) for w in adjectives]
    if found.needs == "x":
        lowered = [w.capitalize() for w in lowered]
    if found.form == "Tisch":
        lowered = [w.capitalize() if is_round(w) else w for w in lowered]
    return nominative([*lowered, found.form], None, gender(found.form))


def _lower_start(form: str) -> str:
    """An adjective as it is written inside a sentence; one made from a name keeps its capital."""
    return form if form.endswith("er") and not is_known(form.lower()) else form[0].lower() + form[1:]


def _is_plural(words: list[str], at: int, first: int, found: Noun, article: str) -> bool:
    """Whether what stands before a noun, or its gender, shows several gatherings."""
    before = words[first - 1].lower() if first else ""
    if before in _PLURAL_BEFORE and before != "die":
        return True
    if found.family.startswith("told "):
        return False  # the frame has seen to it, whatever gender the noun has
    if not found.either:
        return article == "die" and (gender(found.form) or gender(found.ending.capitalize())) != "f"
    if article in ("die", "den", "der"):
        return gender(found.form) == "n" or article == "die"
    return not article and words[at].endswith("s")
