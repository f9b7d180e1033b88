"""Invented releases in RDF, as many as wanted: what the library is measured on; same seed, same quads."""

import random
from collections.abc import Iterator

from podium.triples.terms import (
    LABEL,
    REGISTER_GRAPH,
    TYPE,
    Literal,
    NamedNode,
    Quad,
    concept,
    date,
    dcterms,
    decimal,
    foaf,
    german,
    integer,
    node,
    oa,
    plain,
    pod,
    schema,
    skos,
    thing,
)

KINDS = ("rede", "grusswort", "vortrag", "podiumsdiskussion", "moderation", "statement", "interview")
FORMS = ("direct", "indirect", "reported", "free-indirect", "none")
TITLES = (("Geschäftsführer", "Geschäftsführerin"), ("Landrat", "Landrätin"), ("Präsident", "Präsidentin"))
Term = NamedNode | Literal


def register_quads(jobcenters: int = 400) -> Iterator[Quad]:
    """Jobcenters with carriers, instruments and one event series with editions, in the register's graph."""
    for number in range(jobcenters):
        carrier_type = "zkT" if number % 4 == 0 else "gE"
        jobcenter, arrangement = _jobcenter(number), thing(f"arrangement/jobcenter-{number}/start")
        yield from _graph(
            REGISTER_GRAPH,
            (jobcenter, TYPE, pod("Organisation")),
            (jobcenter, TYPE, pod("Jobcenter")),
            (jobcenter, LABEL, german(f"Jobcenter Ort {number}")),
            (jobcenter, pod("currentArrangement"), arrangement),
            (arrangement, TYPE, pod("CarrierArrangement")),
            (arrangement, pod("ofJobcenter"), jobcenter),
            (arrangement, pod("carrierType"), concept("carrier-type", carrier_type)),
            (arrangement, pod("from"), date("2012-01-01")),
            (arrangement, pod("carrier"), thing(f"organisation/kreis-{number}")),
            (thing(f"organisation/kreis-{number}"), LABEL, german(f"Kreis {number}")),
        )
    for number in range(60):
        yield from _graph(
            REGISTER_GRAPH,
            (_instrument(number), TYPE, pod("Instrument")),
            (_instrument(number), LABEL, german(f"Leistung {number}")),
            (_instrument(number), skos("altLabel"), german(f"L{number}")),
        )
    for year in range(2010, 2027):
        yield from _graph(REGISTER_GRAPH, *_event(year, "tag-der-leistungen", "Tag der Leistungen"))
    for number in range(60):
        tenure = thing(f"tenure/person-{number}/geschaeftsfuehrer/jobcenter-{number}/2015")
        yield from _graph(
            REGISTER_GRAPH,
            (tenure, TYPE, pod("Tenure")),
            (tenure, pod("holder"), _person(number)),
            (tenure, pod("ofOffice"), thing(f"office/jobcenter-{number}/geschaeftsfuehrer")),
            (tenure, pod("inOrganisation"), _jobcenter(number)),
            (tenure, pod("from"), date("2015")),
            (_person(number), TYPE, pod("Person")),
            (_person(number), LABEL, german(f"Vera Beispiel{number}")),
        )


def release_quads(count: int, seed: int = 7) -> Iterator[Quad]:
    """`count` releases of about 300 quads each, in a graph each."""
    chance = random.Random(seed)
    for number in range(count):
        yield from _release(number, chance, persons=max(200, count))


def _release(number: int, chance: random.Random, persons: int) -> Iterator[Quad]:
    release = thing(f"release/beispiel-{number}-{number:08x}")
    day = f"{2010 + number % 17}-{1 + number % 12:02d}-{1 + number % 28:02d}"
    publisher = _jobcenter(number % 40)
    yield from _graph(
        release,
        (release, TYPE, pod("Release")),
        (release, dcterms("title"), german(f"Mitteilung Nummer {number}")),
        (release, dcterms("issued"), date(day)),
        (release, dcterms("publisher"), publisher),
        (release, pod("publisherName"), plain(f"Jobcenter Ort {number % 40}")),
        (release, pod("textHash"), plain(f"{number:064x}")),
    )
    if number % 3:
        event, facts = thing(f"event/fachtag-{number}-{day}"), _event(number, "fachtag", f"Fachtag {number}", day)
    else:
        year = 2010 + number % 17
        event, facts = (
            thing(f"event/tag-der-leistungen-{year}"),
            _event(year, "tag-der-leistungen", "Tag der Leistungen"),
        )
    yield from _graph(release, *facts)
    for place in range(5):
        # Some speak in many releases, most in few: so it is in the press.
        person = int(persons * chance.random() ** 4)
        yield from _contribution(release, number, place, person, event, chance)
    for place in range(8):
        target = _instrument(chance.randrange(60)) if place % 2 else _jobcenter(chance.randrange(400))
        mention = node(f"{release.value}#mention-m{place}")
        yield from _graph(
            release,
            (mention, TYPE, pod("Mention")),
            (mention, pod("mentions"), target),
            (target, TYPE, pod("Instrument" if place % 2 else "Organisation")),
        )
        yield from _passage(release, mention, 3000 + place * 50, f"Nennung {place}.")


def _contribution(
    release: NamedNode, number: int, place: int, person: int, event: NamedNode, chance: random.Random
) -> Iterator[Quad]:
    who, where = _person(person), _jobcenter(person % 400)
    contribution = node(f"{release.value}#contribution-a{place}")
    utterance = node(f"{release.value}#utterance-c{place}")
    attestation = node(f"{release.value}#attestation-r{place}")
    gender = "fm"[person % 2]
    title = TITLES[person % 3][gender == "f"]
    tenure = thing(f"tenure/person-{person}/{TITLES[person % 3][0].lower()}/jobcenter-{person % 400}")
    sentence = f"„Das ist Satz {place} der Mitteilung {number}“, sagte {title} Vera Beispiel{person} zur Leistung."
    yield from _graph(
        release,
        (who, TYPE, pod("Person")),
        (who, LABEL, german(f"Vera Beispiel{person}")),
        (who, foaf("name"), plain(f"Vera Beispiel{person}")),
        (who, pod("gender"), plain(gender)),
        (where, TYPE, pod("Organisation")),
        (where, TYPE, pod("Jobcenter")),
        (tenure, TYPE, pod("Tenure")),
        (tenure, pod("holder"), who),
        (tenure, pod("inOrganisation"), where),
        (attestation, TYPE, pod("Attestation")),
        (attestation, pod("attests"), tenure),
        (attestation, pod("titleAsPrinted"), german(title)),
        (attestation, pod("rule"), plain("role.before-name")),
        (contribution, TYPE, pod("Contribution")),
        (contribution, pod("inRelease"), release),
        (contribution, pod("speaker"), who),
        (contribution, pod("atEvent"), event),
        (contribution, pod("contributionKind"), concept("contribution-kind", chance.choice(KINDS))),
        (contribution, pod("utterance"), utterance),
        (contribution, pod("rule"), plain(f"speech.{chance.randrange(9)}")),
        (contribution, pod("confidence"), decimal(0.8)),
        (utterance, TYPE, pod("Utterance")),
        (utterance, pod("speechForm"), concept("speech-form", chance.choice(FORMS))),
        (utterance, pod("about"), _instrument(chance.randrange(60))),
        (utterance, pod("rule"), plain(f"speech.{chance.randrange(9)}")),
        (utterance, pod("confidence"), decimal(0.7)),
        (_quotation(release, place), TYPE, schema("Quotation")),
        (_quotation(release, place), schema("text"), german(f"Das ist Satz {place} der Mitteilung {number}")),
        (utterance, pod("quotation"), _quotation(release, place)),
    )
    if chance.random() < 0.9:
        yield from _graph(
            release, (contribution, pod("inRole"), tenure), (contribution, pod("roleAsPrinted"), german(title))
        )
    start = place * 200
    for subject in (contribution, utterance, attestation):
        yield from _passage(release, subject, start, sentence)
    yield from _passage(release, _quotation(release, place), start + 1, f"Das ist Satz {place} der Mitteilung {number}")


def _quotation(release: NamedNode, place: int) -> NamedNode:
    return node(f"{release.value}#quotation-c{place}")


def _passage(release: NamedNode, subject: NamedNode, start: int, text: str) -> Iterator[Quad]:
    passage = node(f"{release.value}#char={start},{start + len(text)}")
    position = node(f"{passage.value}&position")
    yield from _graph(
        release,
        (subject, pod("passage"), passage),
        (passage, TYPE, pod("Passage")),
        (passage, oa("hasSource"), release),
        (passage, pod("start"), integer(start)),
        (passage, pod("end"), integer(start + len(text))),
        (passage, pod("quotedText"), plain(text)),
        (passage, oa("hasSelector"), position),
        (position, oa("start"), integer(start)),
        (position, oa("end"), integer(start + len(text))),
    )


def _event(number: int, slug: str, name: str, day: str | None = None) -> list[tuple[NamedNode, NamedNode, Term]]:
    event, series = thing(f"event/{slug}-{number}" + (f"-{day}" if day else "")), thing(f"series/{slug}")
    facts: list[tuple[NamedNode, NamedNode, Term]] = [
        (event, TYPE, pod("Event")),
        (event, LABEL, german(name)),
        (event, pod("date"), date(day or str(number))),
        (event, pod("place"), plain("Musterstadt")),
    ]
    if not day:
        facts += [(event, pod("series"), series), (series, TYPE, pod("EventSeries")), (series, LABEL, german(name))]
    return facts


def _graph(graph: NamedNode, *triples: tuple[NamedNode, NamedNode, Term]) -> Iterator[Quad]:
    for subject, predicate, value in triples:
        yield Quad(subject, predicate, value, graph)


def _person(number: int) -> NamedNode:
    return thing(f"person/vera-beispiel{number}")


def _jobcenter(number: int) -> NamedNode:
    return thing(f"organisation/jobcenter-ort-{number}")


def _instrument(number: int) -> NamedNode:
    return thing(f"instrument/leistung-{number}")
