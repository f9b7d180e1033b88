"""The subject of a verb of saying: before it, behind it, over an apposition, shared by a verb joined with "und"."""

from collections.abc import Sequence

from podium.reading.speech.clause import Clause, Subject
from podium.reading.speech.forefield import forefield_subject, is_final, phrase_between, subject_behind
from podium.reading.speech.grammar import ADVERBS, AUXILIARIES, OBLIQUE, PREPOSITIONS, RELATIVES, finite, is_subjunctive
from podium.reading.speech.noun_cores import is_oblique
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.predicates import is_attribute
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import STOPS, is_long_quote
from podium.reading.speech.utterance import Tokens
from podium.reading.speech.verbs import SpeechVerb

__all__ = ["subject_of"]

_CONJUNCTIONS = frozenset(["und", "aber", "doch", "denn"])
_LIGHT = ADVERBS | _CONJUNCTIONS | {"sich", "es"}
_BETWEEN = _LIGHT - _CONJUNCTIONS - {"sowie"}
_BEFORE_NAME = frozenset(
    "als für von mit der die das den dem des ein eine einen einem einer eines im zum zur am beim vom".split()
)
_BUT = frozenset(["jedoch", "aber", "stattdessen", "dafür", "allerdings"])
_ONE_OF = (["einer", "von", "ihnen"], ["eine", "von", "ihnen"])
_SUBJECTS = frozenset(["er", "wir", "ich", "man"])
_FARTHEST_WIE = 30  # atoms


def subject_of(scan: Scan, at: int, found: Sequence[Clause], verb: SpeechVerb | None = None) -> Subject:
    """The subject of the finite verb at an atom; `found` are the clauses of the sentence before it."""
    atoms = scan.atoms
    wie = _wie(scan, at) if is_final(atoms, at) else None
    if wie is not None:
        return Subject("wie", phrase_between(scan, wie + 1, at), False, wie)
    before = at - 1
    if before >= 0 and atoms[before].text == "es" and (before == 0 or atoms[before - 1].text in STOPS):
        return Subject("main", (atoms[before].first, atoms[before].end), False, before)
    while before >= 0 and atoms[before].text in _BETWEEN:
        before -= 1
    if before >= 0 and atoms[before].text in ("und", "sowie"):
        shared = _shared_subject(scan, before, found)
        if shared is not None:
            return Subject("main", shared, False, before + 1)
    if _is_verb_first(scan, before):
        return _of_verb_first(scan, before, at)
    return forefield_subject(scan, _stretch_start(scan, before), at, verb)


def _wie(scan: Scan, at: int) -> int | None:
    """Atom of the "wie" that opens the clause which the verb closes ("Wie X, Sprecher von Y, mitteilte")."""
    atoms = scan.atoms
    for k in range(at - 1, max(-1, at - _FARTHEST_WIE), -1):
        atom = atoms[k]
        if atom.text == "wie" and (k == 0 or atoms[k - 1].text in STOPS or atoms[k - 1].kind == "q"):
            return k
        if atom.text in (";", ":", ".") or (atom.kind == "w" and finite(scan.word(k))):
            return None
    return None


def _is_verb_first(scan: Scan, before: int) -> bool:
    """Whether nothing of the verb's own clause stands before it."""
    if before < 0:
        return True
    atom = scan.atoms[before]
    if atom.kind == "q":
        return not _is_name(scan, atom)
    return atom.text in STOPS


def _is_name(scan: Scan, quote: Atom) -> bool:
    """Words in marks that a verb follows at once: a name („BBC News“ berichtet), unless they end as a sentence does."""
    return not is_long_quote(quote) and scan.doc.words[quote.end - 2] not in ("?", "!", ".", "…")


def _of_verb_first(scan: Scan, before: int, at: int) -> Subject:
    """Subject of a verb behind a stop or a quotation: what the stop closes off, else what follows the verb."""
    atoms = scan.atoms
    if before >= 0 and atoms[before].text == ",":
        pronoun = at + 1 < len(atoms) and atoms[at + 1].text in _SUBJECTS  # "Seinem Vorgänger X, der ging, dankte er"
        left = None if pronoun else _left_over_apposition(scan, before)
        if left is not None:
            return Subject("main", (atoms[left].first, atoms[before].first), False, left)
        if at + 1 < len(atoms) and atoms[at + 1].text in _BUT:
            shared = _shared_subject(scan, before, ())
            if shared is not None:  # "X kam nicht, ließ jedoch Grüße ausrichten"
                return Subject("main", shared, False, before + 1)
    start = before if before >= 0 and atoms[before].kind != "q" else before + 1
    return Subject("main", subject_behind(scan, at), before >= 0 or at == 0, start)


def _stretch_start(scan: Scan, end: int) -> int:
    """First atom of the stretch that ends at an atom; the commas of a list of names do not break it."""
    start = end
    while start > 0 and not _breaks(scan, start - 1):
        start -= 1
    return start


def _breaks(scan: Scan, k: int) -> bool:
    atom = scan.atoms[k]
    if atom.kind == "q":
        return is_long_quote(atom)
    if atom.text == "," and scan.actors.is_named(atom.first - 1) and scan.actors.is_named(atom.end):
        return False
    if atom.text == "–" and scan.doc.words[atom.end : atom.end + 1] in (["Jobcenter"], ["Kommunales"]):
        return False  # "die Kommunale Arbeitsförderung – Jobcenter X"
    return atom.text in STOPS


def _shared_subject(scan: Scan, before: int, found: Sequence[Clause]) -> Tokens | None:
    """ "X lobte … und erinnerte daran": the subject of the clause before "und"."""
    atoms = scan.atoms
    for k in range(before - 1, -1, -1):
        if (is_long_quote(atoms[k]) and not _is_predicative(atoms, k)) or atoms[k].text in (";", ":"):
            return None
        if atoms[k].kind == "w" and _is_plain_finite(scan, k) and not is_subjunctive(scan.word(k)):
            for clause in found:
                if clause.verb_at == k or (clause.cue and clause.cue[0][0] == atoms[k].first):
                    return clause.subject
            subject = subject_of(scan, k, found)
            if subject.kind == "main":
                return subject.tokens
    return None


def _is_predicative(atoms: Sequence[Atom], quote: int) -> bool:
    """ "lobte X als „Netzwerker, der …“ und betonte": words in marks that belong to the clause around them."""
    return quote > 0 and atoms[quote - 1].text in _BEFORE_NAME


def _is_plain_finite(scan: Scan, k: int) -> bool:
    """A finite verb in second or first place: not clause-final, no infinitive."""
    word = scan.word(k)
    if not finite(word) or is_attribute(scan, k):
        return False
    return word.lower in AUXILIARIES or not (word.participle or word.lower == word.lemma)


def _left_over_apposition(scan: Scan, comma: int) -> int | None:
    """Atom at which the subject begins in "X, Präsident des Y, sagte" or "X, der Y leitet, sagte"; else None."""
    atoms = scan.atoms
    at = comma
    while at > 0:
        start = _stretch_start(scan, at)
        stretch = range(start, at)
        verbs = any(atoms[k].kind == "w" and finite(scan.word(k)) for k in stretch)
        if start > 0 and atoms[start - 1].text == "," and (not verbs or _is_relative(atoms, start, at)):
            at = start - 1
            continue
        if verbs or (at == comma and not any(atoms[k].text == "," for k in stretch)):
            return None
        return _subject_start(scan, start, at)
    return None


def _is_relative(atoms: Sequence[Atom], start: int, end: int) -> bool:
    """ "der …" or "mit dem …"."""
    if start < end and atoms[start].text in RELATIVES:
        return True
    return start + 1 < end and atoms[start].text in PREPOSITIONS and atoms[start + 1].text in RELATIVES


def _subject_start(scan: Scan, start: int, end: int) -> int | None:
    """First atom of the noun phrase that fills start … end, without leading adverbs; None if it cannot speak."""
    atoms = scan.atoms
    while start < end and atoms[start].text in _LIGHT - OBLIQUE:
        start += 1
    if start < end and scan.doc.lowers[atoms[start].first : atoms[start].first + 3] in _ONE_OF:
        return start  # "Einer von ihnen, X, sagte"
    if start >= end or atoms[start].text in PREPOSITIONS or is_oblique(scan.doc, atoms[start].first):
        return None
    first = atoms[start].first
    return start if noun_phrase(scan.actors, first, atoms[end - 1].end) > first else None
