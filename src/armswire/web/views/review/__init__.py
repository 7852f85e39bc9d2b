"""The queue and the desk of whoever reviews."""
