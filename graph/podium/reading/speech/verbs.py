"""The verbs of saying: which word forms can be one, with which particle, and what they frame."""

from dataclasses import dataclass
from functools import cache

from podium.reading.lexicon import lines
from podium.reading.words import Word

__all__ = ["SpeechVerb", "speech_verbs"]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying: `lemma` of the finite part, `particle` (words that must follow in the clause), `frames`."""

    lemma: str
    particle: tuple[str, ...]
    frames: str

    def takes(self, frame: str) -> bool:
        """Whether it frames C clauses, I infinitives, Q quotations, N objects; is T a thought; A has an addressee."""
        return frame in self.frames


@cache
def _by_lemma() -> dict[str, tuple[SpeechVerb, ...]]:
    found: dict[str, list[SpeechVerb]] = {}
    for line in lines("speech_verbs.txt"):
        name, frames = line.split()
        lemma, _, particle = name.partition("+")
        found.setdefault(lemma, []).append(SpeechVerb(lemma, tuple(particle.split("~")) if particle else (), frames))
    # verbs with a particle first: "gab bekannt" is not "gab"
    return {lemma: tuple(sorted(verbs, key=lambda v: -len(v.particle))) for lemma, verbs in found.items()}


# simplemma reads these frequent forms as other words
_FORMS = {
    "meinte": "meinen", "meint": "meinen", "meinten": "meinen", "verlas": "verlesen", "fand": "finden", "riet": "raten",
    "rät": "raten", "räumt": "räumen", "warb": "werben", "wirbt": "werben", "hieß": "heißen", "sprach": "sprechen",
    "betont": "betonen", "bat": "bitten", "lobt": "loben", "lobte": "loben", "so": "", "weist": "weisen", "wies": "weisen",
    "hebt": "heben", "gibt": "geben", "gab": "geben", "ruft": "rufen", "rief": "rufen", "schlug": "schlagen", "teilte": "teilen",
}  # fmt: skip


@cache
def speech_verbs(word: Word) -> tuple[SpeechVerb, ...]:
    """Verbs of saying that a word form can be, those with a particle first; empty for most words."""
    lemma = _FORMS.get(word.lower, word.lemma)
    if not word.verb and word.lower not in _FORMS:
        return ()
    return _by_lemma().get(lemma, ())
