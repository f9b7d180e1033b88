"""YAML front matter at the head of a text file: `id`, `title`, `publisher`, `published`, `url`."""

import re
from dataclasses import dataclass

import yaml

from podium.sources.dates import iso_date
from podium.sources.values import Rejection

__all__ = ["FIELDS", "FrontMatter", "split_front_matter"]

FIELDS = ("id", "title", "publisher", "published", "url")

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_UNCLOSED = re.compile(rf"\ufeff?---[ \t]*\r?\n(?:#.*\n)*(?:{'|'.join(FIELDS)})[ \t]*:")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields that were given; the others are None. `published` is an ISO date at the precision given."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


def split_front_matter(text: str, source: str) -> tuple[FrontMatter, str] | Rejection:
    """Front matter and the text after it, exactly; a text without front matter comes back as it is.

    A text may begin with `---` as a rule: only a YAML mapping between two such lines is front matter. Keys other
    than `FIELDS` are left alone. Rejected, with the line, when the YAML is broken or a value is unusable.
    """
    found = _BLOCK.match(text)
    if found is None:
        if _UNCLOSED.match(text):
            return Rejection(f"{source}:1", "front matter is not closed", "end it with a line of three hyphens")
        return FrontMatter(), text
    try:  # in pure Python: libyaml's composer ends the process where the nesting is deep
        node = yaml.compose(found["yaml"], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "unreadable"
        return Rejection(f"{source}:{line}", f"front matter is no valid YAML: {problem}", "put the value in quotes")
    except RecursionError:
        return Rejection(f"{source}:1", "front matter is nested too deeply")
    if node is None or not isinstance(node, yaml.MappingNode):
        return FrontMatter(), text
    fields = _fields(node, source)
    return fields if isinstance(fields, Rejection) else (fields, text[found.end() :])


def _fields(node: yaml.MappingNode, source: str) -> FrontMatter | Rejection:
    values: dict[str, str] = {}
    for key, value in node.value:
        place = f"{source}:{key.start_mark.line + 2}"
        if key.value not in FIELDS:
            continue
        if not isinstance(value, yaml.ScalarNode):
            return Rejection(place, f"front matter: {key.value} must be a single value")
        text = " ".join(value.value.split())
        if key.value == "published" and text:
            date = iso_date(text)
            if date is None:
                return Rejection(place, f"front matter: {text!r} is no date", "write it as 2021-04-28, 2021-04 or 2021")
            text = date
        if key.value == "url" and text and not text.startswith(("http://", "https://")):
            return Rejection(place, f"front matter: {text!r} is no address", "it begins with http:// or https://")
        if text and text != "null" and text != "~":
            values[key.value] = text
    return FrontMatter(**values)
