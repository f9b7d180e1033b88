"""Names set beside the noun for a house, as grammar shows: "Geschäftsführerin des Bildungswerks | Boddenküste"."""

from collections.abc import Sequence
from functools import cache

from podium.reading.jobcenters import is_jobcenter_word
from podium.reading.lexicon import words_of
from podium.reading.names import CAP, STRONG, kind
from podium.reading.organisations_heads import Head, head_of
from podium.reading.organisations_tails import NO_NAMES
from podium.reading.roles_words import role_word
from podium.reading.words import word

__all__ = ["apposed_end", "can_be_called"]

_MARKED = frozenset("des vom beim im am zum".split())
_OBLIQUE = frozenset("dem des vom beim zum".split())
_FEMININE = frozenset(["der", "zur"])
_OF_PERSON = frozenset(["von", "vom", "bei", "beim", "im", "in", "aus"])
_CLOSING = frozenset(", ) ( ; . : – - / und sowie in aus im bei am an | · • sagte sagt".split())
_TIMES = frozenset(
    word for name in ("months", "time adverbs") for word in words_of("person_words.txt", name)
) | frozenset(
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Ende Anfang Mitte Herr Herrn Frau Dr.".split()
)
_LINKS = frozenset("und in für mit am im & statt gegen ohne".split())
_WHERE = frozenset("in am im".split())
_LONGEST = 3  # words of such a name


def apposed_end(words: Sequence[str], first: int, at: int, group: bool) -> int:
    """End of the name behind the noun at token `at`, whose phrase begins at `first`; 0 where grammar shows none.

    A second noun without an article behind one in the genitive or dative is a name where an office or a person
    stands before ("Leiterin des Hauses | Sonnenhof"), or where bracket or commas hold no more ("(Bildungswerk Nord)").
    A `group` of people may be called "Frauen in Arbeit"; behind a house "in" says where it is.
    """
    if first < 1:
        return 0
    enclosed = words[first - 1] in "(," and first > 1 and _ends_name(words, first - 1)
    end = _name_end(words, at + 1, group)
    if not end:
        return 0
    behind = words[end] if end < len(words) else "."
    if not (enclosed or _is_tied(words, first)):  # "dem Verein Frauen in Arbeit, der …"
        phrase = group and words[first - 1] in _OBLIQUE and any(word in _LINKS for word in words[at + 1 : end])
        return end if phrase and behind == "," else 0
    if enclosed:
        return end if behind == (")" if words[first - 1] == "(" else ",") else 0
    verb = word(behind)
    return end if behind in _CLOSING or kind(behind) & STRONG or (verb.verb and verb.lower != verb.lemma) else 0


def _name_end(words: Sequence[str], at: int, group: bool) -> int:
    """End of a name at token `at`, of nouns with small words between them ("Frauen in Arbeit"); 0 where none is."""
    end = at
    while end < len(words) and end - at < _LONGEST:
        linked = end > at and words[end] in _LINKS and end + 1 < len(words)
        if linked and _can_name(words[end + 1]) and (group or words[end] not in _WHERE):
            end += 2
        elif _can_name(words[end]):
            end += 1
        else:
            break
    return end if end > at else 0


def _is_tied(words: Sequence[str], first: int) -> bool:
    """Whether an article or preposition ties the noun to an office or person: "Chefin des", "Anna Muster vom"."""
    article = words[first - 1]
    if article not in _MARKED | _FEMININE:
        return False
    before = first - 2
    if before >= 0 and article in _FEMININE and words[before] in _OF_PERSON:
        before -= 1  # "Anna Muster von der …"
    elif article in _FEMININE:
        return before >= 0 and role_word(words[before]) is not None
    if before < 0:
        return False
    of_person = words[before + 1] in _OF_PERSON and _ends_name(words, before + 1)
    return of_person or role_word(words[before]) is not None


def _ends_name(words: Sequence[str], end: int) -> bool:
    """Whether a first name and a surname stand before token `end`."""
    return end > 1 and bool(kind(words[end - 2]) & STRONG) and bool(kind(words[end - 1]) & CAP)


@cache
def _can_name(form: str) -> bool:
    """Whether a word can be part of such a name: a capital, no office, first name or day."""
    if not form[:1].isupper() or not form.replace("-", "").isalpha() or form.lower() in NO_NAMES or form in _TIMES:
        return False
    body = head_of(form) is not None or is_jobcenter_word(form)
    return not body and role_word(form) is None and not kind(form) & STRONG


def can_be_called(head: Head) -> bool:
    """Whether a house of this kind bears a name of its own, as no authority and no part of one does."""
    return head.kind not in _OF_THE_STATE and not head.form.endswith(_UNITS)


_OF_THE_STATE = frozenset(["ministry", "agency", "municipality", "parliament", "party", "court"])
_UNITS = ("referat", "Referat", "bteilung", "bereich", "Bereich", "Team", "team", "stelle", "amt", "Amt")
