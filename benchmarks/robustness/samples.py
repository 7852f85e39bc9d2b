"""Valid inputs for each reader, small, written by code; sentences are invented."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from email import policy
from email.message import EmailMessage
from functools import lru_cache
from typing import Any

import pyarrow
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

WORDS = (
    "Norland will sell six patrol boats to Sudmark, the first sale between the two countries, it said on Monday.",
    "Each boat carries a gun of 30 mm – “a good day” for all, the minister said; Sześć łodzi, 4,5 Mio €.",
)
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Boats for Sudmark</title>'
    '<meta property="article:published_time" content="2021-03-01T08:00:00Z">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-03-01"}</script></head>'
    f"<body><nav><a href='/'>Home</a></nav><article><h1>Boats</h1><p>{WORDS[0]}</p><p>{WORDS[1]}</p>"
    "</article></body></html>"
)
_RSS = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    "<channel><title>Harbour Courier</title><link>https://harbour.example/</link><item><title>Boats</title>"
    "<link>/b</link><pubDate>Mon, 01 Mar 2021 23:30:00 -0500</pubDate>"
    "<description>&lt;b&gt;Six&lt;/b&gt; boats.</description>"
    f"<content:encoded><![CDATA[<p>{WORDS[0]}</p>]]></content:encoded></item></channel></rss>"
)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Courier</title><entry><id>b</id><title>Boats</title>'
    '<link href="/b"/><updated>2021-03-01T08:00:00Z</updated>'
    f'<content type="html">&lt;p&gt;{WORDS[0]}&lt;/p&gt;</content>'
    "</entry></feed>"
)
_SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://harbour.example/b</loc><news:news>'
    "<news:publication><news:name>Harbour Courier</news:name><news:language>en</news:language></news:publication>"
    "<news:publication_date>2021-03-01</news:publication_date><news:title>Boats</news:title></news:news></url></urlset>"
)
_JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Courier",
    "items": [
        {"id": "b", "url": "/b", "title": "Boats", "date_published": "2021-03-01T08:00:00Z", "content_text": WORDS[0]}
    ],
}
_LINES = [
    {
        "id": f"x{n}",
        "text": words,
        "published": "2021-03-01",
        "outlet": "Harbour Courier",
        "title": "Boats",
        "n": [1.5, None],
    }
    for n, words in enumerate(WORDS)
]
_STORIES = [
    {"id": f"s{n}_AID_", "event_type": "AID", "event_mode": "", "event_text": words, "headline": "Boats",
     "pub_date": "2021-03-01", "publisher": "Harbour Courier"}
    for n, words in enumerate(WORDS)
]  # fmt: skip
_PAPER = """%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj
4 0 obj <</Length {length}>> stream
{content}
endstream endobj
5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica
/Encoding <</Type /Encoding /Differences [39 /quotesingle]>>>> endobj
6 0 obj <</Title (Boats for Sudmark) /CreationDate (D:20210301080000+01'00')>> endobj
trailer <</Size 7 /Root 1 0 R /Info 6 0 R>>
startxref
0
%%EOF
"""


def _lines(objects: list[dict[str, object]]) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in objects)


def _table(delimiter: str) -> bytes:
    file = io.StringIO()
    rows = [
        ["Headline", "Body", "Source", "Pub. Date"],
        *(["Boats", words, "Courier", "2021-03-01"] for words in WORDS),
    ]
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue().encode()


def columned(columns: Mapping[str, list[Any]], packing: str) -> bytes:
    """A Parquet file of these columns."""
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(columns)), file, compression=packing)
    return file.getvalue()


def _columns(packing: str) -> bytes:
    columns = {"text": list(WORDS), "date": ["2021-03-01", None], "tags": [["a"], []], "n": [1.5, 2.5]}
    return columned(columns, packing)


def _paper() -> bytes:
    shown = "".join(f"({words[:60].encode('ascii', 'ignore').decode()}) Tj T*\n" for words in WORDS)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}[(Six) -250 (boats)] TJ ET"
    return _PAPER.format(length=len(content), content=content).encode()


def _letter() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "The Desk <desk@courier.example>", "Boats for Südmark"
    message["Date"], message["Message-ID"] = "Mon, 01 Mar 2021 23:30:00 -0500", "<b@courier.example>"
    message.set_content("\n".join(WORDS))
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(_paper(), maintype="application", subtype="pdf", filename="release.pdf")
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"b{number}")  # the library's own are random
    return message.as_bytes(policy=policy.SMTP)


def _mailbox() -> bytes:
    line = b"From desk@courier.example Mon Mar  1 23:30:00 2021\n"
    plain = f"From: a@b.example\nMIME-Version: 1.0\nSubject: Boats\n\n{WORDS[0]}\n\n".encode()
    return (line + plain) * 2


def _archive_of_the_web(*, packed: bool) -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for number in range(2):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://harbour.example/{number}", "response", payload=io.BytesIO(PAGE.encode()), http_headers=headers,
            warc_headers_dict={"WARC-Date": "2021-03-02T08:00:00Z", "WARC-Record-ID": f"<urn:uuid:{number}>"},
        )  # fmt: skip
        writer.write_record(record)
        record.raw_stream.close()
    return file.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def tarred(files: Mapping[str, bytes]) -> bytes:
    """A tar of these files."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


@lru_cache(maxsize=1)
def samples() -> Mapping[str, tuple[tuple[str, bytes], ...]]:
    """For each reader, by its name, and for what unpacks files: names of files and what they hold."""
    lines, stories, pages = _lines(_LINES), _lines(_STORIES), PAGE.encode()
    plain = "\n\n".join(WORDS).encode()
    files = {"a.txt": plain, "b/c.jsonl": lines, "d.html": pages, "e.csv": _table(","), "f": _letter()}
    return {
        "plain text": (("a.txt", plain), ("a.txt", WORDS[1].encode("cp1252", "replace"))),
        "JSON Lines": (("a.jsonl", lines), ("a.json", json.dumps(_LINES).encode())),
        "NGEC": (("a.jsonl", stories),),
        "JSON Feed": (("a.json", json.dumps(_JSON_FEED).encode()),),
        "RSS, Atom and sitemaps": (("a.xml", _RSS.encode()), ("a.atom", _ATOM.encode()), ("a.xml", _SITEMAP.encode())),
        "HTML": (("a.html", pages),),
        "WARC": (("a.warc", _archive_of_the_web(packed=False)), ("a.warc.gz", _archive_of_the_web(packed=True))),
        "PDF": (("a.pdf", _paper()),),
        "e-mail": (("a.eml", _letter()), ("a.mbox", _mailbox())),
        "Parquet": (("a.parquet", _columns("none")), ("a.parquet", _columns("snappy"))),
        "CSV": (("a.csv", _table(",")), ("a.tsv", _table("\t"))),
        "ZIP": (("a.zip", zipped(files)),),
        "tar": (("a.tar", tarred(files)), ("a.tgz", gzip.compress(tarred(files), mtime=0))),
        "packed files": tuple(
            (f"a.jsonl.{suffix}", pack(lines)) for suffix, pack in PACKS
        ),
    }  # fmt: skip


PACKS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("gz", lambda data: gzip.compress(data, mtime=0)),
    ("bz2", bz2.compress),
    ("xz", lzma.compress),
)
