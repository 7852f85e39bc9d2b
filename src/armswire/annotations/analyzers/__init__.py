"""One module per library; each is the only place that imports it."""
