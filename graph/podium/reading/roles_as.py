"""Offices tied by "als" or to a pronoun: "X sprach als Präsident", "Als Leiterin begrüßte X"."""

from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_sentence import NEAR, Named, SentenceLinks

__all__ = ["AsLinks"]

_COPULAS = frozenset(words_of("person_words.txt", "copulas"))
_WORKED = frozenset(["begann", "begonnen", "startete", "arbeitete", "arbeiteten", "wirkte", "amtierte"])
_PAST_TIMES = frozenset(["Zeit", "Vergangenheit", "Laufbahn", "Anfänge", "Anfängen"])
# What one becomes something by: "kurz vor dem Abschluss als Mechatroniker".
_LEARNING = frozenset(["abschluss", "ausbildung", "umschulung", "lehre", "prüfung", "weiterbildung", "gesellenprüfung"])
# Behind these "als" compares.
_COMPARED = _LEARNING | frozenset(["mehr", "anders", "sowohl", "weniger", "eher", "besser", "älter"])
_YEARS = frozenset(["Jahre", "Jahren"])
_TRAINEES = frozenset(
    ["lehrling", "auszubildend", "azubi", "praktikant", "student", "volontär", "trainee", "doktorand"]
)
_REGARDING = frozenset(words_of("person_words.txt", "regarding"))
_SPELLS = frozenset(["Nach", "In", "Seit"])
_OPENING = frozenset("Bei Für Anlässlich Während Vor Zu Mit Trotz Wegen Aus".split())
_SUBJECT_PRONOUNS = frozenset(["er", "sie", "wir", "ich"])
_THE = frozenset(["der", "die", "den", "dem", "des", "vom", "zum", "zur", "beim"])
_PRONOUNS = frozenset("er sie es wir ich man der die das den dem".split())
_FOLLOWING = frozenset(["folgt", "folgte", "löst", "löste", "beerbt", "beerbte"])
_PARTICIPLES = ("te", "ten", "ene", "enen")
_REPUTED = frozenset(
    ["geltende", "geltenden", "bezeichnete", "bezeichneten", "gehandelte", "gehandelten", "verkleidete", "vermutete"]
)


class AsLinks(SentenceLinks):
    """Ties by "als", and whom a pronoun or "die 63-Jährige" means."""

    def als(self, number: int, phrase: RolePhrase) -> bool:
        """ "X als Präsident des Y", "Als Leiterin begrüßte X": the nearest name before, else the first one behind."""
        words = self.words
        if phrase.first == 0 or words[phrase.first - 1].lower() != "als" or phrase.plural():
            return False
        if phrase.word.head in ("experte", "partner"):
            return False
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        if (inverted := self._inverted(phrase, floor)) is not None:
            return self.tie(number, inverted, "als")
        past = phrase.first - 2 >= floor and self._of_the_past(phrase, floor)
        if past and phrase.word.head in _TRAINEES:
            return False  # "erinnerte an die eigene Zeit als Lehrling"
        if phrase.first - 2 >= floor and words[phrase.first - 2].lower() in _COMPARED:
            return False
        near = words[max(floor, phrase.first - 12) : phrase.end + 6]
        if not _REGARDING.isdisjoint(near):
            return False  # "gilt als der mächtigste Chef"
        worked = not _WORKED.isdisjoint(words[max(floor, phrase.first - 8) : phrase.first])
        invited = self._participle(phrase)
        if past or (worked and invited is None and not any(w.lower() == "seit" for w in near)):
            phrase = self.phrases[number] = replace(phrase, former=True)
        if invited is not None:
            return self.tie(number, invited, "als")
        return self._of_subject(number, phrase, floor)

    def _of_subject(self, number: int, phrase: RolePhrase, floor: int) -> bool:
        """Tie an office behind "als" to the name or pronoun before it, else to the first name behind."""
        words, before = self.words, self.previous(phrase)
        if before is not None and self._succeeded(before) and not self._relative(before):
            successor = self._before(before, floor) or self.following(phrase.end)
            return successor is not None and self.tie(number, successor, "als")
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None:
            return self.tie(number, pronoun, "als")
        if before is not None:
            beside = before.end == phrase.first - 1  # "mit X als seinem Stellvertreter"
            if self._another_between(before, phrase):
                return False
            if beside or self._relative(before) or not self._genitive(before):
                return self._together(number, phrase, before) or self.tie(number, before, "als")
            return False
        # "Nach 20 Jahren als Leiter ging X"
        spell = (words[floor] in _SPELLS or self._owned(phrase, floor)) and phrase.first - floor < 7
        behind = self.following(phrase.end) if phrase.first - 1 == floor or spell else None
        return behind is not None and behind.start - phrase.end <= 6 and self.tie(number, behind, "als")

    def _owned(self, phrase: RolePhrase, floor: int) -> bool:
        """Whether what the subject behind has comes before: "Bei ihrem ersten Auftritt als Leiterin lobte X …"."""
        own = any(word.startswith(("sein", "ihr")) for word in self.words[floor + 1 : min(floor + 3, phrase.first)])
        behind = self.following(phrase.end)
        if not own or self.words[floor] not in _OPENING or behind is None:
            return False
        return _SUBJECT_PRONOUNS.isdisjoint(self.words[phrase.end : behind.start])

    def _another_between(self, name: Named, phrase: RolePhrase) -> bool:
        """Whether what looks like another name stands between: "A, Köln, als Wart, Anna Muster aus B als …"."""
        if not 3 < phrase.first - name.end < 16:
            return False
        types, roles, at = self.scan.doc.types, self.scan.roles, self.places.at
        commas = (t for t in range(name.end, phrase.first - 3) if self.words[t] == ",")
        return any(types[t + 1].cap and types[t + 2].cap and not roles[t + 1] and t + 1 not in at for t in commas)

    def _succeeded(self, name: Named) -> bool:
        """Whether somebody follows a name: "die Nachfolge von X", "Nachfolgerin von X", "A folgt X", "A löst X"."""
        at = self._with_office(name) - 1
        if at > 0 and self.words[at] in _FOLLOWING:
            floor = self.scan.doc.sentences[self.scan.doc.sentence_at[at]][0]
            before = self._before(name, floor)  # not "Auf A folgt X als Leiter"
            return before is not None and self.words[self._with_office(before) - 1].lower() != "auf"
        return at > 0 and self.words[at] == "von" and self.words[at - 1].startswith("Nachfolge")

    def _before(self, name: Named, floor: int) -> Named | None:
        """The name before another one in its sentence."""
        index = self.by_start[name.start]
        return self.names[index - 1] if index and self.names[index - 1].start >= floor else None

    def _together(self, number: int, phrase: RolePhrase, name: Named) -> bool:
        """ "A und B als stellvertretende Vorsitzende": both, where the form may be a plural."""
        word = phrase.word
        if (
            phrase.article
            or phrase.possessive
            or word.number is not None
            or (word.gender == "f" and not word.adjectival)
        ):
            return False
        if name.end != phrase.first - 1 or (word.form[-2:] in ("er", "em") and word.adjectival):
            return False
        group = self._without_officers(self.joined_before(name))
        if len(group) < 2 or (name.start in self.preceded) != (group[0].start in self.preceded):
            return False  # "Pfarrer A und B als Leiter des X"
        self.tie_each(number, replace(phrase, numeral=True), group, name, "als")
        return True

    def _without_officers(self, group: list[Named]) -> list[Named]:
        """The last of a group without those whose own office stands in brackets behind them."""
        roles, words = self.scan.roles, self.words
        for index in range(len(group) - 2, -1, -1):
            at = group[index].end
            if words[at] == "(" and any(roles[t] for t in range(at + 1, min(at + 4, group[index + 1].start))):
                return group[index + 1 :]
        return group

    def _participle(self, phrase: RolePhrase) -> Named | None:
        """Whom "der als Gutachter geladene (Professor) X", "die zur Leiterin ernannte X" names."""
        at, words = phrase.end, self.words
        if at + 1 >= len(words) or not words[at][:1].islower() or not words[at].endswith(_PARTICIPLES):
            return None
        if words[at] in _REPUTED or self.scan.doc.sentence_at[at] != self.scan.doc.sentence_at[at + 1]:
            return None
        name = self.next_name(at + 1) or next((n for n in self.names if self._with_office(n) == at + 1), None)
        article = phrase.first - (1 if phrase.article else 2)
        return name if article >= 0 and words[article].lower() in _THE else None

    def _of_the_past(self, phrase: RolePhrase, floor: int) -> bool:
        """ "in ihrer Zeit | als Leiterin", "auf seine Jahre | als Landrat", not "seit zehn Jahren | als Leiterin"."""
        noun, before = self.words[phrase.first - 2], self.words[max(floor, phrase.first - 5) : phrase.first - 2]
        if noun in _YEARS:
            return any(w in ("seine", "seinen", "ihre", "ihren", "die") for w in before) and "seit" not in before
        return noun in _PAST_TIMES

    def _inverted(self, phrase: RolePhrase, floor: int) -> Named | None:
        """Whom "…; als Diakon wirkte Vorstand X mit" means: the name behind the verb that "als" opens the clause of."""
        at, words = phrase.first - 1, self.words
        opens = at == floor or words[at - 1] in (";", ",", ":", "–", "und")
        name = self.following(phrase.end + 1) if opens else None
        if name is None:
            return None
        gap = range(phrase.end, self._with_office(name))
        types = self.scan.doc.types
        close = 0 < len(gap) <= 3 and all(words[t].islower() and words[t].isalpha() for t in gap)
        return (
            name if close and any(types[t].verb for t in gap) and not any(words[t] in _PRONOUNS for t in gap) else None
        )

    def _pronoun(self, floor: int, stop: int, before: Named | None) -> Named | None:
        """Whom "er", "sie" or "die 63-Jährige" between the last name and an office mean."""
        start = max(floor, stop - NEAR, before.end if before is not None else floor)
        for token in range(stop - 1, start - 1, -1):
            lower = self.words[token].lower()
            if lower in ("er", "sie") and self._singular(token):
                return self.antecedent(token, "m" if lower == "er" else "f")
            if lower in ("der", "die") and token + 1 < stop and self._described(token + 1, token == floor):
                return self.antecedent(token, "m" if lower == "der" else "f")
        return None

    def _described(self, token: int, opens: bool) -> bool:
        """Whether a word means the person just spoken of: "die 63-Jährige", at the start also "der Politiker"."""
        lower = self.words[token].lower()
        return lower.endswith("jährige") or (opens and lower.endswith(("gebürtige", "politiker", "politikerin")))

    def aged(self, number: int, phrase: RolePhrase) -> bool:
        """ "Die 44-Jährige, zurzeit Leiterin des Y, …": an apposition to whom the sentence before named."""
        at = phrase.first - 1
        if at < 2 or self.words[at] != "," or not self.words[at - 1].lower().endswith("jährige"):
            return False
        article = self.words[at - 2].lower()
        name = self.antecedent(at - 2, "m" if article == "der" else "f") if article in ("der", "die") else None
        return name is not None and self.tie(number, name, "apposition")

    def _singular(self, token: int) -> bool:
        """Whether "sie" is one person: its verb a singular, and not the "Sie" with which one addresses somebody."""
        if self.words[token].lower() == "er":
            return True
        if self.words[token] == "Sie" and self.words[token - 1 : token] not in ([], ["."], ["„"], ["!"], ["?"], [":"]):
            return False
        near = [self.words[t] for t in (token + 1, token - 1) if 0 <= t < len(self.words)]
        return any(
            (w in _COPULAS and not w.endswith("n")) or (w.endswith(("t", "te", "e")) and w[:1].islower()) for w in near
        )

    def _relative(self, name: Named) -> bool:
        """Whether a relative clause about a name follows, a participle between: "von X abgelöst, der als Leiter …"."""
        words = self.words
        return any(
            words[t] == "," and words[t + 1] in ("der", "die")
            for t in range(name.end, min(name.end + 2, self.scan.limits[name.first] - 1))
        )

    def _genitive(self, name: Named) -> bool:
        """Whether a name depends on a noun or preposition, so that it is not the one who is something."""
        before = self.words[name.start - 1] if name.start else ""
        return before in ("von", "mit", "an", "für", "bei", "neben", "gegen", "über", "durch")

    def _with_office(self, name: Named) -> int:
        """Where a name begins with the office tied before it."""
        office = self.preceded.get(name.start)
        return office.first if office is not None else name.start
