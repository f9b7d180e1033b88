"""Contributions, as quads: who spoke in what role at what event, with the utterances and their evidence."""

from collections.abc import Sequence
from itertools import groupby

from podium.reading.model import Contribution
from podium.triples.passages import without_reach
from podium.triples.terms import LABEL, TYPE, NamedNode, concept, decimal, pod, prov, schema
from podium.triples.writer import Writer

__all__ = ["write_contributions"]

_ACT_CONCEPT = {
    "Rede": "rede", "Grußwort": "grusswort", "Vortrag": "vortrag", "Podiumsdiskussion": "podiumsdiskussion",
    "Moderation": "moderation", "Statement": "statement", "Interview": "interview", "Eröffnung": "eroeffnung",
    "Gespräch": "gespraech",
}  # fmt: skip


def write_contributions(writer: Writer) -> None:
    """One contribution for each act of a speaker, with its utterances."""
    ordered = sorted(writer.reading.contributions, key=lambda c: int(c.activity[1:]))
    for activity, group in groupby(ordered, key=lambda c: c.activity):
        utterances = [c for c in group if _has_speaker(writer, c)]
        if utterances:
            _contribution(writer, activity, utterances)


def _has_speaker(writer: Writer, said: Contribution) -> bool:
    """Words that nobody is named for stay in the reading; a contribution in the graph is somebody's."""
    return bool(said.speaker_span) if said.speaker is None else said.speaker in writer.nodes


def _contribution(writer: Writer, activity: str, utterances: Sequence[Contribution]) -> None:
    first = utterances[0]
    subject = writer.part("contribution", activity)
    writer.also(subject, TYPE, pod("Contribution"))
    _speaker(writer, subject, utterances)
    event = next((c.event for c in utterances if c.event), None)
    if event:
        writer.add(subject, atEvent=writer.nodes[event])
    writer.add(subject, contributionKind=concept("contribution-kind", _ACT_CONCEPT[first.act]))
    writer.add(subject, kindAsPrinted=next((c.act_as_printed for c in utterances if c.act_as_printed), None))
    if all(c.announced for c in utterances):
        writer.add(subject, announced=True)
    who = writer.names.get(first.speaker or "") or writer.printed(first.speaker_span) or "?"
    where = f" – {writer.names[event]}" if event else ""
    writer.german(subject, LABEL, f"{first.act}: {who}{where}")
    writer.add(subject, rule=first.rule, confidence=decimal(max(c.confidence for c in utterances)))
    writer.add(subject, passage=_evidence(writer, first))
    for utterance in utterances:
        _utterance(writer, subject, utterance)


def _speaker(writer: Writer, subject: NamedNode, utterances: Sequence[Contribution]) -> None:
    """Who speaks and in what role; as printed where the text names nobody."""
    first = utterances[0]
    speaker = writer.nodes.get(first.speaker or "")
    writer.add(subject, inRelease=writer.graph, speaker=speaker, speakerAsPrinted=writer.printed(first.speaker_span))
    if speaker:
        writer.also(subject, prov("wasAssociatedWith"), speaker)
    role = next((c.role for c in utterances if c.role), None)
    if role and role in writer.tenures:
        writer.add(subject, inRole=writer.tenures[role])
        writer.german(subject, pod("roleAsPrinted"), writer.titles[role])


def _evidence(writer: Writer, said: Contribution) -> NamedNode:
    needed = (*said.speaker_span, *said.cue, *said.quote)
    return writer.passages(*without_reach(writer.release.text, said.evidence, needed))


def _utterance(writer: Writer, contribution: NamedNode, said: Contribution) -> None:
    subject = writer.part("utterance", said.id)
    writer.also(subject, TYPE, pod("Utterance"))
    writer.add(contribution, utterance=subject)
    writer.add(subject, speechForm=concept("speech-form", said.form), cue=writer.printed(said.cue), rule=said.rule)
    writer.add(subject, confidence=decimal(said.confidence), passage=_evidence(writer, said))
    writer.add(subject, addressee=writer.nodes.get(said.addressee or ""))
    writer.add(subject, addresseeAsPrinted=writer.printed(said.addressee_span))
    for instrument in said.about:
        writer.add(subject, about=writer.nodes[instrument])
    if said.quote:
        quotation = writer.part("quotation", said.id)
        writer.add(subject, quotation=quotation)
        writer.also(quotation, TYPE, schema("Quotation"))
        writer.german(quotation, schema("text"), writer.printed(said.quote) or "")
        for span in said.quote:
            writer.add(quotation, passage=writer.passages(*span))
