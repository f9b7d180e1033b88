"""A reading as quads of the release's own named graph, deterministic and without blank nodes."""

from functools import lru_cache
from itertools import groupby

from podium.namespaces import ID, iri, slug
from podium.reading.model import Contribution, Event, Instrument, Organisation, Person, Reading, Role
from podium.register import Register
from podium.register.model import RegisteredTenure
from podium.register.office_kinds import office_kind
from podium.triples.passages import Passages, without_reach
from podium.triples.terms import (
    LABEL,
    TYPE,
    NamedNode,
    Quad,
    boolean,
    concept,
    date,
    dcterms,
    decimal,
    foaf,
    german,
    node,
    plain,
    pod,
    prov,
    schema,
    skos,
)

__all__ = ["reading_quads"]

_Thing = Person | Organisation | Event | Instrument

_KIND_CLASS = {
    "ministry": "Ministry", "agency": "Agency", "jobcenter": "Jobcenter", "municipality": "Municipality",
    "association": "Association", "social-partner": "SocialPartner", "welfare": "WelfareAssociation", "party": "Party",
    "parliament": "Parliament", "court": "Court", "research": "ResearchInstitute", "company": "Company",
    "media": "MediaOrganisation", "territory": "Territory",
}  # fmt: skip
_ACT_CONCEPT = {
    "Rede": "rede", "Grußwort": "grusswort", "Vortrag": "vortrag", "Podiumsdiskussion": "podiumsdiskussion",
    "Moderation": "moderation", "Statement": "statement", "Interview": "interview", "Eröffnung": "eroeffnung",
    "Gespräch": "gespraech",
}  # fmt: skip


def reading_quads(reading: Reading, register: Register, all_persons: bool = False) -> list[Quad]:
    """Quads of one release, all in its named graph.

    Data minimisation: persons who neither speak nor hold an office here, and press contacts whatever they are called,
    are left out unless `all_persons`.
    """
    return _Writer(reading, register, all_persons).write()


class _Writer:
    """State of writing one release: the quads so far and the IRIs behind the reading's ids."""

    def __init__(self, reading: Reading, register: Register, all_persons: bool) -> None:
        self.reading, self.register = reading, register
        self.release = reading.release
        self.graph = node(self.release.iri)
        self.quads: list[Quad] = []
        self.passages = Passages(self.release, self.quads)
        self.known = _known(register)
        self.persons = self._persons(all_persons)
        self.nodes: dict[str, NamedNode] = {p.id: node(p.iri) for p in reading.persons if p.id in self.persons}
        things: list[_Thing] = [*reading.organisations, *reading.events, *reading.instruments]
        self.nodes |= {thing.id: node(thing.iri) for thing in things}
        self.things: list[_Thing] = [*reading.persons, *things]
        self.names = {thing.id: thing.name for thing in self.things}
        self.tenures: dict[str, NamedNode] = {}

    def _persons(self, all_persons: bool) -> frozenset[str]:
        if all_persons:
            return frozenset(p.id for p in self.reading.persons)
        acting = {c.speaker for c in self.reading.contributions} | {r.person for r in self.reading.roles}
        return frozenset(p.id for p in self.reading.persons if p.id in acting) - self.reading.withheld

    def add(self, subject: NamedNode, **values: object) -> None:
        """Adds one quad for each keyword: a term of our namespace with a term, text (plain) or boolean."""
        for name, value in values.items():
            if value is None:
                continue
            if isinstance(value, bool):
                value = boolean(value)
            elif isinstance(value, str):
                value = plain(value)
            self.quads.append(Quad(subject, pod(name), value, self.graph))  # type: ignore[arg-type]

    def also(self, subject: NamedNode, predicate: NamedNode, value: object) -> None:
        self.quads.append(Quad(subject, predicate, value, self.graph))  # type: ignore[arg-type]

    def write(self) -> list[Quad]:
        self._release()
        self._agents()
        self._events()
        self._instruments()
        for role in self.reading.roles:
            if role.person in self.persons:
                self._role(role)
        self._contributions()
        self._mentions()
        return self.quads

    def _release(self) -> None:
        release, graph = self.release, self.graph
        self.also(graph, TYPE, pod("Release"))
        self.also(graph, dcterms("language"), plain("de"))
        self.add(graph, textHash=release.sha256, sourcePath=release.source, publisherName=release.publisher)
        if release.title:
            self.also(graph, dcterms("title"), german(release.title))
            self.also(graph, LABEL, german(release.title))
        if release.published:
            self.also(graph, dcterms("issued"), date(release.published))
        if release.url:
            self.also(graph, dcterms("source"), _address(release.url))
        publisher = self._publisher()
        if publisher:
            self.also(graph, dcterms("publisher"), publisher)

    def _publisher(self) -> NamedNode | None:
        name = self.release.publisher
        if not name:
            return None
        known = self.register.organisation_on(name, self.release.published) or self.register.jobcenter(name)
        if known:
            return node(known.iri)
        printed = next((o for o in self.reading.organisations if o.name == name), None)
        found = node(printed.iri if printed else iri("organisation", name))
        if not printed:
            self.also(found, TYPE, pod("Organisation"))
            self.also(found, LABEL, german(name))
        return found

    def _label(self, subject: NamedNode, name: str) -> None:
        """The register's label stands for what it knows; a name printed otherwise is an alternative label."""
        known = self.known.get(subject.value)
        if known is None:
            self.also(subject, LABEL, german(name))
        elif known != name:
            self.also(subject, skos("altLabel"), german(name))

    def _agents(self) -> None:
        for person in self.reading.persons:
            if person.id in self.persons:
                subject = self.nodes[person.id]
                self.also(subject, TYPE, pod("Person"))
                self.also(subject, foaf("name"), plain(person.name))
                self.also(subject, LABEL, german(person.name))
                if person.academic_title:
                    self.also(subject, foaf("title"), plain(person.academic_title))
                self.add(subject, gender=person.gender)
        for organisation in self.reading.organisations:
            subject = self.nodes[organisation.id]
            self.also(subject, TYPE, pod("Organisation"))
            if organisation.kind in _KIND_CLASS:
                self.also(subject, TYPE, pod(_KIND_CLASS[organisation.kind]))
            self.add(subject, organisationKind=concept("organisation-kind", organisation.kind))
            self._label(subject, organisation.name)

    def _events(self) -> None:
        for event in self.reading.events:
            subject = self.nodes[event.id]
            self.also(subject, TYPE, pod("Event"))
            self._label(subject, event.name)
            if event.date:
                self.add(subject, date=date(event.date))
            self.add(subject, place=event.place)
            if event.series:
                self._series(subject, event.series)

    def _series(self, event: NamedNode, name: str) -> None:
        known = self.register.event_series(name)
        series = node(known.iri if known else iri("series", name))
        self.add(event, series=series)
        if not known:
            self.also(series, TYPE, pod("EventSeries"))
            self.also(series, LABEL, german(name))

    def _instruments(self) -> None:
        for instrument in self.reading.instruments:
            subject = self.nodes[instrument.id]
            self.also(subject, TYPE, pod("Instrument"))
            self._label(subject, instrument.name)

    def _role(self, role: Role) -> None:
        person = self.nodes[role.person].value
        organisation = self.nodes.get(role.organisation or "")
        parts = (person.removeprefix(ID + "person/"), slug(role.title), _local(organisation))
        tenure = self.tenures[role.id] = node(f"{ID}tenure/{'/'.join(parts)}")
        self.also(tenure, TYPE, pod("Tenure"))
        self.also(tenure, LABEL, german(self._office_label(role)))
        kind = office_kind(role.title)
        self.add(tenure, holder=self.nodes[role.person], inOrganisation=organisation)
        self.add(tenure, officeKind=concept("office-kind", kind) if kind else None)
        held = None if role.former or role.designated else self._in_register(role, person)
        if held:
            self.add(tenure, correspondsTo=node(held.iri), ofOffice=node(held.office_iri))
        attestation = node(f"{self.release.iri}#attestation-{role.id}")
        self.also(attestation, TYPE, pod("Attestation"))
        flags = {f: True for f in ("former", "designated", "acting", "deputy") if getattr(role, f)}
        self.add(attestation, attests=tenure, titleAsPrinted=german(role.title), rule=role.rule, **flags)
        self.add(attestation, passage=self.passages(*role.evidence))

    def _office_label(self, role: Role) -> str:
        where = f", {self.names[role.organisation]}" if role.organisation else ""
        return f"{self.names[role.person]}: {role.title}{where}"

    def _in_register(self, role: Role, person: str) -> RegisteredTenure | None:
        day = self.release.published
        if not day:
            return None
        organisation = self.names[role.organisation] if role.organisation else None
        return self.register.tenure(person, role.title, day, organisation)

    def _contributions(self) -> None:
        ordered = sorted(self.reading.contributions, key=lambda c: int(c.activity[1:]))
        for activity, group in groupby(ordered, key=lambda c: c.activity):
            utterances = [c for c in group if self._has_speaker(c)]
            if utterances:
                self._contribution(activity, utterances)

    def _has_speaker(self, said: Contribution) -> bool:
        """Words that nobody is named for stay in the reading; a contribution in the graph is somebody's."""
        return bool(said.speaker_span) if said.speaker is None else said.speaker in self.nodes

    def _contribution(self, activity: str, utterances: list[Contribution]) -> None:
        first = utterances[0]
        subject = node(f"{self.release.iri}#contribution-{activity}")
        self.also(subject, TYPE, pod("Contribution"))
        speaker = self.nodes.get(first.speaker or "")
        self.add(subject, inRelease=self.graph, speaker=speaker, speakerAsPrinted=self._printed(first.speaker_span))
        if speaker:
            self.also(subject, prov("wasAssociatedWith"), speaker)
        role = next((c.role for c in utterances if c.role), None)
        if role and role in self.tenures:
            printed = next(r.title for r in self.reading.roles if r.id == role)
            self.add(subject, inRole=self.tenures[role], roleAsPrinted=german(printed))
        event = next((c.event for c in utterances if c.event), None)
        if event:
            self.add(subject, atEvent=self.nodes[event])
        self.add(subject, contributionKind=concept("contribution-kind", _ACT_CONCEPT[first.act]))
        self.add(subject, kindAsPrinted=next((c.act_as_printed for c in utterances if c.act_as_printed), None))
        if all(c.announced for c in utterances):
            self.add(subject, announced=True)
        who = self.names.get(first.speaker or "") or self._printed(first.speaker_span) or "?"
        where = f" – {self.names[event]}" if event else ""
        self.also(subject, LABEL, german(f"{first.act}: {who}{where}"))
        self.add(subject, rule=first.rule, confidence=decimal(max(c.confidence for c in utterances)))
        self.add(subject, passage=self._evidence(first))
        for utterance in utterances:
            self._utterance(subject, utterance)

    def _evidence(self, said: Contribution) -> NamedNode:
        needed = (*said.speaker_span, *said.cue, *said.quote)
        return self.passages(*without_reach(self.release.text, said.evidence, needed))

    def _printed(self, spans: tuple[tuple[int, int], ...]) -> str | None:
        return " … ".join(self.release.text[s:e] for s, e in spans) or None

    def _utterance(self, contribution: NamedNode, said: Contribution) -> None:
        subject = node(f"{self.release.iri}#utterance-{said.id}")
        self.also(subject, TYPE, pod("Utterance"))
        self.add(contribution, utterance=subject)
        self.add(subject, speechForm=concept("speech-form", said.form), cue=self._printed(said.cue), rule=said.rule)
        self.add(subject, confidence=decimal(said.confidence), passage=self._evidence(said))
        self.add(subject, addressee=self.nodes.get(said.addressee or ""))
        self.add(subject, addresseeAsPrinted=self._printed(said.addressee_span))
        for instrument in said.about:
            self.add(subject, about=self.nodes[instrument])
        if said.quote:
            quotation = node(f"{self.release.iri}#quotation-{said.id}")
            self.add(subject, quotation=quotation)
            self.also(quotation, TYPE, schema("Quotation"))
            self.also(quotation, schema("text"), german(self._printed(said.quote) or ""))
            for span in said.quote:
                self.add(quotation, passage=self.passages(*span))

    def _mentions(self) -> None:
        for thing in self.things:
            if thing.id not in self.nodes or not thing.mentions:
                continue
            mention = node(f"{self.release.iri}#mention-{thing.id}")
            self.also(mention, TYPE, pod("Mention"))
            self.add(mention, mentions=self.nodes[thing.id])
            for span in thing.mentions:
                self.add(mention, passage=self.passages(*span))


def _local(organisation: NamedNode | None) -> str:
    return slug(organisation.value.removeprefix(ID).split("/", 1)[-1]) if organisation else "-"


def _address(url: str) -> NamedNode | object:
    try:
        return NamedNode(url)
    except ValueError:  # an address that is no IRI is kept as printed
        return plain(url)


@lru_cache(maxsize=4)
def _known(register: Register) -> dict[str, str]:
    """IRIs that the register labels, with their names."""
    labels = {e.iri: f"{e.series} {e.edition}" for e in register.editions}
    labels |= {x.iri: x.name for x in register.organisations} | {x.iri: x.name for x in register.jobcenters}
    return labels | {x.iri: x.name for x in register.instruments} | {x.iri: x.name for x in register.series}
