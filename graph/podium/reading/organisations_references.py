"""Which organisation a mention means: forms of one name put together, "das Jobcenter" and "der Verband" resolved."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from podium.namespaces import ID, iri, slug
from podium.reading.document import Document
from podium.reading.entities import Mention, OrganisationEntity, Organisations
from podium.reading.inflection import gender, is_adjective
from podium.reading.names import NEVER, PLACE, UNKNOWN, kind
from podium.reading.organisations_alone import (
    ARTICLES,
    BY_GENDER,
    SINGULAR,
    WHERE,
    acts,
    alone,
    bracketed,
    dateline_town,
    in_compound,
    joined,
)
from podium.reading.organisations_known import Found
from podium.reading.organisations_merge import merged_keys
from podium.reading.organisations_municipal import of_jobcenter
from podium.reading.organisations_short_names import CHAMBERS, fits, of_named
from podium.reading.places import Places, place_at
from podium.register.register import Register

__all__ = ["resolve"]

_GE = re.compile(r"\b[Gg]emeinsamen? Einrichtung\b")
_ZKT = re.compile(
    r"\b(?:[Kk]ommunale[sn]? Jobcenters?\b|[Zz]ugelassene[rn]? kommunale[rn]? Träger|Optionskommune\b"
    r"|[Ee]ine[rsn]? (?:der|von) (?:\w+ ){0,3}Optionskommunen\b|(?:alleiniger|kommunaler) Trägerschaft\b"
    r"|Träger ist (?:\w+ ){0,3}allein (?:der|die)|Zulassung (?:\w+ ){0,4}als kommunaler Träger)"
)


def resolve(
    doc: Document, register: Register, known: Places, found: Sequence[Found], bare: Sequence[tuple[int, int, str]]
) -> Organisations:
    """Organisations and mentions of what was found, with the nouns that refer back."""
    found = of_named(doc, found)
    keys = merged_keys(found, known)
    all_found = sorted([*found, *_references(doc, register, known, found, bare)], key=lambda f: (f.first, -f.end))
    order: dict[str, list[Found]] = {}
    for each in all_found:
        order.setdefault(keys.get(each.key, each.key), []).append(each)
    published = doc.release.published or register.as_of
    entities = [_entity(doc, key, group, register, published) for key, group in order.items()]
    entities = _carriers_by_text(doc, entities)
    number = {key: n for n, key in enumerate(order)}
    mentions = [
        Mention(f.first, f.end, number[keys.get(f.key, f.key)], f.form, phrase_of(doc, f.first, f.end))
        for f in all_found
    ]
    return Organisations(tuple(entities), tuple(mentions))


def phrase_of(doc: Document, first: int, end: int) -> tuple[int, int]:
    """Tokens of the noun phrase around a name: article and adjectives before it, "(BA)" behind it."""
    words, types = doc.words, doc.types
    limit = doc.sentences[doc.sentence_at[first]][0]
    start = first
    while start > limit and first - start < 4:
        before = types[start - 1]
        if before.lower in ARTICLES:
            start -= 1
            break
        if before.cap or before.verb or not is_adjective(before.text):
            break
        start -= 1
    if start < first and types[start].lower not in ARTICLES:
        start = first
    if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")" and words[end + 1][0].isupper():
        end += 3
    return start, end


def _references(
    doc: Document, register: Register, known: Places, found: Sequence[Found], bare: Sequence[tuple[int, int, str]]
) -> list[Found]:
    """Mentions by a noun alone ("das Jobcenter", "der Landkreis") of an organisation that the text names."""
    more: list[Found] = []
    fitting: dict[str, list[Found]] = {}
    for first, end, noun in bare:
        compound = "-" in doc.words[first] and "-" not in noun  # "Handelskammer-Präses"
        if not compound and not _definite(doc, first, end, noun):
            continue
        there = _dortig(doc, first, end, noun, known, register)
        if there is not None:
            more.append(there)
            continue
        if noun not in fitting:
            fitting[noun] = [f for f in found if fits(noun, f)] or _communes(doc, noun, found, register)
        target = _target(first, fitting[noun])
        if target is None:
            town = dateline_town(doc) if noun == "Stadt" and _subject(doc, first) else ""
            if town:
                entry = register.organisation(f"Stadt {town}")
                key = entry.iri if entry else iri("organisation", f"Stadt {town}")
                more.append(Found(first, end, f"Stadt {town}", key, "municipality", "name", noun))
                continue
            single = in_compound(first, end, noun) if compound else alone(doc, first, end, noun)
            if single is not None:
                more.append(single)
            continue
        if target.form == "derived" and not WHERE.isdisjoint(map(str.lower, doc.words[max(first - 2, 0) : first])):
            continue  # "im Landkreis" is where, not who
        if doc.words[end : end + 1] in (["in"], ["im"]) and _elsewhere(doc.words[end + 1 : end + 3], target.name):
            continue  # "die Agentur im bayerischen Musterstadt" is another one
        more.append(Found(first, end, target.name, target.key, target.kind, "alias", noun))
    return more


def _elsewhere(words: Sequence[str], name: str) -> bool:
    """Whether a town behind "in", an adjective before it at most, is not in the name of an organisation."""
    town = next((word for word in words if word[:1].isupper()), "")
    return bool(kind(town) & (PLACE | UNKNOWN)) and not kind(town) & NEVER and town not in name


def _subject(doc: Document, first: int) -> bool:
    """Whether "die Stadt" is who acts, with its article, rather than where something is."""
    return first > 0 and doc.words[first - 1].lower() in ("die", "der", "zur") and acts(doc, first)


def _definite(doc: Document, first: int, end: int, noun: str) -> bool:
    """Whether a noun stands in the singular with a definite article, or bare in a pair ("Kreis und Bundesagentur")."""
    words, at = doc.words, joined(doc, first) - 1
    while (
        at >= 0
        and words[at][0].islower()
        and is_adjective(words[at])
        and words[at].lower() not in ARTICLES
        and first - at < 3
    ):
        at -= 1
    before = words[at].lower() if at >= 0 and doc.sentence_at[at] == doc.sentence_at[first] else ""
    of = "f" if doc.words[first] in CHAMBERS else gender(noun)
    if before in SINGULAR and of != "f":
        return True
    if before in BY_GENDER.get(of or "n", ()):
        return True
    if bracketed(doc, first, end):
        return True
    paired = words[end : end + 1] == ["und"] or words[first - 1 : first] == ["und"]
    return (
        paired
        and first - at == 1
        and before not in ARTICLES
        and noun in ("Landkreis", "Kreis", "Stadt", "Arbeitsagentur")
    )


def _target(at: int, fitting: Sequence[Found]) -> Found | None:
    """Of the organisations that a noun fits the one last named before token `at`, else the only one named later."""
    number = bisect_left(fitting, at, key=lambda f: f.first)
    if number:
        return fitting[number - 1]
    return fitting[0] if fitting and all(f.key == fitting[0].key for f in fitting[:20]) else None


def _communes(doc: Document, noun: str, found: Sequence[Found], register: Register) -> list[Found]:
    """The Kommune behind a jobcenter that the text names: "der Landkreis" beside "Jobcenter Landkreis Harburg"."""
    names = dict.fromkeys(f.name for f in found if f.kind == "jobcenter")
    for name in list(names)[:20]:
        hit = of_jobcenter(noun, name, register)
        if hit:
            return [Found(0, 1, hit[0], hit[1], "municipality", "derived", noun)]
    town = dateline_town(doc) if noun == "Stadt" else ""
    if town and any(name.endswith(" " + town) for name in names):
        entry = register.organisation(f"Stadt {town}")
        key = entry.iri if entry else iri("organisation", f"Stadt {town}")
        return [Found(0, 1, f"Stadt {town}", key, "municipality", "derived", noun)]
    return []


def _dortig(doc: Document, first: int, end: int, noun: str, known: Places, register: Register) -> Found | None:
    """The jobcenter or agency of the town just named: "aus Gießen …, die Leiterin des dortigen Jobcenters"."""
    if (
        noun not in ("Jobcenter", "Arbeitsagentur")
        or not first
        or not doc.words[first - 1].startswith(("dortig", "hiesig"))
    ):
        return None
    for at in range(first - 2, max(doc.sentences[doc.sentence_at[first]][0] - 40, 0), -1):
        if doc.words[at].lower() in ("in", "aus", "nach", "von"):
            placed = place_at(doc.words, at + 1, known)
            if placed:
                if noun == "Jobcenter":
                    name = f"Jobcenter {placed[1]}"
                    entry = register.jobcenter(name)
                    return Found(
                        first, end, name, entry.iri if entry else iri("organisation", name), "jobcenter", "name", noun
                    )
                name = f"Agentur für Arbeit {placed[1]}"
                return Found(first, end, name, iri("organisation", name), "agency", "name", noun)
    return None


def _entity(doc: Document, key: str, group: Sequence[Found], register: Register, published: str) -> OrganisationEntity:
    """One organisation: the fullest of its names, its kind, and its carrier type on the day of the release."""
    named = [f for f in group if f.form == "name"] or group
    best = max(named, key=lambda f: (len(f.name.split()), len(f.name), -f.first))
    kinds = [f.kind for f in group if f.kind != "territory"]
    kind = kinds[0] if kinds else best.kind
    told = kind == "jobcenter" and not best.name.startswith("ARGE")  # carrier types are of jobcenters, since 2011
    carrier = (register.carrier_type(best.name, published) or _carrier(key, register, published)) if told else None
    target = key
    if (
        key == iri("organisation", group[0].name) and kind != "jobcenter"
    ):  # not from the register: named by its fullest form
        target = iri("organisation", best.name) if any(f.sure for f in group) else _local(doc, best.name)
    return OrganisationEntity(best.name, target, kind, carrier)


def _carrier(key: str, register: Register, published: str) -> str | None:
    """The carrier type of a jobcenter that the text names by a name that its IRI only tells."""
    entry = next((each for each in register.jobcenters if each.iri == key), None)
    return register.carrier_type(entry, published) if entry else None


def _local(doc: Document, name: str) -> str:
    """IRI of an organisation whose name alone does not tell it from others of that name."""
    return f"{ID}organisation/{doc.release.iri.rsplit('/', 1)[-1]}/{slug(name)}"


def _carriers_by_text(doc: Document, entities: list[OrganisationEntity]) -> list[OrganisationEntity]:
    """Carrier types that only the text tells: "Kommunales Jobcenter", "die gemeinsame Einrichtung" of the one named."""
    jobcenters = [n for n, e in enumerate(entities) if e.kind == "jobcenter" and not e.name.startswith("ARGE")]
    lacking = [n for n in jobcenters if entities[n].carrier_type is None]
    for number in lacking:
        entity = entities[number]
        carrier = "zkT" if entity.name.startswith(("Kommunales", "KreisJobCenter")) else None
        if carrier is None and len(jobcenters) == 1:
            joint, municipal = bool(_GE.search(doc.text)), bool(_ZKT.search(doc.text))
            carrier = ("gE" if joint else "zkT") if joint != municipal else None
        if carrier:
            entities[number] = OrganisationEntity(entity.name, entity.iri, entity.kind, carrier, entity.named)
    return entities
