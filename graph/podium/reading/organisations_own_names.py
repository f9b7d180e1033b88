"""Names of houses and groups that stand without quotation marks: "Verein Wendepunkt", "Klinik an der Lindenhöhe"."""

import re
from collections.abc import Sequence
from functools import cache

from podium.reading.inflection import is_adjective, is_known
from podium.reading.lexicon import words_of

__all__ = ["own_name_end", "site_end"]

_SITES = tuple(words_of("organisation_own_names.txt", "sites"))
_NAMES = frozenset(words_of("organisation_own_names.txt", "names"))
_FIRST = frozenset(words_of("organisation_own_names.txt", "first words"))
_FIELDS = frozenset(words_of("organisation_own_names.txt", "fields"))
_BEFORE_SITE: dict[str, tuple[str, ...]] = {"am": (), "an": ("der",), "auf": ("der",), "vor": ("dem",)}
# Such places that are none on a map: "am Arbeitsmarkt".
_NO_SITE = re.compile(
    r"(?:arbeits|ausbildungs|studien|praktikums|lern|vor|um|berufs|handlungs|tätigkeits|stellen|wohnungs|direk)"
)


def site_end(words: Sequence[str], at: int) -> int:
    """End of where a house stands, as part of its name, from token `at`: "am Park", "an der Lindenhöhe"; else 0."""
    articles = _BEFORE_SITE.get(words[at].lower())  # "Klinik Am Park" too
    if articles is None:
        return 0
    noun = at + 1
    if articles:
        if words[noun : noun + 1] == [] or words[noun] not in articles:
            return 0
        noun += 1
    if noun < len(words) and words[noun].endswith("er") and words[noun][0].isupper():
        noun += 1  # "am Klever Tor"
    return noun + 1 if noun < len(words) and _is_site(words[noun]) else 0


@cache
def _is_site(form: str) -> bool:
    lower = form.lower()
    return form[:1].isupper() and lower.endswith(_SITES) and not _NO_SITE.match(lower)


def own_name_end(words: Sequence[str], at: int, head: str) -> int:
    """End of a name of its own behind "Verein", "Initiative" from token `at`; 0 where the words need not be one.

    Words that such bodies are called by, words with a capital inside, "Pro …", and pairs of fields of work.
    """
    end = at + (_begins(words, at) or (head.endswith(_WITH_FIELD) and words[at] in _FIELDS))
    if end == at:
        return 0
    if end + 1 < len(words) and words[end] in ("&", "+") and words[end + 1][:1].isupper():
        return end + 2
    if _inner_capital(words[at]) and end < len(words) and words[end][:1].isupper() and words[end].isalpha():
        return end + 1  # "SelbstBestimmt Leben"
    return end


_WITH_FIELD = (
    "etzwerk",
    "rbeitskreis",
    "eratungsstelle",
    "achstelle",
    "tiftung",
    "ildungswerk",
)  # "Netzwerk Inklusion"


def _begins(words: Sequence[str], at: int) -> int:
    """How many words from token `at` are surely a name."""
    form, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if form in _FIRST and following[:1].isupper():
        return 2  # "Pro Lausitz", "Neue Wege"
    if following[:1].isupper() and following.isalpha() and _adjective_of_name(form):
        return 2  # "Berufliche Bildung", "Faire Mobilität"
    if form in _FIELDS and following in ("und", "+", "&") and at + 2 < len(words) and words[at + 2] in _FIELDS:
        return 3  # "Arbeit und Leben"
    return 1 if form in _NAMES or _inner_capital(form) or _capitals(form) else 0


@cache
def _adjective_of_name(form: str) -> bool:
    """Whether an adjective has a capital, as those have that a name begins with: "Berufliche", no town's in -er."""
    return form.endswith(("e", "es")) and form[:1].isupper() and is_known(form.lower()) and is_adjective(form)


@cache
def _capitals(form: str) -> bool:
    """Whether a name is printed in capitals: "Arbeitslosenzentrum MALZ"."""
    return (
        3 <= len(form) <= 12
        and form.isupper()
        and form.isalpha()
        and not re.fullmatch(r"[IVXLC]+|UND|DER|DIE|DAS|FÜR", form)
    )


@cache
def _inner_capital(form: str) -> bool:
    """Whether a word has a capital inside, as invented names have: "SelbstBestimmt", "ProJob"."""
    inner = [letter for letter in form[1:] if letter.isupper()]
    return form[:1].isupper() and form.isalpha() and bool(inner) and not form.isupper() and form[1].islower()
