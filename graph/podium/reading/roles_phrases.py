"""Noun phrases that name an office: adjectives, head and complement, and whose office it is."""

import re
from dataclasses import dataclass, replace
from functools import cache

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.lexicon import words_of
from podium.reading.names import KNOWN, PARTY, PLACE
from podium.reading.persons_spans import Scan, is_area
from podium.reading.roles_words import RoleWord, listed, stem_in

__all__ = ["OrganisationPlaces", "RolePhrase", "office_phrase"]

_ARTICLES = frozenset(
    "der die das des dem den ein eine einer eines einem einen dieser diese diesem diesen beim zum zur vom am im ans".split()
)
_POSSESSIVES = frozenset(
    "ihr ihre ihrem ihren ihrer ihres sein seine seinem seinen seiner seines dessen deren unser unsere unserem unseren unserer unseres".split()
)
_GENITIVES = frozenset("des der eines einer dieses dieser ihres ihrer seines seiner unseres unserer deren dessen".split())
_OF = frozenset("von vom bei beim im in am an aus zur der dem den".split())
_NOT_ADJECTIVES = frozenset(
    "und oder sowie neben wegen gegen über unter hinter ohne aber außer habe hatte wurde wurden werde seine ihre diese jene alle einige viele "
    "wie sowie eben nur der die das des dem den er sie es wer wenn dass jeder jede heute gestern morgen zwischen mehrere".split()
)
_NUMERALS = frozenset("beiden beide zwei drei vier fünf sechs sieben acht neun zehn mehrere mehreren alle allen".split())
_DATIVES = frozenset("mit von bei zu aus nach seit gegenüber samt".split())
_SINCE = frozenset("seit bis von ab zum zur im".split())
_ADVERBS = frozenset(
    "bisher bislang derzeit aktuell zugleich gleichzeitig auch ebenfalls selbst noch heute jetzt nun inzwischen mittlerweile einst früher "
    "ehemals vormals damals zuvor vorher zuletzt seinerzeit künftig demnächst bald lange jahrelang wieder erneut hauptberuflich".split()
)


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """An office as the text puts it: tokens `first` … `end`-1 with the head at `head`.

    `before` and `behind` are the words of the title around its head ("Erste", "der Geschäftsführung"); `agreeing`
    those of `before` that are declined. `article` and `possessive` are in lower case or "".
    """

    first: int
    head: int
    end: int
    word: RoleWord
    before: tuple[str, ...] = ()
    behind: str = ""
    organisation: int | None = None
    article: str = ""
    possessive: str = ""
    numeral: bool = False
    dative_plural: bool = False
    former: bool = False
    designated: bool = False
    acting: bool = False
    deputy: bool = False
    whole: bool = False

    def title(self, gender: str | None, forced: bool = False) -> str:
        """Nominative singular for a holder of this gender; `forced`: whatever gender the text's form has."""
        own = self.word.gender if not self.word.adjectival and self.word.number != "p" and not forced else None
        noun = "n" if self.word.head.endswith("mitglied") else own or gender or self.article_gender()
        head = self.word.whole(noun) if self.whole else self.word.title(noun)
        if gender and (forced or (self.word.number == "p" or self.plural()) and not self.word.adjectival):
            head = self.word.feminine if gender == "f" else self.word.masculine
        if self.plural() and self.word.head == "geschäftsführend":
            head = "Geschäftsführerin" if gender == "f" else "Geschäftsführer"
        before = " ".join(_declined(word, noun) for word in self.before)
        return " ".join(filter(None, (before, head, self.behind)))

    def article_gender(self) -> str | None:
        """Gender that the forms of article and head leave to a noun such as "Vorsitzende"."""
        ending = self.word.form[-2:]
        if ending in ("er", "em") and self.article != "der":
            return "m"
        if ending == "en":
            return "f" if self.article in ("der", "einer", "zur") else "m" if self.article in ("dem", "des", "den", "vom", "zum", "beim") else None
        return "m" if self.article == "der" else "f"

    def plural(self) -> bool:
        """Whether the form says that there are several holders."""
        if self.word.number == "p" or self.numeral or self.dative_plural:
            return True
        if self.word.number == "s" or self.word.gender == "f":
            return False
        return self.article == "die" and (not self.word.adjectival or self.word.form.endswith("en"))


_ENDINGS = {"m": "er", "f": "e", "n": "es"}


def _declined(word: str, gender: str | None) -> str:
    if not word[-2:] in ("er", "en", "es", "em") and not word.endswith("e") or word.endswith("-") or " " in word and not word.startswith("für "):
        return word
    stem = word[:-1] if word.endswith("e") else word[:-2]
    return stem + _ENDINGS.get(gender or "m", "er")


class OrganisationPlaces:
    """Where organisations stand in a text, for look-ups by token and by name."""

    __slots__ = ("at", "covering", "ending", "entities", "mentions", "names")

    def __init__(self, doc: Document, organisations: Organisations) -> None:
        self.entities = organisations.entities
        self.mentions = organisations.mentions
        self.at: dict[int, tuple[int, int]] = {}
        self.covering: dict[int, int] = {}
        self.ending: dict[int, tuple[int, int]] = {}
        self.names: dict[str, int] = {}
        for number, entity in enumerate(organisations.entities):
            self.names.setdefault(entity.name.lower(), number)
        for mention in organisations.mentions:
            if mention.end <= mention.first or mention.form == "pronoun":
                continue
            if self.at.get(mention.first, (0, 0))[0] < mention.end:
                self.at[mention.first] = (mention.end, mention.entity)
            self.ending[mention.end] = (mention.first, mention.entity)
            for token in range(mention.first, mention.end):
                self.covering[token] = mention.entity
            self.names.setdefault(doc.phrase(mention.first, mention.end).lower(), mention.entity)

    def partial(self, token: int, form: str) -> bool:
        """Whether only the first part of a hyphenated word is the organisation: "SPD-Fraktion"."""
        end, entity = self.at[token]
        return end == token + 1 and "-" in form and "-" not in self.entities[entity].name and form[:1].isupper()

    def named(self, name: str) -> int | None:
        """The organisation of the text that goes by this name or abbreviation."""
        lower = name.lower()
        return self.names.get(lower, self.names.get(lower.rstrip("s")))


@cache
def _body(noun: str) -> bool:
    """Whether a noun names a body, a unit or a task, so that it stays in the title: "Geschäftsführung", "Bereichs"."""
    lower = noun.lower()
    bodies = listed("bodies")
    forms = (lower, lower[:-1] if lower[-1:] in "sn" else lower, lower[:-2] if lower[-2:] in ("es", "en") else lower)
    return any(form[at:] in bodies for form in forms for at in range(len(form) - 2))


def office_phrase(scan: Scan, places: OrganisationPlaces, head: int, inside: bytearray) -> RolePhrase:
    """The phrase around the office word at token `head`; `inside` marks tokens of persons' names."""
    word = scan.roles[head]
    assert word is not None
    floor = scan.doc.sentences[scan.doc.sentence_at[head]][0]
    phrase = _left(scan, places, head, word, floor, inside)
    phrase = _prefix(scan, places, phrase)
    return _right(scan, places, phrase, scan.limits[head], inside)


def _left(scan: Scan, places: OrganisationPlaces, head: int, word: RoleWord, floor: int, inside: bytearray) -> RolePhrase:
    words = scan.words
    before: list[str] = []
    former, designated, acting, deputy, numeral = word.former, False, word.acting, word.deputy, False
    at = head
    while at > floor and not inside[at - 1]:
        token = words[at - 1]
        if token in ("und", "/") and at - 2 >= floor and words[at - 2].endswith("-") and len(words[at - 2]) > 2:
            before.insert(0, token)
            at -= 1
            while at > floor and (words[at - 1].endswith("-") and len(words[at - 1]) > 2 or (words[at - 1] == "," and words[at - 2].endswith("-"))):
                before.insert(0, words[at - 1])
                at -= 1
            continue
        lower = token.lower()
        if lower in _ARTICLES or lower in _POSSESSIVES:
            break
        if stem_in(token, "title_adjectives"):
            deputy = deputy or stem_in(token, "deputy")
            before.insert(0, token)
            at -= 1
            if stem_in(token, ("title_adjectives")) and lower.startswith(("zuständig", "verantwortlich")) and at - 2 >= floor and words[at - 2] == "für":
                before[0] = f"für {words[at - 1]} {token}"
                at -= 2
            elif lower.startswith(("zuständig", "verantwortlich")):
                before.pop(0)
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
        elif lower in _NUMERALS:
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
        at, head, head + 1, word, tuple(before), article=article, possessive=possessive, numeral=numeral, dative_plural=several, former=former,
        designated=designated, acting=acting, deputy=deputy,
    )  # fmt: skip
    if article or possessive:
        return phrase
    return _adverbs(scan, phrase, floor)


def _adjective(scan: Scan, at: int) -> bool:
    """Whether a token can be a declined adjective before an office: "rheinland-pfälzische", "Kasseler"."""
    token = scan.words[at]
    if token[:1].islower():
        kind = scan.doc.types[at]
        return (
            len(token) > 4 and token.endswith(("e", "en", "er", "es", "em")) and not kind.verb
            and token not in _NOT_ADJECTIVES and "-" not in token[:2]
        ) or (token[:1].isdigit() and "jährig" in token)  # fmt: skip
    if token[:1].isdigit():
        return "jährig" in token
    return token.endswith("er") and len(token) > 4 and scan.roles[at] is None and not scan.flags[at] & PARTY and token[:1].isupper()


def _adverbs(scan: Scan, phrase: RolePhrase, floor: int) -> RolePhrase:
    """Take in what stands before an apposition without article: "bisher", "seit 2019", "bis 2010", "früher"."""
    words, at = scan.words, phrase.first
    former, designated = phrase.former, phrase.designated
    while at > floor and at > phrase.first - 6:
        token = words[at - 1].lower()
        if token in _ADVERBS:
            former = former or token in listed("former_adverbs")
            designated = designated or token in listed("designated_adverbs")
        elif token[:4].isdigit() or token in _MONTHS:
            pass
        elif token in _SINCE and at < phrase.first and (words[at][:1].isdigit() or words[at].lower() in _MONTHS):
            former = former or token == "bis"
            designated = designated or token in ("ab", "zum")
        else:
            break
        at -= 1
    while at < phrase.first and words[at].lower() not in _ADVERBS | _SINCE:
        at += 1
    return replace(phrase, first=at, former=former, designated=designated)


_MONTHS = frozenset("januar februar märz april mai juni juli august september oktober november dezember anfang ende mitte sommer herbst jahr".split())


def _prefix(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> RolePhrase:
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
            return replace(phrase, organisation=organisation if offices and "minister" not in word.head else None)
        if organisation is not None or word.prefix.isupper() or head in ("Jobcenter", "Arbeitsagentur", "Agentur"):
            return replace(phrase, organisation=organisation)
        return replace(phrase, whole=True)
    organisation = places.covering.get(phrase.head)
    if organisation is not None:
        return replace(phrase, organisation=organisation)
    if not phrase.article and not phrase.possessive and phrase.first in places.ending:
        first, entity = places.ending[phrase.first]
        last = scan.words[phrase.first - 1]
        if scan.doc.sentence_at[first] == scan.doc.sentence_at[phrase.head] and (last.endswith("s") or last.isupper() or (first == phrase.first - 1 and len(last) < 5)):
            return replace(phrase, first=first, organisation=entity)
    return phrase


def _parted(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> RolePhrase:
    """"IG Metall-Bezirksleiter": an organisation of several words before the hyphen."""
    before = scan.words[phrase.head - 1]
    if scan.doc.sentence_at[phrase.head - 1] != scan.doc.sentence_at[phrase.head] or not before.isupper() or len(before) < 2:
        return phrase
    organisation = places.covering.get(phrase.head, places.named(f"{before} {phrase.word.prefix}"))
    first, article = phrase.head - 1, ""
    if first and scan.words[first - 1].lower() in _ARTICLES and scan.doc.sentence_at[first - 1] == scan.doc.sentence_at[first]:
        first, article = first - 1, scan.words[first - 1].lower()
    return replace(phrase, first=first, article=article, organisation=organisation)


@cache
def _is_party(name: str) -> bool:
    return name in frozenset(words_of("parties.txt")) or name in ("Unions", "Grünen", "Linken", "Linke")


def _right(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, limit: int, inside: bytearray) -> RolePhrase:
    """Take in the complement behind the head."""
    words = scan.words
    at = phrase.head + 1
    behind: list[str] = []
    organisation, former = phrase.organisation, phrase.former
    for _ in range(6):
        if at >= limit or inside[at]:
            break
        token = words[at]
        if token in ("a.", "a.D.", "i.", "a") and at + 1 < limit and (token == "a.D." or words[at + 1] in ("D.", "D", "R.")):
            former, at = True, at + (1 if token == "a.D." else 2)
        elif token in ("/", ":", "*") and at + 1 < limit and words[at + 1] in ("in", "innen", "r"):
            at += 2
        elif token == "für":
            end = _noun_list(scan, places, at + 1, limit, inside)
            if end is None:
                break
            behind.append(scan.doc.phrase(at, end))
            at = end
        else:
            step = _complement(scan, places, phrase, at, limit, inside, organisation)
            if step is None:
                break
            at, text, found = step
            if text:
                behind.append(text)
            organisation = organisation if found is None else found
    return replace(phrase, end=at, behind=" ".join(behind), organisation=organisation, former=former)


def _complement(
    scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, at: int, limit: int, inside: bytearray, organisation: int | None
) -> tuple[int, str, int | None] | None:
    """One step of the complement: token after it, words for the title, organisation."""
    words = scan.words
    token = words[at]
    lower = token.lower()
    if at in places.at and (token[:1].isupper() or token in ("ver.di", "„")):
        end, entity = places.at[at]
        return (end, "", entity) if organisation is None and not _party_bracket(scan, at) else None
    if token == "(":
        return _bracket(scan, places, at, limit, organisation, phrase)
    if lower in _GENITIVES or lower in _OF:
        return _dependent(scan, places, phrase, at, limit, inside, organisation)
    if token in "„\"»“" and at == phrase.head + 1:
        for end in range(at + 1, min(at + 8, limit)):
            if words[end] in "“\"«”":
                return end + 1, "", places.covering.get(at + 1)
    if token[:1].isupper() and at == phrase.head + 1 and is_area(scan, phrase.word, at) and not scan.roles[at]:
        end = _noun_list(scan, places, at, limit, inside)
        if end is not None:
            return end, scan.doc.phrase(at, end), None
    if token in ("operativ", "kommissarisch") and at == phrase.head + 1:
        return at + 1, token, None
    return None


def _party_bracket(scan: Scan, at: int) -> bool:
    return bool(scan.flags[at] & PARTY) and scan.words[at - 1] == "("


def _bracket(
    scan: Scan, places: OrganisationPlaces, at: int, limit: int, organisation: int | None, phrase: RolePhrase
) -> tuple[int, str, int | None] | None:
    """An abbreviation in brackets behind the organisation, or the organisation itself."""
    words = scan.words
    for end in range(at + 1, min(at + 7, limit)):
        if words[end] == ")":
            inner = places.at.get(at + 1)
            if any(scan.roles[t] for t in range(at + 1, end)):
                return None
            if inner and inner[0] == end and organisation is None and not scan.flags[at + 1] & PARTY:
                return end + 1, "", inner[1]
            short = end == at + 2 and (words[at + 1].isupper() or inner is not None or not words[at + 1].islower())
            return (end + 1, "", None) if short or inner else None
    return None


def _dependent(
    scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, at: int, limit: int, inside: bytearray, organisation: int | None
) -> tuple[int, str, int | None] | None:
    """A genitive or a preposition with its noun: "der Geschäftsführung", "im Jobcenter Solingen", "der Studie"."""
    words = scan.words
    genitive = words[at].lower() in _GENITIVES
    noun = at + 1
    if not genitive and noun < limit and words[noun].lower() in ("der", "dem", "den", "des", "ihrem", "ihrer", "seinem", "seiner"):
        noun += 1
    for _ in range(4):
        if noun >= limit or inside[noun]:
            return None
        if words[noun] in "„\"»“" and noun + 1 in places.at:
            end, entity = places.at[noun + 1]
            return end + (end < limit and words[end] in "“\"«”"), "", entity if organisation is None else None
        if noun in places.at and (words[noun][:1].isupper() or words[noun - 1] in _GENITIVES | _OF or words[noun] == "ver.di"):
            end, entity = places.at[noun]
            if places.partial(noun, words[noun]):
                return _partial(scan, places, at, noun, limit, inside, organisation)
            if organisation is None:
                return end, "", entity
            return (end, "", None) if places.covering.get(noun) is not None else None
        if not _attribute(scan, noun, limit):
            break
        noun += 1
    if not words[noun][:1].isupper() or words[noun].isupper() and genitive:
        return (noun + 1, "", None) if noun < limit and words[noun].isupper() and len(words[noun]) > 1 else None
    if genitive and words[noun] in _TERRITORIES:
        return _names_behind(scan, noun + 1, limit, inside), "", None
    body = _body(words[noun])
    if genitive and not body and _ORGANISATION.search(words[noun]):
        end = _names_behind(scan, noun + 1, limit, inside)
        return end, scan.doc.phrase(at, end) if phrase.word.head.endswith(_PARTS) else "", None
    if not genitive and not body:
        return _place_phrase(scan, at, noun, limit, inside)
    if scan.roles[noun] is not None and not body:
        return None
    if (organisation is not None or at > phrase.head + 1) and not body:
        return None
    end = noun + 1
    if words[noun].endswith("-") and noun + 2 < limit and words[noun + 1] in ("und", "oder") and words[noun + 2][:1].isupper():
        end = noun + 3
    if body:
        end = _areas_behind(scan, places, end, limit, inside)
    return end, scan.doc.phrase(at, end), None


def _partial(
    scan: Scan, places: OrganisationPlaces, at: int, noun: int, limit: int, inside: bytearray, organisation: int | None
) -> tuple[int, str, int | None] | None:
    """"der SPD-Fraktion", "des DGB-Bezirks Nord": a part of an organisation, which is named before the hyphen."""
    tail = scan.words[noun].rpartition("-")[2]
    end = noun + 1
    while end < limit and end - noun < 4 and scan.words[end][:1].isupper() and not inside[end] and not scan.roles[end]:
        end += 1
    if not _body(tail) and scan.words[at] in ("einer", "eines"):
        return end, "", None
    return end, scan.doc.phrase(at, end) if _body(tail) else "", places.at[noun][1] if organisation is None else None


# Titles that say little without whose part or member somebody is.
_PARTS = ("mitglied", "vertreter", "repräsentant", "delegiert")
_TERRITORIES = frozenset(
    "Landes Lands Freistaats Freistaates Stadt Landeshauptstadt Hansestadt Kreises Landkreises Gemeinde Region Bezirks Regierungsbezirks Bundes Bundeslandes".split()
)
_ORGANISATION = re.compile(
    r"(?:verb[aä]nd|verein|bund|kammer|agentur|werk|gesellschaft|stiftung|institut|akademie|universität|hochschule|schule|klinik|zentrum|"
    r"unternehmen|konzern|ministerium|amt|ämter|tag|kreis|gemeinde|kirche|diözese|bistum|partei|gewerkschaft|union|verwaltung|behörde|bank|"
    r"kasse|genossenschaft|firma|betrieb|zeitung|verlag|museum|theater|krankenhaus|center|schaft)(?:e[sn]?|s|en|n|er|ern)?$",
    re.I,
)


def _names_behind(scan: Scan, at: int, limit: int, inside: bytearray) -> int:
    """Past the capitalised words that name an organisation or territory: "der Stadt | Bad Muster", "des Amtes | für Soziales"."""
    start = at
    while at < limit and at - start < 5 and not inside[at] and scan.roles[at] is None:
        token = scan.words[at]
        if token[:1].isupper() or token in ("für", "und") and at + 1 < limit and scan.words[at + 1][:1].isupper() and not inside[at + 1]:
            if token == "und" and scan.words[at - 1][:1].isupper() and "für" not in scan.words[start:at] and not scan.words[at - 1].endswith("-"):
                break
            at += 1
        else:
            break
    return at


def _place_phrase(scan: Scan, at: int, noun: int, limit: int, inside: bytearray) -> tuple[int, str, int | None] | None:
    """"in Köln", "an der Hochschule Musterstadt": not part of the title, but part of the phrase."""
    end = noun + 1
    while end < limit and end - noun < 3 and scan.words[end][:1].isupper() and not inside[end] and not scan.roles[end]:
        end += 1
    if end < limit and (scan.words[end] in (",", "(", ")", "–", ".", ";", ":") or inside[end] or scan.words[end] == "und"):
        return end, "", None
    return None


def _attribute(scan: Scan, at: int, limit: int) -> bool:
    """Whether a token is an adjective before the noun of a complement."""
    token = scan.words[at]
    if at + 1 >= limit:
        return False
    behind = scan.words[at + 1]
    if not (behind[:1].isupper() or behind.endswith(("en", "er"))):
        return False
    return token.endswith(("en", "er", "es", "e")) and (token[:1].islower() or behind[:1].isupper() and not scan.doc.types[at].verb and _adjectival(token))


@cache
def _adjectival(token: str) -> bool:
    """Whether a capitalised word ends like an adjective in a name: "Geschäftsführenden", "Evangelischen"."""
    return token.endswith(("ischen", "lichen", "enden", "igen", "aler", "ischer", "licher", "alen", "schen", "eten", "ten", "er"))


def _areas_behind(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int:
    """Past what a unit deals with: "des Bereichs Geldleistungen", "des Referats für Rente", "der Abteilung „Markt“"."""
    words = scan.words
    if at < limit and words[at] == "für":
        return _noun_list(scan, places, at + 1, limit, inside) or at
    if at < limit and words[at] in "„\"»":
        for end in range(at + 1, min(at + 8, limit)):
            if words[end] in "“\"«”":
                return end + 1
    if at < limit and words[at][:1].isupper() and not inside[at] and at not in places.at and scan.roles[at] is None:
        return _noun_list(scan, places, at, limit, inside) or at
    if at < limit and words[at].isdigit():
        return at + 1
    return at


def _noun_list(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Token after nouns joined by commas and "und": "Arbeit, Gesundheit und Soziales"; None where there are none."""
    end = _noun(scan, places, at, limit, inside)
    if end is None:
        return None
    while end < limit:
        token = scan.words[end]
        if token in ("und", "sowie", "&"):
            following = _noun(scan, places, end + 1, limit, inside)
            if following is None:
                return end
            return following
        if token == "," and (ahead := _comma_goes_on(scan, places, end, limit, inside)):
            end = ahead
            continue
        return end
    return end


def _comma_goes_on(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Behind a comma: the end of the next noun if an "und" with one more noun closes the list."""
    end = _noun(scan, places, at + 1, limit, inside)
    if end is None or end >= limit:
        return None
    probe, steps = end, 0
    while probe < limit and scan.words[probe] == "," and steps < 4:
        following = _noun(scan, places, probe + 1, limit, inside)
        if following is None:
            return None
        probe, steps = following, steps + 1
    if probe < limit and scan.words[probe] in ("und", "sowie") and _noun(scan, places, probe + 1, limit, inside) is not None:
        return end
    return None


def _noun(scan: Scan, places: OrganisationPlaces, at: int, limit: int, inside: bytearray) -> int | None:
    """Token after one noun with its adjectives that is neither a person, an office nor an organisation."""
    words = scan.words
    if at < limit and words[at] in ("der", "die", "das", "den", "dem"):
        at += 1
    for _ in range(3):
        if at >= limit or inside[at]:
            return None
        if words[at][:1].islower() and words[at].endswith(("e", "en", "er", "es")) and not scan.doc.types[at].verb and words[at] not in _NOT_ADJECTIVES:
            at += 1
            continue
        break
    if at >= limit or inside[at] or not words[at][:1].isupper() or scan.roles[at] is not None:
        return None
    if words[at].endswith(("e", "er", "en")) and at + 1 < limit and words[at + 1][:1].isupper() and not inside[at + 1] and scan.flags[at + 1] & KNOWN and not scan.roles[at + 1]:
        at += 1  # "Kommunale Arbeitsförderung"
    if words[at].endswith("-") and at + 2 < limit and words[at + 1] in ("und", "/"):
        return _noun(scan, places, at + 2, limit, inside)
    if at in places.at and not scan.flags[at] & PLACE and words[at].isupper():
        return None
    return at + 1
