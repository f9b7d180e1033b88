"""Offices tied by a verb or by "als": "X ist Leiterin des Y", "Neuer Leiter ist X", "X sprach als Präsident"."""

from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_sentence import NEAR, Link, Named, SentenceLinks

__all__ = ["PredicateLinks"]

_COPULAS = frozenset(words_of("person_words.txt", "copulas"))
_CHOSEN = frozenset(words_of("person_words.txt", "choosing"))
_OBLIQUE = frozenset(["zum", "zur", "beim", "vom", "im", "am", "des", "dem", "den"])
_TIMES = frozenset(
    word for name in ("since", "months", "time adverbs") for word in words_of("person_words.txt", name)
) | {"dort", "hier", "damit", "neuer", "neue"}
_REGARDING = frozenset(words_of("person_words.txt", "regarding"))


def _temporal(word: str) -> bool:
    """Whether a word may stand between the parts of a predicate: "seit dem 1. Mai 2019"."""
    return word.lower() in _TIMES or word[:1].isdigit() or word in ("dem", "der", ".")


class PredicateLinks(SentenceLinks):
    """Ties that a verb makes."""

    def als(self, number: int, phrase: RolePhrase) -> bool:
        """ "X als Präsident des Y", "Als Leiterin begrüßte X": the nearest name before, else the first one behind."""
        words = self.words
        if (
            phrase.first == 0
            or words[phrase.first - 1].lower() != "als"
            or phrase.plural()
            or phrase.word.head in ("experte", "partner")
        ):
            return False
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        if phrase.first - 2 >= floor and words[phrase.first - 2].lower() in (
            "mehr",
            "anders",
            "sowohl",
            "weniger",
            "eher",
            "besser",
            "älter",
        ):
            return False
        near = words[max(floor, phrase.first - 12) : phrase.end + 6]
        if any(w in _REGARDING for w in near):
            return False  # "gilt als der mächtigste Chef"
        before = self.previous(phrase)
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None:
            return self.tie(number, pronoun, "als")
        if before is not None and not self._genitive(before):
            return self.tie(number, before, "als")
        if before is None and phrase.first - 1 == floor:
            behind = self.following(phrase.end)
            if behind is not None and behind.start - phrase.end <= 6:
                return self.tie(number, behind, "als")
        return False

    def _pronoun(self, floor: int, stop: int, before: Named | None) -> Named | None:
        """Whom "er", "sie" or "die 63-Jährige" between the last name and an office mean."""
        start = max(floor, stop - NEAR, before.end if before is not None else floor)
        for token in range(stop - 1, start - 1, -1):
            lower = self.words[token].lower()
            if lower in ("er", "sie") and self._singular(token):
                return self.antecedent(token, "m" if lower == "er" else "f")
            if (
                lower in ("der", "die")
                and token + 1 < stop
                and self.words[token + 1].lower().endswith(("jährige", "gebürtige", "politiker", "politikerin"))
                and token == floor
            ):
                return self.antecedent(token, "m" if lower == "der" else "f")
        return None

    def _singular(self, token: int) -> bool:
        """Whether the verb beside "sie" is a singular."""
        if self.words[token].lower() == "er":
            return True
        near = [self.words[t] for t in (token + 1, token - 1) if 0 <= t < len(self.words)]
        return any(
            (w in _COPULAS and not w.endswith("n")) or (w.endswith(("t", "te", "e")) and w[:1].islower()) for w in near
        )

    def _genitive(self, name: Named) -> bool:
        """Whether a name depends on a noun or preposition, so that it is not the one who is something."""
        before = self.words[name.start - 1] if name.start else ""
        return before in ("von", "mit", "an", "für", "bei", "neben", "gegen", "über", "durch")

    def predicate(self, number: int, phrase: RolePhrase) -> bool:
        """ "X ist Leiterin des Y", "Neuer Leiter ist X", "X wurde zum Präsidenten gewählt"."""
        words = self.words
        if phrase.plural():
            return self._plural_predicate(number, phrase)
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]]
        floor, limit = max(floor, phrase.first - NEAR), min(limit, phrase.end + NEAR)
        before = self.previous(phrase)
        if before is not None and before.end >= floor:
            gap = words[before.end : phrase.first]
            if (
                len(gap) <= 7
                and any(w in _COPULAS for w in gap)
                and "," not in gap
                and not any(w in ("und", "nicht", "kein", "keine") for w in gap)
            ):
                verb = next(w for w in gap if w in _COPULAS)
                if phrase.article not in ("zum", "zur") or any(w in _CHOSEN for w in words[phrase.end : limit]):
                    return self._tie_predicate(number, phrase, before, verb)
            relative = 1 < len(gap) <= 8 and gap[0] == "," and gap[1] in ("der", "die") and "," not in gap[1:]
            last = words[phrase.end] if phrase.end < limit else ""
            if relative and last in _COPULAS and not any(w in ("nicht", "als") for w in gap):
                return self._tie_predicate(number, phrase, before, last)
            if not gap and phrase.end < limit and words[phrase.end] in _COPULAS and not phrase.article:
                return self._tie_predicate(number, phrase, before, words[phrase.end])
            verb = words[before.start - 1] if before.start > floor else ""
            if verb in _COPULAS and phrase.article not in _OBLIQUE and all(map(_temporal, gap)):
                return self._tie_predicate(number, phrase, before, verb)  # "Seit 2019 ist X Leiterin des Y"
        if phrase.article in ("zum", "zur") and any(w in _CHOSEN for w in words[floor:limit]):
            name = before or self.following(phrase.end)
            if (
                name is not None
                and name.end <= phrase.first
                and words[name.start - 1 if name.start else 0] not in ("von",)
            ):
                return self.tie(number, name, "elected")
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None:
            gap = words[floor if before is None else max(floor, before.end) : phrase.first]
            if (
                len(gap) <= 8
                and any(w in _COPULAS for w in gap)
                and "," not in gap
                and not any(w in ("nicht", "kein", "keine", "als") for w in gap)
            ):
                return self._tie_predicate(number, phrase, pronoun, next(w for w in gap if w in _COPULAS))
        behind = self.following(phrase.end)
        if behind is not None:
            gap = words[phrase.end : min(behind.start, phrase.end + 6)]
            if (
                1 <= len(gap) <= 5
                and gap[0] in _COPULAS
                and "," not in gap
                and not any(w in ("mit", "von", "durch", "für", "nicht") for w in gap)
            ):
                return self._tie_predicate(number, phrase, behind, gap[0])
        return False

    def _plural_predicate(self, number: int, phrase: RolePhrase) -> bool:
        """ "A und B sind (die) Geschäftsführer des Y": all the names joined before the verb."""
        before = self.previous(phrase)
        if before is None or phrase.article in _OBLIQUE:
            return False
        gap = self.words[before.end : phrase.first]
        if not gap or gap[0] not in _COPULAS or not all(map(_temporal, gap[1:])):
            return False
        group = self.joined_before(before)
        if len(group) < 2:
            return False
        changed = replace(phrase, former=phrase.former or gap[0] == "waren")
        self.phrases[number] = changed
        for each in group:
            self.links.append(Link(each.person, changed, "predicate", each, phrase.organisation))
        self.tied[number] = (before, "predicate")
        return True

    def _tie_predicate(self, number: int, phrase: RolePhrase, name: Named, verb: str) -> bool:
        words = self.words
        limit = min(self.scan.limits[phrase.head], phrase.end + NEAR)
        elected = any(w in _CHOSEN for w in words[phrase.end : limit])
        former = phrase.former or (verb in ("war", "waren") and not elected)
        future = verb in ("wird", "werde", "werden") and not any(
            w in ("von",) for w in words[phrase.end : phrase.end + 1]
        )
        changed = replace(phrase, former=former, designated=phrase.designated or future)
        self.phrases[number] = changed
        return self.tie(number, name, "predicate")
