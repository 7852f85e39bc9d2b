"""Whole articles with every slot of their claims, agreed once and kept.

A wrong reading becomes a case here before it is mended: article.json, expected.json, and why.md for why it is here.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from armswire.model.encoding import decode_claim
from armswire.pipeline import Reader

FOLDER = Path(__file__).parent
CASES = sorted(path.parent.name for path in FOLDER.glob("*/article.json"))


@pytest.fixture(scope="module")
def reading() -> Reader:
    """The rooms as the program puts them together."""
    return Reader()


@pytest.fixture(scope="module")
def renew() -> ModuleType:
    """The script that writes what is expected."""
    spec = importlib.util.spec_from_file_location("renew", FOLDER / "renew.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_enough() -> None:
    assert len(CASES) >= 10


@pytest.mark.parametrize("case", CASES)
def test_case(reading: Reader, renew: ModuleType, case: str) -> None:
    expected = json.loads((FOLDER / case / "expected.json").read_text(encoding="utf-8"))
    found = renew.read_case(reading, case)
    by_place = sorted(found, key=_place)
    assert by_place == sorted(expected, key=_place)


def _place(claim: dict[str, dict[str, int]]) -> tuple[int, str]:
    return claim["evidence"]["start"], json.dumps(claim, sort_keys=True)


@pytest.mark.parametrize("case", CASES)
def test_what_is_expected_is_well_formed(case: str) -> None:
    article = json.loads((FOLDER / case / "article.json").read_text(encoding="utf-8"))
    assert article["id"] == case
    assert len((FOLDER / case / "why.md").read_text(encoding="utf-8")) > 80
    for value in json.loads((FOLDER / case / "expected.json").read_text(encoding="utf-8")):
        claim = decode_claim({"id": "", "document": case, **value})
        assert article["text"][claim.evidence.start : claim.evidence.end] == claim.evidence.text
        for item in claim.items:
            assert item.text in article["text"]
        for source in claim.attribution:
            assert source.source in article["text"]
