"""Offices in descriptions of whom the text spoke just before: "meinte der frühere Betriebsratsvorsitzende"."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from podium.reading.persons_scan import SPEAKING, Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_sentence import Link, Named

__all__ = ["description_links", "introduced_links"]

Subject = Callable[[int, str], Named | None]
_LEADING = tuple("leiter chef direktor präsident sprecher geschäftsführer vorstand vorsitzend mitglied".split())
_SAME = frozenset(["jobcenter", "agency", "municipality", "territory", "ministry", "parliament", "party", "media"])


def description_links(
    scan: Scan, places: OrganisationPlaces, links: list[Link], loose: list[RolePhrase], subject: Subject
) -> list[Link]:
    """Links for offices that describe the person named last instead of the name.

    `subject` finds the person of a gender whom the sentences before a token are about. At the start of a sentence a
    description counts for whom the text gives no office and where it names the organisation; behind a verb of saying
    for whom it gives none, or where it names a former or learned job, or an office in a firm or association that is
    not the person's other one.
    """
    found: list[Link] = []
    with_role = {link.person for link in links}
    for phrase in loose:
        if phrase.article not in ("der", "die") or phrase.plural():
            continue
        floor = scan.doc.sentences[scan.doc.sentence_at[phrase.head]][0]
        gender = phrase.word.gender if not phrase.word.adjectival else "m" if phrase.article == "der" else "f"
        if gender is None or (phrase.article == "der") != (gender == "m"):
            continue
        opens = phrase.first == floor or (scan.words[phrase.first - 1] == ":" and scan.words[phrase.first][0].isupper())
        if opens:
            told = phrase.organisation is not None or _from(scan, phrase) or _is_office(scan, phrase)
            name = subject(phrase.first, gender) if told else None
            fits = name is not None and (name.person not in with_role or _is_housed(links, phrase, name))
        elif scan.words[phrase.first - 1] in SPEAKING or _behind_words(scan, phrase):
            name = subject(phrase.first, gender)
            known = name is None or name.person in with_role
            more = _says_more(scan, places, phrase) or (
                not known and (phrase.organisation is not None or phrase.behind)
            )
            fits = bool(more) and name is not None and _new(scan, links, phrase, name)
        else:
            continue
        told = opens and not phrase.word.adjectival  # "Die Apothekerin aus Homs" is a woman
        if fits and name is not None and (name.gender is not None or told):
            plain = replace(phrase, end=phrase.head + 1, behind="") if phrase.behind.startswith("aus ") else phrase
            found.append(Link(name.person, plain, "description", None, phrase.organisation))
            with_role.add(name.person)
    return found


def introduced_links(
    scan: Scan, places: OrganisationPlaces, names: list[Named], links: list[Link], loose: list[RolePhrase]
) -> list[Link]:
    """Links for whom a text puts in an office it calls new: "Y hat eine neue Chefin. … führte X in ihr Amt ein"."""
    found: list[Link] = []
    for phrase in loose:
        if phrase.article not in ("eine", "einen", "ein") or phrase.plural():
            continue
        floor = scan.doc.sentences[scan.doc.sentence_at[phrase.head]][0]
        new = any(word.startswith("neue") for word in scan.words[phrase.first : phrase.head])
        verbs = scan.words[max(floor, phrase.first - 6) : phrase.first]
        if not new or not any(word in ("hat", "bekommt", "erhält", "begrüßt") for word in verbs):
            continue
        house = phrase.organisation
        if house is None:
            house = next((places.at[t][1] for t in range(floor, phrase.first) if t in places.at), None)
        name = _put_in_office(scan, names, phrase.end)
        if name is not None and not any(
            link.person == name.person and link.phrase.word.masculine == phrase.word.masculine for link in links
        ):
            found.append(Link(name.person, phrase, "description", None, house))
    return found


def _put_in_office(scan: Scan, names: list[Named], at: int) -> Named | None:
    """The first name behind a token that "in ihr Amt", "in sein neues Amt" follows at once."""
    end = min(len(scan.words), at + 120)
    for name in names[bisect_left(names, at, key=lambda one: one.first) :][:12]:
        if name.end + 2 >= end:
            return None
        behind = scan.words[name.end : name.end + 4]
        if behind[0] == "in" and behind[1] in ("ihr", "sein", "das", "ihre", "seine") and _OFFICE & set(behind[2:]):
            return name
    return None


_OFFICE = frozenset(["Amt", "Aufgabe", "Funktion", "Position"])


def _behind_words(scan: Scan, phrase: RolePhrase) -> bool:
    """Whether a verb between closing marks and an office says who spoke: "„…“, hielt der Vorsitzende dagegen"."""
    at = phrase.first - 1
    return at > 2 and scan.words[at - 1] == "," and scan.words[at - 2] in '“"«»' and scan.doc.types[at].verb


def _is_housed(links: list[Link], phrase: RolePhrase, name: Named) -> bool:
    """Whether an office with its house before a hyphen adds to a calling: "Pastorin X. … Die KDA-Referentin …"."""
    own = [link for link in links if link.person == name.person]
    return bool(phrase.word.prefix) and all(link.organisation is None and not link.phrase.behind for link in own)


def _is_office(scan: Scan, phrase: RolePhrase) -> bool:
    """Whether the office of a house goes on from whom the sentence before names: "X kam. Die Geschäftsführerin …"."""
    adjectives = scan.words[phrase.first + 1 : phrase.head]
    plain = phrase.end == phrase.head + 1 and len(adjectives) < 2 and _OF_TIME.issuperset(adjectives)
    plain = plain and phrase.first + 1 < phrase.end and not phrase.word.prefix
    return plain and phrase.word.masculine.lower() in _OFFICES and scan.doc.sentence_at[phrase.first] > 0


_OF_TIME = frozenset("scheidende bisherige langjährige neue künftige frühere ehemalige".split())
_OFFICES = frozenset(["geschäftsführer", "leiter", "vorsitzender", "vorstand", "betriebsleiter", "werkstattleiter"])


def _from(scan: Scan, phrase: RolePhrase) -> bool:
    """Whether a job opens a clause with where its holder comes from: "Die Apothekerin aus Homs lebt seit …"."""
    if scan.words[phrase.head + 1 : phrase.head + 2] in (["der"], ["des"]):
        return phrase.word.head.endswith(_LEADING)  # "Die Schülersprecherin der Ostschule"
    at = phrase.head + 1 if phrase.behind.startswith("aus ") else phrase.end
    behind = scan.words[at : at + 2]
    if len(behind) < 2 or behind[0] != "aus" or not behind[1][:1].isupper() or not phrase.can_be_of("company"):
        return False
    return not phrase.word.head.endswith(_LEADING) and not phrase.before


def _says_more(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> bool:
    """Whether a description tells something new: a former or learned job, an office in a firm or association."""
    if phrase.former or any(word.startswith("gelernte") for word in scan.words[phrase.first : phrase.head]):
        return True
    return phrase.organisation is not None and places.entities[phrase.organisation].kind not in _SAME


def _new(scan: Scan, links: list[Link], phrase: RolePhrase, name: Named) -> bool:
    """Whether nobody in the text has this office already, nor the person another one in the same house."""
    doc = scan.doc
    if doc.sentences[doc.sentence_at[name.first]][2] != doc.sentences[doc.sentence_at[phrase.first]][2]:
        return False
    title = phrase.word.masculine
    if any(link.phrase.word.masculine == title for link in links):
        return False
    own = [link for link in links if link.person == name.person]
    return phrase.organisation is None or all(link.organisation != phrase.organisation for link in own)
