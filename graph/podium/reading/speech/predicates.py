"""The predicate of a clause of saying: auxiliary, separated particle, words that the verb needs beside it."""

from collections.abc import Sequence

from podium.reading.speech.grammar import MODALS, NOMINATIVE, OBLIQUE, RELATIVES, SUBORDINATORS
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Atom
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import STOPS, is_long_quote, stretch_around
from podium.reading.speech.verbs import SpeechVerb
from podium.reading.words import word as small

__all__ = ["cue_of", "helper_of", "is_attribute", "is_no_report", "makes_passive"]

_CAUSE = speech_words("causatives")
_PASSIVE = speech_words("passive auxiliaries") | MODALS
_HELPERS = speech_words("perfect auxiliaries") | _PASSIVE
_NO_REPORT = MODALS | _CAUSE
_DEPENDENT = RELATIVES | SUBORDINATORS
_ADJOINING = frozenset("mit von bei aus durch zwischen gegen gegenüber unter".split())  # no particles but "mit"
_BEFORE_PARTICIPLE = frozenset("deutlich klar bekannt kund geltend".split())
_DEFINITE = frozenset(["der", "die", "des"])
_DECLINED = ("te", "ten", "ene", "enen")
_AND = frozenset(["und", "sowie", "aber", "doch", "denn"])
_OPENING = frozenset([";", ":", ".", "dass", "ob"])  # the next clause
_CLOSING = frozenset([";", ".", "!", "?", "dass", "ob"])  # the clause of a verb


def is_attribute(scan: Scan, at: int) -> bool:
    """A participle before a noun ("die gemachten Angaben"), "mahnend", an infinitive with zu ("anzusprechen")."""
    atoms, word = scan.atoms, scan.word(at)
    if word.lower == word.lemma + "d" or ("zu" in word.lower and word.lower.replace("zu", "", 1) == word.lemma):
        return True
    before = atoms[at - 1].text if at else ""
    if at > 1 and atoms[at - 2].text in _DEFINITE and not scan.word(at - 1).cap:
        adverb = at == 2 or atoms[at - 3].text != ","  # else a relative clause: "X, der gestern sagte, …"
        if adverb and word.lower.endswith(_DECLINED) and at + 1 < len(atoms) and scan.word(at + 1).cap:
            return True  # "Der gestern angekündigte Landrat X"
    if before == "zu" or (before == "sich" and word.lower == word.lemma):
        return True  # "zu sagen", "es lässt sich sagen"
    if at + 1 >= len(atoms) or not (before in NOMINATIVE or before in OBLIQUE):
        return word.lower.endswith("en") and before in _ADJOINING and at + 1 < len(atoms) and scan.word(at + 1).cap
    plain = before in ("das", "dies") or (before == "dem" and not word.lower.endswith("en"))
    if plain and scan.actors.person_begins(atoms[at].end):
        return False  # "Dem pflichtete Uwe Blum bei", "Das berichteten Uwe Blum und Eva Lind"
    inflected = word.lower.endswith(("e", "en", "er", "es", "em"))
    return inflected and (atoms[at + 1].kind == "q" or scan.word(at + 1).cap)


def makes_passive(helper: Atom) -> bool:
    """Whether an auxiliary makes a passive, or with a modal or causative no report at all."""
    return helper.text in _PASSIVE or helper.text in _CAUSE


def is_no_report(helper: Atom) -> bool:
    """Whether what "will", "soll" or "lässt" goes with was not said."""
    return helper.text in _NO_REPORT


def helper_of(scan: Scan, at: int) -> int | None:
    """The auxiliary or modal of a participle or infinitive, looked for in its stretch and over appositions."""
    atoms, word = scan.atoms, scan.word(at)
    participle = word.participle or (at == 0 and small(word.lower).participle)  # "Vorgestellt wurden …"
    if not (participle or word.lower == word.lemma or word.lower.startswith("ge")):
        return None
    left, right = stretch_around(atoms, at)
    if left == at and not participle:
        return None
    for k in range(at + 1, min(right, at + 3)):
        if atoms[k].text in _HELPERS:
            return k
    for k in range(at - 1, -1, -1):
        text = atoms[k].text
        if text in _HELPERS or text in _CAUSE:
            closed = k < left and atoms[k + 1].text == "," and k > 0 and scan.word(k - 1).participle
            return None if closed else k  # "…, den er geschrieben hatte, versichert X"
        if text in (":", ";", ".") or (k < left and text in SUBORDINATORS and text not in RELATIVES):
            return None
        if k < left and _closes_main_clause(scan, k):
            return None  # "Er hätte sich nicht getraut, erzählt X": the auxiliary has its own participle
    return None


def _closes_main_clause(scan: Scan, k: int) -> bool:
    """Whether an atom is a participle before a comma, and no dependent clause's."""
    atoms = scan.atoms
    if atoms[k].kind != "w" or atoms[k + 1].text != "," or not scan.word(k).participle:
        return False
    return atoms[stretch_around(atoms, k)[0]].text not in _DEPENDENT


def cue_of(scan: Scan, at: int, verbs: tuple[SpeechVerb, ...]) -> tuple[SpeechVerb, list[int]] | None:
    """The first verb of saying whose particle or needed word is there, with the atoms of the particle."""
    if not (verbs[0].needs or verbs[0].particle or verbs[0].without):
        return verbs[0], []
    atoms, forms = scan.atoms, frozenset(scan.doc.lowers[scan.sentence.first : scan.sentence.end])
    for verb in verbs:
        if verb.needs:
            if verb.needs.isdisjoint(forms):
                continue
            if verb.lemma == "lassen" and "erklären" in verb.needs and "sich" in [a.text for a in atoms[at : at + 4]]:
                continue  # "ließ sich von X die Abläufe erklären": X explains
            if _has_needed(atoms, at, verb.needs):
                return verb, []
            continue
        if not verb.without.isdisjoint(forms) and _has_needed(atoms, at, verb.without):
            continue
        particle: list[int] | None = []
        if verb.particle:
            particle = _particle(atoms, at, verb.particle) if verb.particle[0] in forms else None
        if particle is not None:
            return verb, particle
    return None


def _particle(atoms: Sequence[Atom], at: int, particle: tuple[str, ...]) -> list[int] | None:
    """Atoms of a separated particle: the last word of the clause, or words before the next stop."""
    size = len(particle)
    adjoins = size > 1 or particle[0] in _BEFORE_PARTICIPLE
    if adjoins and at > size and tuple(a.text for a in atoms[at - size : at]) == particle:
        return list(range(at - size, at))  # "hat deutlich gemacht, dass …"
    for k in range(at + 1, len(atoms) - size + 1):
        if atoms[k].text == particle[0] and tuple(a.text for a in atoms[k : k + size]) == particle:
            after = atoms[k + size] if k + size < len(atoms) else None
            if after is None or after.kind == "q" or after.text in STOPS or after.text in _AND or size > 1:
                return list(range(k, k + size))
        if atoms[k].text in _CLOSING:
            return None
    return None


def _has_needed(atoms: Sequence[Atom], at: int, needs: frozenset[str]) -> bool:
    """Whether one of the words stands in the verb's own clause, before the next clause begins."""
    for k in range(at + 1, len(atoms)):
        atom = atoms[k]
        if atom.text in _OPENING or (atom.kind == "q" and is_long_quote(atom)):
            break
        if atom.text in needs and "nach" not in (atoms[k - 1].text, atoms[k - 2].text):
            return True
    left, _ = stretch_around(atoms, at)
    return not needs.isdisjoint([atom.text for atom in atoms[left:at]])
