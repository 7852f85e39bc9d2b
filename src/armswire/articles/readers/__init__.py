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

_FILE_READERS: tuple[Reader, ...] = (
    JsonFeed(), NgecStories(), JsonLines(), XmlFeed(), Html(), Warc(), Pdf(), Letter(), Parquet(), CsvTable(),
    PlainText(),
)  # fmt: skip

READERS: tuple[Reader, ...] = (Zip(_FILE_READERS), Tar(_FILE_READERS), *_FILE_READERS)
"""In the order in which they are asked whether they recognise a file; plain text takes what is left."""
