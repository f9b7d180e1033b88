"""The core of a noun phrase: article, attributes, and the run of nouns and names."""

from podium.reading.document import Document
from podium.reading.speech.grammar import NOMINATIVE, OBLIQUE, PREPOSITIONS, finite
from podium.reading.speech.lists import speech_words
from podium.reading.words import is_known

__all__ = ["core_end", "is_attribute_form", "is_oblique", "names_end"]

_DETERMINERS = NOMINATIVE | OBLIQUE | {"rund", "etwa"}
_PARTICLES = speech_words("name particles")
_NOMINATIVE_ENDINGS = tuple(speech_words("endings of nominative attributes"))
_PARTICIPLE_ENDINGS = ("te", "ten", "ene", "enen", "ende", "enden")
_NO_ATTRIBUTE = PREPOSITIONS | NOMINATIVE | OBLIQUE | {"und", "oder", "denn"}
_JUST = frozenset(
    "so frisch soeben eben neu gerade derart solchermaßen bereits schon jüngst kürzlich inzwischen mittlerweile damals"
    " seinerzeit längst heute später ehemals einst zwischenzeitlich ebenfalls auch sichtlich eigens lange langjährig"
    " noch derzeit kurzfristig zuletzt dort dafür hierfür persönlich digital virtuell".split()
)
_MOST_ATTRIBUTES = 10
_LONGEST_QUOTED_NAME = 6  # tokens between the marks


def core_end(doc: Document, i: int, limit: int) -> int:
    """End of article, attributes and the run of nouns and names at token i; i where no noun follows."""
    types = doc.types
    j = i
    while j < limit and types[j].lower in _DETERMINERS:
        j += 1
    start = j
    if i < j < limit and (types[j].lower in PREPOSITIONS or types[j].lower == "als"):
        j = _over_participle(doc, j, limit)
    if i < j < limit - 1 and types[j].lower in _JUST and (types[j + 1].cap or is_attribute_form(doc, j + 1)):
        j += 1  # "der so Gelobte", "die frisch gewählte Chefin"
    while j < limit and j - start < _MOST_ATTRIBUTES and is_attribute_form(doc, j):
        j += 1
    if j < limit and doc.quote_at[j] >= 0 and j - i <= 4:
        return names_end(doc, j, limit)
    if j < limit and (types[j].cap or types[j].digit):
        noun = doc.quote_at[j] >= 0 or types[j].alpha or doc.words[j].isdigit()
        return names_end(doc, j, limit) if noun else i
    return j if j > start and types[j - 1].digit and types[j - 1].alpha else i  # "der 81-jährige"


def is_oblique(doc: Document, i: int) -> bool:
    """Whether a phrase is by its first words no nominative: "dem Leiter", "der neuen Leiterin"."""
    lower = doc.types[i].lower
    if lower in OBLIQUE:
        return True
    following = doc.types[i + 1] if i + 1 < len(doc.types) else None
    return lower == "der" and following is not None and not following.cap and following.lower.endswith("en")


def _over_participle(doc: Document, j: int, limit: int) -> int:
    """ "der für die Region zuständige Koordinator": the attribute behind its own prepositional phrase, else j."""
    types = doc.types
    for k in range(j + 2, min(limit - 1, j + 9)):
        if doc.words[k] in (",", ".", ":", ";"):
            return j
        word = types[k]
        attribute = not word.cap and word.alpha and word.lower.endswith(_NOMINATIVE_ENDINGS)
        if attribute and types[k + 1].cap and types[k - 1].cap:
            return k
    return j


def is_attribute_form(doc: Document, j: int) -> bool:
    """Whether a token can be an adjective or participle before a noun, or a number."""
    word = doc.types[j]
    if word.cap or not word.alpha:
        return word.digit and not word.alpha
    return (
        word.lower.endswith(("e", "er", "en", "es", "em", "n"))
        and word.lower not in _NO_ATTRIBUTE
        and (not finite(word) or word.participle or word.lower.endswith(_PARTICIPLE_ENDINGS))
    )


def names_end(doc: Document, j: int, limit: int) -> int:
    """End of a run of capitalised words with what may stand between them."""
    types, words = doc.types, doc.words
    while j < limit:
        if doc.quote_at[j] >= 0:
            quoted = _quoted_name(doc, j, limit)
            if quoted == j:
                break
            j = quoted
            continue
        word = types[j]
        named = word.cap and (word.alpha or word.digit)
        number = word.digit and words[j].isdigit() and len(words[j]) <= 4
        if not (named or number or (j + 1 < limit and types[j + 1].cap and _joins(doc, j))):
            break
        j += 1
    return j


def _quoted_name(doc: Document, j: int, limit: int) -> int:
    """End of a short quotation at j that is (part of) a name, else j."""
    quote, before = doc.quotes[doc.quote_at[j]], doc.types[j - 1]
    if quote.first != j or quote.last - j > _LONGEST_QUOTED_NAME or quote.last >= limit:
        return j
    return quote.last + 1 if j == 0 or not before.cap or is_known(before.lower) else j


def _joins(doc: Document, j: int) -> bool:
    """Whether a token joins two parts of one name: "van", "/", "und" behind a hyphen, "von" behind a first name."""
    lower, before = doc.types[j].lower, doc.types[j - 1]
    if lower in _PARTICLES and before.cap:
        return True
    if doc.words[j] in ("'", "’") and before.text[-1:] in "sxzß":
        return True  # "Ahrens' Vorgänger"
    if doc.words[j] in "/&-–" and doc.starts[j + 1] == doc.ends[j]:
        return True
    if lower in ("und", "&") and doc.words[j - 1].endswith("-"):
        return True
    # a capitalised word that no dictionary knows as a noun is rather a name ("Almut von Hagen")
    return lower == "von" and before.cap and before.lemma == before.text and len(before.text) > 2
