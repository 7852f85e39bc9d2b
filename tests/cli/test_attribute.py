"""`armswire attribute`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run

TEXT = "The harbour master said on Monday that two crates had been opened. It rained."


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    lines = [{"id": "crates", "text": TEXT}, {"id": "rain", "text": "It rained."}]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def words(spans: list[list[int]]) -> list[str]:
    return [TEXT[start:end] for start, end in spans]


@pytest.mark.parametrize("method", ["network", "rules"])
def test_an_article_a_line_with_spans_in_its_text(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setenv("ARMSWIRE_ATTRIBUTIONS", method)
    output = tmp_path / "said.jsonl"
    assert run(["attribute", str(articles), "-o", str(output)]) == 0
    crates, rain = (json.loads(line) for line in output.read_text(encoding="utf-8").splitlines())
    assert rain == {"id": "rain", "attributions": []}
    [attribution] = crates["attributions"]
    assert set(attribution) == {"source", "cue", "content"}
    assert words(attribution["source"]) == ["The harbour master"]
    assert "said" in words(attribution["cue"])[0]
    assert "two crates had been opened" in words(attribution["content"])[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.jsonl", "said.jsonl"]


def test_standard_output_has_what_a_file_has(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["attribute", str(articles), "-o", str(tmp_path / "said.jsonl")]) == 0
    capsys.readouterr()
    assert run(["attribute", str(articles)]) == 0
    assert capsys.readouterr().out == (tmp_path / "said.jsonl").read_text(encoding="utf-8")


def test_what_cannot_be_read_is_named_and_the_rest_is_read(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles.write_text(articles.read_text(encoding="utf-8") + '\n{"id": 7\n', encoding="utf-8")
    output = tmp_path / "said.jsonl"
    assert run(["attribute", str(articles), "-o", str(output), "--quiet"]) == 1
    assert len(output.read_text(encoding="utf-8").splitlines()) == 2
    assert "articles.jsonl" in capsys.readouterr().err


def test_an_unknown_way_to_attribute_is_wrong_usage(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARMSWIRE_ATTRIBUTIONS", "magic")
    assert run(["attribute", str(articles)]) == 2
    assert "ARMSWIRE_ATTRIBUTIONS" in capsys.readouterr().err


def test_a_folder_is_no_output(articles: Path, tmp_path: Path) -> None:
    assert run(["attribute", str(articles), "-o", str(tmp_path)]) == 3
