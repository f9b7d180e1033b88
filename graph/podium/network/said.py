"""What networks are made of: contributions, each with speaker, event, organisation and topics, as plain values."""

from collections import defaultdict
from dataclasses import dataclass

import pyoxigraph as ox

from podium.namespaces import ID, POD
from podium.store import Store

__all__ = ["Said", "Thing", "said", "things"]

_PREFIXES = f"""PREFIX pod: <{POD}> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX register: <https://w3id.org/podium/graph/>
"""
# Small queries that are joined here: one with as many OPTIONALs takes several times as long.
_CONTRIBUTIONS = """SELECT ?c ?r ?s ?kind ?issued ?announced { GRAPH ?r {
    ?c pod:inRelease ?r ; pod:speaker ?s ; pod:contributionKind ?kind .
    OPTIONAL { ?r dcterms:issued ?issued } OPTIONAL { ?c pod:announced ?announced } } }"""
_EVENTS = "SELECT ?c ?value { GRAPH ?r { ?c pod:inRelease ?r ; pod:atEvent ?value } }"
_EVENT_DATES = "SELECT DISTINCT ?g ?event ?date { GRAPH ?g { ?event a pod:Event ; pod:date ?date } }"
_ORGANISATIONS = "SELECT ?c ?value { GRAPH ?r { ?c pod:inRole ?tenure . ?tenure pod:inOrganisation ?value } }"
# "Bundesminister Heil": which ministry, the register knows.
_BY_REGISTER = """SELECT ?c ?value { GRAPH ?r { ?c pod:inRole ?tenure . ?tenure pod:correspondsTo ?known }
    GRAPH register:register { ?known pod:inOrganisation ?value } }"""
_TITLES = "SELECT ?c ?value { GRAPH ?r { ?c pod:roleAsPrinted ?value } }"
_TOPICS = "SELECT DISTINCT ?c ?value { GRAPH ?r { ?c pod:utterance ?u . ?u pod:about ?value } }"
_LABELS = "SELECT ?g ?x ?value { GRAPH ?g { ?x rdfs:label ?value } FILTER(LANG(?value) IN ('de', '')) }"
_ORGANISATION_KINDS = "SELECT DISTINCT ?x ?value { GRAPH ?g { ?x pod:organisationKind ?value } }"
_GENDERS = "SELECT DISTINCT ?x ?value { GRAPH ?g { ?x pod:gender ?value } }"
_CARRIERS = "SELECT ?x ?value { GRAPH register:register { ?x pod:currentArrangement ?a . ?a pod:carrierType ?value } }"


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution. `when` is the event's date, else the release's, at the precision known, else "".

    An event without a date is only the same event within one release: "Fachtagung" may be any. `event` is therefore
    its IRI, with the release behind it where it has no date; `event_iri` is the IRI alone. `organisations` are those of
    the role in the release or, where it names none, of the register's office that the role stands for (`by_register`).
    """

    iri: str
    release: str
    speaker: str
    kind: str
    announced: bool
    when: str
    event: str | None = None
    event_iri: str | None = None
    title: str = ""
    organisations: tuple[str, ...] = ()
    by_register: bool = False
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node: what it is called and what it is; empty where nothing is known."""

    label: str
    kind: str
    organisation_kind: str = ""
    carrier_type: str = ""
    gender: str = ""


def said(store: Store) -> tuple[Said, ...]:
    """All contributions with a speaker, ordered by time and IRI."""
    events = _one(store, _EVENTS)
    dates = _event_dates(store)
    organisations, known = _many(store, _ORGANISATIONS), _many(store, _BY_REGISTER)
    topics, titles = _many(store, _TOPICS), _one(store, _TITLES)
    found = []
    for iri, release, speaker, kind, issued, announced in _rows(store, _CONTRIBUTIONS):
        event = events.get(iri)
        day = (dates.get((release, event)) or dates.get(("", event)) or "") if event else ""
        found.append(
            Said(
                iri,
                release,
                speaker,
                kind.rsplit("/", 1)[-1],
                announced == "true",
                day or issued,
                event=event if day or not event else f"{event} {release}",
                event_iri=event,
                title=titles.get(iri, ""),
                organisations=organisations.get(iri) or known.get(iri, ()),
                by_register=iri not in organisations and iri in known,
                topics=topics.get(iri, ()),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.when, one.iri)))


def things(store: Store) -> dict[str, Thing]:
    """All that has a label, by IRI; the register's label, else the first one of a release."""
    labels: dict[str, tuple[bool, str]] = {}
    for graph, iri, label in _rows(store, _LABELS):
        candidate = ("/id/release/" in graph, label)
        labels[iri] = min(labels.get(iri, candidate), candidate)
    kinds, genders = _many(store, _ORGANISATION_KINDS), _many(store, _GENDERS)
    carriers = _many(store, _CARRIERS)
    return {
        iri: Thing(label, _kind(iri), _last(kinds.get(iri)), _last(carriers.get(iri)), (genders.get(iri) or ("",))[0])
        for iri, (_, label) in labels.items()
        if iri.startswith(ID)
    }


def _event_dates(store: Store) -> dict[tuple[str, str], str]:
    """Date of an event by release and event, and as ("", event) the most precise one that anybody gives."""
    found: dict[tuple[str, str], str] = {}
    for graph, event, date in _rows(store, _EVENT_DATES):
        for key in ((graph, event), ("", event)):
            found[key] = min(found.get(key, date), date, key=lambda day: (-len(day), day))
    return found


def _kind(iri: str) -> str:
    return iri.removeprefix(ID).split("/", 1)[0]


def _last(values: tuple[str, ...] | None) -> str:
    return values[0].rsplit("/", 1)[-1] if values else ""


def _one(store: Store, query: str) -> dict[str, str]:
    return {iri: values[0] for iri, values in _many(store, query).items()}


def _many(store: Store, query: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for iri, value in _rows(store, query):
        found[iri].add(value)
    return {iri: tuple(sorted(values)) for iri, values in found.items()}


def _rows(store: Store, query: str) -> list[tuple[str, ...]]:
    result = store.query(_PREFIXES + query)
    assert isinstance(result, ox.QuerySolutions)
    return [tuple("" if term is None else str(term.value) for term in row) for row in result]
