"""Sentences that go on with a verb of saying and leave its subject out: "Und ergänzte: „…“"."""

from collections.abc import Sequence
from dataclasses import replace

from podium.reading.speech.continuations import next_of_kin
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Utterance

__all__ = ["AND", "and_added"]

AND = frozenset(["und", "aber", "sowie"])


def and_added(scan: Scan, before: Sequence[Utterance], here: Sequence[Utterance]) -> list[Utterance]:
    """The utterances of a sentence that begins "Und ergänzte", said by whoever spoke in the sentence before."""
    kin = next_of_kin(before, scan.sentence)
    first = scan.sentence.first + 1
    begins = bool(here[0].cue) and here[0].cue[0][0] == first
    if kin is None or not begins or kin.sentence < scan.sentence.number - 1:
        return list(here)
    return [replace(one, speaker=kin.speaker) if not one.speaker and one.cue == here[0].cue else one for one in here]
