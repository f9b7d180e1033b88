"""The lines of the whole store, light: what connects what, before any sentence is read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from podium.store import Store
from podium.view.fetch import Row, rows

__all__ = ["Arrangement", "Lines", "Link", "gather", "year"]

_ATTESTED = 8  # releases a tenure: more of them prove nothing more


@dataclass(frozen=True, slots=True)
class Link:
    """One line between two things (IRIs) and what it rests on.

    `kind`: "contribution" (speaker → event, else publisher, else release), "office" (person → organisation),
    "about" (speaker → instrument), "carrier" (jobcenter → carrier), "part" (organisation → the one above it),
    "organiser" (event → organisation). `basis` is the IRI of the contribution, tenure, or arrangement; for "about"
    the contribution; for "part" and "organiser" the source itself. `attested` means that a release says so.
    """

    kind: str
    source: str
    target: str
    basis: str
    date: str | None = None
    attested: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Who carries a jobcenter, in what form ("gE", "zkT", "ARGE", "gAw") and when; dates as in the register."""

    iri: str
    jobcenter: str
    carriers: tuple[str, ...]
    carrier_type: str | None
    valid_from: str | None
    valid_until: str | None
    current: bool


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a store, and the joins that are needed to tell them."""

    links: tuple[Link, ...]
    arrangements: Mapping[str, tuple[Arrangement, ...]]  # by jobcenter, oldest first
    attestations: Mapping[str, tuple[str, ...]]  # by tenure, newest first, the newest ones only
    further: Mapping[str, int]  # how many older attestations a tenure has
    offices: Mapping[str, tuple[str, ...]]  # tenures by person
    same: Mapping[str, str]  # tenure of a release → tenure of the register
    organisation: Mapping[str, str]  # by tenure
    # Contribution → pairs of an utterance and an instrument.
    topics: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


def gather(store: Store) -> Lines:
    """Read all lines of `store`; some ten thousand rows take a second."""
    links: list[Link] = []
    releases: dict[str | None, tuple[str | None, str | None]] = {
        release: (publisher, issued) for release, publisher, issued in rows(store, "releases")
    }
    topics = _grouped(rows(store, "topics"))
    for contribution, speaker, release, event, _ in rows(store, "contributions"):
        assert contribution and speaker and release
        publisher, issued = releases.get(release, (None, None))
        target = event or publisher or release
        links.append(Link("contribution", speaker, target, contribution, issued, True))
        links.extend(
            Link("about", speaker, instrument, contribution, issued, True)
            for instrument in sorted({instrument for _, instrument in topics.get(contribution, ())})
        )
    attestations, further = _attestations(store, releases)
    offices = _by_second(rows(store, "holders"))
    organisation = _places(store)
    for person, tenures in offices.items():
        for tenure in tenures:
            if tenure in organisation:
                said = [_issued(one, releases) for one in attestations.get(tenure, ())]
                seen = max((issued for issued in said if issued), default=None)
                links.append(Link("office", person, organisation[tenure], tenure, seen, bool(said)))
    arrangements = _arrangements(store)
    for jobcenter, known in arrangements.items():
        for arrangement in known:
            links.extend(Link("carrier", jobcenter, carrier, arrangement.iri) for carrier in arrangement.carriers)
    for kind, one, other in rows(store, "structure"):
        assert kind and one and other
        links.append(Link(kind, one, other, one))
    return Lines(
        links=tuple(dict.fromkeys(links)),
        arrangements=arrangements,
        attestations=attestations,
        further=further,
        offices=offices,
        same=dict(_pairs(rows(store, "twins"))),
        organisation=organisation,
        topics=topics,
    )


def year(date: str | None) -> float | None:
    """An ISO date of any precision as years ("2021-07" → 2021.5); None where there is none."""
    match = re.match(r"(\d{4})(?:-(\d\d))?", date or "")
    return int(match[1]) + (int(match[2]) - 1) / 12 if match and match[2] else float(match[1]) if match else None


def _arrangements(store: Store) -> dict[str, tuple[Arrangement, ...]]:
    found: dict[str, Arrangement] = {}
    for iri, jobcenter, carrier, kind, since, until, current in rows(store, "carriers"):
        assert iri and jobcenter
        before = found.get(iri)
        carriers = {*(before.carriers if before else ()), *([carrier] if carrier else [])}
        name = kind.rsplit("/", 1)[-1] if kind else None
        found[iri] = Arrangement(iri, jobcenter, tuple(sorted(carriers)), name, since, until, iri == current)
    grouped: dict[str, list[Arrangement]] = {}
    for arrangement in sorted(found.values(), key=lambda a: (a.jobcenter, a.valid_from or "", a.iri)):
        grouped.setdefault(arrangement.jobcenter, []).append(arrangement)
    return {jobcenter: tuple(known) for jobcenter, known in grouped.items()}


_Releases = Mapping[str | None, tuple[str | None, str | None]]  # publisher and date


def _issued(attestation: str, releases: _Releases) -> str:
    """Date of the release after which an attestation is named: {release}#attestation-r1."""
    return releases.get(attestation.partition("#")[0], (None, None))[1] or ""


def _attestations(store: Store, releases: _Releases) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    found = _by_second(rows(store, "attestations"))
    newest = {
        tenure: tuple(sorted(known, key=lambda one: (_issued(one, releases), one), reverse=True)[:_ATTESTED])
        for tenure, known in found.items()
    }
    return newest, {tenure: len(known) - _ATTESTED for tenure, known in found.items() if len(known) > _ATTESTED}


def _places(store: Store) -> dict[str, str]:
    """Organisation by tenure: as the tenure says, else that of its office."""
    of_office = dict(_pairs(rows(store, "organisations")))
    through = {tenure: of_office[office] for tenure, office in _pairs(rows(store, "offices")) if office in of_office}
    return through | dict(_pairs(rows(store, "places")))


def _pairs(found: Iterable[Row]) -> Iterator[tuple[str, str]]:
    return ((str(one), str(other)) for one, other in found)


def _by_second(found: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """What stands in the first column, by the second."""
    grouped: dict[str, list[str]] = {}
    for one, other in _pairs(found):
        grouped.setdefault(other, []).append(one)
    return {key: tuple(values) for key, values in grouped.items()}


def _grouped(found: Iterable[Row]) -> dict[str, tuple[tuple[str, str], ...]]:
    grouped: dict[str, list[tuple[str, str]]] = {}
    for key, *rest in found:
        assert key
        grouped.setdefault(key, []).append((str(rest[0]), str(rest[1])))
    return {key: tuple(pairs) for key, pairs in grouped.items()}
