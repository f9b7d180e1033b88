"""The store behind an HTTP address: SPARQL 1.1 Protocol, queries by POST, changes by SPARQL Update."""

import base64
import os
import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

import pyoxigraph as ox

from podium.errors import StoreError, UsageError
from podium.store.base import Quads, QueryResult, Store, in_graph, replacement, retraction

__all__ = ["EndpointStore", "open_endpoint"]

_JSON = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_TIMEOUT_SECONDS = 60
_CHUNK = 5000  # quads a request; a release has some hundred, so that it goes in one request, which is atomic


class EndpointStore(Store):
    """A store of another process; every change is one request, hence one transaction of the server."""

    def __init__(self, location: str, update_url: str, headers: dict[str, str], query_url: str) -> None:
        self.location = location
        self._query_url = query_url
        self._update_url = update_url
        self._headers = headers

    def query(self, sparql: str) -> QueryResult:
        """See `Store.query`."""
        # Oxigraph's servers join the named graphs on this parameter; others ignore it (see `open_endpoint`).
        form = urlencode({"query": sparql, "union-default-graph": "true"})
        kind, body = self._post(self._query_url, form, f"{_JSON}, {_TRIPLES};q=0.9")
        try:
            if kind == _TRIPLES:
                triples = ox.Store()
                triples.bulk_load(input=body, format=ox.RdfFormat.N_TRIPLES)
                return triples.query("CONSTRUCT WHERE { ?s ?p ?o }")
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"The endpoint {self.location} answers with {kind}, not with {_JSON}") from error

    def put(self, graph: str, quads: Quads) -> None:
        """See `Store.put`; beyond 5,000 quads in several requests, whose order is that of `quads`."""
        listed = in_graph(graph, quads)
        self._update(replacement(graph, listed[:_CHUNK]))
        self.load_quads(listed[_CHUNK:])

    def forget(self, graph: str) -> bool:
        """See `Store.forget`."""
        known = bool(self.query(f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"))
        self._update(f"DROP SILENT GRAPH <{graph}>")
        return known

    def quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """See `Store.quads`."""
        values = f"VALUES ?g {{ <{graph}> }}" if graph else ""
        rows = self.query(f"SELECT ?s ?p ?o ?g WHERE {{ {values} GRAPH ?g {{ ?s ?p ?o }} }}")
        for row in rows:  # type: ignore[union-attr]
            yield ox.Quad(row["s"], row["p"], row["o"], row["g"])

    def load_quads(self, quads: Iterable[ox.Quad]) -> None:
        """See `Store.load_quads`; in requests of 5,000 quads each."""
        rest = iter(quads)
        while chunk := list(islice(rest, _CHUNK)):
            data = "\n".join(f"GRAPH {quad.graph_name} {{ {quad.triple} }}" for quad in chunk)
            self._update(f"INSERT DATA {{\n{data}\n}}")

    def retract(self, graph: str, subjects: Iterable[str]) -> None:
        """See `Store.retract`."""
        self._update(retraction(graph, subjects))

    def close(self) -> None:
        """See `Store.close`: nothing to do, each request stands for itself."""

    def _update(self, update: str) -> None:
        self._post(self._update_url, urlencode({"update": update}), "*/*")

    def _post(self, url: str, form: str, accept: str) -> tuple[str, bytes]:
        """Content type (without parameters) and body of the answer."""
        headers = self._headers | {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(url, form.encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=_TIMEOUT_SECONDS) as answer:
                return answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            said = " ".join(error.read(500).decode("utf-8", "replace").split())
            if error.code == 400 and url == self._query_url and form.startswith("query="):
                raise UsageError(f"The endpoint {self.location} refuses the query: {said}") from error
            problem = f"{error.code} {error.reason}: {said}"
            raise StoreError(f"The endpoint {self.location} answers {problem}") from error
        except (urllib.error.URLError, OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            raise StoreError(f"The endpoint {self.location} cannot be reached: {reason}") from error


def open_endpoint(url: str) -> EndpointStore:
    """The store behind the query address `url` (`http://user:password@host/…` signs in with Basic).

    Updates go to `$PODIUM_UPDATE_URL`, else to the address that the common servers have beside it (`…/query`
    and `…/sparql` → `…/update`, `…/repositories/NAME` → `…/statements`), else to `url` itself. Raises
    StoreError when nobody answers, or when the server does not offer the union of the named graphs as default
    graph, without which every query would silently have no rows.
    """
    plain, headers = _credentials(url)
    store = EndpointStore(plain, os.environ.get("PODIUM_UPDATE_URL") or _update_url(plain), headers, plain)
    named = bool(store.query("ASK { GRAPH ?g { ?s ?p ?o } }"))
    if named and not store.query("ASK { ?s ?p ?o }"):
        raise StoreError(
            f"The endpoint {plain} has named graphs, but its default graph is empty: "
            "set it to the union of the named graphs (Fuseki: tdb2:unionDefaultGraph true)"
        )
    return store


def _update_url(url: str) -> str:
    if re.search(r"/repositories/[^/]+$", url):
        return url + "/statements"
    return re.sub(r"/(query|sparql)$", "/update", url)


def _credentials(url: str) -> tuple[str, dict[str, str]]:
    """The address without its password, and the header that carries it."""
    parts = urlsplit(url)
    if parts.username is None:
        return url, {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    plain = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return plain, {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
