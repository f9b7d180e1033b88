"""Contributions as records, and the lines that they draw: speaker → place, speaker → instrument."""

from collections import defaultdict
from collections.abc import Iterable

from podium.namespaces import ID
from podium.view.evidence import Evidence, local
from podium.view.links import Link
from podium.view.records import Act, Edge

__all__ = ["acts_and_edges"]


def acts_and_edges(evidence: Evidence, shown: Iterable[Link]) -> tuple[list[Act], list[Edge]]:
    """All contributions whose both ends are shown, oldest first, and their edges.

    Contributions of one speaker in one place, of one kind and in one role share an edge; other kinds and roles
    have their own, parallel to it.
    """
    links = list(shown)
    contributions = [link for link in links if link.kind == "contribution"]
    contributions.sort(key=lambda link: (link.date or "", link.basis))
    acts = [_act(evidence, link) for link in contributions]
    at = {link.basis: number for number, link in enumerate(contributions)}
    spoken: dict[tuple[int, int, str, str], list[int]] = defaultdict(list)
    for number, act in enumerate(acts):
        spoken[act.speaker, act.target, act.kind, act.role or ""].append(number)
    about: dict[tuple[int, int], set[int]] = defaultdict(set)
    for link in links:
        if link.kind == "about" and link.basis in at:
            about[evidence.index[link.source], evidence.index[link.target]].add(at[link.basis])
    edges = [
        Edge(source, target, "contribution", role or None, tuple(records))
        for (source, target, _, role), records in sorted(spoken.items())
    ]
    edges += [
        Edge(source, target, "about", None, tuple(sorted(records)))
        for (source, target), records in sorted(about.items())
    ]
    return acts, edges


def _act(evidence: Evidence, link: Link) -> Act:
    contribution = link.basis
    release = contribution.partition("#")[0]
    tenure = evidence.one(contribution, "inRole")
    org = evidence.organisation(tenure)
    event = link.target.startswith(ID + "event/")
    date = (evidence.one(link.target, "date") if event else None) or evidence.one(release, "issued")
    utterances = evidence.all(contribution, "utterance")
    topics = {topic for one in utterances for topic in evidence.all(one, "about")}
    confidence = evidence.one(contribution, "confidence")
    return Act(
        iri=contribution,
        speaker=evidence.index[link.source],
        target=evidence.index[link.target],
        event=event,
        kind=local(evidence.one(contribution, "contributionKind")) or "statement",
        printed=evidence.one(contribution, "kindAsPrinted"),
        announced=evidence.all(contribution, "announced") == ("true",),
        role=evidence.one(contribution, "roleAsPrinted") or evidence.title(tenure),
        organisation=evidence.label(org) if org else None,
        org=evidence.index.get(org or ""),
        carrier=evidence.carrier(org, date),
        date=date,
        release=evidence.release(release),
        about=tuple(sorted(evidence.index[topic] for topic in topics if topic in evidence.index)),
        forms=tuple(sorted({local(form) for one in utterances for form in evidence.all(one, "speechForm")})),
        sentences=evidence.sentences(contribution, utterances, _words_for(evidence, link)),
        rule=evidence.one(contribution, "rule"),
        confidence=float(confidence) if confidence else None,
    )


def _words_for(evidence: Evidence, link: Link) -> list[str]:
    """Words that may name the speaker in a sentence: as printed there, the full name, the surname."""
    label = evidence.label(link.source)
    surname = label.split()[-1:] if link.source.startswith(ID + "person/") else []
    return [*evidence.all(link.basis, "speakerAsPrinted"), label, *surname]
