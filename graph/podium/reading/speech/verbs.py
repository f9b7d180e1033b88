"""The verbs of saying: which word forms can be one, with which particle, and what they frame."""

from dataclasses import dataclass
from functools import cache

from podium.reading.lexicon import lines
from podium.reading.words import Word

__all__ = ["SpeechVerb", "speech_verbs"]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying: `lemma` of the finite part, `particle` (words that must follow in the clause),
    `frames`, `needs` (one of these words must stand in the clause)."""

    lemma: str
    particle: tuple[str, ...]
    frames: str
    needs: frozenset[str] = frozenset()

    def takes(self, frame: str) -> bool:
        """Whether it frames C clauses, I infinitives, Q quotations, N objects; is T a thought; A has an addressee."""
        return frame in self.frames


@cache
def _by_lemma() -> dict[str, tuple[SpeechVerb, ...]]:
    found: dict[str, list[SpeechVerb]] = {}
    for line in lines("speech_verbs.txt"):
        name, frames, *needs = line.split()
        lemma, _, particle = name.partition("+")
        words = frozenset(needs[0].lstrip(":").split("|")) if needs else frozenset()
        verb = SpeechVerb(lemma, tuple(particle.split("~")) if particle else (), frames, words)
        found.setdefault(lemma, []).append(verb)
    # verbs with a particle first: "gab bekannt" is not "gab"
    return {
        lemma: tuple(sorted(verbs, key=lambda v: (-len(v.particle), not v.needs))) for lemma, verbs in found.items()
    }


# simplemma reads these frequent forms as other words
_FORMS = {
    "meinte": "meinen", "meint": "meinen", "meinten": "meinen", "fand": "finden", "riet": "raten", "rät": "raten",
    "räumt": "räumen", "warb": "werben", "wirbt": "werben", "sprach": "sprechen", "betont": "betonen", "bat": "bitten",
    "lobt": "loben", "lobte": "loben", "weist": "weisen", "weisen": "weisen", "wies": "weisen", "hebt": "heben",
    "gibt": "geben", "gab": "geben", "ruft": "rufen", "rief": "rufen", "schlug": "schlagen", "teilte": "teilen",
    "gedankt": "danken", "so": "",
}  # fmt: skip


_BEING = frozenset("ist sind war waren sei seien".split())


@cache
def speech_verbs(word: Word) -> tuple[SpeechVerb, ...]:
    """Verbs of saying that a word form can be, those with a particle first; empty for most words."""
    lemma = _FORMS.get(word.lower, word.lemma)
    if not word.verb and word.lower not in _FORMS and word.lower not in _BEING:
        return ()
    return _by_lemma().get(lemma, ())
