"""A main clause in the Konjunktiv before any verb: "…, liefert X die Erklärung": its subject said it."""

from podium.reading.speech.forefield import subject_behind
from podium.reading.speech.grammar import AUXILIARIES, MODALS, SUBORDINATORS, finite, is_subjunctive
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Frame, Utterance

__all__ = ["konjunktiv_before_verb"]


def konjunktiv_before_verb(scan: Scan) -> list[Utterance]:
    """What stands before ", liefert X die Erklärung", where that is a main clause in the Konjunktiv."""
    atoms, types = scan.atoms, scan.doc.types
    if atoms[0].text in SUBORDINATORS:
        return []
    for at in range(len(atoms) - 2, 3, -1):
        if atoms[at - 1].text != "," or atoms[at].kind != "w" or not finite(scan.word(at)):
            continue
        if atoms[at].text in AUXILIARIES or atoms[at].text in MODALS or is_subjunctive(scan.word(at), True):
            return []
        subject = subject_behind(scan, at)
        named = subject is not None and any(scan.actors.person_at(k) for k in range(*subject))
        told = any(a.kind == "w" and is_subjunctive(types[a.first], True) for a in atoms[: at - 1])
        if subject is None or not named or not told:
            return []
        frame = Frame(scan.sentence.number, (subject,), ((atoms[at].first, atoms[at].end),))
        return [frame.says("indirect", "konjunktiv-before-verb", (scan.sentence.first, atoms[at - 1].first))]
    return []
