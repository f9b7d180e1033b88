"""Known instruments by name: in full, in compounds ("Hartz-IV-Satz"), as halves ("Kinder- und Elterngeld")."""

import re
from collections.abc import Sequence
from functools import cache

from podium.namespaces import iri
from podium.reading.gazetteer import Gazetteer, stem
from podium.reading.instruments_citations import law_codes
from podium.reading.instruments_entries import Entry, Hit, book
from podium.reading.lexicon import lines, table
from podium.register.register import Register

__all__ = ["Names", "names_of"]

_FOLD = str.maketrans("äöüÄÖÜ", "aouAOU")
# What makes a compound a person in short-time work, not the benefit ("Kurzarbeiter"), or an organisation of its own.
_NEVER = re.compile(
    r"kommission|rat$|tag$|konferenz|minister|ausschuss|kasse|gericht|verband|versicherung$|"
    r"^(?:e?r|erin|e?rinnen|e?rn|e?rs|end|ende|enden|ender|e|s|es|n|en)$"
)
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_LAW = ("gesetz", "gesetzes")
# Heads that two benefits can share.
_HEADS = tuple(
    "geld gutschein duldung kurs versicherung gesetz zuschuss zuschlag hilfe prämie bonus scheck beihilfe pauschale "
    "zeit stipendium titel ticket".split()
)
_AND = frozenset(", und oder sowie bzw. beziehungsweise als auch wie das die der dem".split())


@cache
def _fold(form: str) -> str:
    """Key of a word with umlauts folded, so that "Regelsätze" meets "Regelsatz"."""
    return stem(form).translate(_FOLD)


class Names:
    """Known instruments by name, and those in one word for compounds."""

    def __init__(self, register: Register) -> None:
        self.names: Gazetteer[Entry] = Gazetteer(key=_fold, shrinks=True)
        self.parts: dict[str, Entry] = {}
        self.codes: dict[str, str] = {}  # "AufenthG" by "Aufenthaltsgesetz"
        self.firsts: dict[str, list[tuple[str, Entry]]] = {}  # "Arbeitslosen": "geld", Arbeitslosengeld
        self._fused: dict[str, list[Entry]] = {}
        self._capital = frozenset(lines("instruments_not.txt", "small"))
        excluded = frozenset(lines("instruments_not.txt", "forms"))
        by_name = {each.name: each.iri for each in register.instruments}
        for row in table("instruments.csv"):
            target = by_name.get(row["name"], iri("instrument", row["name"]))
            for form in (row["name"], *row["forms"].split("|")):
                self._enter(Entry(target, row["name"], form))
                if form in law_codes():
                    self.codes.setdefault(row["name"], form)
        for each in register.instruments:
            for form in (each.name, *each.aliases):
                if form not in excluded:
                    self._enter(Entry(each.iri, each.name, re.sub(r" \([^)]*\)$", "", form)))
                if form in law_codes():
                    self.codes.setdefault(each.name, form)
        for code in sorted(law_codes()):
            if code.isalpha() and any(map(str.islower, code[1:])):
                self._enter(book(code))  # "BUrlG" says by its letters that it is a law

    def _enter(self, entry: Entry) -> None:
        form = entry.form
        if not form:
            return
        for spelling in {form, _HYPHEN.sub(" ", form), form.replace(" ", "-")}:
            self.names.add(spelling, entry)
        if form[-1].isdigit():
            self.names.add(f"{form}.", entry)  # the tokeniser leaves the full stop in "Rente mit 63."
        joined = form.replace(" ", "-")
        if joined.count("-") < 3:
            self.parts.setdefault(joined, entry)
        if form.isalpha() and len(form) >= 7:
            self._fused.setdefault(form[:5], []).append(entry)
            for head in _HEADS:
                if form.endswith(head) and len(form) - len(head) > 3:
                    self.firsts.setdefault(form.removesuffix(head), []).append((head, entry))

    def goes_on(self, words: Sequence[str], at: int) -> bool:
        """Whether a name of several words can begin at token `at`."""
        after = words[at + 1] if at + 1 < len(words) else ""
        return self.names.goes_on(words[at], after) or "-" in after[1:-1]

    def known(self, words: Sequence[str], at: int) -> list[Hit]:
        """The instrument whose name begins at token `at`; also before its number in a compound ("Hartz | IV-Satz")."""
        if at + 1 < len(words) and "-" in words[at + 1][1:-1]:
            hit = self.names.longest([words[at], words[at + 1].split("-", 1)[0]], 0)
            if hit and hit[0] == 2:  # "ESF Plus-Projekt „X“" is the project
                return [Hit(at, at + 2, hit[1], "alias")] if words[at + 2 : at + 3] != ["„"] else []
        hit = self.names.longest(words, at)
        if hit is None or (hit[1].form in self._capital and words[at][0].islower()) or _within_unit(words, at):
            return []
        if (
            at > 1
            and words[at - 1] == "und"
            and words[at - 2][-1] == "-"
            and words[at].endswith(("gesetz", "gesetzes"))
        ):
            return []  # "Vergabe- und Tariftreuegesetz" is a law of its own
        return [Hit(at, hit[0], hit[1], "name")]

    def shared(self, words: Sequence[str], at: int) -> Entry | None:
        """The instrument that a first half names whose second half comes later: "Arbeitslosen- | und Krankengeld"."""
        number = at + 1
        while number < min(at + 8, len(words)) and (words[number] in _AND or words[number][-1] == "-"):
            number += 1
        last = words[number].lower().rstrip("esn") if number < len(words) else ""
        two = words[number - 1] in ("das", "des", "dem")  # "Kinder- und Jugendstärkungsgesetz" is one law
        for head, entry in self.firsts[words[at][:-1]]:
            if last.endswith(head.rstrip("esn")) and (two or head != "gesetz"):
                return entry
        return None

    def of_compound(self, form: str) -> Entry | None:
        """The instrument that a compound names: "Hartz-IV-Sanktionen", "Sozialhilfeempfänger"."""
        if (form.islower() and len(form) > 12) or (form.isupper() and len(form) > 7 and form.isalpha()):
            known = self.names.longest([form.capitalize()], 0)  # "BÜRGERGELD", "bürgergeldberechtigte"
            return known[1] if known else self._fused_with(form.capitalize()) if form.islower() else None
        cut = form.rfind("-")
        if cut > 0 and form[0].isalnum():
            joined = self.names.longest([form[0] + form[1:].replace("-", "").lower()], 0)
            if joined and cut < len(form) - 4:
                return joined[1]  # "Kinder-Grundsicherung"
            if form[cut + 1 :].startswith("Richtlinie") and form[:cut] in self.parts:
                return Entry(iri("instrument", form), form, form)  # "ESF-Richtlinie" is a thing of its own
            last = self.names.longest([form[cut + 1 :]], 0)
            if last and len(last[1].form) > 6:
                return last[1]
        while cut > 0:
            entry = self.parts.get(form[:cut]) or self.parts.get(form[:cut].removesuffix("s"))
            if entry is not None:
                return entry
            cut = form.rfind("-", 0, cut)
        return self._fused_with(form)

    def _fused_with(self, form: str) -> Entry | None:
        """The instrument that begins a compound without a hyphen: "Sozialhilfeempfänger"."""
        for entry in self._fused.get(form[:5], ()):
            rest = form[len(entry.form) :]
            if not rest or not form.startswith(entry.form) or not (rest.isalpha() and rest.islower()):
                continue
            if not _NEVER.search(rest) and not (entry.form == "Kurzarbeit" and rest.startswith("er")):
                return entry
        return None


_UNITS = frozenset("Referat Sachgebiet Fachdienst Fachbereich Abteilung Fachverband Fachverbands Fachverbandes".split())


def _within_unit(words: Sequence[str], at: int) -> bool:
    """Whether the words name a unit of an organisation: "Referat Arbeitslosenhilfe"."""
    return at > 0 and words[at - 1] in _UNITS


@cache
def names_of(register: Register) -> Names:
    """The known instruments of a register, and those of the lexicon."""
    return Names(register)
