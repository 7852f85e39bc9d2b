"""The register as a table: its rows (`rows.py`), what narrows it (`facets.py`), where its states are (`state.py`)."""
