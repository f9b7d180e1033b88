"""Where quads are kept: an embedded Oxigraph folder or a SPARQL endpoint."""
