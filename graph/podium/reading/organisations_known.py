"""Organisations known by name: of the register, of the lexicon, and media; with their abbreviations."""

import re
from dataclasses import replace
from functools import cache

from podium.namespaces import iri
from podium.reading.gazetteer import Gazetteer
from podium.reading.inflection import is_adjective
from podium.reading.lexicon import lines, table
from podium.reading.values import value
from podium.register.register import Register

__all__ = ["Found", "Known", "KnownName", "known_names"]

_NOT_IN_TEXT = frozenset(lines("organisations_not.txt", "forms"))
# How lists of guests shorten the first word of a name: "Dt. Rotes Kreuz", "Parität. Wohlfahrtsverband".
_SHORTENED = {
    "Deutscher": "Dt",
    "Deutsche": "Dt",
    "Deutsches": "Dt",
    "Paritätischer": "Parität",
    "Diakonisches": "Diakon",
}
_PATTERNED = ("Landkreis ", "Kreis ", "Stadt ", "Land ")  # found by pattern


@value
class KnownName:
    """An organisation under one of its names: `form` is that name, `name` the proper one, both nominative."""

    iri: str
    name: str
    kind: str
    type: str = ""
    form: str = ""

    @property
    def short(self) -> bool:
        """Whether the form is an abbreviation ("BA", "ver.di") or another single word that stands for a longer name."""
        return " " not in self.form and self.form != self.name


@value
class Found:
    """An organisation found at the tokens `first` … `end`-1; `key` says which one it is.

    `name` is nominative as printed; `form` is "name" or "alias"; `head` is the noun by which "der Verband" can mean it.
    `sure` is false where the name alone does not say which one it is beyond this text ("Sozialministerium"). `short` is
    an abbreviation that stands within the name as printed ("Volkshochschule (VHS) Heide"), `party` the IRI of the party
    whose group in a parliament it is.
    """

    first: int
    end: int
    name: str
    key: str
    kind: str
    form: str = "name"
    head: str = ""
    sure: bool = True
    short: str = ""
    party: str = ""


@value
class Known:
    """Look-ups by name in text (`names`), and by the first part of a compound (`parts`: "BA" of "BA-Chef")."""

    names: Gazetteer[KnownName]
    parts: dict[str, KnownName]
    by_iri: dict[str, KnownName]


@cache
def known_names(register: Register) -> Known:
    """All known organisations; those of the register come first, those still existing before renamed ones."""
    known = Known(Gazetteer(), {}, {})
    for organisation in sorted(register.organisations, key=lambda o: o.valid_until is not None):
        if organisation.kind == "territory" and organisation.name != "Europäische Union":
            continue
        if (
            organisation.kind == "municipality" and organisation.name.startswith(_PATTERNED)
        ) or organisation.name in _NOT_IN_TEXT:
            continue
        if organisation.kind == "municipality" and organisation.land == organisation.name:
            continue
        if organisation.type == "Fraktion" or "fraktion" in organisation.name.lower():
            continue  # "SPD-Fraktion" names the SPD
        kind = "other" if organisation.kind == "territory" else organisation.kind
        entry = KnownName(organisation.iri, organisation.name, kind, organisation.type)
        _enter(known, entry, organisation.abbreviation or "", organisation.aliases)
    for row in table("organisations.csv"):
        entry = KnownName(iri("organisation", row["name"]), row["name"], row["kind"])
        _enter(known, entry, row["abbreviation"], tuple(row["aliases"].split("|")))
    for name in lines("media.txt"):
        _enter(known, KnownName(iri("organisation", name), name, "media"), "", ())
    return known


def _enter(known: Known, entry: KnownName, abbreviation: str, aliases: tuple[str, ...]) -> None:
    known.by_iri.setdefault(entry.iri, entry)
    for form in (entry.name, abbreviation, *aliases):
        if not form or form in _NOT_IN_TEXT or (" " in form and form[0].islower() and is_adjective(form.split(" ")[0])):
            continue
        if form != abbreviation and abbreviation and form.endswith(" " + abbreviation):
            continue  # "Dienstleistungsgewerkschaft ver.di" is a noun with a name behind it
        bare = re.sub(r" \((?!Oder|Saale)[^)]*\)$", "", form)
        value = replace(entry, form=bare)
        known.names.add(bare, value)
        first, _, rest = bare.partition(" ")
        if rest and first in _SHORTENED:
            known.names.add(f"{_SHORTENED[first]} . {rest}", value)  # the tokeniser cuts the stop off
        if bare.startswith("IG "):
            known.parts.setdefault(bare.replace(" ", "-"), value)  # "IG-Metall-Bezirk Mitte"
        if " " not in bare:
            known.parts.setdefault(bare, value)
            if bare == "Grüne":
                known.parts.setdefault("Grünen", value)
