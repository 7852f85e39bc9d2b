"""Versions of articles: which articles one address showed one after the other, and what became of their claims.

Start at `line.py`, which decides; `work_in.py` keeps the result up to date, `history.py` tells it.
"""
