"""Offices that a verb tells: "leitet seit 2019 das Jobcenter", "übernimmt zum 1. April die Leitung"."""

from bisect import bisect_left

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_leadership import LEADERSHIP, house_led, office_word, shared_leadership
from podium.reading.roles_nouns import areas_behind
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Antecedent, Link, Named

__all__ = ["verb_roles"]

_LEADING = frozenset(["leitet", "leitete", "geleitet", "Geleitet", "führt", "führte", "geführt"])
_TAKING = frozenset("übernimmt übernahm übernehmen übernommen übergibt übergab innehat".split())
_PLURAL = frozenset(["leiten", "leiteten", "führen", "führten"])
_SHARING = frozenset(["teilen", "teilten"])
_STANDING = frozenset(["steht", "stand"])
_TRIGGERS = _LEADING | _TAKING | _PLURAL | _STANDING | _SHARING
_UNITS = tuple(words_of("person_words.txt", "units"))
_GENITIVE = {"die": "der", "das": "des", "den": "des"}
_AT = frozenset(["im", "beim", "bei", "der", "des", "am", "in"])
_LED = frozenset(["jobcenter", "agency", "company", "welfare", "ministry", "association", "research"])
_PLURAL_VERBS = frozenset("haben hatten sind waren werden wurden sollen wollen können".split())
_AHEAD = frozenset(["zum", "ab", "wird", "soll", "künftig", "am"])
_NEAR = 60  # tokens around a verb in which its subject is sought
_PARTED = frozenset("an ab ein auf vor nach aus mit zu bei".split())
_RELATIVE = frozenset(["der", "die"])


def verb_roles(
    scan: Scan,
    places: OrganisationPlaces,
    names: list[Named],
    firsts: list[int],
    antecedent: Antecedent,
    inside: bytearray,
) -> list[Link]:
    """Links from verbs of leading whose object is an organisation."""
    links: list[Link] = []
    if _TRIGGERS.isdisjoint(scan.forms):
        return links
    for at, word in enumerate(scan.words):
        if word in _TRIGGERS:
            first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
            here = names[bisect_left(firsts, max(first, at - _NEAR)) : bisect_left(firsts, min(end, at + _NEAR))]
            if word in _SHARING:
                links += shared_leadership(scan, places, here, at, first, end)
                continue
            if word in _PLURAL:
                links += _together(scan, places, here, at, first, end, names, firsts)
                continue
            if word in _STANDING:
                top = _at_the_top(scan, places, here, at, first, end)
                links += [top] if top else []
                continue
            link = (
                _leading(scan, places, here, at, first, end, antecedent, inside)
                if word in _LEADING
                else _taking(scan, places, here, at, first, end, antecedent)
            )
            if link:
                links.append(link)
    return links


def _clause(scan: Scan, at: int, first: int, end: int) -> tuple[int, int]:
    """Tokens of the clause around a verb, bounded by commas and marks."""
    start, stop = at, at + 1
    while start > max(first, at - _NEAR):
        if scan.words[start - 1] == "“" and (opening := _short_quote(scan, start - 1, first)) is not None:
            start = opening
        elif scan.words[start - 1] in (",", ";", ":", "„", "“", "–", "("):
            break
        else:
            start -= 1
    while stop < min(end, at + _NEAR):
        if scan.words[stop] == "„" and (close := _short_name(scan, stop, end)) is not None:
            stop = close
        elif scan.words[stop] in (",", ";", ":", "„", "“", "–", ".", ")"):
            break
        stop += 1
    return start, stop


def _short_quote(scan: Scan, close: int, first: int) -> int | None:
    """Where a name in quotation marks begins that closes at a token: "das Referat „Grundsicherung“"."""
    opening = next((t for t in range(close - 1, max(first, close - 6) - 1, -1) if scan.words[t] == "„"), None)
    if opening is None or opening <= first or not scan.words[opening - 1][:1].isalpha():
        return None
    return opening


def _short_name(scan: Scan, opening: int, end: int) -> int | None:
    """Where a name in quotation marks closes that opens at a token behind a noun."""
    if not scan.words[opening - 1][:1].isupper():
        return None
    return next((t for t in range(opening + 2, min(end, opening + 6)) if scan.words[t] == "“"), None)


def _organisation(places: OrganisationPlaces, start: int, stop: int, not_before: int) -> tuple[int, int, int] | None:
    """First organisation within a clause that is no territory: first token, end, number."""
    for token in range(start, stop):
        if token in places.at and token >= not_before:
            end, entity = places.at[token]
            if places.entities[entity].kind not in ("territory", "media", "parliament", "party"):
                return token, end, entity
    return None


def _led_behind(scan: Scan, places: OrganisationPlaces, at: int, stop: int) -> tuple[int, int, int] | None:
    """The organisation that is the object right behind a verb: "… des Jobcenters X und leitete das Jobcenter Y"."""
    found = _organisation(places, at + 1, stop, at + 1)
    near = found is not None and found[0] - at <= 4 and scan.words[found[0] - 1] in ("das", "die", "den")
    return found if near else None


def _subject(scan: Scan, names: list[Named], start: int, stop: int, at: int) -> Named | None:
    """Who leads: the name that a relative clause follows, a name of the clause before the verb, or right behind it."""
    if scan.words[start] in _RELATIVE and start and scan.words[start - 1] == ",":
        owner = next((n for n in reversed(names) if n.end <= start), None)
        if owner is not None and _attached(scan, owner.end, start - 1):
            return owner
        return None
    inside = [n for n in names if start <= n.start < stop]
    before = [n for n in inside if n.end <= at]
    if before:
        return before[-1]
    behind = [n for n in inside if n.start > at]
    return behind[0] if behind else None


def _together(
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
    start, stop = _clause(scan, at, first, end)
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


def _unit(
    scan: Scan, places: OrganisationPlaces, at: int, start: int, stop: int, inside: bytearray
) -> tuple[int, int, str] | None:
    """The unit that is the object of a verb of leading, its first token, end, and genitive: "der Abteilung Markt"."""
    if scan.words[at] not in ("leitet", "leitete", "geleitet"):
        return None
    for token in range(start, stop - 1):
        article, noun = scan.words[token].lower(), scan.words[token + 1]
        if article not in _GENITIVE or not noun.lower().endswith(_UNITS) or inside[token + 1]:
            continue
        if token + 1 in places.at:
            continue
        end = areas_behind(scan, places, token + 2, min(stop, scan.limits[token]), inside)
        own = noun if article == "die" else noun + ("es" if noun.endswith("s") else "s")
        rest = scan.doc.phrase(token + 2, end) if end > token + 2 else ""
        return min(token, at), end, " ".join(filter(None, (_GENITIVE[article], own, rest)))
    return None


def _at_the_top(
    scan: Scan, places: OrganisationPlaces, names: list[Named], at: int, first: int, end: int
) -> Link | None:
    """ "X steht an der Spitze des Y", "An der Spitze des Y steht X"."""
    start, stop = _clause(scan, at, first, end)
    words = scan.words
    top = next((t for t in range(start, stop) if words[t] == "Spitze" and words[t - 1] == "der"), None)
    if top is None or top + 2 >= stop or words[top + 1] not in ("des", "der") or top + 2 not in places.at:
        return None
    name = _subject(scan, names, start, stop, at)
    house = places.at[top + 2][1]
    if words[at + 1] in ("eine", "ein", "mit"):
        return None  # "steht erstmals eine Frau an der Spitze"
    if name is None or places.entities[house].kind == "territory":
        return None
    past = words[at] == "stand" and "seit" not in map(str.lower, words[start:stop])
    phrase = RolePhrase(start, at, stop, office_word("leiter"), organisation=house, former=past)
    return Link(name.person, phrase, "verb", name, house)


def _business(scan: Scan, name: Named, at: int, start: int, stop: int) -> Link:
    """ "A und B werden gemeinsam die Geschäfte führen"."""
    future = any(word in ("werden", "sollen") for word in scan.words[start:at])
    former = scan.words[at] == "führten" and "seit" not in scan.words[start:stop]
    phrase = RolePhrase(at, at, at + 1, office_word("geschäftsführer"), former=former, designated=future)
    return Link(name.person, phrase, "verb", name, None)


def _group_behind(names: list[Named], scan: Scan, at: int) -> list[Named]:
    """The names joined by "und" right behind a verb: "Seit Montag führen A und B das Haus"."""
    found: list[Named] = []
    for name in names:
        gap = scan.words[found[-1].end if found else at + 1 : name.start]
        if gap not in ((["und"], [","], ["sowie"]) if found else ([],)):
            break
        found.append(name)
    return found


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


def _attached(scan: Scan, end: int, comma: int) -> bool:
    """Whether a relative clause follows a name at once, or behind a bracket."""
    if comma - end == 1 and scan.words[end] in _PARTED:
        return True  # "tritt die Nachfolge von X an, der das Jobcenter Y leitete"
    return end == comma or (scan.words[end] == "(" and scan.words[comma - 1] == ")" and comma - end < 10)


def _leading(
    scan: Scan,
    places: OrganisationPlaces,
    names: list[Named],
    at: int,
    first: int,
    end: int,
    antecedent: Antecedent,
    inside: bytearray,
) -> Link | None:
    start, stop = _clause(scan, at, first, end)
    business = next((t for t in range(start, stop) if scan.words[t] == "Geschäfte"), None)
    if business is not None and scan.words[at] in ("führt", "führte"):
        name = _subject(scan, names, start, stop, at)
        owner = _organisation(places, business, min(stop, business + 4), business)
        if name is None:
            return None
        past = scan.words[at] == "führte" and "seit" not in scan.words[start:stop]
        phrase = RolePhrase(
            min(at, name.start),
            business,
            business + 1,
            office_word("geschäftsführer"),
            organisation=owner and owner[2],
            former=past,
        )
        return Link(name.person, phrase, "verb", name, owner[2] if owner else None)
    object_ = _led_behind(scan, places, at, stop) or _organisation(places, start, stop, start)
    name = _subject(scan, names, start, stop, at)
    if name is None and scan.words[at + 1 : at + 2] in (["er"], ["sie"]):
        name = antecedent(at + 1, "m" if scan.words[at + 1] == "er" else "f")  # "danach leitete sie das Jobcenter X"
    if name is None and scan.words[start] in ("Der", "Die") and scan.words[start + 1].endswith("-Jährige"):
        name = antecedent(start, "m" if scan.words[start] == "Der" else "f")  # "Der 54-Jährige leitet …"
    if name is None and scan.words[start] in ("Er", "Sie", "er", "sie") and scan.words[start + 1] not in _PLURAL_VERBS:
        name = antecedent(start, "m" if scan.words[start].lower() == "er" else "f")
    if name is not None and (unit := _unit(scan, places, at, start, stop, inside)):
        past = scan.words[at] == "leitete" and not any(w in ("seit", "bisher") for w in scan.words[start:stop])
        first, end, behind = unit
        house = object_[2] if object_ and scan.words[object_[0] - 1].lower() in _AT else None
        end = max(end, at + 1)
        phrase = RolePhrase(first, at, end, office_word("leiter"), behind=behind, organisation=house, former=past)
        return Link(name.person, phrase, "verb", name, house)
    if object_ is None and name is not None:
        return house_led(scan, name, at, start, stop)
    if object_ is None or name is None:
        return None
    before = scan.words[object_[0] - 1].lower()
    if before in ("vom", "von", "aus", "beim", "bei") and name.end == object_[0] - 1:
        return None  # "Geleitet wurde der Workshop von X vom Y"
    if (
        before not in ("das", "die", "den", "dieses", "diese", "diesen")
        and "von" not in scan.words[start:stop]
        and object_[0] != start
    ):
        return None
    past = scan.words[at] in ("leitete", "führte") and not any(w in ("seit", "bisher") for w in scan.words[start:stop])
    if scan.words[at] in ("führt", "führte", "geführt") and places.entities[object_[2]].kind not in (
        "jobcenter",
        "agency",
        "company",
        "welfare",
    ):
        return None
    passive = "wird" in scan.words[start:stop] and "von" in scan.words[start:stop]
    future = scan.words[at] == "geleitet" and not passive and any(w in ("soll", "wird") for w in scan.words[start:stop])
    acting = "kommissarisch" in scan.words[start:stop]
    phrase = RolePhrase(
        start, at, stop, office_word("leiter"), organisation=object_[2], former=past, designated=future, acting=acting
    )
    return Link(name.person, phrase, "verb", name, object_[2])


def _taking(
    scan: Scan,
    places: OrganisationPlaces,
    names: list[Named],
    at: int,
    first: int,
    end: int,
    antecedent: Antecedent,
) -> Link | None:
    """ "Zum 1. April übernimmt X, bisher …, die Leitung der …"."""
    noun = next(
        (
            t
            for t in range(at + 1, min(end, at + 25))
            if scan.words[t] in LEADERSHIP and scan.words[t - 1] in ("die", "der")
        ),
        None,
    )
    if noun is None:
        noun = next(
            (
                t
                for t in range(max(first, at - _NEAR), at)
                if scan.words[t] in LEADERSHIP and scan.words[t - 1] in ("die", "Die")
            ),
            None,
        )
    if noun is None:
        return None
    before = [n for n in names if n.end <= at]
    behind = [n for n in names if n.start > at]
    name = behind[0] if behind and behind[0].start - at <= 4 else before[-1] if before else None
    pronoun = next((t for t in (at + 1, at - 1) if first <= t < end and scan.words[t].lower() in ("er", "sie")), None)
    if pronoun is not None and name is None:
        name = antecedent(pronoun, "m" if scan.words[pronoun].lower() == "er" else "f")
    if name is None:
        return None
    owner = _organisation(places, noun + 1, min(noun + 5, end), noun + 1)
    near = {word.lower() for word in scan.words[max(first, at - 20) : at + 12]}
    future = scan.words[at] in ("übernimmt", "übernehmen") and not _AHEAD.isdisjoint(near)
    phrase = RolePhrase(
        at if name.start < first else min(at, name.start),
        noun,
        noun + 1,
        office_word(LEADERSHIP[scan.words[noun]]),
        organisation=owner and owner[2],
        designated=future,
    )
    return Link(name.person, phrase, "verb", name, owner[2] if owner else None)
