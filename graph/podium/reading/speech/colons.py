"""Words behind a colon with no verb of saying before it: "Name: „…“", "X hält das für richtig: Schon jetzt habe …"."""

from collections.abc import Iterator, Sequence

from podium.reading.speech.agents import agent_beside
from podium.reading.speech.clause import Clause
from podium.reading.speech.clauses import find_clauses
from podium.reading.speech.grammar import finite, is_subjunctive
from podium.reading.speech.outline import Sentence
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["clause_before_colon", "colon_quotations", "konjunktiv_after_colon"]


_ADDRESSED = frozenset(["an", "gegen", "gegenüber"])


def colon_quotations(scan: Scan) -> Iterator[Utterance]:
    """ "Duppré weiter: „…“", "Dazu Landrat X: „…“", "X: „…“" without any verb."""
    atoms = scan.atoms
    for at in range(2, len(atoms)):
        if atoms[at].kind != "q" or atoms[at - 1].text != ":":
            continue
        start = at - 2
        while start > 0 and atoms[start - 1].text not in (".", ";", ":") and atoms[start - 1].kind != "q":
            start -= 1
        speaker = _name_in(scan, atoms[start].first, atoms[at - 1].first)
        if speaker is None:
            continue
        if scan.doc.blocks[scan.sentence.block].kind == "heading" and scan.actors.person_at(speaker[0]) is None:
            continue  # "Tagung 2021: „Motto“"
        frame = Frame(scan.sentence.number, (speaker,), (), ((atoms[start].first, atoms[at - 1].end),))
        yield frame.says("direct", "name-colon", (atoms[at].first, atoms[at].end))


def _name_in(scan: Scan, first: int, limit: int) -> Tokens | None:
    """The first person among some tokens, else a noun phrase at their beginning that can speak."""
    for token in range(first, limit):
        mention = scan.actors.person_at(token)
        if mention and scan.doc.lowers[mention.phrase[0] - 1] not in _ADDRESSED:
            return mention.phrase[0], min(mention.phrase[1], limit)
    for token in range(first, min(limit, first + 3)):
        stop = noun_phrase(scan.actors, token, limit, 1)
        if stop > token and scan.actors.can_speak(token, stop):
            return token, stop
    return None


def konjunktiv_after_colon(scan: Scan) -> list[Utterance]:
    """ "X hält das für richtig: Schon jetzt habe sich gezeigt, …": words in the Konjunktiv behind a colon."""
    atoms, types = scan.atoms, scan.doc.types
    colon = next((k for k, a in enumerate(atoms) if a.text == ":" and k + 2 < len(atoms)), None)
    if colon is None or not any(a.kind == "w" and is_subjunctive(types[a.first], True) for a in atoms[colon + 1 :]):
        return []
    strict = any(a.kind == "w" and is_subjunctive(types[a.first]) for a in atoms[colon + 1 :])
    if any(a.kind == "w" and is_subjunctive(types[a.first], True) for a in atoms[:colon]):
        return []
    agent = _relative_before(scan, colon) or agent_beside(scan, (atoms[colon].first, scan.sentence.end))
    if agent is None or (not strict and agent[1] != atoms[colon].first):
        return []  # "würden" and "hätten" need a speaker right before the colon
    last = atoms[-1] if atoms[-1].text not in (".", "!", "?") else atoms[-2]
    frame = Frame(scan.sentence.number, (agent,), (), ((scan.sentence.first, atoms[colon].end),))
    return [frame.says("indirect", "konjunktiv-after-colon", (atoms[colon + 1].first, last.end))]


def _relative_before(scan: Scan, colon: int) -> Tokens | None:
    """The pronoun of a relative clause that a colon closes, about a person: "vertreten durch X, | der erklärte: …"."""
    comma = next((k for k in range(colon - 1, 1, -1) if scan.atoms[k].text in (",", ";")), None)
    if comma is None or scan.atoms[comma + 1].text not in ("der", "die"):
        return None
    before = scan.atoms[comma].first - 1
    before -= scan.doc.types[before].verb and not scan.doc.types[before].cap
    closed = finite(scan.doc.types[scan.atoms[colon - 1].first])
    pronoun = scan.atoms[comma + 1]
    return (pronoun.first, pronoun.end) if closed and scan.actors.person_at(before) is not None else None


def clause_before_colon(scan: Scan, sentences: Sequence[Sentence]) -> Clause | None:
    """The clause of saying in the sentence before, if that ends with a colon."""
    if not scan.sentence.number:
        return None
    last = sentences[scan.sentence.number - 1]
    if not last.atoms or last.atoms[-1].text != ":":
        return None
    clauses = find_clauses(Scan(scan.doc, scan.actors, last))
    return clauses[-1] if clauses else None
