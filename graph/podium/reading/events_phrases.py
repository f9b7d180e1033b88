"""Noun phrases that may name a gathering: head, modifiers, number, title, place; without deciding what they mean."""

import re
from dataclasses import dataclass

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_noun_phrases import closing_mark, is_name_adjective, phrase_end
from podium.reading.events_nouns import Noun
from podium.reading.events_places import PLACE_PREPOSITIONS, describes_town, place_end, place_text
from podium.reading.inflection import gender, is_adjective, is_known, nominative
from podium.reading.lexicon import words_of
from podium.reading.names import FIRST, UNKNOWN, kind
from podium.reading.places import Places
from podium.reading.roles_words import role_word
from podium.reading.words import word

__all__ = ["Gathering", "left_of", "read_phrase"]

_ARTICLES = frozenset("der die das des dem den ein eine einer eines einem einen".split())


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
    r"(?:heutig|gestrig|diesjährig|geplant|angemeldet|einberufen|anschließend|stattfindend|gelungen|genannt|erwähnt|eigentlich|eben|letztjährig|"
    r"vergangen|kommend|bevorstehend|\w*tägig|\w*stündig|besucht|ganz|gesamt|einzig|bedeutend\w*|groß|größt|klein|"
    r"erfolgreich|"
    r"hoh|echt|derartig|vergleichbar|richtig|"
    r"jährlich|gewohnt|üblich|traditionell|selb|kurz|lang|interessant|spannend|solch|jed|dies|weitergehend|durchgeführt|organisiert|ausgerichtet|veranstaltet|digitalen-)"
    r"(?:e|en|er|es|em)$"
)


_PLURAL_BEFORE = frozenset(words_of("event_words.txt", "plural"))


_NONE_BEFORE = re.compile(r"(?:kein|jed|solch|manch|irgendein|welch)(?:e|er|es|em|en)?$|^pro$|^ohne$")


_FIXED_NOUNS = frozenset(["Stunde", "Abend"])
_FIXED = re.compile(rf"(?:{'|'.join(words_of('event_words.txt', 'fixed'))})(?:e|en|er|es|em)$", re.I)
_ROUND = re.compile(r"[Rr]unde[rnm]?$")  # a "Tisch" is a gathering only as "Runder Tisch"
_OF = frozenset(["des", "der"])


_ABOUT = frozenset("für zu zum zur über gegen mit von vom".split())


@dataclass(frozen=True, slots=True)
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
    first, adjectives, number = _left(doc, at, floor)
    article, preposition = _article(words, first, floor)
    if not article and adjectives:
        article, preposition = _before_participle(words, first, floor)
    if found.ending == "tisch" and not (found.form == "Tisch" and any(_ROUND.match(a) for a in adjectives)):
        return None
    if (
        _plural(words, at, first, found, article)
        or _NONE_BEFORE.match(article)
        or (not article and first > floor and _NONE_BEFORE.match(words[first - 1]))
    ):
        return None
    end, right = _right(doc, at, found.family, organisations, known)
    number = number or right.number
    gender_ = gender(found.form)
    kept = [w for w in adjectives if not _EMPTY.match(w.lower())]
    lowered = [w if w[0].islower() or first > floor else _lower_start(w) for w in kept]
    if found.needs == "x" and not any(_FIXED.match(a) for a in adjectives):
        return None
    if found.needs == "x":
        lowered = [w.capitalize() for w in lowered]
    if found.form == "Tisch":
        lowered = [w.capitalize() if _ROUND.match(w) else w for w in lowered]
    name = nominative([*lowered, found.form], None, gender_)
    if number and number[0].isdigit() and first < at and words[first] == number:
        name = f"{number} {name}"
    name += "".join(f" {part}" for part in right.parts)
    return Gathering(
        first,
        end,
        at,
        found,
        name,
        article,
        preposition,
        tuple(kept),
        number,
        right.title,
        right.of,
        right.place,
        right.venue,
        tuple(adjectives),
    )


def left_of(doc: Document, at: int) -> tuple[int, list[str], str, str, str, list[str]]:
    """What stands before a name at token `at`.

    First token, adjectives, ordinal, article, preposition, and the adjectives as they open a name.
    """
    floor = doc.sentences[doc.sentence_at[at]][0]
    first, adjectives, number = _left(doc, at, floor)
    article, preposition = _article(doc.words, first, floor)
    kept = [w for w in adjectives if not _EMPTY.match(w.lower())]
    return first, kept, number, article, preposition, [w[0].upper() + w[1:] for w in kept]


def _lower_start(form: str) -> str:
    """An adjective as it is written inside a sentence; one made from a name keeps its capital."""
    return form if form.endswith("er") and not is_known(form.lower()) else form[0].lower() + form[1:]


def _left(doc: Document, at: int, floor: int) -> tuple[int, list[str], str]:
    """First token of adjectives and ordinals before a head, the adjectives, and the ordinal."""
    words, first, number = doc.words, at, ""
    adjectives: list[str] = []
    if at - 2 >= floor and words[at - 1] == "und" and words[at - 2].endswith("-"):
        first = at - 2
    while first > floor and at - first < 6:
        form = words[first - 1]
        if re.match(r"\d{1,3}\.$", form):
            number, first = form, first - 1
            continue
        if (words[first] == "Tisch" and _ROUND.match(form)) or (words[first] in _FIXED_NOUNS and _FIXED.match(form)):
            first -= 1
            adjectives.insert(0, form)
            continue
        if (
            form.lower() in _ARTICLES
            or _NONE_BEFORE.match(form.lower())
            or form in _FUSED
            or _ADVERB.match(form)
            or not is_adjective(form)
            or (form[0].isupper() and role_word(form) is not None)
            or _POSSESSIVE.match(form.lower())
        ):
            break
        if form[0].isupper() and not (first - 1 == floor or is_name_adjective(form)):
            break
        if (
            word(form).verb
            and not word(form).lemma.endswith("ieren")
            and not form.endswith(("ten", "nden", "nde", "te", "nem"))
        ):
            break
        first -= 1
        adjectives.insert(0, form)
    if (
        first < at
        and adjectives
        and words[first] == adjectives[0]
        and adjectives[0][0].isupper()
        and adjectives[0].lower() in _ARTICLES
    ):
        adjectives.pop(0)
        first += 1
    return first, adjectives, number


def _article(words: list[str], first: int, floor: int) -> tuple[str, str]:
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
    return (before if _NONE_BEFORE.match(before) else ""), before if before in _PREPOSITIONS else ""


_PARTICIPLE = re.compile(r"(?:te[nrsm]?|nde[nrsm]?|ene[nrsm]?)$")
_WIDEST = 7  # tokens between an article and the participle that it belongs to


def _before_participle(words: list[str], first: int, floor: int) -> tuple[str, str]:
    """Article and preposition before an attribute: "eine vor dem Rathaus angemeldete Kundgebung"; else ""."""
    if not _PARTICIPLE.search(words[first]):
        return "", words[first - 1].lower() if first > floor and words[first - 1].lower() in _PREPOSITIONS else ""
    start = next((n for n in range(first - 2, max(floor, first - _WIDEST) - 1, -1) if words[n] in _PLACED), None)
    for at in range(start - 1, max(floor, start - 3) - 1, -1) if start is not None else ():
        if words[at].lower() in _ARTICLES:
            return _article(words, at + 1, floor)
        if not words[at].islower():
            break
    return _article(words, first, floor)


_PLACED = frozenset("vor in im am an auf bei beim von vom durch für mit zum zur".split())


def _plural(words: list[str], at: int, first: int, found: Noun, article: str) -> bool:
    before = words[first - 1].lower() if first else ""
    if before in _PLURAL_BEFORE and before != "die":
        return True
    if found.family.startswith("told "):
        return False  # the frame has seen to it, whatever gender the noun has
    if not found.either:
        return article == "die" and gender(found.form) != "f"
    if article in ("die", "den", "der"):
        return gender(found.form) == "n" or article == "die"
    return not article and words[at].endswith("s")


@dataclass(frozen=True, slots=True)
class _Right:
    parts: tuple[str, ...] = ()
    number: str = ""
    title: str = ""
    of: str = ""
    place: str = ""
    venue: bool = False


def _right(doc: Document, at: int, family: str, organisations: Organisations, known: Places) -> tuple[int, _Right]:
    """End of what belongs to a gathering behind its head, and what it says."""
    limit = doc.sentences[doc.sentence_at[at]][1]
    end, label = _label(doc, at, limit, family)
    if end == limit:
        return end, label
    stop, further = _attributes(doc, end, limit, label, organisations, known)
    return stop, further


def _label(doc: Document, at: int, limit: int, family: str) -> tuple[int, _Right]:
    """Number and title right behind a head: "2021", "B „Beratung lernen“", and in headings ": Studie …"."""
    words, end, number = doc.words, at + 1, ""
    parts: list[str] = []
    if end < limit and _numbers(words[end], family) and words[end + 1 : end + 2] not in (["."], ["Uhr"], ["Jahre"]):
        number, end = words[end], end + 1
        parts.append(number)
    if at and words[at - 1] in '„"»' and (last := _quoted_end(doc, at, limit)) > end:
        return last, _Right((doc.phrase(end, last),), number)
    if end < limit and words[end] in '„"»“‚›' and (closed := closing_mark(doc, end, limit)):
        title = doc.phrase(end + 1, closed - 1)
        return closed, _Right((*parts, f"„{title}“"), number, title)
    if family == "workshop" and number and end + 1 < limit and words[end] == ":":
        stop = _item_title_end(doc, end + 1, limit)
        title = doc.phrase(end + 1, stop)
        return stop, _Right((f"{number}: {title}",), number, title)
    invited = at > 0 and words[at - 1].lower() in ("zum", "zur") and doc.block(at).kind in ("heading", "meta")
    if invited and end + 1 < limit and words[end] == ":":
        return limit, _Right((), number, doc.phrase(end + 1, limit).rstrip(" ."))
    return end, _Right(tuple(parts), number)


def _quoted_end(doc: Document, at: int, limit: int) -> int:
    """End of a short name in quotation marks that the noun at token `at` opens: „Wahlarena Wirtschaft“; else 0."""
    closed = closing_mark(doc, at - 1, limit)
    inside = doc.words[at : closed - 1] if closed else []
    named = 1 < len(inside) <= _NAME and all(w[0].isupper() or w in _LINKS for w in inside) and inside[-1][-1].isalnum()
    return closed - 1 if named else 0


_NAME = 5  # words
_LINKS = frozenset("und der des für im in am".split())


def _before_guests(doc: Document, at: int, limit: int) -> int:
    """Token behind "vor rund 80 Gästen", or `at`."""
    for guests in range(at + 2, min(at + 6, limit)):
        if doc.lowers[guests] in _GUESTS:
            return guests + 1 if any(doc.types[n].digit for n in range(at, guests)) and guests + 1 < limit else at
    return at


_GUESTS = frozenset(words_of("event_words.txt", "guests"))


def _names_person(form: str, words: list[str], at: int) -> bool:
    """Whether "mit …" or "von …" says who takes part: "Pressegespräch mit der Präsidentin", "Besuch von Minister X"."""
    if form not in ("mit", "von", "vom"):
        return False
    noun = next((w for w in words[at : at + 4] if w[:1].isupper()), "")
    return role_word(noun) is not None or bool(kind(noun) & (UNKNOWN | FIRST))


def _subject(words: list[str], at: int, limit: int) -> bool:
    """Whether "der" before a noun is no genitive: "Eröffnen wird die Messe der Landrat"."""
    form = words[at] if at < limit else ""
    return form[:1].isupper() and gender(form) == "m" and not form.endswith(("er", "el", "en", "e"))


def _item_title_end(doc: Document, at: int, limit: int) -> int:
    """End of a programme item's title: before the bracket, dash or line of those who speak there."""
    line = doc.text.find("\n", doc.starts[at])
    for number in range(at, limit):
        if doc.words[number] in ("(", "–", "|", "/", ".", ";") or 0 <= line < doc.starts[number]:
            return max(number, at + 1)
    return limit


def _numbers(form: str, family: str) -> bool:
    """Whether a word behind a gathering's noun tells which one it is: a year, or the letter of a workshop."""
    if re.fullmatch(r"(?:19|20)\d\d", form):
        return True
    return family in ("workshop", "panel", "negotiation") and bool(re.fullmatch(r"[A-H]|\d{1,2}|[IVX]{1,4}", form))


def _attributes(
    doc: Document, at: int, limit: int, label: _Right, organisations: Organisations, known: Places
) -> tuple[int, _Right]:
    """End of up to three attributes from token `at` on: of whom, about or for what, where."""
    words, end, parts = doc.words, at, list(label.parts)
    of = place = ""
    venue = False
    if words[end] == "um" and words[end + 2 : end + 3] == ["Uhr"]:
        end += 3  # "eine Demo um 11 Uhr auf dem Hauptmarkt"
    if words[end] == "vor":
        end = _before_guests(doc, end, limit)
    start = end
    for _ in range(3):
        if end >= limit:
            break
        form, stop = words[end], 0
        if not of and not place and form in _OF and end + 1 < limit and words[end + 1] in '„"»“‚›':
            stop = closing_mark(doc, end + 1, limit)  # "Einweihung des „Jobpunkts“"
        elif (
            not of and not place and form in (*_OF, *_ABOUT) and not (form == "der" and _subject(words, end + 1, limit))
        ):
            stop = phrase_end(doc, end + 1, limit, organisations, form in _ABOUT)
        if stop and form == "mit" and words[end + 1] in ("einem", "einer"):
            break  # "eröffnet die Messe mit einem Rundgang"
        if stop == end + 2 and words[end + 1] == "Thema":
            break  # "eröffnet eine Fachtagung zum Thema"
        if stop:
            of = doc.phrase(end, stop)
        elif form in PLACE_PREPOSITIONS and not place and (stop := place_end(doc, end, limit, organisations, known)):
            place, venue = place_text(doc, end, stop, known)
        else:
            break
        town = bool(place) and not venue and bool(of or label.title or label.number)
        town = town or (venue and words[end + 1] == "der" and describes_town(place))
        left_out = _names_person(form, words, end + 1) or words[end : end + 2] in (["in", "die"], ["in", "den"])
        if not town and not left_out:
            parts.append(re.sub(r"^ins\b", "im", doc.phrase(end, stop)))
        end = stop
    end = end if end > start else at
    return end, _Right(tuple(parts), label.number, label.title, of, place, venue)
