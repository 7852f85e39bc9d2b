"""What is refused is in the report of `armswire add`, with its place, its reason and what to do, whatever reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.articles.readers import READERS
from armswire.cli.main import run
from tests.articles.mailed import letter, mailed

GOOD = b"The summer fair in Marrowby drew a record crowd on Sunday."
REFUSED = {
    "ZIP": ("a.zip", b"PK\x03\x04 broken", "broken archive"),
    "tar": ("a.tar", b"no tar at all" * 100, "broken archive"),
    "JSON Feed": ("a.json", b'{"version": "https://jsonfeed.org/version/1", "items": []}', "no entry in this"),
    "NGEC": ("a.jsonl", b'{"id": "s1", "event_text": "Boats.", "pub_date": "1/3/21"}', "published is not a date"),
    "JSON Lines": ("b.jsonl", b'{"text": \n', "broken JSON"),
    "RSS, Atom and sitemaps": ("a.xml", b"<rss><channel><title>a</title></channel></rss>", "no entry in this"),
    "HTML": ("a.html", b"<html><body><nav>Home</nav></body></html>", "no article text"),
    "WARC": ("a.warc", b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n", "damaged"),
    "PDF": ("a.pdf", b"%PDF-1.4 and no more", "broken"),
    "e-mail": ("a.eml", mailed(letter(None, None)), "a letter without text"),
    "Parquet": ("a.parquet", b"PAR1 and no more PAR1", "broken"),
    "CSV": ("a.csv", b'text,date\n"Boats.,2021-03-01\n', "never closed"),
    "plain text": ("a.txt", b"   ", "the file is empty"),
}


def test_every_reader_has_its_case() -> None:
    assert set(REFUSED) == {reader.name for reader in READERS}


@pytest.mark.parametrize("reader", REFUSED)
def test_a_refusal_is_reported_and_the_rest_is_read(
    reader: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data, problem = REFUSED[reader]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "zz.txt").write_bytes(GOOD)
    assert run(["add", str(folder), "--register", str(tmp_path / "new.db"), "--json"]) == 1
    captured = capsys.readouterr()
    report = json.loads(captured.out)
    assert (report["counts"]["added"], report["counts"]["failed"]) == (1, 1)
    (failed,) = (one for one in report["articles"] if one["outcome"] == "failed")
    assert failed["place"].startswith(str(folder / name))
    assert problem in failed["error"]["problem"] and failed["error"]["remedy"]
    assert problem in captured.err and "Traceback" not in captured.err
