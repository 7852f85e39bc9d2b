"""Invented dispatches that `armswire demo` reads; see README.md in this folder.

Takes nothing, gives the path of the file; leaves the reading of it to `articles`.
"""

from __future__ import annotations

from pathlib import Path

DISPATCHES = Path(__file__).with_name("dispatches.jsonl")
