"""Which event of the text a phrase means: the one that it names again, or the one that "die Veranstaltung" is."""

from collections.abc import Sequence

from podium.reading.document import Document
from podium.reading.events_drafts import Draft
from podium.reading.events_identity import elsewhere, is_another, other_day, same
from podium.reading.events_nouns import is_feast
from podium.reading.events_phrases import Gathering
from podium.reading.events_rules import refers
from podium.reading.events_signs import had_been, had_met

__all__ = ["RECENT", "is_other_before", "named_again", "referred_to"]

RECENT = 60  # events back that a phrase can mean, so that the time grows with the length of the text
_RELATED = {
    "conference": ("party", "press"),
    "party": ("conference", "session"),
    "session": ("conference",),
    "fair": ("conference",),
    "kickoff": ("conference", "ceremony"),
    "rally": ("conference",),
    "press": ("conference",),
}


def named_again(
    drafts: Sequence[Draft], found: Gathering, date: str | None, visited: int | None, town: str, heading: bool
) -> int | None:
    """Number of the event that a phrase names again.

    `date` and `town` are what is said around the phrase, `visited` the organisation it is a visit to, `heading` whether
    it stands in one.
    """
    for number in range(len(drafts) - 1, max(-1, len(drafts) - RECENT), -1):
        draft = drafts[number]
        if visited is not None and draft.target is not None and draft.target != visited:
            continue
        if not all(draft.heading) and _is_elsewhere(draft, found, town):
            continue
        if same(draft, found, date, heading) or (visited is not None and _is_room(drafts, draft)):
            return number
    return None


def _is_room(drafts: Sequence[Draft], draft: Draft) -> bool:
    """Whether the only visit so far is one that a heading names after a room: "Besuch in der Lehrküche"."""
    if len(drafts) != 1 or draft.target is not None or not all(draft.heading):
        return False
    return draft.phrases[0].noun.family == "visit"


def referred_to(drafts: Sequence[Draft], found: Gathering, date: str | None, named: int | None) -> int | None:
    """Number of the event that a phrase such as "die Tagung" only refers to; `named` is the one it could name again."""
    if not refers(found) or (found.place and not _places_only_event(drafts, found)):
        return None
    last = _antecedent(drafts, found, date)
    # "Veranstaltung" means whatever was spoken of last; a noun that says more means the gathering of that kind.
    return last if named is None or (last is not None and found.noun.family == "any") else named


def _is_elsewhere(draft: Draft, found: Gathering, town: str) -> bool:
    """Whether the place of a phrase, or the town of its section, is not that of an event."""
    own, around = (found.place, found.venue), (town, False)
    return any(
        elsewhere(draft.place, draft.venue, *place) or elsewhere(draft.town, False, *place) for place in (own, around)
    )


def _places_only_event(drafts: Sequence[Draft], found: Gathering) -> bool:
    """Whether "die Veranstaltung im Rathaus" says where the only event named so far was."""
    return found.noun.family == "any" and found.venue and len(drafts) == 1 and not drafts[0].place


def _antecedent(drafts: Sequence[Draft], found: Gathering, date: str | None) -> int | None:
    """Number of the event that "die Veranstaltung" or "dem Treffen" means: the last one mentioned that fits."""
    recent = range(max(0, len(drafts) - RECENT), len(drafts))
    fitting = [n for n in recent if _fits(drafts[n], found, date)]
    if not fitting:
        return None
    whole = [n for n in fitting if drafts[n].parent is None and not is_another(drafts[n].phrases)] or fitting
    whole = [n for n in whole if not drafts[n].background] or whole
    if found.noun.form == "Konferenz":  # rather than the press conference at its end
        whole = [n for n in whole if drafts[n].phrases[0].noun.family != "press"] or whole
    return max(whole, key=lambda n: max(p.head for p in [*drafts[n].phrases[-1:], *drafts[n].aliases[-1:]]))


def _fits(draft: Draft, found: Gathering, date: str | None) -> bool:
    """Whether kind, day and place of an event allow that a phrase refers to it."""
    if not _is_of_kind(draft, found) or (_is_special(draft, found) and other_day(draft.date, date)):
        return False
    if other_day(draft.date, date) and (draft.date or "")[:4] != (date or "")[:4]:
        return False  # "die Veranstaltung im November 2019"
    return not elsewhere(draft.place, draft.venue, found.place, found.venue)


def _is_of_kind(draft: Draft, found: Gathering) -> bool:
    """Whether a noun can mean a gathering of the event's kind."""
    if found.noun.family == "any":
        return not _is_special(draft, found)  # "das Treffen" means any gathering, "das Schulleitertreffen" does not
    if draft.told and len(draft.phrases) == 1 and found.noun.family == "panel" and found.noun.form != found.noun.ending:
        return True  # "waren der Einladung gefolgt. Auf dem Podium des Wirtschaftstalks diskutierten …"
    noun, family = draft.phrases[0].noun, draft.phrases[0].noun.family
    if family == "series" and noun.form.lower().endswith(found.noun.form.lower()):
        return True  # "die Konferenz" is the "96. Sozialministerkonferenz"
    if family == "press" and found.noun.family == "conference" and _is_special(draft, found):
        return False
    if found.noun.needs == "a":
        return is_feast(noun) and is_feast(found.noun)
    return found.noun.family == family or found.noun.family in _RELATED.get(family, ())


def is_other_before(doc: Document, draft: Draft, found: Gathering) -> bool:
    """Whether a compound of its own, told in the pluperfect, is another gathering than the one told before."""
    first = found.first - bool(found.article)
    return not draft.background and _is_special(draft, found) and (had_been(doc, first) or had_met(doc, first))


def _is_special(draft: Draft, found: Gathering) -> bool:
    """Whether a noun says more than its last part, and the event was never called so: "Unternehmerfrühstück"."""
    form = found.noun.form.lower()
    return form != found.noun.ending and not any(p.noun.form.lower().endswith(form) for p in draft.compared())
