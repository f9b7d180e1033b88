"""Offices told by a noun for the post or by several holders: "in das Amt der Leiterin rückt X", "Beisitzer: A, B"."""

from podium.reading.lexicon import words_of
from podium.reading.roles_around import CLAUSE_MARKS, clause_around
from podium.reading.roles_elections import ElectionLinks
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_sentence import NEAR, Named
from podium.reading.values import replace

__all__ = ["POSTS", "PostLinks"]

POSTS = frozenset(words_of("person_words.txt", "posts"))
_TAKEN = frozenset(words_of("person_words.txt", "holding a post"))
_LEFT = frozenset(words_of("person_words.txt", "leaving a post"))
_GAINING = frozenset("hat hatte haben habe bekommt bekam erhält erhielt gewinnt gewann".split())
_AHEAD = frozenset(["wird", "soll", "künftig", "ab"])


class PostLinks(ElectionLinks):
    """Ties by a noun for the post, and offices that several persons share."""

    def post(self, number: int, phrase: RolePhrase) -> bool:
        """ "Das Amt des Schatzmeisters übernimmt X", "X rückt in das Amt der Vizepräsidentin nach"."""
        words = self.words
        if phrase.article not in ("des", "der") or phrase.plural() or words[phrase.first - 1] not in POSTS:
            return False
        start, stop = self._clause(phrase)
        verb = next((t for t in range(start, stop) if words[t] in _TAKEN or words[t] in _LEFT), None)
        if verb is None:
            return False
        near = words[start:stop]
        if "nicht" in near or any(w in ("Kandidatur", "kandidiert", "bewirbt") for w in near):
            return False
        name = self._holder(phrase, start, stop, filled=words[verb] == "besetzt")
        if name is None:
            return False
        left = words[verb] in _LEFT
        future = not left and ("werden" in near or not _AHEAD.isdisjoint(near)) and words[verb] in _FUTURE
        changed = replace(phrase, article="", former=phrase.former or left, designated=phrase.designated or future)
        if self.disagree(phrase, name):
            return False
        self.phrases[number] = changed
        return self.tie(number, name, "predicate")

    def acquired(self, number: int, phrase: RolePhrase) -> bool:
        """ "Das Jobcenter Y hat mit X eine neue Leiterin", "Mit X bekommt der Verein Y einen neuen Chef"."""
        words = self.words
        if phrase.article not in ("eine", "einen") or not any(
            w.startswith("neue") for w in words[phrase.first : phrase.head]
        ):
            return False
        start, stop = self._clause(phrase)
        if _GAINING.isdisjoint(words[start:stop]):
            return False
        name = next(
            (
                n
                for n in self.names
                if start < self._with_office(n) < stop and words[self._with_office(n) - 1].lower() == "mit"
            ),
            None,
        )
        if name is None or self.disagree(phrase, name):
            return False
        if phrase.organisation is None:
            houses = {self.places.at[t][1] for t in range(start, phrase.first) if t in self.places.at}
            phrase = self.phrases[number] = replace(phrase, organisation=houses.pop() if len(houses) == 1 else None)
        return self.tie(number, name, "predicate")

    def _clause(self, phrase: RolePhrase) -> tuple[int, int]:
        """Tokens of the clause that an office stands in."""
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]]
        floor, limit = max(floor, phrase.first - NEAR), min(limit, phrase.end + NEAR)
        return clause_around(self.words, phrase.first, phrase.end, floor, limit)

    def _holder(self, phrase: RolePhrase, start: int, stop: int, filled: bool) -> Named | None:
        """The one person named in a clause outside the office, or whom its "er" or "sie" means."""
        here = [n for n in self.names if start <= n.start < stop and n.start != phrase.end]
        if not here and self.words[stop : stop + 1] == [","] and (name := self.next_name(stop + 1)) is not None:
            return name if self.words[name.end : name.end + 1] == [","] else None  # "rückt die Leiterin der Y, X, nach"
        before = self.words[self._with_office(here[0]) - 1] if here else ""
        if not here and self.words[start - 1 : start] == [","] and (apart := self._apart_from(start, phrase)):
            return apart
        if len(here) > 1 or (before in _NOT_HOLDERS and not (filled and before == "mit")):
            return None
        if here:
            return here[0]
        pronoun = next((t for t in range(start, stop) if self.words[t].lower() in ("er", "sie")), None)
        if pronoun is None or not self._singular(pronoun):
            return None
        return self.antecedent(pronoun, "m" if self.words[pronoun].lower() == "er" else "f")

    def _apart_from(self, start: int, phrase: RolePhrase) -> Named | None:
        """The name that an insertion parts from its verb: "X, Landkreis Y, | übernimmt das Amt des Sprechers"."""
        name = self.previous(phrase)
        if name is None or not 2 < start - name.end < 7 or self.words[name.end] != ",":
            return None
        return name if name.end + 1 in self.places.at else None

    def several(self, number: int, phrase: RolePhrase, name: Named) -> bool:
        """ "Beisitzer: A, B und C" where the form may be a plural: each of them has the office."""
        word = phrase.word
        if self.words[phrase.first - 1 : phrase.first] == ["als"] and not self._plural_verb_before(phrase):
            return False
        may = word.number is None and not phrase.article and not phrase.possessive and word.gender != "f"
        group = self.list_from(name, phrase) if may else []
        if len(group) < 2 or any(self.new_line(each.start) for each in group[1:]):
            return False
        self.tie_each(number, replace(phrase, numeral=True), group, name, "shared-plural")
        return True

    def _plural_verb_before(self, phrase: RolePhrase) -> bool:
        """Whether a plural verb stands before "als": "gewählt wurden als Beisitzer A und B"."""
        near = self.words[max(0, phrase.first - 8) : phrase.first]
        return not _PLURAL_VERBS.isdisjoint(near)

    def several_as(self, number: int, phrase: RolePhrase) -> bool:
        """ "Als Beisitzer gehören dem Vorstand A, B und C an": all the names behind the plural verb."""
        words, at = self.words, phrase.first - 1
        if at < 0 or words[at].lower() != "als" or phrase.article or phrase.word.number == "s":
            return False
        verb = phrase.end
        opens = (
            at == self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0] or words[at - 1] in CLAUSE_MARKS
        )
        if not opens or verb + 1 >= len(words) or not words[verb].endswith("en") or not self.scan.doc.types[verb].verb:
            return False
        name = self.following(verb + 1)
        if name is None or name.start - verb > 6 or name.first >= self.scan.limits[phrase.head]:
            return False
        group = self._joined_behind(name, self.scan.limits[phrase.head])
        if len(group) < 2:
            return False
        self.tie_each(number, replace(phrase, numeral=True), group, name, "als")
        return True

    def belongs(self, phrase: RolePhrase) -> bool:
        """Whether "Vorstand" is a body that persons belong to: "gehören dem Vorstand A und B an"."""
        if not phrase.word.body or phrase.article not in ("dem", "im"):
            return False
        near = self.words[max(0, phrase.first - 10) : min(len(self.words), phrase.end + 20)]
        return not _BELONGING.isdisjoint(near)


_PLURAL_VERBS = frozenset(
    "wurden werden sind waren gehören gehörten kamen kommen wirken fungieren blieben bleiben".split()
)
_FUTURE = frozenset(["übernimmt", "übernehmen", "tritt", "antreten", "rückt", "wechselt", "bekleiden"])
_NOT_HOLDERS = frozenset(["von", "mit", "für", "nach", "an", "durch"])
_BELONGING = frozenset(["gehören", "gehörten", "gehört", "gehörte", "angehören", "angehört", "vertreten", "sitzen"])
