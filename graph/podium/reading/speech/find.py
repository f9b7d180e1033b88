"""All speech of a text, sentence by sentence: frames first, then what goes on with the speaker before."""

from collections.abc import Iterable

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.clauses import Clause, find_clauses
from podium.reading.speech.grammar import PERSONAL, RELATIVES, SUBORDINATORS, is_past, is_subjunctive
from podium.reading.speech.indirect import utterances_of
from podium.reading.speech.nouns import noun_utterances
from podium.reading.speech.outline import Atom, Sentence, outer_sentences
from podium.reading.speech.quotations import agent_of_sentence, colon_quotation, is_speech, next_of_kin
from podium.reading.speech.signals import CONDITIONAL, NOUN, SOLLEN, SOURCE, SUBJUNCTIVE, VERB
from podium.reading.speech.sources import source_utterances
from podium.reading.speech.utterance import Tokens, Utterance

__all__ = ["find_speech"]

_REPORTED_FORMS = frozenset(["indirect", "indirect-free-indirect", "free-indirect"])
_RECENT = 40  # utterances looked back on, so that time grows with the length of the text alone


def find_speech(doc: Document, actors: Actors, sentences: list[Sentence] | None = None) -> list[Utterance]:
    """Utterances in the order of their sentences; a quotation is taken once."""
    found: list[Utterance] = []
    sentences = outer_sentences(doc) if sentences is None else sentences
    for sentence in sentences:
        found += _of_sentence(doc, actors, sentence, sentences, found)
    return found


def _of_sentence(
    doc: Document, actors: Actors, sentence: Sentence, sentences: list[Sentence], before: list[Utterance]
) -> list[Utterance]:
    bits = sentence.signals
    if not bits and not sentence.quoted:
        return []
    clauses = find_clauses(doc, actors, sentence) if bits & VERB else []
    here: list[Utterance] = []
    for number, clause in enumerate(clauses):
        if _within(doc, clause, here):
            continue
        following = clauses[number + 1] if number + 1 < len(clauses) else None
        here += utterances_of(doc, actors, sentence, clause, following)
    if bits & SOURCE:
        here += source_utterances(doc, actors, sentence)
    if bits & NOUN:
        here += _outside(noun_utterances(doc, actors, sentence), here)
    here = _without_inner(doc, _without_doubles(here))
    taken = {u.quote[0] for u in here if u.form == "direct"}
    if sentence.quoted:
        for utterance in colon_quotation(doc, actors, sentence):
            if utterance.quote[0] not in taken:
                here.append(utterance)
                taken.add(utterance.quote[0])
        here += _unframed(doc, actors, sentence, sentences, [*before[-_RECENT:], *here], taken, clauses)
    if not here and bits & SUBJUNCTIVE:
        here += _after_colon(doc, actors, sentence)
    if not here and bits & (SUBJUNCTIVE | CONDITIONAL | SOLLEN):
        here += _continuation(doc, actors, sentence, sentences, before)
    return here


def _without_inner(doc: Document, found: list[Utterance]) -> list[Utterance]:
    """Drops what a verb in the Konjunktiv frames inside of what somebody said ("Dort spreche X, sagte Y")."""
    regions = [(u, a, b) for u in found if u.form == "indirect" and not u.nested for a, b in u.quote]
    return [
        u
        for u in found
        if not u.cue
        or not is_subjunctive(doc.types[u.cue[0][0]])
        or not any(o is not u and a <= u.cue[0][0] < b for o, a, b in regions)
    ]


def _within(doc: Document, clause: Clause, found: list[Utterance]) -> bool:
    """A clause in the Konjunktiv inside of what somebody said: "X sagte, sie hoffe, dass …" has one speaker."""
    first = clause.cue[0][0]
    if not is_subjunctive(doc.types[first]):
        return False
    return any(u.form == "indirect" and a <= first < b for u in found for a, b in u.quote)


def _outside(more: Iterable[Utterance], found: list[Utterance]) -> list[Utterance]:
    """Those whose content no utterance found so far covers."""
    taken = [span for u in found if u.form != "reported" for span in u.quote]
    return [u for u in more if not any(a < u.quote[0][1] and u.quote[0][0] < b for a, b in taken)]


def _without_doubles(found: list[Utterance]) -> list[Utterance]:
    """One utterance for each stretch: a later frame over the same words is dropped; reports yield to clauses."""
    kept: list[Utterance] = []
    clauses = {u.speaker for u in found if u.form in ("indirect", "direct")}
    seen: set[tuple[Tokens, ...]] = set()
    for utterance in found:
        if (utterance.form == "reported" and utterance.speaker in clauses) or (
            utterance.quote and utterance.quote in seen
        ):
            continue
        seen.add(utterance.quote)
        kept.append(utterance)
    return kept


def _unframed(
    doc: Document, actors: Actors, sentence: Sentence, sentences: list[Sentence], found: list[Utterance],
    taken: set[Tokens], clauses: list[Clause],
) -> list[Utterance]:  # fmt: skip
    """Quotations that stand alone: the frame is the paragraph before ("… erklärt X:") or the last speaker goes on."""
    result: list[Utterance] = []
    for atom in sentence.atoms:
        if atom.kind != "q" or (atom.first, atom.end) in taken or not is_speech(doc, atom, sentence):
            continue
        if any(u.quote and u.quote[0][0] <= atom.first < u.quote[-1][1] for u in found):
            continue
        framing = _colon_before(doc, actors, sentence, sentences)
        quote = ((atom.first, atom.end),)
        if framing is not None:
            speaker = (framing.subject,) if framing.subject else ()
            result.append(
                Utterance("direct", quote, speaker, framing.cue, (), sentence.number, "quotation-after-colon")
            )
            continue
        led = atom.first and doc.words[atom.first - 1] == ":"
        own = agent_of_sentence(doc, actors, sentence, atom, strict=True) if led else None
        if own is not None:
            result.append(Utterance("direct", quote, (own,), (), (), sentence.number, "quotation-of-subject"))
            continue
        kin = next_of_kin(doc, [*found, *result], sentence)
        if kin is not None:
            result.append(Utterance("direct", quote, kin.speaker, (), (), sentence.number, "quotation-goes-on"))
    return result


def _colon_before(doc: Document, actors: Actors, sentence: Sentence, sentences: list[Sentence]) -> Clause | None:
    """The clause of saying in the sentence before, if that ends with a colon."""
    if not sentence.number:
        return None
    last = sentences[sentence.number - 1]
    if not last.atoms or last.atoms[-1].text != ":":
        return None
    clauses = find_clauses(doc, actors, last)
    return clauses[-1] if clauses else None


def _continuation(
    doc: Document, actors: Actors, sentence: Sentence, sentences: list[Sentence], before: list[Utterance]
) -> list[Utterance]:
    """A sentence in the Konjunktiv goes on with what the last speaker said."""
    if doc.blocks[sentence.block].kind not in ("body", "item"):
        return []
    types = doc.types
    words = [a for a in sentence.atoms if a.kind == "w"]
    kin = next_of_kin(doc, before[-_RECENT:], sentence)
    follows = kin is not None and sentence.number - kin.sentence == 1
    if kin is not None and follows and sentence.signals & SOLLEN and kin.form in _REPORTED_FORMS:
        whole = ((sentence.first, sentence.end),)
        return [Utterance("free-indirect", whole, kin.speaker, (), (), sentence.number, "sollen-goes-on")]
    strict = any(is_subjunctive(types[a.first]) for a in words)
    if not (strict or any(is_subjunctive(types[a.first], True) for a in words)) or _told(doc, sentence):
        return []
    speaker = _last_speaker(doc, actors, sentence, sentences, kin, strict)
    if speaker is None or (words and words[0].text in SUBORDINATORS and not strict):
        return []
    whole = ((sentence.first, sentence.end),)
    rule = "konjunktiv-goes-on" if strict else "conditional-goes-on"
    return [Utterance("indirect-free-indirect", whole, speaker, (), (), sentence.number, rule)]


def _after_colon(doc: Document, actors: Actors, sentence: Sentence) -> list[Utterance]:
    """ "X hält das für richtig: Schon jetzt habe sich gezeigt, …": words in the Konjunktiv behind a colon."""
    atoms = sentence.atoms
    colon = next((k for k, a in enumerate(atoms) if a.text == ":" and k + 2 < len(atoms)), None)
    if colon is None or not any(a.kind == "w" and is_subjunctive(doc.types[a.first]) for a in atoms[colon + 1 :]):
        return []
    if any(a.kind == "w" and is_subjunctive(doc.types[a.first], True) for a in atoms[:colon]):
        return []
    rest = Atom(atoms[colon].first, sentence.end, "q", "„“")
    agent = agent_of_sentence(doc, actors, sentence, rest)
    if agent is None or agent[0] >= atoms[colon].first:
        return []
    last = atoms[-1] if atoms[-1].text not in (".", "!", "?") else atoms[-2]
    frame = ((sentence.first, atoms[colon].end),)
    quote = ((atoms[colon + 1].first, last.end),)
    return [Utterance("indirect", quote, (agent,), (), frame, sentence.number, "konjunktiv-after-colon")]


def _told(doc: Document, sentence: Sentence) -> bool:
    """Whether only dependent clauses are in the Konjunktiv: "Was nötig sei, besprachen sie"."""
    told = False
    atoms = sentence.atoms
    start = 0
    for k in range(len(atoms) + 1):
        if k < len(atoms) and atoms[k].text not in (",", ";", ":"):
            continue
        words = [a for a in atoms[start:k] if a.kind == "w"]
        start = k + 1
        if not words or (words[0].text in SUBORDINATORS and words[0].text not in ("da", "so")):
            continue
        if words[0].text in RELATIVES and words[0] is not atoms[0]:
            continue
        if any(is_subjunctive(doc.types[a.first], True) for a in words):
            return False
        told = told or any(is_past(doc.types[a.first]) for a in words)
    return told


def _last_speaker(
    doc: Document, actors: Actors, sentence: Sentence, sentences: list[Sentence], kin: Utterance | None, strict: bool
) -> tuple[Tokens, ...] | None:
    """Speaker of the utterance before; of the sentence before where that has a subject of its own that can speak."""
    last = sentences[sentence.number - 1] if sentence.number else None
    if strict and last is not None and last.block == sentence.block and (kin is None or kin.sentence < last.number):
        subject = agent_of_sentence(doc, actors, last, None, strict=True)
        if subject is not None and doc.types[subject[0]].lower not in PERSONAL:
            return (subject,)
    if kin is None or (not strict and sentence.number - kin.sentence > 1):
        return None
    if sentence.number - kin.sentence > 2 and sentences[kin.sentence].block != sentence.block:
        return None
    return kin.speaker
