"""Words without quotation marks behind a name and a colon: a paragraph in the first person, an answer in a talk."""

from collections.abc import Mapping, Sequence

from podium.reading.document import Document
from podium.reading.speech.actors import Actors
from podium.reading.speech.clauses import find_clauses
from podium.reading.speech.lists import speech_words
from podium.reading.speech.outline import Sentence
from podium.reading.speech.phrases import noun_phrase
from podium.reading.speech.scan import Scan
from podium.reading.speech.signals import COLON
from podium.reading.speech.utterance import Frame, Tokens, Utterance

__all__ = ["unmarked_speech"]

_FIRST_PERSON = speech_words("first person")
_READ = frozenset(["body", "heading", "item"])
_WORDS_OF = frozenset("statement pressestatement zitat kommentar erklärung stellungnahme o-ton grußwort".split())
_LONGEST_FRAME = 40  # tokens


def unmarked_speech(doc: Document, actors: Actors, sentences: Sequence[Sentence]) -> Mapping[int, Utterance | None]:
    """Utterances by the number of the sentence they begin in; None for the further sentences they cover.

    "Ministerin X:" (or "… erklärt X:") and a paragraph that says "ich" or "wir"; paragraphs behind it belong to it
    while they do so too. "X: Wir haben …" in one paragraph, as interviews print it.
    """
    found: dict[int, Utterance | None] = {}
    last = -1  # block that belongs to words found before
    for sentence in sentences:
        if sentence.block <= last:
            found.setdefault(sentence.number, None)
            continue
        frame = _frame(doc, actors, sentence) if sentence.signals & COLON else None
        if frame is None:
            continue
        colon, who = frame
        first, last_block = _words(doc, sentence, colon)
        if first is None and _is_bare(doc, sentence, who, colon):
            first, last_block = doc.block_tokens[sentence.block + 1][0], sentence.block + 1
        if first is None:
            continue
        end = doc.block_tokens[last_block][1]
        found[sentence.number] = who.says("direct", "unmarked-after-colon", (first, end))
        last = last_block
    return found


def _frame(doc: Document, actors: Actors, sentence: Sentence) -> tuple[int, Frame] | None:
    """The colon behind a speaker, and the frame: a phrase that names a person, or a clause of saying."""
    if doc.blocks[sentence.block].kind not in _READ or doc.quote_at[sentence.first] >= 0:
        return None
    limit = min(sentence.end, sentence.first + _LONGEST_FRAME)
    start = doc.words[sentence.first + 1 : limit]
    colon = sentence.first + 1 + start.index(":") if ":" in start else None
    if colon is None or (colon + 1 < sentence.end and doc.quote_at[colon + 1] >= 0):
        return None
    words: Tokens = (sentence.first, colon + 1)
    starts = doc.block_tokens[sentence.block][0] == sentence.first
    begin = sentence.first + (doc.types[sentence.first].lower in ("dazu", "hierzu"))
    if doc.lowers[begin] in _WORDS_OF and doc.lowers[begin + 1] in ("von", "vom", "der", "des"):
        begin += 2 if doc.lowers[begin + 1] in ("von", "vom") else 1
    if starts and actors.person_begins(begin) and noun_phrase(actors, begin, colon) == colon:
        return colon, Frame(sentence.number, ((begin, colon),), (), (words,))
    if colon + 1 < sentence.end:
        return None  # "Sie sagte: Wir …" in one paragraph may be a thought or a motto
    clauses = find_clauses(Scan(doc, actors, sentence))
    if not clauses or clauses[-1].subject is None or clauses[-1].kind != "main":
        return None
    return colon, Frame(sentence.number, (clauses[-1].subject,), clauses[-1].cue, (words,))


def _words(doc: Document, sentence: Sentence, colon: int) -> tuple[int | None, int]:
    """First token of what is said and the number of the last block it fills; None where nobody speaks there."""
    block = sentence.block
    if colon + 1 < doc.block_tokens[block][1]:
        end = doc.block_tokens[block][1]
        spoken = _speaks(doc, colon + 1, end) or _is_answer(doc, sentence.first, colon + 1, end)
        return (colon + 1, block) if spoken else (None, block)
    last = block
    while last + 1 < len(doc.blocks) and _goes_on(doc, last + 1):
        last += 1
    return (doc.block_tokens[block + 1][0], last) if last > block else (None, block)


def _is_answer(doc: Document, opening: int, first: int, end: int) -> bool:
    """Whether a paragraph answers the question that ends the one before it: "Was bleibt? | X: Wie selten …"."""
    asked = opening > 0 and doc.words[opening - 1] == "?" and doc.quote_at[opening - 1] < 0
    return asked and end - first >= _SHORTEST and doc.words[end - 1] in (".", "!", "?", "…")


def _is_bare(doc: Document, sentence: Sentence, who: Frame, colon: int) -> bool:
    """ "X kommentierte:" and a paragraph that need not say "ich": nothing but speaker and verb before the colon."""
    following = sentence.block + 1
    if colon + 1 < doc.block_tokens[sentence.block][1] or following >= len(doc.blocks) or not who.cue:
        return False
    ends = {end for _, end in (*who.cue, *who.speaker)}
    last = colon - 1 if doc.lowers[colon - 1] in _LEADING else colon
    while last > sentence.first and doc.words[last - 1] == ",":
        last -= 1
    covered = {k for span in who.speaker for k in range(*span)}
    if any(doc.types[k].cap and k not in covered for k in range(sentence.first + 1, colon)):
        return False  # "X stellte drei Gründe vor:"
    if last not in ends or doc.blocks[following].kind != "body":
        return False
    first, end = doc.block_tokens[following]
    quoted = any(doc.quote_at[k] >= 0 for k in (first, end - 1))
    return not quoted and end - first >= _SHORTEST and doc.words[end - 1] in (".", "!", "?")


_LEADING = frozenset("dazu hierzu wörtlich so weiter folgendes".split())
_SHORTEST = 5  # tokens of a paragraph that is what somebody said


def _goes_on(doc: Document, block: int) -> bool:
    return doc.blocks[block].kind == "body" and _speaks(doc, *doc.block_tokens[block])


def _speaks(doc: Document, first: int, end: int) -> bool:
    """Whether a stretch is in the first person and holds neither quotations nor a line of the next speaker."""
    if end <= first or doc.words[end - 1] == ":" or any(doc.quote_at[k] >= 0 for k in (first, end - 1)):
        return False
    return any(doc.types[k].lower in _FIRST_PERSON and doc.quote_at[k] < 0 for k in range(first, end))
