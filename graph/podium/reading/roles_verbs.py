"""Offices that a verb tells: "leitet seit 2019 das Jobcenter", "übernimmt zum 1. April die Leitung"."""

from bisect import bisect_left

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_clauses import NEAR_VERB, clause, organisation_in, subject
from podium.reading.roles_leadership import LEADERSHIP, house_led, office_word, shared_leadership
from podium.reading.roles_nouns import areas_behind
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Antecedent, Link, Named
from podium.reading.roles_together import led_together

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
_OBJECT = frozenset(["das", "die", "den", "dieses", "diese", "diesen"])
_HEADED = frozenset(["jobcenter", "agency", "company", "welfare"])  # what somebody "führt"
_PLURAL_VERBS = frozenset("haben hatten sind waren werden wurden sollen wollen können".split())
_ROUND = 6  # tokens behind "führte" in which "durch" says that somebody was shown round
_AHEAD = frozenset(["zum", "ab", "wird", "soll", "künftig", "am"])


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
    for at in scan.doc.tokens_of(_TRIGGERS):
        word = scan.words[at]
        if word.startswith("führ") and "durch" in scan.words[at + 1 : at + _ROUND]:
            continue  # "führten die Gäste durch das Werk"
        first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
        low, high = max(first, at - NEAR_VERB), min(end, at + NEAR_VERB)
        here = names[bisect_left(firsts, low) : bisect_left(firsts, high)]
        if word in _SHARING:
            links += shared_leadership(scan, places, here, at, first, end)
            continue
        if word in _PLURAL:
            links += led_together(scan, places, here, at, first, end, names, firsts)
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


def _led_behind(scan: Scan, places: OrganisationPlaces, at: int, stop: int) -> tuple[int, int, int] | None:
    """The organisation that is the object right behind a verb: "… des Jobcenters X und leitete das Jobcenter Y"."""
    found = organisation_in(places, at + 1, stop)
    near = found is not None and found[0] - at <= 4 and scan.words[found[0] - 1] in ("das", "die", "den")
    return found if near else None


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
    start, stop = clause(scan, at, first, end)
    words = scan.words
    top = next((t for t in range(start, stop) if words[t] == "Spitze" and words[t - 1] == "der"), None)
    if top is None or top + 2 >= stop or words[top + 1] not in ("des", "der") or top + 2 not in places.at:
        return None
    name = subject(scan, names, start, stop, at)
    house = places.at[top + 2][1]
    if words[at + 1] in ("eine", "ein", "mit"):
        return None  # "steht erstmals eine Frau an der Spitze"
    if name is None or places.entities[house].kind == "territory":
        return None
    past = words[at] == "stand" and "seit" not in map(str.lower, words[start:stop])
    phrase = RolePhrase(start, at, stop, office_word("leiter"), organisation=house, former=past)
    return Link(name.person, phrase, "verb", name, house)


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
    """ "X leitet seit 2019 das Jobcenter Y", "X führte die Geschäfte", "Geleitet wird die Abteilung Markt von X"."""
    start, stop = clause(scan, at, first, end)
    words = scan.words
    if words[at] in ("führt", "führte"):
        business = next((t for t in range(start, stop) if words[t] == "Geschäfte"), None)
        if business is not None:
            return _managing(scan, places, names, at, business, start, stop)
    name = _leader(scan, names, at, start, stop, antecedent)
    if name is None:
        return None
    led = _led_behind(scan, places, at, stop) or organisation_in(places, start, stop)
    past = _no_longer(words[at], words[start : stop + 1])
    if unit := _unit(scan, places, at, start, stop, inside):
        house = led[2] if led and words[led[0] - 1].lower() in _AT else None
        begin, behind = unit[0], unit[2]
        until = max(unit[1], at + 1)
        phrase = RolePhrase(begin, at, until, office_word("leiter"), behind=behind, organisation=house, former=past)
        return Link(name.person, phrase, "verb", name, house)
    if led is None:
        return house_led(scan, name, at, start, stop)
    if not _is_led(scan, places, name, led, at, start, stop):
        return None
    passive = "wird" in words[start:stop] and "von" in words[start:stop]
    future = words[at] == "geleitet" and not passive and any(w in ("soll", "wird") for w in words[start:stop])
    acting = "kommissarisch" in words[start:stop]
    phrase = RolePhrase(
        start, at, stop, office_word("leiter"), organisation=led[2], former=past, designated=future, acting=acting
    )
    return Link(name.person, phrase, "verb", name, led[2])


def _no_longer(verb: str, clause_words: list[str]) -> bool:
    """Whether a clause tells of a time that is over: "leitete", "zuletzt geleitet hat", not "seit 2010 geleitet"."""
    if not _STILL.isdisjoint(clause_words):
        return False
    return verb in ("leitete", "führte") or (verb == "geleitet" and not _HAS.isdisjoint(clause_words))


_STILL = frozenset(["seit", "bisher", "bislang"])
_HAS = frozenset(["hat", "hatte"])


def _managing(
    scan: Scan, places: OrganisationPlaces, names: list[Named], at: int, business: int, start: int, stop: int
) -> Link | None:
    """ "X führt die Geschäfte des Y", "Geschäfte" at token `business`."""
    name = subject(scan, names, start, stop, at)
    if name is None:
        return None
    owner = organisation_in(places, business, min(stop, business + 4))
    house = owner[2] if owner else None
    past = scan.words[at] == "führte" and "seit" not in scan.words[start:stop]
    word, first = office_word("geschäftsführer"), min(at, name.start)
    phrase = RolePhrase(first, business, business + 1, word, organisation=house, former=past)
    return Link(name.person, phrase, "verb", name, house)


def _leader(scan: Scan, names: list[Named], at: int, start: int, stop: int, antecedent: Antecedent) -> Named | None:
    """The subject of a verb of leading by name, else whom its pronoun or "der 54-Jährige" means."""
    words = scan.words
    name = subject(scan, names, start, stop, at)
    if name is None and words[at + 1 : at + 2] in (["er"], ["sie"]):
        name = antecedent(at + 1, "m" if words[at + 1] == "er" else "f")  # "danach leitete sie das Jobcenter X"
    if name is None and words[start] in ("Der", "Die") and words[start + 1].endswith("-Jährige"):
        name = antecedent(start, "m" if words[start] == "Der" else "f")  # "Der 54-Jährige leitet …"
    if name is None and words[start] in ("Er", "Sie", "er", "sie") and words[start + 1] not in _PLURAL_VERBS:
        name = antecedent(start, "m" if words[start].lower() == "er" else "f")
    return name


def _is_led(
    scan: Scan,
    places: OrganisationPlaces,
    name: Named,
    led: tuple[int, int, int],
    at: int,
    start: int,
    stop: int,
) -> bool:
    """Whether an organisation of the clause is what is led, by the word before it and its kind."""
    words, before = scan.words, scan.words[led[0] - 1].lower()
    if before in ("vom", "von", "aus", "beim", "bei") and name.end == led[0] - 1:
        return False  # "Geleitet wurde der Workshop von X vom Y"
    if before not in _OBJECT and "von" not in words[start:stop] and led[0] != start:
        return False
    return words[at] not in ("führt", "führte", "geführt") or places.entities[led[2]].kind in _HEADED


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
                for t in range(max(first, at - NEAR_VERB), at)
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
    owner = organisation_in(places, noun + 1, min(noun + 5, end))
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
