"""Noun phrases that can be a speaker: article, attributes, nouns and names, genitives, appositions."""

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.grammar import (
    ADVERBS,
    NOMINATIVE,
    OBLIQUE,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    finite,
    has_finite,
)
from podium.reading.words import is_known

__all__ = ["noun_phrase", "skip_adjuncts"]

_GENITIVE = frozenset(
    ["des", "der", "eines", "einer", "seines", "seiner", "ihres", "ihrer", "dieses", "dieser", "unserer"]
)
_ATTACHED = frozenset(["von", "vom", "für", "aus", "beim"])
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "di",
        "da",
        "del",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "zu",
        "zur",
        "vom",
        "zum",
        "ter",
        "ten",
        "und",
        "y",
    ]
)
_LONGEST_APPOSITION = 14
_SKIPPED = ADVERBS | {"sich", "es"}


def noun_phrase(doc: Document, actors: Actors, i: int, limit: int, depth: int = 0) -> int:
    """End of the noun phrase that begins at token i, or i where there is none; never beyond `limit`."""
    if i >= limit:
        return i
    types = doc.types
    if types[i].lower in PERSONAL or types[i].lower in ("man", "wir", "ich"):
        return i + 1
    mention = actors.person_at(i)
    known = mention.phrase[1] if mention and mention.phrase[0] <= i < mention.phrase[1] else i
    core = _core(doc, i, limit)
    if core == i and known == i:
        if types[i].lower in PRONOUNS and types[i].lower not in ("das", "dies", "es"):
            return i + 1
        return i
    end = max(core, min(known, limit))
    return _attachments(doc, actors, end, limit, depth)


def _core(doc: Document, i: int, limit: int) -> int:
    """Article, attributes and the run of nouns and names; i where no noun follows."""
    types, words = doc.types, doc.words
    j = i
    while j < limit and (
        types[j].lower in NOMINATIVE or types[j].lower in OBLIQUE or types[j].lower in ("rund", "etwa")
    ):
        j += 1
    start = j
    if i < j < limit and types[j].lower in PREPOSITIONS:
        j = _over_participle(doc, j, limit)
    while j < limit and j - start < 10 and _attribute(doc, j):
        j += 1
    if j >= limit or not (types[j].cap or types[j].digit or (doc.quote_at[j] >= 0 and j - i <= 4)):
        return j if j > start and types[j - 1].digit and types[j - 1].alpha else i  # "der 81-jährige"
    if doc.quote_at[j] >= 0:
        return _names(doc, j, limit)
    return _names(doc, j, limit) if types[j].alpha or words[j].isdigit() else i


def _over_participle(doc: Document, j: int, limit: int) -> int:
    """ "der für die Region zuständige Koordinator": the attribute behind its own prepositional phrase, else j."""
    for k in range(j + 2, min(limit - 1, j + 9)):
        if doc.words[k] in (",", ".", ":", ";"):
            return j
        if _is_participle(doc, k) and doc.types[k + 1].cap and doc.types[k - 1].cap:
            return k
    return j


def _is_participle(doc: Document, k: int) -> bool:
    """Whether a word can be an adjective or participle in the nominative before a noun."""
    word = doc.types[k]
    return (
        not word.cap
        and word.alpha
        and word.lower.endswith(("ige", "iger", "ige", "te", "ter", "ene", "ener", "ende", "ender", "liche", "licher"))
    )


def _attribute(doc: Document, j: int) -> bool:
    word = doc.types[j]
    if word.cap or not word.alpha:
        return word.digit and not word.alpha
    return (
        word.lower.endswith(("e", "er", "en", "es", "em", "n"))
        and word.lower not in PREPOSITIONS
        and (not finite(word) or word.participle or word.lower.endswith(("te", "ten", "ene", "enen", "ende", "enden")))
        and word.lower not in ("und", "oder", "denn")
    )


def _names(doc: Document, j: int, limit: int) -> int:
    """End of a run of capitalised words with what may stand between them."""
    types, words, quote_at = doc.types, doc.words, doc.quote_at
    while j < limit:
        word = types[j]
        if quote_at[j] >= 0:
            quote = doc.quotes[quote_at[j]]
            named = j == 0 or not types[j - 1].cap or is_known(types[j - 1].lower)
            if quote.first == j and quote.last - j <= 6 and quote.last < limit and named:
                j = quote.last + 1
                continue
            break
        if (
            (word.cap and (word.alpha or word.digit))
            or (word.digit and words[j].isdigit() and len(words[j]) <= 4)
            or (
                (
                    word.lower in _PARTICLES
                    and j + 1 < limit
                    and types[j + 1].cap
                    and types[j - 1].cap
                    and word.lower
                    not in (
                        "der",
                        "den",
                        "und",
                        "zu",
                        "zur",
                        "vom",
                        "zum",
                        "von",
                    )
                )
                or (words[j] in "/&-–" and j + 1 < limit and types[j + 1].cap and doc.starts[j + 1] == doc.ends[j])
                or (word.lower in ("und", "&") and j + 1 < limit and types[j + 1].cap and words[j - 1].endswith("-"))
                or (
                    word.lower == "von"
                    and j + 1 < limit
                    and types[j + 1].cap
                    and types[j - 1].cap
                    and _is_name(doc, j - 1)
                )
            )
        ):
            j += 1
        else:
            break
    return j


def _is_name(doc: Document, j: int) -> bool:
    """A capitalised word that no dictionary knows as a noun is rather a name ("Almut von Hagen")."""
    word = doc.types[j]
    return word.lemma == word.text and len(word.text) > 2


def _attachments(doc: Document, actors: Actors, j: int, limit: int, depth: int) -> int:
    """End of what belongs to the phrase that ends at j: brackets, genitives, "vom DGB", appositions, "und B"."""
    types, words = doc.types, doc.words
    while j < limit and depth < 4:
        word = words[j]
        lower = types[j].lower
        if word == "(":
            close = next((k for k in range(j + 1, min(limit, j + 25)) if words[k] == ")"), 0)
            if not close:
                return j
            j = close + 1
            if j < limit and types[j].cap and doc.quote_at[j] < 0:
                j = _names(doc, j, limit)
            continue
        if lower in _GENITIVE or lower in _ATTACHED:
            end = noun_phrase(doc, actors, j + 1 if lower in _ATTACHED else j, limit, depth + 1)
            if end > j + 1:
                j = end
                continue
            return j
        if lower in ("in", "im", "am") and j + 1 < limit and actors.organisation_at(j + 1):
            end = noun_phrase(doc, actors, j + 1, limit, depth + 1)
            if end > j + 1:
                j = end
                continue
            return j
        if word == "," and depth == 0 and _listed(doc, actors, j, limit):
            j = noun_phrase(doc, actors, j + 1, limit, 1)
            continue
        if word == "," and depth == 0:
            end = _apposition(doc, actors, j, limit)
            if end > j:
                j = end
                continue
            return j
        if lower in ("und", "sowie") and depth == 0:
            end = noun_phrase(doc, actors, j + 1, limit, 1)
            if end > j + 1 and types[j + 1].lower not in PERSONAL:
                j = end
                continue
        return j
    return j


def _listed(doc: Document, actors: Actors, comma: int, limit: int) -> bool:
    """ "A, B und C": after the comma an organisation or person, and the list goes on to "und"."""
    start = comma + 1
    if start >= limit or not (actors.organisation_begins(start) or actors.person_begins(start)):
        return False
    end = noun_phrase(doc, actors, start, limit, 1)
    while end < limit and doc.words[end] == ",":
        following = noun_phrase(doc, actors, end + 1, limit, 1)
        if following <= end + 1:
            return False
        end = following
    return end < limit and doc.types[end].lower in ("und", "sowie")


def _apposition(doc: Document, actors: Actors, comma: int, limit: int) -> int:
    """End of an apposition between a comma and the next comma, colon or full stop, else `comma`."""
    types, words = doc.types, doc.words
    start = comma + 1
    if start >= limit or doc.quote_at[start] >= 0:
        return comma
    lower = types[start].lower
    if not (types[start].cap or lower in NOMINATIVE or _attribute(doc, start)) or lower in PERSONAL:
        return comma
    end = start
    while (
        end < limit
        and end - start <= _LONGEST_APPOSITION
        and words[end] not in (",", ":", ";", ".", "!", "?", "–", "-")
    ):
        if doc.quote_at[end] >= 0 and doc.quotes[doc.quote_at[end]].last - end > 6:
            return comma
        end += 1
    if end - start > _LONGEST_APPOSITION or has_finite(doc, start, end):
        return comma
    if (end < limit and words[end] == "," and end + 1 < limit and finite(types[end + 1])) or end >= limit:
        return end + 1 if end < limit else end
    if end < limit and words[end] in ".:":
        return end
    return comma if not actors.can_speak(start, end) else (end + 1 if words[end] == "," else end)


def skip_adjuncts(doc: Document, actors: Actors, i: int, limit: int) -> int:
    """First token at or after i that is neither adverb, reflexive nor prepositional phrase."""
    types = doc.types
    while i < limit:
        lower = types[i].lower
        if types[i].cap:
            return i
        if lower in PREPOSITIONS:
            end = noun_phrase(doc, actors, i + 1, limit, 2)
            if end <= i + 1:
                return i
            i = end
        elif lower in _SKIPPED or types[i].digit:
            i += 1
        else:
            return i
    return i
