"""A valid input and a random generator → an input that is broken in some way, the same for the same generator."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from random import Random

from benchmarks.robustness.samples import PACKS, columned, samples, tarred, zipped

MAX_BYTES = 200_000
"""Longest input: what is larger takes time and tells nothing new; limits of size have tests of their own."""

# What formats are made of: quotation marks, brackets, tags, heads, lengths, and values at the ends of their ranges.
TOKENS: tuple[bytes, ...] = (
    b'"', b'""', b"'", b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\x00", b"\\", b"\\u0000", b"\\ud800", b"{", b"}",
    b"[", b"]", b'{"text": "', b'{"text":null}', b'"html":', b"NaN", b"1e999", b"-1", b"0", b"4294967295",
    b"9223372036854775808", b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<p>", b"</p>",
    b"<table><tr><td>", b"<script>", b"&#0;", b"&#xD800;", b"&lt;", b"&nbsp;", b"<?xml ",
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', b"&b;", b'<meta charset="punycode">',
    b'<base href="file:///">', b'<link href="http://127.0.0.1:9/">', b'xmlns:a="b"', b"<rss>", b"<item>", b"<feed>",
    b"<entry>", b"<urlset>", b"<url><loc>", b"file:///etc/passwd", b"http://127.0.0.1:9/", b"From ", b"From: ",
    b"MIME-Version: 1.0\n", b"Content-Type: multipart/mixed; boundary=b\n\n", b"--b\n", b"--b--\n",
    b"Content-Type: message/rfc822\n\n", b"Content-Transfer-Encoding: base64\n", b"charset=punycode", b"=?utf-8?q?=",
    b"Content-Type: message/external-body; access-type=local-file; name=/etc/passwd\n\n", b"(", b")", b"<a@b>",
    b"WARC/1.0\r\n", b"WARC-Type: response\r\n", b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n",
    b"HTTP/1.1 200 OK\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: br\r\n", b"ffffffff\r\n",
    b"%PDF-1.4\n", b"1 0 obj", b"endobj", b"<<", b">>", b"1 0 R", b"99999 0 R", b"stream\n", b"\nendstream",
    b"/Length 9999999", b"/Filter /FlateDecode", b"/Filter [/LZWDecode /ASCIIHexDecode]", b"/Kids [1 0 R 2 0 R]",
    b"/Parent 3 0 R", b"xref", b"/Encrypt 6 0 R", b"/ObjStm", b"/Prev 0", b"startxref\n0\n", b"/F (/etc/passwd)",
    b"BT", b"ET", b" Tj ", b" Do ", b"q ", b"PAR1", b"\x15\x04", b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff\x0f",
    b"\x80\x80\x80\x80", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"../", b"/etc/passwd", b"ustar",
    b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3(", b"\xed\xa0\x80",
    b"\xf0\x9f\x92\xa3", b"2021-13-45", b"9999-12-31", b"0000-00-00", b"sep=;\n", b"text,date\n",
)  # fmt: skip


def make_input(reader: str, random: Random) -> tuple[str, bytes]:
    """The name of a file and what it holds, for one reader."""
    name, data = random.choice(samples()[reader])
    kind = random.random()
    if kind < 0.1:
        return name, _soup(random)
    if kind < 0.5 and reader in _ANEW:
        return _ANEW[reader](name, random)
    for _ in range(random.choice((1, 1, 2, 3, 5, 10, 30))):
        data = random.choice(_CHANGES)(data, random)
    return name, data[:MAX_BYTES]


def _archive(name: str, random: Random) -> tuple[str, bytes]:
    """A sound archive of broken files."""
    kinds = [kind for kind in samples() if kind not in ("ZIP", "tar")]
    files = {}
    for number in range(random.randrange(1, 4)):
        inner, data = make_input(random.choice(kinds), random)
        place = random.choice(("", "deep/", "../", "/", "__MACOSX/", "." * 200 + "/")) if random.random() < 0.2 else ""
        files[f"{place}{number}{inner}"] = data
    if name.endswith(".tgz"):
        return name, gzip.compress(tarred(files), mtime=0)
    return name, zipped(files) if name.endswith(".zip") else tarred(files)


def _table(name: str, random: Random) -> tuple[str, bytes]:
    """A sound Parquet file with anything in its cells."""
    rows = random.randrange(1, 6)
    kinds: tuple[Callable[[], object], ...] = (
        lambda: _soup(random)[:5000].decode("utf-8", "replace"),
        lambda: _soup(random)[:5000],
        lambda: random.randrange(-(2**63), 2**63),
        lambda: random.choice((float("nan"), float("inf"), 1.5)),
        lambda: [[random.random()]],
        lambda: {"a": None, "b": [random.random()]},
        lambda: None,
    )
    titles = random.sample(
        ("text", "Body", "html", "id", "date", "published", "url", "title", "authors", "x", "\x00", ""), 5
    )
    columns = {}
    for title in titles:
        make = random.choice((kinds[0], *kinds))
        columns[title] = [None if random.random() < 0.2 else make() for _ in range(rows)]
    return name, columned(columns, random.choice(("none", "snappy", "zstd", "gzip")))


def _packed(_: str, random: Random) -> tuple[str, bytes]:
    """A broken file, packed soundly."""
    inner, data = make_input(random.choice([kind for kind in samples() if kind != "packed files"]), random)
    suffix, pack = random.choice(PACKS)
    return f"{inner}.{suffix}", pack(data)


_ANEW = {"ZIP": _archive, "tar": _archive, "Parquet": _table, "packed files": _packed}


def _soup(random: Random) -> bytes:
    """Words of all formats in any order, some of them many times."""
    parts = [random.choice(TOKENS) * random.choice((1, 1, 1, 2, 100, 3000)) for _ in range(random.randrange(1, 40))]
    start = random.choice([b"", *(data[: random.randrange(200)] for files in samples().values() for _, data in files)])
    return (start + b"".join(parts))[:MAX_BYTES]


def _at(data: bytes, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 8))):
        if changed:
            changed[random.randrange(len(changed))] = random.choice((0, 255, 127, 128, random.randrange(256)))
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: _at(data, random)]


def _take_out(data: bytes, random: Random) -> bytes:
    start = _at(data, random)
    return data[:start] + data[start + random.choice((1, 4, 30, 300)) :]


def _put_in(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + random.choice(TOKENS) * random.choice((1, 1, 1, 2, 1000)) + data[at:]


def _put_noise(data: bytes, random: Random) -> bytes:
    at = _at(data, random)
    return data[:at] + random.randbytes(random.choice((1, 4, 64))) + data[at:]


def _say_again(data: bytes, random: Random) -> bytes:
    start = _at(data, random)
    part = data[start : start + random.choice((1, 10, 100, 1000))]
    at = _at(data, random)
    return (data[:at] + part * random.choice((1, 2, 50)) + data[at:])[:MAX_BYTES]


def _splice(data: bytes, random: Random) -> bytes:
    other = random.choice([data for files in samples().values() for _, data in files])
    return data[: _at(data, random)] + other[_at(other, random) :]


def _number(data: bytes, random: Random) -> bytes:
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return data
    at = random.choice(digits)
    return data[:at] + random.choice((b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999")) + data[at + 1 :]


_CHANGES: Sequence[Callable[[bytes, Random], bytes]] = (
    _flip, _flip, _cut, _take_out, _put_in, _put_in, _put_noise, _say_again, _splice, _number,
)  # fmt: skip
