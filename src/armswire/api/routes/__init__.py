"""One module for each kind of record: addresses to queries."""
