"""Values of the register: what is known before any release is read, each with its source and its row.

Dates are ISO texts at the precision known ("2021", "2021-04", "2021-04-28"); an empty cell is None. `row` names the
line of the file it comes from ("offices.csv:17").
"""

import re
from dataclasses import dataclass

from podium.errors import PodiumError

__all__ = [
    "CarrierArrangement",
    "District",
    "EventSeries",
    "KnownPerson",
    "MunicipalCarrier",
    "RegisterError",
    "RegisteredEdition",
    "RegisteredInstrument",
    "RegisteredJobcenter",
    "RegisteredOrganisation",
    "RegisteredTenure",
]


class RegisterError(PodiumError, ValueError):
    """A file of the register is missing or broken; `str()` names file, line and reason."""


@dataclass(frozen=True, slots=True)
class RegisteredOrganisation:
    """An organisation under one name; `kind` is a kind of the contract of `podium read`, `type` the German word.

    An organisation that was renamed (a ministry) has one entry per name, each with the interval of that name.
    """

    iri: str
    name: str
    abbreviation: str | None
    aliases: tuple[str, ...]
    kind: str
    type: str
    parent: str | None
    valid_from: str | None
    valid_until: str | None
    land: str | None
    source: str
    row: str

    @property
    def unverified(self) -> bool:
        """Whether the register itself says that its source was not seen."""
        return self.source.startswith("unverified")


@dataclass(frozen=True, slots=True)
class CarrierArrangement:
    """Who carries a jobcenter and in what form; `carrier_type` is "gE", "zkT", "ARGE" or "getrennt".

    `carriers` are IRIs of organisations. `valid_from` is None where no source says since when.
    """

    iri: str
    carrier_type: str
    carriers: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None
    source: str


@dataclass(frozen=True, slots=True)
class RegisteredJobcenter:
    """A jobcenter (§ 6d SGB II); `carrier_type` is the last one known, "gE" (§ 44b) or "zkT" (§ 6a).

    `carriers` are IRIs of organisations, `districts` IRIs of districts; `ags` their official keys. `valid_from` and
    `valid_until` bound the jobcenter itself, not its form. `unverified` is true where name or layout were not seen.
    """

    iri: str
    name: str
    aliases: tuple[str, ...]
    carrier_type: str
    carriers: tuple[str, ...]
    districts: tuple[str, ...]
    ags: tuple[str, ...]
    land: str
    valid_from: str | None
    valid_until: str | None
    unverified: bool
    source: str
    row: str
    arrangements: tuple[CarrierArrangement, ...] = ()
    website: str | None = None


@dataclass(frozen=True, slots=True)
class District:
    """A Landkreis, Kreis, kreisfreie Stadt or Kommunalverband; `ags` is the official key, five digits.

    `municipality` is the body that governs it, as IRI of an organisation.
    """

    iri: str
    ags: str
    name: str
    official_name: str
    kind: str
    land: str
    nuts3: str | None
    municipality: str
    valid_until: str | None
    source: str
    row: str


@dataclass(frozen=True, slots=True)
class MunicipalCarrier:
    """A Kommune that carries the Grundsicherung alone (zkT, Anlage to the KomtrZV); `iri` is the Kommune's."""

    iri: str
    name: str
    kind: str
    land: str
    ags: str | None
    valid_from: str
    valid_until: str | None
    status: str
    source: str
    row: str


@dataclass(frozen=True, slots=True)
class RegisteredTenure:
    """One person in one office; `office_m` and `office_f` are the title's two grammatical forms.

    `seen` are days, months or years in which a source shows the person in office, in order. `open` means: no end and
    no successor is known, so that the person counts as in office up to the register's date; without `open`, a missing
    `valid_until` means that the end is unknown. `acting` holds the word of the source (kommissarisch).
    """

    iri: str
    person_iri: str
    person: str
    academic_title: str | None
    gender: str | None
    office_iri: str
    office_m: str
    office_f: str
    organisation: str
    organisation_iri: str
    valid_from: str | None
    valid_until: str | None
    open: bool
    seen: tuple[str, ...]
    announced: bool
    acting: str | None
    note: str | None
    source: str
    row: str


@dataclass(frozen=True, slots=True)
class RegisteredInstrument:
    """A law, benefit, programme or instrument of labour-market policy, as it is named in law or in the press.

    `broader` and `replaced_by` are names of other instruments.
    """

    iri: str
    name: str
    aliases: tuple[str, ...]
    legal_basis: str | None
    kind: str
    valid_from: str | None
    valid_until: str | None
    english: str | None
    broader: str | None
    replaced_by: str | None
    source: str
    row: str


@dataclass(frozen=True, slots=True)
class EventSeries:
    """A gathering that returns ("Tag der Jobcenter"); its editions are `RegisteredEdition`s."""

    iri: str
    name: str
    aliases: tuple[str, ...]
    organiser: str | None
    since: str | None
    source: str
    row: str


@dataclass(frozen=True, slots=True)
class RegisteredEdition:
    """One dated gathering of a series; `format` is "Präsenz", "digital", "hybrid", "verschoben", "ausgefallen".

    `participants` are pairs of a person's IRI and name; they were listed, which does not say that they spoke.
    """

    iri: str
    series: str
    series_iri: str
    edition: str
    date_from: str | None
    date_until: str | None
    place: str | None
    format: str | None
    organiser: str | None
    participants: tuple[tuple[str, str], ...]
    note: str | None
    source: str
    row: str

    @property
    def label(self) -> str:
        """Name of the edition: "Tag der Jobcenter 2021", "96. Arbeits- und Sozialministerkonferenz"."""
        if re.fullmatch(r"\d{1,3}", self.edition):
            return f"{self.edition}. {self.series}"
        return f"{self.series} {self.edition}"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person whose name the register knows; `origin` is "office", "participant" or "bundestag"."""

    iri: str
    name: str
    academic_title: str | None
    gender: str | None
    party: str | None
    origin: str
    row: str
