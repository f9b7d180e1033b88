"""The rules as data: one CONSTRUCT query a file in ontology/rules, about one thing called ?x."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from podium import resources
from podium.errors import PodiumError

__all__ = ["Rule", "RuleError", "rules"]


class RuleError(PodiumError, ValueError):
    """A file of ontology/rules is not a rule; `str()` names it and says why."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `de` and `en` say what it infers, `query` is a CONSTRUCT of statements about ?x."""

    name: str
    de: str
    en: str
    query: str

    def about(self, things: Iterable[str]) -> str:
        """The query, for these things (IRIs) only."""
        values = " ".join(f"<{thing}>" for thing in things)
        return self.query.replace("WHERE {", f"WHERE {{ VALUES ?x {{ {values} }}", 1)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, by name of their files; raises RuleError for one without titles or about something else than ?x."""
    found = []
    for file in sorted((resources.ontology() / "rules").glob("*.rq")):
        text = file.read_text(encoding="utf-8")
        titles = dict(re.findall(r"^#\+ (de|en): (.+)$", text, re.MULTILINE))
        if titles.keys() != {"de", "en"}:
            raise RuleError(f"{file.name}: a rule needs the lines '#+ de:' and '#+ en:'")
        if not re.search(r"CONSTRUCT \{ \?x [^}]+\} WHERE \{", text):
            raise RuleError(f"{file.name}: a rule is CONSTRUCT {{ ?x … }} WHERE {{ … }}")
        found.append(Rule(file.stem, titles["de"], titles["en"], text))
    return tuple(found)
