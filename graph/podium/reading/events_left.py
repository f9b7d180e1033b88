"""What stands left of a gathering's head: adjectives, ordinal, article, preposition."""

import re

from podium.reading.document import Document
from podium.reading.events_noun_phrases import is_name_adjective
from podium.reading.inflection import is_adjective
from podium.reading.lexicon import words_of
from podium.reading.roles_words import role_word
from podium.reading.words import word

__all__ = ["article_before", "article_of_participle", "is_fixed", "is_none", "is_round", "kept", "left_of", "modifiers"]

_ARTICLES = frozenset("der die das des dem den ein eine einer eines einem einen".split())
_PORTFOLIOS = frozenset(["Soziales", "Inneres", "Äußeres", "Kommunales"])  # "Arbeit und Soziales"
_FUSED = frozenset("am im zum zur beim vom ins".split())
_PREPOSITIONS = frozenset("bei auf in an während zu nach vor mit von für zum zur am im beim vom anlässlich".split())
_DURING = frozenset("rande rahmen ende beginn verlauf laufe anschluss vorfeld auftakt abschluss".split())
# Adverbs that end like declined adjectives: "die mittlerweile 24. Messe".
_ADVERB = re.compile(
    r"(?:\w+(?:weile|weise)|heute|gerade|beinahe|inzwischen|nahezu|immer|wieder|bisher|leider|erneut)$", re.I
)
_POSSESSIVE = re.compile(r"(?:sein|ihr|unser|dies|jen)(?:e|er|es|em|en)?$")
# Adjectives that tell nothing about which gathering it is.
_EMPTY = re.compile(
    rf"(?:{'|'.join(words_of('event_words.txt', 'empty'))}|bedeutend\w*|\w*tägig|\w*stündig)(?:e|en|er|es|em)$"
)
_NONE_BEFORE = re.compile(r"(?:kein|jed|solch|manch|irgendein|welch)(?:e|er|es|em|en)?$|^pro$|^ohne$")
_ORDINAL = re.compile(r"\d{1,3}\.$")
_FIXED_NOUNS = frozenset(["Stunde", "Debatte", "Abend", "Aschermittwoch"])
_FIXED = re.compile(rf"(?:{'|'.join(words_of('event_words.txt', 'fixed'))})(?:e|en|er|es|em)$", re.I)
_TABLE = frozenset(["Tisch", "Tisches", "Tischs", "Tische"])
_ROUND = re.compile(r"[Rr]unde[rnm]?$")  # a "Tisch" is a gathering only as "Runder Tisch"
_PARTICIPLE = re.compile(r"(?:te[nrsm]?|nde[nrsm]?|ene[nrsm]?)$")
_DECLINED = ("ten", "nden", "nde", "te", "nem", "enen", "ene")  # participles, which are verbs as well
_PLACED = frozenset("vor in im am an auf bei beim von vom durch für mit zum zur".split())
_MOST = 6  # tokens of adjectives and ordinals
_WIDEST = 7  # tokens between an article and the participle that it belongs to


def left_of(doc: Document, at: int) -> tuple[int, list[str], str, str, str, list[str]]:
    """What stands before a name at token `at`.

    First token, adjectives, ordinal, article, preposition, and the adjectives as they open a name.
    """
    floor = doc.sentences[doc.sentence_at[at]][0]
    first, adjectives, number = modifiers(doc.words, at, floor)
    article, preposition = article_before(doc.words, first, floor)
    told = kept(adjectives)
    return first, told, number, article, preposition, [w[0].upper() + w[1:] for w in told]


def kept(adjectives: list[str]) -> list[str]:
    """Adjectives that a name keeps: "zweite", "digitale", but not "diesjährige"."""
    return [w for w in adjectives if not _EMPTY.match(w.lower())]


def is_fixed(adjective: str) -> bool:
    """Whether an adjective makes a name of a plain noun: "Aktuelle Stunde"."""
    return bool(_FIXED.match(adjective))


def is_round(adjective: str) -> bool:
    """Whether an adjective makes a table a gathering: "Runder Tisch"."""
    return bool(_ROUND.match(adjective))


def is_none(form: str) -> bool:
    """Whether a word says that no single gathering is meant: "keine", "jede", "pro"."""
    return bool(_NONE_BEFORE.match(form))


def modifiers(words: list[str], at: int, floor: int) -> tuple[int, list[str], str]:
    """First token of adjectives and ordinals before a head, the adjectives, and the ordinal; none before `floor`."""
    first, number = at, ""
    adjectives: list[str] = []
    if at - 2 >= floor and words[at - 1] == "und" and words[at - 2].endswith("-"):
        first = at - 2
    while first > floor and at - first < _MOST:
        form = words[first - 1]
        if _ORDINAL.match(form):
            number, first = form, first - 1
            continue
        if not _is_of_name(form, words[first]) and not _modifies(form, first - 1 == floor):
            break
        first -= 1
        adjectives.insert(0, form)
    return first, adjectives, number


def _is_of_name(form: str, noun: str) -> bool:
    """Whether a word makes a name of the noun behind it: "Runder Tisch", "Aktuelle Stunde"."""
    return (noun in _TABLE and is_round(form)) or (noun in _FIXED_NOUNS and is_fixed(form))


def _modifies(form: str, opens: bool) -> bool:
    """Whether a word is an adjective of the head behind it and no article, adverb, office or verb."""
    lower = form.lower()
    if (
        lower in _ARTICLES
        or form in _FUSED
        or form in _PORTFOLIOS
        or is_none(lower)
        or _ADVERB.match(form)
        or _POSSESSIVE.match(lower)
    ):
        return False
    if not is_adjective(form):
        return False
    if form[0].isupper() and (role_word(form) is not None or not (opens or is_name_adjective(form))):
        return False
    known = word(form)
    return not known.verb or known.lemma.endswith("ieren") or form.endswith(_DECLINED)


def article_before(words: list[str], first: int, floor: int) -> tuple[str, str]:
    """Article (or preposition that holds one) and preposition before token `first`."""
    if first <= floor:
        return "", ""
    before = words[first - 1].lower()
    if before in _FUSED:
        return before, before
    if before in _ARTICLES or _POSSESSIVE.match(before):
        two = words[first - 2].lower() if first - 2 >= floor else ""
        if two in _DURING:
            return before, "bei"
        return before, two if two in _PREPOSITIONS else ""
    return (before if is_none(before) else ""), before if before in _PREPOSITIONS else ""


def article_of_participle(words: list[str], first: int, floor: int) -> tuple[str, str]:
    """Article and preposition before an attribute: "eine vor dem Rathaus angemeldete Kundgebung"; else ""."""
    if not _PARTICIPLE.search(words[first]):
        return "", words[first - 1].lower() if first > floor and words[first - 1].lower() in _PREPOSITIONS else ""
    if first - 1 > floor and words[first - 2].lower() in _ARTICLES and words[first - 1].islower():
        return article_before(words, first - 1, floor)  # "einer kurzfristig einberufenen Versammlung"
    start = next((n for n in range(first - 2, max(floor, first - _WIDEST) - 1, -1) if words[n] in _PLACED), None)
    for at in range(start - 1, max(floor, start - 3) - 1, -1) if start is not None else ():
        if words[at].lower() in _ARTICLES:
            return article_before(words, at + 1, floor)
        if not words[at].islower():
            break
    return article_before(words, first, floor)
