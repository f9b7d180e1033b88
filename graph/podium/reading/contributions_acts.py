"""The kind of a contribution, from the words of its frame, the event, the medium."""

from bisect import bisect_left
from itertools import takewhile
from operator import attrgetter

from podium.reading.acts import act_of_noun, is_medium
from podium.reading.document import Document
from podium.reading.entities import Events, Organisations
from podium.reading.lexicon import words_of
from podium.reading.speech.outline import Sentence
from podium.reading.speech.signals import MEDIUM
from podium.reading.speech.utterance import Utterance

__all__ = ["Act", "act_at", "is_talk_with", "is_to_medium", "own_act"]

Act = tuple[str, str | None]  # kind, the text's own word for it

_first = attrgetter("first")
_OWN = frozenset(["seiner", "ihrer", "seinem", "ihrem", "im", "beim"])
_BREAKS = frozenset(", . ; : und über von sich".split())
_WITHOUT_SPEECHES = tuple(words_of("speech_words.txt", "events without speeches"))


def own_act(doc: Document, utterance: Utterance) -> Act | None:
    """ "sagte X in seinem Grußwort": the kind that the frame names."""
    for first, end in utterance.frame or utterance.cue:
        for k in range(max(first, 1), end):
            act = act_of_noun(doc.types[k])
            if act and act not in ("Gespräch", "Statement") and doc.types[k - 1].lower in _OWN:
                return act, doc.types[k].text
    return None


def is_talk_with(doc: Document, utterance: Utterance) -> bool:
    """Whether a report tells with whom somebody spoke: "sprachen beide kurz mit der Ministerin"."""
    if utterance.form != "reported" or not any(
        doc.types[k].lemma == "sprechen" for first, end in utterance.cue for k in range(first, end)
    ):
        return False
    verb = min(first for first, _ in utterance.cue)
    behind = (doc.types[k] for k in range(verb + 1, min(verb + 8, len(doc.types))))
    return any(word.lower == "mit" for word in takewhile(lambda w: w.lower not in _BREAKS, behind))


def act_at(events: Events, event: int) -> str:
    """What words at an event are where the text gives them no name: an address to an audience, else a statement."""
    name = events.entities[event].name.lower()
    return "Statement" if any(word in name for word in _WITHOUT_SPEECHES) else "Rede"


def is_to_medium(doc: Document, organisations: Organisations, utterance: Utterance, sentence: Sentence) -> bool:
    """Whether the sentence names, outside of what was said, a medium to which it was said."""
    media: list[int] = []
    if sentence.signals & MEDIUM:
        here = range(sentence.first, sentence.end)
        media = [k for k in here if is_medium(doc.types[k]) and doc.lowers[k] != "interviews"]  # those of a study
    mentions = organisations.mentions
    inside = slice(*(bisect_left(mentions, token, key=_first) for token in (sentence.first, sentence.end)))
    for mention in mentions[inside]:
        if mention.end - mention.first > 1 and organisations.entities[mention.entity].kind == "media":
            media.append(mention.first)  # "in der „Rheinischen Post“"
    return any(utterance.form == "reported" or not any(a <= k < b for a, b in utterance.quote) for k in media)
