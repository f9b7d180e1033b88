"""Names that a user's own spaCy pipeline found and the rules did not: unknown first names, foreign names."""

from podium.reading.names import ADDRESS, CAP, INITIAL, NEVER, PARTICLE, TITLE, TITLE_PART
from podium.reading.persons_parts import name_span, titles_before
from podium.reading.persons_scan import NameSpan, Scan

__all__ = ["tagged_spans"]


def tagged_spans(scan: Scan, spans: list[NameSpan]) -> list[NameSpan]:
    """Names of the pipeline's persons that no name found so far touches.

    Titles and offices that the pipeline takes into a name are left out; a surname alone is left to the rules, which
    know where it can stand. What the rules found stays: they see offices and lists that a recogniser does not.
    """
    if scan.doc.tagged is None:
        return []
    taken = {token for span in spans for token in range(span.start, span.end)}
    found = []
    for first, end in scan.doc.tagged.persons:
        while first < end and (scan.flags[first] & (TITLE | TITLE_PART | ADDRESS) or scan.roles[first]):
            first += 1
        if end - first < 2 or any(token in taken or scan.blocked[token] for token in range(first, end)):
            continue
        parts = scan.flags[first:end]
        if parts[-1] & NEVER or not all(flags & (CAP | PARTICLE | INITIAL) for flags in parts):
            continue
        given_end = next((t for t in range(first + 1, end) if scan.flags[t] & PARTICLE), end - 1)
        start, title, gender = titles_before(scan, first)
        found.append(name_span(scan, first, given_end, end, start, title, gender, "named-entity"))
    return found
