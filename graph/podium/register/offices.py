"""Who held an office on a date: titles, their two grammatical forms, and compounds such as "Bundesarbeitsminister"."""

import re
from collections.abc import Iterable, Mapping

from podium.register.dates import first_day, last_day
from podium.register.model import RegisteredOrganisation, RegisteredTenure
from podium.register.names import key
from podium.register.office_kinds import office_kind

__all__ = ["OfficeIndex", "certainly_in_office"]

# Titles that say "head of", best first: "BA-Chefin" is the chair of the board, not the head of a department.
_HEADS = tuple(
    map(
        key,
        (
            "Vorstandsvorsitzender",
            "Vorsitzender der Geschäftsführung",
            "Präsident",
            "Vorsitzender",
            "Vorsitzender des Präsidiums",
            "Direktor",
            "Leiter",
            "Geschäftsführer",
            "Vorstand",
        ),
    )
)
_HEAD_WORDS = frozenset(
    {"chef", "chefin", "leiter", "leiterin", "vorsitzender", "vorsitzende", "geschaeftsfuehrer", "geschaeftsfuehrerin"}
)
_MINISTERS = re.compile(
    r"(?P<bund>bundes)?(?P<field>[a-z-]*?)s?-?(?P<head>minister|ministerin|senator|senatorin|ressortchef|ressortchefin)"
)


def certainly_in_office(tenure: RegisteredTenure, date: str, as_of: str) -> bool:
    """Whether the tenure covers every day that an ISO date of any precision can mean.

    The day of a change belongs to both. An open tenure reaches to `as_of`; one whose end is unknown only to the
    last day on which a source shows it. Between two sightings the person is taken to have stayed in office.
    """
    start = tenure.valid_from or (tenure.seen[0] if tenure.seen else None)
    if start is None:
        return False
    lower = last_day(start)
    if tenure.valid_until:
        upper = first_day(tenure.valid_until)
    elif tenure.open:
        upper = last_day(as_of)
    else:
        upper = first_day(tenure.seen[-1]) if tenure.seen else lower
    return lower <= first_day(date) and last_day(date) <= upper


class OfficeIndex:
    """Tenures by organisation and by title."""

    def __init__(
        self,
        tenures: Iterable[RegisteredTenure],
        organisations: Mapping[str, RegisteredOrganisation],
        as_of: str,
    ) -> None:
        self._as_of = as_of
        self._organisations = organisations
        self._of_organisation: dict[str, list[RegisteredTenure]] = {}
        self._of_person: dict[str, list[RegisteredTenure]] = {}
        self._of_title: dict[str, list[RegisteredTenure]] = {}
        self._ministers: list[RegisteredTenure] = []
        for tenure in tenures:
            self._of_organisation.setdefault(tenure.organisation_iri, []).append(tenure)
            self._of_person.setdefault(tenure.person_iri, []).append(tenure)
            for title in {key(tenure.office_m), key(tenure.office_f)}:
                self._of_title.setdefault(title, []).append(tenure)
            if _is_minister(tenure):
                self._ministers.append(tenure)

    def of_organisation(self, iri: str, title: str, date: str) -> tuple[RegisteredTenure, ...]:
        """Holders of an office of one organisation, given by its IRI."""
        wanted = key(title)
        here = self._on(self._of_organisation.get(iri, []), date)
        return _of_gender(_fitting(here, wanted), wanted)

    def of_person(self, person: str, title: str) -> list[RegisteredTenure]:
        """Tenures of a person, given by IRI, in offices that a title can mean, whenever they were."""
        tenures = self._of_person.get(person)
        return _fitting(tenures, key(title)) if tenures else []

    def of_land(self, land: str, title: str, date: str) -> tuple[RegisteredTenure, ...]:
        """Ministers and senators of a Land whose title names the field: "Sozialministerin" of Hessen."""
        match = _MINISTERS.fullmatch(key(title))
        if match is None or match["bund"]:
            here = [tenure for tenure in self._of_title.get(key(title), []) if self._land(tenure) == land]
            return _of_gender(self._on(here, date), key(title))
        here = [tenure for tenure in self._ministers if self._land(tenure) == land]
        return _of_gender(_of_field(self._on(here, date), match["field"]), key(title))

    def by_title(self, title: str, date: str) -> tuple[RegisteredTenure, ...]:
        """Holders of an office whose title alone says whose it is; empty where several organisations have it."""
        wanted = key(title)
        match = _MINISTERS.fullmatch(wanted)
        if match and match["bund"] and match["field"]:
            federal = [tenure for tenure in self._ministers if key(tenure.office_m).startswith("bundesminister")]
            return _of_gender(_of_field(self._on(federal, date), match["field"]), wanted)
        if not re.search(r"-(fuer|des|der)-|^bundes(kanzler|praesident)", wanted):
            return ()
        here = self._on(self._of_title.get(wanted, []), date)
        same = len({tenure.organisation_iri for tenure in here}) == 1
        return _of_gender(here, wanted) if same else ()

    def _on(self, tenures: list[RegisteredTenure], date: str) -> list[RegisteredTenure]:
        return [tenure for tenure in tenures if certainly_in_office(tenure, date, self._as_of)]

    def _land(self, tenure: RegisteredTenure) -> str | None:
        organisation = self._organisations.get(tenure.organisation_iri)
        return organisation.land if organisation else None


def _is_minister(tenure: RegisteredTenure) -> bool:
    return office_kind(tenure.office_m) in {"bundesminister", "landesminister"}


def _fitting(tenures: list[RegisteredTenure], wanted: str) -> list[RegisteredTenure]:
    """Those whose title is the wanted one; else ministers, or heads of the organisation, that a short title means."""
    exact = [tenure for tenure in tenures if wanted in (key(tenure.office_m), key(tenure.office_f))]
    if exact:
        return exact
    ministers = [tenure for tenure in tenures if _is_minister(tenure)]
    match = _MINISTERS.fullmatch(wanted)
    if match:
        return _of_field(ministers, match["field"]) if match["field"] else ministers
    if wanted not in _HEAD_WORDS:
        return []
    for head in _HEADS:
        found = [tenure for tenure in tenures if key(tenure.office_m) == head]
        if found:
            return found
    return ministers


def _of_field(tenures: list[RegisteredTenure], field: str) -> list[RegisteredTenure]:
    """Ministers whose full title names a field ("arbeit", "sozial", "familien") with the beginning of a word.

    Every part of "arbeits-und-sozial" must be named; without a field there is nobody to choose.
    """
    stems = [re.sub(r"(en|s)$", "", part)[:7] for part in field.split("-") if part and part != "und"]
    if not stems:
        return []
    return [
        tenure
        for tenure in tenures
        if all(any(word.startswith(stem) for word in key(tenure.office_m).split("-")) for stem in stems)
        or key(tenure.office_m).startswith(field)
    ]


def _of_gender(tenures: list[RegisteredTenure], wanted: str) -> tuple[RegisteredTenure, ...]:
    """Those whose gender fits a title that is clearly feminine or clearly masculine."""
    result = []
    for tenure in tenures:
        feminine, masculine = key(tenure.office_f), key(tenure.office_m)
        is_f = wanted == feminine or (wanted.endswith("in") and wanted != masculine)
        is_m = wanted == masculine or not is_f
        if feminine == masculine or (is_f and tenure.gender == "f") or (is_m and tenure.gender == "m"):
            result.append(tenure)
    return tuple(result)
