"""Offices and functions as records, and the lines person → organisation that they draw."""

from collections import defaultdict
from collections.abc import Iterable

from podium.namespaces import slug
from podium.view.evidence import Evidence
from podium.view.records import Attested, Edge, Office

__all__ = ["offices_and_edges"]

_STATUS = ("former", "designated", "acting", "deputy")


def offices_and_edges(evidence: Evidence) -> tuple[list[Office], list[Edge]]:
    """The offices of all persons shown; an edge for each whose organisation is shown too.

    What releases attest and what the register knows is one office where the store says that they correspond. Two
    offices of one person in one organisation are two edges.
    """
    offices: list[Office] = []
    edges: list[Edge] = []
    for person, number in evidence.index.items():
        for main, tenures in sorted(_together(evidence, evidence.lines.offices.get(person, ())).items()):
            office = _office(evidence, number, main, sorted({main, *tenures}))
            if not office.attested and not office.register:
                continue
            if office.org is not None and office.org != number:
                edges.append(Edge(number, office.org, "office", office.title, (len(offices),)))
            offices.append(office)
    return offices, edges


def _together(evidence: Evidence, tenures: Iterable[str]) -> dict[str, list[str]]:
    """Tenures that are one office, by the one that stands for them.

    A release's tenure goes with the register's where the store links them, or where title and organisation are equal
    and the register knows only one such tenure of the person: else nobody could say which term is meant.
    """
    together: dict[str, list[str]] = defaultdict(list)
    alike: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for tenure in tenures:
        together[evidence.lines.same.get(tenure, tenure)].append(tenure)
    for main in together:
        alike[evidence.organisation(main), slug(evidence.title(main) or "")].append(main)
    for mains in alike.values():
        known = [main for main in mains if evidence.register(main)]
        if len(known) == 1:
            for main in mains:
                if main != known[0]:
                    together[known[0]].extend(together.pop(main))
    return together


def _office(evidence: Evidence, person: int, main: str, tenures: list[str]) -> Office:
    said = [_attested(evidence, one) for tenure in tenures for one in evidence.attestations.get(tenure, ())]
    said.sort(key=lambda one: (one.release, one.title or "", one.sentences))
    org = next((org for tenure in (main, *tenures) if (org := evidence.organisation(tenure))), None)
    printed = sorted({one.title for one in said if one.title}, key=lambda title: (-len(title), title))
    until = evidence.one(main, "until")
    return Office(
        iri=main,
        person=person,
        org=evidence.index.get(org or ""),
        organisation=evidence.label(org) if org else None,
        title=printed[0] if printed else evidence.title(main) or "?",
        carrier=evidence.carrier(org, until),
        valid_from=evidence.one(main, "from"),
        valid_until=until,
        seen=evidence.one(main, "seenInOffice"),
        attested=tuple(said),
        further=sum(evidence.further.get(tenure, 0) for tenure in tenures),
        register=evidence.register(main),
    )


def _attested(evidence: Evidence, attestation: str) -> Attested:
    return Attested(
        release=evidence.release(attestation.partition("#")[0]),
        title=evidence.one(attestation, "titleAsPrinted"),
        status=tuple(name for name in _STATUS if evidence.all(attestation, name) == ("true",)),
        sentences=evidence.sentences(attestation),
    )
