"""Organisations: one German sentence in, their names out (rows in organisations_cases.tsv); kinds, carriers, IRIs."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podium.reading.document import Document
from podium.reading.entities import OrganisationEntity, Organisations
from podium.reading.organisations import find_organisations
from podium.register import load
from podium.release import Release


def read(
    text: str, published: str | None = "2022-11-09", publisher: str | None = None
) -> tuple[Document, Organisations]:
    doc = Document(Release(text, "test", "test", published=published, publisher=publisher))
    return doc, find_organisations(doc, load())


def only(text: str, published: str | None = "2022-11-09", publisher: str | None = None) -> OrganisationEntity:
    (entity,) = read(text, published, publisher)[1].entities
    return entity


ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "organisations_cases.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_names(row: list[str]) -> None:
    expected = row[1].split(" | ") if len(row) > 1 and row[1] else []
    entities = read(row[0].replace("\\n", "\n"))[1].entities
    assert [e.name for e in entities if e.kind not in ("media", "territory")] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Das Bundesministerium für Arbeit und Soziales prüft.", "ministry"),
        ("Die Bundesagentur für Arbeit meldet das.", "agency"),
        ("Das Jobcenter Köln berät.", "jobcenter"),
        ("Der Landkreis Emsland hilft.", "municipality"),
        ("Der Deutsche Landkreistag warnt.", "association"),
        ("Der Deutsche Gewerkschaftsbund warnt.", "social-partner"),
        ("Die Arbeiterwohlfahrt warnt.", "welfare"),
        ("Die SPD stimmt zu.", "party"),
        ("Der Bundesrat stimmt zu.", "parliament"),
        ("Das Bundessozialgericht entscheidet.", "court"),
        ("Die Universität Musterstadt forscht.", "research"),
        ("Die Holzbau Muster GmbH baut.", "company"),
        ("Das berichtet die Süddeutsche Zeitung.", "media"),
        ("Im Landkreis Meißen ist das anders.", "territory"),
        ("Das sagte Brandenburgs Ministerpräsident.", "territory"),
        ("Das sagte die Ministerpräsidentin von Rheinland-Pfalz.", "territory"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert only(text).kind == kind


@pytest.mark.parametrize(
    ("text", "published", "carrier"),
    [
        ("Das Jobcenter Köln berät.", "2021-04-27", "gE"),
        ("Das Kommunale Jobcenter Landkreis Leipzig berät.", "2021-04-27", "zkT"),
        ("Das Jobcenter Wuppertal berät.", "2013-06-01", "zkT"),
        ("Das Jobcenter Köln berät.", "2008-06-01", None),
        ("Das Kommunale Jobcenter Musterhausen berät.", "2021-04-27", "zkT"),
        ("Das Jobcenter Musterhausen ist eine gemeinsame Einrichtung.", "2021-04-27", "gE"),
        ("Das Jobcenter Musterhausen ist zugelassener kommunaler Träger.", "2021-04-27", "zkT"),
        ("Das Jobcenter Musterhausen gibt es seit der Zulassung der Stadt als kommunaler Träger.", "2021-04-27", "zkT"),
        ("Die Leiterin der ARGE Musterhausen, keine gemeinsame Einrichtung, geht.", "2021-04-27", None),
        ("Das Jobcenter Musterhausen berät.", "2021-04-27", None),
        ("Die Kommunale Arbeitsförderung Ortenaukreis (KOA) berät.", "2021-04-27", "zkT"),
        ("Die MainArbeit berät.", "2021-04-27", "zkT"),
    ],
)
def test_carrier_type(text: str, published: str, carrier: str | None) -> None:
    assert only(text, published).carrier_type == carrier


def test_register_gives_the_iri() -> None:
    assert only("Der Präsident des Deutschen Landkreistages kam.").iri.endswith(
        "/id/organisation/deutscher-landkreistag"
    )


def test_ministry_of_the_publisher_is_known_without_its_land() -> None:
    full = "Ministerium für Arbeit, Gesundheit und Soziales des Landes Nordrhein-Westfalen"
    found = only("Das Ministerium für Arbeit, Gesundheit und Soziales teilt das mit.", publisher=full)
    assert found.iri == only(f"Das {full} teilt das mit.").iri
    assert found.name == "Ministerium für Arbeit, Gesundheit und Soziales"


def test_a_ministry_without_land_is_its_own_in_each_release() -> None:
    assert "/organisation/test-" in only("Das Sozialministerium prüft das.").iri


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Das Jobcenter Köln berät. Die Leiterin des Jobcenters kam.", "Jobcenters", "Jobcenter Köln"),
        ("Der Landkreis Emsland baut. Laut Landrat hat der Kreis Geld.", "Kreis", "Landkreis Emsland"),
        ("Der Sozialverband VdK warnt. Der Verband fordert mehr.", "Verband", "VdK"),
        ("Die Handwerkskammer Spree-Oder lädt ein. Die Kammer hilft.", "Kammer", "Handwerkskammer Spree-Oder"),
        ("Sie kam aus Gießen, wo sie das dortige Jobcenter leitet.", "Jobcenter", "Jobcenter Gießen"),
        (
            "Die gemeinsame Einrichtung von Kreis und Bundesagentur für Arbeit, das Jobcenter Kreis Pinneberg, wächst.",
            "Kreis",
            "Kreis Pinneberg",
        ),
    ],
)
def test_later_mention(text: str, surface: str, name: str) -> None:
    doc, found = read(text)
    aliases = [m for m in found.mentions if doc.phrase(m.first, m.end) == surface]
    assert aliases
    assert found.entities[aliases[-1].entity].name == name


def test_phrase_takes_article_and_bracket() -> None:
    doc, found = read("Gestern lobte der Deutsche Landkreistag (DLT) das Gesetz.")
    assert doc.phrase(*found.mentions[0].phrase) == "der Deutsche Landkreistag (DLT)"
    assert doc.phrase(found.mentions[0].first, found.mentions[0].end) == "Deutsche Landkreistag"


def test_town_of_the_dateline() -> None:
    assert "Stadt Hamm" in [e.name for e in read("Hamm. Die Stadt regt an, die Wachen zu behalten.")[1].entities]
    assert not read("Hamm. Die Glückwünsche von Stadt und Land kamen, in der Stadt war Markt.")[1].entities


def test_a_ministry_called_by_one_of_its_fields() -> None:
    full = "Ministerium für Arbeit, Soziales und Integration"
    text = f"Das {full} fördert. Die Sprecherin des Sozialministeriums und das saarländische Arbeitsministerium nicken."
    assert only(text).name == full


WORDS = st.sampled_from(
    "Jobcenter Jobcentern Agentur für Arbeit Agenturen Arbeitsagentur Regionaldirektion der des dem die Köln Bonn ( ) "
    "„ “ , . und e. V. e.V. GmbH & Co. KG Verband Verein Stiftung Institut Landkreis Stadt Kreis BA DGB-Bezirk Region "
    "ver.di Deutscher Landkreistag dortigen in Ministerium Arbeits- Sozialminister Hessens AG \n \n\n - § 🙂 ä\u0308 "
    "\u00ad".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_never_raises_and_offsets_hold(text: str) -> None:
    doc, found = read(text, None)
    for mention in found.mentions:
        assert 0 <= mention.phrase[0] <= mention.first < mention.end <= mention.phrase[1] <= len(doc.words)
        start, end = doc.span(mention.first, mention.end)
        assert 0 <= start < end <= len(text)
        assert found.entities[mention.entity].name
    assert {m.entity for m in found.mentions} == set(range(len(found.entities)))
    assert read(text, None)[1] == found
