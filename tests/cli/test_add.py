"""`armswire add`."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from loopback import Site
from loopback_news import page, rss

from armswire.cli.main import run

SALE = "Norway has sold 20 howitzers to Kenya, the Defence Ministry in Oslo said on Monday.\n"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Where a new register is to be."""
    return tmp_path / "new.db"


def export(register: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """All claims of a register."""
    capsys.readouterr()
    assert run(["export", "claims", "--register", str(register)]) == 0
    return capsys.readouterr().out


def test_an_article_again_changes_nothing(tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "sale.txt"
    article.write_text(SALE, encoding="utf-8")
    assert run(["add", str(article), "--register", str(register)]) == 0
    assert "1 article added, 1 claim read" in capsys.readouterr().out
    before = export(register, capsys)
    assert run(["add", str(article), "--register", str(register)]) == 0
    assert "1 unchanged" in capsys.readouterr().out
    assert export(register, capsys) == before
    claim = json.loads(before)
    assert (claim["stage"], claim["supplier"], claim["recipient"]) == ("agreement", ["NOR"], ["KEN"])


def test_bad_articles_are_named_and_the_rest_is_read(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (folder / "lines.jsonl").write_text(
        '{"id": "good", "text": ' + json.dumps(SALE) + '}\n{"id": "broken", "text": \n', encoding="utf-8"
    )
    (folder / "day.jsonl").write_text(
        json.dumps({"id": "day", "text": SALE, "published": "yesterday"}), encoding="utf-8"
    )
    assert run(["add", str(folder), "--register", str(register), "--quiet"]) == 1
    captured = capsys.readouterr()
    for name in ("empty.txt", "binary.txt", "lines.jsonl"):
        assert name in captured.err
    assert "Traceback" not in captured.err
    assert '"document": "good"' in export(register, capsys)


def test_an_encoding_that_was_guessed_is_said(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "sale.txt"
    article.write_bytes(SALE.replace("Defence", "“Defence”").encode("cp1252"))
    assert run(["add", str(article), "--register", str(register)]) == 0
    captured = capsys.readouterr()
    assert captured.err == f"armswire: {article}: not UTF-8, read as cp1252. Save it as UTF-8 if words look wrong\n"
    assert f"  {article} [article-" in captured.out


def test_a_report_for_machines(tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "sale.txt"
    article.write_text(SALE, encoding="utf-8")
    missing = tmp_path / "missing.txt"
    assert run(["add", str(article), str(missing), "--register", str(register), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    counts = {"added": 1, "reread": 0, "unchanged": 0, "failed": 1, "versions": 0, "foreign": 0, "claims": 1}
    assert report["counts"] == counts
    added, failed = report["articles"]
    assert (added["outcome"], added["claims"], added["relevant"]) == ("added", 1, True)
    assert failed["place"] == str(missing)
    assert failed["error"]["problem"]


def test_an_article_without_a_word_of_arms_is_kept_but_not_parsed(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "fair.txt"
    article.write_text("The summer fair in Marrowby drew a record crowd on Sunday.\n", encoding="utf-8")
    assert run(["add", str(article), "--register", str(register)]) == 0
    assert "no word of arms" in capsys.readouterr().out
    assert run(["list", "articles", "--register", str(register), "--state", "irrelevant", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


FOREIGN = {
    "uk": "Міністерство повідомило у вівторок, що сорок гаубиць прибули до порту раніше, ніж було обіцяно.",
    "de": "Norland liefert vierzig Haubitzen und Panzer an Sudmark, teilte das Ministerium am Dienstag mit.",
}


def test_articles_in_other_languages_are_kept_counted_and_not_read(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a", FOREIGN["uk"]), ("b", FOREIGN["uk"] * 2), ("c", FOREIGN["de"]), ("d", SALE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["add", str(tmp_path), "--register", str(register)]) == 0
    told = capsys.readouterr().out
    assert "in Ukrainian, which is not read yet" in told
    assert told.splitlines()[-2].endswith("4 articles added, 1 claim read")
    assert told.splitlines()[-1] == "3 articles in languages that are not read yet: 2 Ukrainian, 1 German"
    assert run(["list", "articles", "--register", str(register), "--state", "foreign", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert sorted(one["written_in"] for one in listed) == ["de", "uk", "uk"]
    assert run(["list", "articles", "--register", str(register), "--state", "foreign"]) == 0
    assert "foreign: German" in capsys.readouterr().out
    assert run(["show", listed[0]["id"], "--register", str(register)]) == 0
    assert "which is not read yet" in capsys.readouterr().out


def test_articles_in_other_languages_are_told_to_machines(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(FOREIGN["uk"], encoding="utf-8")
    assert run(["add", str(tmp_path / "a.txt"), "--register", str(register), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["counts"]["foreign"], report["languages_not_read"]) == (1, {"uk": 1})
    assert report["articles"][0]["language_not_read"] == "uk"


def test_a_folder_may_hold_the_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "armswire.db"
    (tmp_path / "a.txt").write_text("Norland sent 40 rifles to Sudmark, the Harbour Courier said.")
    for outcome in ("added", "unchanged"):
        assert run(["add", str(tmp_path), "--register", str(place), "--json"]) == 0
        counts = json.loads(capsys.readouterr().out)["counts"]
        assert (counts[outcome], counts["failed"]) == (1, 0)


def test_standard_input(register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SALE.encode())))
    assert run(["add", "-", "--register", str(register), "--quiet"]) == 0
    assert "1 claim read" in capsys.readouterr().out


def test_the_register_of_the_environment(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARMSWIRE_REGISTER", str(register))
    article = tmp_path / "sale.txt"
    article.write_text(SALE, encoding="utf-8")
    assert run(["add", str(article)]) == 0
    assert register.exists()
    assert str(register) in capsys.readouterr().out


def test_a_file_that_is_no_register_is_left_alone(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register.write_text("a diary", encoding="utf-8")
    article = tmp_path / "sale.txt"
    article.write_text(SALE, encoding="utf-8")
    assert run(["add", str(article), "--register", str(register)]) == 3
    assert str(register) in capsys.readouterr().err
    assert register.read_text(encoding="utf-8") == "a diary"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    article = tmp_path / "sale.txt"
    article.write_text(SALE, encoding="utf-8")
    assert run(["add", str(article), "--register", str(folder / "new.db")]) == 3
    assert "read-only" in capsys.readouterr().err


def test_a_feed_is_read_from_its_address_kept_and_read_again_from_what_was_kept(
    tmp_path: Path, register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = Site()
    try:
        site.pages |= {"/feed": rss(site, ["a", "gone"]), "/a": page("One")}
        asked = ["add", f"{site.url}/feed", "--register", str(register), "--keep", str(tmp_path / "kept")]
        assert run([*asked, "--allow-host", "127.0.0.1"]) == 1
        captured = capsys.readouterr()
        assert "1 article added, 1 claim read, 1 failed" in captured.out
        assert f"{site.url}/gone" in captured.err and "status 404" in captured.err
    finally:
        site.close()
    assert run(["add", str(tmp_path / "kept"), "--register", str(tmp_path / "second.db")]) == 0
    assert "1 article added, 1 claim read" in capsys.readouterr().out
    (claim,) = (json.loads(export(place, capsys)) for place in (register,))
    (again,) = (json.loads(export(place, capsys)) for place in (tmp_path / "second.db",))
    assert claim["evidence"] == again["evidence"]


def test_an_address_of_this_machine_is_not_asked(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "http://127.0.0.1:9/a", "--register", str(register), "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["articles"]
    assert "private network" in told["error"]["problem"]
    assert "--allow-host 127.0.0.1" in told["error"]["remedy"]
