"""Does the graph conform? Shapes compiled to plain Python, and OWL consistency by a reasoner.

`check_quads` takes the quads of one release before they are written; `podium.checks.whole.check_store` a whole store;
`podium.checks.reasoner.check_consistency` asks Pellet.
"""

from podium.checks.terms import undefined_terms
from podium.checks.validate import check_quads
from podium.checks.violation import Violation

__all__ = ["Violation", "check_quads", "undefined_terms"]
