"""From readings and the register to RDF quads."""
