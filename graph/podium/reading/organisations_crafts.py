"""Crafts firms told by their trade before the owner's name: "(Landtechnik Zeitler)", "bei Elektro Schieder"."""

from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import is_known
from podium.reading.lexicon import words_of
from podium.reading.names import NEVER, STRONG, kind
from podium.reading.organisations_known import Found

__all__ = ["find_craft", "is_craft"]

_CRAFTS = tuple(words_of("organisation_crafts.txt", "ends"))
_WHOLE = frozenset(words_of("organisation_crafts.txt", "whole"))
_BEFORE = frozenset(
    "( bei von vom beim Firma Firmen Fa. Betrieb Betriebe Inhaber Inhaberin Inhabers Chef Chefin".split()
)
_SURE = frozenset("( bei beim Firma Fa. und".split())
_PAIRED = frozenset(["und", ",", "sowie"])
_CLOSING = frozenset(["(", ")", ",", "in", "aus", ";", "und", "&", ".", "–"])


@cache
def is_craft(form: str) -> bool:
    """Whether a noun is a trade that firms put before the owner's name: "Landtechnik", "Salon", "Elektro"."""
    return form[:1].isupper() and (form in _WHOLE or (len(form) > 6 and form.lower().endswith(_CRAFTS)))


def find_craft(words: Sequence[str], at: int, floor: int) -> Found | None:
    """The crafts firm whose trade stands at token `at`, in a bracket or behind "bei", "von"; None where none does.

    One word behind it is the name: one that no dictionary has, or any that a bracket or comma ends.
    """
    end = at + 1
    if end >= len(words) or not (_opens_point(words, at, floor) or _is_told(words, at, floor)):
        return None
    name = words[end]
    if not (name[:1].isupper() and name.replace("-", "").isalpha()) or kind(name) & NEVER or name.isupper():
        return None
    following = words[end + 1] if end + 1 < len(words) else "."
    if following not in _CLOSING or (is_known(name) and words[at - 1] not in _SURE):
        return None
    if kind(name) & STRONG and words[at - 1] != "(":
        return None
    end += 1
    if following == "&" and words[end + 1 : end + 2] and words[end + 1][:1].isupper():
        end += 2
    text = " ".join(words[at:end])
    return Found(at, end, text, iri("organisation", text), "company", head=words[at], sure=False)


def _is_told(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether the words before a trade say that a firm follows: "bei", "Inhaber von", another firm of the kind."""
    return at > floor and (words[at - 1] in _BEFORE or _listed(words, at))


def _opens_point(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether a point of a list is a firm with its town: "- Metallbau Triebel, Ilmenau"."""
    opens = at == floor or (at == floor + 1 and words[floor] in _BULLETS)
    return opens and words[at + 2 : at + 3] == [","]


_BULLETS = frozenset("- – • · *".split())


def _listed(words: Sequence[str], at: int) -> bool:
    """Whether another firm of the kind stands before: "bei Metallbau Krüll und | Elektro Schieder"."""
    return at > 3 and words[at - 1] in _PAIRED and is_craft(words[at - 3]) and words[at - 4] in _BEFORE
