"""A small program as a user writes it; mypy --strict reads it, nobody runs it."""

import datetime
from pathlib import Path

import networkx as nx
import pandas as pd

import podium
from podium.errors import PodiumError


def women_at(series: str, store: Path) -> pd.DataFrame:
    with podium.open(store, create=False) as graph:
        found = graph.ask.speakers_by_gender(event=series, since=2021)
        table = found[found["women"] > 0].sort_values("date")
        return pd.DataFrame(table)


def main() -> None:
    reading = podium.read("Das sagte Landrat Reinhard Sager.", date=datetime.date(2021, 4, 28))
    names: list[str] = [person.name for person in reading.persons]
    print(names, reading.table().head())
    graph: podium.Graph = podium.examples()
    summary = graph.ingest(
        Path("releases"), "more.zip", jobs=2, progress=lambda source, outcome: print(source, outcome)
    )
    print(summary.new, summary.rejected)
    speakers = graph.ask("speakers", event=graph.event("Tag der Jobcenter"), since="2021-04")
    print(speakers.groupby("role").size(), graph.questions()["name"].to_list())
    answer = graph.sparql("SELECT ?s { ?s ?p ?o } LIMIT 1")
    if isinstance(answer, pd.DataFrame):
        print(answer.columns)
    carrier: str | None = graph.jobcenter("Köln").carrier_type
    network: nx.Graph[str] = graph.network("persons", since=2021, until=datetime.date(2024, 12, 31))
    central = podium.network.centralities(network)
    print(carrier, central.loc[0, "name"], podium.network.over_time(graph, years=2).shape)
    place: Path = podium.network.write(network, "persons.graphml")
    print(place, graph.view("Hubertus Heil", limit=50).html[:10], graph.explain("Hubertus Heil").as_text())
    print(len(graph.to_rdflib()), graph.person("Heil").contributions().shape)
    try:
        graph.instrument("gibt es nicht")
    except PodiumError as error:
        print(error)
