"""Archives of the web for tests, written by warcio."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

STORY = """<html lang="en"><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav><article>
<h1>{title}</h1><p>Norland will sell six patrol boats to Sudmark, the first sale between the two countries.</p>
<p>Boat number {number} carries a gun of 30 mm, a statement of the ministry of defence said on Monday.</p>
<p>“A good day,” the minister said at a ceremony attended by workers, deputies and the ambassador.</p>
</article></body></html>"""


@dataclass
class Archive:
    """A WARC that grows record by record; `offsets` are where they begin."""

    packed: bool
    offsets: list[int] = field(default_factory=list)
    file: io.BytesIO = field(default_factory=io.BytesIO)

    def add(self, url: str, body: bytes, *headers: tuple[str, str], status: str = "200 OK", kind: str = "response"):
        """Adds a record and gives itself back."""
        self.offsets.append(self.file.tell())
        writer = WARCWriter(self.file, gzip=self.packed)
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        date = {"WARC-Date": "2021-03-02T08:00:00Z"}
        record = writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict=date
        )
        writer.write_record(record)
        record.raw_stream.close()
        return self

    def add_story(self, number: int):
        """Adds a page of news and gives itself back."""
        page = STORY.format(title=f"Boat {number}", number=number).encode()
        return self.add(f"https://harbour.example/{number}", page, ("Content-Type", "text/html; charset=utf-8"))

    @property
    def data(self) -> bytes:
        """All bytes so far."""
        return self.file.getvalue()
