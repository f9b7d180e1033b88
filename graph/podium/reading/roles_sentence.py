"""One sentence whose offices are being tied to names: its names and phrases, and look-ups among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from podium.reading.names import PARTY
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["NEAR", "Antecedent", "Link", "Named", "SentenceLinks"]

NEAR = 40  # tokens within which the parts of a predicate or a list are sought


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: tokens `first` … `end`-1, `start` of its titles, number of the person, gender.

    `genitive`: the name has the "s" of a genitive.
    """

    first: int
    end: int
    start: int
    person: int
    gender: str | None
    genitive: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An office tied to a person, with the rule that tied it; `anchor` is the name it is tied to, or None."""

    person: int
    phrase: RolePhrase
    rule: str
    anchor: Named | None
    organisation: int | None


Antecedent = Callable[[int, str], Named | None]


class SentenceLinks:
    """The offices and names of one sentence while they are being tied."""

    def __init__(
        self,
        scan: Scan,
        places: OrganisationPlaces,
        names: list[Named],
        phrases: list[RolePhrase],
        antecedent: Antecedent,
    ) -> None:
        self.antecedent = antecedent
        self.scan = scan
        self.words = scan.words
        self.places = places
        self.names = names
        self.by_start = {name.start: number for number, name in enumerate(names)}
        self.ends = [name.end for name in names]
        self.starts = [name.start for name in names]
        self.phrases = phrases
        self.links: list[Link] = []
        self.preceded: dict[int, RolePhrase] = {}  # office before a name, by the name's start
        self.tied: dict[int, tuple[Named, str]] = {}  # number of the phrase → name and rule

    def tie(self, number: int, name: Named, rule: str) -> bool:
        """Tie an office to a name unless it is tied already."""
        phrase = self.phrases[number]
        if number in self.tied:
            return False
        self.tied[number] = (name, rule)
        if rule == "role-before-name":
            self.preceded[name.start] = phrase
        self.links.append(Link(name.person, phrase, rule, name, self._organisation(phrase, name, rule)))
        return True

    def _organisation(self, phrase: RolePhrase, name: Named, rule: str) -> int | None:
        """The organisation of the phrase, else one that stands right behind the name it precedes."""
        if phrase.organisation is not None or rule not in ("role-before-name", "shared-plural"):
            return phrase.organisation
        return self._behind(name)

    def _behind(self, name: Named) -> int | None:
        """ "Anna Beispiel vom Jobcenter X", "Anna Beispiel (Jobcenter X)"."""
        words, at, limit = self.words, name.end, self.scan.limits[name.first]
        if at < limit and words[at] == "(":
            close = self.closing(at, limit)
            if close and at + 1 in self.places.at and not self.scan.flags[at + 1] & PARTY:
                return self.places.at[at + 1][1]
            if close is None or close + 1 >= limit:
                return None
            at = close + 1
        if at < limit and words[at] in ("vom", "von", "aus", "beim", "bei", "der", "des", "im"):
            for token in range(at + 1, min(at + 4, limit)):
                if token in self.places.at and not self.scan.flags[token] & PARTY:
                    return self.places.at[token][1]
                if words[token] not in ("der", "dem", "den"):
                    break
        return None

    def closing(self, at: int, limit: int) -> int | None:
        """Token of the bracket that closes the one at a token."""
        depth = 0
        for token in range(at, min(at + 40, limit)):
            if self.words[token] == "(":
                depth += 1
            elif self.words[token] == ")":
                depth -= 1
                if depth == 0:
                    return token
        return None

    def next_name(self, at: int) -> Named | None:
        """The name whose titles begin at a token."""
        number = self.by_start.get(at)
        return None if number is None else self.names[number]

    def following(self, at: int) -> Named | None:
        """The first name that begins at a token or behind it."""
        number = bisect_left(self.starts, at)
        return self.names[number] if number < len(self.names) else None

    def previous(self, phrase: RolePhrase) -> Named | None:
        """The last name before an office."""
        number = bisect_right(self.ends, phrase.first)
        return self.names[number - 1] if number else None

    def new_line(self, token: int) -> bool:
        """Whether a line break stands before a token."""
        doc = self.scan.doc
        return token > 0 and "\n" in doc.text[doc.ends[token - 1] : doc.starts[token]]

    def without_bracket(self, at: int, end: int) -> list[str]:
        """Words between two tokens without one group in brackets."""
        if at < end and self.words[at] == "(":
            close = self.closing(at, end)
            if close is not None:
                at = close + 1
        return self.words[at:end]
