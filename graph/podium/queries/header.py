"""Headers of query files: the `#+` lines of grlc (https://grlc.io), read strictly.

The lines after `#+` are YAML. What may stand there is in `queries/README.md`; anything else is an error that names
file and line, so that a misspelt key never means silence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from podium.errors import PodiumError
from podium.tables import Column

__all__ = ["COLUMN_TYPES", "PARAMETER_TYPES", "Header", "Parameter", "QueryFileError", "parse_header"]

LANGUAGES = ("de", "en")
PARAMETER_TYPES = ("string", "iri", "date", "year", "integer", "choice")
COLUMN_TYPES = ("string", "iri", "date", "integer", "decimal", "boolean", "passage")
PLACES = ("row", "below", "hidden")
THINGS = ("person", "organisation", "agent", "event", "series", "instrument", "release")
RESERVED = ("format", "store", "lang", "limit", "help")  # options of `podium ask` itself
_PLACE_OF_TYPE = {"iri": "hidden", "passage": "below"}


class QueryFileError(PodiumError, ValueError):
    """A file of the query library is not as it must be; `str()` names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be asked for; a value is bound where the query says `VALUES ?name { … }`.

    `variable` is that name in the query, mostly the parameter's own. `of` says for an "iri" which things can be
    meant by a name. `example` and `default` are texts as a user types them; without `default` and `required` the
    parameter is optional.
    """

    name: str
    type: str
    description: Mapping[str, str]
    example: str
    variable: str
    of: str | None = None
    default: str | None = None
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """All that the head of a query file says."""

    name: str
    title: Mapping[str, str]
    question: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    tags: tuple[str, ...]


def parse_header(text: str, place: Path) -> Header:
    """The header of the query file with that text; `place` only serves messages and the check of the name.

    Raises QueryFileError where something is missing, unknown, twice or of the wrong type.
    """
    reader = _Reader(place)
    root = reader.read(text)
    reader.keys(root, ("name", "title", "question", "description", "columns"), ("parameters", "tags"))
    name = reader.text(root, "name")
    if name != place.stem:
        reader.fail(root["name"], f"name {name!r} differs from the file's name")
    header = Header(
        name=name,
        title=reader.both(root, "title"),
        question=reader.both(root, "question"),
        description=reader.both(root, "description"),
        parameters=tuple(_parameter(reader, item) for item in reader.items(root, "parameters")),
        columns=tuple(_column(reader, item) for item in reader.items(root, "columns")),
        tags=tuple(reader.scalar(item) for item in reader.sequence(root, "tags")),
    )
    reader.once([p.name for p in header.parameters], root.get("parameters"), "parameter")
    reader.once([c.name for c in header.columns], root.get("columns"), "column")
    return header


def _parameter(reader: "_Reader", item: "_Map") -> Parameter:
    reader.keys(
        item,
        ("name", "type", "description", "example"),
        ("of", "default", "optional", "choices", "variable"),
    )
    name = reader.text(item, "name")
    if name in RESERVED:
        reader.fail(item["name"], f"parameter {name!r} has the name of an option of `podium ask`")
    type_ = reader.one_of(item, "type", PARAMETER_TYPES)
    if (type_ == "iri") != ("of" in item):
        reader.fail(item["type"], f"parameter {name!r}: `of` goes with type iri, and only with it")
    if (type_ == "choice") != ("choices" in item):
        reader.fail(item["type"], f"parameter {name!r}: `choices` goes with type choice, and only with it")
    if ("default" in item) == ("optional" in item):
        reader.fail(item["name"], f"parameter {name!r} needs either `default` or `optional: true|false`")
    return Parameter(
        name=name,
        type=type_,
        description=reader.both(item, "description"),
        example=reader.text(item, "example"),
        variable=reader.text(item, "variable") if "variable" in item else name,
        of=reader.one_of(item, "of", THINGS) if "of" in item else None,
        default=reader.text(item, "default") if "default" in item else None,
        required="optional" in item and reader.one_of(item, "optional", ("true", "false")) == "false",
        choices=tuple(reader.scalar(node) for node in reader.sequence(item, "choices")),
    )


def _column(reader: "_Reader", item: "_Map") -> Column:
    reader.keys(item, ("name", "type", "label"), ("place",))
    type_ = reader.one_of(item, "type", COLUMN_TYPES)
    place = reader.one_of(item, "place", PLACES) if "place" in item else _PLACE_OF_TYPE.get(type_, "row")
    return Column(reader.text(item, "name"), type_, reader.both(item, "label"), place)


_Map = dict[str, yaml.Node]


@dataclass(slots=True)
class _Reader:
    """Reads YAML nodes instead of values, because nodes know their line."""

    place: Path
    lines: list[int] = field(default_factory=list)  # line in the file of each line of the YAML text

    def read(self, text: str) -> _Map:
        yaml_lines = []
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith("#+"):
                yaml_lines.append(line[2:].removeprefix(" "))
                self.lines.append(number)
        try:
            node = yaml.compose("\n".join(yaml_lines), Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.fail(mark, f"the header is not YAML: {error.problem}")
        if not isinstance(node, yaml.MappingNode):
            self.fail(None, "no header: the file must open with lines `#+ name: …`")
        return self.map(node)

    def fail(self, where: Any, reason: str) -> NoReturn:
        """Raises QueryFileError for a node, a YAML mark or None (the file's first line)."""
        mark = getattr(where, "start_mark", where)
        line = self.lines[min(mark.line, len(self.lines) - 1)] if mark is not None and self.lines else 1
        raise QueryFileError(f"{self.place}:{line}: {reason}")

    def map(self, node: yaml.Node) -> _Map:
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, "a mapping is expected here")
        found: _Map = {}
        for key, value in node.value:
            if self.scalar(key) in found:
                self.fail(key, f"{key.value!r} stands here twice")
            found[key.value] = value
        return found

    def keys(self, found: _Map, needed: tuple[str, ...], allowed: tuple[str, ...]) -> None:
        for key, node in found.items():
            if key not in needed and key not in allowed:
                self.fail(node, f"unknown key {key!r}; possible: {', '.join((*needed, *allowed))}")
        for key in needed:
            if key not in found:
                self.fail(next(iter(found.values()), None), f"{key!r} is missing")

    def scalar(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.fail(node, "a text is expected here")
        return str(node.value).strip()

    def text(self, found: _Map, key: str) -> str:
        return self.scalar(found[key])

    def one_of(self, found: _Map, key: str, allowed: tuple[str, ...]) -> str:
        value = self.text(found, key)
        if value not in allowed:
            self.fail(found[key], f"unknown {key} {value!r}; possible: {', '.join(allowed)}")
        return value

    def both(self, found: _Map, key: str) -> dict[str, str]:
        """A text in each language."""
        texts = self.map(found[key])
        self.keys(texts, LANGUAGES, ())
        return {lang: self.text(texts, lang) for lang in LANGUAGES}

    def sequence(self, found: _Map, key: str) -> list[yaml.Node]:
        node = found.get(key)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            self.fail(node, f"{key!r} is a list with at least one entry")
        return list(node.value)

    def items(self, found: _Map, key: str) -> list[_Map]:
        return [self.map(node) for node in self.sequence(found, key)]

    def once(self, names: list[str], where: yaml.Node | None, what: str) -> None:
        for name in names:
            if names.count(name) > 1:
                self.fail(where, f"{what} {name!r} stands here twice")


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
