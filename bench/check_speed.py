"""How long `podium check` takes over a big store, and pyshacl over the same data.

python -m bench.check_speed /tmp/podium-10000 [releases for pyshacl, default 3]

Processor time counts all processes of the check, so that it says something on a busy machine too.
pyshacl prepares each SPARQL constraint anew for each node and needs seconds a release, so it gets a few releases and
its time is taken times the number of releases (it grows linearly). The register is left out for it: minutes.
"""

import os
import sys
import time

import pyoxigraph as ox
import pyshacl
from rdflib import RDFS, Graph, URIRef

from podium import resources
from podium.checks.shapes import shape_files
from podium.checks.whole import Report, check_store, release_graphs
from podium.namespaces import GRAPH_REGISTER
from podium.store import open_store


def main(place: str, sample: int) -> None:
    """Print seconds of each."""
    with open_store(place, read_only=True) as store:
        graphs = release_graphs(store)
        start = _processor()
        known = check_store(store)
        print(_line("podium check:", known, _processor() - start), flush=True)
        start = _processor()
        full = check_store(store, full=True)
        print(_line("podium check --full:", full, _processor() - start), flush=True)
        data = Graph()
        wanted = {
            ox.NamedNode(graph) for graph in graphs[: -(-len(graphs) // sample) * sample : -(-len(graphs) // sample)]
        }
        triples = [quad.triple for graph in wanted for quad in store.quads(graph.value)]
        named = {triple.object for triple in triples} | {triple.subject for triple in triples}
        triples += [
            quad.triple
            for quad in store.quads(GRAPH_REGISTER)
            if quad.subject in named and "type" in quad.predicate.value
        ]
    data.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    shapes, hierarchy = Graph(), Graph()
    for file in shape_files():
        shapes.parse(file)
    for module in ("core.ttl", "labour.ttl"):
        for triple in Graph().parse(resources.ontology() / module).triples((None, RDFS.subClassOf, None)):
            if isinstance(triple[2], URIRef):
                hierarchy.add(triple)
    start = time.perf_counter()
    pyshacl.validate(data, shacl_graph=shapes, ont_graph=hierarchy, inplace=True)
    oracle = (time.perf_counter() - start) / len(wanted) * len(graphs)
    print(
        f"pyshacl:             {oracle:7.0f} s by {len(wanted)} releases; check {known.seconds / oracle:.5f}, "
        f"--full {full.seconds / oracle:.5f} of it"
    )


def _processor() -> float:
    """Seconds of processor time of this process and of those it has waited for."""
    return sum(os.times()[:4])


def _line(name: str, report: Report, processor: float) -> str:
    read = f"{report.read:,} of {report.releases:,} releases read"
    return f"{name:20} {report.seconds:7.1f} s, {processor:5.1f} s of processor time, {read}"


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)
