"""Strategies for texts as the world has them: releases cut, shuffled, mangled, and plain noise."""

import random
from functools import cache

from hypothesis import strategies as st

from podium.resources import examples

_MARKS = "„“”\"»«‚‘’'›‹"
_ODD = ["\u00ad", "\u200b", "\u00a0", "\r\n", "a\u0308", "😀", "\ufeff", "§", "Ã¼", "\u202e", "</script>", "{{", "\t"]


@cache
def releases() -> tuple[str, ...]:
    """Texts of the bundled releases, without their front matter."""
    return tuple(path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in sorted(examples().glob("*.md")))


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """A bundled release, cut, with words shuffled, marks exchanged and odd characters put in."""
    text = draw(st.sampled_from(releases()))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + draw(st.integers(1, 900))]
    chance = random.Random(draw(st.integers(0, 10_000)))
    letters = list(text)
    for _ in range(draw(st.integers(0, 25))):
        at = chance.randrange(len(letters))
        letters[at] = chance.choice([*_MARKS, *_ODD, letters[at] + chance.choice(_ODD)])
    words = "".join(letters).split(" ")
    if draw(st.booleans()):
        chance.shuffle(words)
    return " ".join(words)


noise = st.text(max_size=300) | st.text(alphabet="„“»«‚‘ .,:;!?()-–\nAEIaeiäöüßsnrt", max_size=300)
texts = mangled() | noise
