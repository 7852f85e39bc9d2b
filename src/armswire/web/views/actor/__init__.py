"""An actor as its page shows it: its words beside its deeds (`lines.py`), and both on one axis (`picture.py`)."""
