"""Organisations by their legal form: "Neue Arbeit Saar gGmbH", "Holzmann Bau GmbH & Co. KG", "… e. V."."""

import re
from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.inflection import adjective, gender, is_adjective, is_known, noun
from podium.reading.lexicon import words_of
from podium.reading.names import PLACE
from podium.reading.names import kind as kind_of_name
from podium.reading.organisations_known import Found
from podium.reading.organisations_tails import NO_NAMES
from podium.reading.roles_words import role_word
from podium.reading.words import word as as_word

__all__ = [
    "LABELS",
    "association_end",
    "find_by_form",
    "is_label",
    "is_legal_form",
    "legal_end",
    "legal_follows",
    "printed_legal",
    "tidy",
]

_LEGAL = frozenset(words_of("organisation_words.txt", "legal forms"))
_GROUPS = frozenset(["Group", "Holding", "Gruppe"])  # end names of firms: "Muster Group", "Muster Gruppe"
_REGISTERED = frozenset(["e.V.", "e.V", "e.", "eV", "e"])  # how "e. V." begins
# Say what the name behind them is, and are no part of it.
LABELS = frozenset(["Firma", "Unternehmen", "Bildungsträger", "Träger", "Trägerin"])
_DESCRIBES = frozenset(words_of("organisation_words.txt", "what firms are"))


@cache
def is_label(form: str) -> bool:
    """Whether a word says what the name behind it is, also in the genitive: "des Eigenbetriebs", "vom Träger"."""
    labels = LABELS | _DESCRIBES
    return form in labels or form.removesuffix("s") in labels or form.removesuffix("es") in labels


@cache
def is_legal_form(form: str) -> bool:
    """Whether a word is a legal form ("GmbH", "e.V."; "e." of "e. V." counts)."""
    return form in _LEGAL or form == "e." or form in _GROUPS


def legal_end(words: Sequence[str], end: int) -> int:
    """End of a legal form right behind a name ("e. V.", "gGmbH", "AG"), 0 where there is none."""
    if end < len(words) and words[end] in _LEGAL:
        end += 1
        if words[end : end + 1] == ["&"] and words[end + 1 : end + 2] in (["Co."], ["Co"]):
            end += 2 + (words[end + 2 : end + 3] == ["."])
            return end + 1 if words[end : end + 1] == ["KG"] or words[end : end + 1] == ["KGaA"] else end
        return end
    if end + 1 < len(words) and words[end] in ("e.", "e") and words[end + 1] in ("V.", "V", "G.", "K.", "K"):
        return end + 2
    if end + 2 < len(words) and words[end : end + 3] == ["e", ".", "V"]:
        return min(end + 4, len(words))
    return 0


def association_end(words: Sequence[str], at: int) -> int:
    """Where "e. V." stands, if all words from token `at` to it can be of a name: "von Frauen e. V."; else 0."""
    for number in range(at, min(at + 6, len(words))):
        form = words[number]
        if form in ("e.V.", "e.", "eV") and legal_end(words, number):
            return number
        if not (form[:1].isupper() or form in _INSIDE or form in _LINKS or (form[:1].islower() and is_adjective(form))):
            return 0
    return 0


_LINKS = frozenset(["von", "der", "des", "mit", "durch"])


def legal_follows(words: Sequence[str], at: int) -> bool:
    """Whether capitalised words from token `at` on end in a legal form."""
    while at < len(words) and (words[at][:1].isupper() or words[at] in "&+"):
        if words[at] in _LEGAL:
            return True
        at += 1
    return False


def printed_legal(words: Sequence[str], end: int, legal: int) -> str:
    """The legal form at the tokens `end` … `legal`-1 as a name has it."""
    if words[end] in _REGISTERED and words[end + 1 : end + 2] in (["K."], ["K"]):
        return "e. K."
    return "e. V." if words[end] in _REGISTERED else " ".join(words[end:legal])


def find_by_form(words: Sequence[str], at: int, floor: int) -> Found | None:
    """The organisation whose legal form stands at token `at`: capitalised words before it are its name."""
    end = legal_end(words, at) or (at + 1 if words[at] in _GROUPS else 0)
    if not end or (words[at] in _GROUPS and not _group(words, at, floor)):
        return None
    association = words[at] in _REGISTERED and words[at + 1 : at + 2] not in (["K."], ["K"])
    stop = at - (at > floor and words[at - 1].startswith("gemeinnützig"))
    first = stop
    while first > floor and stop - first < 7:
        form = words[first - 1]
        opens = first - 1 > floor and words[first - 2][:1].isupper() and words[first - 2].lower() not in NO_NAMES
        if form in ("&", "+") or (association and form in _INSIDE):
            first -= opens
            if not opens:
                break
        elif (
            form in LABELS
            or (first < stop and is_label(form))
            or _heads_firm(form)
            or not (form[:1].isupper() and form.lower() not in NO_NAMES and form[-1].isalnum())
        ):
            break
        else:
            first -= 1
    if stop - first == 1 and first - 2 > floor and words[first - 1] == "und":
        first = _pair(words, first, floor)
    if first == stop and stop > floor and _small_firm(words[stop - 1]):
        first -= 1
    if first == stop or (stop - first == 1 and len(words[first]) < 3):
        return None
    if words[at] in _OF_AIMS or (words[at] == "GmbH" and stop - first == 1 and words[first - 1] == "mit"):
        first = _aim(words, first, floor)
    kind = "association" if association else "company"
    town = end if not association and _is_seat(words, end) else 0
    legal = ("gemeinnützige " if stop < at else "") + printed_legal(words, at, end)
    name = tidy(f"{_declined(words, first, stop)} {legal}" + (f" {words[town]}" if town else ""))
    return Found(first, town + 1 if town else end, name, iri("organisation", name), kind, head=words[at - 1])


def _pair(words: Sequence[str], first: int, floor: int) -> int:
    """Where a name begins with two trades: "Hamburger Hafen | und Logistik AG", "Muster Hoch- | und Tiefbau GmbH"."""
    noun, before = words[first - 2], words[first - 3]
    of_town = before.endswith("er") and before[:1].isupper() and not noun.endswith("-")
    named = noun.endswith("-") and before[:1].isupper() and before.lower() not in NO_NAMES
    return first - 3 if noun[:1].isupper() and first - 3 >= floor and (of_town or named) else first


def _is_seat(words: Sequence[str], at: int) -> bool:
    """Whether a town right behind the legal form belongs to the name: "Wohnbauten GmbH Schwedt"."""
    if at >= len(words) or not kind_of_name(words[at]) & PLACE or not words[at][-1].isalpha():
        return False
    behind = words[at + 1 : at + 2]
    return not behind or behind[0] in (",", ".", ")", ";") or behind[0].islower()


@cache
def _heads_firm(form: str) -> bool:
    """Whether a word is the office of who leads a firm, and so no part of its name: "Geschäftsführer | Muster GmbH"."""
    role = role_word(form)
    return role is not None and role.head.endswith(_LEADERS)


_LEADERS = (
    "geschäftsführer", "geschäftsführend", "inhaber", "gesellschafter", "leiter", "direktor", "prokurist", "vorsitzend",
    "sprecher", "chef", "gründer", "referent", "präsident", "vorstandsmitglied", "mitarbeiter", "koordinator",
    "ausbilder", "pädagoge", "sozialarbeiter", "fallmanager", "projektmanager", "beauftragt", "vorstand",
)  # fmt: skip


def _group(words: Sequence[str], at: int, floor: int) -> bool:
    """Whether a name of its own stands before "Group", "Holding", "Gruppe", and no legal form behind it."""
    if at == floor or words[at - 1] in ("-", ".") or legal_end(words, at + 1):
        return False
    name = words[at - 1]
    plain = words[at] == "Gruppe" and (is_known(name) or is_known(name.lower()) or not words[at - 2 : at - 1])
    return len(name) > 2 and name[:1].isupper() and name[-1].isalpha() and not plain


def _aim(words: Sequence[str], first: int, floor: int) -> int:
    """Where a name begins that says an aim, behind an article or bracket: "der | Arbeit für Menschen … gGmbH"."""
    at = first
    while at > floor and first - at < 8 and (words[at - 1] in _AIMS or words[at - 1][:1].isupper()):
        if words[at - 1].lower() in _DECLINING and words[at - 1] not in _AIMS:
            break
        at -= 1
    aims = at < first and any(form in _AIMS for form in words[at:first]) and words[at][:1].isupper()
    opened = at == floor or words[at - 1].lower() in _DECLINING or words[at - 1] == "("
    return at if aims and opened else first


_OF_AIMS = frozenset(["gGmbH", "gUG", "mbH", "gAG"])
_AIMS = frozenset(["für", "mit", "zur"])


def _declined(words: Sequence[str], first: int, end: int) -> str:
    """A firm's name in the nominative: "bei der Neuen Arbeit Saar" → "Neue Arbeit Saar"."""
    article = words[first - 1].lower() if first else ""
    name = words[first:end]
    if article not in _DECLINING or end - first < 2 or not _declined_adjective(words[first]):
        return " ".join(name)
    head = noun(words[first + 1], "gen" if article == "des" else None)
    of = gender(head) or ("f" if article in ("der", "zur", "die") else "p" if article == "den" else None)
    return " ".join([adjective(words[first], of), head, *words[first + 2 : end]]) if of else " ".join(name)


_DECLINING = frozenset("der die das des dem den vom zum zur beim im am".split())


@cache
def _declined_adjective(form: str) -> bool:
    declined = form.endswith(("en", "e")) and is_adjective(form) and is_known(form.lower())
    return declined and as_word(form.lower()).lemma[:1].islower()


@cache
def _small_firm(form: str) -> bool:
    """Whether a firm writes itself with small letters: "bbw gGmbH", "weiter.werk gGmbH", but not "eine gGmbH"."""
    if "." in form[1:-1]:
        return form.islower() and form.replace(".", "").isalpha()
    return 2 < len(form) < 8 and form.islower() and form.isalpha() and not is_known(form) and form not in NO_NAMES


_INSIDE = frozenset("für am im an zur gegen und in".split())


_SIGN = re.compile(r'[,()„“”«»"/]| -')


def tidy(name: str) -> str:
    """A name with its signs where they belong, from tokens with blanks between them."""
    if not _SIGN.search(name):
        return name
    name = re.sub(r" ([,)“”«])", r"\1", name)
    name = re.sub(r'" ([^"]*) "', r'"\1"', name)
    name = re.sub(r" ?« ([^»]*) »", r" «\1»", name)
    return re.sub(r"([(„»]) ", r"\1", name).replace(" / ", "/").replace(" -", "-")
