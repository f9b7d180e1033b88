"""Where something was said: which event of the text a contribution belongs to, if any."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from podium.reading.blocks import Block
from podium.reading.document import Document
from podium.reading.entities import EventEntity, Events, Mention, Organisations
from podium.reading.events_told import is_day_line
from podium.reading.locations_signs import announced_at, beforehand, in_sequence, in_writing, is_elsewhere, is_later
from podium.reading.speech.outline import Sentence

__all__ = ["Locator"]

_AT_EVENTS = frozenset(["Rede", "Grußwort", "Vortrag", "Podiumsdiskussion", "Moderation", "Eröffnung"])
_OCCASION = frozenset("anlässlich vor nach im zum zur seit wegen für".split())
_BEFOREHAND = frozenset(["vorfeld", "beginn", "rande", "anschluss", "nachgang", "nach", "vor"])
_OUTSIDE = frozenset(["Statement", "Interview"])  # said without a gathering, unless the text places it at one
_NOWHERE = -1  # said on an occasion, not at it
_SOURCES = frozenset(["laut", "zufolge"])
_AT = frozenset("auf bei beim in im am an zu zum zur während".split())
_OPENING = 3  # sentences that open a text, its title among them
_BELOW = 8  # paragraphs below the heading of a part
_LISTED = 25  # tokens in which "darunter" can open a list
_MANY = 4  # gatherings of a text that is about none of them
_NEARBY = 5  # sentences back that "dabei" can mean
_POINTING = frozenset(["dort", "dabei", "damals"])
_BREAKS = ("reaktion", "kritik", "hintergrund", "zum nachlesen", "ausblick", "über das", "über die")

_SEQUELS = frozenset("anschließenden anschließend anschluss danach darauf folgte folgten nachmittag".split())
_SEQUEL = 14  # tokens of a sentence in which one of them stands
_FOLLOWING = 3  # paragraphs that it lasts

_WELL_BEFORE = 3  # days


def _day(event: EventEntity) -> date | None:
    """Day of an event that was held, where the text gives it."""
    return None if event.announced or len(event.date or "") != 10 else date.fromisoformat(str(event.date))


def _venues(doc: Document, events: Events) -> Iterator[Mention]:
    """Where a text names the venue of one of its gatherings again: "im Gemeindehaus", as mentions of it."""
    heads: dict[str, set[int]] = {}
    for number, event in enumerate(events.entities):
        words = [word for word in (event.place or "").split() if word[:1].isupper() and len(word) > _SHORTEST]
        if words and event.parent is None:
            heads.setdefault(words[0], set()).add(number)
    known = {word: numbers.pop() for word, numbers in heads.items() if len(numbers) == 1}
    for at, word in enumerate(doc.words) if known else ():
        if word in known and at and doc.lowers[at - 1] in _INSIDE and doc.quote_at[at] < 0:
            yield Mention(at, at + 1, known[word], "alias", (at, at + 1))


def _houses(doc: Document, events: Events, organisations: Organisations) -> Iterator[Mention]:
    """Where a text is again in a house that one of its gatherings was in: "Im Nordhäuser Jobcenter", as mentions."""
    tops = [n for n, event in enumerate(events.entities) if event.parent is None]
    known: dict[int, int] = {}
    for number, entity in enumerate(organisations.entities):
        here = [n for n in tops if entity.name in f"{events.entities[n].name} {events.entities[n].place}"]
        if len(here) == 1 and entity.kind != "territory":
            known[number] = here[0]
    for mention in organisations.mentions if known else ():
        first = mention.phrase[0]
        inside = doc.lowers[first] in _INSIDE or (first and doc.lowers[first - 1] in _INSIDE)
        if inside and mention.entity in known and doc.quote_at[mention.first] < 0:
            yield Mention(mention.first, mention.end, known[mention.entity], "alias", mention.phrase)


_SHORTEST = 5  # letters of a word that tells a venue
_INSIDE = frozenset(["im", "der", "dem", "am", "ins", "bei", "beim"])


def _is_timed(block: Block) -> bool:
    """Whether a list item has a mark of its own, such as the hour in a programme."""
    return block.body > block.start


_first = attrgetter("first")


class Locator:
    """Assigns events to contributions of one text, in the order of the text."""

    def __init__(
        self, doc: Document, events: Events, organisations: Organisations, sentences: Sequence[Sentence]
    ) -> None:
        self._doc, self._events, self._sentences = doc, events, sentences
        tops = [n for n, event in enumerate(events.entities) if event.parent is None]
        venues = (*_venues(doc, events), *_houses(doc, events, organisations)) if len(tops) > 1 else ()
        self._mentions = sorted([*events.mentions, *venues], key=lambda m: m.first)
        self._starts = [m.first for m in self._mentions]
        self._of: dict[int, list[Mention]] = {number: [] for number in range(len(events.entities))}
        for mention in sorted(events.mentions, key=_first):
            self._of[mention.entity].append(mention)
        self._tops = [event for event in events.entities if event.parent is None]
        self._ahead = sum(event.announced for event in self._tops)
        self._breaks: list[int] | None = None
        self._speakers: dict[object, int] = {}
        self._main = self._main_event()
        self._coming = self._coming_event()

    def _main_event(self) -> int | None:
        """The event the text is about: held and no part of another, mentioned first and most."""
        held = [n for n, e in enumerate(self._events.entities) if e.parent is None and not self._occasion_only(n)]
        if not held:
            return None
        weight = {n: self._weight(n) for n in held}
        old = self._overtaken(held)
        return max(held, key=lambda n: (not self._events.entities[n].announced, n not in old, weight[n], -n))

    def _coming_event(self) -> int | None:
        """The gathering to come that a text is about although it also tells of one that was: what a programme is of."""
        first = min(self._mentions, key=_first).entity if self._mentions else None
        if first is None or not self._ahead or self._ahead == len(self._tops):
            return None
        event = self._events.entities[first]
        return first if event.announced and event.parent is None else None

    def _overtaken(self, held: Sequence[int]) -> frozenset[int]:
        """Events that were well before the newest one, which is what a release is about: decided then, said today."""
        days = {n: day for n in held if (day := _day(self._events.entities[n])) is not None}
        newest = max(days.values(), default=None)
        if newest is None:
            return frozenset()
        return frozenset(n for n, day in days.items() if (newest - day).days > _WELL_BEFORE)

    def _weight(self, number: int) -> int:
        """How much a text is about an event: how often it is named, twice as much in its first sentences."""
        opening = self._sentences[min(_OPENING, len(self._sentences) - 1)].end if self._sentences else 0
        names = [m.first < opening for m in self._of[number] if m.form == "name"]
        return sum(1 + early for early in names)

    def _occasion_only(self, number: int) -> bool:
        """Whether every mention names the event only as the occasion ("vor Beginn der Tarifrunde")."""
        mentions = self._of[number]
        mentions = [m for m in mentions if self._doc.block(m.first).kind != "heading"] or mentions
        return bool(mentions) and all(self._is_occasion(m.phrase[0]) for m in mentions)

    def _is_occasion(self, first: int) -> bool:
        types = self._doc.types
        before = self._doc.lowers[max(0, first - 4) : first]
        if not before:
            return False
        if before[-1] in ("anlässlich", "vor", "nach") or before[-2:-1] == ["anlässlich"]:
            return True
        start = self._doc.sentences[self._doc.sentence_at[first]][0] if first < len(types) else first
        if any(types[k].lower == "darunter" for k in range(max(start, first - _LISTED), first)):
            return True  # "mehrere Projekte, darunter die Jobmesse X"
        own = types[first].lower if first < len(types) else ""
        if own in ("des", "der") and any(w in _BEFOREHAND for w in before) and "am" not in before:
            return True
        return any(w in ("anlässlich", "vorfeld", "beginn") for w in before)

    def event_of(
        self, speaker: object, sentence: int, act: str, person: bool, announced: bool, medium: bool = False,
        at: int | None = None,
    ) -> int | None:  # fmt: skip
        """Number of the event at which a contribution was made, or None; `at` is the speaker's first token."""
        span = self._sentences[sentence]
        if beforehand(self._doc, span):
            return None
        here = self._in_sentence(sentence, announced, at)
        still_ahead = here is not None and self._events.entities[here].announced and not announced
        if here is not None and not (still_ahead and (act in _OUTSIDE or self._is_held(self._main))):
            self._speakers[speaker] = here
            return here
        if act in _OUTSIDE and (self._only_occasion(sentence) or in_writing(self._doc, span)):
            self._speakers[speaker] = _NOWHERE
            return None
        programme = act in _AT_EVENTS and 0 < self._ahead == len(self._tops)  # "Grußwort: X"
        scene = self._programme(span)
        scene = self._scene(sentence, announced or programme) if scene is None else scene
        if scene is None and act in _AT_EVENTS and announced_at(self._doc, span):
            scene = self._coming
        if scene is not None and not is_later(self._doc, span) and (person or act in _AT_EVENTS):
            self._speakers[speaker] = scene
            return scene
        before = None if is_later(self._doc, span) else self._speakers.get(speaker)
        if before == _NOWHERE:
            return None
        if before is not None and self._left(before, sentence):
            before = None
        if before is not None and (not announced or self._events.entities[before].announced):
            return before
        main = self._main
        if is_later(self._doc, span) and act not in _AT_EVENTS:
            return None
        if main is None or (medium and act != "Interview"):
            return None
        there = self._there(sentence)
        if there is not None:
            self._speakers[speaker] = there
            return there
        if announced and not self._events.entities[main].announced and is_elsewhere(self._doc, span):
            return None
        if act in _AT_EVENTS and not self._in_view(main, sentence):
            return None
        if act in _AT_EVENTS:
            self._speakers[speaker] = self._nearest(sentence, main)
            return self._speakers[speaker]
        ahead = self._events.entities[main].announced and not announced and act in _OUTSIDE
        if (ahead and not in_sequence(self._doc, span)) or (not person and not self._is_hearing(main)):
            return None
        if self._introduced(main, sentence) and self._covers(main, sentence) and not self._broken(main, sentence):
            self._speakers[speaker] = main
            return main
        return None

    def _is_held(self, event: int | None) -> bool:
        return event is not None and not self._events.entities[event].announced

    def _left(self, event: int, sentence: int) -> bool:
        """Whether a paragraph no longer speaks of a part of a gathering: a workshop holds for its own paragraph."""
        if self._events.entities[event].parent is None:
            return False
        block = self._sentences[sentence].block
        mentions = self._of[event]
        return all(self._doc.sentences[self._doc.sentence_at[m.first]][2] != block for m in mentions)

    def _in_sentence(self, sentence: int, announced: bool, speaker: int | None) -> int | None:
        """The event that the sentence names; of several the one named last before the speaker."""
        span = self._sentences[sentence]
        at = bisect_right(self._starts, span.first - 1)
        best: int | None = None
        before: int | None = None
        sourced = not _SOURCES.isdisjoint(self._doc.lowers[span.first : span.end])
        while at < len(self._mentions) and self._mentions[at].first < span.end:
            mention = self._mentions[at]
            told = not self._is_occasion(mention.phrase[0]) and not self._is_quoted(mention)
            told = told and not (sourced and self._is_subject(mention))
            fits = self._events.entities[mention.entity].announced == announced
            if told and (best is None or fits):
                best = mention.entity
            if told and fits and speaker is not None and mention.first < speaker:
                before = mention.entity
            at += 1
        return best if before is None else before

    def _is_quoted(self, mention: Mention) -> bool:
        """Whether somebody's words name the event; marks that hold no more than its name are its title's."""
        number = self._doc.quote_at[mention.first]
        if number < 0:
            return False
        quote = self._doc.quotes[number]
        return quote.first < mention.first - 1 or quote.last > mention.end

    def _is_subject(self, mention: Mention) -> bool:
        """Whether no preposition says "at" it: "Die Kundgebung verlief laut Polizei ruhig" was not said there."""
        first = mention.phrase[0]
        return not first or self._doc.lowers[first - 1] not in _AT

    def _only_occasion(self, sentence: int) -> bool:
        """Whether a sentence names a gathering, but only as the occasion: "erklärt X im Vorfeld der Tagung"."""
        span = self._sentences[sentence]
        at = bisect_right(self._starts, span.first - 1)
        here = [m for m in self._mentions[at : at + 8] if m.first < span.end and not self._is_quoted(m)]
        return bool(here) and all(self._is_occasion(m.phrase[0]) and not self._after(m.phrase[0]) for m in here)

    def _after(self, first: int) -> bool:
        """ "sagte X nach der Sitzung": still there, as a rule."""
        return first > 0 and self._doc.types[first - 1].lower == "nach"

    def _scene(self, sentence: int, announced: bool) -> int | None:
        """Of several gatherings the one that this paragraph told of last: each station of a journey holds for its own.

        The heading of a part holds for what stands below it. None where the text tells of one gathering only, or the
        paragraph names the event as an aside.
        """
        span = self._sentences[sentence]
        above = self._part_above(span.block)
        if not announced and len(self._tops) - self._ahead < 2 and above is None:
            return self._part_here(span)
        opening = self._doc.block_tokens[span.block if above is None else above][0]
        inside = self._mentions[bisect_left(self._starts, opening) : bisect_left(self._starts, span.first)]
        inside = [m for m in inside if not self._is_occasion(m.phrase[0])]
        inside = [m for m in inside if self._events.entities[m.entity].announced == announced]
        last = inside[-1].entity if inside else None
        if last is None and above is None and not announced:
            return self._sequel(span)
        return None if last is None or self._aside(last) or self._is_quoted(inside[-1]) else last

    def _sequel(self, span: Sentence) -> int | None:
        """The gathering that followed another one and was named last: "Beim anschließenden Festakt …"."""
        number = bisect_left(self._starts, span.first) - 1
        last = self._mentions[number] if number >= 0 else None
        if last is None or self._is_occasion(last.phrase[0]) or self._is_quoted(last):
            return None
        event = self._events.entities[last.entity]
        first, end, block = self._doc.sentences[self._doc.sentence_at[self._of[last.entity][0].first]]
        if event.parent is not None or event.announced or last.entity == self._main or span.block - block > _FOLLOWING:
            return None
        if _SEQUELS.isdisjoint(self._doc.lowers[first : min(end, first + _SEQUEL)]):
            return None
        return None if any(b.kind == "heading" for b in self._doc.blocks[block : span.block]) else last.entity

    def _part_here(self, span: Sentence) -> int | None:
        """The part of a gathering that the paragraph has named before: a talk on the stage of a fair."""
        if len(self._tops) == len(self._of) or self._doc.blocks[span.block].kind != "body":
            return None
        opening = self._doc.block_tokens[span.block][0]
        inside = self._mentions[bisect_left(self._starts, opening) : bisect_left(self._starts, span.first)]
        last = inside[-1] if inside else None
        part = last is not None and self._events.entities[last.entity].parent is not None
        return last.entity if last is not None and part and not self._is_quoted(last) else None

    def _programme(self, span: Sentence) -> int | None:
        """The gathering to come whose programme a point belongs to: "Das nächste Treffen findet … statt:"."""
        block = self._doc.blocks[span.block]
        if block.kind != "item" or block.lead < 0 or self._doc.blocks[block.lead].kind == "heading":
            return None
        first, end = self._doc.block_tokens[block.lead]
        inside = self._mentions[bisect_left(self._starts, first) : bisect_left(self._starts, end)]
        last = inside[-1].entity if inside else None
        event = None if last is None else self._events.entities[last]
        return last if event is not None and event.announced and event.parent is None else None

    def _part_above(self, block: int) -> int | None:
        """The heading or point of a programme above a paragraph that names a part: "Forum 1: Gesundheit"."""
        blocks = self._doc.blocks
        if blocks[block].kind == "heading" or (blocks[block].kind == "item" and _is_timed(blocks[block])):
            return None
        for above in range(block - 1, max(-1, block - _BELOW), -1):
            if self._is_part(above):  # a point of a programme holds for the points below it only
                return above if blocks[above].kind == "heading" or blocks[block].kind == "item" else None
            if blocks[above].kind == "heading" or (blocks[above].kind == "item" and _is_timed(blocks[above])):
                return None
        return None

    def _is_part(self, block: int) -> bool:
        """Whether a line names a part of a gathering or, below day and hour, a gathering: "Forum 1: Gesundheit"."""
        if self._doc.blocks[block].kind not in ("heading", "item"):
            return False
        first, end = self._doc.block_tokens[block]
        at = bisect_left(self._starts, first)
        here = self._mentions[at : at + 1]
        if not here or here[0].first >= end:
            return False
        dated = block > 0 and is_day_line(self._doc, block - 1)
        return dated or self._events.entities[here[0].entity].parent is not None

    def _there(self, sentence: int) -> int | None:
        """The event named last before, where the sentence points to it with "dort", "dabei" or "damals"."""
        span = self._sentences[sentence]
        if _POINTING.isdisjoint(self._doc.lowers[span.first : span.end]):
            return None
        nearby = self._sentences[max(0, sentence - _NEARBY)].first
        last = None
        for mention in self._mentions[bisect_left(self._starts, nearby) : bisect_left(self._starts, span.first)]:
            if not self._is_occasion(mention.phrase[0]):
                last = mention.entity
        return last

    def _nearest(self, sentence: int, main: int) -> int:
        """Of several gatherings the one named last, shortly before; else the main one."""
        if len(self._tops) < 2:
            return main
        span = self._sentences[sentence]
        first = self._sentences[max(0, sentence - 4)].first
        recent = self._mentions[bisect_left(self._starts, first) : bisect_left(self._starts, span.first)]
        recent = [m for m in recent if not self._is_occasion(m.phrase[0])]
        near = [m.entity for m in recent if self._events.entities[m.entity].parent is None]
        near = [n for n in near if not self._is_visit(n)]  # nobody gives a talk at a visit told in passing
        return near[-1] if near else main

    def _is_visit(self, event: int) -> bool:
        return self._events.entities[event].name.startswith("Besuch ")

    def _in_view(self, event: int, sentence: int) -> bool:
        """Whether the text has named the event before a speech is told, or names it right behind.

        The gathering that a text never names but in its background ("Hintergrund: Der Tag … findet jährlich statt")
        is in view from the start: it is a series, and the only one.
        """
        if len(self._tops) == 1 and self._tops[0].series and not self._ahead:
            return True
        last = self._sentences[min(sentence + 2, len(self._sentences) - 1)].end
        return self._of[event][0].first < last

    def _aside(self, event: int) -> bool:
        """Whether the text names the event only as the edge at which something was said: "am Rande der Sitzung"."""
        types = self._doc.types
        firsts = [m.phrase[0] for m in self._of[event]]
        return all(any(types[k].text == "Rande" for k in range(max(0, f - 2), f)) for f in firsts)

    def _covers(self, event: int, sentence: int) -> bool:
        """An event of the lead frames the whole text; one named later only its own paragraph."""
        first = self._of[event][0].first
        number = max(0, bisect_right(self._sentences, first, key=_first) - 1)
        number = number if self._sentences[number].first <= first < self._sentences[number].end else 0
        if number <= 6 and not self._aside(event):
            return len(self._tops) - self._ahead < _MANY
        named, said = self._sentences[number].block, self._sentences[sentence].block
        if self._doc.blocks[named].kind == "heading":
            named += 1
            return said >= named and all(self._doc.blocks[n].kind != "heading" for n in range(named, said + 1))
        return named == said

    def _is_hearing(self, event: int) -> bool:
        name = self._events.entities[event].name.lower()
        return "anhörung" in name or "sitzung" in name

    def _introduced(self, event: int, sentence: int) -> bool:
        """Whether the event was named before the sentence (or in the title)."""
        first = self._sentences[sentence].first
        return any(m.first < first for m in self._of[event][:1])

    def _broken(self, event: int, sentence: int) -> bool:
        """Whether a heading or a turn of phrase between the event and the sentence says: this was elsewhere."""
        target = self._sentences[sentence]
        before = bisect_left(self._of[event], target.first, key=_first)
        last = self._of[event][before - 1].first if before else 0
        if self._breaks is None:
            self._breaks = [s.first for s in self._sentences if self._is_break(s)]
        return bisect_right(self._breaks, last) < bisect_right(self._breaks, target.first)

    def _is_break(self, sentence: Sentence) -> bool:
        text = self._doc.phrase(sentence.first, min(sentence.end, sentence.first + 6)).lower()
        return text.startswith(_BREAKS) or text.startswith(("kritischer äußerte", "kritik kam", "auch der verband"))
