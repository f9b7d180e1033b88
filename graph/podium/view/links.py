"""The lines of a store, light: what connects what, before any sentence is read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from podium.store import Store
from podium.view.candidates import Candidates, counts
from podium.view.fetch import Row, rows

__all__ = ["Arrangement", "Lines", "Link", "attestations", "gather", "year"]

_READ_ALL = 4000  # attestations: so many are read as quickly as they are sorted out
_TOPICS = 1500  # contributions, the newest, whose topics are read
_ATTESTED = 8  # releases a tenure: more of them prove nothing more
_ATTESTED_LARGE = 2  # where thousands of releases attest the tenures of a page


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
    """The lines among the candidates of a store, and the joins that are needed to tell them."""

    links: tuple[Link, ...]
    arrangements: Mapping[str, tuple[Arrangement, ...]]  # by jobcenter, oldest first
    offices: Mapping[str, tuple[str, ...]]  # tenures by person
    same: Mapping[str, str]  # tenure of a release → tenure of the register
    organisation: Mapping[str, str]  # by tenure
    dates: Mapping[str, str]  # by release and by event


def gather(store: Store, candidates: Candidates) -> Lines:
    """Read the lines among `candidates`; a quarter of a second for each ten thousand contributions."""
    issued = dict(_pairs(rows(store, "issued")))
    links = _spoken(store, candidates, issued)
    people = {link.source for link in links} if candidates.people is None else candidates.people
    offices = _by_second(rows(store, "holders", person=None if candidates.people is None else people))
    tenures = {tenure for own in offices.values() for tenure in own}
    only = None if candidates.people is None else tenures
    organisation = _places(store, only)
    attested = {tenure for (tenure,) in rows(store, "attested", tenure=only)}
    latest: dict[str, str] = {}
    for link in links:
        latest[link.source] = max(latest.get(link.source, ""), link.date or "")
    links.extend(
        Link("office", person, organisation[tenure], tenure, latest.get(person) or None, tenure in attested)
        for person, own in offices.items()
        for tenure in own
        if tenure in organisation
    )
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
        offices=offices,
        same=dict(_pairs(rows(store, "twins", tenure=only))),
        organisation=organisation,
        dates=issued | dict(_pairs(rows(store, "dates", event=candidates.events))),
    )


def attestations(
    store: Store, lines: Lines, people: Iterable[str], shown: Iterable[Link]
) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """Attestations of the tenures of `people`, newest first, a few of them; and how many more each tenure has.

    In a large store those of the releases that are shown anyway, and others only of tenures that have none there.
    """
    tenures = {tenure for person in people for tenure in lines.offices.get(person, ())}
    number = counts(store, "attested_often", tenure=tenures) if tenures else {}
    if sum(number.values()) > _READ_ALL:
        releases = {_graph(link.basis) for link in shown if link.kind == "contribution"}
        found = _by_second(row for row in rows(store, "attested_in", release=releases) if row[1] in tenures)
    else:
        found = {}
    many = _ATTESTED if sum(number.values()) <= _READ_ALL else _ATTESTED_LARGE
    missing = number.keys() - found.keys()
    found |= _by_second(rows(store, "attestations", tenure=missing)) if missing else {}
    newest = {
        tenure: tuple(sorted(known, key=lambda one: (lines.dates.get(_graph(one), ""), one), reverse=True)[:many])
        for tenure, known in found.items()
    }
    return newest, {tenure: number[tenure] - len(known) for tenure, known in newest.items()}


def _spoken(store: Store, candidates: Candidates, issued: Mapping[str, str]) -> list[Link]:
    people, events = candidates.people, candidates.events
    targets = {
        contribution: (speaker, event)
        for contribution, speaker, event in rows(store, "contributions", speaker=people, event=events)
        if contribution and speaker and event
    }
    statements = list(_pairs(rows(store, "statements", speaker=people)))
    releases = {_graph(contribution) for contribution, _ in statements}
    publishers = dict(_pairs(rows(store, "publishers", release=releases))) if releases else {}
    for contribution, speaker in statements:
        targets[contribution] = speaker, publishers.get(_graph(contribution)) or _graph(contribution)
    links = [
        Link("contribution", speaker, target, contribution, issued.get(_graph(contribution)), True)
        for contribution, (speaker, target) in targets.items()
    ]
    newest = sorted(links, key=lambda link: (link.date or "", link.basis), reverse=True)[:_TOPICS]
    spoken = {link.basis: link for link in newest}
    topics = _pairs(rows(store, "topics", contribution=spoken)) if spoken else ()
    return links + [replace(spoken[one], kind="about", target=instrument) for one, instrument in topics]


def _graph(iri: str) -> str:
    """The release in whose graph a thing is named after it: {release}#contribution-a1."""
    return iri.partition("#")[0]


def year(date: str | None) -> float | None:
    """An ISO date of any precision as years ("2021-07" → 2021.5); None where there is none."""
    match = re.match(r"(\d{4})(?:-(\d\d))?", date or "")
    return int(match[1]) + (int(match[2]) - 1) / 12 if match and match[2] else float(match[1]) if match else None


def _arrangements(store: Store) -> dict[str, tuple[Arrangement, ...]]:
    said: dict[str, dict[str, list[str]]] = {}
    for iri, name, value in [*rows(store, "carriers"), *rows(store, "arrangements")]:
        assert iri and name and value
        said.setdefault(iri, {}).setdefault(name, []).append(value)
    current = {one for facts in said.values() for one in facts.get("currentArrangement", ())}
    grouped: dict[str, list[Arrangement]] = {}
    for iri, facts in said.items():
        if jobcenter := facts.get("ofJobcenter"):
            (kind,), (since,), (until,) = (facts.get(name, [None])[:1] for name in ("carrierType", "from", "until"))
            carriers = tuple(sorted(facts.get("carrier", ())))
            kind = kind.rsplit("/", 1)[-1] if kind else None
            grouped.setdefault(jobcenter[0], []).append(
                Arrangement(iri, jobcenter[0], carriers, kind, since, until, iri in current)
            )
    return {
        jobcenter: tuple(sorted(known, key=lambda one: (one.valid_from or "", one.iri)))
        for jobcenter, known in sorted(grouped.items())
    }


def _places(store: Store, tenures: Iterable[str] | None) -> dict[str, str]:
    """Organisation by tenure: as the tenure says, else that of its office."""
    of_office = dict(_pairs(rows(store, "organisations")))
    through = {
        tenure: of_office[office]
        for tenure, office in _pairs(rows(store, "offices", tenure=tenures))
        if office in of_office
    }
    return through | dict(_pairs(rows(store, "places", tenure=tenures)))


def _pairs(found: Iterable[Row]) -> Iterator[tuple[str, str]]:
    return ((str(one), str(other)) for one, other in found)


def _by_second(found: Iterable[Row]) -> dict[str, tuple[str, ...]]:
    """What stands in the first column, by the second."""
    grouped: dict[str, list[str]] = {}
    for one, other in _pairs(found):
        grouped.setdefault(other, []).append(one)
    return {key: tuple(values) for key, values in grouped.items()}
