"""What one can take along: Turtle of the selection, the picture as SVG, the page in a notebook."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from viewer_samples import Open, hostile_reading, reading, store_of

from podium.errors import UsageError
from podium.store import Store
from podium.view import InlinePage, inline, page


def saved(tab: Any, button: str) -> str:
    """Text of the file that a button of the menu saves."""
    if not tab.locator("#save").get_attribute("open"):
        tab.locator("#save").evaluate("(menu) => { menu.open = true; }")
    with tab.expect_download() as download:
        tab.locator(button).click()
    return Path(download.value.path()).read_text("utf-8")


def triples(text: str) -> set[tuple[str, str, str]]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in ox.parse(text, format=ox.RdfFormat.TURTLE)}


def said(store: Store) -> set[tuple[str, str, str]]:
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in store.quads()}


def test_turtle_of_the_page_says_only_what_the_store_says(visit: Open, bundled: Store) -> None:
    found = triples(saved(visit("bundled"), "#turtle"))
    assert found <= said(bundled)
    speaker = "<https://w3id.org/podium/ontology#speaker>"
    assert sum(predicate == speaker for _, predicate, _ in found) == sum(p == speaker for _, p, _ in said(bundled))


def test_turtle_of_a_selection(visit: Open) -> None:
    tab = visit()
    tab.evaluate(
        "() => podium.select({ type: 'node', id: podium.data.nodes.findIndex((n) => n.label === 'Martina Würker') })"
    )
    found = triples(saved(tab, "#turtle"))
    assert found <= said(store_of(reading()))
    speakers = {subject for _, predicate, subject in found if predicate.endswith("#speaker>")}
    assert speakers == {"<https://w3id.org/podium/id/person/martina-wuerker>"}


def test_hostile_texts_survive_turtle_and_svg_as_texts(visit: Open) -> None:
    tab = visit("hostile")
    assert triples(saved(tab, "#turtle")) <= said(store_of(reading(), hostile_reading()))
    root = ElementTree.fromstring(saved(tab, "#svg"))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert tags <= {"svg", "title", "rect", "path", "g", "text", "circle"}
    assert not [name for element in root.iter() for name in element.attrib if name.lower().startswith("on")]


def test_svg_has_the_names_and_lines_of_the_picture(visit: Open) -> None:
    tab = visit()
    root = ElementTree.fromstring(saved(tab, "#svg"))
    space = "{http://www.w3.org/2000/svg}"
    texts = " ".join(text.text or "" for text in root.iter(f"{space}text"))
    assert "Tag der Jobcenter 2021" in texts and "Martina Würker" in texts
    titles = {title.text for title in root.iter(f"{space}title")}
    assert "Martina Würker → Tag der Jobcenter 2021: Podiumsdiskussion · Geschäftsführerin" in titles


def test_in_a_notebook_the_page_is_a_frame_without_a_file(browser: Any, tmp_path: Path) -> None:
    shown = inline(store_of(reading()), "Martina Würker", height=500)
    assert isinstance(shown, InlinePage)
    notebook = tmp_path / "notebook.html"
    notebook.write_text(f"<!doctype html><meta charset=utf-8><body>{shown._repr_html_()}", "utf-8")
    context = browser.new_context(locale="de-DE", offline=True)
    tab = context.new_page()
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(notebook.as_uri())
    frame = tab.frame_locator("iframe")
    assert frame.locator("#panel h2").text_content() == "Martina Würker"
    frame.locator("#show-table").click()
    assert frame.locator("#tabelle tr.act").count() == 4
    assert [url for url in requests if not url.startswith(("file:", "about:"))] == []
    context.close()


def test_the_frame_of_a_notebook_cannot_be_left() -> None:
    html = inline(store_of(reading(), hostile_reading()))._repr_html_()
    assert re.fullmatch(r'<iframe srcdoc="[^"<>]*" sandbox="[^"]*" title="Podium" style="[^"]*"></iframe>', html)
    assert "allow-same-origin" not in html


def test_focus_and_query_exclude_each_other() -> None:
    store = store_of(reading())
    with pytest.raises(UsageError, match="not both"):
        page(store, "Martina Würker", query="speakers")
    with pytest.raises(UsageError, match="nope"):
        page(store, query="nope")
    with pytest.raises(UsageError, match="finds nothing"):
        page(store, query="speakers", parameters={"event": "Gibt es nicht"})
