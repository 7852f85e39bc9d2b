"""`armswire export`."""

from __future__ import annotations

from pathlib import Path

import pytest

from armswire.cli.main import run
from armswire.exports.formats import EXPORTERS
from armswire.samples import DISPATCHES


@pytest.mark.parametrize("name", [exporter.name for exporter in EXPORTERS])
def test_a_file_has_what_standard_output_has(
    samples_register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    output = tmp_path / "out"
    assert run(["export", name, "--register", str(samples_register)]) == 0
    printed = capsys.readouterr().out
    assert run(["export", name, "--register", str(samples_register), "-o", str(output)]) == 0
    assert output.read_bytes().decode() == printed
    assert printed or name == "judgements", "nobody judged anything there"
    assert list(tmp_path.iterdir()) == [output], "the unfinished file is gone"


def test_articles_in_another_order_give_the_same_bytes(
    samples_register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backwards = tmp_path / "backwards.jsonl"
    lines = DISPATCHES.read_text(encoding="utf-8").splitlines(keepends=True)
    backwards.write_text("".join(reversed(lines)), encoding="utf-8")
    other = tmp_path / "other.db"
    assert run(["add", str(backwards), "--register", str(other), "--quiet"]) == 0
    for what in ("claims", "transfers", "disputes", "positions"):
        capsys.readouterr()
        assert run(["export", what, "--register", str(other)]) == 0
        printed = capsys.readouterr().out
        assert run(["export", what, "--register", str(samples_register)]) == 0
        assert capsys.readouterr().out == printed


def test_an_unknown_export_and_an_unusable_file(
    samples_register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "music", "--register", str(samples_register)]) == 2
    assert "claims" in capsys.readouterr().err
    nowhere = tmp_path / "no" / "such" / "folder.jsonl"
    assert run(["export", "claims", "--register", str(samples_register), "-o", str(nowhere)]) == 3
    assert str(nowhere) in capsys.readouterr().err


@pytest.mark.parametrize("folder", [".", "/", ""])
def test_a_folder_is_no_file_to_write_to(
    samples_register: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["export", "csv", "--register", str(samples_register), "-o", folder]) == 3
    assert "folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_given_up_says_why_even_where_nothing_can_be_removed(
    samples_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # /proc takes no new files, not even from the superuser, and refuses to remove what is not there.
    assert run(["export", "csv", "--register", str(samples_register), "-o", "/proc/armswire.csv"]) == 3
    error = capsys.readouterr().err
    assert "/proc/armswire.csv: cannot be written" in error
    assert "Traceback" not in error
