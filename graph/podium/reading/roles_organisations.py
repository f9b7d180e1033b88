"""Whose office it is where the phrase does not say: "Ihr Geschäftsführer", the head of the one jobcenter of a text."""

from collections import Counter

from podium.reading.document import Document
from podium.reading.entities import Organisations
from podium.reading.inflection import gender
from podium.reading.persons_scan import Scan
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["main_jobcenter", "possessor", "spoken_for"]


def main_jobcenter(doc: Document, organisations: Organisations) -> int | None:
    """The jobcenter that a text is about: the only one, or the one that is named first and most often."""
    counts: Counter[int] = Counter()
    first: int | None = None
    for mention in organisations.mentions:
        if organisations.entities[mention.entity].kind == "jobcenter":
            first = mention.entity if first is None else first
            counts[mention.entity] += 1
    if first is None:
        return None
    if len(counts) == 1:
        return first
    (most, number), (_, second) = counts.most_common(2)
    return most if most == first and number > second else None


def possessor(scan: Scan, places: OrganisationPlaces, phrase: RolePhrase) -> int | None:
    """The organisation that "ihr", "sein", "dessen" before an office refers to: in this sentence or the one before."""
    doc = scan.doc
    if phrase.word.head.endswith(("mitarbeiter", "assistent", "referent")):
        return None  # rather somebody's than something's
    number = doc.sentence_at[phrase.first]
    feminine = phrase.possessive.startswith(("ihr", "deren"))
    for sentence in (number, number - 1):
        if sentence < 0:
            break
        first, end, block = doc.sentences[sentence]
        if doc.sentences[number][2] - block > 1:
            break
        stop = min(end, phrase.first)
        candidates = [places.at[at][1] for at in range(first, stop) if at in places.at]
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
    if scan.words[first] != "Für" or phrase.first < name:
        return None
    for token in (first + 1, first + 2):
        if token in places.at and token < name and places.entities[places.at[token][1]].kind != "party":
            return places.at[token][1]
    return None


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
