"""`podium sparql`: any SPARQL query, read-only."""

import shutil
import sys
from pathlib import Path

import click
import pyoxigraph as ox

from podium.errors import SourceError, UsageError
from podium.queries.readonly import refuse_what_changes
from podium.store import QueryResult, open_store
from podium.tables import as_table, render

__all__ = ["command"]

_ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLES = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE}
_FORMATS = ("table", *_ROWS, *_TRIPLES)
_PREFIXES = {
    "pod": "https://w3id.org/podium/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@click.command(
    epilog="""\b
Examples:
  podium sparql 'SELECT ?p ?n { ?p a <https://w3id.org/podium/ontology#Person> ; <http://xmlns.com/foaf/0.1/name> ?n }'
  podium sparql @question.rq --format csv
  echo 'ASK { ?s ?p ?o }' | podium sparql -""",
)
@click.argument("query")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help="table, csv, tsv, json, xml for SELECT and ASK; nt, ttl, table for CONSTRUCT and DESCRIBE. "
    "Default: table, and ttl for CONSTRUCT and DESCRIBE.",
)
@click.option("--store", "location", help="Folder or SPARQL endpoint; default $PODIUM_STORE, else ./podium-store.")
@click.help_option("-h", "--help")
def command(query: str, format_: str | None, location: str | None) -> None:
    """Run a SPARQL query and print its answer; nothing is ever changed.

    QUERY is the query itself, @FILE a file that holds it, - standard input. The default graph is the union of all
    graphs; each release is a graph of its own. csv, tsv, json and xml are the formats of SPARQL 1.1.
    """
    text = _text(query)
    refuse_what_changes(text)
    with open_store(location, read_only=True) as store:
        click.echo(_written(store.query(text), format_), nl=False)


def _text(query: str) -> str:
    try:
        if query == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        if query.startswith("@"):
            return Path(query[1:]).read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(f"{query[1:]} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SourceError(f"{query[1:] or 'Standard input'} is not UTF-8 text: {error.reason}") from error
    return query


def _written(result: QueryResult, format_: str | None) -> str:
    if isinstance(result, ox.QueryTriples):
        return _written_triples(result, format_ or "ttl")
    format_ = format_ or "table"
    if format_ in _TRIPLES:
        raise UsageError(f"--format {format_} is for CONSTRUCT and DESCRIBE; here use table, {', '.join(_ROWS)}")
    if format_ == "table":
        if isinstance(result, ox.QueryBoolean):
            return "true\n" if result else "false\n"
        names = [variable.value for variable in result.variables]
        rows = [[_cell(row[i]) for i in range(len(names))] for row in result]
        return render(as_table(names, rows), "table", width=_width())
    if isinstance(result, ox.QueryBoolean) and format_ in ("csv", "tsv"):
        return "true\n" if result else "false\n"
    written = (result.serialize(format=_ROWS[format_]) or b"").decode("utf-8")
    return written if written.endswith("\n") else written + "\n"


def _written_triples(result: ox.QueryTriples, format_: str) -> str:
    if format_ == "table":
        rows = [[_cell(t.subject), _cell(t.predicate), _cell(t.object)] for t in result]
        return render(as_table(("subject", "predicate", "object"), rows), "table", width=_width())
    if format_ not in _TRIPLES:
        raise UsageError(f"--format {format_} is for SELECT and ASK; here use {', '.join(_TRIPLES)} or table")
    prefixes = _PREFIXES if format_ == "ttl" else None
    written = (ox.serialize(result, format=_TRIPLES[format_], prefixes=prefixes) or b"").decode("utf-8")
    lines = written.splitlines(keepends=True)
    head = [line for line in lines if line.startswith("@prefix")]
    return "".join(sorted(head) + lines[len(head) :])  # Oxigraph writes prefixes in a random order


def _cell(term: object) -> str:
    if term is None:
        return ""
    return str(term.value) if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def _width() -> int | None:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
