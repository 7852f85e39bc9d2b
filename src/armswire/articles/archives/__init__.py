"""ZIP and tar → the files in them, read in place: nothing is ever written to disk.

`limits.py` says how much an archive may hold, `member.py` which names are refused, `zipped.py` and `tarred.py` open one
kind each. What the files hold is for the readers.
"""
