"""Offices tied by a verb: "X ist Leiterin des Y", "Neuer Leiter ist X", "X wurde zum Präsidenten gewählt"."""

from podium.reading.lexicon import words_of
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_plurals import OBLIQUE, PluralLinks, temporal
from podium.reading.roles_sentence import NEAR, Named
from podium.reading.values import replace

__all__ = ["PredicateLinks"]

_COPULAS = frozenset(words_of("person_words.txt", "copulas"))
_CHOSEN = frozenset(words_of("person_words.txt", "choosing"))
_AUXILIARIES = frozenset(["soll", "wird", "wurde", "ist"])
_RISING = frozenset(["rückt", "rückte", "steigt", "stieg"])
_APPOINTING = frozenset(["Ernennung", "Wahl", "Berufung", "Bestellung", "Beförderung", "Wiederwahl"])
_OF_BODIES = frozenset(["im", "am", "vom", "beim", "zum"])
_PREPOSITIONS = frozenset(["aus", "in", "an", "mit", "vor", "von", "bei", "für", "durch"])
_DENYING = frozenset(["nicht", "kein", "keine"])
_APART = _DENYING | {",", "und"}
_OBJECTS = frozenset(["mit", "von", "durch", "für", "nicht"])
_DEPENDING = frozenset(["der", "des", "für", "von", "vom", "im", "in"])
_HELPING = frozenset(
    "hat hatte ist war studierte lernte absolvierte arbeitete wuchs machte kam lebt lebte wohnt begann leitete".split()
)
_FURTHER = frozenset(["weitere", "die", "ein", "eine", "zwei", "drei", "vier", "fünf", "sechs"])
_SPELLS = frozenset(["Jahre", "Jahr", "Amtszeit", "Wahlperiode", "Monate", "Periode"])
_PRONOUN_SUBJECTS = frozenset("er sie es wir ich man der die das dass weil wo".split()) - {"der", "die", "das"}


def _copula(gap: list[str]) -> str:
    """The first copula among some words, or ""."""
    return next((w for w in gap if w in _COPULAS), "")


def _without_spell(gap: list[str]) -> list[str]:
    """The same words without "für weitere drei Jahre" behind the verb."""
    if len(gap) > 3 and gap[1] == "für" and gap[2] in _FURTHER:
        end = next((n for n, word in enumerate(gap) if word in _SPELLS), 0)
        return gap[:1] + gap[end + 1 :] if end else gap
    return gap


class PredicateLinks(PluralLinks):
    """Ties that a verb makes."""

    def predicate(self, number: int, phrase: RolePhrase) -> bool:
        """ "X ist Leiterin des Y", "Neuer Leiter ist X", "X wurde zum Präsidenten gewählt"."""
        if phrase.first and self.words[phrase.first - 1].lower() == "als":
            return False
        if phrase.word.body and (phrase.article in _OF_BODIES or self._from_body(phrase)):
            return False  # "Neu im Vorstand sind A und B"
        if phrase.article in ("zum", "zur") and (appointed := self._appointed(phrase)) is not None:
            return self.tie(number, appointed, "elected")
        if phrase.plural() or self._several_behind(phrase) or self._several_chosen(phrase):
            return self._plural_predicate(number, phrase) or self._plural_first(number, phrase)
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]]
        floor, limit = max(floor, phrase.first - NEAR), min(limit, phrase.end + NEAR)
        before = self.previous(phrase)
        if before is not None and (verb := self._verb_between(before, phrase, floor, limit)):
            return self._tie_predicate(number, phrase, before, verb)
        if before is not None and self._shall_become(phrase, before, limit):
            self.phrases[number] = replace(phrase, designated=True)
            return self.tie(number, before, "predicate")
        if phrase.article in ("zum", "zur") and (chosen := self._chosen(number, phrase, before, floor, limit)):
            return self.tie(number, chosen, "elected")
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None and (verb := self._verb_beside_pronoun(phrase, before, floor, limit)):
            return self._tie_predicate(number, phrase, pronoun, verb)
        return self._subject_behind(number, phrase, limit)

    def _appointed(self, phrase: RolePhrase) -> Named | None:
        """Whom "nach seiner Ernennung | zum Direktor" means: the name before it in its sentence, else behind."""
        at = phrase.first - 1
        if at < 1 or self.words[at] not in _APPOINTING or self.words[at - 1] not in ("seiner", "ihrer"):
            return None
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[at]]
        before, behind = self.previous(phrase), self.following(phrase.end)
        if before is not None and before.start >= floor:
            return before
        return behind if behind is not None and behind.start < limit else None

    def _from_body(self, phrase: RolePhrase) -> bool:
        """Whether a preposition makes a body of "Vorstand": "aus dem Vorstand verabschiedet"."""
        return phrase.article in ("dem", "den") and self.words[phrase.first - 1] in _PREPOSITIONS

    def _verb_between(self, name: Named, phrase: RolePhrase, floor: int, limit: int) -> str:
        """The copula that makes an office that of the last name before it, or ""."""
        words = self.words
        if name.end < floor:
            return ""
        gap = self.without_bracket(name.end, phrase.first)
        chosen = phrase.article not in ("zum", "zur") or any(w in _CHOSEN for w in words[phrase.end : limit])
        if chosen and len(gap) <= 7 and (verb := _copula(gap)) and _APART.isdisjoint(gap):
            return verb
        relative = 1 < len(gap) <= 8 and gap[0] == "," and gap[1] in ("der", "die") and "," not in gap[1:]
        last = words[phrase.end] if phrase.end < limit else ""
        if last in _COPULAS and (
            (relative and "nicht" not in gap and "als" not in gap) or (not gap and not phrase.article)
        ):
            return last
        if self.verb_first(phrase):  # "Seit 2019 ist X Leiterin des Y"
            return words[self._with_office(name) - 1]
        return self._behind_insertion(name, phrase)

    def _chosen(self, number: int, phrase: RolePhrase, before: Named | None, floor: int, limit: int) -> Named | None:
        """Whom a verb of choosing makes "zum" or "zur" something: "X wurde zum Präsidenten gewählt"."""
        words = self.words
        if (chosen := self._participle(phrase)) is not None:
            return chosen
        if not any(w in _CHOSEN or w in _RISING for w in words[floor:limit]):
            return None
        if before is not None:
            return None if words[before.start - 1 if before.start else 0] == "von" else before
        name = self.following(phrase.end)
        if name is None or not self._chosen_behind(phrase, name):
            return None
        if words[phrase.end] in ("soll", "wird"):
            self.phrases[number] = replace(phrase, designated=True)
        return name

    def _verb_beside_pronoun(self, phrase: RolePhrase, before: Named | None, floor: int, limit: int) -> str:
        """The copula that makes an office that of "er" or "sie" before it, or ""."""
        words = self.words
        inverted = words[phrase.first - 2 : phrase.first]  # "…, seit Januar | ist er | Schichtführer"
        if phrase.first > floor + 1 and inverted[0] in _COPULAS and inverted[1] in ("er", "sie"):
            return inverted[0]
        if phrase.end < limit and words[phrase.end] in _COPULAS:
            gap = words[max(floor, phrase.first - 4) : phrase.first]
            if "," not in gap and not any(w in _COPULAS or w in ("nicht", "als", "kein") for w in gap):
                return words[phrase.end]
        gap = words[floor if before is None else max(floor, before.end) : phrase.first]
        if 8 < len(gap) < 26 and phrase.article not in OBLIQUE:
            return self._joined_verb(phrase.first - len(gap), phrase.first)
        if len(gap) > 8 or "," in gap or "als" in gap or not _DENYING.isdisjoint(gap):
            return ""
        return _copula(gap)

    def _joined_verb(self, start: int, office: int) -> str:
        """The copula of "Er hat in X gelernt und | ist seit 2019 | Leiter", or ""."""
        words, types = self.words, self.scan.doc.types
        verb = next((t for t in range(office - 1, start, -1) if words[t] in _COPULAS), start)
        if words[verb - 1] != "und" or not all(map(temporal, words[verb + 1 : office])):
            return ""
        inner = [t for t in range(start, verb - 1) if words[t].lower() in _PRONOUN_SUBJECTS]
        marks = any(words[t] in "„“;:" for t in range(start, verb))
        return words[verb] if len(inner) == 1 and not marks and types[verb - 2].alpha else ""

    def _subject_behind(self, number: int, phrase: RolePhrase, limit: int) -> bool:
        """ "Neuer Leiter (und Nachfolger von Y) ist X": the first name behind the verb that follows an office."""
        words, name = self.words, self.following(phrase.end)
        if name is None:
            return False
        if name.end < limit and words[name.end] in _COPULAS and self._dependent(name):
            other = self.next_name(name.end + 1)
            opens = phrase.first == self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
            return other is not None and opens and self._tie_predicate(number, phrase, other, words[name.end])
        start = self._past_genitives(phrase, name)
        gap = _without_spell(words[start : min(self._with_office(name), start + 9)])
        if 1 <= len(gap) <= 5 and gap[0] in _COPULAS and "," not in gap and _OBJECTS.isdisjoint(gap):
            return self._tie_predicate(number, phrase, name, gap[0])
        return False

    def _past_genitives(self, phrase: RolePhrase, name: Named) -> int:
        """Where what a phrase could not take in ends: "Neuer Präsident des Verbands | der Träger im Land | ist X"."""
        at, types = phrase.end, self.scan.doc.types
        if not phrase.end < name.start or self.words[at] not in _DEPENDING:
            return at
        for token in range(at + 1, min(name.start, at + 9)):
            if self.words[token] in _COPULAS:
                return token
            if types[token].verb or self.scan.roles[token] or not (types[token].alpha or types[token].digit):
                return at
        return at

    def elects(self, phrase: RolePhrase) -> bool:
        """Whether the sentence of an office elects somebody."""
        words = self.words[max(0, phrase.first - NEAR) : min(self.scan.limits[phrase.head], phrase.end + NEAR)]
        return any(w in _CHOSEN for w in words)

    def _chosen_behind(self, phrase: RolePhrase, name: Named) -> bool:
        """ "Zum Vorsitzenden wählte der Verein | X": the only name of its clause behind the verb."""
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        gap = self.words[phrase.end : self._with_office(name)]
        opens = phrase.first == floor or self.words[phrase.first - 1] in (":", "–")
        near = opens and 0 < len(gap) < 18 and (gap[0] in _CHOSEN or self._is_to_be(gap[0], name))
        return near and "," not in gap and gap[-1] not in ("von", "mit", "für", "durch", "des", "der")

    def _shall_become(self, phrase: RolePhrase, name: Named, limit: int) -> bool:
        """ "X (40), Sprecher der Y, soll | Leiter des Z werden"."""
        words = self.words
        verb = next((t for t in range(phrase.first - 1, name.end - 1, -1) if words[t] in ("soll", "will")), None)
        if verb is None or "werden" not in words[phrase.end : min(limit, phrase.end + 6)] or phrase.article in OBLIQUE:
            return False
        gap = self.without_bracket(name.end, verb)
        between = words[verb + 1 : phrase.first]
        return all(map(temporal, between)) and (
            not gap or (gap[0] == "," and gap[-1] == "," and "und" not in gap[1:-1])
        )

    def _is_to_be(self, verb: str, name: Named) -> bool:
        """Whether "soll", "wird" or "wurde" opens what a participle of choosing ends behind a name."""
        behind = self.words[name.end : min(self.scan.limits[name.first], name.end + 6)]
        return verb in _AUXILIARIES and any(w in _CHOSEN for w in behind)

    def verb_first(self, phrase: RolePhrase) -> bool:
        """Whether a verb before the last name makes an office that name's: "Bislang war X Leiter des Y"."""
        before = self.previous(phrase)
        if before is None or phrase.article in OBLIQUE or phrase.plural():
            return False
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        gap = self.words[before.end : phrase.first]
        start = self._with_office(before)  # "Seit Mai ist die Senatorin X Vorsitzende des Y"
        return start > floor and self.words[start - 1] in _COPULAS and len(gap) < 9 and all(map(temporal, gap))

    def _dependent(self, name: Named) -> bool:
        """Whether a name is a genitive or follows "von": "Neue Leiterin und Nachfolgerin von X wird Y"."""
        return name.genitive or self.words[name.start - 1] == "von"

    def _behind_insertion(self, name: Named, phrase: RolePhrase) -> str:
        """The verb of "X, der … geführt hat, bleibt Präsident", "X (44) ist Juristin und war Leiterin", or ""."""
        words = self.words
        verb = next((t for t in range(phrase.first - 1, name.end - 1, -1) if words[t] in _COPULAS), None)
        if verb is None or phrase.article in OBLIQUE or not all(map(temporal, words[verb + 1 : phrase.first])):
            return ""
        if words[name.end] == "," and words[name.end + 1] in ("der", "die") and words[verb - 1] == ",":
            inner = words[name.end + 1 : verb - 1]
            return words[verb] if "," not in inner and len(inner) < 16 else ""
        gap = self.without_bracket(name.end, verb)
        joined = gap[-1:] == ["und"] and gap[:1] and gap[0] in _COPULAS and "," not in gap
        if joined and len(gap) < 14:
            return words[verb]
        learned = len(gap) > 2 and gap[0] == "," and gap[-1] == "," and gap[1].startswith("gelernte")
        if learned and len(gap) < 6:
            return words[verb]  # "X, gelernte Köchin, war zuvor Leiterin"
        return words[verb] if gap[-1:] == ["und"] and self._opens(name) and self._chained(name, verb) else ""

    def _opens(self, name: Named) -> bool:
        """Whether a name opens its sentence, no more than an article and an adjective before it."""
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[name.first]][0]
        start = self._with_office(name)
        return start - floor <= 2 and all(
            w.lower() in ("der", "die") or "-jährige" in w for w in self.words[floor:start]
        )

    def _chained(self, name: Named, verb: int) -> bool:
        """Whether verbs alone go on behind a name up to "und war": "X stammt aus A, hat in B studiert und | war"."""
        words, types = self.words, self.scan.doc.types
        if verb - name.end > 22 or not types[name.end].verb or words[verb].endswith("n"):
            return False
        opened = (words[t + 1] for t in range(name.end, verb) if words[t] == ",")
        inner = words[name.end : verb]
        return all(word in _HELPING for word in opened) and not any(
            w in _PRONOUN_SUBJECTS or w in "„“;:" for w in inner
        )

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
