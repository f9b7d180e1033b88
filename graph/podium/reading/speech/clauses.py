"""Clauses of speech: which verb of saying, whose, and where in the sentence its frame begins and ends."""

from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter

from podium.reading.speech.clause import Clause
from podium.reading.speech.forefield import is_final
from podium.reading.speech.grammar import finite, is_subjunctive
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.predicates import cue_of, helper_of, is_attribute, is_no_report, makes_passive
from podium.reading.speech.scan import Scan
from podium.reading.speech.signals import VERB
from podium.reading.speech.stretches import STOPS, is_long_quote, next_stop, stretch_around, token_ranges
from podium.reading.speech.subjects import subject_of
from podium.reading.speech.trees import subject_by_tree
from podium.reading.speech.utterance import Tokens
from podium.reading.speech.verbs import SpeechVerb, speech_verbs

__all__ = ["find_clauses"]

_first = attrgetter("first")
_NO_VERB = frozenset(["wie", "als", "von", "zu", "die", "der", "den", "dem", "des"])
_BY = frozenset(["von", "vom", "seitens", "durch"])
_PRONOUNS = {"er": "m", "sie": "f"}
_ARTICLES = {"der": "m", "die": "f", "ein": "m", "eine": "f"}


def find_clauses(scan: Scan) -> list[Clause]:
    """Clauses of a sentence that report speech, in order."""
    found: list[Clause] = []
    bits, atoms = scan.sentence.bits, scan.atoms
    for at in compress(count(), map(bits.__getitem__, map(_first, atoms))):
        if not bits[atoms[at].first] & VERB or atoms[at].kind != "w" or is_attribute(scan, at):
            continue
        clause = _clause(scan, at, speech_verbs(scan.word(at)), found)
        if clause is not None:
            found.append(clause)
    return found


def _clause(scan: Scan, at: int, verbs: tuple[SpeechVerb, ...], found: list[Clause]) -> Clause | None:
    atoms, word = scan.atoms, scan.word(at)
    helper = helper_of(scan, at)
    finite_here = word.lower.endswith("t") and finite(word)
    if helper is None and word.participle and not finite_here and not _is_preterite(scan, at):
        return None  # "angeboten", "gelobt" without the auxiliary
    if helper is not None and makes_passive(atoms[helper]):
        return _passive(scan, at, helper, next((v for v in verbs if not (v.particle or v.needs)), verbs[0]))
    chosen = cue_of(scan, at, verbs)
    if chosen is None:
        return None
    verb, particle = chosen
    if verb.lemma == "sein" and is_subjunctive(word):
        return None  # "Man sei sich einig, dass …" is what is told
    cue = [*([at] if helper is None else sorted([helper, at])), *particle]
    subject = subject_of(scan, at if helper is None else helper, found, verb)
    ranges = token_ranges(atoms, cue)
    speaker = subject_by_tree(scan.doc, scan.actors, ranges) or subject.tokens
    if subject.inverted and speaker is not None:
        speaker = _antecedent(scan, speaker, found) or speaker
    end = _frame_end(atoms, max(cue), speaker)
    return Clause(verb, at, ranges, speaker, subject.start, end, subject.inverted, subject.kind)


def _is_preterite(scan: Scan, at: int) -> bool:
    """ "A und B verwiesen auf …": may be a participle, but is the only verb of a clause and does not close it."""
    atoms = scan.atoms
    if not scan.word(at).lower.endswith("en") or is_final(atoms, at) or (at and atoms[at - 1].text in _NO_VERB):
        return False
    left, right = stretch_around(atoms, at)
    return not any(atoms[k].kind == "w" and k != at and finite(scan.word(k)) for k in range(left, right))


def _antecedent(scan: Scan, pronoun: Tokens, found: Sequence[Clause]) -> Tokens | None:
    """Whom "er" means in "Viel Erfolg wünschte der Direktor: „…“, sagte er": the subject of the clause before."""
    gender = _PRONOUNS.get(scan.doc.types[pronoun[0]].lower)
    last = found[-1] if found else None
    if gender is None or last is None or last.subject is None or last.kind != "main":
        return None
    mention = scan.actors.person_at(last.subject[0])
    known = scan.actors.persons.entities[mention.entity].gender if mention else None
    article = _ARTICLES.get(scan.doc.types[last.subject[0]].lower)
    return last.subject if (known or article) == gender else None


def _passive(scan: Scan, at: int, helper: int, verb: SpeechVerb) -> Clause | None:
    """ "Das wurde von X mitgeteilt": only with its agent named; modals ("will … fordern") are no reports.

    Who "wird zitiert" is the subject.
    """
    atoms = scan.atoms
    if is_no_report(atoms[helper]) or verb.particle or verb.needs:
        return None
    cue = token_ranges(atoms, sorted([helper, at]))
    if verb.lemma == "zitieren":
        subject = subject_of(scan, helper, (), verb)
        return Clause(verb, at, cue, subject.tokens, subject.start, next_stop(atoms, at), subject.inverted, "main")
    opening = _agent_in_forefield(scan, min(at, helper))
    if opening is not None:
        return Clause(verb, at, cue, opening, 0, next_stop(atoms, at), False, "passive")
    end_of_clause = max(at, helper) if at > helper else next_stop(atoms, helper)
    for k in range(min(at, helper) + 1, end_of_clause):
        if atoms[k].text not in _BY:
            continue
        first = atoms[k].first + 1
        if atoms[k].text == "durch" and not scan.actors.person_begins(first):
            continue
        end = noun_phrase(scan.actors, first, scan.sentence.end)
        if end > first and scan.actors.can_speak(first, end):
            return Clause(verb, at, cue, (first, end), 0, next_stop(atoms, at), False, "passive")
    return None


def _agent_in_forefield(scan: Scan, at: int) -> Tokens | None:
    """ "Von Landrätin X wurden die Zahlen vorgestellt": the agent that fills all before the auxiliary."""
    atoms = scan.atoms
    if atoms[0].text not in _BY or at < 2:
        return None
    first = atoms[0].end
    begins = scan.actors.person_begins(first) or scan.actors.organisation_begins(first)
    named = begins and noun_phrase(scan.actors, first, atoms[at].first) == atoms[at].first
    return (first, atoms[at].first) if named else None


def _frame_end(atoms: Sequence[Atom], last_cue: int, subject: Tokens | None) -> int:
    """Atom at which the frame ends: the first stop or quotation behind the cue and the subject."""
    behind = subject[1] if subject is not None else 0
    for at in range(last_cue + 1, len(atoms)):
        atom = atoms[at]
        if (atom.text in STOPS or (atom.kind == "q" and is_long_quote(atom, 4))) and atom.first >= behind:
            return at
    return len(atoms)
