"""Where the words that a clause of saying frames stand: behind the frame, before it, or on both sides."""

from collections.abc import Sequence

from podium.reading.speech.clause import Clause
from podium.reading.speech.complements import has_main_clause, is_complement, is_subordinate
from podium.reading.speech.grammar import SUBORDINATORS, is_subjunctive
from podium.reading.speech.outline import Atom
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import (
    Stretch,
    after_semicolon,
    back_over_marks,
    is_long_quote,
    without_final_marks,
)

__all__ = ["regions_of"]

_OF = frozenset(["der", "des", "dem", "zur", "zum"])
_LONGEST_OPENING = 11  # atoms


def regions_of(scan: Scan, clause: Clause, following: Clause | None) -> list[Stretch]:
    """Stretches of atoms that hold what was said, without what belongs to the `following` clause of saying."""
    return _quotation_alone(scan, _cut(scan, _regions(scan, clause), clause, following), clause, following)


def _quotation_alone(scan: Scan, regions: list[Stretch], clause: Clause, following: Clause | None) -> list[Stretch]:
    """ "„…“, sagte X in ihrer Ansprache, die gut besucht war": a quotation before the frame, and no more behind it."""
    atoms = scan.atoms
    if len(regions) != 2 or not clause.inverted or regions[0][1] - regions[0][0] != 1:
        return regions
    if atoms[regions[0][0]].kind != "q":
        return regions
    behind = atoms[regions[1][0] : regions[1][1]]
    if any(atom.kind == "q" for atom in behind):
        return regions
    own = following is not None and not following.inverted and following.start > regions[0][1]
    told = any(atom.kind == "w" and is_subjunctive(scan.doc.types[atom.first], True) for atom in behind)
    return regions[:1] if own or not told else regions


def _regions(scan: Scan, clause: Clause) -> list[Stretch]:
    after = _after(scan, clause)
    if clause.inverted or clause.kind == "wie":
        before = _before(scan, clause)
        if before is None and clause.kind == "wie":
            return [after] if after else []
        goes_on = after is not None and not is_subordinate(scan, after)
        if before is None and goes_on:
            before = _opening(scan.atoms, clause)
        if before is not None:
            return [before, after] if after is not None and goes_on else [before]
    return [after] if after is not None and is_complement(scan, after, clause) else []


def _after(scan: Scan, clause: Clause) -> Stretch | None:
    """What stands behind the frame and its mark."""
    atoms = scan.atoms
    last = without_final_marks(atoms)
    if clause.end >= last:
        return None
    so = [atom.text for atom in atoms[clause.end + 2 : clause.end + 4]] == [",", "so"]
    if so and atoms[clause.end].text == ":" and atoms[clause.end + 1].kind == "q":
        return clause.end + 1, clause.end + 2  # "X äußert dazu: „…“, so X und weiter: „…“"
    if atoms[clause.end].text in (",", ":", "–", "-"):
        return (clause.end + 1, last) if clause.end + 1 < last else None
    return (clause.end, last) if atoms[clause.end].kind == "q" and not _is_name(scan, clause.end) else None


def _is_name(scan: Scan, quote: int) -> bool:
    """Whether words in marks are what a noun is called: "zu Beginn der „Woche der Vielfalt“"."""
    first = scan.atoms[quote].first
    return (
        scan.doc.lowers[first - 1] in _OF and scan.doc.types[first - 2].cap and not is_long_quote(scan.atoms[quote], 12)
    )


def _before(scan: Scan, clause: Clause) -> Stretch | None:
    """What stands before an inverted frame, from the sentence's beginning or the last semicolon."""
    atoms = scan.atoms
    start = after_semicolon(atoms, clause.start)
    end = back_over_marks(atoms, clause.start, start)
    if end <= start:
        return None
    if end - start > 1 and atoms[end - 1].kind == "q" and atoms[end - 2].text == ":":
        return end - 1, end
    if any(atom.kind == "q" for atom in atoms[start:end]):
        return start, end
    return (start, end) if clause.verb.takes("C") and has_main_clause(scan, start, end) else None


def _opening(atoms: Sequence[Atom], clause: Clause) -> Stretch | None:
    """Words without a verb before a frame inside of what is said ("Ohne Betreuung, sagte X, laufe …")."""
    end = back_over_marks(atoms, clause.start)
    if clause.end < len(atoms) and atoms[clause.end].text == ":":
        return None  # "Dem Nachfolger, Y, wünschte X viel Erfolg: …": what is said begins behind the colon
    if 0 < end <= _LONGEST_OPENING and clause.verb.takes("C") and atoms[0].text not in SUBORDINATORS:
        return 0, end
    return None


def _before_second_frame(
    atoms: Sequence[Atom], regions: list[Stretch], clause: Clause, following: Clause
) -> list[Stretch]:
    """ "X wünschte Erfolg: „…“, sagte er": the quotation between two frames, without the second."""
    first, end = regions[-1]
    between = atoms[first].kind == "q" and atoms[clause.end].text == ":" and first < following.start < end
    return [*regions[:-1], (first, first + 1)] if between else regions


def _cut(scan: Scan, regions: list[Stretch], clause: Clause, following: Clause | None) -> list[Stretch]:
    """Regions without what belongs to another main clause of saying: "…, doch X erklärte, …"."""
    if following is None or following.kind != "main" or not regions:
        return regions
    if following.inverted:
        return _before_second_frame(scan.atoms, regions, clause, following)
    if clause.verb_at < following.verb_at < clause.end and not clause.inverted:
        return []  # "lobte … und erinnerte daran, dass …": the clause belongs to the second verb
    start = following.start
    first, end = regions[-1]
    if not first < start < end or is_subjunctive(scan.word(following.verb_at)):
        return regions
    mark, opener = scan.atoms[start - 1].text, scan.atoms[start].text
    if mark != ";" and not (mark in (",", "und") and opener in ("doch", "aber", "und", "während")):
        return regions
    return [*regions[:-1], (first, start - 1)]
