"""Offices tied by a verb: "X ist Leiterin des Y", "Neuer Leiter ist X", "X wurde zum Präsidenten gewählt"."""

from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.roles_as import AsLinks
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_sentence import NEAR, Named

__all__ = ["PredicateLinks"]

_COPULAS = frozenset(words_of("person_words.txt", "copulas"))
_CHOSEN = frozenset(words_of("person_words.txt", "choosing"))
_AUXILIARIES = frozenset(["soll", "wird", "wurde", "ist"])
_RISING = frozenset(["rückt", "rückte", "steigt", "stieg"])
_PLURAL_COPULAS = (["sind"], ["waren"], ["werden"], ["wurden"], ["bleiben"], ["blieben"])
_OBLIQUE = frozenset(["zum", "zur", "beim", "vom", "im", "am", "des", "dem", "den"])
_TIMES = frozenset(
    word for name in ("since", "months", "time adverbs") for word in words_of("person_words.txt", name)
) | {"dort", "hier", "damit", "neuer", "neue"}

_HELPING = frozenset(
    "hat hatte ist war studierte lernte absolvierte arbeitete wuchs machte kam lebt lebte wohnt begann leitete".split()
)
_PRONOUN_SUBJECTS = frozenset("er sie es wir ich man der die das dass weil wo".split()) - {"der", "die", "das"}


def _temporal(word: str) -> bool:
    """Whether a word may stand between the parts of a predicate: "seit dem 1. Mai 2019"."""
    return word.lower() in _TIMES or word[:1].isdigit() or word in ("dem", "der", ".")


class PredicateLinks(AsLinks):
    """Ties that a verb makes."""

    def predicate(self, number: int, phrase: RolePhrase) -> bool:
        """ "X ist Leiterin des Y", "Neuer Leiter ist X", "X wurde zum Präsidenten gewählt"."""
        words = self.words
        if phrase.first and words[phrase.first - 1].lower() == "als":
            return False
        if phrase.word.body and phrase.article in ("im", "am", "vom", "beim", "zum"):
            return False  # "Neu im Vorstand sind A und B"
        if phrase.plural() or self._several_behind(phrase) or self._several_chosen(phrase):
            return self._plural_predicate(number, phrase) or self._plural_first(number, phrase)
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
            if self.verb_first(phrase):  # "Seit 2019 ist X Leiterin des Y"
                return self._tie_predicate(number, phrase, before, words[self._with_office(before) - 1])
            verb = self._behind_insertion(before, phrase)
            if verb:
                return self._tie_predicate(number, phrase, before, verb)
        if before is not None and self._shall_become(phrase, before, limit):
            self.phrases[number] = replace(phrase, designated=True)
            return self.tie(number, before, "predicate")
        if phrase.article in ("zum", "zur") and (chosen := self._participle(phrase)) is not None:
            return self.tie(number, chosen, "elected")
        if phrase.article in ("zum", "zur") and any(w in _CHOSEN or w in _RISING for w in words[floor:limit]):
            name = before or self.following(phrase.end)
            if before is None and name is not None and self._chosen_behind(phrase, name):
                if words[phrase.end] in ("soll", "wird"):
                    self.phrases[number] = replace(phrase, designated=True)
                return self.tie(number, name, "elected")
            if (
                name is not None
                and name.end <= phrase.first
                and words[name.start - 1 if name.start else 0] not in ("von",)
            ):
                return self.tie(number, name, "elected")
        pronoun = self._pronoun(floor, phrase.first, before)
        if pronoun is not None and phrase.end < limit and words[phrase.end] in _COPULAS:
            gap = words[max(floor, phrase.first - 4) : phrase.first]
            if "," not in gap and not any(w in _COPULAS or w in ("nicht", "als", "kein") for w in gap):
                return self._tie_predicate(number, phrase, pronoun, words[phrase.end])
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
        if behind is not None and behind.end < limit and words[behind.end] in _COPULAS and self._dependent(behind):
            other, verb = self.next_name(behind.end + 1), words[behind.end]
            opens = phrase.first == self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
            return other is not None and opens and self._tie_predicate(number, phrase, other, verb)
        if behind is not None:
            gap = words[phrase.end : min(self._with_office(behind), phrase.end + 6)]
            if (
                1 <= len(gap) <= 5
                and gap[0] in _COPULAS
                and "," not in gap
                and not any(w in ("mit", "von", "durch", "für", "nicht") for w in gap)
            ):
                return self._tie_predicate(number, phrase, behind, gap[0])
        return False

    def elects(self, phrase: RolePhrase) -> bool:
        """Whether the sentence of an office elects somebody."""
        words = self.words[max(0, phrase.first - NEAR) : min(self.scan.limits[phrase.head], phrase.end + NEAR)]
        return any(w in _CHOSEN for w in words)

    def _chosen_behind(self, phrase: RolePhrase, name: Named) -> bool:
        """ "Zum Vorsitzenden wählte der Verein | X": the only name of its clause behind the verb."""
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        gap = self.words[phrase.end : self._with_office(name)]
        opens = phrase.first == floor or self.words[phrase.first - 1] in (":", "–")
        near = opens and 0 < len(gap) < 8 and (gap[0] in _CHOSEN or self._is_to_be(gap[0], name))
        return near and "," not in gap and gap[-1] not in ("von", "mit", "für", "durch", "des", "der")

    def _shall_become(self, phrase: RolePhrase, name: Named, limit: int) -> bool:
        """ "X (40), Sprecher der Y, soll | Leiter des Z werden"."""
        words = self.words
        verb = next((t for t in range(phrase.first - 1, name.end - 1, -1) if words[t] in ("soll", "will")), None)
        if verb is None or "werden" not in words[phrase.end : min(limit, phrase.end + 6)] or phrase.article in _OBLIQUE:
            return False
        gap = self.without_bracket(name.end, verb)
        between = words[verb + 1 : phrase.first]
        return all(map(_temporal, between)) and (
            not gap or (gap[0] == "," and gap[-1] == "," and "und" not in gap[1:-1])
        )

    def _is_to_be(self, verb: str, name: Named) -> bool:
        """Whether "soll", "wird" or "wurde" opens what a participle of choosing ends behind a name."""
        behind = self.words[name.end : min(self.scan.limits[name.first], name.end + 6)]
        return verb in _AUXILIARIES and any(w in _CHOSEN for w in behind)

    def verb_first(self, phrase: RolePhrase) -> bool:
        """Whether a verb before the last name makes an office that name's: "Bislang war X Leiter des Y"."""
        before = self.previous(phrase)
        if before is None or phrase.article in _OBLIQUE or phrase.plural():
            return False
        floor = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]][0]
        gap = self.words[before.end : phrase.first]
        start = self._with_office(before)  # "Seit Mai ist die Senatorin X Vorsitzende des Y"
        return start > floor and self.words[start - 1] in _COPULAS and len(gap) < 9 and all(map(_temporal, gap))

    def _dependent(self, name: Named) -> bool:
        """Whether a name is a genitive or follows "von": "Neue Leiterin und Nachfolgerin von X wird Y"."""
        return name.genitive or self.words[name.start - 1] == "von"

    def _behind_insertion(self, name: Named, phrase: RolePhrase) -> str:
        """The verb of "X, der … geführt hat, bleibt Präsident", "X (44) ist Juristin und war Leiterin", or ""."""
        words = self.words
        verb = next((t for t in range(phrase.first - 1, name.end - 1, -1) if words[t] in _COPULAS), None)
        if verb is None or phrase.article in _OBLIQUE or not all(map(_temporal, words[verb + 1 : phrase.first])):
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
        former = phrase.former or gap[0] == "waren"
        self.tie_each(number, replace(phrase, former=former), group, before, "predicate")
        return True

    def _several_behind(self, phrase: RolePhrase) -> bool:
        """Whether a plural verb follows a form that may be a plural: "Beisitzer wurden …"."""
        at = phrase.end
        if self.words[at : at + 1] == ["werden"] and any(
            w in ("soll", "will") for w in self.words[max(0, at - 12) : at]
        ):
            return False  # "X soll Leiter des Y werden"
        return phrase.word.number is None and not phrase.article and self.words[at : at + 1] in _PLURAL_COPULAS

    def _several_chosen(self, phrase: RolePhrase) -> bool:
        """Whether "Zu | stellvertretenden Vorsitzenden" without article says that several are chosen."""
        before = self.words[phrase.first - 1 : phrase.first]
        return before == ["Zu"] and not phrase.article and phrase.word.adjectival and phrase.word.form.endswith("en")

    def _plural_first(self, number: int, phrase: RolePhrase) -> bool:
        """ "Beisitzer wurden A und B", "Zu Stellvertretern wählte die Versammlung (wurden) A und B (gewählt)"."""
        floor, limit, _ = self.scan.doc.sentences[self.scan.doc.sentence_at[phrase.head]]
        chosen = self.words[phrase.first - 1 : phrase.first] in (["zu"], ["Zu"]) and phrase.first - 1 == floor
        name = self.following(phrase.end)
        if name is None or name.start >= limit or name.start - phrase.end > 8:
            return False
        gap = self.words[phrase.end : name.start]
        if "," in gap or not gap:
            return False
        became = [gap[0]] in _PLURAL_COPULAS
        elected = gap[0] in _CHOSEN or (became and any(w in _CHOSEN for w in self.words[name.end : limit]))
        if not (elected if chosen else became):
            return False
        group = self._joined_behind(name, limit)
        self.tie_each(number, replace(phrase, numeral=True), group, name, "predicate")
        return True

    def _joined_behind(self, name: Named, limit: int) -> list[Named]:
        """A name with those that commas and "und" join behind it, an insertion between commas aside."""
        index, group = self.by_start[name.start], [name]
        while index + 1 < len(self.names) and self.names[index + 1].start < limit:
            gap = self.without_bracket(self.names[index].end, self.names[index + 1].start)
            inserted = len(gap) < 8 and gap[:2] in (["und", ","], [","]) and gap[-1:] == [","]
            if gap not in (["und"], [","], ["sowie"], [",", "und"]) and not inserted:
                break
            index += 1
            group.append(self.names[index])
        return group

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
