"""Words that a noun ties to whom the text speaks of: "Ihr Rat: „…“", "Seine Bilanz fiel …: Nur wenige hätten …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from podium.reading.speech.agents import agent_of_sentence
from podium.reading.speech.continuations import next_of_kin
from podium.reading.speech.fragments import is_titled
from podium.reading.speech.grammar import POSSESSIVES, RELATIVES, SUBORDINATORS, is_subjunctive
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Sentence
from podium.reading.speech.scan import Scan
from podium.reading.speech.stretches import stretch_around
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["own_words", "whose", "with_these_words"]

_HIS_IN_CASES = frozenset("seinen ihren seiner ihrer seinem ihrem".split())
_NOUNS = speech_words("own words")
_ADDRESSING = frozenset("dank lob gruß appell mahnung anerkennung glückwunsch kritik".split())
_GOES = frozenset(["galt", "gilt", "ging", "geht"])
_CALLED = frozenset("lautet lautete lauteten heißt hieß ist war bleibt blieb".split())
_EARLY = 4  # atoms
_NEAR = 2  # sentences
_SAID = tuple(speech_words("words that were said"))  # stems
_THIS = frozenset(["diesem", "dieser", "diesen"])
_THESE = frozenset(["diesen", "folgenden", "den", "seinen", "ihren"])


def own_words(scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance]) -> Iterator[Utterance]:
    """Words behind a colon in "Ihr Rat: …", thanks in "Ihr Dank galt …": said by whoever spoke before."""
    atoms = scan.atoms
    if atoms and atoms[0].kind == "q":
        yield from _quoted_as(scan, sentences, before)
    if not atoms or atoms[0].text not in POSSESSIVES:
        return
    thanks = next((k for k in range(1, min(len(atoms) - 1, _EARLY)) if atoms[k].text in _ADDRESSING), None)
    if thanks is not None and atoms[thanks + 1].text in _GOES:  # "Ihr besonderer Dank galt dem Team"
        speaker = _speaker(scan, sentences, before)
        if speaker is not None:
            cue = (atoms[thanks].first, atoms[thanks + 1].end)
            frame = Frame(scan.sentence.number, speaker, (cue,))
            yield frame.says("reported", "own-words", (scan.sentence.first, scan.sentence.end))
        return
    noun = next((k for k in range(1, min(len(atoms), _EARLY)) if atoms[k].text in _NOUNS), None)
    colon = next((k for k in range(noun or 0, len(atoms) - 1) if atoms[k].text == ":"), None)
    if noun is None or colon is None:
        return
    speaker = _speaker(scan, sentences, before) or _named_next(scan, sentences)
    if speaker is None:
        return
    cue = (atoms[noun].first, atoms[noun].end)
    frame = Frame(scan.sentence.number, speaker, (cue,), ((scan.sentence.first, atoms[colon].end),))
    behind = atoms[colon + 1]
    if behind.kind == "q":
        yield frame.says("direct", "own-words", (behind.first, behind.end))
    elif any(a.kind == "w" and is_subjunctive(scan.doc.types[a.first], True) for a in atoms[colon + 1 :]):
        yield frame.says("indirect", "own-words", (behind.first, atoms[-1].first))


def _quoted_as(scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance]) -> Iterator[Utterance]:
    """ "„…“, lautete ihre Botschaft", "„…“ war sein Rat"."""
    quote, behind = scan.atoms[0], scan.atoms[1:]
    behind = behind[1:] if behind and behind[0].text == "," else behind
    behind = behind[1:] if behind and behind[0].text == "so" else behind
    if len(behind) < 3 or behind[0].text not in _CALLED or behind[1].text not in POSSESSIVES:
        return
    noun = next((atom for atom in behind[2:_EARLY] if atom.text in _NOUNS), None)
    speaker = _speaker(scan, sentences, before) if noun is not None else None
    if noun is not None and speaker is not None:
        frame = Frame(scan.sentence.number, speaker, ((noun.first, noun.end),))
        yield frame.says("direct", "own-words", (quote.first, quote.end))


def whose(scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance], utterance: Utterance) -> Utterance:
    """What "ihren Befunden zufolge" or "nach seinen Worten" gives, said by whom the text speaks of; else as it is."""
    if not utterance.rule.startswith("source") or len(utterance.speaker) != 1:
        return utterance
    first, end = utterance.speaker[0]
    if "eigenen" in scan.doc.lowers[first:end]:
        own = _subject_of_source(scan, utterance.cue[0][0])
        return replace(utterance, speaker=(own,)) if own else utterance
    named = any(scan.actors.is_named(k) for k in range(first, end))
    if named or _HIS_IN_CASES.isdisjoint(scan.doc.lowers[first:end]):
        return utterance
    beside = _only_person(scan, scan.sentence.first, first)  # "Zahlen nannte X; nach ihren Angaben …"
    speaker = (beside,) if beside else _speaker(scan, sentences, before)
    return replace(utterance, speaker=speaker) if speaker else utterance


def _subject_of_source(scan: Scan, source: int) -> Tokens | None:
    """Who acts in the clause of "nach eigenen Angaben": the relative pronoun that opens it, else who acts at all."""
    at = next(k for k, atom in enumerate(scan.atoms) if atom.end > source)
    first = stretch_around(scan.atoms, at)[0]
    if first and scan.atoms[first].text in RELATIVES and scan.atoms[first - 1].text == ",":
        return scan.atoms[first].first, scan.atoms[first].end
    agent = agent_of_sentence(scan)
    if agent is None:
        return None
    begins = next(k for k, atom in enumerate(scan.atoms) if atom.end > agent[0])
    opener = stretch_around(scan.atoms, begins)[0]
    dependent = opener and (scan.atoms[opener].text in RELATIVES or scan.atoms[opener].text in SUBORDINATORS)
    return None if dependent else agent  # "Die Menschen, die X betreut, haben nach eigenen Angaben …"


def _speaker(scan: Scan, sentences: Sequence[Sentence], before: Sequence[Utterance]) -> tuple[Tokens, ...] | None:
    """Whoever spoke last, shortly before; else the person that the sentence before names."""
    kin = next_of_kin(before, scan.sentence)
    number = scan.sentence.number - 1
    if kin is not None and number - kin.sentence < _NEAR:
        fresh = kin.sentence < number and sentences[number].block == scan.sentence.block
        introduced = _only_person(scan, sentences[number].first, sentences[number].end) if fresh else None
        return kin.speaker if introduced is None else (introduced,)
    if number < 0 or sentences[number].block != scan.sentence.block:
        return None
    last = sentences[number]
    only = _only_person(scan, last.first, last.end)
    if only is not None:
        return (only,)
    agent = agent_of_sentence(Scan(scan.doc, scan.actors, last), strict=True)
    return (agent,) if agent else None


def _named_next(scan: Scan, sentences: Sequence[Sentence]) -> tuple[Tokens, ...] | None:
    """The person whom the next sentence opens with: "Ihr Fazit: „…“ Eva Muster leitet heute …"."""
    number = scan.sentence.number + 1
    if number >= len(sentences) or sentences[number].block != scan.sentence.block:
        return None
    first = sentences[number].first
    mention = scan.actors.person_at(first) if scan.actors.person_begins(first) else None
    return None if mention is None else (mention.phrase,)


def _only_person(scan: Scan, first: int, end: int) -> Tokens | None:
    """The phrase of the one person that the tokens `first` … `end`-1 name."""
    named = [m for k in range(first, end) if scan.actors.person_begins(k) and (m := scan.actors.person_at(k))]
    return named[0].phrase if len({mention.entity for mention in named}) == 1 else None


def with_these_words(scan: Scan) -> Iterator[Utterance]:
    """ "„…“ – mit diesen Worten eröffnete X die Messe": whoever does something with the words said them."""
    doc, sentence = scan.doc, scan.sentence
    outside = (k for k in range(sentence.first + 1, sentence.end) if doc.quote_at[k] < 0)
    places = [k for k in outside if doc.lowers[k].startswith(_SAID)]
    for at in places:
        before = doc.lowers[max(sentence.first, at - 4) : at]
        these = _THESE if doc.lowers[at] == "worten" else _THIS
        if "mit" not in before or these.isdisjoint(before[before.index("mit") :]):
            continue
        speaker = agent_of_sentence(scan)
        for atom in scan.atoms if speaker else ():
            if atom.kind == "q" and atom.end - atom.first > 4 and speaker and not is_titled(doc, atom):
                frame = Frame(sentence.number, (speaker,), ((at, at + 1),), ((at - 1, speaker[1]),))
                yield frame.says("direct", "with-these-words", (atom.first, atom.end))
                return
