"""One sentence whose offices are being tied to names: its names and phrases, and look-ups among them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from podium.reading.names import PARTY
from podium.reading.persons_scan import Scan
from podium.reading.roles_around import past_town
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_words import listed
from podium.reading.values import value

__all__ = ["NEAR", "Antecedent", "Link", "Named", "SentenceLinks", "house_line"]

NEAR = 40  # tokens within which the parts of a predicate or a list are sought


def house_line(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, name: "Named") -> int | None:
    """The house that fills the line below an office, as in signatures: "Anna Beispiel | Leiterin | Jobcenter X"."""
    end, entity = places.at.get(phrase.end, (0, -1))
    doc = scan.doc
    if not end or "\n" not in doc.text[doc.ends[phrase.end - 1] : doc.starts[phrase.end]]:
        return None
    alone = end >= len(doc.words) or "\n" in doc.text[doc.ends[end - 1] : doc.starts[end]]
    apart = "\n\n" in doc.text[doc.starts[name.start] : doc.starts[phrase.end]]
    above = name.start in places.ending and "\n\n" not in doc.text[doc.ends[name.start - 1] : doc.starts[name.start]]
    if not alone or apart or above or not phrase.can_be_of(places.entities[entity].kind):
        return None
    return entity if places.entities[entity].kind not in ("territory", "party", "media") else None


class Named(NamedTuple):
    """A name in a sentence: tokens `first` … `end`-1, `start` of its titles, number of the person, gender.

    `genitive`: the name has the "s" of a genitive.
    """

    first: int
    end: int
    start: int
    person: int
    gender: str | None
    genitive: bool = False


@value
class Link:
    """An office tied to a person, with the rule that tied it; `anchor` is the name it is tied to, or None."""

    person: int
    phrase: RolePhrase
    rule: str
    anchor: Named | None
    organisation: int | None


_AUTHORS = frozenset(["autor", "verfasser", "redakteur"])
_SEATS = frozenset(["municipality", "territory"])
_CLOSING = frozenset([",", "(", ";", ".", ")", "und", "sowie"])
_ALL_OF = frozenset(["beide", "alle", "jeweils"])
_LIST = frozenset([",", "und", "sowie", "&", ";", "/"])
_AGREEING = frozenset(["apposition", "als", "predicate", "elected"])
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
        if number in self.tied or (rule in _AGREEING and self.disagree(phrase, name)):
            return False
        if rule == "label" and (self.scan.doc.block(name.first).kind == "meta" or phrase.word.head in _AUTHORS):
            return False  # "Autorin: Anna Beispiel" is a byline
        self.tied[number] = (name, rule)
        if rule == "role-before-name":
            self.preceded[name.start] = phrase
        self.links.append(Link(name.person, phrase, rule, name, self._organisation(phrase, name, rule)))
        return True

    def tie_each(self, number: int, phrase: RolePhrase, group: list[Named], name: Named, rule: str) -> None:
        """Tie an office, now read as `phrase`, to every name of a group; it stands beside `name`, one of them."""
        self.phrases[number] = phrase
        houses = phrase.each_of(len(group)) or [phrase.organisation] * len(group)
        self.links += [Link(each.person, phrase, rule, each, h) for each, h in zip(group, houses, strict=True)]
        self.tied[number] = (name, rule)

    @staticmethod
    def disagree(phrase: RolePhrase, name: Named) -> bool:
        """Whether an office cannot be this person's by its gender: a feminine one of a man, "der Leiter" of a woman.

        A masculine form without article may be meant of both ("Anna Beispiel, Geschäftsführer").
        """
        if name.gender is None or phrase.plural() or phrase.word.head.endswith("mitglied"):
            return False
        if phrase.word.adjectival:
            gender = phrase.article_gender() if phrase.article in ("der", "die", "dem") else None
        elif phrase.word.gender == "f" or phrase.article in ("der", "dem", "den"):
            gender = phrase.word.gender
        else:
            gender = None
        return gender is not None and gender != name.gender

    def _organisation(self, phrase: RolePhrase, name: Named, rule: str) -> int | None:
        """The organisation of the phrase, else one that stands right behind the name it precedes."""
        if phrase.organisation is not None or rule not in ("role-before-name", "shared-plural"):
            return phrase.organisation
        found = self._behind(phrase, name)
        if found is None and "(" in self.words[name.end : name.end + 25]:
            found = self.of_all(name)
            found = None if found is None or not phrase.can_be_of(self.places.entities[found].kind) else found
        return found

    def of_all(self, name: Named) -> int | None:
        """The organisation of "A und B (beide Firma X)" for each of the names before the bracket."""
        words, limit = self.words, min(self.scan.limits[name.first], name.end + 25)
        for token in range(name.end, limit - 1):
            if words[token] == "(" and words[token + 1] in _ALL_OF:
                between = [n for n in self.names if name.end <= n.start < token]
                if words[token + 1] == "beide" and len(between) > 1:
                    return None
                found = next((self.places.at[t][1] for t in range(token + 2, token + 5) if t in self.places.at), None)
                return found if found is None or self.places.entities[found].kind != "party" else None
            if words[token] in (".", ";", ":") or self.scan.doc.types[token].verb:
                return None
        return None

    def _behind(self, phrase: RolePhrase, name: Named) -> int | None:
        """ "Anna Beispiel vom Jobcenter X", "Anna Beispiel (Jobcenter X)", "Anna Beispiel, Jobcenter X, …"."""
        inserted = self.places.at.get(name.end + 1) if self.words[name.end : name.end + 1] == [","] else None
        seat = inserted and self.places.entities[inserted[1]].kind in _SEATS and not phrase.can_be_of("company")
        if inserted and seat and inserted[0] < len(self.words) and self.words[inserted[0]] in _CLOSING:
            return inserted[1]  # "Landrat X, Landkreis Y, …"
        if inserted and not phrase.behind and inserted[0] == phrase.first - 1 and self.words[phrase.first - 1] == ",":
            found: int | None = inserted[1]
        else:
            found = self._place_of_work(name)
        if found is None or not phrase.can_be_of(self.places.entities[found].kind):
            return None
        kommune = self.places.entities[found].kind in _SEATS
        return None if kommune and phrase.word.masculine.lower() in listed("officers") else found

    def house_after(self, phrase: RolePhrase, name: Named) -> int | None:
        """The house behind an office in a list: "Anna Beispiel, Teamleiterin, Jobcenter X" and a line end or comma."""
        at = phrase.end
        if phrase.article or phrase.possessive or self.words[at : at + 1] not in ([","], ["|"], ["–"], ["/"]):
            return house_line(self.scan, self.places, phrase, name)
        end, entity = self.places.at.get(at + 1, (0, -1))
        kind = self.places.entities[entity].kind if end else "territory"
        party = kind == "party" and end == at + 2 and "raktion" not in self.words[at + 1]
        if kind in ("territory", "media") or party or phrase.plural():
            return None
        closed = end >= len(self.words) or self.words[end] in _CLOSING or self.new_line(end)
        return entity if closed and phrase.can_be_of(kind) else None

    def _place_of_work(self, name: Named) -> int | None:
        words, at, limit = self.words, name.end, self.scan.limits[name.first]
        if at < limit and words[at] == "(":
            close = self.closing(at, limit)
            inner = self.places.at.get(at + 1)
            if close and inner and self.places.entities[inner[1]].kind != "party":
                return inner[1]
            if close and inner and words[inner[0]] == "," and (second := self.places.at.get(inner[0] + 1)):
                return second[1]  # "(SPD, Landkreis Friesland)"
            if close is None or close + 1 >= limit:
                return None
            at = close + 1
        if at + 1 < limit and words[at] == "," and at + 1 in self.places.at:
            end, entity = self.places.at[at + 1]
            called = words[end : end + 1] == [","] and words[end + 1][:1].isdigit()  # a telephone number behind it
            follows = end + 1 < limit and words[end] == "," and self.next_name(end + 1 + (words[end + 1] in _LIST))
            lined = end >= limit or self.new_line(end) or words[end] == ";" or called or bool(follows)
            lined = lined and "\n" not in self._between(name.end, end)
            return entity if lined and self.places.entities[entity].kind not in ("party", "territory") else None
        if at < limit and words[at] in ("vom", "von", "aus", "beim", "bei", "der", "des", "im"):
            for token in range(at + 1, min(at + 4, limit)):
                if token in self.places.at and not self.scan.flags[token] & PARTY:
                    return self.places.at[token][1]
                if words[token] not in ("der", "dem", "den"):
                    break
        return None

    def _between(self, at: int, end: int) -> str:
        """The text from a token to the end of the one before `end`."""
        doc = self.scan.doc
        return doc.text[doc.starts[at] : doc.ends[end - 1]]

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

    def joined_before(self, name: Named) -> list[Named]:
        """A name with those that commas and "und" join before it."""
        index = self.by_start[name.start]
        group = [name]
        while index:
            behind = self.names[index - 1].end
            if self.without_bracket(behind, self.names[index].start) not in (["und"], [","], ["sowie"]):
                break
            index -= 1
            group.insert(0, self.names[index])
        return group

    def list_from(self, name: Named, phrase: RolePhrase) -> list[Named]:
        """Names joined by commas and "und", with nothing but brackets and offices of their own between them."""
        near = self.phrases if len(self.phrases) < 30 else ()
        own = {t for other in near if other is not phrase for t in range(other.first, other.end)}
        found = [name]
        offices = {each.end for each in self.phrases if each is not phrase and not each.plural()}
        plain = name.start not in offices
        closed = False
        index = self.by_start[name.start]
        while index + 1 < len(self.names):
            behind, following = past_town(self.words, self.names[index].end), self.names[index + 1]
            others = (each for each in self.phrases if each is not phrase and each.article)
            own_article = (each for each in others if behind <= each.first < following.start)
            if any(plain or self.words[each.first - 1] != "und" for each in own_article):
                break  # "die Senatorinnen A und B, die Vorsitzende der X C": C is none of them
            gap = self.without_bracket(behind, min(following.start, behind + NEAR))
            stop = min(following.start, behind + NEAR)
            loose = [w for t, w in zip(range(stop - len(gap), stop), gap, strict=True) if t not in own]
            if not loose or any(word not in _LIST for word in loose):
                break
            described = self.words[following.end : following.end + 2] in ([",", "der"], [",", "die"])
            apart = closed and (loose[0] == "," or (loose[0] == "sowie" and described))
            if (plain and following.start in offices) or apart:
                break  # "die Abgeordneten A und B, Dekanin C", "A und B sowie C, der …": C is none of them
            closed = closed or "und" in loose
            found.append(following)
            index += 1
        return found

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
