"""The library as users meet it: `podium.read`, `podium.open`, `podium.examples`, and the graph these give."""

from podium.library.bundled import examples
from podium.library.graph import Graph
from podium.library.opening import open
from podium.library.reading import Reading, read

__all__ = ["Graph", "Reading", "examples", "open", "read"]
