"""Podium: who spoke where, in what role, read from German press releases into an RDF knowledge graph."""

__version__ = "0.1.0"
