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

__all__ = ["Gathering", "is_of_town", "read_phrase"]

_ROWS = frozenset(["Gespräche"])  # plurals that name one gathering of a row
_SHORTEST = 4  # letters of a town's adjective

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
    if found.form == "Debatte":
        return any(adjective.startswith("Aktuelle") for adjective in adjectives)  # not "die aktuelle Debatte"
    return found.needs != "x" or any(map(is_fixed, adjectives))


def _name(found: Noun, adjectives: list[str], inside: bool) -> str:
    """Adjectives and noun in the nominative; `inside` a sentence no adjective has a capital for being its first."""
    lowered = [w if w[0].islower() or inside else _lower_start(w) for w in adjectives]
    if lowered and is_of_town(found, lowered[-1]):
        return " ".join([*(w.removesuffix("n") for w in lowered), found.form])
    if found.needs == "x":
        lowered = [w.capitalize() for w in lowered]
    if found.form == "Tisch":
        lowered = [w.capitalize() if is_round(w) else w for w in lowered]
    return nominative([*lowered, found.form], None, gender(found.form))


def _lower_start(form: str) -> str:
    """An adjective as it is written inside a sentence; one made from a name keeps its capital."""
    of_town = form.endswith("er") and (not is_known(form.lower()) or is_known(form[:-2]))  # "Ulmer", "Nürnberger"
    return form if of_town else form[0].lower() + form[1:]


def is_of_town(noun: Noun, before: str) -> bool:
    """Whether a plural with the adjective of a town before it is the name of a row: "Ulmer Gespräche"."""
    return noun.form in _ROWS and before[:1].isupper() and before.endswith("er") and len(before) > _SHORTEST


def _is_plural(words: list[str], at: int, first: int, found: Noun, article: str) -> bool:
    """Whether what stands before a noun, or its gender, shows several gatherings."""
    if is_of_town(found, words[at - 1] if at else ""):
        return False  # "die nächsten Ulmer Gespräche"
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
