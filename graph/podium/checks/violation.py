"""What a check reports: which shape is violated where, and what an editor can do."""

from dataclasses import dataclass
from typing import Any

__all__ = ["Violation"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that violates one shape.

    `shape` is the local name of the shape (`passage-length`), `focus` the IRI of the thing, `graph` the IRI of the
    named graph it was found in, `value` the offending value (None where one is missing), `evidence` what it rests
    on: passages as `"quoted text" <IRI>`, or rows of the register ("offices.csv:17").
    """

    shape: str
    focus: str
    message_de: str
    message_en: str
    graph: str | None = None
    value: str | None = None
    evidence: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The violation as JSON has it, without what is unknown."""
        pairs = {name: getattr(self, name) for name in self.__slots__}
        return {name: list(v) if isinstance(v, tuple) else v for name, v in pairs.items() if v not in (None, ())}

    def __str__(self) -> str:
        value = f" ({self.value})" if self.value is not None else ""
        return f"{self.shape}: {self.focus}{value}: {self.message_en}"
