"""What stands before an office word in its phrase: article, adjectives, dates, the organisation before a hyphen."""

from dataclasses import dataclass
from functools import cache

from podium.reading.lexicon import words_of
from podium.reading.names import PARTY
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_municipal import is_territorial_office
from podium.reading.persons_scan import Scan
from podium.reading.roles_nouns import NOT_ADJECTIVES
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_times import with_times
from podium.reading.roles_words import RoleWord, listed, stem_in
from podium.reading.values import replace

__all__ = ["with_attributes", "with_prefix"]

_ARTICLES = frozenset(words_of("person_words.txt", "articles"))
_POSSESSIVES = frozenset(words_of("person_words.txt", "possessives"))
_NUMERALS = frozenset(words_of("person_words.txt", "numerals"))
_DATIVES = frozenset(words_of("person_words.txt", "dative prepositions"))
_TOWNS = frozenset(["Bad", "Sankt", "St.", "Neu", "Groß", "Klein", "Ober", "Unter"])
_ONE_OF = frozenset(["einer", "eine", "einem", "eines"])
_ENGLISH = listed("english")


@dataclass(slots=True)
class _Attributes:
    """What was found before an office word so far: where it begins, words of its title, how the office is held."""

    at: int
    title: list[str]
    former: bool
    acting: bool
    deputy: bool
    designated: bool = False
    numeral: bool = False


def with_attributes(scan: Scan, head: int, word: RoleWord, floor: int, inside: bytearray) -> RolePhrase:
    """The phrase of an office word with the article and the adjectives before it."""
    words = scan.words
    found = _Attributes(head, [], word.former, word.acting, word.deputy)
    while found.at > floor and not inside[found.at - 1]:
        token = words[found.at - 1]
        lower = token.lower()
        if token in ("und", "/") and _coordinated(words, found, floor):
            continue
        if token in ("und", ",") and found.at < head and _adjective_pair(scan, found, floor):
            continue
        if lower in _ARTICLES or lower in _POSSESSIVES or lower == "kommissarisch":
            break  # "Das Amt übernimmt kommissarisch | Referatsleiter X"
        if _in_title(words, found, word, head, floor):
            continue
        town = token in _TOWNS and words[found.at].endswith("er")  # "der Bad Hersfelder Bürgermeister"
        held = town or _says_how_held(token, found)
        if not (held or stem_in(token, "other_adjectives") or _adjective(scan, found.at - 1)):
            break
        found.at -= 1
    return _with_article(scan, found, head, word, floor, inside)


def _coordinated(words: list[str], found: _Attributes, floor: int) -> bool:
    """Take in "Arbeits- und", "Wirtschafts-, Arbeits- und" before the office word."""
    at = found.at
    if at - 2 < floor or not words[at - 2].endswith("-") or len(words[at - 2]) < 3:
        return False
    taken = 1
    while at - taken > floor and (
        (words[at - taken - 1].endswith("-") and len(words[at - taken - 1]) > 2)
        or (words[at - taken - 1] == "," and words[at - taken - 2].endswith("-"))
    ):
        taken += 1
    found.title[:0] = words[at - taken : at]
    found.at -= taken
    return True


def _adjective_pair(scan: Scan, found: _Attributes, floor: int) -> bool:
    """Take in the first of two adjectives that "und" or a comma joins: "langjährige und verdiente"."""
    at = found.at - 2
    if at < floor or not scan.words[found.at][:1].islower() or not scan.words[at][:1].islower():
        return False
    if not (stem_in(scan.words[at], "other_adjectives") or _adjective(scan, at)):
        return False
    _says_how_held(scan.words[at], found)
    found.at = at
    return True


def _in_title(words: list[str], found: _Attributes, word: RoleWord, head: int, floor: int) -> bool:
    """Take in the next word to the left if it belongs to the title: "stellvertretende", "Senior", "2."."""
    token = words[found.at - 1]
    lower = token.lower()
    if (stem_in(token, "title_adjectives") and lower != "erst") or (
        word.head.endswith("richter") and lower.startswith("vorsitzende")
    ):
        found.deputy = found.deputy or stem_in(token, "deputy")
        found.at -= 1
        if not lower.startswith(("zuständig", "verantwortlich")):
            found.title.insert(0, token)
        elif found.at - 2 >= floor and words[found.at - 2] == "für":
            found.title.insert(0, f"für {words[found.at - 1]} {token}")
            found.at -= 2
        return True
    if token in _ENGLISH or (len(token) == 2 and token[0].isdigit() and token[1] == "." and found.at == head):
        found.title.insert(0, token)
        found.at -= 1
        return True
    if lower == "." and words[found.at - 2].lower() in ("stellv", "stv"):
        found.deputy = True
        found.at -= 1
        return True
    if lower in ("stellv.", "stv.", "stellv", "stv"):
        found.deputy = True
        found.title.insert(0, "stellvertretender")
        found.at -= 1
        return True
    if lower.startswith("kommissarisch"):
        found.acting = True
        found.title.insert(0, token)
        found.at -= 1
        return True
    return False


def _says_how_held(token: str, found: _Attributes) -> bool:
    """Whether a word says how an office is held, which is noted: "ehemalige", "designierte", "amtierende", "zwei"."""
    if stem_in(token, "former"):
        found.former = True
    elif stem_in(token, "designated"):
        found.designated = True
    elif stem_in(token, "acting"):
        found.acting = True
    elif token.lower() in _NUMERALS or (token.isdigit() and len(token) < 4):
        found.numeral = True
    else:
        return False
    return True


def _with_article(
    scan: Scan, found: _Attributes, head: int, word: RoleWord, floor: int, inside: bytearray
) -> RolePhrase:
    """The phrase with the article or possessive that opens it, else with the time before it."""
    words, at = scan.words, found.at
    article = possessive = ""
    if at > floor and not inside[at - 1]:
        lower = words[at - 1].lower()
        if lower in _POSSESSIVES:
            possessive, at = lower, at - 1
        elif lower in _ARTICLES:
            article, at = lower, at - 1
    if (
        not article
        and not possessive
        and at - 1 > floor
        and words[at - 1] == "von"
        and words[at - 2].lower() in _ONE_OF
    ):
        article, at = "der", at - 1  # "als einer von vier Vizepräsidenten"
    if article == "der" and at > floor and words[at - 1].lower() in _ONE_OF:
        one = replace(word, number="s", gender=None if not word.adjectival else word.gender)
        if word.number == "p" or found.numeral or (word.adjectival and word.form.endswith("en")):
            word, at, article, found.numeral = one, at - 1, "", False  # "als einer der zwei Vorsitzenden"
    several = article == "den" and at > floor and words[at - 1].lower() in _DATIVES and word.form.endswith("n")
    phrase = RolePhrase(
        at,
        head,
        head + 1,
        word,
        tuple(found.title),
        article=article,
        possessive=possessive,
        numeral=found.numeral,
        dative_plural=several,
        former=found.former,
        designated=found.designated,
        acting=found.acting,
        deputy=found.deputy,
    )
    return phrase if article or possessive else with_times(scan, phrase, floor)


def _adjective(scan: Scan, at: int) -> bool:
    """Whether a token can be a declined adjective before an office: "rheinland-pfälzische", "Kasseler"."""
    token = scan.words[at]
    if token[:1].islower():
        kind = scan.doc.types[at]
        return (
            len(token) > 4
            and token.endswith(("e", "en", "er", "es", "em"))
            and not kind.verb
            and token not in NOT_ADJECTIVES
            and "-" not in token[:2]
        ) or (token[:1].isdigit() and "jährig" in token)
    if token[:1].isdigit():
        return "jährig" in token
    return (
        token.endswith("er")
        and len(token) > 4
        and scan.roles[at] is None
        and not scan.flags[at] & PARTY
        and token[:1].isupper()
    )


_HEADS = tuple(words_of("organisation_words.txt", "offices of heads"))
_EMPLOYED = tuple(words_of("person_words.txt", "employed"))


def with_prefix(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> RolePhrase:
    """Whose office it is by what stands before the hyphen or before the phrase: "BA-Chefin", "Brandenburgs …"."""
    word = phrase.word
    if word.prefix and phrase.head > 0 and phrase.first == phrase.head:
        phrase = _parted(scan, places, phrase)
        if phrase.first < phrase.head:
            return phrase
    if word.prefix:
        organisation = places.covering.get(phrase.head)
        if organisation is None:
            organisation = places.named(word.prefix)
        head = word.prefix.rpartition("-")[2] or word.prefix
        if _is_party(word.prefix):
            offices = any(word.head.endswith(office) for office in listed("party_offices"))
            offices = offices or word.masculine == "Abgeordneter"  # not "SPD-Bundestagsabgeordneter"
            return replace(phrase, organisation=organisation if offices and "minister" not in word.head else None)
        house = head_of(head)
        if house is not None and house.bare == "one" and word.head.endswith(_HEADS):
            return replace(phrase, organisation=organisation)  # "Handwerkskammer-Präsident"
        short = word.prefix.isupper() or word.prefix.islower()
        if organisation is not None or short or head in ("Jobcenter", "Arbeitsagentur", "Agentur"):
            return replace(phrase, organisation=organisation)
        return replace(phrase, whole=True)
    organisation = places.covering.get(phrase.head)
    if organisation is not None and not word.body:
        return replace(phrase, organisation=organisation)
    if not phrase.article and not phrase.possessive and phrase.first in places.ending:
        owned = _behind_house(scan, places, phrase)
        if owned is not None:
            return owned
    if phrase.organisation is None and is_territorial_office(word.form):
        for at in range(phrase.first, phrase.head):
            if at in places.at and places.entities[places.at[at][1]].kind == "territory":
                return replace(phrase, organisation=places.at[at][1])  # "die hessische Sozialministerin"
    return phrase


def _behind_house(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> RolePhrase | None:
    """The phrase with the organisation that ends right before it, where the office is one of its own; else None."""
    first, entity = places.ending[phrase.first]
    if scan.doc.sentence_at[first] != scan.doc.sentence_at[phrase.head]:
        return None
    last = scan.words[phrase.first - 1]
    called = scan.words[first].isupper() or scan.words[first][:4] in places.entities[entity].name
    if called and (last.endswith("s") or last.isupper() or (first == phrase.first - 1 and len(last) < 5)):
        return replace(phrase, first=first, organisation=entity)  # not "die Mitglieder des Verbandes | Landrat X"
    before = first - 1 - (scan.words[first - 1] == "der")
    at_house = scan.words[before].lower() in ("im", "beim", "bei") and phrase.word.head.endswith(_EMPLOYED)
    if phrase.organisation is None and at_house and phrase.can_be_of(places.entities[entity].kind):
        return replace(phrase, organisation=entity)  # "Zuständig ist beim Jobcenter X Teamleiterin Y"
    return None


def _parted(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> RolePhrase:
    """ "IG Metall-Bezirksleiter": an organisation of several words before the hyphen."""
    before = scan.words[phrase.head - 1]
    if (
        scan.doc.sentence_at[phrase.head - 1] != scan.doc.sentence_at[phrase.head]
        or not before.isupper()
        or len(before) < 2
    ):
        return phrase
    organisation = places.covering.get(phrase.head, places.named(f"{before} {phrase.word.prefix}"))
    first, article = phrase.head - 1, ""
    if (
        first
        and scan.words[first - 1].lower() in _ARTICLES
        and scan.doc.sentence_at[first - 1] == scan.doc.sentence_at[first]
    ):
        first, article = first - 1, scan.words[first - 1].lower()
    return replace(phrase, first=first, article=article, organisation=organisation)


@cache
def _is_party(name: str) -> bool:
    return name in frozenset(words_of("parties.txt")) or name in ("Unions", "Grünen", "Linken", "Linke")
