"""The whole phrase around an office word."""

from podium.reading.persons_scan import Scan
from podium.reading.roles_attributes import with_attributes, with_prefix
from podium.reading.roles_complements import with_complement
from podium.reading.roles_phrases import OrganisationPlaces, RolePhrase

__all__ = ["office_phrase"]


def office_phrase(scan: Scan, places: OrganisationPlaces, head: int, inside: bytearray) -> RolePhrase:
    """The phrase around the office word at token `head`; `inside` marks tokens of persons' names."""
    word = scan.roles[head]
    assert word is not None
    floor = scan.doc.sentences[scan.doc.sentence_at[head]][0]
    phrase = with_attributes(scan, head, word, floor, inside)
    phrase = with_prefix(scan, places, phrase)
    return with_complement(scan, places, phrase, scan.limits[head], inside)
