"""Which office belongs to which person: before the name, in apposition, in brackets, in a list, behind "als", as predicate."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from podium.reading.names import AFTER, PARTY
from podium.reading.persons_spans import Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase, office_phrase

__all__ = ["Antecedent", "Link", "Named", "link_sentence"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: tokens `first` … `end`-1, `start` of its titles, number of the person, gender."""

    first: int
    end: int
    start: int
    person: int
    gender: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """An office tied to a person, with the rule that tied it; `anchor` is the name it is tied to, or None."""

    person: int
    phrase: RolePhrase
    rule: str
    anchor: Named | None
    organisation: int | None


_AND = frozenset(["und", "sowie", "&", "/", ","])
_COPULAS = frozenset(
    "ist war bleibt wird wurde sei wäre werde bin sind waren werden wurden amtiert amtierte fungiert fungierte gilt heißt hieß blieb ward".split()
)
_NEAR = 40  # tokens within which a predicate looks for its parts
_LIST = frozenset([",", "und", "sowie", "&", ";", "/"])


Antecedent = Callable[[int, str], Named | None]


def link_sentence(
    scan: Scan, places: OrganisationPlaces, names: list[Named], heads: list[int], inside: bytearray, antecedent: Antecedent
) -> tuple[list[Link], list[RolePhrase]]:
    """Links of one sentence, and the offices in it that were tied to nobody.

    `antecedent` finds the person that "er" (gender "m") or "sie" ("f") at a token means.
    """
    phrases: list[RolePhrase] = []
    for head in heads:
        if phrases and head < phrases[-1].end:
            continue
        phrases.append(office_phrase(scan, places, head, inside))
    linker = _Linker(scan, places, names, phrases, antecedent)
    linker.run()
    done = {id(link.phrase) for link in linker.links}
    return linker.links, [p for p in phrases if id(p) not in done]


class _Linker:
    """The offices and names of one sentence while they are being tied."""

    def __init__(
        self, scan: Scan, places: OrganisationPlaces, names: list[Named], phrases: list[RolePhrase], antecedent: Antecedent
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

    def run(self) -> None:
        for number, phrase in enumerate(self.phrases):
            self._adjacent(number, phrase)
        for number, phrase in enumerate(self.phrases):
            if number not in self.tied:
                self._apart(number, phrase)
        self._chains()
        for number, phrase in enumerate(self.phrases):
            if number not in self.tied:
                self._als(number, phrase) or self._predicate(number, phrase)
        self._chains()
        self.links.sort(key=lambda link: (link.phrase.first, link.person))

    def _tie(self, number: int, name: Named, rule: str) -> bool:
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
        """"Anna Beispiel vom Jobcenter X", "Anna Beispiel (Jobcenter X)"."""
        words, at, limit = self.words, name.end, self.scan.limits[name.first]
        if at < limit and words[at] == "(":
            close = self._closing(at, limit)
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

    def _closing(self, at: int, limit: int) -> int | None:
        depth = 0
        for token in range(at, min(at + 40, limit)):
            if self.words[token] == "(":
                depth += 1
            elif self.words[token] == ")":
                depth -= 1
                if depth == 0:
                    return token
        return None

    def _next(self, at: int) -> Named | None:
        """The name whose titles begin at a token."""
        number = self.by_start.get(at)
        return None if number is None else self.names[number]

    def _following(self, at: int) -> Named | None:
        """The first name that begins at a token or behind it."""
        number = bisect_left(self.starts, at)
        return self.names[number] if number < len(self.names) else None

    def _adjacent(self, number: int, phrase: RolePhrase) -> None:
        name = self._next(phrase.end)
        rule = "role-before-name"
        if name is None and phrase.end < len(self.words) and self.words[phrase.end] == ":":
            name, rule = self._next(phrase.end + 1), "label"
        elif name is None and phrase.end < len(self.words) and self.words[phrase.end] == ")" and self.words[phrase.first - 1] == "(":
            name = self._next(phrase.end + 1)  # "(FDP-Finanzminister) Anna Beispiel"
        if name is None or (phrase.word.body and phrase.article and rule != "label"):
            return
        if phrase.plural():
            self._shared(number, phrase, name)
        else:
            self._tie(number, name, rule)

    def _shared(self, number: int, phrase: RolePhrase, name: Named) -> None:
        """An office in the plural and the names behind it."""
        names = self._list_from(name, phrase)
        for each in names:
            self.links.append(Link(each.person, phrase, "shared-plural", each, self._organisation(phrase, each, "shared-plural")))
        self.tied[number] = (names[0], "shared-plural")

    def _list_from(self, name: Named, phrase: RolePhrase) -> list[Named]:
        """Names joined by commas and "und", with nothing but brackets and offices of their own between them."""
        own = {t for other in self.phrases if other is not phrase for t in range(other.first, other.end)} if len(self.phrases) < 30 else set()
        found = [name]
        index = self.by_start[name.start]
        while index + 1 < len(self.names):
            behind, following = self.names[index].end, self.names[index + 1]
            gap = self._without_bracket(behind, min(following.start, behind + _NEAR))
            stop = min(following.start, behind + _NEAR)
            loose = [w for t, w in zip(range(stop - len(gap), stop), gap, strict=True) if t not in own]
            if not loose or any(word not in _LIST for word in loose):
                break
            found.append(following)
            index += 1
        return found

    def _without_bracket(self, at: int, end: int) -> list[str]:
        """Words between two tokens without one group in brackets."""
        if at < end and self.words[at] == "(":
            close = self._closing(at, end)
            if close is not None:
                at = close + 1
        return self.words[at:end]

    def _apart(self, number: int, phrase: RolePhrase) -> None:
        """Apposition behind a name, in brackets behind it, or before one across a comma."""
        previous = self._previous(phrase)
        following = None
        if phrase.end < len(self.words) and self.words[phrase.end] in (",", "–", "-") and (
            phrase.article or phrase.possessive or phrase.behind or phrase.organisation is not None
        ):
            following = self._next(phrase.end + 1) or self._across(phrase)
        bracket = previous and self._in_bracket(previous, phrase)
        if previous and bracket:
            if phrase.organisation is None:
                phrase = self.phrases[number] = replace(phrase, organisation=self._within(previous))
            self._appose(number, phrase, previous, "bracket")
            return
        behind = previous if previous and self._apposition(previous, phrase) else None
        if behind and following and self._prefers_following(phrase, behind, following):
            behind = None
        if behind:
            self._appose(number, phrase, behind, "apposition")
        elif phrase.plural() and (first := following or self._roled_list(number, phrase)):
            self._shared(number, phrase, first)
        elif following:
            if phrase.plural():
                self._shared(number, phrase, following)
            else:
                self._tie(number, following, "role-before-name")

    def _roled_list(self, number: int, phrase: RolePhrase) -> Named | None:
        """The first of "die Vorsitzenden der X, Landrat A und Dezernentin B": a name with an office of its own."""
        if number + 1 >= len(self.phrases) or phrase.end >= len(self.words) or self.words[phrase.end] not in (",", ":", "–"):
            return None
        following = self.phrases[number + 1]
        return self._next(following.end) if following.first == phrase.end + 1 else None

    def _across(self, phrase: RolePhrase) -> Named | None:
        """A name behind an insertion between commas: "der Vorsitzende der X, Nachfolgerin der Y, Anna Beispiel"."""
        limit = self.scan.limits[phrase.head]
        for token in range(phrase.end + 1, min(limit, phrase.end + 9)):
            if self.words[token] == ",":
                return self._next(token + 1)
            if self.scan.doc.types[token].verb or self.scan.roles[token] or token in self.by_start:
                return None
        return None

    def _appose(self, number: int, phrase: RolePhrase, name: Named, rule: str) -> None:
        """Tie an office to the name before it; one in the plural to all the names joined before it."""
        index = self.by_start[name.start]
        if phrase.plural() and index:
            group = [name]
            while index and self.words[self.names[index - 1].end : self.names[index].start] in (["und"], [","], ["sowie"]):
                index -= 1
                group.insert(0, self.names[index])
            for each in group:
                self.links.append(Link(each.person, phrase, rule, each, phrase.organisation))
            self.tied[number] = (name, rule)
            return
        self._tie(number, name, rule)

    def _previous(self, phrase: RolePhrase) -> Named | None:
        number = bisect_right(self.ends, phrase.first)
        return self.names[number - 1] if number else None

    def _within(self, name: Named) -> int | None:
        """The organisation in the brackets behind a name."""
        close = self._closing(name.end, self.scan.limits[name.first]) or name.end
        for token in range(name.end + 1, close):
            if token in self.places.at and not self.scan.flags[token] & PARTY:
                return self.places.at[token][1]
        return None

    def _in_bracket(self, name: Named, phrase: RolePhrase) -> bool:
        if name.end >= len(self.words) or self.words[name.end] != "(":
            return False
        close = self._closing(name.end, self.scan.limits[name.first])
        return close is not None and phrase.first < close

    def _apposition(self, name: Named, phrase: RolePhrase) -> bool:
        """Whether no more than a comma stands between a name and an office: brackets, letters, a place of work may."""
        at, end = name.end, phrase.first
        if end - at > _NEAR:
            return False
        flags = self.scan.flags
        while at < end and flags[at] & AFTER:
            at += 1
        gap = self._without_bracket(at, end)
        at = end - len(gap)
        if gap and gap[0] in (",", "–", "-", "—") and len(gap) > 1 and (at + 1 in self.places.at or flags[at + 1] & PARTY):
            stop = self.places.at[at + 1][0] if at + 1 in self.places.at else at + 2
            if stop < end and self.words[stop] == ",":
                gap = self.words[stop:end]
        if not gap or gap[0] not in (",", "–", "—", "-") or len(gap) > 1:
            return False
        if phrase.possessive and phrase.possessive not in ("deren", "dessen"):
            return False
        if phrase.article in ("dem", "den", "des") and self._nominative(name):
            return False
        return self._closes(phrase)

    def _nominative(self, name: Named) -> bool:
        """Whether an office tied before a name stands in the nominative, so that an apposition would too."""
        phrase = self.preceded.get(name.start)
        return phrase is not None and phrase.article == "der" and phrase.word.gender != "f"

    def _closes(self, phrase: RolePhrase) -> bool:
        """Whether an apposition ends where the phrase does: punctuation, "und", a verb or the end of the sentence."""
        if phrase.end >= self.scan.limits[phrase.head]:
            return True
        token = self.words[phrase.end]
        if not token[:1].isalnum():
            return True
        return token in _AND or token[:1].islower() or self._next(phrase.end) is None

    def _prefers_following(self, phrase: RolePhrase, behind: Named, following: Named) -> bool:
        """Of "A, (der) Leiter des X, B": whether the office is B's."""
        if not phrase.article:
            return False
        gender = phrase.word.gender or phrase.article_gender()
        if gender and behind.gender and following.gender and behind.gender != following.gender:
            return gender == following.gender
        return behind.start in self.preceded

    def _chains(self) -> None:
        """Offices joined to one that is tied: "GdP-Vize und Tarifexperte X", "X, Landrat und Präsident des Y"."""
        for number in range(len(self.phrases) - 1, 0, -1):
            one, two = self.phrases[number - 1], self.phrases[number]
            if number in self.tied and number - 1 not in self.tied and not two.article and not two.possessive:
                name, rule = self.tied[number]
                joint = self.words[one.end : two.first]
                close = joint in ([], ["und"], ["sowie"], ["&"], ["/"], ["und", "zugleich"]) or (joint == [","] and one.article)
                if close and rule in ("role-before-name", "label") and not one.plural() and two.word.number != "p":
                    if one.former and joint and not two.former:
                        self._make_former(two)
                    self._tie(number - 1, name, rule)
        for number in range(1, len(self.phrases)):
            one, two = self.phrases[number - 1], self.phrases[number]
            if number - 1 in self.tied and number not in self.tied and not two.article:
                name, rule = self.tied[number - 1]
                joint = [w for w in self.words[one.end : two.first] if w not in ("zugleich", "auch", "ebenfalls")]
                if rule in ("apposition", "bracket", "als", "predicate") and joint in (["und"], ["sowie"], ["&"]):
                    self._share_organisation(one, two)
                if rule in ("apposition", "bracket", "als", "predicate") and joint in ([], ["und"], ["sowie"], [","], ["&"], [";"], ["/"], [",", "und"]):
                    self._tie(number, name, rule)

    def _make_former(self, phrase: RolePhrase) -> None:
        """"Die ehemalige A und B X": both are over."""
        for at, link in enumerate(self.links):
            if link.phrase is phrase:
                self.links[at] = replace(link, phrase=replace(phrase, former=True))

    def _share_organisation(self, one: RolePhrase, two: RolePhrase) -> None:
        """"Vorsitzende und Geschäftsführerin des X": both are of X."""
        if one.organisation is None and not one.behind and two.organisation is not None and one.end + 1 == two.first:
            for at, link in enumerate(self.links):
                if link.phrase is one and link.organisation is None:
                    self.links[at] = replace(link, organisation=two.organisation)

    def _als(self, number: int, phrase: RolePhrase) -> bool:
        """"X als Präsident des Y", "Als Leiterin begrüßte X": the nearest name before, else the first one behind."""
        words = self.words
        if phrase.first == 0 or words[phrase.first - 1].lower() != "als" or phrase.plural() or phrase.word.head in ("experte", "partner"):
            return False
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        if phrase.first - 2 >= floor and words[phrase.first - 2].lower() in ("mehr", "anders", "sowohl", "weniger", "eher", "besser", "älter"):
            return False
        before = self._previous(phrase)
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None:
            return self._tie(number, pronoun, "als")
        if before is not None and not self._genitive(before):
            return self._tie(number, before, "als")
        if before is None and phrase.first - 1 == floor:
            behind = self._following(phrase.end)
            if behind is not None and behind.start - phrase.end <= 6:
                return self._tie(number, behind, "als")
        return False

    def _pronoun(self, floor: int, stop: int, before: Named | None) -> Named | None:
        """Whom "er", "sie" or "die 63-Jährige" between the last name and an office mean."""
        start = max(floor, stop - _NEAR, before.end if before is not None else floor)
        for token in range(stop - 1, start - 1, -1):
            lower = self.words[token].lower()
            if lower in ("er", "sie") and self._singular(token):
                return self.antecedent(token, "m" if lower == "er" else "f")
            if lower in ("der", "die") and token + 1 < stop and self.words[token + 1].lower().endswith(("jährige", "gebürtige", "politiker", "politikerin")) and token == floor:
                return self.antecedent(token, "m" if lower == "der" else "f")
        return None

    def _singular(self, token: int) -> bool:
        """Whether the verb beside "sie" is a singular."""
        if self.words[token].lower() == "er":
            return True
        near = [self.words[t] for t in (token + 1, token - 1) if 0 <= t < len(self.words)]
        return any(w in _COPULAS and not w.endswith("n") or w.endswith(("t", "te", "e")) and w[:1].islower() for w in near)

    def _genitive(self, name: Named) -> bool:
        """Whether a name depends on a noun or preposition, so that it is not the one who is something."""
        before = self.words[name.start - 1] if name.start else ""
        return before in ("von", "mit", "an", "für", "bei", "neben", "gegen", "über", "durch")

    def _predicate(self, number: int, phrase: RolePhrase) -> bool:
        """"X ist Leiterin des Y", "Neuer Leiter ist X", "X wurde zum Präsidenten gewählt"."""
        words = self.words
        if phrase.plural():
            return False
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]]
        floor, limit = max(floor, phrase.first - _NEAR), min(limit, phrase.end + _NEAR)
        before = self._previous(phrase)
        if before is not None and before.end >= floor:
            gap = words[before.end : phrase.first]
            if len(gap) <= 7 and any(w in _COPULAS for w in gap) and "," not in gap and not any(w in ("und", "nicht", "kein", "keine") for w in gap):
                verb = next(w for w in gap if w in _COPULAS)
                if phrase.article not in ("zum", "zur") or any(w in _CHOSEN for w in words[phrase.end : limit]):
                    return self._tie_predicate(number, phrase, before, verb)
            if 1 < len(gap) <= 8 and gap[0] == "," and gap[1] in ("der", "die") and "," not in gap[1:] and phrase.end < limit:
                if words[phrase.end] in _COPULAS and not any(w in ("nicht", "als") for w in gap):
                    return self._tie_predicate(number, phrase, before, words[phrase.end])
            if not gap and phrase.end < limit and words[phrase.end] in _COPULAS and not phrase.article:
                return self._tie_predicate(number, phrase, before, words[phrase.end])
        if phrase.article in ("zum", "zur") and any(w in _CHOSEN for w in words[floor:limit]):
            name = before or self._following(phrase.end)
            if name is not None and name.end <= phrase.first and words[name.start - 1 if name.start else 0] not in ("von",):
                return self._tie(number, name, "elected")
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None:
            gap = words[floor if before is None else max(floor, before.end) : phrase.first]
            if len(gap) <= 8 and any(w in _COPULAS for w in gap) and "," not in gap and not any(w in ("nicht", "kein", "keine", "als") for w in gap):
                return self._tie_predicate(number, phrase, pronoun, next(w for w in gap if w in _COPULAS))
        behind = self._following(phrase.end)
        if behind is not None:
            gap = words[phrase.end : min(behind.start, phrase.end + 6)]
            if 1 <= len(gap) <= 5 and gap[0] in _COPULAS and "," not in gap and not any(w in ("mit", "von", "durch", "für", "nicht") for w in gap):
                return self._tie_predicate(number, phrase, behind, gap[0])
        return False

    def _tie_predicate(self, number: int, phrase: RolePhrase, name: Named, verb: str) -> bool:
        words = self.words
        limit = min(self.scan.limits[phrase.head], phrase.end + _NEAR)
        elected = any(w in _CHOSEN for w in words[phrase.end : limit])
        former = phrase.former or (verb in ("war", "waren") and not elected)
        future = verb in ("wird", "werde", "werden") and not any(w in ("von",) for w in words[phrase.end : phrase.end + 1])
        changed = replace(phrase, former=former, designated=phrase.designated or future)
        self.phrases[number] = changed
        return self._tie(number, name, "predicate")


_CHOSEN = frozenset(
    "gewählt ernannt bestellt berufen gekürt bestimmt wiedergewählt befördert nominiert bestätigt wählte wählten ernannte ernannten berief bestellte "
    "wählt ernennt beruft".split()
)
