"""Python counterparts of the shapes' sh:sparql constraints, one function a shape, under the shape's name.

Each takes a node with its properties and the index of its graph, and returns the values that violate the shape (the
node itself where there is none to name). A test compares each with what pyshacl makes of the SPARQL.
"""

from collections.abc import Callable, Mapping, Sequence

import pyoxigraph as ox

from podium.checks.index import Index, Props, Term
from podium.namespaces import POD, VOCABULARY

__all__ = ["SPECIAL", "Special"]

Special = Callable[[str, Props, Index], Sequence[str]]

_OA = "http://www.w3.org/ns/oa#"
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_NEVER = "9999-12-31"
_AGREEING = ((POD + "start", _OA + "start"), (POD + "end", _OA + "end"), (POD + "quotedText", _OA + "exact"))
_CARRIER = VOCABULARY + "carrier-type/"
_CARRIER_CLASSES = {
    POD + "JointFacilityArrangement": _CARRIER + "gE",
    POD + "MunicipalArrangement": _CARRIER + "zkT",
    POD + "ConsortiumArrangement": _CARRIER + "ARGE",
    POD + "SeparateArrangement": _CARRIER + "gAw",
}
# First and last day of each carrier type: §§ 6a, 44b SGB II, § 44b in the version until 2010, § 76 SGB II.
_FIRST = {_CARRIER + "gE": "2011-01-01"}
_LAST = {_CARRIER + "ARGE": "2010-12-31", _CARRIER + "gAw": "2011-12-31"}


def _first_day(text: str) -> str:
    """The first day that a date of any precision may mean, as ISO text."""
    return text + "-01-01"[max(0, len(text) - 4) :]


def _last_day(text: str) -> str:
    """The last day that a date of any precision may mean, as ISO text; a month ends on its 31st here."""
    return text + "-12-31"[max(0, len(text) - 4) :]


def _texts(props: Props, name: str) -> Sequence[str]:
    values = props.get(POD + name)
    return [v.value for v in values] if values else ()  # type: ignore[union-attr]


def _first(props: Props, name: str) -> str | None:
    values = props.get(POD + name)
    return values[0].value if values else None  # type: ignore[union-attr]


def _passage_length(node: str, props: Props, index: Index) -> Sequence[str]:
    for text in _texts(props, "quotedText"):
        for start in props.get(POD + "start", ()):
            for end in props.get(POD + "end", ()):
                first, last = _number(start), _number(end)
                if first is not None and last is not None and len(text) != last - first:
                    return (node,)
    return ()


def _passage_name(node: str, props: Props, index: Index) -> Sequence[str]:
    for source in props.get(_OA + "hasSource", ()):
        for start in _texts(props, "start"):
            for end in _texts(props, "end"):
                if node != f"{source.value}#char={start},{end}":  # type: ignore[union-attr]
                    return (node,)
    return ()


def _passage_agrees(node: str, props: Props, index: Index) -> Sequence[str]:
    wrong = []
    for selector in props.get(_OA + "hasSelector", ()):
        described = index.nodes.get(selector.value, {})  # type: ignore[union-attr]
        for ours, theirs in _AGREEING:
            values = described.get(theirs)
            if values and ours in props and any(a.value != b.value for a in props[ours] for b in values):  # type: ignore[union-attr]
                wrong.append(selector.value)  # type: ignore[union-attr]
    return wrong


def _attestation_time(node: str, props: Props, index: Index) -> Sequence[str]:
    return [node] if _first(props, "former") == "true" and _first(props, "designated") == "true" else []


def _contribution_holder(node: str, props: Props, index: Index) -> Sequence[str]:
    roles = _texts(props, "inRole")
    if not roles:
        return []
    speakers = _texts(props, "speaker")
    return [role for role in roles for holder in index.values(role, POD + "holder") for s in speakers if s != holder]


def _utterance_silent(node: str, props: Props, index: Index) -> Sequence[str]:
    return _texts(props, "quotation") if VOCABULARY + "speech-form/none" in _texts(props, "speechForm") else []


def _number(term: Term) -> int | None:
    """An integer, or None for anything else: only numbers can be subtracted, other shapes see to the rest."""
    if type(term) is not ox.Literal or term.datatype != _INTEGER:
        return None
    try:
        return int(term.value)
    except ValueError:
        return None


def _interval(start: str, end: str) -> Special:
    def check(node: str, props: Props, index: Index) -> Sequence[str]:
        wrong = any(_first_day(a) > _last_day(b) for a in _texts(props, start) for b in _texts(props, end))
        return [node] if wrong else []

    return check


def _office_seats(node: str, props: Props, index: Index) -> Sequence[str]:
    seats = _first(props, "seats")
    if seats is None or not seats.isdigit():
        return []
    current: set[str] = set()
    terms: list[tuple[str, str, str, str]] = []
    for tenure in index.subjects(POD + "ofOffice", node):
        current.update(index.subjects(POD + "currentTenure", tenure))
        dates = index.values(tenure, POD + "from"), index.values(tenure, POD + "until")
        holders = index.values(tenure, POD + "holder")
        terms += [(_last_day(a), _first_day(b), p, tenure) for a in dates[0] for b in dates[1] for p in holders]
    wrong = {node: None} if len(current) > int(seats) else {}
    for day in (_last_day(d) for t in index.subjects(POD + "ofOffice", node) for d in index.values(t, POD + "from")):
        held = [(person, tenure) for begin, end, person, tenure in terms if begin <= day < end]
        if len({person for person, _ in held}) > int(seats):
            wrong |= dict.fromkeys(tenure for _, tenure in held)
    return list(wrong)


def _jobcenter_own(node: str, props: Props, index: Index) -> Sequence[str]:
    current = _texts(props, "currentArrangement")
    return [a for a in current if any(other != node for other in index.values(a, POD + "ofJobcenter"))]


def _serving(node: str, index: Index) -> list[str]:
    """The current jobcenters of a district."""
    serving = dict.fromkeys(index.subjects(POD + "servesDistrict", node))
    return [jobcenter for jobcenter in serving if index.values(jobcenter, POD + "currentArrangement")]


def _district_served(node: str, props: Props, index: Index) -> Sequence[str]:
    return () if POD + "until" in props or _serving(node, index) else (node,)


def _district_once(node: str, props: Props, index: Index) -> Sequence[str]:
    serving = _serving(node, index)
    return serving if len(serving) > 1 and "11000" not in index.values(node, _IDENTIFIER) else ()


def _arrangement_class(node: str, props: Props, index: Index) -> Sequence[str]:
    wanted = [_CARRIER_CLASSES[name] for name in index.classes(node) if name in _CARRIER_CLASSES]
    return [kind for kind in _texts(props, "carrierType") if any(kind != other for other in wanted)]


def _arrangement_law(node: str, props: Props, index: Index) -> Sequence[str]:
    for kind in _texts(props, "carrierType"):
        first, last = _FIRST.get(kind, "2005-01-01"), _LAST.get(kind, _NEVER)
        starts, ends = _texts(props, "from"), _texts(props, "until")
        if any(_last_day(day) < first for day in starts) or any(_first_day(day) > last for day in (*starts, *ends)):
            return [node]
    return []


def _certain(props: Props) -> list[tuple[str, str]]:
    """The days on which something certainly held; without an end it still holds, without a start only at its end.

    One pair, more only where dates were given twice; none where nothing is certain.
    """
    found = []
    for end in _texts(props, "until") or (None,):
        last = _first_day(end) if end else _NEVER
        for start in _texts(props, "from") or (None,):
            found.append((_last_day(start) if start else last, last))
    return [(first, last) for first, last in found if first <= last]


def _arrangement_overlap(node: str, props: Props, index: Index) -> Sequence[str]:
    wrong = []
    for jobcenter in _texts(props, "ofJobcenter"):
        for other in index.subjects(POD + "ofJobcenter", jobcenter):
            if other != node and any(
                begin <= last and first <= end
                for begin, end in _certain(props)
                for first, last in _certain(index.nodes[other])
            ):
                wrong.append(other)
    return wrong


def _arrangement_change(node: str, props: Props, index: Index) -> Sequence[str]:
    wrong = []
    for name, day, late in (("begunBy", "from", False), ("endedBy", "until", True)):
        for change in _texts(props, name):
            for effect in index.values(change, POD + "takesEffect"):
                days = _texts(props, day)
                if any(_first_day(text) >= effect if late else _last_day(text) < effect for text in days):
                    wrong.append(change)
    return wrong


SPECIAL: Mapping[str, Special] = {
    "passage-length": _passage_length,
    "passage-name": _passage_name,
    "passage-agrees": _passage_agrees,
    "attestation-time": _attestation_time,
    "contribution-holder": _contribution_holder,
    "utterance-silent": _utterance_silent,
    "event-interval": _interval("date", "endDate"),
    "interval": _interval("from", "until"),
    "office-seats": _office_seats,
    "jobcenter-own": _jobcenter_own,
    "district-served": _district_served,
    "district-once": _district_once,
    "arrangement-class": _arrangement_class,
    "arrangement-law": _arrangement_law,
    "arrangement-overlap": _arrangement_overlap,
    "arrangement-change": _arrangement_change,
}
