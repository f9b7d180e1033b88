"""Quotations that stand alone in their sentence: whose name stands behind them, or whose deed right before."""

from collections.abc import Sequence

from podium.reading.speech.agents import agent_of_sentence
from podium.reading.speech.grammar import finite
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Sentence
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.signals import VERB
from podium.reading.speech.stretches import STOPS
from podium.reading.speech.utterance import Tokens
from podium.reading.speech.verbs import speech_verbs

__all__ = ["deed_before", "described_behind", "is_alone", "label_before", "signature", "with_words_before"]

_MARKS = frozenset(["–", "—", "-", "(", "―"])
_LONGEST = 40  # tokens of a signature
_LONGEST_DEED = 16  # tokens of a sentence such as "X winkt ab."


def is_alone(scan: Scan) -> bool:
    """Whether a sentence is one quotation and nothing else."""
    quoted = [atom for atom in scan.atoms if atom.kind == "q"]
    return len(quoted) == 1 and all(atom.kind == "q" or atom.text in STOPS for atom in scan.atoms)


def signature(scan: Scan, sentences: Sequence[Sentence], end: int) -> Tokens | None:
    """ "„…“ – X, Leiterin", "„…“ (X)", or a line of its own with X below: the person named behind the quotation.

    `end` is the token behind the quotation.
    """
    sentence = scan.sentence
    marked = end < sentence.end
    if not marked:
        if sentence.number + 1 >= len(sentences):
            return None
        following = sentences[sentence.number + 1]
        own_line = following.block == sentence.block + 1 and scan.doc.block_tokens[following.block][1] == following.end
        if own_line and not (
            scan.doc.words[end - 2] in (".", "!", "…") and scan.doc.blocks[sentence.block].kind == "body"
        ):
            return None  # the title of a talk and who gives it
        if following.first != end or not (own_line or following.block == sentence.block):
            return None
        sentence, marked = following, not own_line
    first = end + (scan.doc.words[end] in _MARKS)
    if (marked and first == end) or sentence.end - first > _LONGEST or not scan.actors.person_begins(first):
        return None
    stop = noun_phrase(scan.actors, first, sentence.end)
    rest = scan.doc.words[stop : sentence.end]
    return (first, stop) if all(word in (")", ".", "]") for word in rest) else None


def deed_before(scan: Scan, sentences: Sequence[Sentence]) -> Tokens | None:
    """ "X winkt ab. „…“": the person with whom the short sentence right before the quotation begins."""
    number = scan.sentence.number - 1
    if number < 0 or sentences[number].block != scan.sentence.block or sentences[number].quoted:
        return None
    last = sentences[number]
    if last.end - last.first > _LONGEST_DEED or scan.doc.words[last.end - 1] not in (".", "!"):
        return None
    subject = agent_of_sentence(Scan(scan.doc, scan.actors, last), strict=True)
    if subject is not None and scan.doc.types[subject[0]].verb:
        subject = subject[0] + 1, subject[1]  # "Für Heiterkeit sorgte X": the verb looks like an attribute
    if subject is None or not any(map(scan.actors.person_begins, range(subject[0], min(subject[0] + 3, subject[1])))):
        return None
    named = {m.entity for k in range(last.first, last.end) if (m := scan.actors.person_at(k)) is not None}
    return subject if subject[0] == last.first or len(named) == 1 else None


def described_behind(scan: Scan, sentences: Sequence[Sentence], quote: Tokens) -> Tokens | None:
    """ "„…“ Leiterin X ist zufrieden.": who opens the sentence behind a quotation with which a paragraph begins."""
    number = scan.sentence.number + 1
    if number >= len(sentences) or scan.doc.block_tokens[scan.sentence.block][0] != quote[0]:
        return None
    following = sentences[number]
    if following.first != quote[1] or following.block != scan.sentence.block or following.quoted:
        return None
    subject = agent_of_sentence(Scan(scan.doc, scan.actors, following), strict=True)
    named = subject is not None and subject[0] == following.first and scan.actors.person_begins(subject[0])
    return subject if named else None


def label_before(scan: Scan, sentences: Sequence[Sentence]) -> Tokens | None:
    """ "Einschätzung von X, Leiter des Hauses:" before a quotation: the one person that a line with a colon names."""
    number = scan.sentence.number - 1
    if (
        number < 0
        or scan.doc.words[sentences[number].end - 1] != ":"
        or scan.sentence.block - sentences[number].block > 1
    ):
        return None
    last = sentences[number]
    if last.end - last.first > _LONGEST or any(finite(word) for word in scan.doc.types[last.first : last.end]):
        return None
    named = [m for k in range(last.first, last.end) if scan.actors.person_begins(k) and (m := scan.actors.person_at(k))]
    return named[0].phrase if len({mention.entity for mention in named}) == 1 else None


def with_words_before(scan: Scan, sentences: Sequence[Sentence], end: int) -> Tokens | None:
    """ "„…“ Mit diesen Worten eröffnete X die Tagung": the agent of the sentence behind the quotation."""
    number = scan.sentence.number + 1
    if number >= len(sentences) or sentences[number].first != end or not is_alone(scan):
        return None
    following = sentences[number]
    if following.end - following.first < _SHORTEST:
        return None
    first, this, noun = scan.doc.lowers[following.first : following.first + 3]
    if first in ("so", "das", "dies"):
        return _told_of(Scan(scan.doc, scan.actors, following))
    if first not in _WITH or not this.startswith(_THESE) or not noun.startswith(_WORDS):
        return None
    if not _PASSIVE.isdisjoint(scan.doc.lowers[following.first : following.end]):
        return None  # "Mit diesem Satz wurde die Tagung eröffnet"
    return agent_of_sentence(Scan(scan.doc, scan.actors, following))


def _told_of(scan: Scan) -> Tokens | None:
    """ "So das Fazit von X.", "So beschreibt X die Lage.", "Das ist die Bilanz von X.", "So X am Montag."."""
    doc, first = scan.doc, scan.sentence.first
    noun = next((k for k in range(first + 1, min(first + 6, scan.sentence.end - 2)) if doc.lowers[k] in _NAMED), None)
    called = noun is not None and (doc.lowers[first] == "so" or doc.lowers[first + 1] in _IS)
    if called and noun is not None:
        behind = noun + 1 + (doc.lowers[noun + 1] in ("von", "vom"))
        stop = noun_phrase(scan.actors, behind, scan.sentence.end)
        return (behind, stop) if stop > behind and scan.actors.is_agent(behind, stop) else None
    if doc.lowers[first] != "so":
        return None
    if speech_verbs(doc.types[first + 1]) and scan.sentence.signals & VERB:
        agent = agent_of_sentence(scan)
        return agent if doc.words[scan.sentence.end - 1] == "." else None
    stop = noun_phrase(scan.actors, first + 1, scan.sentence.end)
    verbless = not any(finite(doc.types[k]) for k in range(stop, scan.sentence.end))
    return (first + 1, stop) if scan.actors.person_begins(first + 1) and verbless else None


_NAMED = speech_words("own words")
_IS = frozenset("ist war lautet lautete bleibt blieb".split())
_SHORTEST = 4  # tokens of "So X Y."
_WITH = frozenset(["mit", "für"])
_THESE = ("diese", "solch")
_WORDS = tuple(speech_words("words that were said"))
_PASSIVE = frozenset(["wurde", "wurden", "worden"])
