"""Offices that an election gives: "wählte A zur Vorsitzenden, B und C zu Stellvertretern", "B wird Wart und C …"."""

from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_predicates import PredicateLinks
from podium.reading.roles_sentence import NEAR, Named

__all__ = ["SINGULAR_COPULAS", "ElectionLinks"]

_CHOSEN = frozenset(words_of("person_words.txt", "choosing"))
_GAPPING = frozenset(["predicate", "elected", "als"])
_JOINED = frozenset([",", "und", "sowie"])
SINGULAR_COPULAS = frozenset(["ist", "wird", "wurde", "bleibt", "blieb", "war"])
_SMALL = 3  # words between a name and "zu ihrem Vorsitzenden"


class ElectionLinks(PredicateLinks):
    """Ties by "zu" and by a verb that the sentence has only once."""

    def elected(self, number: int, phrase: RolePhrase) -> bool:
        """ "wählte A | zu ihrem Vorsitzenden", "A und B | zu Stellvertretern", "Zu ihrem Sprecher wählten sie | A"."""
        at, words = phrase.first - 1, self.words
        if at < 0 or words[at] not in ("zu", "Zu") or (phrase.article and not phrase.possessive):
            return False
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]]
        near = words[max(floor, at - NEAR) : min(limit, phrase.end + NEAR)]
        if _CHOSEN.isdisjoint(near):
            return False
        name = self._just_before(at)
        if name is None:
            behind = self.following(phrase.end)
            if phrase.plural() or behind is None or at != floor or not self._chosen_behind(phrase, behind):
                return False
            return self.tie(number, behind, "elected")
        group = self.joined_before(name)
        if len(group) > 1 and (phrase.plural() or (phrase.word.number is None and not phrase.possessive)):
            self.tie_each(number, replace(phrase, numeral=True), group, name, "elected")
            return True
        return self.tie(number, name, "elected")

    def _just_before(self, at: int) -> Named | None:
        """The name before a token, a bracket and a few small words between."""
        name = next((n for n in reversed(self.names) if n.end <= at), None)
        if name is None or at - name.end > NEAR:
            return None
        gap = self.without_bracket(name.end, at)
        return name if len(gap) <= _SMALL and all(word.islower() and word.isalpha() for word in gap) else None

    def gapped(self, number: int, phrase: RolePhrase) -> bool:
        """ "B wird Schatzmeister | und C Schriftführerin": an office right behind a name, its verb said before."""
        if not number or phrase.possessive or phrase.plural() or number - 1 not in self.tied:
            return False
        if phrase.article and (phrase.article not in ("der", "die") or self.tied[number - 1][1] != "predicate"):
            return False
        name, (_, rule) = self.previous(phrase), self.tied[number - 1]
        if name is None or name.end != phrase.first or rule not in _GAPPING:
            return False
        start, last = self._with_office(name), self.phrases[number - 1]
        if self.words[start - 1] not in _JOINED or start - last.end > _SMALL or not self.ends_phrase(phrase):
            return False
        self.phrases[number] = replace(phrase, former=last.former, designated=last.designated)
        return self.tie(number, name, rule)

    def ends_phrase(self, phrase: RolePhrase) -> bool:
        """Whether a mark, "und" or the end of the sentence follows an office."""
        at = phrase.end
        return at >= self.scan.limits[phrase.head] or self.words[at] in (".", ",", ";", "und", "sowie", ")")

    def opens_clause(self, phrase: RolePhrase) -> bool:
        """Whether an office without article is told of the name behind its verb: ", Stellvertreter | wird B"."""
        at = phrase.end
        if phrase.article or phrase.possessive or SINGULAR_COPULAS.isdisjoint(self.words[at : at + 1]):
            return False
        name = self.following(at + 1)
        return name is not None and self._with_office(name) - at <= 4
