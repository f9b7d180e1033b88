"""Why the graph says something: from an assertion to its rule, its sentence and its release, or its register row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from podium.errors import UsageError
from podium.namespaces import ID, POD
from podium.store import Store
from podium.store.facts import GRAPH_ONTOLOGY
from podium.store.lookup import expand

__all__ = ["Evidence", "Explanation", "Source", "explain"]

_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DCTERMS = "http://purl.org/dc/terms/"
# Most telling first: what a thing with several classes is called.
_KINDS = ("Contribution", "Utterance", "Attestation", "Mention", "Tenure", "Release", "Passage", "Person", "Event",
          "EventSeries", "Office", "CarrierArrangement", "Jobcenter", "Instrument", "Organisation")  # fmt: skip
# What is shown in places of its own, or says nothing to a reader.
_ELSEWHERE = {"type", "label", "passage", "rule", "confidence", "registerRow", "textHash", "fingerprint",
              "inRelease", "utterance", "wasAssociatedWith", "hasSelector", "hasSource", "prefLabel"}  # fmt: skip
_ASSERTIONS = ("Contribution", "Utterance", "Attestation", "Mention")


@dataclass(frozen=True, slots=True)
class Source:
    """A release: where the sentence stands."""

    iri: str
    title: str
    publisher: str
    published: str
    url: str
    path: str

    def __str__(self) -> str:
        about = " · ".join(part for part in (self.title, self.publisher, self.published) if part)
        return "\n".join(part for part in (about or self.iri, self.url or self.path) if part)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage: the words, and their code points in the text of the release."""

    text: str
    start: int
    end: int
    release: Source


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that leads from an IRI back to what somebody wrote.

    `statements` are (property, value) as a reader knows them; `register` (row, source) where the register says so;
    `parts` are the assertions on which this one rests (a person's contributions, a contribution's utterances).
    """

    iri: str
    kind: str
    label: str
    statements: tuple[tuple[str, str], ...] = ()
    rule: str = ""
    confidence: str = ""
    evidence: tuple[Evidence, ...] = ()
    register: tuple[tuple[str, str], ...] = ()
    parts: tuple["Explanation", ...] = ()

    def as_text(self, indent: str = "") -> str:
        """The explanation as indented lines."""
        return "\n".join(indent + line if line else "" for line in self._lines())

    def _repr_html_(self) -> str:
        from podium.library.html import explanation_html

        return explanation_html(self)

    def _lines(self) -> Iterator[str]:
        yield self.label or self.iri
        yield f"{self.kind}  {self.iri}"
        width = max((len(name) for name, _ in self.statements), default=0)
        for name, value in self.statements:
            yield f"  {name:<{width}}  {value}"
        if self.rule:
            yield f"  Rule: {self.rule}" + (f" (confidence {self.confidence})" if self.confidence else "")
        for position, found in enumerate(self.evidence):
            yield f"  Sentence: {' '.join(found.text.split())}"
            yield f"    characters {found.start}–{found.end}"
            following = self.evidence[position + 1 : position + 2]
            if not following or following[0].release != found.release:  # named once for all its sentences
                for line in str(found.release).splitlines():
                    yield f"    {line}"
        for row, source in self.register:
            yield f"  Register: {row}" + (f" – {source}" if source else "")
        for part in self.parts:
            yield ""
            yield from part.as_text("  ").splitlines()


def explain(store: Store, name: str, limit: int = 50) -> Explanation:
    """What the store knows about an IRI and on what it rests; at most `limit` parts.

    `name` is an IRI in full, in angle brackets, or short (`id:person/hubertus-heil`). Raises UsageError when
    nothing is known about it.
    """
    return _Explainer(store).explain(expand(name), limit)


class _Explainer:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: dict[str, Source] = {}
        self._labels: dict[str, str] = {}

    def explain(self, iri: str, limit: int) -> Explanation:
        try:
            ox.NamedNode(iri)
        except ValueError as error:
            raise UsageError(f"{iri!r} is no IRI: give it in full or as id:…, as exports and tables show it") from error
        about = self._about(iri)
        if not about:
            raise UsageError(f"The store knows nothing about {iri}")
        kinds = self._kinds(about)
        own = self._explanation(iri, about, kinds)
        parts = [self._explanation(part, self._about(part)) for part in self._parts(iri, kinds)[:limit]]
        return Explanation(
            own.iri,
            own.kind,
            own.label,
            own.statements,
            own.rule,
            own.confidence,
            own.evidence,
            own.register,
            tuple(parts),
        )

    def _explanation(
        self, iri: str, about: dict[str, list[ox.NamedNode | ox.Literal]], kinds: Sequence[str] | None = None
    ) -> Explanation:
        known = kinds if kinds is not None else self._kinds(about)
        rows = [value.value for value in about.get(POD + "registerRow", [])]
        sources = [value.value for value in about.get(_DCTERMS + "source", [])]
        register = tuple((row, "; ".join(sources)) for row in rows)
        passages = [value.value for value in about.get(POD + "passage", [])]
        return Explanation(
            iri=iri,
            kind=known[0] if known else "Thing",
            label=self._label(iri, about),
            statements=tuple(self._statements(about, bool(register))),
            rule="; ".join(value.value for value in about.get(POD + "rule", [])),
            confidence=max((value.value for value in about.get(POD + "confidence", [])), default=""),
            evidence=tuple(
                sorted((self._evidence(p) for p in passages), key=lambda e: (e.release.iri, e.start, e.end))
            ),
            register=register,
        )

    def _statements(
        self, about: dict[str, list[ox.NamedNode | ox.Literal]], from_register: bool
    ) -> Iterator[tuple[str, str]]:
        hidden = _ELSEWHERE | ({"source"} if from_register else set())
        for predicate in sorted(about):
            if _local(predicate) in hidden or predicate.startswith("http://www.w3.org/2002/07/owl#"):
                continue
            for value in about[predicate]:
                yield self._name(predicate), self._shown(value)

    def _shown(self, value: ox.NamedNode | ox.Literal) -> str:
        if isinstance(value, ox.Literal):
            return " ".join(value.value.split())
        label = self._label(value.value)
        return f"{label}  <{value.value}>" if label else f"<{value.value}>"

    def _parts(self, iri: str, kinds: Sequence[str]) -> list[str]:
        """Assertions that name a thing, in order of publication; those of an assertion itself are its utterances."""
        if "Passage" in kinds:
            return []
        inner = " ".join(f"<{POD}{kind}>" for kind in (*_ASSERTIONS, "Tenure"))
        if "Release" in kinds:
            where = f"GRAPH <{iri}> {{ ?part a ?kind }} FILTER(?kind != <{POD}Mention> && ?kind != <{POD}Utterance>)"
        elif kinds and kinds[0] == "Contribution":
            where = f"<{iri}> <{POD}utterance> ?part . ?part a ?kind ."
        else:
            where = f"?part ?property <{iri}> ; a ?kind ."
        rows = self._store.query(
            f"SELECT DISTINCT ?part ?day WHERE {{ VALUES ?kind {{ {inner} }} {where}"
            f" OPTIONAL {{ ?part <{POD}inRelease> ?r . ?r <{_DCTERMS}issued> ?day }} }}"
        )
        assert isinstance(rows, ox.QuerySolutions)
        found = {row["part"].value: getattr(row["day"], "value", "~") for row in rows}
        return sorted(found, key=lambda part: (found[part], _natural(part)))

    def _about(self, iri: str) -> dict[str, list[ox.NamedNode | ox.Literal]]:
        rows = self._store.query(f"SELECT DISTINCT ?p ?o WHERE {{ <{iri}> ?p ?o }}")
        assert isinstance(rows, ox.QuerySolutions)
        about: dict[str, list[ox.NamedNode | ox.Literal]] = defaultdict(list)
        for row in rows:
            if isinstance(row["o"], ox.NamedNode | ox.Literal):
                about[row["p"].value].append(row["o"])
        return {predicate: sorted(values, key=str) for predicate, values in about.items()}

    def _kinds(self, about: dict[str, list[ox.NamedNode | ox.Literal]]) -> list[str]:
        classes = {_local(value.value) for value in about.get(_RDF_TYPE, [])}
        return [kind for kind in _KINDS if kind in classes] or sorted(classes)

    def _evidence(self, passage: str) -> Evidence:
        about = self._about(passage)

        def value(name: str) -> str:
            return next((found.value for found in about.get(POD + name, [])), "")

        source = self._source(passage.split("#", 1)[0])
        return Evidence(value("quotedText"), int(value("start") or 0), int(value("end") or 0), source)

    def _source(self, iri: str) -> Source:
        if iri not in self._sources:
            about = self._about(iri)
            names = ("title", "issued", "source")
            title, issued, url = (next((v.value for v in about.get(_DCTERMS + name, [])), "") for name in names)
            publisher, path = (
                next((v.value for v in about.get(POD + name, [])), "") for name in ("publisherName", "sourcePath")
            )
            self._sources[iri] = Source(iri, title, publisher, issued, url, path)
        return self._sources[iri]

    def _label(self, iri: str, about: dict[str, list[ox.NamedNode | ox.Literal]] | None = None) -> str:
        if iri not in self._labels:
            values = (about if about is not None else self._about(iri)).get(_RDFS_LABEL, [])
            german = [v.value for v in values if isinstance(v, ox.Literal) and v.language in ("de", None)]
            self._labels[iri] = next(iter(german), "")
        return self._labels[iri]

    def _name(self, predicate: str) -> str:
        """English name of a property by the ontology, else its local name in words."""
        key = "name of " + predicate
        if key not in self._labels:
            rows = self._store.query(
                f"SELECT ?l WHERE {{ GRAPH <{GRAPH_ONTOLOGY}> {{ <{predicate}> <{_RDFS_LABEL}> ?l }} "
                f'FILTER(LANG(?l) = "en") }}'
            )
            assert isinstance(rows, ox.QuerySolutions)
            self._labels[key] = next((row["l"].value for row in rows), _words(_local(predicate)))
        return self._labels[key]


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def _words(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _natural(iri: str) -> tuple[str, int]:
    """Order in which `…a2` comes before `…a10`."""
    head = iri.rstrip("0123456789")
    return head.removeprefix(ID), int(iri[len(head) :] or 0)
