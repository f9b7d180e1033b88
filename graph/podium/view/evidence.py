"""What has been read of the chosen things, and the sentences and releases that the page will cite."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from podium.namespaces import GRAPH_REGISTER, ID
from podium.store import Store
from podium.view.fetch import Facts, describe, first
from podium.view.links import Lines, Link
from podium.view.marks import Mark, find_words, flatten, gaps
from podium.view.records import Passage, Register, Release, Sentence

__all__ = ["Attestations", "Evidence", "local", "read_facts"]

# Attestations by tenure, newest first, and how many older ones there are: see `links.attestations`.
Attestations = tuple[Mapping[str, tuple[str, ...]], Mapping[str, int]]
_ENOUGH = 2  # releases of which one says what a thing is called
# What leads from the chosen things, step by step, to their sentences: properties whose values are read next.
_STEPS = (
    ("inRole", "utterance", "passage", "ofOffice", "series", "correspondsTo"),
    ("passage", "quotation", "ofOffice", "holder", "correspondsTo", "publisher"),
    ("ofOffice", "publisher", "holder"),  # of quotations the page reads where they stand, no words
    ("publisher",),
    (),
)


class Evidence:
    """Facts about the chosen things; numbers passages and releases in the order in which they are first cited."""

    def __init__(self, lines: Lines, said: Attestations, facts: Facts, index: Mapping[str, int]) -> None:
        self.lines, self.facts, self.index = lines, facts, index
        self.attestations, self.further = said
        self._releases: dict[str, int] = {}
        self._passages: dict[str, int] = {}

    def all(self, thing: str, name: str) -> tuple[str, ...]:
        """All values of a property, sorted; empty where there are none."""
        return self.facts.get(thing, {}).get(name, ())

    def one(self, thing: str | None, *names: str) -> str | None:
        """The fullest value of the first of these properties that the thing has."""
        return first(self.facts, thing, *names)

    def label(self, thing: str) -> str:
        """What a thing is called: the register's name, else the fullest one of the releases."""
        return self.one(thing, "prefLabel", "label", "name", "title") or local(thing) or thing

    def register(self, thing: str) -> Register | None:
        """The row of the register that says so, None where the thing is not from there."""
        row, source = self.one(thing, "registerRow"), self.one(thing, "source")
        if row is None and source is None:
            return None
        return Register(row, source, self.all(thing, "unverified") == ("true",))

    def organisation(self, tenure: str | None) -> str | None:
        """Where an office is held: as the release says, else as the register does."""
        twin = self.lines.same.get(tenure or "", "")
        return self.lines.organisation.get(tenure or "") or self.lines.organisation.get(twin)

    def title(self, tenure: str | None) -> str | None:
        """The title of an office: as printed, else the register's in the form that fits the holder's gender."""
        if tenure is None:
            return None
        for attestation in self.attestations.get(tenure, ()):
            if printed := self.one(attestation, "titleAsPrinted"):
                return printed
        form = "titleFeminine" if self.one(self.one(tenure, "holder"), "gender") == "f" else "titleMasculine"
        return self.one(self.one(tenure, "ofOffice"), form, "titleMasculine", "label") or self.one(tenure, "label")

    def carrier(self, org: str | None, date: str | None = None) -> str | None:
        """Carrier type of a jobcenter at `date`, else now; None for whatever is no jobcenter."""
        known = self.lines.arrangements.get(org or "", ())
        if date:
            for one in known:
                # Dates of unequal precision compare as texts: "2011" <= "2011-06-01" holds, as it should.
                if (one.valid_from or "") <= date and (one.valid_until is None or date <= one.valid_until):
                    return one.carrier_type
        return next((one.carrier_type for one in known if one.current), known[-1].carrier_type if known else None)

    def sentences(
        self, thing: str, utterances: Iterable[str] = (), speaker: Iterable[str] = ()
    ) -> tuple[Sentence, ...]:
        """The passages of a contribution and its utterances, or of an attestation, in the order of the text.

        `speaker` are words that may name who speaks, the best first. A passage inside of another one is left out.
        """
        cues: dict[str, list[str]] = defaultdict(list)
        quotes: list[str] = []
        passages = list(self.all(thing, "passage"))
        for utterance in utterances:
            own = self.all(utterance, "passage")
            passages.extend(own)
            for passage in own or passages:
                cues[passage].extend(self.all(utterance, "cue"))
            for quotation in self.all(utterance, "quotation"):
                quotes.extend(self.all(quotation, "passage"))
        found = list(dict.fromkeys(passages))
        kept = [one for one in found if not any(self._inside(one, other) for other in found)]
        for inner, words in list(cues.items()):
            for outer in kept:
                if self._inside(inner, outer):
                    cues[outer].extend(words)
        kept.sort(key=lambda one: (_span(one), one))
        return tuple(Sentence(self._passage(one), self._marks(one, speaker, cues[one], quotes)) for one in kept)

    def release(self, iri: str) -> int:
        """Number of a release on the page."""
        return self._releases.setdefault(iri, len(self._releases))

    def releases(self) -> tuple[Release, ...]:
        """All releases that were cited so far."""
        return tuple(self._release(iri) for iri in self._releases)

    def passages(self) -> tuple[Passage, ...]:
        """All passages that were cited so far."""
        return tuple(
            Passage(iri, self._releases[_source(iri)], self.one(iri, "quotedText") or "") for iri in self._passages
        )

    def _marks(
        self, passage: str, speaker: Iterable[str], cues: Iterable[str], quotes: Iterable[str]
    ) -> tuple[Mark, ...]:
        text = self.one(passage, "quotedText") or ""
        marks: list[Mark] = []
        for words in speaker:
            # What stands in several pieces ("rief … auf") comes joined by an ellipsis.
            found = [span for piece in words.split(" … ") if (span := find_words(text, piece))]
            if found:
                marks.extend((*span, "speaker") for span in found)
                break
        pieces = [piece for cue in cues for piece in cue.split(" … ")]
        marks.extend((*span, "cue") for piece in pieces if (span := find_words(text, piece)))
        start, end = _span(passage)
        for quote in quotes:
            left, right = _span(quote)
            if start <= left < right <= end and _source(quote) == _source(passage):
                marks.extend(gaps((left - start, right - start), flatten(marks), "quote"))
        return flatten(marks)

    @staticmethod
    def _inside(one: str, other: str) -> bool:
        (start, end), (left, right) = _span(one), _span(other)
        return left <= start and end <= right and (start, end) != (left, right)

    def _passage(self, iri: str) -> int:
        self.release(_source(iri))
        return self._passages.setdefault(iri, len(self._passages))

    def _release(self, iri: str) -> Release:
        publisher = self.one(iri, "publisher")
        return Release(
            iri=iri,
            title=self.one(iri, "title") or local(iri),
            publisher=self.one(iri, "publisherName") or (self.label(publisher) if publisher else None),
            date=self.one(iri, "issued"),
            url=next((url for url in self.all(iri, "source") if url.startswith(("http://", "https://"))), None),
            path=self.one(iri, "sourcePath"),
        )


def read_facts(store: Store, lines: Lines, said: Attestations, index: Iterable[str], shown: Iterable[Link]) -> Facts:
    """What is said of the chosen things, of what their lines rest on, and of what those name in turn."""
    known: dict[str, Mapping[str, tuple[str, ...]]] = {}
    graphs = _graphs(lines, said[0], index, shown)
    wanted = set(graphs)
    for step, follow in enumerate(_STEPS):
        wanted |= {one for tenure in wanted for one in said[0].get(tenure, ())}
        # What is named after a release, and the release itself, are in its graph.
        where = {
            thing: {_source(thing)} if _of_release(thing) else {*graphs.get(thing, ()), GRAPH_REGISTER}
            for thing in wanted
        }
        new = describe(store, where, kinds=step == 0)  # the chosen things come first, no others need one
        known.update(new)
        wanted = {_source(thing) for thing in new if "#" in thing} - known.keys()
        for thing, properties in sorted(new.items()):
            for value in {value for name in follow for value in properties.get(name, ()) if "://" in value}:
                known_in = graphs.setdefault(value, set())
                # An office that a thousand releases name is described in each of them, in the same words.
                known_in.update(sorted(where[thing] - {GRAPH_REGISTER})[: max(0, _ENOUGH - len(known_in))])
                if value not in known:
                    wanted.add(value)
    return known


def _graphs(
    lines: Lines, attested: Mapping[str, tuple[str, ...]], index: Iterable[str], shown: Iterable[Link]
) -> dict[str, set[str]]:
    """In which graphs to look for what is said of a thing: the newest few releases in which it has a line."""
    graphs: dict[str, set[str]] = {thing: set() for thing in index}

    def add(thing: str, found: Iterable[str]) -> None:
        graphs.setdefault(thing, set()).update(list(found)[: _ENOUGH - len(graphs.get(thing, ()))])

    for link in sorted(shown, key=lambda link: (link.date or "", link.basis), reverse=True):
        release = [_source(link.basis)] if _of_release(link.basis) else []
        for thing in (link.basis, link.source, link.target):
            add(thing, release)
    for person in sorted(graphs):
        for tenure in lines.offices.get(person, ()):
            newest = [_source(one) for one in attested.get(tenure, ())]
            for thing in filter(None, (tenure, person, lines.organisation.get(tenure))):
                add(thing, newest)
    return graphs


def _of_release(thing: str) -> bool:
    return thing.startswith(ID + "release/")


def _source(thing: str) -> str:
    """The release that a passage, an attestation or a contribution is named after: {release}#char=17,42."""
    return thing.partition("#")[0]


@lru_cache(maxsize=65536)
def _span(passage: str) -> tuple[int, int]:
    """Where a passage stands in its release: {release}#char=17,42 (RFC 5147, in code points)."""
    match = re.search(r"#char=(\d+),(\d+)$", passage)
    return (int(match[1]), int(match[2])) if match else (0, 0)


def local(iri: str | None) -> str:
    """What stands after the last / or # of an IRI; empty for None."""
    return (iri or "").rstrip("/").replace("#", "/").rsplit("/", 1)[-1]
