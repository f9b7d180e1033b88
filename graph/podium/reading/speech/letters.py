"""Who wrote what a sentence quotes: "X hatte einen Brief geschickt. Darin heißt es: „…“", "Y las daraus vor: „…“"."""

from collections.abc import Iterator, Sequence

from podium.reading.speech.agents import agent_of_sentence
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Sentence
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["author_before", "read_aloud"]

_LETTERS = speech_words("letters")
_LONG_LETTERS = tuple(word for word in _LETTERS if len(word) > 4)
_WRITTEN = frozenset("gewandt wandte wandten wendet wenden schrieb schrieben geschrieben verfasst".split())
_TOGETHER = frozenset(["gemeinsam", "zusammen"])
_STANDS = frozenset(["steht", "stand"])
_POINTERS = ("daraus", "darin", "darauf", "dort")
_ALOUD = frozenset("vor verlas verliest zitierte zitiert vorlas vorgelesen".split())


def author_before(scan: Scan, sentences: Sequence[Sentence]) -> tuple[Tokens, ...] | None:
    """Whoever the sentence before tells to have written or sent something, with those "gemeinsam mit" whom."""
    number = scan.sentence.number - 1
    if number < 0 or sentences[number].block != scan.sentence.block:
        return None
    last = sentences[number]
    lowers = scan.doc.lowers[last.first : last.end]
    if _WRITTEN.isdisjoint(lowers) and not any(w in _LETTERS or w.endswith(_LONG_LETTERS) for w in lowers):
        return None
    before = Scan(scan.doc, scan.actors, last)
    others = _together(before)
    agent = agent_of_sentence(before)
    named = agent is not None and any(scan.actors.is_named(k) for k in range(*agent))
    if agent is None or not named:
        return None
    if agent in others:
        return others
    return (*others, (agent[0], max(agent[1], noun_phrase(scan.actors, agent[0], last.end))))


def _together(scan: Scan) -> tuple[Tokens, ...]:
    """The person behind "gemeinsam mit"."""
    doc, sentence = scan.doc, scan.sentence
    for k in range(sentence.first, sentence.end - 2):
        if doc.lowers[k] in _TOGETHER and doc.lowers[k + 1] == "mit":
            end = noun_phrase(scan.actors, k + 2, sentence.end)
            if any(scan.actors.person_at(t) is not None for t in range(k + 2, end)):
                return ((k + 2, end),)
    return ()


def read_aloud(scan: Scan, sentences: Sequence[Sentence]) -> Iterator[Utterance]:
    """ "Y las daraus vor: „…“", "Darin steht: „…“": the words of whoever wrote them."""
    lowers = scan.doc.lowers[scan.sentence.first : scan.sentence.end]
    pointer = next((word for word in _POINTERS if word in lowers), None)
    if pointer is None or (_ALOUD if pointer == "daraus" else _STANDS).isdisjoint(lowers):
        return
    author = author_before(scan, sentences)
    quote = next((a for a in scan.atoms if a.kind == "q" and a.end - a.first > 4), None)
    if author is not None and quote is not None:
        at = scan.sentence.first + lowers.index(pointer)
        yield Frame(scan.sentence.number, author, ((at, at + 1),)).says(
            "direct", "read-aloud", (quote.first, quote.end)
        )
