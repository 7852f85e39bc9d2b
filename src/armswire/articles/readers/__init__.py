"""One module per input format; the list below is all there is to register."""

from __future__ import annotations

from armswire.articles.reader import Reader
from armswire.articles.readers.feed import XmlFeed
from armswire.articles.readers.html import Html
from armswire.articles.readers.json_feed import JsonFeed
from armswire.articles.readers.jsonl import JsonLines
from armswire.articles.readers.plain_text import PlainText
from armswire.articles.readers.warc import Warc

READERS: tuple[Reader, ...] = (JsonFeed(), JsonLines(), XmlFeed(), Html(), Warc(), PlainText())
"""In the order in which they are asked whether they recognise a file; plain text takes what is left."""
