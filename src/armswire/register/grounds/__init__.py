"""Why claims stand where they stand: what joined those of a transfer, and what keeps it apart from others."""
