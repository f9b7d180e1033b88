"""Which office belongs to which person: before the name, in apposition, in brackets, in a list, by a predicate."""

from podium.reading.names import PARTY
from podium.reading.persons_scan import Scan
from podium.reading.roles_chains import ChainLinks
from podium.reading.roles_elections import SINGULAR_COPULAS
from podium.reading.roles_office import office_phrase
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import NEAR, Antecedent, Link, Named
from podium.reading.values import replace

__all__ = ["link_sentence"]

_DASHES = frozenset(["–", "—", "-", "|"])
_CHOOSE = ("wählte", "berief", "bestimmte", "ernannte", "bestätigte", "bestellte", "benannte", "nominierte")
_WRITERS = ("mitarbeiter", "redakteur", "korrespondent", "reporter", "redaktionsmitglied", "volontär", "mitglied")
_FROM = frozenset(["von", "vom", "der", "des", "beim"])


def link_sentence(
    scan: Scan,
    places: OrganisationPlaces,
    names: list[Named],
    heads: list[int],
    inside: bytearray,
    antecedent: Antecedent,
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


class _Linker(ChainLinks):
    """Ties by place: before a name, behind it, in brackets, in lists."""

    def run(self) -> None:
        for number, phrase in enumerate(self.phrases):
            self._adjacent(number, phrase)
        for number, phrase in enumerate(self.phrases):
            if number not in self.tied:
                self._apart(number, phrase)
        self.chains()
        for number, phrase in enumerate(self.phrases):
            if number not in self.tied:
                self._told(number, phrase)
        self.chains()
        self.links.sort(key=lambda link: (link.phrase.first, link.person))

    def _told(self, number: int, phrase: RolePhrase) -> bool:
        """Offices that a verb, "als" or a noun for the post ties."""
        if self.several_as(number, phrase) or self.als(number, phrase) or self.aged(number, phrase):
            return True
        if self.elected(number, phrase) or self.gapped(number, phrase) or self.post(number, phrase):
            return True
        return self.acquired(number, phrase) or self.predicate(number, phrase)

    def _adjacent(self, number: int, phrase: RolePhrase) -> None:
        alone = not phrase.behind and phrase.organisation is None
        if alone and phrase.word.masculine == "Referent" and phrase.plural():
            return  # those who speak at a gathering
        name = self.next_name(phrase.end)
        rule = "role-before-name"
        if name is None and phrase.end < len(self.words) and self._labels(phrase):
            name, rule = self.next_name(phrase.end + 1), "label"
            if phrase.article in ("zum", "zur", "vom", "beim") and not self.elects(phrase):
                return  # "Vom Lehrling zum Chef: X erzählt"
        elif (
            name is None
            and phrase.end < len(self.words)
            and self.words[phrase.end] == ")"
            and self.words[phrase.first - 1] == "("
        ):
            name = self.next_name(phrase.end + 1)  # "(FDP-Finanzminister) Anna Beispiel"
        if phrase.article == "die" and phrase.plural() and self._elect(phrase):
            return  # "Zu ihren Stellvertretern wählten die Delegierten A und B"
        if phrase.word.body and phrase.article == "der" and self._chooses(phrase):
            return  # "bestellte der Verwaltungsrat A zur Geschäftsführerin"
        into = ("den", "dem", "der") if rule == "label" else ("im", "am", "vom")
        if name is None or (phrase.word.body and phrase.article in into):
            return  # "wählten in den Vorstand: A als Sprecher"
        if phrase.word.body and phrase.article and phrase.organisation is not None and rule == "role-before-name":
            return  # "hat der Vorstand der Bundesagentur X bestellt"
        if self.new_line(name.start) and (previous := self.previous(phrase)) and self.apposed(previous, phrase):
            return  # "A, Leiterin der X" and, on the next line, "B, …"
        if rule == "role-before-name" and self.new_line(name.start) and self._ends_line(phrase):
            return  # "A, Köln, Vizepräsident" and, on the next line, "B, …"
        if name.genitive and (phrase.article or phrase.possessive):
            return  # "der Sprecher Anna Beispiels"
        if (self.belongs(phrase) and rule != "label") or self._byline(phrase):
            return
        if phrase.article == "der" and phrase.word.adjectival and name.gender == "m" and phrase.word.form[-2:] == "en":
            phrase = self.phrases[number] = replace(phrase, numeral=True)  # "Reden der Vorsitzenden A, B und C"
        if phrase.plural():
            self._shared(number, phrase, name)
        elif not (rule == "label" or self.words[phrase.first - 1 : phrase.first] == ["als"]) or not self.several(
            number, phrase, name
        ):
            self.tie(number, name, rule)

    def _labels(self, phrase: RolePhrase) -> bool:
        """Whether a colon follows an office, or a dash one that opens its line: "Kassierer – X"."""
        mark = self.words[phrase.end]
        if mark not in _DASHES or phrase.article:
            return mark == ":"
        name = self.next_name(phrase.end + 1)
        opens = phrase.first == self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.first]][0]
        return opens and name is not None and (name.end >= self.scan.limits[name.first] or self.new_line(name.end))

    def _byline(self, phrase: RolePhrase) -> bool:
        """Whether "Von unserer Mitarbeiterin X" only says who wrote a text."""
        written = phrase.possessive.startswith("unser") and phrase.word.head.endswith(_WRITERS)
        return written and self.words[phrase.first - 1 : phrase.first] in (["Von"], ["von"])

    def _elect(self, phrase: RolePhrase) -> bool:
        """Whether those of an office in the plural elect whom the sentence names."""
        if self.words[phrase.first - 1].endswith("ten") and self._chooses(phrase):
            return True
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        return self.words[floor] in ("Zu", "Zum", "Zur") and self._chooses(phrase)

    def _chooses(self, phrase: RolePhrase) -> bool:
        """Whether those of an office choose somebody: "bestimmten die Delegierten Landrat X"."""
        return self.words[phrase.first - 1].startswith(_CHOOSE)

    def _ends_line(self, phrase: RolePhrase) -> bool:
        """Whether a name, and no line break, stands before an office within its line."""
        previous = self.previous(phrase)
        if previous is None or phrase.first - previous.end > NEAR:
            return False
        doc = self.scan.doc
        return "\n" not in doc.text[doc.starts[previous.first] : doc.starts[phrase.first]]

    def _shared(self, number: int, phrase: RolePhrase, name: Named) -> None:
        """An office in the plural and the names behind it."""
        names = self.list_from(name, phrase)
        houses = phrase.each_of(len(names)) or [self._organisation(phrase, each, "shared-plural") for each in names]
        if (
            houses[-1] is not None
            and not any(h is not None for h in houses[:-1])
            and not _FROM.isdisjoint(self.words[names[-1].end : names[-1].end + 1])
        ):
            houses = [houses[-1]] * len(names)  # "die Professorinnen A und B von der Universität X"
        for each, house in zip(names, houses, strict=True):
            self.links.append(Link(each.person, phrase, "shared-plural", each, house))
        self.tied[number] = (names[0], "shared-plural")

    def _apart(self, number: int, phrase: RolePhrase) -> None:
        """Apposition behind a name, in brackets behind it, or before one across a comma."""
        previous = self.previous(phrase)
        following = self.behind_genitives(phrase)
        if (
            phrase.end < len(self.words)
            and self.words[phrase.end] in (",", "–", "-")
            and (
                phrase.article
                or phrase.possessive
                or phrase.behind
                or phrase.organisation is not None
                or phrase.numeral
            )
            and not self.verb_first(phrase)
        ):
            following = self.next_name(phrase.end + 1) or self.townsman(phrase) or self.across(phrase)
            if self._predicated(previous, phrase):
                following = None
            if following and phrase.article in ("zum", "zur") and self.elects(phrase):
                following = None  # "wurde zur Vorsitzenden, X zum Stellvertreter gewählt"
        if previous and self._bracket_behind(number, previous, phrase):
            self.tie(number, previous, "bracket")
            return
        bracket = previous and self._in_bracket(previous, phrase)
        if previous and bracket:
            if phrase.organisation is None:
                phrase = self.phrases[number] = replace(phrase, organisation=self._within(previous))
            self._appose(number, phrase, previous, "bracket")
            return
        behind = previous if previous and self.apposed(previous, phrase) else None
        if behind and (self.disagree(phrase, behind) or self.other_gender(phrase, behind)):
            behind = None
        if behind and phrase.word.number == "p" and len(self.joined_before(behind)) < 2:
            behind = None  # "Grußworte von Bürgermeister X, Vertretern des Landkreises": others of a list
        if behind and following and self._prefers_following(phrase, behind, following):
            behind = None
        if behind and self.of_next(number, phrase, behind):
            return
        if behind:
            if phrase.organisation is None and not phrase.plural():
                house = self._behind(phrase, behind)
                house = self.house_after(phrase, behind) if house is None else house
                phrase = self.phrases[number] = replace(phrase, organisation=house)
            self._appose(number, phrase, behind, "apposition")
        elif phrase.plural() and (first := following or self._roled_list(number, phrase)):
            self._shared(number, phrase, first)
        elif following:
            self.tie(number, following, "role-before-name")

    def _predicated(self, name: Named | None, phrase: RolePhrase) -> bool:
        """Whether "X ist (neuer)", "X als" stands before an office, so that it is not that of who follows a comma."""
        if name is None or self.words[phrase.end] != "," or not 0 < phrase.first - name.end <= 6:
            return False
        near = phrase.first - name.end <= 3
        return (near and self.words[name.end] in SINGULAR_COPULAS) or self.words[phrase.first - 1] == "als"

    def _roled_list(self, number: int, phrase: RolePhrase) -> Named | None:
        """The first of "die Vorsitzenden der X, Landrat A und Dezernentin B": a name with an office of its own."""
        if number + 1 >= len(self.phrases) or phrase.end >= len(self.words):
            return None
        following = self.phrases[number + 1]
        adjacent = following.first == phrase.end and self.words[phrase.end][:1].isupper()
        if adjacent and not following.article and not self._chooses(phrase):
            return self.next_name(following.end)  # "die Vizepräsidenten Landrat A und Landrätin B"
        if self.words[phrase.end] not in (",", ":", "–"):
            return None
        return self.next_name(following.end) if following.first == phrase.end + 1 else None

    def _appose(self, number: int, phrase: RolePhrase, name: Named, rule: str) -> None:
        """Tie an office to the name before it; one in the plural to all the names joined before it."""
        group = self.joined_before(name) if phrase.others else []
        if phrase.others and len(group) == 1 + len(phrase.others):
            self.tie_each(number, replace(phrase, numeral=True), group, name, rule)
        elif phrase.plural() and self.by_start[name.start]:
            self.tie_each(number, phrase, self.joined_before(name), name, rule)
        else:
            self.tie(number, name, rule)

    def _within(self, name: Named) -> int | None:
        """The organisation in the brackets behind a name."""
        close = self.closing(name.end, self.scan.limits[name.first]) or name.end
        for token in range(name.end + 1, close):
            if token in self.places.at and not self.scan.flags[token] & PARTY:
                return self.places.at[token][1]
        return None

    def _bracket_behind(self, number: int, name: Named, phrase: RolePhrase) -> bool:
        """Whether an office stands in brackets behind another one or a place of work: "X, Landrat in Y (Präsident)"."""
        open_at = phrase.first - 1
        if phrase.plural() or self.words[open_at] != "(" or self.words[phrase.end : phrase.end + 1] != [")"]:
            return False
        last = self.tied.get(number - 1)
        if last is not None and last[0] is name and last[1] == "apposition":
            return self.phrases[number - 1].end == open_at
        house = self.places.at.get(name.end + 1) if self.words[name.end] == "," else None
        return house is not None and house[0] == open_at

    def _in_bracket(self, name: Named, phrase: RolePhrase) -> bool:
        if name.end >= len(self.words) or self.words[name.end] != "(":
            return False
        close = self.closing(name.end, self.scan.limits[name.first])
        return close is not None and phrase.first < close

    def _prefers_following(self, phrase: RolePhrase, behind: Named, following: Named) -> bool:
        """Of "A, (der) Leiter des X, B": whether the office is B's."""
        if not phrase.article:
            return False
        if self.words[following.end : following.end + 2] in ([",", "und"], [",", "sowie"]) and not self.disagree(
            phrase, following
        ):
            return True  # "es reden A, die Leiterin des X, B, und C"
        gender = phrase.word.gender or phrase.article_gender()
        if gender and behind.gender and following.gender and behind.gender != following.gender:
            return gender == following.gender
        if gender and behind.gender and gender != behind.gender:
            return True
        return behind.start in self.preceded or any(
            name is behind and rule in ("bracket", "apposition") for name, rule in self.tied.values()
        )
