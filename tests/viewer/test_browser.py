"""The page in a real Chromium: offline, silent, by mouse and by keyboard, and with hostile content."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from viewer_samples import DESKTOP, FIRST, PERSON, PHONE, SECOND, TEXT, THIRD, Open, hostile_reading, reading, store_of

from podium.view import write_page


def at(page: Any, *ends: int) -> tuple[float, float]:
    """Where the middle of the nodes (indexes) is on the screen."""
    box = page.locator("#graph").bounding_box()
    places = page.evaluate(
        "(ids) => ids.map((id) => podium.network.canvasToDOM(podium.network.getPosition(id)))", list(ends)
    )
    xs, ys = [place["x"] for place in places], [place["y"] for place in places]
    return box["x"] + sum(xs) / len(xs), box["y"] + sum(ys) / len(ys)


def index(page: Any, label: str) -> int:
    found: int = page.evaluate("(label) => podium.data.nodes.findIndex((node) => node.label === label)", label)
    assert found >= 0, label
    return found


def settled(page: Any) -> None:
    """Wait until the picture has been drawn with what was chosen last."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_without_a_network_a_request_or_a_message(visit: Open, size: dict[str, int], scheme: str) -> None:
    page = visit(size=size, color_scheme=scheme)
    assert page.locator("html").get_attribute("data-theme") == scheme
    assert page.evaluate("() => document.documentElement.scrollWidth") <= size["width"]
    assert "3 Personen, 1 Veranstaltung, 4 Beiträge aus 1 Meldung, 2021" in page.locator("#sum").text_content()
    page.locator("#show-table").click()
    assert page.locator("#tabelle tr.act").count() == 4
    assert page.evaluate("() => document.documentElement.scrollWidth") <= size["width"]


def test_with_the_network_on_nothing_is_asked_for_either(visit: Open) -> None:
    page = visit("bundled", offline=False)
    page.locator("#everything").click()
    page.locator("#panel .node").first.click()
    page.locator("#show-table").click()
    page.locator("#table-facts").click()
    page.wait_for_timeout(300)  # the fixture fails the test where a request was made


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_who_spoke_at_the_tag_der_jobcenter(visit: Open, size: dict[str, int]) -> None:
    page = visit(size=size)
    page.locator("#panel").get_by_role("button", name="Tag der Jobcenter 2021").click()
    rows = page.locator(".speakers tbody tr").all_inner_texts()
    assert [" | ".join(part.strip() for part in re.split(r"[\n\t]", row) if part.strip()) for row in rows] == [
        "Hubertus Heil | Bundesminister | Bundesministerium für Arbeit und Soziales | Rede, Podiumsdiskussion",
        "Martina Würker | Geschäftsführerin | Jobcenter Köln | gemeinsame Einrichtung (gE) | Podiumsdiskussion",
        "Felix Baumeier | Geschäftsführer | Kommunales Jobcenter Landkreis Leipzig | kommunales Jobcenter (zkT)"
        " | Podiumsdiskussion",
    ]


def test_the_bundled_releases_answer_who_spoke_at_the_tag_der_jobcenter_2021(visit: Open) -> None:
    page = visit("bundled")
    page.keyboard.press("/")
    page.keyboard.type("Tag der Jobcenter 2021")
    page.keyboard.press("Enter")
    rows = [
        [" ".join(cell.split()) for cell in row.locator("th, td").all_inner_texts()]
        for row in page.locator(".speakers tbody tr").all()
    ]
    assert {who: kind for who, _, kind in rows} == {
        "Hubertus Heil": "Rede, Podiumsdiskussion", "Jutta Rump": "Vortrag",
        "Detlef Scheele": "Podiumsdiskussion", "Reinhard Sager": "Podiumsdiskussion",
        "Regine Schmalhorst": "Podiumsdiskussion", "Martina Würker": "Podiumsdiskussion",
        "Felix Baumeier": "Podiumsdiskussion",
    }  # fmt: skip
    roles = {who: role for who, role, _ in rows}
    assert roles["Regine Schmalhorst"] == "Geschäftsführerin Jobcenter Dortmund gemeinsame Einrichtung (gE)"
    assert roles["Martina Würker"] == "Geschäftsführerin Jobcenter Köln gemeinsame Einrichtung (gE)"
    assert roles["Felix Baumeier"] == (
        "Geschäftsführer Kommunales Jobcenter Landkreis Leipzig kommunales Jobcenter (zkT)"
    )
    assert page.locator("#panel blockquote").count() >= 7


def test_a_click_on_a_line_shows_the_sentence_of_the_release(visit: Open) -> None:
    page = visit()
    page.mouse.click(*at(page, index(page, "Martina Würker"), index(page, "Tag der Jobcenter 2021")))
    assert page.locator("#panel blockquote").all_text_contents() == [THIRD]
    assert page.locator("#panel blockquote mark.speaker").all_text_contents() == ["Martina Würker"]
    cite = page.locator("#panel .cite").text_content()
    assert cite.startswith("Tag der Jobcenter 2021 · Bundesministerium für Arbeit und Soziales · 28.")
    assert page.locator("#panel .cite a").get_attribute("href") == "https://example.org/tag-der-jobcenter-2021"


def test_a_click_on_a_point_shows_its_offices_and_contributions(visit: Open) -> None:
    page = visit()
    page.mouse.click(*at(page, index(page, "Hubertus Heil")))
    assert page.locator("#panel h2").text_content() == "Hubertus Heil"
    quotes = page.locator("#panel blockquote").all_text_contents()
    assert quotes[0] == FIRST and SECOND in quotes
    assert page.locator("#panel mark.cue").first.text_content() == "sagte"
    assert "offices.csv:" in page.locator("#panel").text_content()
    assert "VALUES ?who { <https://w3id.org/podium/id/person/hubertus-heil> }" in (
        page.locator("#panel .sparql pre").text_content()
    )


@pytest.mark.parametrize("query", ["wuerker", "Würker", "wurker", "WÜRK", "geschäftsführerin köln"])
def test_search_by_keyboard_with_and_without_umlauts(visit: Open, query: str) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type(query)
    assert page.locator("#hits [aria-selected=true]").inner_text().startswith("Martina Würker")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content() == "Martina Würker"
    assert page.evaluate("() => document.activeElement.id") == "panel"


def test_the_graph_by_keyboard(visit: Open) -> None:
    page = visit()
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#panel h2").text_content()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    assert "ausgewählt" in page.locator("#live").text_content()
    assert first in {"Hubertus Heil", "Tag der Jobcenter 2021", "Martina Würker", "Felix Baumeier"}
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert "node=" not in page.evaluate("() => location.hash")
    assert page.evaluate("() => document.activeElement.id") == "graph"


def test_filters_with_counts_that_follow(visit: Open) -> None:
    page = visit()
    page.locator("#show-filters").click()
    page.locator("#by-carrier label", has_text="zkT").click()
    assert page.locator("#count").text_content() == "3 von 4 Beiträgen"
    assert page.locator("#by-kind").inner_text().split() == ["Podiumsdiskussion", "2", "Rede", "1"]
    page.locator("#by-role").fill("geschaeftsfuehrer")
    assert page.locator("#count").text_content() == "1 von 4 Beiträgen"
    page.locator("#show-table").click()
    assert page.locator("#tabelle td.c-speaker").all_inner_texts() == ["Martina Würker"]
    page.locator("#reset").click()
    assert page.locator("#tabelle td.c-speaker").count() == 4


def downloaded(page: Any, button: str) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.locator(button).click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


# A filter as a part of the address, a column of the table's file, and what each row must hold there.
FILTERS = [
    ("carrier=none,zkT,ARGE,gAw", "Trägerform", "gemeinsame Einrichtung"),
    ("kind=statement,vortrag,podiumsdiskussion,moderation,interview,eroeffnung,gespraech,grusswort", "Art", "Rede"),
    ("role=landrat", "Rolle", "Landr"),
    ("publisher=Deutscher+Landkreistag", "Herausgeber", "Deutscher Landkreistag"),
    ("topic=https%3A%2F%2Fw3id.org%2Fpodium%2Fid%2Finstrument%2Fbuergergeld", "Thema", "Bürgergeld"),
    ("from=2010-03&to=2010-03", "Datum", "2010-03"),
]


@pytest.mark.parametrize(("fragment", "column", "words"), FILTERS, ids=[row[1] for row in FILTERS])
def test_a_filter_leaves_what_it_says(visit: Open, fragment: str, column: str, words: str) -> None:
    page = visit("bundled", fragment=f"#view=table&{fragment}")
    rows = downloaded(page, "#csv")
    assert 0 < len(rows) < page.evaluate("() => podium.data.acts.length")
    assert [row[column] for row in rows if words not in row[column]] == []


def test_kinds_and_speech_forms_are_filters(visit: Open) -> None:
    page = visit("bundled", fragment="#form=direct,reported,free-indirect,indirect-free-indirect,none")
    indirect = page.evaluate("() => podium.data.acts.filter((act) => (act.forms || []).includes('indirect')).length")
    assert page.locator("#count").text_content().startswith(f"{indirect} von ")
    people = "() => [...podium.places().keys()].filter((id) => podium.data.nodes[id].kind === 'person').length"
    assert page.evaluate(people) > 0
    page.locator("#show-filters").click()
    before = page.locator("#legend li", has_text="Personen").locator(".n").text_content()
    page.locator("#reset").click()
    assert int(page.locator("#legend li", has_text="Personen").locator(".n").text_content()) > int(before)
    lines = page.locator("#lines label", has_text="Beiträge").locator(".n")
    all_lines = int(lines.text_content())
    page.locator("#legend label", has_text="Personen").click()
    assert "hide=person" in page.evaluate("() => location.hash")
    assert 0 < int(lines.text_content()) < all_lines, "what organisations said is left"


def test_the_address_brings_the_view_back(visit: Open) -> None:
    page = visit()
    page.locator("#language").click()
    page.locator("#show-filters").click()
    page.locator("#by-kind label", has_text="Speech").click()
    page.locator("#panel").get_by_role("button", name="Martina Würker").click()
    fragment = page.evaluate("() => location.hash")
    again = visit(fragment=fragment)
    assert again.locator("#panel h2").text_content() == "Martina Würker"
    assert again.locator("#count").text_content() == "3 of 4 contributions"
    assert again.evaluate("() => location.hash") == fragment


@pytest.mark.parametrize(("locale", "title"), [("de-AT", "Wer sprach wo"), ("en-GB", "Who spoke where")])
def test_the_language_is_the_browsers(visit: Open, locale: str, title: str) -> None:
    page = visit(locale=locale)
    assert page.locator("h1").text_content().startswith(title)
    assert page.locator("html").get_attribute("lang") == locale[:2]


def test_the_table_sorts_and_downloads(visit: Open) -> None:
    page = visit(fragment="#view=table")
    header = page.get_by_role("columnheader", name="Wer")
    header.get_by_role("button").click()
    names = page.locator("#tabelle td.c-speaker").all_inner_texts()
    assert names == ["Felix Baumeier", "Hubertus Heil", "Hubertus Heil", "Martina Würker"]
    assert header.get_attribute("aria-sort") == "ascending"
    header.get_by_role("button").click()
    assert page.locator("#tabelle td.c-speaker").all_inner_texts() == names[::-1]
    with page.expect_download() as download:
        page.locator("#csv").click()
    text = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Wer"] for row in rows] == names[::-1]
    assert (rows[0]["Rolle"], rows[0]["Trägerform"]) == ("Geschäftsführerin", "gemeinsame Einrichtung (gE)")
    assert rows[0]["Beleg"] == THIRD


def test_offices_and_carriers_have_tables_of_their_own(visit: Open) -> None:
    page = visit(fragment="#view=table")
    page.locator("#table-offices").click()
    assert "Martina Würker" in page.locator("#tabelle td.c-person").all_inner_texts()
    page.locator("#find").fill("wuerker köln geschäftsführerin")
    row = page.locator("#tabelle tr.act")
    assert row.locator("td.c-roleShort").inner_text().strip() == "Geschäftsführerin"
    assert page.locator("#tabelle blockquote").all_text_contents() == [THIRD]
    assert page.locator("#found").text_content() == "1 Zeile"
    (office,) = downloaded(page, "#csv")
    assert (office["Person"], office["Organisation"], office["Beleg"]) == ("Martina Würker", "Jobcenter Köln", THIRD)
    again = visit(fragment=page.evaluate("() => location.hash"))
    assert again.locator("#tabelle td.c-person").all_inner_texts() == ["Martina Würker"]
    page.locator("#find").fill("")
    page.locator("#table-facts").click()
    carriers = [row for row in downloaded(page, "#csv") if row["Wer"] == "Jobcenter Köln"]
    assert {row["Zu wem"] for row in carriers} == {"Bundesagentur für Arbeit", "Stadt Köln"}
    assert all("jobcenters.csv:" in row["Quelle"] for row in carriers), carriers


def test_every_line_of_the_picture_is_a_row_of_a_table(visit: Open) -> None:
    page = visit("bundled", fragment="#view=table")
    rows = {}
    for table in ("acts", "offices", "facts"):
        page.locator(f"#table-{table}").click()
        rows[table] = len(downloaded(page, "#csv"))
    shown = page.evaluate("() => ({ acts: podium.data.acts.length, offices: podium.data.offices.length, "
                          "facts: podium.data.facts.length })")  # fmt: skip
    assert rows == shown


def test_the_picture_downloads(visit: Open) -> None:
    page = visit()
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.locator("#png").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_parallel_lines_are_apart(visit: Open) -> None:
    page = visit()
    ends = index(page, "Hubertus Heil"), index(page, "Tag der Jobcenter 2021")
    lines = page.evaluate(
        """([from, to]) => podium.data.edges.flatMap((edge, id) => (edge.from === from && edge.to === to ? [id] : []))
           .map((id) => podium.network.body.edges[id].edgeType.getPoint(0.5))""",
        list(ends),
    )
    assert len(lines) == 2
    assert abs(lines[0]["x"] - lines[1]["x"]) + abs(lines[0]["y"] - lines[1]["y"]) > 8


def test_without_javascript_there_is_the_table(browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(pages["plain"].as_uri())
    cells = page.locator("noscript tr", has_text="Geschäftsführerin").locator("td").all_inner_texts()
    assert cells[1:5] == ["Martina Würker", "Geschäftsführerin", "Jobcenter Köln", "gE"]
    context.close()


def test_hostile_content_is_text(visit: Open) -> None:
    """Names, titles, roles, publishers, sentences that try to break out are shown as they are, everywhere."""
    page = visit("hostile")
    hostile = hostile_reading()
    data = page.evaluate("() => podium.data")
    labels = {node["label"] for node in data["nodes"]}
    names = {person.name for person in hostile.persons} | {event.name for event in hostile.events}
    assert names <= labels
    assert hostile.release.title in {release["title"] for release in data["releases"]}
    for number in range(len(data["nodes"])):
        page.evaluate("(id) => podium.select({ type: 'node', id })", number)
        assert page.locator("#panel h2 bdi").text_content().endswith(data["nodes"][number]["label"])
    for number in range(len(data["edges"])):
        page.evaluate("(id) => podium.select({ type: 'edge', id })", number)
    settled(page)
    page.locator("#show-table").click()
    shown = page.locator("#tabelle").evaluate("(table) => table.textContent")
    for person in hostile.persons:
        assert person.name in shown
    texts = [passage["text"] for passage in data["passages"]]
    assert len(texts) >= len(hostile.persons) and all(text in hostile.release.text + TEXT for text in texts)
    assert sum(text in shown for text in texts) >= len(hostile.persons)
    page.locator("#search").fill("script")
    assert page.locator("#hits li").count() > 0
    page.locator("#language").click()
    assert page.evaluate("() => [window.broken, document.querySelectorAll('script').length]") == [None, 3]
    links = page.locator("a").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))")
    assert all(link.startswith(("http://", "https://", "#", "blob:")) for link in links), links
    assert page.evaluate("() => document.querySelectorAll('img, iframe, base, form, object, embed, link').length") == 0


def test_hostile_addresses_choose_nothing_and_run_nothing(visit: Open) -> None:
    for fragment in ("#node=" + quote("<img src=x onerror=window.broken=1>"), "#publisher=%00&from=x&lang=__proto__",
                     "#hide=constructor,__proto__&view=<script>", "#edge=%"):  # fmt: skip
        page = visit(fragment=fragment)
        assert page.evaluate("() => window.broken") is None
        assert page.locator("h1").text_content().startswith("Wer sprach")


def test_formulas_in_cells_stay_text(visit: Open, browser: Any, tmp_path: Path) -> None:
    plain = reading()
    first = replace(plain.persons[1], name='=HYPERLINK("http://x";"y")', iri=PERSON + "formula")
    write_page(store_of(replace(plain, persons=(plain.persons[0], first, plain.persons[2]))), tmp_path / "f.html")
    context = browser.new_context(locale="de", accept_downloads=True, offline=True)
    page = context.new_page()
    page.goto((tmp_path / "f.html").as_uri() + "#view=table")
    with page.expect_download() as download:
        page.locator("#csv").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    context.close()
    speakers = [row["Wer"] for row in csv.DictReader(io.StringIO(text), delimiter=";")]
    assert "'" + first.name in speakers
    assert json.dumps(first.name)[1:-1] not in speakers
