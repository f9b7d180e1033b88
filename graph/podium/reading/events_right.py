"""What stands behind a gathering's head: number, title, of whom, about what, where."""

import re

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.events_noun_phrases import closing_mark, organisation_end, phrase_end
from podium.reading.events_nouns import gathering_noun
from podium.reading.events_places import PLACE_PREPOSITIONS, describes_town, place_end, place_text
from podium.reading.inflection import gender
from podium.reading.lexicon import words_of
from podium.reading.names import FIRST, UNKNOWN, kind
from podium.reading.places import Places
from podium.reading.roles_words import role_word
from podium.reading.values import value

__all__ = ["Right", "right_of"]

_OF = frozenset(["des", "der", "eines", "einer"])
_ABOUT = frozenset("für zu zum zur über gegen mit von vom".split())
_BY = frozenset(["von", "vom"])
_PASSIVE = frozenset(["wird", "wurde", "werden", "wurden"])
_ATTRIBUTES = _OF | _ABOUT
_OPENING = '„"»“‚›'
_TITLE_WORDS = 5  # of a short name in quotation marks
_EDGES = frozenset("Eröffnung Beginn Auftakt Abschluss Ende Schluss".split())
_GUEST = 12  # tokens of the guest of a visit
_HOURS = frozenset("Vorabend Vortag Folgetag Morgen Vormittag Mittag Nachmittag Abend".split())
_LINKS = frozenset("und der des für im in am".split())
_TALKS = frozenset(["Gespräch", "Austausch", "Dialog", "Treffen"])
_JOINT = frozenset(["press", "panel", "negotiation"])
_MOTTOS = frozenset(words_of("event_words.txt", "mottos"))
_GUESTS = frozenset(words_of("event_words.txt", "guests"))
_WEAK = (
    "vorsitzende",
    "Vorsitzende",
    "beauftragte",
    "Beauftragte",
    "Beigeordnete",
    "Abgeordnete",
)  # "der …" is nominative
_YEAR = re.compile(r"(?:19|20)\d\d")
_ITEM = re.compile(r"[A-H]|\d{1,2}|[IVX]{1,4}")


@value
class Right:
    """What stands behind a head: `parts` that its name keeps, and the fields of a `Gathering` that it gives."""

    parts: tuple[str, ...] = ()
    number: str = ""
    title: str = ""
    of: str = ""
    place: str = ""
    venue: bool = False


def right_of(doc: Document, at: int, family: str, organisations: Organisations, known: Places) -> tuple[int, Right]:
    """End of what belongs to a gathering behind its head at token `at`, and what it says."""
    limit = doc.sentences[doc.sentence_at[at]][1]
    end, label = _label(doc, at, limit, family)
    if end >= limit:
        return end, label
    return _attributes(doc, end, limit, label, organisations, known, _family(doc, at, family))


def _family(doc: Document, at: int, family: str) -> str:
    """The family of a gathering, but "talk" or "joint" where those who take part tell which one it was."""
    if doc.words[at] in _TALKS:
        return "talk"
    return "joint" if family in _JOINT or (at and doc.lowers[at - 1].startswith("gemeinsam")) else family


def _label(doc: Document, at: int, limit: int, family: str) -> tuple[int, Right]:
    """Number and title right behind a head: "2021", "B „Beratung lernen“", and in headings ": Studie …"."""
    words, end, number = doc.words, at + 1, ""
    parts: list[str] = []
    if end < limit and _numbers(words[end], family) and words[end + 1 : end + 2] not in (["."], ["Uhr"], ["Jahre"]):
        number, end = words[end], end + 1
        parts.append(number)
    if at and words[at - 1] in '„"»' and (last := _quoted_end(doc, at, limit)) > end:
        return last, Right((doc.phrase(end, last),), number)
    if end < limit and words[end] in _OPENING and (closed := closing_mark(doc, end, limit)):
        title = doc.phrase(end + 1, closed - 1)
        return closed, Right((*parts, f"„{title}“"), number, title)
    if motto := _motto_end(doc, end, limit):
        title = doc.phrase(end + 4, motto - 1)
        return motto, Right((*parts, f"„{title}“"), number, title)
    if family == "workshop" and number and end + 1 < limit and words[end] == ":":
        stop = _item_title_end(doc, end + 1, limit)
        title = doc.phrase(end + 1, stop)
        return stop, Right((f"{number}: {title}",), number, title)
    invited = at > 0 and words[at - 1].lower() in ("zum", "zur") and doc.block(at).kind in ("heading", "meta")
    if invited and end + 1 < limit and words[end] == ":":
        return limit, Right((), number, doc.phrase(end + 1, limit).rstrip(" ."))
    return end, Right(tuple(parts), number)


def _motto_end(doc: Document, at: int, limit: int) -> int:
    """End of "unter dem Titel „Neu anfangen“" at token `at`, or 0."""
    words = doc.words
    if at + 4 >= limit or words[at] != "unter" or words[at + 2] not in _MOTTOS or words[at + 3] not in _OPENING:
        return 0
    return closing_mark(doc, at + 3, limit)


def _quoted_end(doc: Document, at: int, limit: int) -> int:
    """End of a short name in quotation marks that the noun at token `at` opens: „Wahlarena Wirtschaft“; else 0."""
    closed = closing_mark(doc, at - 1, limit)
    inside = doc.words[at : closed - 1] if closed else []
    named = (
        1 < len(inside) <= _TITLE_WORDS
        and all(w[0].isupper() or w in _LINKS or _YEAR.fullmatch(w) for w in inside)
        and inside[-1][-1].isalnum()
    )
    return closed - 1 if named else 0


def _item_title_end(doc: Document, at: int, limit: int) -> int:
    """End of a programme item's title: before the bracket, dash or line of those who speak there."""
    line = doc.text.find("\n", doc.starts[at])
    for number in range(at, limit):
        if doc.words[number] in ("(", "–", "|", "/", ".", ";") or 0 <= line < doc.starts[number]:
            return max(number, at + 1)
    return limit


def _numbers(form: str, family: str) -> bool:
    """Whether a word behind a gathering's noun tells which one it is: a year, or the letter of a workshop."""
    if _YEAR.fullmatch(form):
        return True
    return family in ("workshop", "panel", "negotiation") and bool(_ITEM.fullmatch(form))


def _attributes(
    doc: Document, at: int, limit: int, label: Right, organisations: Organisations, known: Places, family: str
) -> tuple[int, Right]:
    """End of up to three attributes from token `at` on: of whom, about or for what, where."""
    words, parts = doc.words, list(label.parts)
    end = start = _before_attributes(doc, at, limit)
    if family == "visit":
        end = start = _behind_guest(doc, end, limit, organisations, known)
    of = place = ""
    venue = False
    for _ in range(3):
        if end >= limit:
            break
        stop = 0 if of or place else _attribute_end(doc, end, limit, organisations)
        if stop:
            of = doc.phrase(end, stop)
        elif (
            words[end] in PLACE_PREPOSITIONS
            and not place
            and (stop := place_end(doc, end, limit, organisations, known))
        ):
            place, venue = place_text(doc, end, stop, known)
        else:
            break
        town = bool(place) and not venue and bool(of or label.title or label.number)
        town = town or (venue and words[end + 1] == "der" and describes_town(place))
        if not town and not _is_left_out(words, end, family, organisations):
            parts.append(re.sub(r"^ins\b", "im", doc.phrase(end, stop)))
        end = stop
    return end if end > start else at, Right(tuple(parts), label.number, label.title, of, place, venue)


def _before_attributes(doc: Document, at: int, limit: int) -> int:
    """Token behind "um 11 Uhr", "am Vorabend" and "vor 80 Gästen", which can stand between a head and attributes."""
    end = at + 3 if doc.words[at] == "um" and doc.words[at + 2 : at + 3] == ["Uhr"] else at
    if doc.words[at] == "am" and at + 2 < limit and doc.words[at + 1] in _HOURS:
        end = at + 2 if doc.words[at + 2] in PLACE_PREPOSITIONS else at
    return _before_guests(doc, end, limit) if end < limit and doc.words[end] == "vor" else end


def _behind_guest(doc: Document, at: int, limit: int, organisations: Organisations, known: Places) -> int:
    """Token of the house behind the guest of a visit: "Besuch von Ministerin X am Montag | im Jobcenter"; else `at`."""
    if doc.words[at] not in ("von", "vom", *_OF) or (doc.words[at] in _OF and not _names_person(doc.words, at + 1)):
        return at
    for house in range(at + 2, min(at + _GUEST, limit)):
        if doc.words[house] in (",", ";", ":", "(", "sagte"):
            break
        if doc.words[house] in PLACE_PREPOSITIONS and place_end(doc, house, limit, organisations, known):
            return house
    return at


def _before_guests(doc: Document, at: int, limit: int) -> int:
    """Token behind "vor rund 80 Gästen", or `at`."""
    for guests in range(at + 2, min(at + 6, limit)):
        if doc.lowers[guests] in _GUESTS:
            return guests + 1 if any(doc.types[n].digit for n in range(at, guests)) and guests + 1 < limit else at
    return at


def _attribute_end(doc: Document, at: int, limit: int, organisations: Organisations) -> int:
    """End of an attribute of whom or about what: "des Ausschusses", "zur Pflege", "des „Jobpunkts“"; 0 for none."""
    words, form, behind = doc.words, doc.words[at], at + 1
    if form == "durch" and words[at - 1] == "Rundgang":
        return phrase_end(doc, behind, limit, organisations, True)
    if form not in _ATTRIBUTES or behind >= limit:
        return 0
    if (form in _OF or form == "von") and words[behind] in _OPENING:
        return closing_mark(doc, behind, limit)  # "Einweihung des „Jobpunkts“", "Premiere von „Nebenan“"
    if form == "der" and _is_subject(words, behind):
        return 0
    if words[behind] in _EDGES and _OF.issuperset(words[behind + 1 : behind + 2]) and _is_gathering(words, behind + 2):
        return 0  # "Pressekonferenz zum Abschluss der Sitzung", which is another one
    if form == "mit" and words[behind] in ("einem", "einer"):
        return 0  # "eröffnet die Messe mit einem Rundgang"
    if form in _BY and _names_person(words, behind) and any(w in _PASSIVE for w in words[max(0, at - _GUEST) : at]):
        return 0  # "Moderiert wurde die Gala von der Journalistin X"
    end = phrase_end(doc, behind, limit, organisations, form in _ABOUT)
    return 0 if end == behind + 1 and words[behind] == "Thema" else end  # "eröffnet eine Fachtagung zum Thema"


def _is_gathering(words: list[str], at: int) -> bool:
    """Whether one of the next words is a noun for a gathering."""
    return any(map(gathering_noun, words[at : at + 2]))


def _is_subject(words: list[str], at: int) -> bool:
    """Whether "der" before a noun is no genitive: "Eröffnen wird die Messe der Landrat"."""
    form = words[at]
    if form.endswith(_WEAK):
        return True
    return form[:1].isupper() and gender(form) == "m" and not form.endswith(("er", "el", "en", "e"))


def _is_left_out(words: list[str], at: int, family: str, organisations: Organisations) -> bool:
    """Whether the name does without an attribute: who takes part ("mit der Präsidentin"), "in die Stadthalle".

    Of a talk those who take part say which one it was ("Gespräch mit Vertretern der Kammern"), of a visit the house and
    not the guest ("Besuch der Ministerin im Jobcenter"), of anything else who holds it ("Feier von AWO und Caritas").
    """
    form = words[at]
    if form == "in":
        return words[at + 1] in ("die", "den")
    if form in _OF:
        return family == "visit" and _names_person(words, at + 1)
    if form == "mit":
        named = any(kind(word) & (FIRST | UNKNOWN) for word in words[at + 1 : at + 3])
        return named or (family != "talk" and (family != "joint" or _names_person(words, at + 1)))
    return form in ("von", "vom") and (family == "visit" or not organisation_end(organisations, at + 1))


def _names_person(words: list[str], at: int) -> bool:
    """Whether a phrase is about a person: "der Präsidentin", "Minister X"."""
    noun = next((w for w in words[at : at + 4] if w[:1].isupper()), "")
    return role_word(noun) is not None or noun.lower() in _GUESTS or bool(kind(noun) & (UNKNOWN | FIRST))
