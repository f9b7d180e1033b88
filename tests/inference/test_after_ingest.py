"""What follows is there after an ingest, and goes when the release goes."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from podium.cli.forget import command as forget_command
from podium.inference import is_current, rebuild
from podium.ingest import ingest
from podium.namespaces import GRAPH_INFERRED, ID, POD
from podium.store import Store, open_store

TEXT = """---
id: {key}
publisher: Landkreis Leipzig
published: 2024-03-12
---
{sentence}
"""
KAMMER = "Die Präsidentin der Musterkammer, Dr. Vera Beispiel, sagte, die Jobcenter leisteten viel."
GERICHT = "Der Präsident des Sozialgerichts Musterstadt, Max Muster, sagte, die Verfahren würden kürzer."
COURT = f"{ID}organisation/sozialgericht-musterstadt"


def inferred(store: Store) -> set[str]:
    return {str(quad.triple) for quad in store.quads(GRAPH_INFERRED) if quad.subject != ox.NamedNode(GRAPH_INFERRED)}


def classes(store: Store, thing: str) -> set[str]:
    rows = store.query(f"SELECT ?class WHERE {{ GRAPH <{GRAPH_INFERRED}> {{ <{thing}> a ?class }} }}")
    return {row["class"].value.removeprefix(POD) for row in rows}  # type: ignore[union-attr]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two releases, both ingested."""
    for key, sentence in (("kammer", KAMMER), ("gericht", GERICHT)):
        (tmp_path / f"{key}.md").write_text(TEXT.format(key=key, sentence=sentence), encoding="utf-8")
    with open_store(tmp_path / "store", create=True) as store:
        assert ingest([str(tmp_path / "kammer.md"), str(tmp_path / "gericht.md")], store).new == 2
    return tmp_path


def test_after_an_ingest_everything_is_inferred(folder: Path) -> None:
    with open_store(folder / "store") as store:
        assert is_current(store)
        assert classes(store, COURT) >= {"PublicOrganisation"}
        assert "JointFacility" in classes(store, f"{ID}organisation/jobcenter-koeln")
        step_by_step = inferred(store)
        rebuild(store)
        assert inferred(store) == step_by_step


def test_a_changed_release_changes_what_follows(folder: Path) -> None:
    (folder / "gericht.md").write_text(TEXT.format(key="gericht", sentence=KAMMER), encoding="utf-8")
    with open_store(folder / "store") as store:
        assert ingest([str(folder / "gericht.md")], store).replaced == 1
        assert classes(store, COURT) == set()
        assert is_current(store)
        step_by_step = inferred(store)
        rebuild(store)
        assert inferred(store) == step_by_step


def test_what_followed_from_a_forgotten_release_is_gone(folder: Path) -> None:
    result = CliRunner().invoke(forget_command, ["gericht", "--store", str(folder / "store")], standalone_mode=False)
    assert result.return_value == 0
    with open_store(folder / "store") as store:
        assert classes(store, COURT) == set()
        assert "JointFacility" in classes(store, f"{ID}organisation/jobcenter-koeln")
        assert is_current(store)


def test_nothing_is_written_where_nothing_changed(folder: Path) -> None:
    with open_store(folder / "store") as store:
        before = {str(quad) for quad in store.quads()}
        assert ingest([str(folder / "kammer.md")], store).unchanged == 1
        assert {str(quad) for quad in store.quads()} == before


def test_an_ingest_that_broke_off_is_made_good_by_the_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stops after the release was written and before anything was inferred from it."""
    (folder / "gericht.md").write_text(TEXT.format(key="gericht", sentence=KAMMER), encoding="utf-8")
    with open_store(folder / "store") as store:
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr("podium.inference.run.refresh", _interrupted)
            patch.setattr("podium.inference.run.rebuild", _interrupted)
            ingest([str(folder / "gericht.md")], store)
        assert not is_current(store)
        assert ingest([str(folder / "gericht.md")], store).unchanged == 1
        assert is_current(store)
        assert classes(store, COURT) == set()


def _interrupted(*_: object) -> int:
    raise KeyboardInterrupt
