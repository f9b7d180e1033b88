"""Noun phrases that name an office, and where organisations stand in a text."""

from collections import Counter

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.lexicon import words_of
from podium.reading.organisations_legal import is_label
from podium.reading.roles_words import RoleWord, listed
from podium.reading.values import value

__all__ = ["OrganisationPlaces", "RolePhrase"]


@value
class RolePhrase:
    """An office as the text puts it: tokens `first` … `end`-1 with the head at `head`.

    `before` and `behind` are the words of the title around its head ("Erste", "der Geschäftsführung"); `agreeing`
    those of `before` that are declined. `article` and `possessive` are in lower case or "". `others` are the
    organisations joined to `organisation` behind an office in the plural ("der Jobcenter X und Y").
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
    others: tuple[int, ...] = ()

    def title(self, gender: str | None, forced: bool = False) -> str:
        """Nominative singular for a holder of this gender; `forced`: whatever gender the text's form has."""
        own = self.word.gender if not self.word.adjectival and self.word.number != "p" and not forced else None
        noun = "n" if self.word.head.endswith("mitglied") else own or gender or self.article_gender()
        head = self.word.whole(noun) if self.whole else self.word.title(noun)
        if gender and (forced or (not self.word.adjectival and self.plural())):
            head = self.word.feminine if gender == "f" else self.word.masculine
        if self.word.head == "geschäftsführend" and self.plural():
            head = "Geschäftsführerin" if gender == "f" else "Geschäftsführer"
        before = " ".join(_declined(word, noun) for word in self.before)
        return " ".join(filter(None, (before, head, self.behind)))

    def each_of(self, number: int) -> list[int | None]:
        """The organisations of `number` holders, one each in the order of their names; empty where they share one."""
        return [self.organisation, *self.others] if self.others and number == 1 + len(self.others) else []

    def can_be_of(self, kind: str) -> bool:
        """Whether an organisation of a kind can be the one that the holder of this office belongs to.

        A minister, a mayor or a Landrat at a jobcenter is a guest there: such offices are of a territory.
        """
        title = self.word.masculine.lower()
        if kind == "jobcenter" and title.endswith(_OF_DISTRICT):
            return False  # "Sozialdezernent der StädteRegion"
        return kind in _PUBLIC or not title.endswith(_OF_TERRITORY)

    def article_gender(self) -> str | None:
        """Gender that the forms of article and head leave to a noun such as "Vorsitzende"."""
        ending = self.word.form[-2:]
        if ending in ("er", "em") and self.article != "der":
            return "m"
        if ending == "en":
            return (
                "f"
                if self.article in ("der", "einer", "zur")
                else "m"
                if self.article in ("dem", "des", "den", "vom", "zum", "beim")
                else None
            )
        return "m" if self.article == "der" else "f"

    def plural(self) -> bool:
        """Whether the form says that there are several holders."""
        if self.word.number == "p" or self.numeral or self.dative_plural:
            return True
        if self.word.number == "s" or self.word.gender == "f":
            return False
        return self.article == "die" and (not self.word.adjectival or self.word.form.endswith("en"))


_OF_TERRITORY = tuple(words_of("person_words.txt", "offices of a territory"))
_OF_DISTRICT = ("dezernent", "dezernat", "kämmerer")
_PUBLIC = frozenset(["ministry", "territory", "municipality", "parliament", "party"])
_NOT_REFERRED = frozenset(["party", "territory", "media", "municipality", "parliament"])
_ENDINGS = {"m": "er", "f": "e", "n": "es"}


def _declined(word: str, gender: str | None) -> str:
    if (
        word in listed("english")
        or (word[-2:] not in ("er", "en", "es", "em") and not word.endswith("e"))
        or word.endswith("-")
        or (" " in word and not word.startswith("für "))
    ):
        return word
    stem = word[:-1] if word.endswith("e") else word[:-2]
    return stem + _ENDINGS.get(gender or "m", "er")


class OrganisationPlaces:
    """Where organisations stand in a text, for look-ups by token and by name."""

    __slots__ = ("_firms", "_nouns", "at", "covering", "ending", "entities", "mentions", "names")

    def __init__(self, doc: Document, organisations: Organisations, inside: bytearray) -> None:
        self.entities = organisations.entities
        self.mentions = organisations.mentions
        self.at: dict[int, tuple[int, int]] = {}
        self.covering: dict[int, int] = {}
        self.ending: dict[int, tuple[int, int]] = {}
        self.names: dict[str, int] = {}
        self._nouns: dict[str, set[int]] | None = None
        self._firms: dict[str, list[int]] | None = None
        for number, entity in enumerate(organisations.entities):
            self.names.setdefault(entity.name.lower(), number)
        for mention in organisations.mentions:
            if mention.end <= mention.first or mention.form == "pronoun" or any(inside[mention.first : mention.end]):
                continue  # nothing there, or a person's name that looked like an organisation
            if self.at.get(mention.first, (0, 0))[0] < mention.end:
                self.at[mention.first] = (mention.end, mention.entity)
            if mention.first and is_label(doc.words[mention.first - 1]):
                self.at.setdefault(mention.first - 1, (mention.end, mention.entity))  # "vom Träger | Lernhof gGmbH"
            self.ending[mention.end] = (mention.first, mention.entity)
            for token in range(mention.first, mention.end):
                self.covering[token] = mention.entity
            self.names.setdefault(doc.phrase(mention.first, mention.end).lower(), mention.entity)

    def partial(self, token: int, form: str) -> bool:
        """Whether only the first part of a hyphenated word is the organisation: "SPD-Fraktion"."""
        end, entity = self.at[token]
        return end == token + 1 and "-" in form and "-" not in self.entities[entity].name and form[:1].isupper()

    def of_noun(self, noun: str) -> int | None:
        """The only organisation of the text whose name begins with a noun or a compound of it: "der Werkstatt"."""
        if self._nouns is None:
            self._nouns = {}
            for number, entity in enumerate(self.entities):
                if entity.named and entity.kind not in _NOT_REFERRED:
                    for word in entity.name.split()[:2]:
                        self._nouns.setdefault(word.strip('„“"').lower(), set()).add(number)
        lower = noun.lower()
        forms = {lower, lower.removesuffix("s"), lower.removesuffix("es")}
        found = {n for word, group in self._nouns.items() for n in group if word.endswith(tuple(forms))}
        return found.pop() if len(found) == 1 else self._main(found)

    def _main(self, found: set[int]) -> int | None:
        """Of several organisations the one named first, if none is named as often."""
        if not found:
            return None
        counts = Counter(mention.entity for mention in self.mentions if mention.entity in found)
        (most, number), *rest = counts.most_common(2) or [(-1, 0)]
        return most if most == min(found) and (not rest or number > rest[0][1]) else None

    def firms_of(self, family: str) -> list[int]:
        """The firms of the text that have a word in their name: "Sieling" in "Holzbau Sieling"."""
        if self._firms is None:
            self._firms = {}
            for number, entity in enumerate(self.entities):
                for word in set(entity.name.replace("-", " ").split()) if entity.kind == "company" else ():
                    self._firms.setdefault(word, []).append(number)
        return self._firms.get(family, [])

    def named(self, name: str) -> int | None:
        """The organisation of the text that goes by this name or abbreviation."""
        lower = name.lower()
        return self.names.get(lower, self.names.get(lower.rstrip("s")))
