"""An article as its page shows it: its text with all that is marked (`text.py`, `marks.py`), the rest (`whole.py`)."""
