"""What the confined process can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

Answer = dict[str, Any]
"""What a job gives, of values that JSON has."""
Job = Callable[[bytes | bytearray], Iterator[Answer]]
"""Bytes of a file → what is in it, a piece at a time. Raises ArticleError for what is refused, its place left open."""

_JOBS = {
    "letter": ("armswire.articles.letters.opened", ()),
    "parquet": ("armswire.articles.tables.parquet_rows", ("pyarrow.parquet",)),
    "pdf": ("armswire.articles.pdf.paper", ("pypdf",)),
}


def find_job(name: str) -> Job:
    """The job of that name, its libraries loaded. Raises KeyError for a name that is not on the list."""
    module, libraries = _JOBS[name]
    for library in libraries:
        import_module(library)
    found: Job = import_module(module).take_apart
    return found
