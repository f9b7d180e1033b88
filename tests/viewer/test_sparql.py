"""The query under a panel gives exactly what the panel shows: run on the store, sentence by sentence, row by row."""

import re

import pytest
from viewer_samples import Open, hostile_reading, reading, store_of

from podium.store import Store

# What the panel shows, and its query; lines as {"type": "edge", "id": 0}.
_SHOWN = """
(chosen) => {
  podium.select(chosen);
  const panel = document.querySelector("#panel");
  const texts = (what) => [...panel.querySelectorAll(what)].map((one) => one.textContent);
  return { query: texts(".sparql pre")[0] || null, sentences: texts("blockquote"), cites: texts(".cite").join(" ") };
}
"""


def answer(store: Store, query: str | None) -> tuple[set[str], set[str]]:
    """Sentences and rows of the register that the query of a panel finds."""
    sentences: set[str] = set()
    rows: set[str] = set()
    for found in store.query(query) if query else ():  # type: ignore[union-attr]
        for name, into in (("sentence", sentences), ("row", rows)):
            try:
                term = found[name]  # type: ignore[index]
            except KeyError:
                continue
            if term is not None:
                into.add(term.value)  # type: ignore[union-attr]
    return sentences, rows


def rows_cited(cites: str) -> set[str]:
    """Rows that the panel names: "Angabe des Registers, Zeile offices.csv:17"."""
    return set(re.findall(r"Zeile ([\w-]+\.csv:\d+)", cites))


@pytest.mark.parametrize("kind", ["node", "edge"])
def test_the_query_of_a_panel_gives_its_sentences_and_rows(visit: Open, bundled: Store, kind: str) -> None:
    tab = visit("bundled")
    number = tab.evaluate("(kind) => podium.data[`${kind}s`].length", kind)
    for id in range(0, number, 4):
        shown = tab.evaluate(_SHOWN, {"type": kind, "id": id})
        sentences, rows = answer(bundled, shown["query"])
        assert sentences == set(shown["sentences"]), (id, shown["query"])
        assert rows == rows_cited(shown["cites"]), (id, shown["query"])
        assert kind == "node" or sentences or rows, "every line leads to a sentence or a row"


def test_with_a_filter_the_query_is_of_what_passes(visit: Open, bundled: Store) -> None:
    tab = visit("bundled", fragment="#kind=statement,interview,gespraech")
    id = tab.evaluate("() => podium.data.nodes.findIndex((node) => node.label === 'Hubertus Heil')")
    shown = tab.evaluate(_SHOWN, {"type": "node", "id": id})
    assert answer(bundled, shown["query"])[0] == set(shown["sentences"])
    everything = tab.evaluate("() => { document.querySelector('#reset').click(); podium.select(null); }")
    assert everything is None
    assert len(tab.evaluate(_SHOWN, {"type": "node", "id": id})["sentences"]) > len(shown["sentences"])


def test_hostile_names_stay_inside_of_the_query(visit: Open) -> None:
    tab = visit("hostile")
    store = store_of(reading(), hostile_reading())
    for id in range(tab.evaluate("() => podium.data.nodes.length")):
        shown = tab.evaluate(_SHOWN, {"type": "node", "id": id})
        assert answer(store, shown["query"])[0] == set(shown["sentences"])
