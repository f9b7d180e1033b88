"""Contributions, as quads: who spoke in what role at what event, with the utterances and their evidence."""

from collections.abc import Sequence

from podium.reading.model import Contribution
from podium.triples.passages import without_reach
from podium.triples.terms import LABEL, TYPE, NamedNode, boolean, concept, decimal, pod, prov, schema
from podium.triples.writer import Writer

__all__ = ["write_contributions"]

_ACT_CONCEPT = {
    "Rede": "rede", "Grußwort": "grusswort", "Vortrag": "vortrag", "Podiumsdiskussion": "podiumsdiskussion",
    "Moderation": "moderation", "Statement": "statement", "Interview": "interview", "Eröffnung": "eroeffnung",
    "Gespräch": "gespraech",
}  # fmt: skip


def write_contributions(writer: Writer) -> None:
    """One contribution for each act of a speaker, with its utterances."""
    acts: dict[str, list[Contribution]] = {}
    for said in writer.reading.contributions:
        if _has_speaker(writer, said):
            acts.setdefault(said.activity, []).append(said)
    for activity, utterances in acts.items():
        _contribution(writer, activity, utterances)


def _has_speaker(writer: Writer, said: Contribution) -> bool:
    """Words that nobody is named for stay in the reading; a contribution in the graph is somebody's."""
    return bool(said.speaker_span) if said.speaker is None else said.speaker in writer.nodes


def _contribution(writer: Writer, activity: str, utterances: Sequence[Contribution]) -> None:
    first = utterances[0]
    subject = writer.part("contribution", activity)
    writer.link(subject, TYPE, pod("Contribution"))
    _speaker(writer, subject, utterances)
    event = next((c.event for c in utterances if c.event), None)
    if event:
        writer.link(subject, pod("atEvent"), writer.nodes[event])
    writer.link(subject, pod("contributionKind"), concept("contribution-kind", _ACT_CONCEPT[first.act]))
    if printed := next((c.act_as_printed for c in utterances if c.act_as_printed), None):
        writer.plain(subject, pod("kindAsPrinted"), printed)
    if all(c.announced for c in utterances):
        writer.typed(subject, pod("announced"), boolean(True))
    who = writer.names.get(first.speaker or "") or writer.printed(first.speaker_span) or "?"
    where = f" – {writer.names[event]}" if event else ""
    writer.german(subject, LABEL, f"{first.act}: {who}{where}")
    writer.plain(subject, pod("rule"), first.rule)
    writer.typed(subject, pod("confidence"), decimal(max([c.confidence for c in utterances])))
    passages = [_evidence(writer, utterance) for utterance in utterances]
    writer.link(subject, pod("passage"), passages[0])
    for utterance, passage in zip(utterances, passages, strict=True):
        _utterance(writer, subject, utterance, passage)


def _speaker(writer: Writer, subject: NamedNode, utterances: Sequence[Contribution]) -> None:
    """Who speaks and in what role; as printed where the text names nobody."""
    first = utterances[0]
    writer.link(subject, pod("inRelease"), writer.graph)
    if speaker := writer.nodes.get(first.speaker or ""):
        writer.link(subject, pod("speaker"), speaker)
        writer.link(subject, prov("wasAssociatedWith"), speaker)
    if printed := writer.printed(first.speaker_span):
        writer.plain(subject, pod("speakerAsPrinted"), printed)
    role = next((c.role for c in utterances if c.role), None)
    if role and role in writer.tenures:
        writer.link(subject, pod("inRole"), writer.tenures[role])
        writer.german(subject, pod("roleAsPrinted"), writer.titles[role])


def _evidence(writer: Writer, said: Contribution) -> NamedNode:
    needed = (*said.speaker_span, *said.cue, *said.quote)
    return writer.passages(*without_reach(writer.release.text, said.evidence, needed))


def _utterance(writer: Writer, contribution: NamedNode, said: Contribution, passage: NamedNode) -> None:
    subject = writer.part("utterance", said.id)
    writer.link(subject, TYPE, pod("Utterance"))
    writer.link(contribution, pod("utterance"), subject)
    writer.link(subject, pod("speechForm"), concept("speech-form", said.form))
    if cue := writer.printed(said.cue):
        writer.plain(subject, pod("cue"), cue)
    writer.plain(subject, pod("rule"), said.rule)
    writer.typed(subject, pod("confidence"), decimal(said.confidence))
    writer.link(subject, pod("passage"), passage)
    if addressee := writer.nodes.get(said.addressee or ""):
        writer.link(subject, pod("addressee"), addressee)
    if printed := writer.printed(said.addressee_span):
        writer.plain(subject, pod("addresseeAsPrinted"), printed)
    for instrument in said.about:
        writer.link(subject, pod("about"), writer.nodes[instrument])
    if said.quote:
        quotation = writer.part("quotation", said.id)
        writer.link(subject, pod("quotation"), quotation)
        writer.link(quotation, TYPE, schema("Quotation"))
        writer.german(quotation, schema("text"), writer.printed(said.quote))
        for span in said.quote:
            writer.link(quotation, pod("passage"), writer.passages(*span))
