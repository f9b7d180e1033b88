"""From rows to values: offices, instruments, events and authority ids."""

from collections.abc import Callable, Mapping

from podium.namespaces import iri, slug
from podium.register.files import Row, rows, several
from podium.register.model import (
    EventSeries,
    RegisteredEdition,
    RegisteredInstrument,
    RegisteredTenure,
    RegisterError,
)

__all__ = ["authorities", "editions", "instruments", "series", "shared_seats", "tenures"]


def tenures(organisation_iri: Callable[[str], str]) -> tuple[RegisteredTenure, ...]:
    """offices.csv; `organisation_iri` finds the IRI of an organisation by its name."""
    return tuple(
        _tenure(row, organisation_iri(row["organisation"]))
        for row in rows("offices.csv", ("person", "title_masculine", "title_feminine", "organisation", "source"))
    )


def _tenure(row: Row, organisation: str) -> RegisteredTenure:
    person, title = row["person"], row["title_masculine"]
    named = row["person_id"] or person
    seen = several(row["seen"])
    start = row["valid_from"] or (seen[0] if seen else "n")
    organisation_slug = organisation.rsplit("/", 1)[1]
    return RegisteredTenure(
        iri=iri("tenure", named, title, organisation_slug, start),
        person_iri=iri("person", named),
        person=person,
        academic_title=row.get_or_none("academic_title"),
        gender=row.get_or_none("gender"),
        office_iri=iri("office", organisation_slug, title),
        office_m=title,
        office_f=row["title_feminine"],
        organisation=row["organisation"],
        organisation_iri=organisation,
        valid_from=row.get_or_none("valid_from"),
        valid_until=row.get_or_none("valid_until"),
        open=row["end"] == "open",
        seen=seen,
        announced=row["announced"] == "true",
        acting=row.get_or_none("acting"),
        note=row.get_or_none("note"),
        source=row["source"],
        row=row.where,
    )


def shared_seats(organisation_iri: Callable[[str], str]) -> dict[str, int]:
    """office_seats.csv: IRIs of offices that several persons hold together, and how many."""
    return {
        iri("office", organisation_iri(row["organisation"]).rsplit("/", 1)[1], row["title_masculine"]): int(
            row["seats"]
        )
        for row in rows("office_seats.csv", ("organisation", "title_masculine", "seats", "source"))
    }


def instruments() -> tuple[RegisteredInstrument, ...]:
    """instruments.csv."""
    return tuple(
        RegisteredInstrument(
            iri=iri("instrument", row["name"]),
            name=row["name"],
            aliases=several(row["aliases"]),
            legal_basis=row.get_or_none("legal_basis"),
            kind=row["kind"],
            valid_from=row.get_or_none("valid_from"),
            valid_until=row.get_or_none("valid_until"),
            english=row.get_or_none("english"),
            broader=row.get_or_none("broader"),
            replaced_by=row.get_or_none("replaced_by"),
            source=row["source"],
            row=row.where,
        )
        for row in rows("instruments.csv", ("name", "kind", "source"))
    )


def series() -> tuple[EventSeries, ...]:
    """event_series.csv."""
    return tuple(
        EventSeries(
            iri=iri("series", row["name"]),
            name=row["name"],
            aliases=several(row["aliases"]),
            organiser=row.get_or_none("organiser"),
            since=row.get_or_none("since"),
            source=row["source"],
            row=row.where,
        )
        for row in rows("event_series.csv", ("name", "source"))
    )


def editions(by_name: Mapping[str, EventSeries]) -> tuple[RegisteredEdition, ...]:
    """events.csv; raises RegisterError where a series is unknown."""
    return tuple(_edition(row, by_name) for row in rows("events.csv", ("series", "edition", "source")))


def _edition(row: Row, by_name: Mapping[str, EventSeries]) -> RegisteredEdition:
    known = by_name.get(row["series"])
    if known is None:
        raise RegisterError(f"{row.where}: event_series.csv has no series {row['series']!r}")
    names = [name.split(" (", 1)[0] for name in several(row["participants"])]
    when = row["date_from"] or row["edition"]
    return RegisteredEdition(
        iri=iri("event", f"{slug(row['series'])}-{slug(when)}"),
        series=row["series"],
        series_iri=known.iri,
        edition=row["edition"],
        date_from=row.get_or_none("date_from"),
        date_until=row.get_or_none("date_until"),
        place=row.get_or_none("place"),
        format=row.get_or_none("format"),
        organiser=row.get_or_none("organiser"),
        participants=tuple((iri("person", name), name) for name in names),
        note=row.get_or_none("note"),
        source=row["source"],
        row=row.where,
    )


_AUTHORITIES = {
    "Wikidata": "http://www.wikidata.org/entity/",
    "GND": "https://d-nb.info/gnd/",
    "VIAF": "http://viaf.org/viaf/",
    "LCCN": "http://id.loc.gov/authorities/names/",
}


def authorities() -> dict[str, tuple[str, ...]]:
    """authority_ids.csv: IRIs by the name of a person or organisation, of those schemes that have IRIs."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("authority_ids.csv", ("name", "scheme", "id", "source")):
        if row["scheme"] in _AUTHORITIES:
            found[row["name"]] = (*found.get(row["name"], ()), _AUTHORITIES[row["scheme"]] + row["id"])
    return found
