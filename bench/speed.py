"""How fast text becomes quads, as a share of spaCy's tokeniser alone, and whether time grows with length only."""

import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import spacy

from podium.reading import read
from podium.register import load
from podium.release import Release
from podium.triples.reading import reading_quads

__all__ = ["Growth", "Speed", "growth", "measure"]

_PASSES = 7
SIZES = (50_000, 500_000, 5_000_000)


@dataclass(frozen=True, slots=True)
class Speed:
    """Words of the texts and seconds of processor time that each needs for them."""

    words: int
    tokeniser: float
    podium: float

    @property
    def ratio(self) -> float:
        """Podium's words per second as a share of the tokeniser's."""
        return self.tokeniser / self.podium


@dataclass(frozen=True, slots=True)
class Growth:
    """One long text: its length in code points, its words, seconds from text to quads."""

    length: int
    words: int
    seconds: float

    @property
    def per_word(self) -> float:
        """Microseconds a word."""
        return 1e6 * self.seconds / self.words


def measure(texts: Sequence[str]) -> Speed:
    """Both over the same texts in this process: a pass of each to warm up, then the median of some in turns."""
    tokeniser = spacy.blank("de").tokenizer
    words = sum(len(tokeniser(text)) for text in texts)
    sources = [_release(text, number) for number, text in enumerate(texts)]
    _quads(sources)
    alone: list[float] = []
    podium: list[float] = []
    for _ in range(_PASSES):
        alone.append(_seconds(lambda: [len(tokeniser(text)) for text in texts]))
        podium.append(_seconds(lambda: _quads(sources)))
    return Speed(words, statistics.median(alone), statistics.median(podium))


def growth(texts: Sequence[str], sizes: Iterable[int] = SIZES) -> list[Growth]:
    """Time for one text of about each length, joined from the paragraphs of the texts in a fixed random order."""
    tokeniser, paragraphs = spacy.blank("de").tokenizer, [p for text in texts for p in text.split("\n\n") if p.strip()]
    _quads([_release("\n\n".join(paragraphs), 0)])  # every word has been seen
    result = []
    for size in sizes:
        text = _joined(paragraphs, size)
        words = sum(len(tokeniser(part)) for part in text.split("\n\n"))
        result.append(Growth(len(text), words, _seconds(lambda source=_release(text, size): _quads([source]))))  # type: ignore[misc]
    return result


def _joined(paragraphs: Sequence[str], size: int) -> str:
    order, parts, length = random.Random(1), [], 0
    while length < size:
        parts.append(order.choice(paragraphs))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)


def _release(text: str, number: int) -> Release:
    return Release(text, key=f"speed-{number}", source=f"speed-{number}.txt", published="2023-01-01")


def _quads(sources: Iterable[Release]) -> None:
    for source in sources:
        reading_quads(read(source, load()), load())


def _seconds(call: Callable[[], object]) -> float:
    """Processor time, so that what else the machine does counts less."""
    start = time.process_time()
    call()
    return time.process_time() - start
