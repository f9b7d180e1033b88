"""Events while a text is read, and what becomes of them: name, IRI, date, format, mentions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from podium.namespaces import ID, iri, slug
from podium.reading.document import Document
from podium.reading.entities import EventEntity, Events, Mention
from podium.reading.events_phrases import Gathering
from podium.reading.events_special import SeriesNames
from podium.reading.lexicon import words_of
from podium.register.register import Register

__all__ = ["YEAR", "Draft", "announced_in_heading", "entities_of", "is_invitation"]

_COMPARED = 12  # phrases at either end
YEAR = re.compile(r"(?:19|20)\d\d")
_AHEAD = frozenset(words_of("event_words.txt", "ahead"))
_INVITATION = frozenset(words_of("event_words.txt", "invitation"))
_TOP = 5  # blocks that can be the head of a release
_DIGITAL = re.compile(r"online|digital|virtuell|video|webinar|\bper zoom\b|\blivestream", re.I)


@dataclass(slots=True)
class Draft:
    """An event while a text is read: its mentions as phrases, and what has been learnt of it."""

    phrases: list[Gathering]
    heading: list[bool]
    aliases: list[Gathering] = field(default_factory=list)
    date: str | None = None
    place: str = ""
    venue: bool = False
    announced: bool | None = None
    parent: int | None = None
    target: int | None = None  # organisation visited
    town: str = ""
    told: bool = False  # by a verb alone
    motto: str = ""
    background: bool = False  # only what "hatte" been said there

    def by_verb(self) -> bool:
        """Whether a verb told of it first, so that its name was put together: "Unterzeichnung der Vereinbarung"."""
        first = self.phrases[0]
        return self.told or (first.end - first.first == 1 and " " in first.name)

    def compared(self) -> list[Gathering]:
        """The phrases that a new one is compared with: all, or the first and last, so that time grows with the text."""
        return (
            self.phrases
            if len(self.phrases) <= 2 * _COMPARED
            else [*self.phrases[:_COMPARED], *self.phrases[-_COMPARED:]]
        )


def entities_of(doc: Document, register: Register, drafts: Sequence[Draft], series: SeriesNames) -> Events:
    """Events in the order of their first mention, with all mentions."""
    order = sorted(range(len(drafts)), key=lambda n: drafts[n].phrases[0].first)
    number = {old: new for new, old in enumerate(order)}
    entities: list[EventEntity] = []
    mentions: list[Mention] = []
    for new, old in enumerate(order):
        draft = drafts[old]
        entities.append(
            _entity(doc, register, draft, series, number.get(draft.parent) if draft.parent is not None else None)
        )
        for phrase, form in [*((p, "name") for p in draft.phrases), *((p, "alias") for p in draft.aliases)]:
            mentions.append(Mention(phrase.first, phrase.end, new, form, _with_article(phrase)))
    return Events(tuple(entities), tuple(sorted(mentions, key=lambda m: (m.first, m.end))))


def _with_article(phrase: Gathering) -> tuple[int, int]:
    return phrase.first - (1 if phrase.article else 0), phrase.end


def _entity(doc: Document, register: Register, draft: Draft, series: SeriesNames, parent: int | None) -> EventEntity:
    best = _best(draft)
    known = next((series.of(p) for p in draft.phrases if series.of(p)), None)
    date = draft.date or next((p.number for p in draft.phrases if YEAR.fullmatch(p.number)), None)
    edition = register.edition(known.name, date, doc.release.published) if known else None
    text = " ".join([*(p.name for p in draft.phrases), *(" ".join(p.adjectives) for p in draft.phrases)])
    form = "hybrid" if "hybrid" in text.lower() else "digital" if _DIGITAL.search(text) else None
    announced = draft.announced if draft.announced is not None else announced_in_heading(doc, draft)
    return EventEntity(
        _full_name(best, draft), edition.iri if edition else _iri(doc, best, date, draft),
        known.name if known else None, date, draft.place or draft.town or None, form, announced, parent,
        edition.iri if edition else None,
    )  # fmt: skip


def announced_in_heading(doc: Document, draft: Draft) -> bool:
    """Whether the heading that names an event speaks of what is to come."""
    first, end, _ = doc.sentences[doc.sentence_at[draft.phrases[0].head]]
    ahead = _AHEAD.intersection(doc.lowers[first : min(end, first + 60)])
    return bool(ahead - {"steht"}) or ("steht" in ahead and not _STANDS.isdisjoint(doc.lowers[first:end]))


_STANDS = frozenset(["an", "bevor", "vor", "fest"])  # "Jobmesse steht bevor", not "am Ende steht eine Verabredung"


def is_invitation(doc: Document) -> bool:
    """Whether the head of a text calls it an invitation."""
    return any(
        block.kind != "body" and not _INVITATION.isdisjoint(doc.lowers[slice(*tokens)])
        for block, tokens in zip(doc.blocks[:_TOP], doc.block_tokens[:_TOP], strict=True)
    )


_WHOSE = ("des ", "der ")
_OWN = ("des ", "der ", "für ", "zu ", "zum ", "zur ", "über ", "gegen ")  # attributes that belong to a name


def _best(draft: Draft) -> Gathering:
    """The phrase that names the event best: in the text rather than a heading, and fullest."""

    houses = [p for p in draft.phrases if p.of and p.of == p.place] if draft.target is not None else []
    if houses and all(draft.heading):
        return houses[0]  # rather than a room of it
    longest = max(len(p.noun.form) for p in draft.phrases)

    def rank(pair: tuple[Gathering, bool]) -> tuple[bool, bool, bool, bool, int]:
        phrase, heading = pair
        printed = phrase.end - phrase.first > 1  # not only told by a verb
        count = len(phrase.name.split())
        # "Jobmesse für Pflegekräfte" names it better than "Messe im Jobcenter", where what follows need not be its.
        exact = phrase.noun.needs == "a" and len(phrase.noun.form) == longest and phrase.of.startswith(_OWN)
        plain = heading or phrase.end - phrase.first == 1  # "Fachtag" says less than the heading's "Fachtag in Kassel"
        return (bool(phrase.title or phrase.number), exact, not plain, printed, count if count <= 12 else 0)

    said_more = (
        draft.by_verb() and draft.phrases[0].noun.family != "visit" and longest > len(draft.phrases[0].noun.form)
    )  # "Vertragsunterzeichnung"
    own = (draft.told or said_more) and len(draft.phrases) > 1  # a noun says better what it was than the verb did
    return max(list(zip(draft.phrases, draft.heading, strict=True))[own:], key=rank)[0]


def _full_name(best: Gathering, draft: Draft) -> str:
    """The name of the best phrase, with its motto, and the town where it only says whose it is: "… der Stadt in X"."""
    name = best.name
    whose = best.of.startswith(_WHOSE) and not (best.title or best.number or best.place)
    if whose and draft.place and not draft.venue:
        name = f"{name} in {draft.place}"
    return f"{name} „{draft.motto}“" if draft.motto and not best.title else name


def _iri(doc: Document, best: Gathering, date: str | None, draft: Draft) -> str:
    """IRI of an event: shared between releases only where name and day leave no doubt."""
    if date and len(date) == 10 and (draft.place or best.of or best.title or best.number):
        return iri("event", f"{best.name} {date}")
    return f"{ID}event/{doc.release.iri.rsplit('/', 1)[-1]}/{slug(best.name)}{'-' + date if date else ''}"
