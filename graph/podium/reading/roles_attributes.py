"""What stands before an office word in its phrase: article, adjectives, dates, the organisation before a hyphen."""

from dataclasses import replace
from functools import cache

from podium.reading.lexicon import words_of
from podium.reading.names import PARTY
from podium.reading.organisations_heads import head_of
from podium.reading.organisations_municipal import is_territorial_office
from podium.reading.persons_scan import Scan
from podium.reading.roles_nouns import NOT_ADJECTIVES
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import RoleWord, listed, stem_in

__all__ = ["with_attributes", "with_prefix"]

_ARTICLES = frozenset(words_of("person_words.txt", "articles"))
_POSSESSIVES = frozenset(words_of("person_words.txt", "possessives"))
_NUMERALS = frozenset(words_of("person_words.txt", "numerals"))
_DATIVES = frozenset(words_of("person_words.txt", "dative prepositions"))
_ENGLISH = listed("english")
_SINCE = frozenset(words_of("person_words.txt", "since"))
_ADVERBS = frozenset(words_of("person_words.txt", "time adverbs"))


def with_attributes(
    scan: Scan, places: OrganisationPlaces, head: int, word: RoleWord, floor: int, inside: bytearray
) -> RolePhrase:
    """The phrase of an office word with the article and the adjectives before it."""
    words = scan.words
    before: list[str] = []
    former, designated, acting, deputy, numeral = word.former, False, word.acting, word.deputy, False
    at = head
    while at > floor and not inside[at - 1]:
        token = words[at - 1]
        if token in ("und", "/") and at - 2 >= floor and words[at - 2].endswith("-") and len(words[at - 2]) > 2:
            before.insert(0, token)
            at -= 1
            while at > floor and (
                (words[at - 1].endswith("-") and len(words[at - 1]) > 2)
                or (words[at - 1] == "," and words[at - 2].endswith("-"))
            ):
                before.insert(0, words[at - 1])
                at -= 1
            continue
        lower = token.lower()
        if lower in _ARTICLES or lower in _POSSESSIVES:
            break
        if stem_in(token, "title_adjectives") or (word.head.endswith("richter") and lower.startswith("vorsitzende")):
            deputy = deputy or stem_in(token, "deputy")
            before.insert(0, token)
            at -= 1
            if (
                stem_in(token, ("title_adjectives"))
                and lower.startswith(("zuständig", "verantwortlich"))
                and at - 2 >= floor
                and words[at - 2] == "für"
            ):
                before[0] = f"für {words[at - 1]} {token}"
                at -= 2
            elif lower.startswith(("zuständig", "verantwortlich")):
                before.pop(0)
        elif token in _ENGLISH:
            before.insert(0, token)
            at -= 1
        elif lower in ("stellv.", "stv.", "stellv", "stv", "."):
            if lower == "." and words[at - 2].lower() not in ("stellv", "stv"):
                break
            deputy = True
            if lower != ".":
                before.insert(0, "stellvertretender")
            at -= 1
        elif token[:-1].isdigit() and token[-1] == "." and len(token) == 2 and at == head:
            before.insert(0, token)
            at -= 1
        elif stem_in(token, "former"):
            former, at = True, at - 1
        elif stem_in(token, "designated"):
            designated, at = True, at - 1
        elif stem_in(token, "acting"):
            acting, at = True, at - 1
        elif lower in _NUMERALS or (token.isdigit() and len(token) < 4):
            numeral, at = True, at - 1
        elif stem_in(token, "other_adjectives") or _adjective(scan, at - 1):
            at -= 1
        else:
            break
    article = possessive = ""
    if at > floor and not inside[at - 1]:
        lower = words[at - 1].lower()
        if lower in _POSSESSIVES:
            possessive, at = lower, at - 1
        elif lower in _ARTICLES:
            article, at = lower, at - 1
    several = article == "den" and at > floor and words[at - 1].lower() in _DATIVES and word.form.endswith("n")
    phrase = RolePhrase(
        at,
        head,
        head + 1,
        word,
        tuple(before),
        article=article,
        possessive=possessive,
        numeral=numeral,
        dative_plural=several,
        former=former,
        designated=designated,
        acting=acting,
        deputy=deputy,
    )
    if article or possessive:
        return phrase
    return _adverbs(scan, phrase, floor)


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


def _adverbs(scan: Scan, phrase: RolePhrase, floor: int) -> RolePhrase:
    """Take in what stands before an apposition without article: "bisher", "seit 2019", "bis 2010", "früher"."""
    words, at = scan.words, phrase.first
    former, designated = phrase.former, phrase.designated
    while at > floor and at > phrase.first - 6:
        token = words[at - 1].lower()
        if token in _ADVERBS:
            former = former or token in listed("former_adverbs")
            designated = designated or token in listed("designated_adverbs")
        elif token in _SPANS and "seit" in (near := [w.lower() for w in words[max(floor, at - 4) : at - 1]]):
            at -= len(near) - near.index("seit") + 1  # "seit vielen Jahren Leiterin"
            continue
        elif token.rstrip(".")[:4].isdigit() or token in _MONTHS or (token in ("zum", "vor") and at < phrase.first):
            pass
        elif token in _CALLINGS and at - 1 > floor and words[at - 2].lower() in ("im", "von", "vom"):
            at -= 2  # "im Hauptberuf Lehrerin", "von Beruf Maurer"
            return replace(phrase, first=at, former=former, designated=designated)
        elif token in _SINCE and at < phrase.first and (words[at][:1].isdigit() or words[at].lower() in _BEGINS):
            former = former or token == "bis"
            designated = designated or token in ("ab", "zum")
        else:
            break
        at -= 1
    while at < phrase.first and words[at].lower() not in _ADVERBS | _SINCE:
        at += 1
    if at == phrase.first:
        return phrase
    return replace(phrase, first=at, former=former, designated=designated)


_SPANS = frozenset(
    [
        "jahren",
        "monaten",
        "jahrzehnten",
        "wochen",
        "tagen",
        "jahr",
        "monat",
        "woche",
        "frühjahr",
        "sommer",
        "herbst",
        "winter",
        "anfang",
        "beginn",
        "jahresbeginn",
        "jahresanfang",
        "jahreswechsel",
        "gründung",
        "kurzem",
        "langem",
        "längerem",
    ]
)
_MONTHS = frozenset(words_of("person_words.txt", "months"))
_BEGINS = _MONTHS | frozenset(["zum", "zur", "vor", "zu"])  # "bis zum Frühjahr", "bis vor Kurzem"
_CALLINGS = frozenset("hauptberuf beruf ehrenamt nebenberuf zivilberuf brotberuf nebenamt hauptamt".split())


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
        if organisation is not None or word.prefix.isupper() or head in ("Jobcenter", "Arbeitsagentur", "Agentur"):
            return replace(phrase, organisation=organisation)
        return replace(phrase, whole=True)
    organisation = places.covering.get(phrase.head)
    if organisation is not None and not word.body:
        return replace(phrase, organisation=organisation)
    if not phrase.article and not phrase.possessive and phrase.first in places.ending:
        first, entity = places.ending[phrase.first]
        last = scan.words[phrase.first - 1]
        if scan.doc.sentence_at[first] == scan.doc.sentence_at[phrase.head] and (
            last.endswith("s") or last.isupper() or (first == phrase.first - 1 and len(last) < 5)
        ):
            return replace(phrase, first=first, organisation=entity)
    if not phrase.article and not phrase.possessive and phrase.organisation is None and phrase.first in places.ending:
        first, entity = places.ending[phrase.first]
        at_house = scan.words[first - 1].lower() in ("im", "beim") and word.head.endswith(_EMPLOYED)
        if (
            at_house
            and phrase.can_be_of(places.entities[entity].kind)
            and scan.doc.sentence_at[first] == scan.doc.sentence_at[phrase.head]
        ):
            return replace(phrase, organisation=entity)  # "Zuständig ist beim Jobcenter X Teamleiterin Y"
    if phrase.organisation is None and is_territorial_office(word.form):
        for at in range(phrase.first, phrase.head):
            if at in places.at and places.entities[places.at[at][1]].kind == "territory":
                return replace(phrase, organisation=places.at[at][1])  # "die hessische Sozialministerin"
    return phrase


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
