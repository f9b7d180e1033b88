"""Offices in apposition to a name: "X, Leiter des Y", "X MdB", "das machte X deutlich, Leiter des Y"."""

from podium.reading.names import AFTER, PARTY, PLACE
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_posts import PostLinks
from podium.reading.roles_sentence import NEAR, Named

__all__ = ["AppositionLinks"]

_AND = frozenset(["und", "sowie", "&", "/", ","])
_BEHIND = frozenset([",", "und", "sowie", ".", ")", ";", "Telefon", "Tel", "Tel.", "Fon", "Mobil", "E-Mail", "Mail"])
_DEPENDING = frozenset("der des für von vom in im am an aus bei beim zu zur zum mit und".split())
_GROUPS = frozenset(["Vertreter", "Mitarbeiter", "Teilnehmer", "Gäste", "Mitglieder", "Partner"])
_PARTICLES = frozenset("vor an aus mit hin ein fest zu nach bei".split())  # "rechnete X vor, die Chefin des Y"
_MANDATES = frozenset(["mdb", "mdl", "mdep", "mda", "mdhb", "mdbb"])


class AppositionLinks(PostLinks):
    """Whether an office stands in apposition to a name."""

    def apposed(self, name: Named, phrase: RolePhrase) -> bool:
        """Whether no more than a comma stands between a name and an office: brackets, letters, a place of work may."""
        at, end = name.end, phrase.first
        if end - at > NEAR or (
            not phrase.article
            and phrase.word.form in _GROUPS
            and self.words[phrase.head + 1 : phrase.head + 2] == ["aus"]
        ):
            return False  # "A, Vertreter aus Politik und Wirtschaft": others of a list
        flags = self.scan.flags
        while at < end and flags[at] & AFTER:
            at += 1
        gap = self.without_bracket(at, end)
        at = end - len(gap)
        if (
            gap
            and gap[0] in (",", "–", "-", "—")
            and len(gap) > 1
            and (at + 1 in self.places.at or flags[at + 1] & (PARTY | PLACE))
        ):
            stop = self.places.at[at + 1][0] if at + 1 in self.places.at else at + 2
            if stop < end and self.words[stop] == ",":
                gap = self.words[stop:end]
        if not gap and self._run_on(name, phrase):
            return True
        gap = self._without_place(name, gap, phrase)
        if self._late(name, gap, phrase):
            return True
        if not gap or gap[0] not in (",", "–", "—", "-", "|", "/") or len(gap) > 1:
            return False
        if phrase.possessive and phrase.possessive not in ("deren", "dessen", "unser", "unsere"):
            return False
        if phrase.article in ("zum", "zur", "beim", "vom", "im", "am"):
            return False
        if phrase.article in ("dem", "den", "des") and self._nominative(name):
            return False
        return self._closes(phrase) and not self.opens_clause(phrase)

    def other_gender(self, phrase: RolePhrase, name: Named) -> bool:
        """Whether the office before a name says that its holder is a man and this one is a woman's, or the reverse."""
        before = self.preceded.get(name.start)
        if name.gender is not None or before is None or before.plural() or phrase.plural():
            return False
        genders = [each.word.gender for each in (before, phrase) if not each.word.adjectival]
        return "f" in genders and "m" in genders

    def of_next(self, number: int, phrase: RolePhrase, behind: Named) -> bool:
        """Whether an office belongs to the next one's name: "Fahrer A, Bäckermeister und Obermeister B sowie C"."""
        if phrase.article or phrase.behind or phrase.organisation is not None or behind.start not in self.preceded:
            return False
        if self.words[phrase.end : phrase.end + 1] not in (["und"], ["&"]) or self.words[phrase.first - 1] != ",":
            return False
        following = self.tied.get(number + 1)
        adjacent = number + 1 < len(self.phrases) and self.phrases[number + 1].first == phrase.end + 1
        return adjacent and following is not None and following[1] == "role-before-name" and following[0] is not behind

    def _run_on(self, name: Named, phrase: RolePhrase) -> bool:
        """Whether an office with its organisation follows a name at once: "Anna Beispiel Leiterin Jobcenter X, …"."""
        if phrase.article or phrase.possessive or name.genitive or phrase.plural() or phrase.word.body:
            return False
        if phrase.word.head in _MANDATES:
            return True  # "Anna Beispiel MdB"
        if self.verb_first(phrase):
            return False
        whole = phrase.end >= self.scan.limits[phrase.head] or self.new_line(phrase.end)
        whole = whole or self.words[phrase.end] in _BEHIND
        bracket = self.words[name.end : name.end + 1] == ["("]
        lines = self.new_line(phrase.first) and self._own_line(name)
        return whole and (phrase.organisation is not None or lines or (bracket and self.new_line(name.start)))

    def _own_line(self, name: Named) -> bool:
        """Whether a name without an office above or before it begins a line: "Anna Beispiel" above "Leiterin"."""
        opens = name.start == self.scan.doc.sentences[self.scan.doc.sentence_at[name.start]][0]
        return (opens or self.new_line(name.start)) and name.start not in self.preceded

    def _late(self, name: Named, gap: list[str], phrase: RolePhrase) -> bool:
        """Whether an apposition follows the rest of its clause: "das machte X deutlich, Leiterin des Y."."""
        if self._extraposed(name, gap, phrase):
            return True
        if not 1 < len(gap) <= 4 or gap[-1] != "," or phrase.article or phrase.possessive or phrase.plural():
            return False
        told = phrase.organisation is not None or self.words[phrase.head + 1 : phrase.head + 2] in (
            ["eines"],
            ["einer"],
        )
        spoke = gap[:-1] == ["zu", "Wort"]
        if not told or not (spoke or all(w.islower() and w.isalpha() and w not in _AND for w in gap[:-1])):
            return False
        verb = self._with_office(name) - 1
        verb -= verb > 0 and self.words[verb] == "sich"  # "meldete sich X zu Wort, Leiterin des Y"
        ended = phrase.end >= self.scan.limits[phrase.head] or self.words[phrase.end] in (".", ":", ",")
        return ended and verb >= 0 and self.scan.doc.types[verb].verb and not self.disagree(phrase, name)

    def _extraposed(self, name: Named, gap: list[str], phrase: RolePhrase) -> bool:
        """Whether an apposition closes the sentence behind its verb: "wurde X geehrt, die Leiterin des Y."."""
        if len(gap) != 2 or gap[1] != "," or phrase.article not in ("der", "die") or phrase.plural():
            return False
        told = phrase.organisation is not None or self.words[phrase.head + 1 : phrase.head + 2] in (["der"], ["des"])
        ended = phrase.end >= self.scan.limits[phrase.head] or self.words[phrase.end] == "."
        closed = self.scan.doc.types[name.end].participle or self.words[name.end] in _PARTICLES
        return told and ended and closed and not self.disagree(phrase, name)

    def _without_place(self, name: Named, gap: list[str], phrase: RolePhrase) -> list[str]:
        """A gap without where somebody works or lives: "A vom Jobcenter X, Leiterin", "B, Köln, Vorsitzender"."""
        if gap[:1] and gap[0] in ("vom", "von", "aus", "bei", "beim") and gap[-1] == ",":
            for token in (name.end + 1, name.end + 2):
                if token in self.places.at and self.places.at[token][0] == phrase.first - 1:
                    return [","]
        if gap[:1] == [","] and gap[1:2] and gap[1] in ("bei", "beim", "im") and phrase.organisation is not None:
            return [","] if self.places.ending.get(phrase.first, (0, 0))[1] == phrase.organisation else gap
        if gap[:1] == [","] and gap[1:2] and gap[1].isdigit() and gap[2:] in ([","], ["Jahre", "alt", ","]):
            return [","]  # "X, 45, Leiterin", "X, 45 Jahre alt, Leiterin"
        limit = self.scan.limits[phrase.head]
        if len(gap) == 3 and gap[0] == gap[2] == "," and gap[1][:1].isupper() and not self.scan.roles[phrase.first - 2]:
            return [","] if phrase.end >= limit or self.new_line(phrase.end) else gap
        if gap == [":"] and name.start == self.scan.doc.sentences[self.scan.doc.sentence_at[name.start]][0]:
            return [","] if phrase.end + 1 >= limit else gap
        return gap

    def _nominative(self, name: Named) -> bool:
        """Whether an office tied before a name stands in the nominative, so that an apposition would too."""
        phrase = self.preceded.get(name.start)
        return phrase is not None and phrase.article == "der" and phrase.word.gender != "f"

    def _closes(self, phrase: RolePhrase) -> bool:
        """Whether an apposition ends where the phrase does: punctuation, "und", a verb or the end of the sentence."""
        if phrase.end >= self.scan.limits[phrase.head]:
            return True
        if self.new_line(phrase.end):
            return True
        token = self.words[phrase.end]
        if not token[:1].isalnum():
            return True
        return token in _AND or token[:1].islower() or self.next_name(phrase.end) is None

    def behind_genitives(self, phrase: RolePhrase) -> Named | None:
        """A name behind what a phrase could not take in: "die Vorsitzende der LAG | der freien Wohlfahrtspflege, X"."""
        limit = self.scan.limits[phrase.head]
        at = phrase.end
        if phrase.article not in ("der", "die") or at >= limit or self.words[at] not in _DEPENDING:
            return None
        for token in range(at + 1, min(limit, at + 9)):
            if self.words[token] == ",":
                name = self.next_name(token + 1)
                if name is None or self.disagree(phrase, name):
                    return None
                if phrase.plural():
                    return name if len(self.list_from(name, phrase)) > 1 else None
                return name if self.words[name.end : name.end + 1] in ([","], ["("], []) or name.end >= limit else None
            word = self.scan.doc.types[token]
            if word.verb or self.scan.roles[token] or token in self.by_start or not (word.alpha or word.digit):
                return None
        return None

    def townsman(self, phrase: RolePhrase) -> Named | None:
        """The name behind where its bearer is from: "der Landrat des Kreises Y, | der Musterstädter X, …"."""
        at = phrase.end + 1
        town = self.words[at + 1 : at + 2]
        from_town = town and town[0][:1].isupper() and town[0].endswith(("er", "erin"))
        return self.next_name(at + 2) if from_town and self.words[at] == phrase.article else None

    def across(self, phrase: RolePhrase) -> Named | None:
        """A name behind an insertion between commas: "der Vorsitzende der X, Nachfolgerin der Y, Anna Beispiel"."""
        limit = self.scan.limits[phrase.head]
        for token in range(phrase.end + 1, min(limit, phrase.end + 9)):
            if self.words[token] == ",":
                return self.next_name(token + 1)
            if self.scan.doc.types[token].verb or self.scan.roles[token] or token in self.by_start:
                return None
        return None
