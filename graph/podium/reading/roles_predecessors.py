"""Persons whose office another one's tells: "Ihr Vorgänger X", "ihr Amtskollege Y", "Seine Nachfolgerin Z"."""

from bisect import bisect_left
from dataclasses import replace

from podium.reading.lexicon import words_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_leadership import office_word
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Link, Named
from podium.reading.roles_words import listed

__all__ = ["SUCCEEDED", "predecessor_links"]

_KINDS = {
    form: kind
    for kind, stems in (
        ("former", ("Vorgänger", "Amtsvorgänger", "Vorvorgänger")),
        ("next", ("Nachfolger", "Amtsnachfolger")),
        ("peer", ("Amtskollege", "Amtskolleg")),
    )
    for stem in stems
    for form in (stem, stem + "in", stem + "n", stem + "s", stem + "en")
}
# Last parts of words for what somebody has learned, which no one succeeds to.
_CALLINGS = tuple(words_of("person_words.txt", "professions")) + tuple(
    "wirt kaufmann ingenieur arbeiter informatiker ologe politologe historiker therapeut studierend lehrling".split()
)
_HOLDERS = frozenset(noun + end for noun in ("Amtsinhaber", "Vorgänger", "Amtsvorgänger") for end in ("", "in"))
_FOLLOWING = frozenset(["folgt", "folgte", "Nachfolge"])
_BESIDE = frozenset([",", "ist", "wird", "war", "heißt", "bleibt", "wurde"])
_REPLACING = frozenset(["löst", "löste"])
SUCCEEDED = listed("heads_of_house") | listed("officers")  # offices of a single holder
_TRIGGERS = _FOLLOWING | _REPLACING | _KINDS.keys()
_FEMININE = tuple(words_of("person_words.txt", "feminine possessives"))
_MASCULINE = tuple(words_of("person_words.txt", "masculine possessives"))


def predecessor_links(
    scan: Scan,
    names: list[Named],
    firsts: list[int],
    links: list[Link],
    genders: list[str | None],
    places: OrganisationPlaces,
) -> list[Link]:
    """Links for those who held, hold elsewhere or will hold an office that the text gives to somebody else."""
    found: list[Link] = []
    if _TRIGGERS.isdisjoint(scan.forms):
        return found
    held: dict[int, list[Link]] = {}
    left: dict[int, list[Link]] = {}
    for known in links:
        (left if known.phrase.former else held).setdefault(known.person, []).append(known)
    for at in scan.doc.tokens_of(_TRIGGERS):
        word = scan.words[at]
        kind = _KINDS.get(word)
        if word in _REPLACING:
            found += [gone] if (gone := _replaced(scan, names, firsts, links, at)) else []
            continue
        if kind is None:
            if word in _FOLLOWING and (before := _followed(scan, names, firsts, links, genders, at)):
                found.append(before)
            continue
        if kind == "next" and (before := _followed(scan, names, firsts, links, genders, at)):
            found.append(before)
            continue
        name = _beside(scan, names, firsts, at, kind)
        if name is None:
            continue
        link = _office(scan, names, firsts, held, genders, at, name)
        if link is None and kind == "next" and left:
            link = _office(scan, names, firsts, left, genders, at, name)  # "X, die bis 2019 …. Ihre Nachfolgerin Y"
        if link is not None:
            if genders[name.person] is None:
                genders[name.person] = "f" if word.endswith("in") else "m"
            found.append(_link(scan, places, at, kind, name, link))
    return found


def _beside(scan: Scan, names: list[Named], firsts: list[int], at: int, kind: str) -> Named | None:
    """The name that "Vorgänger", "Nachfolgerin", "Amtskollege (aus X,)" at a token stands before."""
    place = bisect_left(firsts, at)
    name = next((n for n in names[place : place + 1] if n.start in (at + 1, at + 2)), None)
    if name is None and kind == "peer" and scan.words[at + 1 : at + 2] in (["aus"], ["von"]):
        comma = next((t for t in range(at + 2, min(at + 7, scan.limits[at])) if scan.words[t] == ","), at)
        return next((n for n in names[place : place + 1] if n.start == comma + 1), None)
    apart = name is not None and name.start == at + 2 and scan.words[at + 1] not in _BESIDE
    return None if apart else name


def _link(scan: Scan, places: OrganisationPlaces, at: int, kind: str, name: Named, link: Link) -> Link:
    """The office of another one, now of a name beside "Vorgänger", "Nachfolgerin" or "Amtskollege"."""
    future = kind == "next" and any(w in ("wird", "soll", "übernimmt") for w in scan.words[at : scan.limits[at]])
    organisation = link.organisation if kind != "peer" else _territory(scan, places, at, name)
    own = _at_word(link.phrase, at)
    phrase = replace(own, former=kind == "former", designated=future, organisation=organisation)
    return Link(name.person, phrase, "predecessor", name, organisation)


def _at_word(phrase: RolePhrase, at: int) -> RolePhrase:
    """The office of a phrase as the word at a token says it of another person, without what stood around it."""
    return replace(phrase, first=at, end=at + 1, article="", possessive="", numeral=False)


def _followed(
    scan: Scan, names: list[Named], firsts: list[int], links: list[Link], genders: list[str | None], at: int
) -> Link | None:
    """ "X wird als neue Leiterin Nachfolgerin von Y": Y had the one office that the sentence gives to another."""
    first, end, _ = scan.doc.sentences[scan.doc.sentence_at[at]]
    place = bisect_left(firsts, at)
    if scan.words[at] in ("folgt", "folgte") and scan.words[at + 1 : at + 2] in (["ihm"], ["ihr"]) and place:
        return _follower(scan, names, firsts, links, genders, at, names[place - 1])
    name = names[place] if place < len(names) else None
    if name is None or name.first >= end:
        return None
    gap = scan.words[at + 1 : name.start]
    if scan.words[at] in ("folgt", "folgte"):
        placed = gap[:1] == ["als"] and gap[-1] == "auf"  # "X folgt als Leiterin der Z auf Y"
        on = gap == ["auf"] or placed or (gap[:1] == ["auf"] and len(gap) < 6 and gap[-1] in _HOLDERS)
        if not on and (gap or not _subject_before(scan, names, place, first)):
            return _follower(scan, names, firsts, links, genders, at, name) if not gap else None
    elif gap != ["von"] and not (not gap and name.genitive):
        return None
    here = [link for link in links if first <= link.phrase.first < end and link.person != name.person]
    if not here and place:
        here = _of_successor(scan, names[place - 1], links, first)
    if not here and scan.doc.sentence_at[at]:
        earlier = scan.doc.sentences[scan.doc.sentence_at[at] - 1][0]
        here = [link for link in links if earlier <= link.phrase.first < first and link.person != name.person]
    own = [link for link in links if link.person == name.person]
    here = [link for link in here if not link.phrase.word.head.endswith(_CALLINGS)]
    if len({link.phrase.title(None) for link in here}) > 1:  # "zur Vizepräsidentin wählten sie Landrätin X"
        here = [link for link in here if link.rule in _NEWLY and _said_new(scan, link)]
    if len({link.phrase.title(None) for link in here}) != 1 or here[0].phrase.former:
        return None
    title = here[0].phrase.word.masculine
    if any(link.phrase.word.masculine == title for link in own):
        return None
    if genders[name.person] is None and name.gender is not None:
        genders[name.person] = name.gender
    phrase = replace(
        here[0].phrase, former=True, designated=False, first=at, end=at + 1, article="", possessive="", numeral=False
    )
    return Link(name.person, phrase, "predecessor", name, here[0].organisation)


def _subject_before(scan: Scan, names: list[Named], place: int, first: int) -> bool:
    """Whether a name before the verb is who follows: "X folgt Y als Leiterin", not "Auf X folgt Y"."""
    before = names[place - 1] if place else None
    return before is not None and before.first >= first and scan.words[before.start - 1].lower() != "auf"


def _of_successor(scan: Scan, name: Named, links: list[Link], first: int) -> list[Link]:
    """The one office that the text says its holder is new in, where "X folgt auf Y" alone tells none."""
    if name.first < first:
        return []
    own = [link for link in links if link.person == name.person and not link.phrase.former]
    new = [link for link in own if link.rule in _NEWLY and _said_new(scan, link)]
    return new if len({link.phrase.title(None) for link in new}) == 1 else []


def _said_new(scan: Scan, link: Link) -> bool:
    """Whether an office is said to be new: "die neue Leiterin X", "zur Leiterin gewählt", "übernimmt die Leitung"."""
    if link.rule in ("elected", "verb") or link.phrase.designated:
        return True
    return any(word.startswith(("neue", "Neue")) for word in scan.words[link.phrase.first : link.phrase.head])


_NEWLY = frozenset(["elected", "verb", "predicate", "role-before-name", "apposition", "als", "label", "heading"])


def _follower(
    scan: Scan,
    names: list[Named],
    firsts: list[int],
    links: list[Link],
    genders: list[str | None],
    at: int,
    name: Named,
) -> Link | None:
    """ "Ihr folgte X (nach)": X has the office of whom the sentences before speak, the one that heads the house."""
    behind = name.first < at  # "X folgt ihm nach"
    pronoun = scan.words[at + 1 if behind else at - 1].lower() if at else ""
    if pronoun not in ("ihr", "ihm") or (behind and scan.doc.sentence_at[name.first] != scan.doc.sentence_at[at]):
        return None
    gender = "f" if pronoun == "ihr" else "m"
    last = bisect_left(firsts, at) - behind
    near = names[max(0, last - 8) : last]
    owner = next((n.person for n in reversed(near) if genders[n.person] == gender), None)
    if owner is None or owner == name.person:
        return None
    held = [link for link in links if link.person == owner and not link.phrase.deputy and not link.phrase.behind]
    link = next(
        (link for link in held if link.phrase.word.masculine.lower().removeprefix("gründungs") in SUCCEEDED), None
    )
    if link is None:
        return None
    word = link.phrase.word
    if word.masculine.lower().startswith("gründungs"):
        word = office_word(word.masculine.lower().removeprefix("gründungs"))
    phrase = replace(_at_word(link.phrase, at), word=word, former=False, designated=False)
    return Link(name.person, phrase, "predecessor", name, link.organisation)


def _replaced(scan: Scan, names: list[Named], firsts: list[int], links: list[Link], at: int) -> Link | None:
    """ "Sie löst X ab", "A löste den langjährigen Leiter X ab": X had what just became hers."""
    end = scan.doc.sentences[scan.doc.sentence_at[at]][1]
    place = bisect_left(firsts, at)
    name = names[place] if place < len(names) else None
    if name is None or name.first >= min(end, at + 4):
        return None
    other = names[place + 1] if place + 1 < len(names) else None
    if other is not None and other.first < end and scan.words[other.end : other.end + 1] == ["ab"]:
        name = other  # "löst Kauffrau A turnusgemäß B ab"
    far = 14 if scan.words[name.end : name.end + 1] == ["als"] else 4  # "löst X als Leiter der Y ab"
    if "ab" not in scan.words[name.end : min(end, name.end + far)]:
        return None
    previous = scan.doc.sentences[max(0, scan.doc.sentence_at[at] - 1)][0]
    until = end if far > 4 else at
    held = [link for link in links if previous <= link.phrase.first < until and link.person != name.person]
    new = [link for link in held if link.rule in ("elected", "predicate", "als", "verb", "apposition")]
    if not new or any(link.person == name.person and link.phrase.first >= at for link in links):
        return None
    phrase = replace(
        new[-1].phrase, former=True, designated=False, first=at, end=at + 1, article="", possessive="", numeral=False
    )
    return Link(name.person, phrase, "predecessor", name, new[-1].organisation)


def _territory(scan: Scan, places: OrganisationPlaces, at: int, name: Named) -> int | None:
    """The territory of "ihr luxemburgischer Amtskollege", "ihr Amtskollege X aus Musterstadt"."""
    entity = places.covering.get(at - 1)
    if entity is None and scan.words[name.end : name.end + 1] in (["aus"], ["von"], ["der"], ["in"]):
        entity = next((places.at[t][1] for t in (name.end + 1, name.end + 2) if t in places.at), None)
    return entity if entity is not None and places.entities[entity].kind in ("territory", "municipality") else None


def _office(
    scan: Scan,
    names: list[Named],
    firsts: list[int],
    held: dict[int, list[Link]],
    genders: list[str | None],
    at: int,
    name: Named,
) -> Link | None:
    """The office of the person to whom "ihr" or "sein" before the word refers."""
    floor = scan.doc.sentences[scan.doc.sentence_at[at]][0]
    if at > floor and (place := bisect_left(firsts, at)) and names[place - 1].end == at and names[place - 1].genitive:
        current = held.get(names[place - 1].person, [])  # "Beispiels Vorgänger X"
        return current[0] if current else None
    owner = None
    word_is_past = _KINDS[scan.words[at]] == "former"
    for token in range(at - 1, max(floor, at - 4) - 1, -1):
        lower = scan.words[token].lower()
        if lower in _FEMININE or lower in _MASCULINE:
            owner = "f" if lower in _FEMININE else "m"
            break
    if owner is None:
        return None
    here = scan.doc.sentence_at[at]
    lowest = max(0, here - (3 if word_is_past else 1))
    if not word_is_past and scan.doc.sentences[lowest][2] != scan.doc.sentences[here][2]:
        lowest = here  # a successor is named close to whom she follows
    first = scan.doc.sentences[lowest][0]
    stop = bisect_left(firsts, at)
    for other in reversed(names[max(bisect_left(firsts, first), stop - 20) : stop]):
        if other.person == name.person or genders[other.person] not in (owner, None):
            continue
        current = held.get(other.person, [])
        if current and (word_is_past or len({link.phrase.title(None) for link in current}) == 1):
            return current[0]
    return None
