"""Letterheads in capitals, read as if printed in small letters: "LANDRATSAMT NORDHAUSEN" → "Landratsamt Nordhausen"."""

from collections.abc import Sequence
from functools import cache

from podium.reading.document import Document
from podium.reading.inflection import is_known
from podium.reading.jobcenters import is_agency_word, is_jobcenter_word
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_known import Known
from podium.reading.organisations_tails import NO_NAMES

__all__ = ["readable_words"]

_FIRST = 60  # tokens that a letterhead lies in


def readable_words(doc: Document, known: Known) -> Sequence[str]:
    """The words of a text; lines in capitals at its head that name a body have their words in usual spelling."""
    if not any(len(form) > 4 for form in filter(str.isupper, doc.words[:_FIRST])):
        return doc.words
    changed: list[str] | None = None
    for first, end, _ in doc.sentences:
        if first >= _FIRST:
            break
        words = doc.words[first:end]
        if len(words) > 1 and all(form.isupper() for form in words if form[0].isalpha()) and _names_body(words, known):
            changed = changed or list(doc.words)
            changed[first:end] = [_usual(form) for form in words]
    return changed or doc.words


def _names_body(words: Sequence[str], known: Known) -> bool:
    usual = [_usual(form) for form in words]
    return any(
        head_of(form) or is_agency_word(form) or is_jobcenter_word(form) or known.names.longest(usual, at)
        for at, form in enumerate(usual)
        if len(form) > 3
    )


@cache
def _usual(form: str) -> str:
    """ "KREIS" → "Kreis", "FÜR" → "für", "BADEN-WÜRTTEMBERG" → "Baden-Württemberg"; "DGB", "IHK" stay."""
    if not form.isupper() or not form[0].isalpha():
        return form
    if form.lower() in NO_NAMES:
        return form.lower()
    short = len(form) < 5 and not is_known(form.title()) and head_of(form) is None
    return (
        form
        if short and not any(vowel in form for vowel in "AEIOUÄÖÜ")
        else "-".join(p.title() for p in form.split("-"))
    )
