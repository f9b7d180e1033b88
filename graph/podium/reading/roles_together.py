"""Offices that a plural verb tells of several: "A und B leiten das Jobcenter X", "Die beiden führen die Geschäfte"."""

from bisect import bisect_left

from podium.reading.persons_scan import Scan
from podium.reading.roles_clauses import clause
from podium.reading.roles_leadership import office_word
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Link, Named

__all__ = ["led_together"]

_LED = frozenset(["jobcenter", "agency", "company", "welfare", "ministry", "association", "research"])


def led_together(
    scan: Scan,
    places: OrganisationPlaces,
    here: list[Named],
    at: int,
    first: int,
    end: int,
    names: list[Named],
    firsts: list[int],
) -> list[Link]:
    """ "A und B leiten das Jobcenter X", "Die beiden führen die Jobcenter X und Y", one each in that order."""
    start, stop = clause(scan, at, first, end)
    group = _group([n for n in here if n.end <= at], scan, at)
    if not group and "beiden" in map(str.lower, scan.words[max(start, at - 6) : at + 4]):
        previous = scan.doc.sentences[scan.doc.sentence_at[at] - 1] if scan.doc.sentence_at[at] else (0, 0, 0)
        before = names[bisect_left(firsts, previous[0]) : bisect_left(firsts, previous[1])]
        group = before if len({n.person for n in before}) == 2 == len(before) else []
    if not group:
        group = _group_behind([n for n in here if n.start > at], scan, at)
    houses = [
        token
        for token in range(at + 1, stop)
        if token in places.at and places.entities[places.at[token][1]].kind in _LED
    ]
    business = len(group) > 1 and "Geschäfte" in scan.words[start:at]
    if not business and (len(group) < 2 or not houses or len(houses) not in (1, len(group))):
        return []
    former = scan.words[at] in ("leiteten", "führten") and "seit" not in scan.words[start:stop]
    if business:
        return [_business(scan, name, at, start, stop) for name in group]
    found = []
    for number, name in enumerate(group):
        house = places.at[houses[number if len(houses) > 1 else 0]][1]
        phrase = RolePhrase(at, at, stop, office_word("leiter"), organisation=house, former=former)
        found.append(Link(name.person, phrase, "verb", name if name.first >= first else None, house))
    return found


def _business(scan: Scan, name: Named, at: int, start: int, stop: int) -> Link:
    """ "A und B werden gemeinsam die Geschäfte führen"."""
    future = any(word in ("werden", "sollen") for word in scan.words[start:at])
    former = scan.words[at] == "führten" and "seit" not in scan.words[start:stop]
    phrase = RolePhrase(at, at, at + 1, office_word("geschäftsführer"), former=former, designated=future)
    return Link(name.person, phrase, "verb", name, None)


def _group(names: list[Named], scan: Scan, at: int) -> list[Named]:
    """The names joined by "und" that end before a verb, with nothing but words of time behind them."""
    found: list[Named] = []
    for name in reversed(names):
        gap = scan.words[name.end : found[0].start if found else at]
        if found and gap[:1] == ["("] and ")" in gap:
            gap = gap[gap.index(")") + 1 :]
        if found and gap not in (["und"], [","], ["sowie"]):
            break
        if not found and (len(gap) > 9 or "," in gap):
            break
        found.insert(0, name)
    return found


def _group_behind(names: list[Named], scan: Scan, at: int) -> list[Named]:
    """The names joined by "und" right behind a verb: "Seit Montag führen A und B das Haus"."""
    found: list[Named] = []
    for name in names:
        gap = scan.words[found[-1].end if found else at + 1 : name.start]
        if gap not in ((["und"], [","], ["sowie"]) if found else ([],)):
            break
        found.append(name)
    return found
