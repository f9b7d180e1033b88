"""The library as users meet it: `podium.read`, `podium.open`, `podium.examples`, and the graph these give.

Nothing is imported here: reading needs spaCy, tables need pandas, and who asks for neither shall not wait for them.
"""
