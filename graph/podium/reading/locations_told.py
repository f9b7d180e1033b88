"""The gatherings of a text as its words mention them: where, how often, as a place or only as the occasion."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from podium.reading.document import Document
from podium.reading.entities import EventEntity, Events, Mention, Organisations
from podium.reading.locations_again import venues_and_houses
from podium.reading.values import value

__all__ = ["Gatherings", "gatherings"]

_OCCASION = frozenset(["anlässlich", "vor", "nach"])
_BEFOREHAND = frozenset(["vorfeld", "ausgang", "beginn", "rande", "anschluss", "nachgang", "nach", "vor"])
_LED_UP_TO = frozenset(["anlässlich", "vorfeld", "beginn"])
_THERE = frozenset(["in", "auf", "bei", "während"])
_LISTED = 25  # tokens in which "darunter" can open a list
_DEFINITE = frozenset("der die das den dem des zum zur beim".split())
_KNOWN = frozenset(
    "Sitzung Veranstaltung Treffen Versammlung Debatte Diskussion Pressekonferenz Pressegespräch Pressetermin "
    "Feierstunde Festakt Feier".split()
)
_FOLLOWS = frozenset(["folgte", "schloss"])
_VIEWS = frozenset(["blick", "hinblick", "rückblick", "vorfreude"])
_FROM = frozenset(["aus", "ergebnisse", "ergebnissen", "ergebnis"])
_AT = frozenset("auf bei beim in im am an zu zum zur während".split())

_first = attrgetter("first")


@value
class Gatherings:
    """Gatherings of a text: `mentions` in order, venues and houses named again among them, their first tokens `starts`.

    `named` are the mentions of each without those venues and houses; `tops` the gatherings that are no part of another,
    `ahead` how many of these are still to come. Gatherings are numbered as in `entities`.
    """

    doc: Document
    entities: Sequence[EventEntity]
    mentions: Sequence[Mention]
    starts: Sequence[int]
    named: Sequence[Sequence[Mention]]
    tops: Sequence[EventEntity]
    ahead: int

    def between(self, first: int, end: int) -> Sequence[Mention]:
        """Mentions that begin at the tokens `first` … `end`-1, in order."""
        return self.mentions[bisect_left(self.starts, first) : bisect_left(self.starts, end)]

    def last_before(self, token: int) -> Mention | None:
        """The mention that began last before a token."""
        number = bisect_left(self.starts, token) - 1
        return self.mentions[number] if number >= 0 else None

    def is_held(self, number: int | None) -> bool:
        """Whether a gathering is not only announced."""
        return number is not None and not self.entities[number].announced

    def is_occasion(self, mention: Mention) -> bool:
        """Whether a mention gives the gathering only as the occasion: "anlässlich der Tagung", "vor dem Gipfel"."""
        first, lowers = mention.phrase[0], self.doc.lowers
        start = self.doc.sentences[self.doc.sentence_at[first]][0]
        before = lowers[max(start, first - 4) : first]
        if not before:
            return False
        if before[-1] == "auf" and not _VIEWS.isdisjoint(before):
            return True  # "mit Blick auf die Tagung"
        if before[-1] in _OCCASION or before[-2:-1] == ["anlässlich"]:
            return True
        if before[-2:] == ["anschluss", "an"]:
            return True
        if before[-2:] == ["zu", "beginn"]:
            return False
        if self.entities[mention.entity].name.lower().endswith("empfang") and self._follows(first):
            return True
        if before[-1] in _FROM:
            return True  # "Aus der Arbeitsgruppe berichtete …"
        if "darunter" in lowers[max(start, first - _LISTED) : first]:
            return True  # "mehrere Projekte, darunter die Jobmesse X"
        there = "am" in before or before[-1] in _THERE  # "vor der Presse in der Sitzung"
        if lowers[first] in ("des", "der") and not there and not _BEFOREHAND.isdisjoint(before):
            return True
        return not _LED_UP_TO.isdisjoint(before)

    def _follows(self, first: int) -> bool:
        """Whether a phrase is the subject of what followed: "Den Grußworten folgte ein Sektempfang"."""
        start = self.doc.sentences[self.doc.sentence_at[first]][0]
        return self.doc.lowers[first] in ("ein", "der") and not _FOLLOWS.isdisjoint(self.doc.lowers[start:first])

    def is_quoted(self, mention: Mention) -> bool:
        """Whether somebody's words name the event; marks that hold no more than its name are its title's."""
        number = self.doc.quote_at[mention.first]
        if number < 0:
            return False
        quote = self.doc.quotes[number]
        return quote.first < mention.first - 1 or quote.last > mention.end

    def is_subject(self, mention: Mention) -> bool:
        """Whether no preposition says "at" it: "Die Kundgebung verlief laut Polizei ruhig" was not said there."""
        first = mention.phrase[0]
        return not first or self.doc.lowers[first - 1] not in _AT

    def is_presupposed(self, number: int) -> bool:
        """Whether a text first names its only gathering as one that is known: "die die Sitzung leitete"."""
        first, lowers = self.named[number][0], self.doc.lowers
        if len(self.tops) > 1 or self.ahead or first.phrase[0] + 1 != first.first:
            return False
        return lowers[first.phrase[0]] in _DEFINITE and self.entities[number].name in _KNOWN

    def is_edge(self, number: int) -> bool:
        """Whether the text names a gathering only as the edge at which something was said: "am Rande der Sitzung"."""
        firsts = [mention.phrase[0] for mention in self.named[number]]
        if firsts and "Rande" not in self.doc.forms:
            return False
        return all("Rande" in self.doc.words[max(0, first - 2) : first] for first in firsts)


def gatherings(doc: Document, events: Events, organisations: Organisations) -> Gatherings:
    """The gatherings of a text with all that mentions them.

    Venues and houses tell gatherings apart, so they are looked for only where there are several.
    """
    tops = [event for event in events.entities if event.parent is None]
    again = venues_and_houses(doc, events, organisations) if len(tops) > 1 else ()
    mentions = sorted([*events.mentions, *again], key=_first)
    named: list[list[Mention]] = [[] for _ in events.entities]
    for mention in sorted(events.mentions, key=_first):
        named[mention.entity].append(mention)
    ahead = sum(event.announced for event in tops)
    return Gatherings(doc, events.entities, mentions, [m.first for m in mentions], named, tops, ahead)
