"""Offices, functions and jobs that a text ties to persons."""

from bisect import bisect_left
from dataclasses import replace

from podium.reading.entities import Organisations, RoleEntity
from podium.reading.persons_merge import Draft, Place
from podium.reading.persons_scan import Scan
from podium.reading.roles_affiliations import affiliation, with_affiliations
from podium.reading.roles_chair import chair_links
from podium.reading.roles_described import description_links, introduced_links
from podium.reading.roles_employers import employed, employer
from podium.reading.roles_handed import handed_links
from podium.reading.roles_heads import house_led
from podium.reading.roles_houses import POINTING, Houses
from podium.reading.roles_lines import sentence_links
from podium.reading.roles_merge import bare_title, joined, same_office, without_doubles
from podium.reading.roles_moves import appointing, left
from podium.reading.roles_only_house import only_house
from podium.reading.roles_organisations import main_house, meant_by_part, possessor, speaks_for, spoken_for
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase
from podium.reading.roles_predecessors import predecessor_links
from podium.reading.roles_sentence import Link, Named
from podium.reading.roles_successors import successor_links
from podium.reading.roles_verbs import verb_roles
from podium.reading.roles_words import listed
from podium.reading.roles_workplaces import family_firm, firm_before, workplace, works_at
from podium.reading.values import value

__all__ = ["Offices", "find_roles"]


@value
class Offices:
    """Roles of a text in order, also by person, the links they come from, and offices that were tied to nobody."""

    roles: tuple[RoleEntity, ...]
    links: tuple[Link, ...]
    loose: tuple[RolePhrase, ...]
    of_person: dict[int, list[RoleEntity]]


def find_roles(scan: Scan, organisations: Organisations, drafts: list[Draft], inside: bytearray) -> Offices:
    """Roles of the persons of a text; sets the gender of persons whom only their office tells."""
    doc = scan.doc
    places = OrganisationPlaces(doc, organisations, inside)
    names = [_named(scan, place, n, draft) for n, draft in enumerate(drafts) for place in draft.places]
    names.sort(key=lambda name: name.first)
    firsts = [name.first for name in names]
    heads = [
        at
        for at in scan.offices
        if not inside[at] and not _presides(scan, at) and not _begins_firm(scan, organisations, places, at)
    ]

    def antecedent(token: int, gender: str) -> Named | None:
        return last_subject(scan, names, firsts, token, gender)

    links, loose = sentence_links(scan, places, names, firsts, heads, inside, antecedent)
    links += verb_roles(scan, places, names, firsts, antecedent, inside)
    _genders(links, drafts)
    genders = [draft.gender for draft in drafts]
    links += predecessor_links(scan, names, firsts, links, genders, places)
    for draft, gender in zip(drafts, genders, strict=True):
        draft.gender = gender
    links += successor_links(scan, names, firsts, links)
    links += chair_links(scan, places, names, firsts)
    links += handed_links(scan, places, names, firsts, links)
    links += description_links(scan, places, links, loose, antecedent)
    links += introduced_links(scan, places, names, links, loose)
    roles = _roles(scan, places, links, drafts, organisations)
    of_person: dict[int, list[RoleEntity]] = {}
    for role in roles:
        of_person.setdefault(role.person, []).append(role)
    return Offices(tuple(roles), tuple(links), tuple(loose), of_person)


def _presides(scan: Scan, at: int) -> bool:
    """Whether "Vorsitzender" is only the rank of a judge: "Vorsitzender | Richter am Landgericht"."""
    behind = scan.roles[at + 1] if at + 1 < scan.limits[at] else None
    role = scan.roles[at]
    return behind is not None and role is not None and role.head == "vorsitzend" and behind.head.endswith("richter")


def _begins_firm(scan: Scan, organisations: Organisations, places: OrganisationPlaces, at: int) -> bool:
    """Whether an office word is a family name that begins the name of a firm: "Bauer Metallbau GmbH"."""
    if at not in places.at or places.at[at][0] - at < 2 or "-" in scan.words[at]:
        return False
    return organisations.entities[places.at[at][1]].kind == "company"


def _named(scan: Scan, place: Place, number: int, draft: Draft) -> Named:
    genitive = scan.words[place.end - 1] == draft.family[-1] + "s"
    return Named(place.first, place.end, place.start, number, draft.gender, genitive)


def _genders(links: list[Link], drafts: list[Draft]) -> None:
    """Set the gender of persons whom only the form of their office tells."""
    for link in links:
        word = link.phrase.word
        tells = word.gender and not word.adjectival and word.number != "p"
        if tells and drafts[link.person].gender is None and (word.gender == "f" or word.form[-1:] != "e"):
            drafts[link.person].gender = word.gender


def _roles(
    scan: Scan, places: OrganisationPlaces, links: list[Link], drafts: list[Draft], organisations: Organisations
) -> list[RoleEntity]:
    house = main_house(organisations)
    houses = Houses(scan, places, organisations)
    found: list[RoleEntity] = []
    of_person: dict[int, list[int]] = {}
    ordered = sorted(links, key=lambda one: (one.phrase.first, one.person))
    for link in ordered:
        role = _role(scan, places, link, drafts, house, houses)
        chief = _whom_deputised(scan, link, ordered, found, drafts)
        if chief is not None:
            role = replace(role, organisation=chief)
        if role.organisation is None and (shared := _elected_with(scan, places, link, found)) is not None:
            role = replace(role, organisation=shared)
        own = of_person.setdefault(role.person, [])
        same = next((n for n in own[-_KEPT:] if same_office(found[n], role)), None)
        if same is None:
            own.append(len(found))
            found.append(role)
        else:
            found[same] = joined(found[same], role)
    kept = with_affiliations(scan, places, drafts, without_doubles(_as_successors(scan, found)))
    return sorted(kept, key=lambda role: (role.first, role.end, role.person))


def _as_successors(scan: Scan, found: list[RoleEntity]) -> list[RoleEntity]:
    """The same, a predecessor's or successor's office without organisation with that of the other one."""
    if not any(role.rule == "predecessor" and role.organisation is None for role in found):
        return found
    now = {_kind(role): role.organisation for role in found if not role.former and role.organisation is not None}
    done: list[RoleEntity] = []
    last: dict[str, int | None] = {}  # whose such an office was that was named last
    for role in found:
        peer = scan.words[role.first].startswith("Amtskolleg")
        if role.rule == "predecessor" and role.organisation is None and not peer:
            role = replace(role, organisation=last.get(_kind(role), now.get(_kind(role))))
        else:
            last[_kind(role)] = role.organisation
        done.append(role)
    return done


def _kind(role: RoleEntity) -> str:
    """What offices of one kind begin with, whoever holds them: "Leiter", "Leiterin"."""
    return bare_title(role.title)[:6]


def _elected_with(scan: Scan, places: OrganisationPlaces, link: Link, found: list[RoleEntity]) -> int | None:
    """Whose officer somebody is who is named right behind another one: "… Zu Stellvertretern wählte sie A und B"."""
    phrase = link.phrase
    if phrase.behind or phrase.word.prefix or phrase.word.masculine.lower() not in listed("officers") | _DEPUTIES:
        return None
    doc, last = scan.doc, next((role for role in reversed(found[-4:]) if _officer(role)), None)
    if last is None:
        return None
    here, there = doc.sentence_at[phrase.first], doc.sentence_at[last.first]
    if here - there > (2 if link.rule in _ELECTED else 0):
        return None
    between = {places.at[t][1] for t in range(last.end, phrase.first) if t in places.at} - {last.organisation}
    other = any(places.entities[entity].kind in _ELECTING for entity in between)
    blocks = doc.sentences[here][2] - doc.sentences[there][2]
    return last.organisation if blocks <= (here - there == 1) and not other else None


def _officer(role: RoleEntity) -> bool:
    """Whether a role is that of an officer of an organisation that the text names."""
    return role.organisation is not None and any(word in role.title.lower() for word in _OFFICERS)


_OFFICERS = ("vorsitzende", "präsident", "schatzmeister", "sprecher", "kass", "schriftführer", "beisitzer")
_ELECTED = frozenset(["elected", "predicate", "als"])
_ELECTING = frozenset(["association", "social-partner", "welfare"])
_DEPUTIES = frozenset(["stellvertreter", "vize", "beisitzer", "kassenwart", "kassierer", "kassenprüfer", "schriftwart"])


def _whom_deputised(
    scan: Scan, link: Link, links: list[Link], found: list[RoleEntity], drafts: list[Draft]
) -> int | None:
    """The organisation of the person meant by "Seine Stellvertreterin": of that gender, named last, still in office."""
    phrase = link.phrase
    owned = phrase.possessive.startswith(("sein", "ihr", "dess", "der"))
    if not owned or not phrase.word.head.startswith("stellvertret"):
        return None
    gender = "m" if phrase.possessive.startswith(("sein", "dess")) else "f"
    floor = scan.doc.sentences[max(0, scan.doc.sentence_at[phrase.first] - 2)][0]
    start = bisect_left(links, floor, key=lambda one: one.phrase.first)
    near = links[start : bisect_left(links, phrase.first, key=lambda one: one.phrase.first)][-_KEPT:]
    owners = [one.person for one in near if one.person != link.person and drafts[one.person].gender == gender]
    for person in reversed(owners):
        held = [r for r in found[-_KEPT:] if r.person == person and not r.former and r.organisation is not None]
        if held:  # the deputy of whom a text puts in an office is one in that office; no mere member has one
            own = [role for role in held if not role.title.startswith(("Mitglied", "Beirat"))] or held
            return next((role for role in reversed(own) if role.designated), own[-1]).organisation
    return None


_KEPT = 40  # roles of one person that a new one is compared with


def _role(
    scan: Scan, places: OrganisationPlaces, link: Link, drafts: list[Draft], house: int | None, houses: Houses
) -> RoleEntity:
    phrase = link.phrase
    organisation = link.organisation
    if organisation is None and phrase.behind in POINTING and (organisation := houses.pointed_to(phrase)) is not None:
        phrase = replace(phrase, end=phrase.head + 1, behind="")
    of_person = phrase.word.head.startswith("stellvertret")  # "seine Stellvertreterin": a person's, not a house's
    if organisation is None and phrase.possessive and not phrase.possessive.startswith("unser") and not of_person:
        organisation = possessor(scan, places, phrase)
    if organisation is None:
        organisation = spoken_for(scan, places, phrase, link.anchor.first if link.anchor else phrase.first)
    if organisation is None and link.anchor is not None and not phrase.behind:
        organisation = speaks_for(scan, places, phrase, link.anchor.end)
    if organisation is None:
        organisation = meant_by_part(places, phrase)
    if organisation is None and not phrase.behind and not phrase.former:
        organisation = affiliation(scan, places, drafts[link.person], phrase.word.masculine)
    if organisation is None and not phrase.word.former:
        organisation = houses.of(phrase, phrase.title(drafts[link.person].gender), _party(scan, places, link))
    if organisation is None and not phrase.behind and phrase.word.masculine.lower() in listed("of_firms"):
        organisation = firm_before(scan, places, phrase)
    if organisation is None and not phrase.behind and not phrase.word.prefix:
        organisation = family_firm(places, phrase, drafts[link.person].family[-1])
    if organisation is None and link.rule == "role-before-name":
        organisation = employer(scan, places, phrase)
        if organisation is None and link.anchor is not None and employed(phrase):
            organisation = works_at(scan, places, link.anchor.end)
    if organisation is None and link.rule == "elected":
        organisation = appointing(scan, places, phrase)
    if organisation is None and link.rule == "role-before-name" and link.anchor is not None:
        organisation = left(scan, places, phrase, link.anchor.end)
    if organisation is None and link.rule == "als":
        organisation = workplace(scan, places, phrase)
    if organisation is None and link.rule != "predecessor" and not _moving(scan, link):
        organisation = house_led(scan, places, phrase, house)
    if organisation is None and link.rule != "predecessor" and not _moving(scan, link) and not phrase.word.former:
        organisation = only_house(scan, places, houses.organisations, phrase)
    if organisation is None and link.rule == "elected":
        organisation = houses.assembled(phrase)
    first, end = phrase.first, phrase.end
    if link.anchor is not None:
        first, end = min(first, link.anchor.start), max(end, link.anchor.end)
    forced = link.rule == "predecessor"
    return RoleEntity(
        person=link.person,
        title=phrase.title(drafts[link.person].gender, forced),
        organisation=organisation,
        first=first,
        end=end,
        rule=link.rule,
        former=phrase.former,
        designated=phrase.designated,
        acting=phrase.acting,
        deputy=phrase.deputy or phrase.word.deputy,
    )


def _party(scan: Scan, places: OrganisationPlaces, link: Link) -> int | None:
    """The party in brackets behind a name."""
    at = link.anchor.end if link.anchor is not None else -1
    if at < 0 or scan.words[at : at + 1] != ["("] or at + 1 not in places.at:
        return None
    entity = places.at[at + 1][1]
    return entity if places.entities[entity].kind == "party" else None


def _moving(scan: Scan, link: Link) -> bool:
    """Whether a holder leaves for an organisation: "die bisherige Geschäftsführerin X wechselt zum Jobcenter Y"."""
    end = link.anchor.end if link.anchor is not None else link.phrase.end
    near = scan.words[end : end + 4]
    return near[:1] == ["zum"] or ("zum" in near and any(w in ("wechselt", "wechselte", "geht", "kommt") for w in near))


def last_subject(scan: Scan, names: list[Named], firsts: list[int], token: int, gender: str) -> Named | None:
    """The person of a gender that a sentence before `token` is about: its first name rather than its last.

    Looks back four sentences, at most into the paragraph before.
    """
    doc = scan.doc
    number = doc.sentence_at[token]
    block = doc.sentences[number][2]
    for sentence in range(number, number - 5, -1):
        if sentence < 0 or block - doc.sentences[sentence][2] > 1:
            return None
        first, end, _ = doc.sentences[sentence]
        here = names[bisect_left(firsts, first) : bisect_left(firsts, min(end, token))]
        fitting = [name for name in here[-_KEPT:] if name.gender in (gender, None)]
        if fitting:
            return fitting[0]
    return None
