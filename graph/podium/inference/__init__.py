"""What follows from the ontology, for stores of any size: CONSTRUCT rules into the graph …/graph/inferred.

`rebuild` infers everything anew; `refresh` only what a change of some releases touches (`Changes` collects that);
`forget` removes releases with what followed from them. A test holds the rules and Pellet together.
"""

from podium.inference.rules import Rule, rules
from podium.inference.run import Changes, forget, is_current, rebuild, refresh, subjects

__all__ = ["Changes", "Rule", "forget", "is_current", "rebuild", "refresh", "rules", "subjects"]
