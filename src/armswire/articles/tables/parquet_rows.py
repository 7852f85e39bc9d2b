"""The bytes of a Parquet file → its rows, by pyarrow, in the confined process."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from armswire.articles.reader import MAX_ARTICLE_BYTES
from armswire.articles.unpacking import FREE_BYTES, MAX_RATIO
from armswire.errors import ArticleError

BATCH_ROWS = 16
"""Rows that are unpacked at once: at most 160 MB where each is as long as an article may be."""
MAX_COLUMNS = 1000
"""The widest tables of articles have some dozens."""
_SENT = 1_000_000
"""Characters of JSON after which rows are sent on."""


def take_apart(data: bytes | bytearray) -> Iterator[dict[str, Any]]:
    """First `columns` (names), then `rows`: lists of cells as JSON has them, None for a row longer than an article is.

    Days become ISO dates; bytes that are no text are left out. Raises ArticleError for too many columns and for a file
    that unfolds to more than `MAX_RATIO` times its size, as packed files do; of broken files whatever pyarrow raises.
    """
    import pyarrow
    from pyarrow import parquet

    # The other pools reserve more memory than they use, and it is bounded here.
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    pyarrow.set_cpu_count(1)
    pyarrow.set_io_thread_count(1)
    file = parquet.ParquetFile(pyarrow.BufferReader(data), pre_buffer=False)
    names = list(file.schema_arrow.names)
    if len(names) > MAX_COLUMNS:
        raise ArticleError(f"more than {MAX_COLUMNS:,} columns", remedy="Keep the columns that tell of the article")
    yield {"columns": names}
    given = 0
    sent: list[Any] = []
    waiting = 0
    for row in _rows(file):
        size = len(json.dumps(row))
        given += size
        if given > FREE_BYTES and given > MAX_RATIO * len(data):
            raise ArticleError(f"unpacks to more than {MAX_RATIO} times its size", remedy="No news does: leave it out")
        sent.append(row)
        waiting += size
        if waiting > _SENT:
            yield {"rows": sent}
            sent, waiting = [], 0
    yield {"rows": sent}


def _rows(file: Any) -> Iterator[list[Any] | None]:
    for batch in file.iter_batches(batch_size=BATCH_ROWS, use_threads=False):
        columns = [[_cell(value) for value in column.to_pylist()] for column in batch.columns]
        for row in zip(*columns, strict=True):
            size = sum(len(cell) for cell in row if isinstance(cell, str))
            yield None if size > MAX_ARTICLE_BYTES else list(row)


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return _text(value)
    if isinstance(value, dict):
        return {str(key): _cell(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_cell(part) for part in value]
    return str(value)


def _text(value: bytes) -> str | None:
    """Some programs write text without saying that it is text."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None
