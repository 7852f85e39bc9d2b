"""One module per input format; the list below is all there is to register."""

from __future__ import annotations

from armswire.articles.reader import Reader
from armswire.articles.readers.archive import Tar, Zip
from armswire.articles.readers.csv_table import CsvTable
from armswire.articles.readers.feed import XmlFeed
from armswire.articles.readers.html import Html
from armswire.articles.readers.json_feed import JsonFeed
from armswire.articles.readers.jsonl import JsonLines
from armswire.articles.readers.letter import Letter
from armswire.articles.readers.ngec import NgecStories
from armswire.articles.readers.parquet import Parquet
from armswire.articles.readers.pdf import Pdf
from armswire.articles.readers.plain_text import PlainText
from armswire.articles.readers.warc import Warc

FEEDS: tuple[Reader, ...] = (JsonFeed(), XmlFeed())
"""Those that list articles which may stand elsewhere."""

_FILE_READERS: tuple[Reader, ...] = (
    JsonFeed(), NgecStories(), JsonLines(), XmlFeed(), Html(), Pdf(), Letter(), Parquet(), CsvTable(),
    PlainText(),
)  # fmt: skip


def _with_archives(readers: tuple[Reader, ...]) -> tuple[Reader, ...]:
    return (Zip(readers), Tar(readers), *readers)


# What was kept of a run may itself be a ZIP.
_WARC = Warc(_with_archives(_FILE_READERS))

READERS: tuple[Reader, ...] = _with_archives((_WARC, *_FILE_READERS))
"""In the order in which they are asked whether they recognise a file; plain text takes what is left."""
