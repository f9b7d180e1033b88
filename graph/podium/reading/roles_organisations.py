"""Whose office it is where the phrase does not say: "Ihr Geschäftsführer", the head of the one jobcenter of a text."""

from collections import Counter
from functools import cache

from podium.reading.entities import Organisations
from podium.reading.inflection import gender
from podium.reading.organisations_heads import head_of
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["is_general", "main_house", "meant_by_part", "named_before", "possessor", "speaks_for", "spoken_for"]

_LED = frozenset(["jobcenter", "company", "welfare", "association", "social-partner", "research"])
_LED_OR_OTHER = _LED | {"other"}
# What the first part of a title refers back to: "Agenturchefin", "Verbandspräsident".
_PARTS = {
    "agentur": ("agency",),
    "verbands": ("association", "welfare", "social-partner"),
    "vereins": ("association",),
    "jobcenter": ("jobcenter",),
    "instituts": ("research",),
    "stiftungs": ("association", "other"),
}
_HEADED = ("chef", "leiter", "präsident", "vorsitzend", "sprecher", "direktor", "geschäftsführer", "vorstand")
_UNNAMED = frozenset(["Agentur für Arbeit", "Arbeitsagentur", "ARGE", "Jobcenter"])


def meant_by_part(places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The only organisation of a text that the first part of a title can mean: "Agenturchefin", "Verbandspräsident"."""
    title = phrase.word.masculine.lower()
    kinds = next((kinds for part, kinds in _PARTS.items() if title.startswith(part)), ())
    if not kinds or not any(head in title for head in _HEADED):
        return None
    fitting = [n for n, e in enumerate(places.entities) if e.kind in kinds and e.named and e.name not in _UNNAMED]
    fitting = [n for n in fitting if not is_general(places.entities[n].name)] or fitting
    return fitting[0] if len(fitting) == 1 else None


def named_before(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The one house that the words before an office in its sentence, else in the one before, name."""
    doc = scan.doc
    number = doc.sentence_at[phrase.first]
    block = doc.sentences[number][2]
    for sentence in range(number, number - 5, -1):
        if sentence < 0 or doc.sentences[sentence][2] != block:
            return None
        first, end, _ = doc.sentences[sentence]
        here = {places.at[at][1] for at in range(first, min(end, phrase.first)) if at in places.at}
        led = {n for n in here if places.entities[n].kind in _LED} - _wholes(
            scan, places, first, min(end, phrase.first)
        )
        if not led:
            led = {n for n in here if _house(places.entities[n].kind, places.entities[n].name)}
        if len(led) > 1:
            led = {n for n in led if not is_general(places.entities[n].name)}
        if led:
            return led.pop() if len(led) == 1 else None
    return None


@cache
def _house(kind: str, name: str) -> bool:
    """Whether an organisation of no kind in particular is a house that somebody leads: "Berufsbildungswerk Fulda"."""
    return kind == "other" and not name.endswith(_NO_HOUSES) and not any(word in name for word in _STATE)


_NO_HOUSES = ("regierung", "amt", "behörde", "Senat", "kirche", "gemeinde", "anwaltschaft", "ausschuss", "rat")
_STATE = ("regierung", "Polizei", "Europäische", "Bundes", "Fraktion", "Regierung", "amt ", "behörde ")


@cache
def is_general(name: str) -> bool:
    """Whether a name is the noun for a body alone: "Handwerkskammer", "Agentur für Arbeit"."""
    if name in _UNNAMED or name.endswith("Beirat"):
        return True
    head = head_of(name.rpartition(" ")[2])
    return head is not None and head.bare == "one" and (" " not in name or "- und " in name)


def _wholes(scan: Scan, places: OrganisationPlaces, first: int, end: int) -> set[int]:
    """Organisations that a genitive makes the whole of the part named before: "der Ortsverband X der IG Y"."""
    found = set()
    for at in range(first, end):
        if at in places.at:
            behind = places.at[at][0]
            if scan.words[behind : behind + 1] in (["der"], ["des"]) and behind + 1 in places.at:
                found.add(places.at[behind + 1][1])
    return found


def main_house(organisations: Organisations) -> int | None:
    """The house that a text is about: the jobcenter, unless another one is named before it and more often."""
    jobcenter = _main_jobcenter(organisations)
    led = {n for n, e in enumerate(organisations.entities) if e.kind in _LED_OR_OTHER and not is_general(e.name)}
    named = [m.entity for m in organisations.mentions if m.entity in led]
    if not named or named[0] == jobcenter or named.count(named[0]) < 2:
        return jobcenter
    first, counts = named[0], Counter(named)
    return (
        first
        if counts[first] == max(counts.values()) and counts[first] >= counts[-1 if jobcenter is None else jobcenter]
        else jobcenter
    )


def _main_jobcenter(organisations: Organisations) -> int | None:
    """The jobcenter that a text is about: the only one, or the one that is named first and most often."""
    named = [m.entity for m in organisations.mentions if organisations.entities[m.entity].kind == "jobcenter"]
    if len(set(named)) < 2:
        return named[0] if named else None
    (most, number), (_, second) = Counter(named).most_common(2)
    return most if most == named[0] and number > second else None


def possessor(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The organisation that "ihr", "sein", "dessen" before an office refers to: in this sentence or the one before."""
    doc = scan.doc
    if phrase.word.head.endswith(("mitarbeiter", "assistent", "referent")):
        return None  # rather somebody's than something's
    number = doc.sentence_at[phrase.first]
    feminine = phrase.possessive.startswith(("ihr", "deren"))
    along = scan.words[phrase.first - 1 : phrase.first] == ["mit"]  # "der Posaunenchor mit seiner Leiterin"
    for sentence in (number,) if along else (number, number - 1):
        if sentence < 0:
            break
        first, end, block = doc.sentences[sentence]
        if doc.sentences[number][2] - block > 1:
            break
        stop = min(end, phrase.first)
        candidates = [
            places.at[at][1] for at in range(first, stop) if at in places.at and scan.words[at - 1 : at] != ["("]
        ]
        agreeing = [c for c in candidates if _agrees(places.entities[c].name, feminine)]
        if agreeing:
            return agreeing[-1]
        if candidates and (
            sentence == number - 1 or (phrase.possessive in ("deren", "dessen") and len(set(candidates)) == 1)
        ):
            return candidates[-1]
    return None


def _agrees(name: str, feminine: bool) -> bool:
    """Whether "ihr" (or "sein") can refer to an organisation of this name."""
    kind = next((g for g in map(gender, name.split()) if g), None)
    return kind is None or (kind == "f") == feminine


def spoken_for(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, name: int) -> int | None:
    """The organisation that "Für den DGB sprach X, Leiterin …" names at the start of the sentence."""
    first, _, block = scan.doc.sentences[scan.doc.sentence_at[name]]
    if scan.doc.blocks[block].kind == "contact":
        return _of_contact(scan, places, phrase)
    if phrase.first < name:
        return _of_speaker_before(scan, places, phrase, first, name)
    if scan.words[first] != "Für":
        return None
    for token in (first + 1, first + 2):
        if token in places.at and token < name and not _is_party(places, places.at[token][1]):
            return places.at[token][1]
    return None


def _is_party(places: OrganisationPlaces, entity: int) -> bool:
    """Whether an organisation is a party, and no group of one in a parliament."""
    found = places.entities[entity]
    return found.kind == "party" and "raktion" not in found.name


def speaks_for(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, end: int) -> int | None:
    """The house behind a name that ends at a token: "Landrat X | (sprach) für den Kyffhäuserkreis", "im Namen von"."""
    words, limit = scan.words, scan.limits[phrase.first]
    at = next((n for n in range(end, min(end + 4, limit)) if words[n : n + 2] == ["im", "Namen"]), end)
    if at > end or words[end : end + 2] == ["im", "Namen"]:
        at += 2
    elif words[end : end + 1] == ["für"]:
        at += 1
    elif words[end : end + 1] in (["sprach"], ["spricht"], ["sprachen"]) and words[end + 1 : end + 2] == ["für"]:
        at += 2
    else:
        return None
    at += words[at : at + 1] in (["den"], ["die"], ["das"], ["der"], ["des"])
    entity = places.at[at][1] if at in places.at else -1
    return entity if entity >= 0 and phrase.can_be_of(places.entities[entity].kind) else None


_FOR = frozenset(["party", "municipality", "territory", "media"])


def _of_speaker_before(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, first: int, name: int) -> int | None:
    """ "Für den DGB forderte Leiterin X …", "Das Ministerium war durch Abteilungsleiter X vertreten"."""
    near = [at for at in range(first, min(phrase.first, first + 12)) if at in places.at]
    late = _for_house(scan, places, phrase, first)
    if late is not None:
        return late
    if len(near) != 1:
        return None
    end, entity = places.at[near[0]]
    kind = places.entities[entity].kind
    if (kind in _FOR and kind != "municipality") or phrase.first - end > 4 or not phrase.can_be_of(kind):
        return None
    gap = scan.words[end : phrase.first]
    if scan.words[first] == "Für" and near[0] <= first + 2:
        return entity if gap and all(word.islower() for word in gap) else None
    behind = scan.words[name : min(scan.limits[name], name + 8)]
    return entity if gap[-1:] in (["durch"], ["von"]) and "vertreten" in behind else None


def _for_house(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase, first: int) -> int | None:
    """ "…, für die AWO unterschrieb Kreisvorsitzende X": the house behind "für" in the clause of a bare office."""
    at = phrase.first - 1
    while at > first and phrase.first - at < 4 and scan.words[at].islower():
        at -= 1
    start, entity = places.ending.get(at + 1, (0, -1))
    gapped = at + 1 < phrase.first  # "für die AWO | Kreisvorsitzende X", where the verb has been said
    if not start or phrase.article or (gapped and not scan.doc.types[at + 1].verb):
        return None
    before = start - 1 - (scan.words[start - 1] in ("die", "das", "den", "der"))
    kind = places.entities[entity].kind
    fits = before >= first and scan.words[before] in ("für", "Für") and kind not in _FOR and phrase.can_be_of(kind)
    return entity if fits else None


def _of_contact(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The organisation that the lines of a contact block name before an office."""
    sentence = scan.doc.sentence_at[phrase.first]
    while sentence >= 0 and scan.doc.blocks[scan.doc.sentences[sentence][2]].kind == "contact":
        first, end, _ = scan.doc.sentences[sentence]
        found = [places.at[at][1] for at in range(first, min(end, phrase.first)) if at in places.at]
        if found:
            return found[-1]
        sentence -= 1
    return None
