"""What has been read of the chosen things, and the sentences and releases that the page will cite."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from podium.namespaces import ID
from podium.store import Store
from podium.view.fetch import Facts, describe, first
from podium.view.links import Lines, Link
from podium.view.marks import Mark, find_words, flatten, gaps
from podium.view.records import Passage, Register, Release, Sentence

__all__ = ["Evidence", "local", "read_facts"]

# What leads from the chosen things, step by step, to their sentences: properties whose values are read next.
_STEPS = (
    ("inRole", "inRelease", "utterance", "passage", "ofOffice", "series", "correspondsTo"),
    ("passage", "quotation", "hasSource", "ofOffice", "publisher", "holder", "correspondsTo"),
    ("passage", "hasSource", "ofOffice", "publisher", "holder"),
    ("publisher",),
    (),
)


class Evidence:
    """Facts about the chosen things; numbers passages and releases in the order in which they are first cited."""

    def __init__(self, lines: Lines, facts: Facts, index: Mapping[str, int]) -> None:
        self.lines, self.facts, self.index = lines, facts, index
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
        for attestation in self.lines.attestations.get(tenure, ()):
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
        kept.sort(key=lambda one: (self._span(one), one))
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
            Passage(iri, self._releases[self._source(iri)], self.one(iri, "quotedText") or "") for iri in self._passages
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
        start, end = self._span(passage)
        for quote in quotes:
            left, right = self._span(quote)
            if start <= left < right <= end and self._source(quote) == self._source(passage):
                marks.extend(gaps((left - start, right - start), flatten(marks), "quote"))
        return flatten(marks)

    def _inside(self, one: str, other: str) -> bool:
        (start, end), (left, right) = self._span(one), self._span(other)
        return left <= start and end <= right and (start, end) != (left, right)

    def _span(self, passage: str) -> tuple[int, int]:
        return int(self.one(passage, "start") or 0), int(self.one(passage, "end") or 0)

    def _passage(self, iri: str) -> int:
        self.release(self._source(iri))
        return self._passages.setdefault(iri, len(self._passages))

    def _source(self, passage: str) -> str:
        return self.one(passage, "hasSource") or passage.partition("#")[0]

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


def read_facts(store: Store, lines: Lines, chosen: Iterable[str], shown: Iterable[Link]) -> Facts:
    """What is said of the chosen things, of what their lines rest on, and of what those name in turn."""
    known: dict[str, Mapping[str, tuple[str, ...]]] = {}
    people = [thing for thing in chosen if thing.startswith(ID + "person/")]
    wanted = {*chosen, *(link.basis for link in shown)}
    wanted |= {tenure for person in people for tenure in lines.offices.get(person, ())}
    for follow in _STEPS:
        wanted |= {one for tenure in wanted for one in lines.attestations.get(tenure, ())}
        wanted |= {lines.organisation[tenure] for tenure in wanted if tenure in lines.organisation}
        new = describe(store, wanted - known.keys())
        known.update(new)
        values = {value for said in new.values() for name in follow for value in said.get(name, ())}
        wanted = {value for value in values if value not in known and "://" in value}
    return known


def local(iri: str | None) -> str:
    """What stands after the last / or # of an IRI; empty for None."""
    return (iri or "").rstrip("/").replace("#", "/").rsplit("/", 1)[-1]
