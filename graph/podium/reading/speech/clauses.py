"""Clauses of speech: which verb of saying, whose, and where in the sentence its frame begins and ends."""

from dataclasses import dataclass

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.grammar import (
    ADVERBS,
    AUXILIARIES,
    MODALS,
    NOMINATIVE,
    OBLIQUE,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    finite,
    has_finite,
)
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.speech.phrases import noun_phrase, skip_adjuncts
from podium.reading.speech.utterance import Tokens
from podium.reading.speech.verbs import SpeechVerb, speech_verbs
from podium.reading.words import is_lower_word

__all__ = ["Clause", "find_clauses"]

_HAVE = frozenset(["hat", "haben", "habe", "hatte", "hatten", "hätte", "hätten"])
_BE = frozenset(["wird", "werden", "wurde", "wurden", "worden", "ist", "sind", "war", "waren", "sei", "seien"])
_CAUSE = frozenset("lässt lassen ließ ließen lasse".split())
_STOPS = frozenset([",", ":", ";", "–", "—", "-", ".", "!", "?", "…"])
_AND = frozenset(["und", "sowie", "aber", "doch", "denn"])
_DEMONSTRATIVES = frozenset("dieser diese letzterer letztere beide ersterer man".split())
_LIGHT = ADVERBS | {"sich", "es", "aber", "und", "doch", "denn"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause whose verb reports speech, in atoms of its sentence.

    `verb_at` is the finite verb's atom, `cue` its tokens with particle or participle; `subject` tokens or None.
    `start`/`end`: atoms of the frame (`end` at the comma, colon or full stop behind it). `inverted`: the verb comes
    first, so that what was said stands before it. `kind`: main, wie ("wie X sagte"), relative, subordinate.
    """

    verb: SpeechVerb
    verb_at: int
    cue: tuple[Tokens, ...]
    subject: Tokens | None
    start: int
    end: int
    inverted: bool
    kind: str


def find_clauses(doc: Document, actors: Actors, sentence: Sentence) -> list[Clause]:
    """Clauses of a sentence that report speech, in order."""
    found: list[Clause] = []
    atoms = sentence.atoms
    for at, atom in enumerate(atoms):
        if atom.kind != "w":
            continue
        verbs = speech_verbs(doc.types[atom.first])
        if not verbs or _is_attribute(doc, atoms, at):
            continue
        clause = _clause(doc, actors, sentence, at, verbs, found)
        if clause is not None:
            found.append(clause)
    return found


def _is_attribute(doc: Document, atoms: tuple[Atom, ...], at: int) -> bool:
    """A participle before a noun ("die gemachten Angaben"), an infinitive with zu."""
    before = atoms[at - 1].text if at else ""
    infinitive = doc.types[atoms[at].first].lower == doc.types[atoms[at].first].lemma
    if before == "zu" or (before == "sich" and infinitive):
        return True  # "zu sagen", "es lässt sich sagen"
    word = doc.types[atoms[at].first]
    following = atoms[at + 1] if at + 1 < len(atoms) else None
    return (
        (before in NOMINATIVE or before in OBLIQUE)
        and word.lower.endswith(("e", "en", "er", "es", "em"))
        and following is not None
        and (following.kind == "q" or doc.types[following.first].cap)
    )


def _clause(
    doc: Document, actors: Actors, sentence: Sentence, at: int, verbs: tuple[SpeechVerb, ...], found: list[Clause]
) -> Clause | None:
    atoms = sentence.atoms
    word = doc.types[atoms[at].first]
    left, right = _bounds(atoms, at)
    finite_at, cue_atoms = at, [at]
    if word.participle or word.lower == word.lemma or word.lower.startswith("ge"):
        helper = _helper(atoms, at, left, right) if left < at or word.participle else None
        if helper is not None:
            if atoms[helper].text in _BE or atoms[helper].text in MODALS or atoms[helper].text in _CAUSE:
                return _passive(doc, actors, sentence, at, helper, verbs)
            finite_at, cue_atoms = helper, sorted([helper, at])
        elif word.participle and not word.lower.endswith("t"):
            return None  # "angeboten" without its auxiliary
    verb = None
    for candidate in verbs:
        if candidate.needs:
            if _has_needed(atoms, at, candidate.needs):
                verb = candidate
                break
            continue
        if not candidate.particle:
            verb = candidate
            break
        particle = _particle(atoms, at, candidate.particle)
        if particle is not None:
            verb, cue_atoms = candidate, [*cue_atoms, *particle]
            break
    if verb is None:
        return None
    kind, subject, inverted, start = _subject(doc, actors, sentence, finite_at, found, verb)
    end = _frame_end(doc, atoms, max(cue_atoms), subject)
    cue = _ranges(atoms, cue_atoms)
    return Clause(verb, at, cue, subject, start, end, inverted, kind)


def _bounds(atoms: tuple[Atom, ...], at: int) -> tuple[int, int]:
    """Atoms of the stretch between the stops around `at` (commas, colons, dashes)."""
    left = at
    while left > 0 and atoms[left - 1].text not in _STOPS:
        left -= 1
    right = at + 1
    while right < len(atoms) and atoms[right].text not in _STOPS:
        right += 1
    return left, right


def _helper(atoms: tuple[Atom, ...], at: int, left: int, right: int) -> int | None:
    """The auxiliary or modal of a participle or infinitive, looked for in its stretch and over appositions."""
    for k in range(at + 1, min(right, at + 3)):
        if atoms[k].text in _HAVE or atoms[k].text in _BE or atoms[k].text in MODALS:
            return k
    for k in range(at - 1, -1, -1):
        text = atoms[k].text
        if text in _HAVE or text in _BE or text in MODALS or text in _CAUSE:
            return k
        if text in (":", ";", ".") or (k < left and text in SUBORDINATORS and text not in RELATIVES):
            return None
    return None


def _particle(atoms: tuple[Atom, ...], at: int, particle: tuple[str, ...]) -> list[int] | None:
    """Atoms of a separated particle: the last word of the clause, or words before the next stop."""
    size = len(particle)
    for k in range(at + 1, len(atoms) - size + 1):
        if tuple(a.text for a in atoms[k : k + size]) == particle:
            after = atoms[k + size] if k + size < len(atoms) else None
            if after is None or after.kind == "q" or after.text in _STOPS or after.text in _AND or size > 1:
                return list(range(k, k + size))
        if atoms[k].text in (";", ".", "!", "?") or atoms[k].text in ("dass", "ob"):
            return None
    return None


def _has_needed(atoms: tuple[Atom, ...], at: int, needs: frozenset[str]) -> bool:
    """Whether one of the words stands in the verb's own clause, before the next clause begins."""
    for k in range(at + 1, len(atoms)):
        if atoms[k].text in (";", ":", ".", "dass", "ob") or atoms[k].kind == "q":
            break
        if atoms[k].text in needs:
            return True
    left = at
    while left > 0 and atoms[left - 1].text not in _STOPS:
        left -= 1
        if atoms[left].text in needs:
            return True
    return False


def _passive(
    doc: Document, actors: Actors, sentence: Sentence, at: int, helper: int, verbs: tuple[SpeechVerb, ...]
) -> Clause | None:
    """ "Das wurde von X mitgeteilt": only with its agent named; modals ("will … fordern") are no reports."""
    atoms = sentence.atoms
    if atoms[helper].text in MODALS or atoms[helper].text in _CAUSE or verbs[0].particle or verbs[0].needs:
        return None
    for k in range(min(at, helper) + 1, max(at, helper)):
        if atoms[k].text in ("von", "vom", "seitens"):
            first = atoms[k].first + 1
            end = noun_phrase(doc, actors, first, sentence.end)
            if end > first and actors.can_speak(first, end):
                cue = _ranges(atoms, sorted([helper, at]))
                stop = _next_stop(atoms, at)
                return Clause(verbs[0], at, cue, (first, end), 0, stop, False, "passive")
    return None


def _next_stop(atoms: tuple[Atom, ...], at: int) -> int:
    while at < len(atoms) and atoms[at].text not in _STOPS and atoms[at].kind != "q":
        at += 1
    return at


def _ranges(atoms: tuple[Atom, ...], numbers: list[int]) -> tuple[Tokens, ...]:
    """Token ranges of atoms, neighbours joined."""
    result: list[Tokens] = []
    for number in numbers:
        atom = atoms[number]
        if result and result[-1][1] == atom.first:
            result[-1] = (result[-1][0], atom.end)
        else:
            result.append((atom.first, atom.end))
    return tuple(result)


def _subject(
    doc: Document, actors: Actors, sentence: Sentence, at: int, found: list[Clause], verb: SpeechVerb | None = None
) -> tuple[str, Tokens | None, bool, int]:
    """(kind of clause, subject, inverted, atom at which the frame begins) for the finite verb at `at`."""
    atoms = sentence.atoms
    wie = _wie(doc, atoms, at) if _is_final(atoms, at) else None
    if wie is not None:
        return "wie", _np(doc, actors, sentence, wie + 1, at), False, wie
    before = at - 1
    if before >= 0 and atoms[before].text == "es" and (before == 0 or atoms[before - 1].text in _STOPS):
        return "main", (atoms[before].first, atoms[before].end), False, before
    while before >= 0 and atoms[before].text in _LIGHT and atoms[before].text not in _AND and atoms[before].kind == "w":
        before -= 1
    if before >= 0 and atoms[before].text in ("und", "sowie") and atoms[before].kind == "w":
        shared = _shared_subject(doc, actors, sentence, before, found)
        if shared is not None:
            return "main", shared, False, before + 1
    named = before >= 0 and atoms[before].kind == "q" and _is_name(doc, atoms[before])
    if before < 0 or (atoms[before].kind == "q" and not named) or atoms[before].text in _STOPS:
        if before >= 0 and atoms[before].text == ",":
            left = _left_over_apposition(doc, actors, sentence, before)
            if left is not None:
                return "main", (atoms[left].first, atoms[before].first), False, left
        right = _right_subject(doc, actors, sentence, at)
        inverted = before >= 0 or at == 0
        return "main", right, inverted, max(0, before) if before >= 0 and atoms[before].kind != "q" else before + 1
    start = before
    while start > 0 and not _breaks(actors, atoms, start - 1):
        start -= 1
    return _forefield(doc, actors, sentence, start, at, verb)


def _is_name(doc: Document, quote: Atom) -> bool:
    """Words in marks that a verb follows at once: a name („BBC News“ berichtet), unless they end as a sentence does."""
    return quote.end - quote.first <= 8 and doc.words[quote.end - 2] not in ("?", "!", ".", "…")


def _breaks(actors: Actors, atoms: tuple[Atom, ...], k: int) -> bool:
    """Whether an atom ends the stretch of a clause; the commas of a list of names do not."""
    if atoms[k].kind == "q":
        return atoms[k].end - atoms[k].first > 8
    if atoms[k].text == "," and actors.is_named(atoms[k].first - 1) and actors.is_named(atoms[k].end):
        return False
    return atoms[k].text in _STOPS


def _shared_subject(
    doc: Document, actors: Actors, sentence: Sentence, before: int, found: list[Clause]
) -> Tokens | None:
    """ "X lobte … und erinnerte daran": the subject of the clause before "und"."""
    atoms = sentence.atoms
    for k in range(before - 1, -1, -1):
        if (atoms[k].kind == "q" and atoms[k].end - atoms[k].first > 8) or atoms[k].text in (";", ":"):
            return None
        if atoms[k].kind == "w" and _plain_finite(doc, atoms, k):
            for clause in found:
                if clause.verb_at == k or (clause.cue and clause.cue[0][0] == atoms[k].first):
                    return clause.subject
            kind, subject, _, _ = _subject(doc, actors, sentence, k, found)
            return subject if kind == "main" else None
    return None


def _plain_finite(doc: Document, atoms: tuple[Atom, ...], k: int) -> bool:
    """A finite verb in second or first place: not clause-final, no infinitive."""
    word = doc.types[atoms[k].first]
    if not finite(word) or (word.participle and atoms[k].text not in AUXILIARIES):
        return False
    if word.lower == word.lemma and atoms[k].text not in AUXILIARIES:
        return False
    return not _is_attribute(doc, atoms, k)


def _left_over_apposition(doc: Document, actors: Actors, sentence: Sentence, comma: int) -> int | None:
    """Atom at which the subject begins in "X, Präsident des Y, sagte" or "X, der Y leitet, sagte"; else None."""
    atoms = sentence.atoms
    at = comma
    while at > 0:
        start = at
        while start > 0 and not _breaks(actors, atoms, start - 1):
            start -= 1
        stretch = range(start, at)
        verbs = any(atoms[k].kind == "w" and finite(doc.types[atoms[k].first]) for k in stretch)
        relative = start < at and atoms[start].text in RELATIVES
        preposed = start + 1 < at and atoms[start].text in PREPOSITIONS and atoms[start + 1].text in RELATIVES
        if start > 0 and atoms[start - 1].text == "," and (not verbs or relative or preposed):
            at = start - 1
            continue
        if verbs or (at == comma and not any(atoms[k].text == "," for k in stretch)):
            return None
        return _subject_start(doc, actors, atoms, start, at)
    return None


def _subject_start(doc: Document, actors: Actors, atoms: tuple[Atom, ...], start: int, end: int) -> int | None:
    """First atom of the noun phrase that fills start … end, without leading adverbs; None if it cannot speak."""
    while start < end and (atoms[start].text in _LIGHT or atoms[start].text == "auch"):
        start += 1
    if start >= end or atoms[start].text in PREPOSITIONS or atoms[start].text in OBLIQUE:
        return None
    first = atoms[start].first
    return start if noun_phrase(doc, actors, first, atoms[end - 1].end) > first else None


def _forefield(
    doc: Document, actors: Actors, sentence: Sentence, start: int, at: int, verb: SpeechVerb | None
) -> tuple[str, Tokens | None, bool, int]:
    """Subject of a verb that has words before it in its stretch: start … at."""
    atoms = sentence.atoms
    lead = start
    while lead < at and atoms[lead].text in ("und", "aber", "doch", "denn", "auch", "sowie", "selbst"):
        lead += 1
    if lead >= at:
        return "main", _right_subject(doc, actors, sentence, at), False, start
    text = atoms[lead].text
    capital = doc.types[atoms[lead].first].cap
    final = _is_final(atoms, at)
    if text == "wie" and final:
        return "wie", _np(doc, actors, sentence, lead + 1, at), False, lead
    if (
        text in SUBORDINATORS
        and final
        and not (capital and text in ("die", "der", "das"))
        and (text != "da" or not capital)
    ):
        if text in RELATIVES and text not in ("wer", "was", "wo") and lead > 0 and atoms[lead - 1].text == ",":
            subject = _np(doc, actors, sentence, lead + 1, at) if text in ("den", "dem", "denen") else None
            return "relative", subject or (atoms[lead].first, atoms[lead].end), False, lead
        kind = "subordinate"
        return kind, _np(doc, actors, sentence, lead + 1, at), False, lead
    if text in RELATIVES and final and lead > 0 and atoms[lead - 1].text == "," and not capital:
        return "relative", (atoms[lead].first, atoms[lead].end), False, lead
    if actors.person_begins(atoms[lead].first) and text in PREPOSITIONS:  # "Von Hagen überbrachte …"
        return "main", (atoms[lead].first, noun_phrase(doc, actors, atoms[lead].first, atoms[at].first)), False, lead
    if (text in PERSONAL or text in _DEMONSTRATIVES) and at - lead <= 2:
        return "main", (atoms[lead].first, atoms[lead].end), False, lead
    right = _right_subject(doc, actors, sentence, at)
    if (
        text in ("als", "wie")
        or text in PREPOSITIONS
        or (
            text in ("den", "dem", "des", "einen", "einem", "dies", "das", "dazu", "darauf")
            and (text not in ("das",) or at - lead == 1)
        )
    ):
        return "main", right, False, lead
    if text in ADVERBS and text not in NOMINATIVE:
        return "main", right, False, lead
    end = noun_phrase(doc, actors, atoms[lead].first, atoms[at].first)
    if end <= atoms[lead].first:
        return "main", right, False, lead
    agent = actors.is_agent(atoms[lead].first, end)
    if not agent and end - atoms[lead].first == 1 and lead == 0 and _common_word(doc, atoms[lead].first):
        return "main", right, False, lead  # "Verglichen mit …", capital only as the first word
    if right is not None and right[1] - right[0] == 1 and doc.types[right[0]].lower == "er":
        return "main", right, False, lead
    if agent or right is None or not actors.is_agent(*right) or (verb is not None and verb.takes("A")):
        return "main", (atoms[lead].first, end), False, lead
    return "main", right, False, lead


def _wie(doc: Document, atoms: tuple[Atom, ...], at: int) -> int | None:
    """Atom of the "wie" that opens the clause which the verb closes ("Wie X, Sprecher von Y, mitteilte")."""
    for k in range(at - 1, max(-1, at - 30), -1):
        atom = atoms[k]
        if atom.text == "wie" and (k == 0 or atoms[k - 1].text in _STOPS or atoms[k - 1].kind == "q"):
            return k
        if atom.text in (";", ":", ".") or (atom.kind == "w" and finite(doc.types[atom.first])):
            return None
    return None


def _common_word(doc: Document, token: int) -> bool:
    """A first word that has its capital from the place alone: the dictionary knows it in lower case, not as a noun."""
    return is_lower_word(doc.types[token].lower)


def _is_final(atoms: tuple[Atom, ...], at: int) -> bool:
    """Whether the verb closes its clause."""
    following = atoms[at + 1] if at + 1 < len(atoms) else None
    return (
        following is None
        or following.text in _STOPS
        or following.kind == "q"
        or following.text in AUXILIARIES
        or following.text in ("und", "oder")
    )


def _np(doc: Document, actors: Actors, sentence: Sentence, start: int, at: int) -> Tokens | None:
    """Noun phrase at the beginning of start … at, over leading adjuncts."""
    atoms = sentence.atoms
    if start >= at:
        return None
    limit = atoms[at].first
    first = skip_adjuncts(doc, actors, atoms[start].first, limit)
    if first < limit and doc.types[first].lower in ("der", "die", "das"):
        pass
    end = noun_phrase(doc, actors, first, limit)
    return (first, end) if end > first else None


def _right_subject(doc: Document, actors: Actors, sentence: Sentence, at: int) -> Tokens | None:
    """Noun phrase behind the finite verb, over adverbs and prepositional phrases."""
    first = skip_adjuncts(doc, actors, sentence.atoms[at].end, sentence.end)
    if first >= sentence.end or doc.quote_at[first] >= 0:
        return None
    lower = doc.types[first].lower
    if lower in ("den", "dem", "des", "einen", "einem") and not actors.person_at(first):
        return None
    end = noun_phrase(doc, actors, first, sentence.end)
    return (first, end) if end > first and not has_finite(doc, first, min(first + 1, end)) else None


def _frame_end(doc: Document, atoms: tuple[Atom, ...], last_cue: int, subject: Tokens | None) -> int:
    """Atom at which the frame ends: the first stop or quotation behind the cue and the subject."""
    at = last_cue + 1
    while at < len(atoms):
        atom = atoms[at]
        inside = subject is not None and atom.first < subject[1]
        if not inside and ((atom.kind == "q" and atom.end - atom.first > 4) or atom.text in _STOPS):
            return at
        at += 1
    return at
