"""Whether a stretch of words beside a frame can be what was said: complements, relative and adverbial clauses."""

from collections.abc import Sequence

from podium.reading.speech.clause import Clause
from podium.reading.speech.grammar import AUXILIARIES, RELATIVES, SUBORDINATORS, finite, is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Atom
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import Stretch

__all__ = ["has_main_clause", "is_complement", "is_subordinate"]

_ADVERBIAL = speech_words("adverbial clauses")
_OPENERS = speech_words("content clauses")
_LEADS = speech_words("leads of a main clause")
_BEHIND_SPEAKER = speech_words("clauses behind the speaker")
_RELATIVE_PREPOSITIONS = speech_words("prepositions of relative clauses")
_RELATIVE_OPENERS = speech_words("openers of relative clauses")


def is_complement(scan: Scan, region: Stretch, clause: Clause) -> bool:
    """Whether the words behind a frame are what was said: a clause that the verb can take."""
    atoms, verb = scan.atoms[region[0] : region[1]], clause.verb
    first = atoms[0]
    if first.kind == "q":
        return True
    words = [atom for atom in atoms if atom.kind == "w"]
    if [atom.text for atom in atoms[:2]] == ["wie", "folgt"]:
        return False
    if not words:
        return any(atom.kind == "q" for atom in atoms)
    if first.text in _ADVERBIAL or (first.text == "so" and len(atoms) > 1 and atoms[1].text == "dass"):
        return False
    if verb.takes("C") and first.text in _OPENERS:
        return not verb.takes("W") or first.text in ("dass", "daß", "ob")
    if verb.takes("I") and any(w.text == "zu" or _has_zu(w.text) for w in words) and not _is_relative(scan, atoms):
        return True
    return verb.takes("C") and _is_clause_without_opener(scan, atoms, words, clause)


def _is_clause_without_opener(scan: Scan, atoms: Sequence[Atom], words: Sequence[Atom], clause: Clause) -> bool:
    """ "…, die Richtung stimme": a clause in the Konjunktiv, or a main clause behind a comma or colon."""
    types, first = scan.doc.types, atoms[0].text
    if clause.kind in ("relative", "subordinate") and finite(types[atoms[0].first]):
        return False  # "X, der zugesagt hatte, war verhindert": the main clause goes on
    if any(is_subjunctive(types[w.first], True) for w in words):
        noun_before = scan.word(clause.end - 1).cap
        return not noun_before or _is_verb_second(scan, atoms) or not _is_relative(scan, atoms)
    if first in SUBORDINATORS or first in ("und", "aber", "sondern") or _is_relative(scan, atoms):
        return False
    if clause.verb.takes("W"):
        return False
    return any(finite(types[w.first]) for w in words) and scan.atoms[clause.end].text in (",", ":")


def _has_zu(text: str) -> bool:
    """Whether an infinitive has its zu inside ("anzubieten")."""
    return "zu" in text[2:-4] and text.endswith("en")


def _is_verb_second(scan: Scan, atoms: Sequence[Atom]) -> bool:
    """ "die Richtung stimme": article, nouns, then the verb in the Konjunktiv."""
    types = scan.doc.types
    verb = next((k for k in range(1, len(atoms)) if atoms[k].kind != "w" or not types[atoms[k].first].cap), 0)
    return verb > 1 and atoms[verb].kind == "w" and is_subjunctive(types[atoms[verb].first])


def _is_relative(scan: Scan, atoms: Sequence[Atom]) -> bool:
    """A relative clause: it begins with a pronoun and the only finite verb of its first stretch ends it."""
    types = scan.doc.types
    start = 1 if atoms[0].text in _RELATIVE_PREPOSITIONS and len(atoms) > 1 else 0
    if atoms[start].text not in _RELATIVE_OPENERS:
        return False
    end = next((k for k in range(start, len(atoms)) if atoms[k].text in (",", ";", ":")), len(atoms))
    words = [atom for atom in atoms[start:end] if atom.kind == "w"]
    if len(words) < 2 or not finite(types[words[-1].first]):
        return False
    if words[-2].text == "zu" or _has_zu(words[-1].text):
        return False
    last = types[words[-1].first]
    infinitive = last.lower == last.lemma and last.lower not in AUXILIARIES
    return not (infinitive and any(finite(types[w.first]) for w in words[1:-1]))


def is_subordinate(scan: Scan, region: Stretch) -> bool:
    """ "…, sagte X, der seit 2019 im Amt ist" and "…, sagte X, als er kam": not a part of what was said."""
    types, atoms = scan.doc.types, scan.atoms[region[0] : region[1]]
    if atoms[0].kind == "q":
        return False
    if atoms[0].text in _BEHIND_SPEAKER:
        last = next((a for a in reversed(atoms[1:]) if a.kind == "w" and a.text.isalpha()), None)
        return last is not None and finite(types[last.first])
    return not any(atom.kind == "q" or finite(types[atom.first]) for atom in atoms)


def has_main_clause(scan: Scan, start: int, end: int) -> bool:
    """Whether a stretch between commas is a clause of its own, neither relative nor adverbial."""
    atoms, first = scan.atoms, start
    while first < end:
        comma = next((k for k in range(first, end) if atoms[k].text == ","), end)
        words = [atom for atom in atoms[first:comma] if atom.kind == "w"]
        if _is_clause(scan, words, first > start):
            return True
        first = comma + 1
    return False


def _is_clause(scan: Scan, words: Sequence[Atom], later: bool) -> bool:
    """Whether words between two commas are a main clause, or any clause in the Konjunktiv; `later`: not the first."""
    types = scan.doc.types
    lead = next((word for word in words if word.text not in _LEADS), None)
    if lead is None or not any(finite(types[w.first]) for w in words):
        return False
    dependent = lead.text in SUBORDINATORS and lead.text not in _OPENERS
    relative = later and lead.text in RELATIVES and finite(types[words[-1].first])
    return not (dependent or relative) or any(is_subjunctive(types[w.first]) for w in words)
