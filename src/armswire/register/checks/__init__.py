"""Whether a register still is what its articles and claims say: nothing here writes or mends."""
