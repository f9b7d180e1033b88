"""Building the register from its files."""

from functools import cache

from podium.namespaces import iri
from podium.register import places, tables
from podium.register.events import EventIndex
from podium.register.files import rows
from podium.register.jobcenters import JobcenterIndex
from podium.register.offices import OfficeIndex
from podium.register.organisations import OrganisationIndex
from podium.register.persons import PersonIndex
from podium.register.register import Indexes, Register

__all__ = ["load"]


@cache
def load() -> Register:
    """The register, read once a process; raises RegisterError where a file is missing or broken."""
    about = {row["key"]: row["value"] for row in rows("about.csv")}
    districts = places.districts()
    carriers = places.municipal_carriers()
    organisations = places.organisations(districts, carriers)
    jobcenters = places.jobcenters({district.ags: district for district in districts})
    finder = OrganisationIndex(organisations)
    jobcenter_finder = JobcenterIndex(jobcenters, {district.ags: district for district in districts})

    def organisation_iri(name: str) -> str:
        found = finder.find(name)
        if found is not None:
            return found.iri
        jobcenter = next((each for each in jobcenters if each.name == name), None)
        return jobcenter.iri if jobcenter else iri("organisation", name)

    tenures = tables.tenures(organisation_iri)
    series = tables.series()
    editions = tables.editions({each.name: each for each in series})
    return Register(
        as_of=about["as_of"],
        organisations=organisations,
        jobcenters=jobcenters,
        districts=districts,
        municipal_carriers=carriers,
        tenures=tenures,
        instruments=tables.instruments(),
        series=series,
        editions=editions,
        shared_seats=tables.shared_seats(organisation_iri),
        authorities=tables.authorities(),
        indexes=Indexes(
            organisations=finder,
            jobcenters=jobcenter_finder,
            offices=OfficeIndex(tenures, {each.iri: each for each in organisations}, about["as_of"]),
            events=EventIndex(series, editions),
            persons=PersonIndex(tenures, editions),
        ),
    )
