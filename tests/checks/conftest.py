"""The worked example of ontology/README.md, as it is and with mistakes."""

import re
from collections.abc import Callable
from typing import Any

import pyoxigraph as ox
import pytest

from podium import resources
from podium.namespaces import GRAPH_REGISTER
from podium.store import EmbeddedStore, memory_store

RELEASE = "https://w3id.org/podium/id/release/tag-der-jobcenter-2024-a238a4e2"
_README = (resources.ontology() / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def example() -> list[ox.Quad]:
    """All quads of the README's example: one release and a small register."""
    blocks = re.findall(r"```turtle\n(.*?)```", _README, re.DOTALL)
    return list(ox.parse("\n".join(blocks), format=ox.RdfFormat.TRIG))


@pytest.fixture(scope="session")
def release_quads(example: list[ox.Quad]) -> list[ox.Quad]:
    """The quads of the example's release."""
    return [quad for quad in example if quad.graph_name == ox.NamedNode(RELEASE)]


@pytest.fixture(scope="session")
def seeded(example: list[ox.Quad]) -> Callable[[dict[str, Any]], EmbeddedStore]:
    """A store with the example after the mistake of one row of seeded.yaml."""

    def build(row: dict[str, Any]) -> EmbeddedStore:
        store = memory_store()
        store.load_quads(example)
        graph = GRAPH_REGISTER if row["in"] == "register" else RELEASE
        wrong, right = _quads(row.get("insert"), graph), _quads(row.get("delete"), graph)
        for quad in right:
            assert quad in store.oxigraph, f"nothing to delete: {quad}"
            store.oxigraph.remove(quad)
        store.load_quads(wrong)
        return store

    return build


def _quads(triples: str | None, graph: str) -> list[ox.Quad]:
    """Quads of some Turtle statements, with the README's prefixes."""
    if not triples:
        return []
    prefixes = "\n".join(re.findall(r"^@(?:prefix|base) .*$", _README, re.MULTILINE))
    org = "@prefix org: <http://www.w3.org/ns/org#> ."
    text = f"{prefixes}\n{org}\nGRAPH <{graph}> {{ {triples} }}"
    return list(ox.parse(text, format=ox.RdfFormat.TRIG))
