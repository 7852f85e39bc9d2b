from __future__ import annotations

import io
import re
import time

from armswire.articles.warc.records import MAX_TRIES, Damage, Passed, Record, read_records
from armswire.articles.warc.window import WINDOW_BYTES, Window
from tests.articles.archived import Archive


def test_a_file_full_of_marks_is_given_up() -> None:
    for data in (
        b"\x1f\x8b\x08" * 1_000_000,
        b"WARC/1.0\r\n" * 300_000,
        b"WARC/1.0\r\nContent-Length: 9999\r\n\r\n" * 99_999,
    ):
        started = time.monotonic()
        found = list(read_records(io.BufferedReader(io.BytesIO(data))))
        assert time.monotonic() - started < 20
        assert found and isinstance(found[-1], Damage | Passed)


def test_records_before_and_after_much_rubbish_are_read() -> None:
    rubbish = (b"WARC/1.0\r\n" + bytes(100_000)) * (MAX_TRIES // 2)
    data = Archive(packed=False).add_story(1).data
    first, damage, last = read_records(io.BufferedReader(io.BytesIO(data + rubbish + data)))
    assert isinstance(first, Record) and isinstance(last, Record)
    assert isinstance(damage, Damage) and damage.resumed == len(data) + len(rubbish) == last.offset


def test_a_page_that_quotes_a_record_is_one_record() -> None:
    inner = Archive(packed=False).add_story(1).data
    outer = Archive(packed=False).add("https://a.example/", inner, ("Content-Type", "text/html"))
    data = outer.data
    broken = data + b"XXXX"
    first, damage = read_records(io.BufferedReader(io.BytesIO(broken)))
    assert isinstance(first, Record) and first.url == "https://a.example/"
    assert isinstance(damage, Damage) and damage.resumed is None


def test_a_window_holds_no_more_than_it_says() -> None:
    window = Window(io.BufferedReader(io.BytesIO(bytes(WINDOW_BYTES) + b"mark" + bytes(WINDOW_BYTES))))
    while window.read(1 << 20):
        assert len(window._kept) <= WINDOW_BYTES + (1 << 17)
    assert window.seek_mark(re.compile(b"mark"), 0) and window.tell() == WINDOW_BYTES
    assert window.read(4) == b"mark"
    assert not window.seek_mark(re.compile(b"mark"), WINDOW_BYTES + 1)


def test_a_record_without_headers_is_passed_once() -> None:
    for data in (b"WARC/1.0\r\n8089", b"WARC/1.0\nno header\n", b"WARC/1.0\r\n"):
        found = list(read_records(io.BufferedReader(io.BytesIO(data))))
        assert len(found) <= 1
