"""Everybody can use it: WCAG 2.1 AA as axe checks it, names for screen readers, the keyboard alone."""

from typing import Any

import pytest
from viewer_samples import DESKTOP, PHONE, Open

# What the page shows, one after the other; the table last and short, since axe looks at every element.
_STATES = {
    "start": "() => {}",
    "filters": "() => document.querySelector('#show-filters').click()",
    "line": "() => { document.querySelector('#show-filters').click(); podium.select({ type: 'edge', id: 0 }); }",
    "event": "() => podium.select({ type: 'node', id: podium.data.nodes.findIndex((n) => n.kind === 'event') })",
    "cluster": "() => podium.select({ type: 'cluster', id: 3 })",
    "search": "() => { const box = document.querySelector('#search'); box.focus(); box.value = 'jobcenter'; "
    "box.dispatchEvent(new Event('input')); }",
    "menu": "() => { document.querySelector('#search').blur(); document.querySelector('#save').open = true; }",
    "table": "() => { const box = document.querySelector('#find'); box.value = 'Kiel'; "
    "box.dispatchEvent(new Event('input')); document.querySelector('#show-table').click(); }",
    "offices": "() => document.querySelector('#table-offices').click()",
}  # fmt: skip
_RULES = "{ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(("scheme", "locale"), [("light", "de-DE"), ("dark", "en-GB")])
def test_axe_finds_no_violation_of_wcag_2_1_aa(visit: Open, size: dict[str, int], scheme: str, locale: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit("bundled", size=size, color_scheme=scheme, locale=locale)
    page.evaluate(axe.axe_script)
    found: dict[str, list[str]] = {}
    for name, change in _STATES.items():
        page.evaluate(change)
        page.wait_for_timeout(50)
        for problem in page.evaluate(f"async () => (await axe.run(document, {_RULES})).violations"):
            found.setdefault(name, []).append(
                f"{problem['id']}: {[node['html'][:140] for node in problem['nodes'][:3]]}"
            )
    assert found == {}


def test_axe_would_find_a_violation(visit: Open) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit()
    page.evaluate(axe.axe_script)
    page.evaluate("() => { document.querySelector('#sum').style.color = '#cccccc'; }")
    found = page.evaluate(f"async () => (await axe.run('header', {_RULES})).violations.map((one) => one.id)")
    assert found == ["color-contrast"]


def focused(page: Any) -> str:
    """Who has the keyboard: id, else the accessible text."""
    told: str = page.evaluate(
        "() => document.activeElement.id || document.activeElement.textContent.trim().slice(0, 40)"
    )
    return told


def test_from_the_address_bar_to_a_sentence_by_keyboard_alone(visit: Open) -> None:
    page = visit("bundled")
    order = []
    for _ in range(9):
        page.keyboard.press("Tab")
        order.append(focused(page))
    assert order[1:8] == ["search", "show-filters", "show-graph", "show-table", "language", "theme", "graph"]
    assert order[0] == "Zur Tabelle"
    page.locator("#graph").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert focused(page) == "panel"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('#panel .node')"):
            break
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").text_content()
    assert page.locator("#panel blockquote").count() > 0
    page.keyboard.press("Escape")
    assert focused(page) == "graph"


def test_clusters_are_reached_by_keyboard(visit: Open) -> None:
    page = visit("bundled")
    page.locator("#graph").focus()
    page.keyboard.press("ArrowUp")
    for _ in range(40):
        page.keyboard.press("ArrowUp")
        if "cluster=" in page.evaluate("() => location.hash"):
            break
    else:
        for _ in range(40):
            page.keyboard.press("ArrowLeft")
            if "cluster=" in page.evaluate("() => location.hash"):
                break
    before = page.evaluate("() => podium.places().size")
    assert "Gruppe" in page.locator("#panel h2").text_content() or page.locator("#panel h2").text_content() == "weitere"
    page.keyboard.press("Enter")
    assert page.evaluate("() => podium.places().size") > before


def test_names_for_screen_readers(visit: Open) -> None:
    page = visit("bundled")
    assert page.get_by_role("application", name="Netz der Akteure").count() == 1
    assert page.get_by_role("combobox", name="Person, Organisation, Veranstaltung suchen").count() == 1
    for name in ("Filter", "Netz", "Tabelle", "Auf Englisch umschalten", "Helle oder dunkle Darstellung", "Vergrößern",
                 "Verkleinern", "Alles aufklappen", "Einpassen"):  # fmt: skip
        assert page.get_by_role("button", name=name, exact=True).count() == 1, name
    page.evaluate("() => podium.select({ type: 'node', id: 0 })")
    assert "ausgewählt" in page.locator("#live").text_content()
    page.locator("#language").click()
    assert page.get_by_role("application", name="Graph of actors").count() == 1


def test_reduced_motion_moves_at_once(visit: Open) -> None:
    page = visit("bundled", reduced_motion="reduce")
    before = page.evaluate("() => podium.network.getScale()")
    page.locator("#zoom-in").click()
    assert page.evaluate("() => podium.network.getScale()") > before * 1.2
