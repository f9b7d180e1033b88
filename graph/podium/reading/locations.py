"""Where something was said: which event of the text a contribution belongs to, if any."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from podium.reading.document import Document
from podium.reading.entities import Events, Organisations
from podium.reading.finds import Speaker
from podium.reading.locations_main import coming_event, is_background, main_event
from podium.reading.locations_named import event_before, event_in, event_pointed_to, is_at_any, is_on_occasion
from podium.reading.locations_scenes import programme, scene
from podium.reading.locations_signs import (
    among_voices,
    announced_at,
    beforehand,
    in_sequence,
    in_writing,
    is_before_guests,
    is_elsewhere,
    is_interviewer,
    is_later,
    is_release,
    was_given,
)
from podium.reading.locations_told import gatherings
from podium.reading.speech.outline import Sentence

__all__ = ["Locator", "Spoken"]

_AT_EVENTS = frozenset(["Rede", "Grußwort", "Vortrag", "Podiumsdiskussion", "Moderation", "Eröffnung"])
_OUTSIDE = frozenset(["Statement", "Interview"])  # said without a gathering, unless the text places it at one
_NOWHERE = -1  # said on an occasion, not at it
_LEAD = 6  # sentences back from the one that names an event whose place is the lead of the text
_MANY = 4  # gatherings of a text that is about none of them
_SHORTLY = 4  # sentences back in which a speech has its gathering
_BEHIND = 2  # sentences behind a speech that may name its gathering
_BREAK = 6  # tokens in which a sentence turns away
_BREAKS = (
    "reaktion", "kritik", "hintergrund", "zum nachlesen", "ausblick", "über das", "über die",
    "kritischer äußerte", "auch der verband",
)  # fmt: skip
_CLOSING = frozenset("schlusswort schlussworte schlussworten abschlusswort abschlussworte".split())
_BREAKING = tuple(words.split()[0] for words in _BREAKS)

_first = attrgetter("first")


class Spoken(NamedTuple):
    """What is known of a contribution before its gathering is.

    `act` is its kind, `person` whether a person and no body speaks, `announced` whether it is still to come, `medium`
    whether it was said to a newspaper or the like, `at` the first token of the words for the speaker, `said` the
    tokens of what was said.
    """

    speaker: Speaker
    span: Sentence
    act: str
    person: bool
    announced: bool
    medium: bool = False
    at: int | None = None
    said: Sequence[tuple[int, int]] = ()


class Locator:
    """Assigns events to contributions of one text, in the order of the text."""

    def __init__(
        self, doc: Document, events: Events, organisations: Organisations, sentences: Sequence[Sentence]
    ) -> None:
        self._doc, self._sentences = doc, sentences
        self._told = gatherings(doc, events, organisations)
        self._main = main_event(self._told, sentences)
        self._coming = coming_event(self._told)
        self._breaks: list[int] | None = None
        self._speakers: dict[Speaker, int] = {}  # where each spoke last
        self._away: dict[Speaker, int] = {}  # the sentence in which each said something at another time

    def event_of(self, spoken: Spoken) -> int | None:
        """Number of the event at which a contribution was made, or None."""
        if not self._told.entities:
            return None
        event = self._event(spoken)
        if event is not None and self._was_before(event, spoken):
            event = None
        if event is not None:
            self._speakers[spoken.speaker] = event
        return None if event == _NOWHERE else event

    def _was_before(self, event: int, spoken: Spoken) -> bool:
        """Whether a speech that was cannot have been made at an event that is still to come."""
        if event == _NOWHERE or self._told.is_held(event) or spoken.announced:
            return False
        return is_interviewer(self._doc, spoken.span) or was_given(self._doc, spoken.span)

    def _event(self, spoken: Spoken) -> int | None:
        """The event of a contribution, `_NOWHERE` where its speaker is at none from now on, None where nobody knows.

        What the sentence names comes first, then the scene of its paragraph, then where the speaker was before, then
        what the whole text is about.
        """
        if beforehand(self._doc, spoken.span) and not (spoken.announced and is_at_any(self._told, spoken.span)):
            return None
        named = self._named(spoken)
        if named is not None:
            beside = spoken.act in _OUTSIDE and in_writing(self._doc, spoken.span, spoken.said)
            return _NOWHERE if beside and not is_at_any(self._told, spoken.span) else named
        outside = spoken.act in _OUTSIDE and is_on_occasion(self._told, spoken.span)
        if outside or (spoken.act in _OUTSIDE and in_writing(self._doc, spoken.span, spoken.said)):
            return _NOWHERE
        if spoken.act in _OUTSIDE and self._led_in_by_occasion(spoken.span):
            return _NOWHERE
        if spoken.act in _OUTSIDE and among_voices(self._doc, spoken.span):
            return _NOWHERE
        if is_later(self._doc, spoken.span):
            self._away[spoken.speaker] = spoken.span.number
            return self._at_main(spoken) if spoken.act in _AT_EVENTS else None
        if spoken.act in _OUTSIDE and self._away.get(spoken.speaker) == spoken.span.number - 1:
            self._away[spoken.speaker] = spoken.span.number
            return None  # what goes on with it
        event = event_before(self._told, spoken.span) if spoken.person else None
        event = self._in_scene(spoken) if event is None else event
        event = self._as_before(spoken) if event is None else event
        return self._at_main(spoken) if event is None else event

    def _led_in_by_occasion(self, span: Sentence) -> bool:
        """Whether the line before, which ends in a colon, says what it is about: "Zum Ausgang der Wahl erklärt X:"."""
        before = self._sentences[span.number - 1] if span.number else None
        if before is None or self._doc.words[before.end - 1] != ":":
            return False
        return is_on_occasion(self._told, before) or is_release(self._doc, before)

    def _named(self, spoken: Spoken) -> int | None:
        """The event that the sentence names, unless what was said cannot have been said there yet."""
        event = event_in(self._told, spoken.span, spoken.announced, spoken.at, spoken.said)
        if event is None or spoken.announced or self._told.is_held(event):
            return event
        held = self._told.is_held(self._main) and not self._is_further_on(spoken.span)
        return None if spoken.act in _OUTSIDE or held else event

    def _is_further_on(self, span: Sentence) -> bool:
        """Whether a text of what is to come tells only behind a sentence of the gathering that was."""
        ahead = self._coming is not None and self._main is not None
        return ahead and span.end <= self._told.named[self._main or 0][0].first

    def _in_scene(self, spoken: Spoken) -> int | None:
        """The event that the paragraph, the programme around it or the heading above it is about."""
        told, span, is_speech = self._told, spoken.span, spoken.act in _AT_EVENTS
        if not is_speech and not spoken.person:
            return None
        if not _CLOSING.isdisjoint(self._doc.lowers[span.first : span.end]):
            return None  # to all who have come, whatever part was told last
        event = programme(told, span)
        if event is None:
            to_come = is_speech and 0 < told.ahead == len(told.tops)  # "Grußwort: X"
            event = scene(told, span, spoken.announced or to_come, self._main)
        return self._coming if event is None and is_speech and announced_at(self._doc, span) else event

    def _as_before(self, spoken: Spoken) -> int | None:
        """Where the speaker spoke before, if that still holds."""
        event = self._speakers.get(spoken.speaker)
        if event is None or event == _NOWHERE:
            return event
        if spoken.act in _OUTSIDE and not spoken.announced and not self._told.is_held(event):
            return _NOWHERE  # "Auf der Messe wird X sprechen. „Ich freue mich“, sagt X"
        if self._has_left(event, spoken.span) or (spoken.announced and self._told.is_held(event)):
            return None
        return event

    def _at_main(self, spoken: Spoken) -> int | None:
        """What the text is about, or the event that the sentence points to or that was named last for a speech."""
        main, span = self._main, spoken.span
        if spoken.medium:
            return None
        if main is None:
            return self._in_paragraph(span) if spoken.person else None
        there = event_pointed_to(self._told, self._sentences, span)
        if there is not None:
            return there
        if spoken.announced and self._told.is_held(main) and is_elsewhere(self._doc, span):
            return None
        if spoken.act in _AT_EVENTS:
            if self._is_further_on(span):
                return self._coming
            return self._nearest(main, span) if self._is_in_view(main, span) else None
        return main if self._can_hold(main, spoken) and self._reaches(main, span) else None

    def _in_paragraph(self, span: Sentence) -> int | None:
        """The gathering of the background that the paragraph has told of, and goes on to tell what was said there."""
        inside = self._told.between(self._doc.block_tokens[span.block][0], span.first)
        here = [m for m in inside if not self._told.is_occasion(m) and not self._told.is_quoted(m)]
        return here[-1].entity if here and self._told.is_held(here[-1].entity) else None

    def _can_hold(self, main: int, spoken: Spoken) -> bool:
        """Whether a plain statement can have been made at an event: of a body only at hearings, never before it."""
        if not spoken.person and not self._is_hearing(main):
            return False
        ahead = not self._told.is_held(main) and not spoken.announced and spoken.act in _OUTSIDE
        return not ahead or in_sequence(self._doc, spoken.span)

    def _reaches(self, event: int, span: Sentence) -> bool:
        """Whether an event that the text has named still frames a sentence."""
        first = self._told.named[event][0]
        if self._doc.block(first.first).kind == "caption" and len(self._told.tops) == 1:
            return True  # what the picture shows is what the text is about
        present = self._doc.lowers[max(0, first.phrase[0] - 1) : first.first + 1]
        if self._told.is_presupposed(event):
            return not self._is_broken(event, span)
        introduced = first.first < span.first or any(form.startswith("dies") for form in present)  # "dieser Kongress"
        before = not introduced and span.number < _LEAD and is_before_guests(self._doc, self._sentences, span)
        return (introduced or before) and self._covers(event, span) and not self._is_broken(event, span)

    def _has_left(self, event: int, span: Sentence) -> bool:
        """Whether a paragraph no longer speaks of a part of a gathering: a workshop holds for its own paragraph."""
        if self._told.entities[event].parent is None:
            return False
        doc = self._doc
        return all(doc.sentences[doc.sentence_at[m.first]][2] != span.block for m in self._told.named[event])

    def _nearest(self, main: int, span: Sentence) -> int:
        """Of several gatherings the one named last, shortly before; else the main one."""
        told = self._told
        if len(told.tops) < 2:
            return main
        first = self._sentences[max(0, span.number - _SHORTLY)].first
        for mention in reversed(told.between(first, span.first)):
            event = told.entities[mention.entity]
            # nobody gives a talk at a visit told in passing
            if event.parent is None and not event.name.startswith("Besuch ") and not told.is_occasion(mention):
                if mention.entity != main and is_background(told, mention.entity):
                    continue
                return mention.entity
        return main

    def _is_in_view(self, event: int, span: Sentence) -> bool:
        """Whether the text has named the event before a speech is told, or names it right behind.

        The gathering that a text never names but in its background ("Hintergrund: Der Tag … findet jährlich statt")
        is in view from the start: it is a series, and the only one.
        """
        tops = self._told.tops
        if len(tops) == 1 and tops[0].series and not self._told.ahead:
            return True
        last = self._sentences[min(span.number + _BEHIND, len(self._sentences) - 1)].end
        return self._told.named[event][0].first < last

    def _covers(self, event: int, span: Sentence) -> bool:
        """An event of the lead frames the whole text; one named later only its own paragraph."""
        told, blocks, first = self._told, self._doc.blocks, self._told.named[event][0].first
        number = max(0, bisect_right(self._sentences, first, key=_first) - 1)
        number = number if self._sentences[number].first <= first < self._sentences[number].end else 0
        if number <= _LEAD and not told.is_edge(event):
            return len(told.tops) - told.ahead < _MANY
        named = self._sentences[number].block
        if blocks[named].kind != "heading":
            return named == span.block
        below = blocks[named + 1 : span.block + 1]
        return span.block > named and all(block.kind != "heading" for block in below)

    def _is_hearing(self, event: int) -> bool:
        """Whether bodies, not only persons, speak at an event."""
        name = self._told.entities[event].name.lower()
        return "anhörung" in name or "sitzung" in name

    def _is_broken(self, event: int, span: Sentence) -> bool:
        """Whether a heading or a turn of phrase between the event and the sentence says: this was elsewhere."""
        mentions = self._told.named[event]
        before = bisect_left(mentions, span.first, key=_first)
        last = mentions[before - 1].first if before else 0
        if self._breaks is None:
            self._breaks = [s.first for s in self._sentences if self._is_break(s)]
        return bisect_right(self._breaks, last) < bisect_right(self._breaks, span.first)

    def _is_break(self, span: Sentence) -> bool:
        """Whether a sentence turns away from what was told before it: "Kritik kam …", "Hintergrund: …"."""
        if not self._doc.lowers[span.first].startswith(_BREAKING):
            return False
        opens = self._doc.phrase(span.first, min(span.first + _BREAK, span.end)).lower()
        if opens.startswith("über") and self._doc.block_tokens[span.block][0] != span.first:
            return False  # "Über die Höhe werde noch entschieden" is no "Über die Stiftung"
        return opens.startswith(_BREAKS)
