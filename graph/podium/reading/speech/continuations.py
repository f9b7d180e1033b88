"""Sentences that go on with what the last speaker said: in the Konjunktiv, with sollen."""

from collections.abc import Sequence
from dataclasses import replace

from podium.reading.speech.agents import agent_of_sentence
from podium.reading.speech.grammar import PERSONAL, POSSESSIVES, RELATIVES, SUBORDINATORS, is_past, is_subjunctive
from podium.reading.speech.letters import author_before
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Sentence
from podium.reading.speech.scan import Scan
from podium.reading.speech.signals import SOLLEN
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["continuation", "next_of_kin", "of_author"]

_REPORTED_FORMS = frozenset(["indirect", "indirect-free-indirect", "free-indirect"])
_WITHOUT_SPEAKER = frozenset(["source-wonach", "source-demnach", "indirect-relative", "quotation-relative"])
_LETTERS = speech_words("letters")
_THE = frozenset(["dem", "der", "diesem", "dieser"])
_THEREIN = frozenset(["darin", "dort", "weiter"])
_FARTHEST_KIN = 4  # sentences


def next_of_kin(utterances: Sequence[Utterance], sentence: Sentence) -> Utterance | None:
    """The last utterance before a sentence that can lend it its speaker: one that is near."""
    for utterance in reversed(utterances):
        if utterance.speaker and utterance.sentence <= sentence.number and utterance.rule not in _WITHOUT_SPEAKER:
            return utterance if sentence.number - utterance.sentence <= _FARTHEST_KIN else None
    return None


def of_author(
    scan: Scan, sentences: Sequence[Sentence], utterance: Utterance, before: Sequence[Utterance]
) -> Utterance:
    """What "heißt es in dem Schreiben" or "so sein Fazit" quotes, said by whoever spoke before; else as it is."""
    if utterance.rule == "it-says" and not utterance.speaker:
        return _in_there(scan, sentences, utterance, before)
    if utterance.rule not in ("it-says", "so") or len(utterance.speaker) != 1:
        return utterance
    first, end = utterance.speaker[0]
    if utterance.rule == "so" and scan.doc.types[first].lower not in POSSESSIVES:
        return utterance
    named = any(scan.actors.is_named(k) for k in range(first, end))
    if named or (scan.doc.types[first].lower not in _THE | POSSESSIVES and scan.doc.types[first - 1].lower != "im"):
        return utterance
    if utterance.rule == "it-says" and _LETTERS.isdisjoint(scan.doc.lowers[first:end]):
        return utterance
    kin = next_of_kin(before, scan.sentence)
    near = kin is not None and _follows(scan.sentence, kin)
    author = None if near or utterance.rule == "so" else author_before(scan, sentences)
    of_body = not _OF_BODIES.isdisjoint(scan.doc.lowers[first:end])  # not of whoever spoke last
    speaker = author or (kin.speaker if kin is not None and not of_body else None)
    return replace(utterance, speaker=speaker) if speaker else utterance


_OF_BODIES = frozenset("positionspapier resolution petition memorandum".split())


def _in_there(
    scan: Scan, sentences: Sequence[Sentence], utterance: Utterance, before: Sequence[Utterance]
) -> Utterance:
    """ "heißt es darin", of what the sentence before says was written or read out."""
    if _THEREIN.isdisjoint(scan.doc.lowers[scan.sentence.first : scan.sentence.end]):
        return utterance
    kin = next_of_kin(before, scan.sentence)
    speaker = kin.speaker if kin is not None and _follows(scan.sentence, kin) else author_before(scan, sentences)
    return replace(utterance, speaker=speaker) if speaker else utterance


def continuation(scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance]) -> Utterance | None:
    """The sentence as a whole, where it goes on with what the speaker of the utterances `before` said."""
    sentence, types = scan.sentence, scan.doc.types
    if scan.doc.blocks[sentence.block].kind not in ("body", "item"):
        return None
    whole = (sentence.first, sentence.end)
    kin = next_of_kin(before, sentence)
    if kin is not None and sentence.signals & SOLLEN and _follows(sentence, kin) and kin.form in _REPORTED_FORMS:
        return Frame(sentence.number, kin.speaker).says("free-indirect", "sollen-goes-on", whole)
    words = [a for a in scan.atoms if a.kind == "w"]
    told = [a for a in words if is_subjunctive(types[a.first], True) and not _is_set_phrase(scan, a.first)]
    if not told:
        return None
    strict = any(is_subjunctive(types[a.first]) for a in told)
    if _is_told(scan) or (not strict and words[0].text in SUBORDINATORS):
        return None
    speaker = _speaker_by_konjunktiv(scan, sentences, kin) if strict else _speaker_by_conditional(sentence, kin)
    rule = "konjunktiv-goes-on" if strict else "conditional-goes-on"
    return Frame(sentence.number, speaker).says("indirect-free-indirect", rule, whole) if speaker else None


def _follows(sentence: Sentence, kin: Utterance) -> bool:
    return sentence.number - kin.sentence == 1


def _speaker_by_konjunktiv(
    scan: Scan, sentences: Sequence[Sentence], kin: Utterance | None
) -> tuple[Tokens, ...] | None:
    """Speaker of the utterance before; of the sentence before where that has a subject of its own that can speak."""
    sentence = scan.sentence
    last = sentences[sentence.number - 1] if sentence.number else None
    if last is not None and last.block == sentence.block and (kin is None or kin.sentence < last.number):
        subject = agent_of_sentence(Scan(scan.doc, scan.actors, last), strict=True)
        if subject is not None and scan.doc.types[subject[0]].lower not in PERSONAL:
            return (subject,)
    if kin is None:
        return None
    far = sentence.number - kin.sentence > 2
    return None if far and sentences[kin.sentence].block != sentence.block else kin.speaker


def _speaker_by_conditional(sentence: Sentence, kin: Utterance | None) -> tuple[Tokens, ...] | None:
    """Speaker of an utterance in the sentence right before: the Konjunktiv II alone says little."""
    return kin.speaker if kin is not None and sentence.number - kin.sentence <= 1 else None


def _is_set_phrase(scan: Scan, token: int) -> bool:
    """ "es sei denn", "sei es", "Gott sei Dank", "hingewiesen sei auf …": a Konjunktiv that reports nothing."""
    lowers = scan.doc.lowers
    before, behind = lowers[token - 1], lowers[token + 1] if token + 1 < len(lowers) else ""
    if lowers[token] != "sei":
        return False
    idiom = (before == "es" and behind == "denn") or behind in ("es", "dank")
    return idiom or before in _MENTIONED or behind in _MENTIONED


_MENTIONED = frozenset("erwähnt genannt hingewiesen angemerkt hervorgehoben verwiesen gesagt".split())


def _is_told(scan: Scan) -> bool:
    """Whether only dependent clauses are in the Konjunktiv: "Was nötig sei, besprachen sie"."""
    told = False
    atoms, types = scan.atoms, scan.doc.types
    start = 0
    for k in range(len(atoms) + 1):
        if k < len(atoms) and atoms[k].text not in (",", ";", ":"):
            continue
        words = [a for a in atoms[start:k] if a.kind == "w"]
        start = k + 1
        if not words or (words[0].text in SUBORDINATORS and words[0].text != "da"):
            continue
        if words[0].text in RELATIVES and words[0] is not atoms[0]:
            continue
        if any(is_subjunctive(types[a.first], True) for a in words):
            return False
        told = told or any(is_past(types[a.first]) for a in words)
    return told
