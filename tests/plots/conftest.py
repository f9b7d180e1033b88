"""Three small releases, made up, of which every number in a plot can be counted by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("matplotlib", reason="plots need matplotlib (extra notebooks)")
pytest.importorskip("pandas", reason="plots need pandas (extra notebooks)")

import podium
from podium import Graph

TEXTS = {
    "2021-04-28": "Beim Tag der Jobcenter 2021 in Berlin hielt Bundesarbeitsminister Hubertus Heil eine Rede. Auf dem "
    "Podium diskutierten Martina Würker (Jobcenter Köln) und Reinhard Sager, Präsident des Deutschen Landkreistages. "
    "„Das Bürgergeld kommt“, sagte Heil.",
    "2023-03": "„Das Bürgergeld hilft“, sagte Kim Sommer. Die Geschäftsführerin des Jobcenters Kreis Steinfurt, Erika "
    "Beispiel, erklärte, der Eingliederungstitel reiche nicht.",
    "2023-05-02": "Der Deutsche Städtetag fordert mehr Geld für Jobcenter. Martina Würker vom Jobcenter Köln sagte, "
    "das Bürgergeld sei gut.",
}


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    folder: Path = tmp_path_factory.mktemp("releases")
    for day, text in TEXTS.items():
        (folder / f"{day}.md").write_text(f"---\nid: {day}\npublished: {day}\n---\n{text}\n", encoding="utf-8")
    with podium.open() as opened:
        assert opened.ingest(folder).new == 3
        yield opened


@pytest.fixture(scope="session")
def examples() -> Iterator[Graph]:
    with podium.examples() as opened:
        yield opened
