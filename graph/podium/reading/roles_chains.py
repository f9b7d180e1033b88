"""Offices joined to one that is tied: "GdP-Vize und Tarifexperte X", "X, Landrat und Präsident des Y"."""

from dataclasses import replace

from podium.reading.roles_appositions import AppositionLinks
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_posts import POSTS

__all__ = ["ChainLinks"]

_NOWADAYS = frozenset("heute jetzt nun inzwischen mittlerweile derzeit aktuell seit später zuletzt".split())
_LATER = frozenset(["zugleich", "auch", "ebenfalls", "anschließend", "danach", "dann", "später", "davor", "zuvor"])
_FROM = frozenset(["von", "vom", "der", "des", "beim"])


class ChainLinks(AppositionLinks):
    """Ties the offices that stand beside a tied one."""

    def chains(self) -> None:
        """Offices joined to one that is tied: "GdP-Vize und Tarifexperte X", "X, Landrat und Präsident des Y"."""
        for number in range(len(self.phrases) - 1, 0, -1):
            one, two = self.phrases[number - 1], self.phrases[number]
            twice = two.article and self._both_articles(one, two)
            if number in self.tied and number - 1 not in self.tied and (twice or not (two.article or two.possessive)):
                name, rule = self.tied[number]
                if one.article in ("des", "der") and self.words[one.first - 1] in POSTS:
                    continue  # "übernimmt das Amt des Vorsitzenden, Landrat B …"
                joint = self.words[one.end : two.first]
                if one.first and self.words[one.first - 1] == "als" and self.previous(one) is not None:
                    continue  # "A als Sprecher des X und Landrat B"
                if not joint and one.word.head == "vorsitzend" and two.word.head.endswith("richter"):
                    continue  # "Vorsitzender Richter"
                close = joint in ([], ["und"], ["sowie"], ["&"], ["/"], ["und", "zugleich"]) or (
                    joint == [","] and bool(one.article or one.possessive)
                )
                if close and rule in ("role-before-name", "label") and not one.plural() and two.word.number != "p":
                    if one.former and joint and not two.former:
                        self._make_former(two)
                    self.tie(number - 1, name, rule)
        for number in range(1, len(self.phrases)):
            one, two = self.phrases[number - 1], self.phrases[number]
            if number - 1 in self.tied and number not in self.tied and not two.article:
                name, rule = self.tied[number - 1]
                joint = [w for w in self.words[one.end : two.first] if w not in _LATER]
                if rule in ("apposition", "bracket", "als", "predicate") and joint in (["und"], ["sowie"], ["&"]):
                    self._share_organisation(one, two)
                    if one.former and one.article and not two.former:
                        two = self.phrases[number] = replace(two, former=True)
                if rule in ("apposition", "bracket", "als", "predicate") and joint in (
                    [],
                    ["und"],
                    ["sowie"],
                    [","],
                    ["&"],
                    [";"],
                    ["/"],
                    [",", "und"],
                ):
                    self.tie(number, name, rule)

    def _both_articles(self, one: RolePhrase, two: RolePhrase) -> bool:
        """Whether two offices in one case are one person's: "mit dem Präsidenten, dem Kölner Landrat X, …"."""
        if one.article != two.article or self.words[one.end : two.first] != [","]:
            return False
        name = self.next_name(two.end)
        if name is None or name.end >= self.scan.limits[name.first] or one.plural() or two.plural():
            return False
        end = self.closing(name.end, self.scan.limits[name.first]) if self.words[name.end] == "(" else None
        at = end + 1 if end else name.end
        return self.words[at : at + 1] == [","]

    def _make_former(self, phrase: RolePhrase) -> None:
        """ "Die ehemalige A und B X": both are over."""
        for at, link in enumerate(self.links):
            if link.phrase is phrase:
                self.links[at] = replace(link, phrase=replace(phrase, former=True))

    def _share_organisation(self, one: RolePhrase, two: RolePhrase) -> None:
        """ "Vorsitzende und Geschäftsführerin des X": both are of X; not "gelernte Köchin und heute Leiterin des X"."""
        if "gelernte" in " ".join(self.words[one.first : one.head]) or self.words[two.first] in _NOWADAYS:
            return
        if self.words[one.head + 1] in _FROM and one.end > one.head + 1:
            return  # "Sprecherin der Verbände im Land und Vorsitzende des X"
        if one.organisation is None and not one.behind and two.organisation is not None and one.end + 1 == two.first:
            for at, link in enumerate(self.links):
                if link.phrase is one and link.organisation is None:
                    self.links[at] = replace(link, organisation=two.organisation)
