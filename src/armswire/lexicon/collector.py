"""Python's search for reference cycles, paused while much is made and nothing is thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Reading data files and building phrase books make many objects and no cycles.

    Without the collector's passes over them, loading takes a quarter less time and the books of all items half.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
