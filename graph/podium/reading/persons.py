"""Persons of a release: their names in full, later mentions, roles, and offices that stand for a person."""

from podium.namespaces import iri
from podium.reading.coreference_mentions import office_mentions
from podium.reading.document import Document
from podium.reading.entities import Mention, Organisations, PersonEntity, Persons
from podium.reading.names import CAP, STRONG, SURNAME, UNKNOWN, first_name_gender, kind
from podium.reading.persons_later import add_later_mentions
from podium.reading.persons_merge import Draft, Place, merge
from podium.reading.persons_passive import credit_spans, is_passive
from podium.reading.persons_scan import Scan
from podium.reading.persons_spans import find_spans
from podium.reading.persons_tagged import tagged_spans
from podium.reading.roles import Offices, find_roles
from podium.reading.roles_phrases import RolePhrase
from podium.reading.roles_words import role_word
from podium.register import Register

__all__ = ["find_persons"]


def find_persons(doc: Document, organisations: Organisations, register: Register) -> Persons:
    """Persons of a text with all their mentions and roles; `organisations` are those found before.

    Names within the name of an organisation are none. An office that the text leaves without a name becomes a person
    with `named` false where the register knows who held it on the day of publication.
    """
    scan = Scan(doc, _blocked(doc, organisations))
    spans = find_spans(scan)
    spans += credit_spans(scan, spans)
    spans += tagged_spans(scan, spans)
    spans.sort(key=lambda span: span.first)
    drafts = merge(scan, spans, register)
    taken = bytearray(len(doc.words))
    for span in spans:
        taken[span.first : span.end] = b"\x01" * (span.end - span.first)
    for draft in drafts:
        if draft.gender is None:
            draft.gender = next((g for g in map(first_name_gender, draft.given) if g), None)
        if draft.gender is None and draft.given and len(known := register.person(draft.name)) == 1:
            draft.gender = known[0].gender
    add_later_mentions(scan, drafts, taken)
    inside = _inside(doc, drafts)
    offices = find_roles(scan, organisations, drafts, inside)
    entities = tuple(_entity(scan, draft, register, _held(n, offices)) for n, draft in enumerate(drafts))
    tied = _by_anchor(offices)
    mentions = [_mention(scan, place, n, tied) for n, draft in enumerate(drafts) for place in draft.places]
    mentions.sort(key=lambda m: (m.first, m.end))
    persons = Persons(entities, tuple(mentions), offices.roles)
    return office_mentions(doc, persons, organisations, offices.loose, register)


def _blocked(doc: Document, organisations: Organisations) -> bytearray:
    """Tokens within names of organisations: no person's name is there."""
    blocked = bytearray(len(doc.words))
    for mention in organisations.mentions:
        if _is_person_after_all(doc, mention, organisations.entities[mention.entity].name):
            continue
        if mention.form in ("name", "alias") or mention.end - mention.first > 1:
            for token in range(max(0, mention.first), min(mention.end, len(blocked))):
                blocked[token] = 1
    return blocked


def _is_person_after_all(doc: Document, mention: Mention, name: str) -> bool:
    """Whether what was taken for an organisation is a name: "Malte | Beispiel", "Stadtrat Anna Beispiel"."""
    first = mention.first
    if first + 1 >= len(doc.words):
        return False
    if kind(doc.words[first]) & STRONG and doc.words[first] not in name.split():
        behind = kind(doc.words[first + 1])
        return bool(behind & CAP and behind & (UNKNOWN | SURNAME))
    if mention.end - first == 1:
        return False
    role = role_word(doc.words[first])
    return role is not None and role.body and bool(kind(doc.words[first + 1]) & STRONG)


def _inside(doc: Document, drafts: list[Draft]) -> bytearray:
    inside = bytearray(len(doc.words))
    for draft in drafts:
        for place in draft.places:
            inside[place.start : place.end] = b"\x01" * (place.end - place.start)
    return inside


def _held(number: int, offices: Offices) -> list[str]:
    """Titles that a person holds in the text."""
    return [role.title for role in offices.of_person.get(number, ()) if not role.former]


def _in_office(scan: Scan, draft: Draft, titles: list[str], register: Register) -> str | None:
    """IRI of the one whom the register knows under this surname in a federal office: "Arbeitsminister Beispiel"."""
    date = scan.doc.release.published
    for title in titles if date else ():
        for form in (title, "Bundes" + title.lower()):
            found = {
                tenure.person_iri
                for tenure in register.holders(form, date or "")
                if tenure.person.endswith(" " + " ".join(draft.family))
            }
            if len(found) == 1:
                return found.pop()
    return None


def _entity(scan: Scan, draft: Draft, register: Register, titles: list[str]) -> PersonEntity:
    known = register.person(draft.name) if draft.given else ()
    gender = draft.gender or (known[0].gender if len(known) == 1 else None)
    if len(known) == 1:
        address = known[0].iri
    elif draft.given:
        address = iri("person", draft.name)
    else:
        held = _in_office(scan, draft, titles, register)
        address = held or iri("person", scan.doc.release.iri.rsplit("/", 1)[1], draft.name)
    speaks = not all(is_passive(scan, place.first) for place in draft.places)
    return PersonEntity(draft.name, address, academic_title=draft.title, gender=gender, speaks=speaks)


def _by_anchor(offices: Offices) -> dict[int, list[RolePhrase]]:
    """Offices that stand beside a name, by the first token of the name."""
    tied: dict[int, list[RolePhrase]] = {}
    for link in offices.links:
        if link.anchor is not None and link.rule in _WITHIN:
            tied.setdefault(link.anchor.first, []).append(link.phrase)
    return tied


def _mention(scan: Scan, place: Place, number: int, tied: dict[int, list[RolePhrase]]) -> Mention:
    """A mention with the phrase around it: titles, the office that is tied to it, a party in brackets."""
    first, end = place.start, place.end
    for phrase in tied.get(place.first, ()):
        first, end = min(first, phrase.first), max(end, phrase.end)
    words, limit = scan.words, scan.limits[place.first]
    if end < limit and words[end] == "(":
        close = next((t for t in range(end, min(limit, end + 12)) if words[t] == ")"), None)
        end = close + 1 if close is not None else end
    elif end < limit and words[end] == ")" and "(" in words[place.end : end]:
        end += 1
    return Mention(place.first, place.end, number, place.form, (first, end))


_WITHIN = frozenset(["role-before-name", "apposition", "bracket", "label"])
