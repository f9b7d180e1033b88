"""Small stores for the tests of the page: readings made by hand, turned into quads by Podium itself."""

from collections.abc import Callable
from typing import Any

from podium.namespaces import iri
from podium.reading.model import Contribution, Event, Instrument, Organisation, Person, Reading, Role, Span
from podium.register import RegisteredJobcenter, load
from podium.release import Release
from podium.store import Store, memory_store
from podium.triples.reading import reading_quads
from podium.triples.register import register_quads

Open = Callable[..., Any]  # the fixture `visit`
DESKTOP, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
PERSON = "https://w3id.org/podium/id/person/"

TEXT = (
    "Bundesminister Hubertus Heil blickte in seiner Rede auf die Leistung der Jobcenter zurück. "
    "Die Jobcenter hätten das Land gut durch die Krise gebracht, sagte Heil zum Kurzarbeitergeld. "
    "Anschließend diskutierte Heil mit den Geschäftsführenden Martina Würker (Jobcenter Köln) und "
    "Felix Baumeier (Jobcenter Landkreis Leipzig)."
)
FIRST, SECOND, THIRD = (
    TEXT[: TEXT.index(" Die Jobcenter")],
    TEXT[TEXT.index("Die Jobcenter") : TEXT.index(" Anschließend")],
    TEXT[TEXT.index("Anschließend") :],
)


def span(words: str, text: str = TEXT, start: int = 0) -> Span:
    """Where `words` stand in `text`, as code points."""
    at = text.index(words, start)
    return at, at + len(words)


def said(
    number: int, activity: str, speaker: str, role: str | None, act: str, words: str, **more: object
) -> Contribution:
    """A contribution at event e1 with the sentence `words` as evidence."""
    fields: dict[str, object] = {
        "id": f"c{number}", "activity": activity, "speaker": speaker, "speaker_span": (), "role": role, "event": "e1",
        "act": act, "act_as_printed": None, "form": "none", "announced": False, "cue": (), "frame": (), "quote": (),
        "nested": False, "addressee": None, "addressee_span": (), "about": (),
        "evidence": more.pop("evidence", None) or span(words),
        "rule": "test", "confidence": 0.9,
    }  # fmt: skip
    return Contribution(**(fields | more))  # type: ignore[arg-type]


def _iri(thing: RegisteredJobcenter | None) -> str:
    assert thing is not None
    return thing.iri


def reading() -> Reading:
    """The Tag der Jobcenter 2021 in three sentences: a minister and the heads of a gE and of a zkT."""
    release = Release(
        text=TEXT,
        key="https://example.org/tag-der-jobcenter-2021",
        source="tag.md",
        url="https://example.org/tag-der-jobcenter-2021",
        title="Tag der Jobcenter 2021",
        publisher="Bundesministerium für Arbeit und Soziales",
        published="2021-04-28",
    )
    register = load()
    koeln, leipzig = "Jobcenter Köln", "Jobcenter Landkreis Leipzig"
    ministry = "Bundesministerium für Arbeit und Soziales"
    edition = next(one for one in register.editions if (one.series, one.edition) == ("Tag der Jobcenter", "2021"))
    heil = span("Hubertus Heil")
    later = span("Heil", start=TEXT.index(THIRD))
    return Reading(
        release,
        persons=(
            Person("p1", iri("person", "Hubertus Heil"), "Hubertus Heil", gender="m", mentions=(heil,)),
            Person("p2", iri("person", "Martina Würker"), "Martina Würker", gender="f"),
            Person("p3", iri("person", "Felix Baumeier"), "Felix Baumeier", gender="m"),
        ),
        organisations=(
            Organisation("o1", iri("organisation", ministry), ministry, named=False, kind="ministry"),
            Organisation("o2", _iri(register.jobcenter(koeln)), koeln, kind="jobcenter", carrier_type="gE"),
            Organisation("o3", _iri(register.jobcenter(leipzig)), leipzig, kind="jobcenter", carrier_type="zkT"),
        ),
        roles=(
            Role("r1", "p1", "Bundesminister", "o1", False, False, False, False, span(FIRST), "test"),
            Role("r2", "p2", "Geschäftsführerin", "o2", False, False, False, False, span(THIRD), "test"),
            Role("r3", "p3", "Geschäftsführer", "o3", False, False, False, False, span(THIRD), "test"),
        ),
        events=(
            Event("e1", edition.iri, "Tag der Jobcenter 2021", "Tag der Jobcenter"),
        ),
        instruments=(Instrument("i1", iri("instrument", "Kurzarbeitergeld"), "Kurzarbeitergeld"),),
        contributions=(
            said(1, "a1", "p1", "r1", "Rede", FIRST, speaker_span=(heil,)),
            said(2, "a1", "p1", "r1", "Rede", SECOND, form="indirect", cue=(span("sagte"),), about=("i1",),
                 speaker_span=(span("Heil", start=len(FIRST)),),
                 quote=(span("Die Jobcenter hätten das Land gut durch die Krise gebracht"),)),
            said(3, "a2", "p1", "r1", "Podiumsdiskussion", THIRD, speaker_span=(later,)),
            said(4, "a3", "p2", "r2", "Podiumsdiskussion", THIRD, speaker_span=(span("Martina Würker"),)),
            said(5, "a4", "p3", "r3", "Podiumsdiskussion", THIRD, speaker_span=(span("Felix Baumeier"),)),
        ),
    )  # fmt: skip


def store_of(*readings: Reading) -> Store:
    """A store in memory with the register and these readings."""
    register = load()
    store = memory_store()
    store.load_quads(register_quads(register))
    for one in readings:
        store.put(one.release.iri, reading_quads(one, register))
    return store


SCRIPT = "<script>window.broken=1</script>"
HOSTILE_NAMES = (
    f"Anna {SCRIPT}",
    "Bernd </script><img src=x onerror=window.broken=1>",
    'Carla " onmouseover="window.broken=1" x=\'',
    "David <a href=javascript:window.broken=1>href</a>",
    "Eva {{ 7*7 }}{% raw %}${window.broken=1}",
    "Fritz \u202eretsnuM\u202c \u2066x\u2069\u200f",
    "Gerd " + "x" * 10_000,
    "Heidi <!--<script>",
    "Ida &lt;b&gt; \u2028 😀",
)


def hostile_reading() -> Reading:
    """One release in which everything that can be a text tries to be more."""
    sentences = [f"{name} sagte: „{SCRIPT}{{{{ 7*7 }}}}“." for name in HOSTILE_NAMES]
    text = " ".join(sentences)
    release = Release(
        text=text,
        key='"><script>window.broken=1</script>',
        source="../../</script><script>window.broken=1</script>.md",
        url="javascript:window.broken=1",
        title=f"</title></script>{SCRIPT}<!-- {{{{ title }}}}",
        publisher=f"Amt & Söhne {SCRIPT}",
        published="2021-04-29",
    )
    people = tuple(
        Person(f"p{number}", iri("person", f"hostile {number}"), name, academic_title=f"Dr. {SCRIPT}")
        for number, name in enumerate(HOSTILE_NAMES)
    )
    roles = tuple(
        Role(f"r{number}", f"p{number}", f"Chefin </td>{SCRIPT}", "o1", False, False, False, False,
             span(words, text), SCRIPT)
        for number, words in enumerate(sentences)
    )  # fmt: skip
    acts = tuple(
        said(number + 1, f"a{number + 1}", f"p{number}", f"r{number}", "Statement", words, evidence=span(words, text),
             act_as_printed=f"Wort{SCRIPT}", form="direct", speaker_span=(span(HOSTILE_NAMES[number], text),),
             cue=(span("sagte", text, text.index(words)),), about=("i1",), rule=SCRIPT)
        for number, words in enumerate(sentences)
    )  # fmt: skip
    return Reading(
        release,
        persons=people,
        organisations=(Organisation("o1", iri("organisation", "hostile"), f"Amt {SCRIPT}' onclick='window.broken=1"),),
        roles=roles,
        events=(Event("e1", iri("event", "hostile"), f"Tag </script>{SCRIPT}", None, "2021-04-29", f"Ort {SCRIPT}"),),
        instruments=(Instrument("i1", iri("instrument", "hostile"), f"Hilfe {SCRIPT}"),),
        contributions=acts,
    )
