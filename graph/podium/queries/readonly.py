"""SPARQL from users: it may read, not change, and not ask other machines."""

import re

from podium.errors import UsageError

__all__ = ["refuse_what_changes"]

# What is no keyword, so that a word in a text, a name or a comment is not taken for one; in this order, since a "#"
# in an IRI opens no comment. Then the words themselves.
_TOKEN = re.compile(
    r"""<[^<>"{}|^`\\\s]*> | "{3}(?:[^"\\]|\\.|"(?!""))*"{3} | '{3}(?:[^'\\]|\\.|'(?!''))*'{3}
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' | \#[^\n]* | [?$]\w+ | _:[\w.-]+ | @[A-Za-z-]+
      | [\w.-]*:[\w.:%\\-]* | (?P<word>[A-Za-z]+)""",
    re.VERBOSE | re.DOTALL,
)
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def refuse_what_changes(sparql: str) -> None:
    """Raises UsageError for an update, and for SERVICE, which would ask other machines."""
    words = [match["word"].upper() for match in _TOKEN.finditer(sparql) if match["word"]]
    first = next((word for word in words if word in _UPDATES | _FORMS), None)
    if first in _UPDATES:
        raise UsageError(f"This is an update ({first}); queries only read. Change the store by ingest and forget")
    if "SERVICE" in words:
        raise UsageError("SERVICE is not allowed: a query asks only the store it is given")
