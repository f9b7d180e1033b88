"""The verbs of saying: which word forms can be one, with which particle, and what they frame."""

from functools import cache

from podium.reading.forms import per_form
from podium.reading.lexicon import lines
from podium.reading.values import value
from podium.reading.words import Word

__all__ = ["SpeechVerb", "speech_verbs"]


@value
class SpeechVerb:
    """A verb of saying: `lemma` of the finite part, `particle` (words that must follow in the clause),
    `frames`, `needs` (one of these words must stand in the clause), `without` (none of these may)."""

    lemma: str
    particle: tuple[str, ...]
    frames: str
    needs: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def takes(self, frame: str) -> bool:
        """Whether it frames C clauses, I infinitives, Q quotations, N objects; is T a thought; A has an addressee."""
        return frame in self.frames


@cache
def _by_lemma() -> dict[str, tuple[SpeechVerb, ...]]:
    found: dict[str, list[SpeechVerb]] = {}
    for line in lines("speech_verbs.txt"):
        name, frames, *needs = line.split()
        lemma, _, particle = name.partition("+")
        words = frozenset(needs[0].lstrip(":!").split("|")) if needs else frozenset()
        excluded = bool(needs) and needs[0].startswith(":!")
        of_particle = tuple(particle.lower().split("~")) if particle else ()
        none: frozenset[str] = frozenset()
        verb = SpeechVerb(lemma, of_particle, frames, *((none, words) if excluded else (words, none)))
        found.setdefault(lemma, []).append(verb)
    return {lemma: tuple(sorted(verbs, key=_particle_first)) for lemma, verbs in found.items()}


def _particle_first(verb: SpeechVerb) -> tuple[int, bool]:
    """Verbs with a particle first: "gab bekannt" is not "gab"."""
    return -len(verb.particle), not verb.needs


@cache
def _forms() -> dict[str, str]:
    """Frequent forms that simplemma reads as other words, with their lemmas; "" for what is no verb of saying."""
    rows = (line.split() for line in lines("speech_verb_forms.txt"))
    return {form: "" if lemma == "-" else lemma for form, lemma in rows}


_BEING = frozenset("ist sind war waren sei seien".split())


@per_form
def speech_verbs(word: Word) -> tuple[SpeechVerb, ...]:
    """Verbs of saying that a word form can be, those with a particle first; empty for most words."""
    lemma = _forms().get(word.lower, word.lemma)
    if not word.verb and word.lower not in _forms() and word.lower not in _BEING:
        return ()
    return _by_lemma().get(lemma, ())
