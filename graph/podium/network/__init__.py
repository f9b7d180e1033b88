"""Networks of actors, and measures that say what they mean; for networkx, Gephi and notebooks.

`Graph.network(kind)` makes a network. `nodes` and `edges` show it as data frames; `centralities`, `communities` and
`bridges` measure it; `over_time` compares windows of time; `write` and `read` keep it as GraphML or GEXF.

What all of these do not say: a network shows who was *reported* on the same podium, not who knows whom or who has
influence. It has gaps wherever a release was not ingested, and who publishes much is seen much.
"""

from podium.network.change import over_time
from podium.network.files import read, write
from podium.network.frames import edges, nodes
from podium.network.kinds import KINDS
from podium.network.measures import bridges, centralities, communities

__all__ = ["KINDS", "bridges", "centralities", "communities", "edges", "nodes", "over_time", "read", "write"]
