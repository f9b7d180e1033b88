"""`podium ask`: run a question of the library; without a name, list them."""

import shutil
import sys
from collections.abc import Sequence
from itertools import groupby

import click

from podium.errors import UsageError
from podium.queries import NamedQuery, Parameter, library, named
from podium.queries.binding import example, option
from podium.store import open_store
from podium.tables import FORMATS, Column, Table, render

__all__ = ["command"]

_WORDS = {
    "de": {
        "usage": "Aufruf", "parameters": "Parameter", "columns": "Spalten", "example": "Beispiel",
        "default": "Vorgabe", "required": "nötig", "or": "oder ein Name",
        "more": "`podium ask NAME --help` zeigt Parameter und Spalten.",
        "nothing": "Keine Zeilen.",
    },
    "en": {
        "usage": "Usage", "parameters": "Parameters", "columns": "Columns", "example": "Example",
        "default": "default", "required": "required", "or": "or a name",
        "more": "`podium ask NAME --help` shows parameters and columns.",
        "nothing": "No rows.",
    },
}  # fmt: skip


@click.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    epilog="""\b
Examples:
  podium ask
  podium ask speakers --event "Tag der Jobcenter" --since 2021
  podium ask contributions-of-person --person Heil --format csv > heil.csv
  podium ask speakers --help""",
    options_metavar="[--PARAM VALUE]… [OPTIONS]",
)
@click.argument("words", nargs=-1, type=click.UNPROCESSED, metavar="[NAME]")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="Output.")
@click.option("--store", "location", help="Folder or SPARQL endpoint; default $PODIUM_STORE, else ./podium-store.")
@click.option("--lang", type=click.Choice(("de", "en")), default="de", show_default=True, help="Language of labels.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many rows.")
@click.option("-h", "--help", "wants_help", is_flag=True, help="Show this, or with NAME what that question takes.")
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    format_: str,
    location: str | None,
    lang: str,
    limit: int | None,
    wants_help: bool,
) -> None:
    """Run a question of the query library; without NAME, list the questions.

    Each question has parameters of its own, typed as --PARAM VALUE; for things (persons, events, …) a part of the
    name is enough, in any case and with or without umlauts; IRIs are understood too.
    """
    name, parameters = _parted(words, wants_help)
    if name is None:
        if parameters:
            raise UsageError(f"Name a question before {option(next(iter(parameters)))}; `podium ask` lists them")
        click.echo(ctx.get_help() if wants_help else _listing(format_, lang), nl=wants_help)
        return
    query = named(name)
    if wants_help:
        click.echo(_help(query, lang), nl=False)
        return
    with open_store(location, read_only=True) as store:
        table = query.run(store, parameters)
    for note in table.notes:
        click.echo(note, err=True)
    rows = table.rows if limit is None else table.rows[:limit]
    click.echo(render(Table(table.columns, rows), format_, width=_width(), lang=lang), nl=False)
    if not rows:
        click.echo(_WORDS[lang]["nothing"], err=True)


def _parted(words: Sequence[str], wants_help: bool) -> tuple[str | None, dict[str, str]]:
    """The name of the question, and the parameters; the rest of the options click has taken already."""
    name: str | None = None
    parameters: dict[str, str] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            if name is not None:
                raise UsageError(f"Unexpected {word!r}: one question at a time; names with spaces need quotation marks")
            name = word
            continue
        key, equals, value = word[2:].partition("=")
        if not equals:
            value = next(rest, "")
            if not value and not wants_help:
                raise UsageError(f"{word} needs a value")
        if key in parameters:
            raise UsageError(f"--{key} is given twice")
        parameters[key] = value
    return name, parameters


def _width() -> int | None:
    """Cells of the terminal, or None where the answer goes into a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _listing(format_: str, lang: str) -> str:
    queries = library().values()
    if format_ != "table":
        names = ("subject", "name", "title", "question")
        columns = tuple(Column(name, label={}) for name in names)
        rows = tuple((q.subject, q.name, q.header.title[lang], q.header.question[lang]) for q in queries)
        return render(Table(columns, rows), format_)
    width = max((len(q.name) for q in queries), default=0)
    lines = []
    for subject, group in groupby(queries, key=lambda q: q.subject):
        lines += [subject, *(f"  {q.name:<{width}}  {q.header.question[lang]}" for q in group), ""]
    return "\n".join([*lines, _WORDS[lang]["more"], ""])


def _help(query: NamedQuery, lang: str) -> str:
    """What a question asks, takes and answers."""
    words = _WORDS[lang]
    head = query.header
    options = f"[--PARAM VALUE]… [--format {'|'.join(FORMATS)}] [--store S] [--lang de|en] [--limit N]"
    lines = [
        f"{words['usage']}: podium ask {query.name} {options}",
        "",
        head.title[lang],
        f"  {head.question[lang]}",
        "",
        f"  {head.description[lang]}",
        "",
    ]
    if query.parameters:
        lines += [f"{words['parameters']}:", *_aligned([_parameter_row(p, words, lang) for p in query.parameters]), ""]
    lines += [f"{words['columns']}:", *_aligned([(c.name, c.type, c.heading(lang)) for c in query.columns]), ""]
    shown = " ".join(example(p) for p in query.parameters[:2])
    lines += [f"{words['example']}:", f"  podium ask {query.name} {shown}".rstrip(), ""]
    return "\n".join(lines)


def _parameter_row(parameter: Parameter, words: dict[str, str], lang: str) -> tuple[str, str, str]:
    kind = "|".join(parameter.choices) or parameter.type
    if parameter.type == "iri":
        kind = f"IRI {words['or']}"
    extra = f" ({words['default']}: {parameter.default})" if parameter.default else ""
    extra += f" ({words['required']})" if parameter.required else ""
    return option(parameter.name), kind, f"{parameter.description[lang]}{extra}; {parameter.example}"


def _aligned(rows: Sequence[tuple[str, str, str]]) -> list[str]:
    first = max(len(row[0]) for row in rows)
    second = min(max(len(row[1]) for row in rows), 40)
    return [f"  {a:<{first}}  {b:<{second}}  {c}" for a, b, c in rows]
