"""Offices in the plural that a verb ties to several: "A und B sind Sprecher", "Zu Beisitzern wählte sie A und B"."""

from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.roles_around import past_town
from podium.reading.roles_as import AsLinks
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_sentence import Named

__all__ = ["OBLIQUE", "PluralLinks", "temporal"]

_COPULAS = frozenset(words_of("person_words.txt", "copulas"))
_CHOSEN = frozenset(words_of("person_words.txt", "choosing"))
_PLURAL_COPULAS = (["sind"], ["waren"], ["werden"], ["wurden"], ["bleiben"], ["blieben"])
OBLIQUE = frozenset(["zum", "zur", "beim", "vom", "im", "am", "des", "dem", "den"])
_TIMES = frozenset(
    word for name in ("since", "months", "time adverbs") for word in words_of("person_words.txt", name)
) | {"dort", "hier", "damit", "neuer", "neue"}


def temporal(word: str) -> bool:
    """Whether a word may stand between the parts of a predicate: "seit dem 1. Mai 2019"."""
    return word.lower() in _TIMES or word[:1].isdigit() or word in ("dem", "der", ".")


class PluralLinks(AsLinks):
    """Ties of one office to several persons by a verb."""

    def _plural_predicate(self, number: int, phrase: RolePhrase) -> bool:
        """ "A und B sind (die) Geschäftsführer des Y": all the names joined before the verb."""
        before = self.previous(phrase)
        if before is None or phrase.article in OBLIQUE:
            return False
        gap = self.words[before.end : phrase.first]
        if not gap or gap[0] not in _COPULAS or not all(map(temporal, gap[1:])):
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
        elected = gap[0] in _CHOSEN or (became and not _CHOSEN.isdisjoint(gap + self.words[name.end : limit]))
        if not (elected if chosen else became):
            return False
        group = self._joined_behind(name, limit)
        self.tie_each(number, replace(phrase, numeral=True), group, name, "predicate")
        return True

    def _joined_behind(self, name: Named, limit: int) -> list[Named]:
        """A name with those that commas and "und" join behind it, an insertion between commas aside."""
        index, group = self.by_start[name.start], [name]
        while index + 1 < len(self.names) and self.names[index + 1].start < limit:
            behind = past_town(self.words, self.names[index].end)
            gap = self.without_bracket(behind, self._with_office(self.names[index + 1]))
            inserted = len(gap) < 8 and gap[:2] in (["und", ","], [","]) and gap[-1:] == [","]
            if gap not in (["und"], [","], ["sowie"], [",", "und"]) and not inserted:
                break
            index += 1
            group.append(self.names[index])
        return group
