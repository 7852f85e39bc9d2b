"""What the confined process can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

Answer = dict[str, Any]
"""What a job gives, of values that JSON has."""
Job = Callable[[bytes], Iterator[Answer]]
"""Bytes of a file → what is in it, a piece at a time. Raises ArticleError for what is refused, its place left open."""

_JOBS = {
    "letter": ("armswire.articles.letters.opened", "take_apart"),
    "pdf": ("armswire.articles.pdf.paper", "take_apart"),
}


def find_job(name: str) -> Job:
    """The job of that name, its libraries loaded. Raises KeyError for a name that is not on the list."""
    module, function = _JOBS[name]
    found: Job = getattr(import_module(module), function)
    return found
