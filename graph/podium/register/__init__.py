"""The register: jobcenters, organisations, offices, instruments and events that are known before reading."""

from podium.register.jobcenters import carrier_type
from podium.register.load import load
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
    RegisterError,
)
from podium.register.register import Register

__all__ = [
    "CarrierArrangement",
    "District",
    "EventSeries",
    "KnownPerson",
    "MunicipalCarrier",
    "Register",
    "RegisterError",
    "RegisteredEdition",
    "RegisteredInstrument",
    "RegisteredJobcenter",
    "RegisteredOrganisation",
    "RegisteredTenure",
    "carrier_type",
    "load",
]
