"""What was fetched is found again as it was, by any reader of WARC."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from armswire.errors import OutputError
from armswire.fetching.fetcher import Answer
from armswire.fetching.keeping import Archive, Kept

warcio = pytest.importorskip("warcio.archiveiterator")

MOMENT = datetime(2031, 5, 2, 14, 30, tzinfo=timezone(timedelta(hours=2)))


def answer(
    body: bytes = b"<p>Norland sent rifles</p>", url: str = "https://courier.example/a", **headers: str
) -> Answer:
    return Answer(url, url, 200, {"content-type": "text/html", **headers}, body)


def read(folder: Path) -> list[tuple[str, str, str, bytes]]:
    found = []
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            for record in warcio.ArchiveIterator(file, check_digests="raise"):
                named = (
                    record.rec_headers.get_header(name) for name in ("WARC-Record-ID", "WARC-Target-URI", "WARC-Date")
                )
                found.append((*named, record.content_stream().read()))
    return found


def test_an_answer_is_found_again_whole(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "kept" / "here")
    body = bytes(range(256)) * 50
    kept = archive.keep(answer(body, **{"content-encoding": "gzip", "x-odd": "a\r\nSet-Cookie: b"}), MOMENT)
    assert read(tmp_path / "kept" / "here") == [
        (kept.record, "https://courier.example/a", "2031-05-02T12:30:00Z", body)
    ]
    told = gzip.decompress((tmp_path / "kept" / "here" / kept.file).read_bytes())
    assert b"content-encoding" not in told
    assert b"\nSet-Cookie" not in told


def test_a_file_that_breaks_off_is_read_up_to_there_and_another_run_begins_its_own(tmp_path: Path) -> None:
    first = Archive(tmp_path).keep(answer(b"one"), MOMENT)
    Archive(tmp_path).keep(answer(b"two"), MOMENT)
    assert sorted(body for *_, body in read(tmp_path)) == [b"one", b"two"]
    path = tmp_path / first.file
    whole = path.read_bytes()
    path.write_bytes(whole + whole[: len(whole) // 2])
    with path.open("rb") as file:
        assert next(iter(warcio.ArchiveIterator(file))).content_stream().read() == b"one"


def test_a_large_file_is_followed_by_another(tmp_path: Path) -> None:
    archive = Archive(tmp_path, largest=500)
    kept = [archive.keep(answer(str(n).encode() * 400), MOMENT) for n in range(4)]
    assert len({one.file for one in kept}) > 1
    assert len(read(tmp_path)) == 4


def test_many_keep_at_once_and_nothing_is_torn(tmp_path: Path) -> None:
    archive = Archive(tmp_path)

    def keep(number: int) -> Kept:
        return archive.keep(answer(str(number).encode() * 1000, f"https://courier.example/{number}"), datetime.now(UTC))

    with ThreadPoolExecutor(8) as threads:
        kept = list(threads.map(keep, range(60)))
    found = {record: (url, body) for record, url, _, body in read(tmp_path)}
    for number, one in enumerate(kept):
        assert found[one.record] == (f"https://courier.example/{number}", str(number).encode() * 1000)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(OutputError) as caught:
        Archive(tmp_path / "file" / "archive")
    assert str(tmp_path / "file") in caught.value.place
