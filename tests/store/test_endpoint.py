"""The SPARQL endpoint: protocol, signing in, and what goes wrong with servers."""

from types import ModuleType

import pyoxigraph as ox
import pytest

from podium.errors import StoreError
from podium.namespaces import ID, POD
from podium.store import open_store
from podium.store.endpoint import _update_url

G = f"{ID}release/eins"


def quads(number: int) -> list[ox.Quad]:
    return [
        ox.Quad(ox.NamedNode(G), ox.NamedNode(POD + "rule"), ox.Literal(str(i)), ox.NamedNode(G)) for i in range(number)
    ]


def test_a_release_is_one_request(servers: ModuleType) -> None:
    with servers.sparql_server() as server, open_store(server.url) as store:
        server.requests.clear()
        store.put(G, quads(300))
        assert server.requests == ["/update update"]


def test_many_quads_go_in_chunks(servers: ModuleType) -> None:
    with servers.sparql_server() as server, open_store(server.url) as store:
        store.put(G, quads(12_001))
        assert len(server.store) == 12_001
        assert server.requests.count("/update update") == 3
        store.put(G, quads(1))
        assert len(server.store) == 1


def test_a_server_without_the_union_is_refused_rather_than_silently_empty(servers: ModuleType) -> None:
    with servers.sparql_server(union=False) as server:
        open_store(server.url).put(G, quads(1))
        with pytest.raises(StoreError, match="default graph is empty: set it to the union"):
            open_store(server.url)


def test_signing_in_and_never_showing_the_password(servers: ModuleType) -> None:
    with servers.sparql_server(password="Basic YW5uYTpnZWhlaW0h") as server:
        with open_store(server.url.replace("//", "//anna:geheim%21@")) as store:
            store.put(G, quads(1))
            assert "geheim" not in store.location
        with pytest.raises(StoreError, match="answers 401 Unauthorized: who are you") as caught:
            open_store(server.url.replace("//", "//anna:falsch@"))
        assert "falsch" not in str(caught.value)


def test_a_page_instead_of_results(servers: ModuleType) -> None:
    with servers.sparql_server(kind="text/html") as server, pytest.raises(StoreError) as caught:
        list(open_store(server.url).query("SELECT * { ?s ?p ?o }"))  # type: ignore[arg-type]
    assert "answers with text/html" in str(caught.value)


def test_nobody_there() -> None:
    with pytest.raises(StoreError, match=r"http://127\.0\.0\.1:9/query cannot be reached: .*refused"):
        open_store("http://127.0.0.1:9/query")


@pytest.mark.parametrize(
    ("query_url", "update_url"),
    [
        ("http://x/query", "http://x/update"),
        ("http://x/ds/sparql", "http://x/ds/update"),
        ("http://x/repositories/r", "http://x/repositories/r/statements"),
        ("http://x/ds", "http://x/ds"),
    ],
)
def test_where_updates_go(query_url: str, update_url: str) -> None:
    assert _update_url(query_url) == update_url
