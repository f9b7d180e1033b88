"""Later mentions of a person by surname alone, also in the genitive, never the common noun of the same form."""

from bisect import bisect_left
from itertools import compress, count

from podium.reading.lexicon import words_of
from podium.reading.names import ADDRESS, CAP, FIRST, KNOWN, PLACE, TITLE
from podium.reading.persons_merge import Draft, Place
from podium.reading.persons_parts import titles_before
from podium.reading.persons_scan import SPEAKING, Scan

__all__ = ["add_later_mentions"]

_DETERMINERS = frozenset(words_of("person_words.txt", "determiners"))
_COPULAS = frozenset(words_of("person_words.txt", "copulas"))
_FAMILY = frozenset(words_of("person_words.txt", "before a family name"))
_PLACE_BEFORE = frozenset(words_of("person_words.txt", "before a place"))


def add_later_mentions(scan: Scan, drafts: list[Draft], taken: bytearray) -> None:
    """Add to each person the places where the surname stands alone; `taken` marks tokens of names found before."""
    heads: dict[str, list[Draft]] = {}
    for draft in drafts:
        core = draft.core
        for form in _forms(core):
            heads.setdefault(form, []).append(draft)
    if not heads:
        return
    words = scan.words
    if heads.keys().isdisjoint(scan.forms):
        return
    starts = {id(d): sorted(p.first for p in d.places) for d in drafts}
    for at in compress(count(), map(heads.__contains__, words)):
        if not taken[at] and not scan.blocked[at]:
            found = _mention(scan, at, heads[words[at]], starts)
            if found:
                draft, place = found
                draft.places.append(place)
                taken[place.first : place.end] = b"\x01" * (place.end - place.first)
    for draft in drafts:
        draft.places.sort(key=lambda p: p.first)


def _forms(core: tuple[str, ...]) -> list[str]:
    """Forms of the first token of a surname in running text."""
    first = core[0]
    if len(core) > 1:
        return [first]
    short = [first + "."] if len(first) <= 4 else []  # the tokeniser takes "Jun." at the end of a sentence for June
    return [first, *short] if first[-1:] in "sxzß" else [first, first + "s", *short]


def _mention(scan: Scan, at: int, drafts: list[Draft], starts: dict[int, list[int]]) -> tuple[Draft, Place] | None:
    fitting = []
    for draft in drafts:
        end = _matches(scan, at, draft)
        if end is not None:
            fitting.append((draft, end))
    if not fitting:
        return None
    first = at
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    while first > floor and scan.words[first - 1].lower() in _particles(fitting[0][0]):
        first -= 1
    fitting = [
        (d, e)
        for d, e in fitting
        if not _particles(d) or first < at or (not scan.flags[at] & KNOWN and len(d.core[0]) > 5)
    ]
    if not fitting or not _is_name(scan, at, first, fitting[0][1], floor):
        return None
    _, _, gender = titles_before(scan, first)
    draft, end = _choose(fitting, gender, at, starts)
    alone = first
    while first > floor and scan.words[first - 1] in draft.given:
        first -= 1
    start = titles_before(scan, first)[0]
    return draft, Place(first, end, start, "surname" if first == alone else "name")


def _particles(draft: Draft) -> tuple[str, ...]:
    if len(draft.family) == 1:
        return ()
    return tuple(w.lower() for w in draft.family[: len(draft.family) - len(draft.core)])


def _matches(scan: Scan, at: int, draft: Draft) -> int | None:
    """Token after the surname of a person that begins at `at`, or None."""
    core = draft.core
    if at + len(core) > scan.limits[at]:
        return None
    for step, part in enumerate(core):
        form = scan.words[at + step]
        final = form == part + "." and at + step + 1 == scan.limits[at]
        if form != part and not final and not (step == len(core) - 1 and form == part + "s"):
            return None
    return at + len(core)


def _choose(
    fitting: list[tuple[Draft, int]], gender: str | None, at: int, starts: dict[int, list[int]]
) -> tuple[Draft, int]:
    """Of several persons with one surname: of that gender, named last before this place."""
    if gender:
        fitting = [pair for pair in fitting if pair[0].gender in (gender, None)] or fitting
    if len(fitting) == 1:
        return fitting[0]

    def last_before(pair: tuple[Draft, int]) -> int:
        places = starts[id(pair[0])]
        number = bisect_left(places, at)
        return places[number - 1] if number else -1

    return max(fitting, key=last_before)


def _is_name(scan: Scan, at: int, first: int, end: int, floor: int) -> bool:
    """Whether a word that is a surname of the text is used as one here."""
    words, flags = scan.words, scan.flags
    flag = flags[at]
    before = words[first - 1] if first > floor else ""
    if before in _FAMILY:
        return False
    if before == "-" or (
        first > floor
        and flags[first - 1] & FIRST
        and words[first - 1][:1].isupper()
        and not flag & KNOWN
        and flags[first - 1] & 1
    ):
        return False
    if flags[first - 1] & (TITLE | ADDRESS) if first > floor else False:
        return True
    if flag & PLACE and (before in _PLACE_BEFORE or (end < len(words) and words[end] == "(")):
        return False
    if not flag & KNOWN and not (words[at].endswith("s") and not flag & CAP):
        return True
    return _known_word(scan, at, before, first == floor, end)


_BESIDE = SPEAKING | frozenset("neben gegen wegen sowie außer unter über ohne habe aber oder wie".split())


def _known_word(scan: Scan, at: int, before: str, opens: bool, end: int) -> bool:
    """A surname that is a common word too: no determiner or adjective before it."""
    if before[:1].isdigit() and before.endswith(("jährige", "jährigen")) and scan.roles[at] is None:
        return True  # "die 46-jährige Beispiel"
    if before.lower() in _DETERMINERS or before[:1].isdigit():
        return False
    if before == "und" and at > 1 and scan.words[at - 2].lower() == scan.words[at].lower() + "innen":
        return False  # "Schülerinnen und Schüler"
    like_adjective = before[:1].islower() and before.endswith(("e", "en", "er", "es", "em"))
    if like_adjective and scan.roles[at - 1] is None and not scan.doc.types[at - 1].verb and before not in _BESIDE:
        return False
    if opens and end < scan.limits[at]:
        behind = scan.doc.types[end]
        if behind.cap and scan.words[at].endswith("s") and not scan.roles[end]:
            return True  # "Langs Rede"
        return (
            behind.verb
            or behind.text in _COPULAS
            or behind.text in (",", ":", "und", "(", "selbst", "zufolge")
            or (behind.cap is False and not behind.alpha)
        )
    return True
