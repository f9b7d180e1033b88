"""Verbs of saying with words before them in their stretch: which of those words, if any, are the subject."""

from collections.abc import Sequence

from podium.reading.acts import is_audience
from podium.reading.speech.clause import Subject
from podium.reading.speech.grammar import (
    ADVERBS,
    AUXILIARIES,
    NOMINATIVE,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    finite,
    is_past,
)
from podium.reading.speech.lists import speech_words
from podium.reading.speech.noun_cores import is_oblique
from podium.reading.speech.outline import Atom
from podium.reading.speech.phrases import noun_phrase, skip_adjuncts
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import STOPS
from podium.reading.speech.utterance import Tokens
from podium.reading.speech.verbs import SpeechVerb
from podium.reading.words import is_known, is_lower_word

__all__ = ["forefield_subject", "is_final", "phrase_between", "subject_behind"]

_OPENERS = speech_words("openers of a clause")
_POINTING = PERSONAL | speech_words("demonstrative subjects")
_NO_SUBJECT = PREPOSITIONS | speech_words("forefield without subject") | (ADVERBS - NOMINATIVE)
_RELATIVES = RELATIVES | {"welchem", "welchen"}
_OBLIQUE = frozenset("dem den denen welchem welchen".split())
_THEN = frozenset(["ehe", "bevor", "nachdem", "als"])
_WHEREIN = frozenset(["worin", "wobei", "womit"])
_GREETED = speech_words("greeted")
_ACCUSATIVE = frozenset(["den", "dem", "des", "einen", "einem"])


def forefield_subject(scan: Scan, start: int, at: int, verb: SpeechVerb | None) -> Subject:
    """Subject of the verb at an atom whose stretch begins at atom `start`."""
    lead = start
    while lead < at and scan.atoms[lead].text in _OPENERS:
        lead += 1
    if lead >= at:
        return Subject("main", subject_behind(scan, at), False, start)
    dependent = _dependent(scan, lead, at) if is_final(scan.atoms, at) else None
    return dependent or Subject("main", _of_main_clause(scan, lead, at, verb), False, lead)


def is_final(atoms: Sequence[Atom], at: int) -> bool:
    """Whether the verb closes its clause."""
    if at + 1 >= len(atoms):
        return True
    text = atoms[at + 1].text
    return atoms[at + 1].kind == "q" or text in STOPS or text in AUXILIARIES or text in ("und", "oder")


def phrase_between(scan: Scan, start: int, at: int) -> Tokens | None:
    """Noun phrase at the beginning of atoms start … at, over leading adjuncts."""
    if start >= at:
        return None
    limit = scan.atoms[at].first
    first = skip_adjuncts(scan.actors, scan.atoms[start].first, limit)
    end = noun_phrase(scan.actors, first, limit)
    return (first, end) if end > first else None


def subject_behind(scan: Scan, at: int) -> Tokens | None:
    """Noun phrase behind the finite verb, over adverbs and prepositional phrases."""
    doc, limit = scan.doc, scan.sentence.end
    first = skip_adjuncts(scan.actors, scan.atoms[at].end, limit)
    if first >= limit or doc.quote_at[first] >= 0:
        return None
    if doc.types[first].lower in _ACCUSATIVE:
        first = _behind_audience(scan, first)
        mention = scan.actors.person_at(first)
        if mention is None or not mention.phrase[0] <= first <= mention.first:
            return None  # "dankte dem Leiter, X"
    end = noun_phrase(scan.actors, first, limit)
    return (first, end) if end > first and not finite(doc.types[first]) else None


def _behind_audience(scan: Scan, first: int) -> int:
    """Token of the office behind those who are told: "trug den Delegierten | der Direktor X vor"; or `first`."""
    if scan.doc.types[first].lower != "den" or first + 2 >= scan.sentence.end:
        return first
    told = is_audience(scan.doc.types[first + 1]) and scan.doc.types[first + 2].lower in ("der", "die")
    return first + 2 if told and scan.actors.person_begins(first + 2) else first


def _dependent(scan: Scan, lead: int, at: int) -> Subject | None:
    """Subject of a dependent clause that the word at `lead` opens and the verb closes; None for a main clause."""
    atom, capital = scan.atoms[lead], scan.word(lead).cap
    pronoun = Subject("relative", (atom.first, atom.end), False, lead)
    behind_comma = lead > 0 and scan.atoms[lead - 1].text == ","
    relative = behind_comma and atom.text in RELATIVES
    if behind_comma and atom.text in PREPOSITIONS and scan.atoms[lead + 1].text in _RELATIVES and lead + 2 < at:
        return Subject("main", phrase_between(scan, lead + 2, at), False, lead)  # "eine Rede, in der sie mahnte"
    if atom.text in _WHEREIN and behind_comma:
        return Subject("main", phrase_between(scan, lead + 1, at), False, lead)  # "…, wobei sie betonte, dass …"
    if atom.text == "wie":
        return Subject("wie", phrase_between(scan, lead + 1, at), False, lead)
    if atom.text == "während" and lead:  # "A lobte den Plan, während B zur Vorsicht mahnte": as good as "und"
        return Subject("main", phrase_between(scan, lead + 1, at), False, lead)
    if (atom.text in _THEN and lead and is_past(scan.word(at))) or atom.text == "während":
        who = phrase_between(
            scan, lead + 1, at
        )  # "…, ehe B den Nutzen hervorhob", not "nachdem die Eltern gewarnt hatten"
        if who is not None and any(scan.actors.person_at(token) for token in range(*who)):
            return Subject("main", who, False, lead)
    if behind_comma and atom.text in _OBLIQUE:
        return Subject("main", phrase_between(scan, lead + 1, at), False, lead)  # "…, dem X für seine Arbeit dankte"
    if behind_comma and atom.text in ("dessen", "deren"):  # "…, deren Arbeit X lobte", "…, deren Leiterin dankte"
        named = next((scan.atoms[k].first for k in range(lead + 2, at) if _opens_person(scan, k)), None)
        end = noun_phrase(scan.actors, named, scan.atoms[at].first) if named is not None else None
        who = phrase_between(scan, lead + 1, at) if named is None or end is None else (named, end)
        return Subject("main", who, False, lead)
    if atom.text in SUBORDINATORS and not (capital and atom.text == "da"):  # "Da sagte X …" is a main clause
        if relative and atom.text not in ("wer", "was", "wo"):
            return pronoun
        return Subject("subordinate", phrase_between(scan, lead + 1, at), False, lead)
    return pronoun if relative and not capital else None


def _opens_person(scan: Scan, k: int) -> bool:
    """Whether a person who is no object begins at an atom."""
    first = scan.atoms[k].first
    return scan.actors.person_begins(first) and scan.doc.lowers[first - 1] not in PREPOSITIONS


def _of_main_clause(scan: Scan, lead: int, at: int, verb: SpeechVerb | None) -> Tokens | None:
    atom, limit, actors = scan.atoms[lead], scan.atoms[at].first, scan.actors
    if actors.person_begins(atom.first) and atom.text in PREPOSITIONS:  # "Von Hagen überbrachte …"
        return atom.first, noun_phrase(actors, atom.first, limit)
    if atom.text in ("diese", "dieses") and verb is not None and verb.takes("I"):
        right = subject_behind(scan, at)
        if right is not None and actors.person_at(right[0]) is not None:
            return right  # "Diese wiederum lehnte X ab": what X rejects
    if atom.text in _POINTING and (at - lead == 1 or (at - lead == 2 and not scan.word(lead + 1).cap)):
        return atom.first, atom.end
    right = subject_behind(scan, at)
    if atom.text in _NO_SUBJECT or is_oblique(scan.doc, atom.first) or (atom.text == "das" and at - lead == 1):
        return right
    if atom.text in ("kein", "keine"):
        return right or _person_behind(scan, limit)  # "Kein Blatt vor den Mund nahm X"
    end = noun_phrase(actors, atom.first, limit)
    if right is not None and _is_greeted(scan, lead, at) and actors.person_at(right[0]) is not None:
        return right
    return _left_or_right(scan, (atom.first, end), right, verb) if end > atom.first else right


def _is_greeted(scan: Scan, lead: int, at: int) -> bool:
    """Whether "Die Gäste" before a verb in the singular are its object: "Die Gäste hieß X willkommen"."""
    length = at - lead - (scan.atoms[at - 1].text == "willkommen")  # "Die Gäste willkommen hieß X"
    plural = scan.atoms[lead].text in ("die", "alle") and length == 2 and scan.atoms[lead + 1].text in _GREETED
    return plural and not scan.atoms[at].text.endswith("n")


def _person_behind(scan: Scan, first: int) -> Tokens | None:
    """ "Ein Resümee zog zum Abschluss X": the person that the clause names behind an adjunct, if no object."""
    for atom in scan.atoms:
        if atom.first < first or atom.kind != "w":
            continue
        if atom.text in STOPS:
            return None
        if scan.actors.person_begins(atom.first):
            before = scan.doc.lowers[max(0, atom.first - 2) : atom.first]  # "dem Bauherrn X": a noun before the name
            oblique = atom.text in _ACCUSATIVE or before[-1] in PREPOSITIONS or before[0] in _ACCUSATIVE
            return None if oblique else (atom.first, noun_phrase(scan.actors, atom.first, scan.sentence.end))
    return None


def _is_plural(scan: Scan, left: Tokens) -> bool:
    """Whether the finite verb behind a phrase is a plural."""
    verb = next((atom.text for atom in scan.atoms if atom.first >= left[1] and finite(scan.doc.types[atom.first])), "n")
    return verb.endswith("n")


def _left_or_right(scan: Scan, left: Tokens, right: Tokens | None, verb: SpeechVerb | None) -> Tokens | None:
    """Which noun phrase around a verb is its subject: who acts, else the first; some verbs have an addressee."""
    types, actors = scan.doc.types, scan.actors
    name = left[1] - left[0] == 1 and types[left[0]].alpha and not is_known(types[left[0]].lower)
    agent = name or actors.is_agent(*left)  # a word that no dictionary knows is a name
    first = left[0] == scan.atoms[0].first
    if not agent and first and left[1] - left[0] == 1 and is_lower_word(types[left[0]].lower):
        return right  # "Verglichen mit …", capital only as the first word
    if right is None:
        return left if agent else _person_behind(scan, left[1]) or left
    if right[1] - right[0] == 1 and types[right[0]].lower == "er":
        return right
    if types[left[0]].digit and types[left[0]].lower != "1" and actors.is_agent(*right) and not _is_plural(scan, left):
        return right  # "500 Stellen stellte X in Aussicht"
    return left if agent or not actors.is_agent(*right) or (verb is not None and verb.takes("A")) else right
