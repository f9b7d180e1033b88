"""What is seen first, what unfolds, and what the address brings back."""

import importlib.util
from pathlib import Path
from typing import Any

from viewer_samples import DESKTOP, Open, reading, store_of

from podium.store import Store, memory_store
from podium.view import network, page, write_page


def shown(tab: Any) -> set[str]:
    """Labels of the points in the picture."""
    return set(tab.evaluate("() => [...podium.places().keys()].map((id) => podium.data.nodes[id].label)"))


def test_the_first_look_is_an_answer_and_not_everything(visit: Open) -> None:
    tab = visit("bundled")
    labels = shown(tab)
    answer = {
        "Tag der Jobcenter 2021", "Hubertus Heil", "Martina Würker", "Jobcenter Köln", "Felix Baumeier",
        "Kommunales Jobcenter Landkreis Leipzig",
    }  # fmt: skip
    assert answer <= labels
    assert len(labels) < 80 < tab.evaluate("() => podium.data.nodes.length")
    clusters = tab.evaluate("() => podium.network.body.data.nodes.getIds().filter((id) => typeof id === 'string')")
    assert 3 <= len(clusters) <= 7


def test_every_point_is_seen_first_or_belongs_to_a_cluster(visit: Open) -> None:
    nodes = visit("bundled").evaluate("() => podium.data.nodes")
    assert all(("first" in node) != ("cluster" in node) for node in nodes)


def test_a_click_unfolds_neighbours_and_the_start_button_folds_them(visit: Open) -> None:
    tab = visit("bundled")
    before = shown(tab)
    heil = tab.evaluate("() => podium.data.nodes.findIndex((node) => node.label === 'Hubertus Heil')")
    box = tab.locator("#graph").bounding_box()
    spot = tab.evaluate("(id) => podium.network.canvasToDOM(podium.network.getPosition(id))", heil)
    tab.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    after = shown(tab)
    assert before < after and "Bundesministerium für Arbeit und Soziales" in after - before
    places = tab.evaluate("() => [...podium.places().values()].map(({ x, y }) => [x, y])")
    close = [
        (one, other)
        for number, one in enumerate(places)
        for other in places[:number]
        if abs(one[0] - other[0]) < 100 and abs(one[1] - other[1]) < 50
    ]
    assert close == [], "points that unfold do not cover others"
    tab.locator("#start").click()
    assert shown(tab) == before


def test_a_cluster_unfolds_and_lists_what_it_stands_for(visit: Open) -> None:
    tab = visit("bundled")
    before = len(shown(tab))
    tab.evaluate("() => podium.select({ type: 'cluster', id: 0 })")
    members = tab.evaluate("() => podium.data.nodes.filter((node) => node.cluster === 0).length")
    assert tab.locator("#panel .plain li").count() == members
    assert len(shown(tab)) == before + min(24, members)


def test_everything_at_once_and_back(visit: Open) -> None:
    tab = visit("bundled")
    before = shown(tab)
    tab.locator("#everything").click()
    assert len(shown(tab)) == len(tab.evaluate("() => podium.data.nodes.map((node) => node.iri)"))
    tab.locator("#everything").click()
    assert shown(tab) == before


def test_the_address_brings_back_what_is_unfolded_and_the_zoom(visit: Open) -> None:
    tab = visit("bundled")
    tab.evaluate("() => podium.select({ type: 'cluster', id: 1 })")
    tab.locator("#zoom-in").click()
    tab.wait_for_function("() => location.hash.includes('at=')")
    fragment = tab.evaluate("() => location.hash")
    again = visit("bundled", fragment)
    assert shown(again) == shown(tab)
    assert (
        abs(again.evaluate("() => podium.network.getScale()") - tab.evaluate("() => podium.network.getScale()")) < 0.01
    )
    assert again.evaluate("() => location.hash") == fragment


def test_a_filter_reaches_what_is_folded(visit: Open) -> None:
    tab = visit("bundled")
    counts = "() => [...document.querySelectorAll('#key li')].map((item) => item.textContent)"
    before = tab.evaluate(counts)
    tab.locator("#show-filters").click()
    tab.locator("#by-carrier label", has_text="kein Jobcenter").click()
    tab.locator("#by-carrier label", has_text="gE").click()
    after = tab.evaluate(counts)
    assert before != after
    visible = tab.evaluate("() => podium.network.body.data.nodes.getIds().filter((id) => typeof id === 'number')")
    assert 0 < len(visible) < 60


def test_the_brush_over_the_years(visit: Open) -> None:
    tab = visit("bundled")
    tab.locator("#show-filters").click()
    bars = {bar.get_attribute("data-year"): bar.bounding_box() for bar in tab.locator("#histogram span").all()}
    middle = [
        (bars[year]["x"] + bars[year]["width"] / 2, bars[year]["y"] + bars[year]["height"] / 2)
        for year in ("2021", "2022")
    ]
    tab.mouse.move(*middle[0])
    tab.mouse.down()
    tab.mouse.move(*middle[1])
    tab.mouse.up()
    assert tab.locator("#from-out").text_content() == "Januar 2021"
    assert tab.locator("#to-out").text_content() == "Dezember 2022"
    tab.locator("#show-table").click()
    dates = tab.evaluate("() => podium.data.acts.map((act) => podium.data.releases[act.release].date)")
    within = [date for date in dates if date and date[:4] in ("2021", "2022")]
    assert tab.locator("#tabelle tr.act").count() == len(within)


def test_a_query_decides_what_is_seen_first(bundled: Store, browser: Any, tmp_path: Any) -> None:
    path = tmp_path / "query.html"
    path.write_text(page(bundled, query="speakers", parameters={"event": "Tag der Jobcenter 2021"}), "utf-8")
    tab = browser.new_page(locale="de-DE")
    tab.goto(path.as_uri())
    tab.wait_for_function("() => window.podium")
    labels = shown(tab)
    heading = tab.locator("h1").text_content()
    tab.close()
    assert {"Tag der Jobcenter 2021", "Hubertus Heil", "Jutta Rump", "Jobcenter Köln"} <= labels
    assert "Tag der Jobcenter 2023" not in labels
    assert heading == "Wer sprach bei welchem Ereignis, in welcher Rolle?"


def test_the_pyvis_network_of_a_focus() -> None:
    net = network(store_of(reading()), "Martina Würker")
    assert "Jobcenter Köln" in {node["label"] for node in net.nodes}


def test_a_crowd_of_points_is_drawn_and_chosen_like_a_few(browser: Any, tmp_path: Path) -> None:
    made = tmp_path / "crowd.html"
    with memory_store() as store:
        store.load_quads(synthetic().release_quads(500))
        write_page(store, made, limit=1200)
    tab = browser.new_page(locale="de-DE", viewport=DESKTOP, reduced_motion="reduce")
    tab.goto(made.as_uri())
    tab.wait_for_function("() => window.podium")
    tab.locator("#everything").click()
    assert tab.evaluate("() => podium.places().size") > 800
    box = tab.locator("#graph").bounding_box()
    place = "(id) => podium.network.canvasToDOM(podium.places().get(id))"
    tab.locator("#search").fill("Vera Beispiel7")
    tab.keyboard.press("Enter")
    tab.wait_for_timeout(300)
    id = tab.evaluate(
        "() => podium.data.nodes.findIndex((node) => node.label === document.querySelector('#panel h2').textContent)"
    )
    tab.locator("#panel .close").click()
    spot = tab.evaluate(place, id)
    assert tab.locator("#panel .close").count() == 0
    tab.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    label = tab.locator("#panel h2").text_content()
    expected = tab.evaluate("(id) => podium.data.nodes[id].label", id)
    tab.close()
    assert label == expected


def synthetic() -> Any:
    """The maker of large stores that the query library is measured on."""
    path = Path(__file__).parents[1] / "queries" / "synthetic.py"
    spec = importlib.util.spec_from_file_location("synthetic", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
