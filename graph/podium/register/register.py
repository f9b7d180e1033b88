"""The register as one value with its look-ups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from podium.register import jobcenters as _jobcenters
from podium.register.dates import overlap
from podium.register.events import EventIndex
from podium.register.jobcenters import JobcenterIndex
from podium.register.model import (
    CarrierArrangement,
    District,
    EventSeries,
    KnownPerson,
    MunicipalCarrier,
    RegisteredEdition,
    RegisteredInstrument,
    RegisteredJobcenter,
    RegisteredOrganisation,
    RegisteredTenure,
)
from podium.register.names import key
from podium.register.office_kinds import single_seat
from podium.register.offices import OfficeIndex, certainly_in_office
from podium.register.organisations import OrganisationIndex
from podium.register.persons import PersonIndex

__all__ = ["LAENDER", "Indexes", "Register"]

LAENDER = (
    "Baden-Württemberg", "Bayern", "Berlin", "Brandenburg", "Bremen", "Hamburg", "Hessen", "Mecklenburg-Vorpommern",
    "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen", "Sachsen-Anhalt",
    "Schleswig-Holstein", "Thüringen",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Indexes:
    """The look-ups of a register, each by subject."""

    organisations: OrganisationIndex
    jobcenters: JobcenterIndex
    offices: OfficeIndex
    events: EventIndex
    persons: PersonIndex


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """All that is known before reading; `as_of` is the ISO day up to which it was brought together.

    Names are given in the nominative; umlauts, case, hyphens and spaces do not count, but the case of abbreviations
    does. Look-ups answer None or an empty tuple where nothing or more than one thing can be meant.
    """

    as_of: str
    organisations: tuple[RegisteredOrganisation, ...]
    jobcenters: tuple[RegisteredJobcenter, ...]
    districts: tuple[District, ...]
    municipal_carriers: tuple[MunicipalCarrier, ...]
    tenures: tuple[RegisteredTenure, ...]
    instruments: tuple[RegisteredInstrument, ...]
    series: tuple[EventSeries, ...]
    editions: tuple[RegisteredEdition, ...]
    shared_seats: Mapping[str, int] = field(repr=False)
    authorities: Mapping[str, tuple[str, ...]] = field(repr=False)
    indexes: Indexes = field(repr=False)

    def organisation(self, name: str) -> RegisteredOrganisation | None:
        """The organisation (no jobcenter) of a name, abbreviation or alias, the existing one of several."""
        return self.indexes.organisations.find(name)

    def organisation_on(self, name: str, date: str | None) -> RegisteredOrganisation | None:
        """The organisation that bore a name on an ISO date: "Bundesarbeitsministerium" in 2000 is the BMA."""
        return self.indexes.organisations.find(name, date)

    def jobcenter(self, name: str) -> RegisteredJobcenter | None:
        """The jobcenter of a name or place: "Job-Center Köln", "Jobcenter im Kreis Unna", "Landkreis Leipzig"."""
        return self.indexes.jobcenters.find(name)

    def in_town(self, jobcenter: RegisteredJobcenter) -> bool:
        """Whether one of the districts of a jobcenter is a town of its own."""
        return self.indexes.jobcenters.in_town(jobcenter)

    def carrier_type(self, jobcenter: RegisteredJobcenter | str, date: str) -> str | None:
        """ "gE" or "zkT" on an ISO date of any precision; None where the register cannot say."""
        found = self.jobcenter(jobcenter) if isinstance(jobcenter, str) else jobcenter
        return _jobcenters.carrier_type(found, date) if found else None

    def holders(self, title: str, date: str, organisation: str | None = None) -> tuple[RegisteredTenure, ...]:
        """Those who certainly held an office on an ISO date, with the gender of the title.

        `title` is "Bundesarbeitsministerin", "Präsident", "Chefin", "BA-Chef", "Sozialminister"; `organisation` is a
        name, an IRI or a Land. A title that many organisations have needs one.
        """
        offices = self.indexes.offices
        if organisation is None:
            found = offices.by_title(title, date)
            return found or self._of_compound(title, date)
        if organisation in LAENDER:
            return offices.of_land(organisation, title, date)
        for iri in self._iris(organisation, date):
            found = offices.of_organisation(iri, title, date)
            if found:
                return found
        return ()

    def tenure(
        self, person_iri: str, title: str, date: str, organisation: str | None = None
    ) -> RegisteredTenure | None:
        """The tenure that a release of a date means when it gives a person this title; None where none or several fit.

        Unlike `holders` it asks for no certainty: the register must not say that the tenure had not begun or was over.
        """
        found = self.indexes.offices.of_person(person_iri, title)
        if found and organisation is not None:
            iris = set(self._iris(organisation, date))
            found = [each for each in found if each.organisation_iri in iris]
        found = [each for each in found if overlap(each.valid_from, each.valid_until, date)]
        return found[0] if len(found) == 1 else None

    def in_office(self, tenure: RegisteredTenure, date: str) -> bool:
        """Whether a tenure certainly covers all of an ISO date of any precision."""
        return certainly_in_office(tenure, date, self.as_of)

    def seats(self, tenure: RegisteredTenure) -> int | None:
        """How many persons hold the tenure's office at once, as far as the register says."""
        return self.shared_seats.get(tenure.office_iri, 1 if single_seat(tenure.office_m) else None)

    def current_arrangement(self, jobcenter: RegisteredJobcenter) -> CarrierArrangement | None:
        """The arrangement of a jobcenter on the register's date; None for a jobcenter that has ended."""
        return next((each for each in jobcenter.arrangements if each.valid_until is None), None)

    def same_as(self, name: str) -> tuple[str, ...]:
        """IRIs of a person or organisation in other authorities' files (Wikidata, GND, VIAF, LCCN)."""
        return self.authorities.get(name, ())

    def person(self, name: str) -> tuple[KnownPerson, ...]:
        """Persons of a name (without titles) that the register knows; several are namesakes."""
        return self.indexes.persons.find(name)

    def edition(
        self, series_name: str, date: str | None = None, published: str | None = None
    ) -> RegisteredEdition | None:
        """The edition of a series on a date, else the one within 60 days of the day of publication."""
        return self.indexes.events.edition(series_name, date, published)

    def event_series(self, name: str) -> EventSeries | None:
        """The event series of a name or alias."""
        return self.indexes.events.series(name)

    def place_names(self) -> frozenset[str]:
        """Names of districts, their towns and the Länder, so that no town is taken for a person."""
        return frozenset(self._places())

    def _places(self) -> Iterator[str]:
        yield from LAENDER
        for district in self.districts:
            yield district.name
            yield district.name.split(" (", 1)[0]

    def _iris(self, organisation: str, date: str) -> Iterator[str]:
        if organisation.startswith("https://"):
            yield organisation
            return
        found = self.organisation_on(organisation, date) or self.organisation(organisation)
        if found:
            yield found.iri
        jobcenter = self.jobcenter(organisation) if "center" in key(organisation) or not found else None
        if jobcenter:
            yield jobcenter.iri

    def _of_compound(self, title: str, date: str) -> tuple[RegisteredTenure, ...]:
        """Holders of "BA-Chefin", "DGB-Vorsitzende", "IAB-Direktor": an organisation, a hyphen and a title."""
        head, hyphen, tail = title.rpartition("-")
        organisation = self.organisation_on(head, date) if hyphen else None
        return self.indexes.offices.of_organisation(organisation.iri, tail, date) if organisation else ()
