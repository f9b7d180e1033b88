"""A SPARQL 1.1 Protocol server on loopback over a real Oxigraph store, for the tests of the endpoint."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph as ox


class SparqlServer(ThreadingHTTPServer):
    """`union` is what Oxigraph's server offers by parameter; without it, the default graph is the unnamed one."""

    def __init__(self, union: bool = True, password: str = "", kind: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.store = ox.Store()
        self.union, self.password, self.kind = union, password, kind
        self.requests: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/query"


class _Handler(BaseHTTPRequestHandler):
    server: SparqlServer

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode(), keep_blank_values=True)
        self.server.requests.append(f"{self.path} {', '.join(form)}")
        if self.server.password and self.headers.get("Authorization") != self.server.password:
            return self._answer(401, "text/plain", b"who are you?")
        try:
            if self.path == "/update":
                self.server.store.update(form["update"][0])
                return self._answer(204, "text/plain", b"")
            union = self.server.union and "union-default-graph" in form
            result = self.server.store.query(form["query"][0], use_default_graph_as_union=union)
        except SyntaxError as error:
            return self._answer(400, "text/plain", str(error).encode())
        if isinstance(result, ox.QueryTriples):
            return self._answer(200, "application/n-triples", result.serialize(format=ox.RdfFormat.N_TRIPLES) or b"")
        if self.server.kind:
            return self._answer(200, self.server.kind, b"<!doctype html><title>SPARQL</title>")
        body = result.serialize(format=ox.QueryResultsFormat.JSON) or b""
        return self._answer(200, "application/sparql-results+json", body)

    def _answer(self, code: int, kind: str, body: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def sparql_server(union: bool = True, password: str = "", kind: str = "") -> Iterator[SparqlServer]:
    """A running server, stopped at the end."""
    server = SparqlServer(union, password, kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
