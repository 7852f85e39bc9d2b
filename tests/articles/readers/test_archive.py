from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from armswire.articles.archives.limits import ArchiveLimits
from armswire.articles.read import read
from armswire.articles.reader import Incoming, Outcome
from armswire.articles.readers.archive import Tar, Zip
from armswire.articles.readers.plain_text import PlainText
from armswire.errors import ArticleError
from armswire.model.article import Article
from tests.articles.archived import Archive

SENTENCE = b"Norland sent 40 rifles to Sudmark, the Harbour Courier said."


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred(files: Mapping[str, bytes], packing: str = "") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=f"w:{packing}") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


KINDS = {
    "news.zip": zipped,
    "news.tar": tarred,
    "news.tar.gz": lambda files: tarred(files, "gz"),
    "news.tgz": lambda files: tarred(files, "gz"),
    "news.tar.bz2": lambda files: tarred(files, "bz2"),
    "news.tar.xz": lambda files: tarred(files, "xz"),
}
EACH = pytest.mark.parametrize("name", KINDS)


def outcomes(tmp_path: Path, data: bytes, name: str) -> list[Outcome]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read([str(path)]))


def problems(found: list[Outcome]) -> list[str]:
    return [outcome.problem for outcome in found if isinstance(outcome, ArticleError)]


@EACH
def test_every_file_is_read_by_the_reader_for_its_kind(tmp_path: Path, name: str) -> None:
    files = {
        "a.txt": SENTENCE,
        "deep/er/b.jsonl": b'{"text": "one"}\n{"text": "two"}\n',
        "c.txt.gz": gzip.compress(b"packed"),
        "d.warc.gz": Archive(packed=True).add_story(1).data,
        ".hidden.txt": b"never",
        "__MACOSX/._a.txt": b"never",
        "e": b"told by its content",
        "f.feed.xml": b"<rss><channel><item><title>t</title><description>d</description></item></channel></rss>",
    }
    found = outcomes(tmp_path, KINDS[name](files), name)
    texts = [outcome.text for outcome in found if isinstance(outcome, Article)]
    assert problems(found) == []
    assert [text[:20] for text in texts] == [
        SENTENCE.decode()[:20], "one", "two", "packed", texts[4][:20], "told by its content", "t\n\nd",
    ]  # fmt: skip
    assert found[1].place == f"{tmp_path / name}, deep/er/b.jsonl, line 1"  # type: ignore[union-attr]
    assert sorted(os.listdir(tmp_path)) == [name]


@EACH
def test_an_archive_is_told_by_its_content(tmp_path: Path, name: str) -> None:
    data = KINDS[name]({"a.txt": SENTENCE})
    (article,) = outcomes(tmp_path, data, "news")
    assert isinstance(article, Article)
    (piped,) = read(["-"], stdin=io.BytesIO(data))
    assert isinstance(piped, Article) and piped.place == "standard input, a.txt"


@EACH
@pytest.mark.parametrize("bad", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "C:\\a.txt", "\\a.txt", "..\\a.txt"])
def test_names_that_lead_out_are_refused_and_the_rest_is_read(tmp_path: Path, name: str, bad: str) -> None:
    error, article = outcomes(tmp_path, KINDS[name]({bad: SENTENCE, "good.txt": SENTENCE}), name)
    assert isinstance(error, ArticleError) and "leads out of the archive" in error.problem
    assert str(error.value).replace("\\", "/") in bad.replace("\\", "/")
    assert isinstance(article, Article)
    assert sorted(os.listdir(tmp_path)) == [name]


@EACH
def test_archives_within_are_not_opened(tmp_path: Path, name: str) -> None:
    inner = zipped({"a.txt": SENTENCE})
    files = {"in.zip": inner, "in.tar.gz": tarred({}, "gz"), "in": inner, "in.txt": inner, "good.txt": SENTENCE}
    *errors, article = outcomes(tmp_path, KINDS[name](files), name)
    assert isinstance(article, Article)
    told = problems(errors)
    assert len(told) == 4
    assert all("archive" in problem.lower() for problem in told)


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo(f"link{kind!r}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    found = outcomes(tmp_path, file.getvalue(), "a.tar")
    assert len(found) == 4 and all("a link or a device" in problem for problem in problems(found))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    (error,) = outcomes(tmp_path, file.getvalue(), "a.zip")
    assert isinstance(error, ArticleError) and "a link or a device" in error.problem


def test_a_bomb_of_one_file_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    found = outcomes(tmp_path, zipped({"bomb.jsonl": b"a" * 120_000_000, "good.txt": SENTENCE}), "a.zip")
    assert "times its size" in problems(found)[-1]
    assert isinstance(found[-1], Article)
    for packing in ("gz", "bz2", "xz"):
        told = problems(outcomes(tmp_path, tarred({"bomb.jsonl": b"a" * 120_000_000}, packing), f"a.tar.{packing}"))
        assert any("times its size" in problem for problem in told)


def test_limits_of_members_and_bytes_stop_the_rest() -> None:
    files = {f"{number}.txt": SENTENCE for number in range(10)}
    few = ArchiveLimits(members=3)
    small = ArchiveLimits(unpacked=2 * len(SENTENCE) + 5)
    for kind, data in ((Zip, zipped(files)), (Tar, tarred(files))):
        for limits, count, words in ((few, 3, "more than 3 members"), (small, 2, "unpacks to more than")):
            incoming = Incoming("in", "", io.BufferedReader(io.BytesIO(data)))
            found = list(kind([PlainText()], limits).read(incoming))
            assert sum(isinstance(outcome, Article) for outcome in found) == count
            assert words in problems(found)[-1] and len(problems(found)) <= 2


def test_a_huge_table_of_contents_or_header_is_not_held() -> None:
    table = zipped({f"{number}.txt": b"" for number in range(2000)})
    incoming = Incoming("in", "", io.BufferedReader(io.BytesIO(table)))
    (error,) = Zip([PlainText()], ArchiveLimits(contents=1000)).read(incoming)
    assert isinstance(error, ArticleError) and "table of contents" in error.problem
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
        info = tarfile.TarInfo("a.txt")
        info.pax_headers = {"comment": "x" * 5_000_000}
        archive.addfile(info)
    incoming = Incoming("in", "", io.BufferedReader(io.BytesIO(file.getvalue())))
    (error,) = Tar([PlainText()]).read(incoming)
    assert isinstance(error, ArticleError) and "a header of more than" in error.problem


def test_passwords_rare_packings_and_office_documents_are_told(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.txt": SENTENCE}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(sign) + at] |= 1
    assert "password" in problems(outcomes(tmp_path, bytes(locked), "a.zip"))[0]
    assert "rare way" in problems(outcomes(tmp_path, zipped({"a.txt": SENTENCE}, zipfile.ZIP_LZMA), "a.zip"))[0]
    office = zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"})
    for name in ("a.zip", "a", "a.docx"):
        assert "office document" in problems(outcomes(tmp_path, office, name))[0]


@EACH
def test_a_broken_archive_gives_what_is_before_the_break(tmp_path: Path, name: str) -> None:
    files = {f"{number}.txt": os.urandom(12_000).hex().encode() for number in range(6)}
    data = bytearray(KINDS[name](files))
    data[len(data) // 2] ^= 0x55
    found = outcomes(tmp_path, bytes(data), name)
    assert any(isinstance(outcome, Article) for outcome in found) or name.endswith((".bz2", ".gz", ".tgz", ".xz"))
    if name != "news.tar":
        assert problems(found)
    assert problems(outcomes(tmp_path, bytes(data[: len(data) // 2]), name))


def test_a_broken_header_in_a_tar_is_no_end(tmp_path: Path) -> None:
    data = bytearray(tarred({"a.txt": SENTENCE, "b.txt": SENTENCE}))
    data[1024 + 150] ^= 0x55
    article, error = outcomes(tmp_path, bytes(data), "a.tar")
    assert isinstance(article, Article)
    assert isinstance(error, ArticleError) and "broken archive: invalid header" in error.problem


def test_an_empty_archive_is_told_and_many_members_take_no_time(tmp_path: Path) -> None:
    assert problems(outcomes(tmp_path, tarred({}), "a.tar")) == ["no file in it"]
    assert problems(outcomes(tmp_path, zipped({}), "a.zip")) == ["no file in it"]
    many = {f"{number}.json": json.dumps({"text": f"Number {number}."}).encode() for number in range(3000)}
    started = time.monotonic()
    assert len(outcomes(tmp_path, zipped(many), "a.zip")) == 3000
    assert time.monotonic() - started < 10
