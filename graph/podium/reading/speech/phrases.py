"""Noun phrases that can be a speaker: a core with genitives, complements, appositions and further members."""

from podium.reading.speech.actors import Actors
from podium.reading.speech.appositions import apposition_end
from podium.reading.speech.grammar import (
    ADVERBS,
    NOMINATIVE,
    OBLIQUE,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    finite,
)
from podium.reading.speech.lists import speech_words
from podium.reading.speech.noun_cores import core_end, names_end

__all__ = ["noun_phrase", "skip_adjuncts"]

_GENITIVE = speech_words("genitive determiners")
_ATTACHED = speech_words("attached prepositions")
_ALONE = PERSONAL | {"man", "wir", "ich"}
_PRONOUNS = PRONOUNS - {"das", "dies", "es"}
_SKIPPED = ADVERBS | {"sich", "es", "ihn", "ihm", "ihnen", "uns", "denn", "wiederum", "eingangs", "sichtlich"}
_WHEN = frozenset("vergangenen letzten vorigen diesen kommenden nächsten jeden ganzen".split())
_DEEPEST = 4
_LONGEST_BRACKET = 25  # tokens
_LONGEST_DASHES = 40  # tokens
_DASHES = frozenset(["–", "—"])
_THE = frozenset(["der", "die", "das", "dem", "den", "des"])
_AND = frozenset(["und", "sowie"])
_SUCH_AS = frozenset([("unter", "anderem"), ("unter", "anderen"), ("vor", "allem"), ("zum", "beispiel")])
_MANNER = 3  # words of manner
_NO_MANNER = NOMINATIVE | OBLIQUE | PERSONAL | PRONOUNS | SUBORDINATORS | {"nicht", "kein", "keine", "als", "oder"}


def noun_phrase(actors: Actors, i: int, limit: int, depth: int = 0) -> int:
    """End of the noun phrase that begins at token i, or i where there is none; never beyond `limit`.

    Appositions and coordinated phrases belong to it at depth 0 only.
    """
    if i >= limit:
        return i
    lower = actors.doc.types[i].lower
    if lower in _ALONE:
        return _with_colleague(actors, i, limit) if depth == 0 else i + 1
    if lower == "die" and actors.doc.lowers[i + 1 : i + 2] == ["beiden"] and not _is_noun(actors, i + 2, limit):
        return i + 2
    if lower == "sowohl":
        return _both(actors, i, limit, depth)
    mention = actors.person_at(i)
    known = mention.phrase[1] if mention and mention.phrase[0] <= i < mention.phrase[1] else i
    core = core_end(actors.doc, i, limit)
    if core == i and known == i:
        known = _lower_name(actors, i, limit)
    if core == i and known == i:
        return i + 1 if lower in _PRONOUNS else i
    named = actors.organisation_at(core - 1) if core > i else None
    end = max(core, min(known, limit), min(named.end, limit) if named is not None and named.first < core else 0)
    while end < limit and depth < _DEEPEST:
        further = _attached(actors, end, limit, depth)
        if further == end:
            break
        end = further
    return end


def _is_noun(actors: Actors, i: int, limit: int) -> bool:
    """Whether a noun stands at i."""
    return i < limit and actors.doc.types[i].cap


def _with_colleague(actors: Actors, i: int, limit: int) -> int:
    """End of "er und seine Mitautorin X" that begins at i, or of the pronoun alone."""
    if i + 3 >= limit or actors.doc.lowers[i + 1] != "und" or actors.doc.lowers[i + 2] not in POSSESSIVES:
        return i + 1
    end = noun_phrase(actors, i + 2, limit, 1)
    return end if any(actors.person_at(k) is not None for k in range(i + 2, end)) else i + 1


def _lower_name(actors: Actors, i: int, limit: int) -> int:
    """End of a name in lower case with its article ("die bag if"), or i."""
    mention = actors.organisation_at(i) or (actors.organisation_at(i + 1) if i + 1 < limit else None)
    if mention is None or (i not in (mention.phrase[0], mention.first) and mention.first != i + 1):
        return i
    return mention.end if actors.doc.types[i].lower in _THE or mention.first == i else i


def _both(actors: Actors, i: int, limit: int, depth: int) -> int:
    """End of "sowohl A als auch B" that begins at i, or i."""
    middle = noun_phrase(actors, i + 1, limit, 1)
    if middle == i + 1 or actors.doc.lowers[middle : middle + 2] not in (["als", "auch"], ["wie", "auch"]):
        return i
    return _or_else(noun_phrase(actors, middle + 2, limit, depth), i)


def _attached(actors: Actors, j: int, limit: int, depth: int) -> int:
    """End of what hangs at j on the phrase before: a bracket, a genitive, "vom DGB", "in der BA"; j for nothing."""
    doc = actors.doc
    lower = doc.types[j].lower
    if lower == "(":
        return _bracket(actors, j, limit)
    if lower in _DASHES:
        return _between_dashes(actors, j, limit)
    if lower == "der" and (named := actors.person_at(j - 1)) is not None and named.end == j:
        return j  # "neben Anna Sand der Vorsitzende X": no genitive stands behind a name
    if lower in _GENITIVE:
        return _or_else(noun_phrase(actors, j, limit, depth + 1), j)
    if lower in _ATTACHED:
        return _or_else(noun_phrase(actors, j + 1, limit, depth + 1), j)
    if lower in ("in", "im", "am") and j + 1 < limit and actors.organisation_at(j + 1):
        return _or_else(noun_phrase(actors, j + 1, limit, depth + 1), j)
    return _coordinated(actors, j, limit) if depth == 0 else j


def _or_else(end: int, j: int) -> int:
    return end if end > j + 1 else j


def _bracket(actors: Actors, j: int, limit: int) -> int:
    """End of a bracket at j and of the name behind it ("Anna (SPD) Muster"); j if it does not close."""
    doc = actors.doc
    close = next((k for k in range(j + 1, min(limit, j + _LONGEST_BRACKET)) if doc.words[k] == ")"), None)
    if close is None:
        return j
    following = close + 1
    if following < limit and doc.types[following].cap and doc.quote_at[following] < 0:
        return names_end(doc, following, limit)
    return following


def _between_dashes(actors: Actors, j: int, limit: int) -> int:
    """End of "– A als Bürgermeister sowie B –" behind "zwei Redner", with its second dash; j if none closes it."""
    doc = actors.doc
    if j + 1 >= limit or not actors.person_begins(j + 1):
        return j
    close = next((k for k in range(j + 2, min(limit, j + _LONGEST_DASHES)) if doc.lowers[k] in _DASHES), None)
    return j if close is None or doc.quote_at[close] != doc.quote_at[j] else close + 1


def _coordinated(actors: Actors, j: int, limit: int) -> int:
    """End of ", B" in a list, of an apposition or of "und B" at j; j for nothing."""
    doc = actors.doc
    if doc.words[j] == ",":
        if j + 2 < limit and doc.lowers[j + 1] in _AND:
            return _behind_apposition(actors, j, limit)
        listed = _is_listed(actors, j, limit)
        return noun_phrase(actors, j + 1, limit, 1) if listed else apposition_end(actors, j, limit)
    if doc.types[j].lower not in _AND:
        return j
    start = _behind_deputising(actors, j + 1, limit)
    end = _or_else(noun_phrase(actors, start, limit, 1), j)
    return j if end > j and doc.types[start].lower in PERSONAL else end


def _behind_deputising(actors: Actors, i: int, limit: int) -> int:
    """Token behind "in Vertretung des Landrats" at i, or i."""
    lowers = actors.doc.lowers
    if lowers[i : i + 2] != ["in", "vertretung"] or i + 3 >= limit:
        return i
    start = i + 2 + (lowers[i + 2] in ("von", "für"))
    return max(i, noun_phrase(actors, start, limit, _DEEPEST))


def _behind_apposition(actors: Actors, comma: int, limit: int) -> int:
    """End of "und B" in "A, Leiterin des Jobcenters, und B"; the comma where a clause of its own begins there."""
    doc, start = actors.doc, comma + 2
    end = noun_phrase(actors, start, limit, 1)
    if end <= start or doc.types[start].lower in PERSONAL or not actors.is_agent(start, end):
        return comma
    return comma if end < limit and finite(doc.types[end]) else end


def _is_listed(actors: Actors, comma: int, limit: int) -> bool:
    """ "A, B und C": after the comma an organisation or person, and the list goes on to "und"."""
    doc, start = actors.doc, comma + 1
    if start >= limit or not (actors.organisation_begins(start) or actors.person_begins(start)):
        return False
    end = noun_phrase(actors, start, limit, 1)
    while end < limit and doc.words[end] == ",":
        following = noun_phrase(actors, end + 1, limit, 1)
        if following <= end + 1:
            return False
        end = following
    return end < limit and doc.types[end].lower in ("und", "sowie")


def _opens_person(actors: Actors, k: int) -> bool:
    mention = actors.person_at(k)
    return mention is not None and mention.phrase[0] == k and actors.doc.types[k - 1].cap


def skip_adjuncts(actors: Actors, i: int, limit: int) -> int:
    """First token at or after i that is neither adverb, reflexive nor prepositional phrase."""
    types = actors.doc.types
    while i < limit and not types[i].cap:
        lower = types[i].lower
        if lower in PREPOSITIONS and actors.person_begins(i):
            return i  # "kritisierte von Hagen"
        if (lower, actors.doc.lowers[i + 1] if i + 1 < limit else "") in _SUCH_AS:
            i += 2
            continue
        if lower in PREPOSITIONS:
            end = noun_phrase(actors, i + 1, limit, 2)
            if end <= i + 1:
                return _behind_manner(actors, i, limit)  # "sagte unter anderem X"
            # "im Anschluss Fallmanager X": the noun of the phrase is no part of the name
            i = next((k for k in range(i + 2, end) if types[k].cap and _opens_person(actors, k)), end)
        elif lower in _WHEN and i + 2 < limit and types[i + 1].cap:
            i += 2  # "vergangenen Donnerstag"
        elif lower in _SKIPPED or types[i].digit:
            i += 1
        else:
            return _behind_manner(actors, i, limit)
    return i


def _behind_manner(actors: Actors, i: int, limit: int) -> int:
    """Token of the person behind words of manner at i: "sagte sichtlich gerührt X", "als Gastgeberin Y"; else i."""
    types, k = actors.doc.types, i
    if types[i].lower == "als" and i + 2 < limit and types[i + 1].cap and actors.person_begins(i + 2):
        return i + 2
    while k < min(limit, i + _MANNER) and not types[k].cap and types[k].alpha and types[k].lower not in _NO_MANNER:
        k += 1
    begins = i < k < limit and types[k].cap and actors.person_begins(k)
    return k if begins else i
