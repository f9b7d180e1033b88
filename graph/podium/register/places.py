"""From rows to values: districts, Kommunen, organisations and jobcenters."""

from collections.abc import Iterable, Mapping

from podium.namespaces import iri
from podium.register.files import Row, rows, several
from podium.register.model import (
    CarrierArrangement,
    District,
    MunicipalCarrier,
    RegisteredJobcenter,
    RegisteredOrganisation,
    RegisterError,
)

__all__ = ["districts", "jobcenters", "municipal_carriers", "organisations"]

_FEDERAL_AGENCY = iri("organisation", "Bundesagentur für Arbeit")


def districts() -> tuple[District, ...]:
    """districts.csv."""
    return tuple(
        District(
            iri=iri("district", row["ags"]),
            ags=row["ags"],
            name=row["name"],
            official_name=row["official_name"],
            kind=row["kind"],
            land=row["land"],
            nuts3=row.get_or_none("nuts3"),
            municipality=iri("organisation", row["municipality"]),
            valid_until=row.get_or_none("valid_until"),
            source=row["source"],
            row=row.where,
        )
        for row in rows("districts.csv", ("ags", "name", "kind", "land", "municipality", "source"))
    )


def municipal_carriers() -> tuple[MunicipalCarrier, ...]:
    """municipal_carriers.csv."""
    return tuple(
        MunicipalCarrier(
            iri=iri("organisation", row["name"]),
            name=row["name"],
            kind=row["kind"],
            land=row["land"],
            ags=row.get_or_none("ags"),
            valid_from=row["valid_from"],
            valid_until=row.get_or_none("valid_until"),
            status=row["status"],
            source=row["source"],
            row=row.where,
        )
        for row in rows("municipal_carriers.csv", ("name", "land", "valid_from", "status", "source"))
    )


def organisations(
    all_districts: Iterable[District], carriers: Iterable[MunicipalCarrier]
) -> tuple[RegisteredOrganisation, ...]:
    """organisations.csv, then the Kommunen of districts.csv, then former municipal carriers."""
    found: dict[str, RegisteredOrganisation] = {}
    for row in rows("organisations.csv", ("name", "kind", "type", "source")):
        parent = several(row["parent"])
        organisation = RegisteredOrganisation(
            iri=iri("organisation", row["name"]),
            name=row["name"],
            abbreviation=row.get_or_none("abbreviation"),
            aliases=several(row["aliases"]),
            kind=row["kind"],
            type=row["type"],
            parent=parent[0] if parent else None,
            valid_from=row.get_or_none("valid_from"),
            valid_until=row.get_or_none("valid_until"),
            land=row.get_or_none("land"),
            source=row["source"],
            row=row.where,
        )
        if organisation.iri in found:
            raise RegisterError(f"{row.where}: {row['name']!r} is already in {found[organisation.iri].row}")
        found[organisation.iri] = organisation
    for row, district in zip(rows("districts.csv"), all_districts, strict=True):
        aliases = several(row["municipality_aliases"])
        found.setdefault(
            district.municipality,
            _municipality(row["municipality"], aliases, district.kind, district.land, district.source, row.where),
        )
    for carrier in carriers:
        found.setdefault(
            carrier.iri,
            _municipality(carrier.name, (), carrier.kind, carrier.land, carrier.source, carrier.row),
        )
    return tuple(found.values())


def _municipality(
    name: str, aliases: tuple[str, ...], kind: str, land: str, source: str, row: str
) -> RegisteredOrganisation:
    return RegisteredOrganisation(
        iri=iri("organisation", name),
        name=name,
        abbreviation=None,
        aliases=aliases,
        kind="municipality",
        type=kind,
        parent=None,
        valid_from=None,
        valid_until=None,
        land=land,
        source=source,
        row=row,
    )


def jobcenters(by_ags: Mapping[str, District]) -> tuple[RegisteredJobcenter, ...]:
    """jobcenters.csv; raises RegisterError where a district's key is unknown."""
    return tuple(
        _jobcenter(row, by_ags)
        for row in rows("jobcenters.csv", ("name", "carrier_type", "districts", "land", "source"))
    )


def _jobcenter(row: Row, by_ags: Mapping[str, District]) -> RegisteredJobcenter:
    try:
        served = [by_ags[ags] for ags in several(row["ags"])]
    except KeyError as error:
        raise RegisterError(f"{row.where}: no district has the key {error}") from error
    municipalities = [district.municipality for district in served]
    if not served:
        municipalities = [iri("organisation", "Stadt " + name) for name in several(row["districts"])]
    joint = row["carrier_type"] == "gE"
    carriers = tuple([_FEDERAL_AGENCY, *municipalities] if joint else municipalities)
    since = row.get_or_none("carrier_since") or row.get_or_none("valid_from")
    until = row.get_or_none("valid_until")
    arrangement = CarrierArrangement(
        iri=iri("arrangement", row["name"], since or "start"),
        carrier_type=row["carrier_type"],
        carriers=carriers,
        valid_from=since,
        valid_until=until,
        source=row["source"],
    )
    return RegisteredJobcenter(
        iri=iri("organisation", row["name"]),
        name=row["name"],
        aliases=several(row["aliases"]) + several(row["unverified_aliases"]),
        carrier_type=row["carrier_type"],
        carriers=carriers,
        districts=tuple(district.iri for district in served),
        ags=several(row["ags"]),
        land=row["land"],
        valid_from=row.get_or_none("valid_from"),
        valid_until=until,
        unverified=row["name_status"] == "unverified",
        source=row["source"],
        row=row.where,
        arrangements=(arrangement,),
        website=row.get_or_none("website"),
    )
