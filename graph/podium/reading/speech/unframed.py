"""Quotations that stand alone: framed by the paragraph before ("… erklärt X:"), or going on with the last speaker."""

from collections.abc import Collection, Sequence

from podium.reading.acts import act_of_noun
from podium.reading.speech.agents import agent_beside
from podium.reading.speech.colons import clause_before_colon
from podium.reading.speech.continuations import next_of_kin
from podium.reading.speech.forefield import subject_behind
from podium.reading.speech.fragments import is_speech
from podium.reading.speech.grammar import finite
from podium.reading.speech.outline import Atom, Sentence
from podium.reading.speech.scan import Scan
from podium.reading.speech.signatures import (
    deed_before,
    described_behind,
    is_alone,
    label_before,
    signature,
    with_words_before,
)
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["unframed_quotations"]


def unframed_quotations(
    scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance], taken: Collection[Tokens]
) -> list[Utterance]:
    """Quotations of a sentence that no frame took; `before` are utterances up to and in this sentence."""
    result: list[Utterance] = []
    alone, bracketed = is_alone(scan), _in_brackets(scan)
    for atom in scan.atoms:
        if atom.kind != "q" or (atom.first, atom.end) in taken:
            continue
        if any(u.quote and u.quote[0][0] <= atom.first < u.quote[-1][1] for u in before):
            continue
        if (atom.first, atom.end) in bracketed:
            frame = Frame(scan.sentence.number, (bracketed[atom.first, atom.end],))
            result.append(frame.says("direct", "signature", (atom.first, atom.end)))
            continue
        if not is_speech(scan.doc, atom, scan.sentence):
            continue
        found = _framed_before(scan, sentences, atom) or _signed(scan, sentences, atom)
        found = found or _of_subject(scan, atom) or _before_any_verb(scan, atom)
        if found is None and alone:
            found = _after_deed(scan, sentences, before, atom) or _before_description(scan, sentences, atom)
        kin = None if found else next_of_kin([*before, *result], scan.sentence)
        if kin is not None:
            frame = Frame(scan.sentence.number, kin.speaker)
            found = frame.says("direct", "quotation-goes-on", (atom.first, atom.end))
        if found is not None:
            result.append(found)
    return result


def _in_brackets(scan: Scan) -> dict[Tokens, Tokens]:
    """Speakers by quotation in "„Ein Gewinn“ (Landrätin X), „längst überfällig“ (Kreishandwerksmeister Y)".

    One alone may as well be a book with its author, and those of a programme are talks.
    """
    doc, found = scan.doc, {}
    if scan.sentence.quoted and doc.blocks[scan.sentence.block].kind != "item":
        for atom in scan.atoms:
            first = atom.end + 1
            mention = (
                scan.actors.person_at(first) if atom.kind == "q" and doc.words[atom.end : first] == ["("] else None
            )
            if mention is not None and mention.phrase[0] == first and mention.form == "name":
                found[atom.first, atom.end] = mention.phrase
    return found if len(found) > 1 else {}


def _framed_before(scan: Scan, sentences: Sequence[Sentence], quote: Atom) -> Utterance | None:
    """A quotation behind a sentence of saying that ends with a colon."""
    clause = clause_before_colon(scan, sentences)
    if clause is None:
        who = label_before(scan, sentences)
        if who is None:
            return None
        return Frame(scan.sentence.number, (who,)).says("direct", "quotation-after-colon", (quote.first, quote.end))
    frame = Frame(scan.sentence.number, (clause.subject,) if clause.subject else (), clause.cue)
    return frame.says("direct", "quotation-after-colon", (quote.first, quote.end))


def _signed(scan: Scan, sentences: Sequence[Sentence], quote: Atom) -> Utterance | None:
    """ "„…“ – X, Leiterin des Hauses"."""
    opened = with_words_before(scan, sentences, quote.end)
    if opened is not None:
        first = sentences[scan.sentence.number + 1].first
        words = ((first + 2, first + 3),) if scan.doc.lowers[first] in ("mit", "für") else ()  # "Mit diesem | Satz"
        frame = Frame(scan.sentence.number + 1, (opened,), words)
        return frame.says("direct", "with-these-words", (quote.first, quote.end))
    who = signature(scan, sentences, quote.end)
    return Frame(scan.sentence.number, (who,)).says("direct", "signature", (quote.first, quote.end)) if who else None


def _after_deed(
    scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance], quote: Atom
) -> Utterance | None:
    """ "X winkt ab. „…“", unless the sentence before holds speech already."""
    if before and before[-1].sentence >= scan.sentence.number - 1:
        return None
    who = deed_before(scan, sentences)
    return Frame(scan.sentence.number, (who,)).says("direct", "after-deed", (quote.first, quote.end)) if who else None


def _before_description(scan: Scan, sentences: Sequence[Sentence], quote: Atom) -> Utterance | None:
    who = described_behind(scan, sentences, (quote.first, quote.end))
    return Frame(scan.sentence.number, (who,)).says("direct", "before-deed", (quote.first, quote.end)) if who else None


def _before_any_verb(scan: Scan, quote: Atom) -> Utterance | None:
    """ "„…“, gab X die Richtung vor": whatever the verb behind the comma means, its subject said it."""
    atoms = scan.atoms
    at = next((k for k, atom in enumerate(atoms) if atom.first == quote.first), len(atoms)) + 2
    if at >= len(atoms) or atoms[at - 1].text != "," or atoms[at].kind != "w" or not finite(scan.word(at)):
        return None
    subject = subject_behind(scan, at)
    if subject is None:
        return None
    named = any(scan.actors.person_at(k) for k in range(*subject))
    if not named and scan.doc.lowers[subject[0]] not in ("er", "sie"):
        return None
    frame = Frame(scan.sentence.number, (subject,), ((atoms[at].first, atoms[at].end),))
    return frame.says("direct", "quotation-any-verb", (quote.first, quote.end))


def _is_title(scan: Scan, quote: Atom) -> bool:
    """ "Impuls: „…?“, Prof. X" in a programme: what a talk is called."""
    named = act_of_noun(scan.doc.types[quote.first - 2]) in ("Vortrag", "Podiumsdiskussion")
    return named and not any(atom.kind == "w" and finite(scan.doc.types[atom.first]) for atom in scan.atoms)


def _of_subject(scan: Scan, quote: Atom) -> Utterance | None:
    """A quotation behind a colon, whose speaker the sentence names without a verb of saying."""
    if not quote.first or scan.doc.words[quote.first - 1] != ":":
        return None
    agent = agent_beside(scan, (quote.first, quote.end), strict=True)
    if agent is None or (quote.first > 1 and _is_title(scan, quote)):
        return None
    return Frame(scan.sentence.number, (agent,)).says("direct", "quotation-of-subject", (quote.first, quote.end))
