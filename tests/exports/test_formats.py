"""What every exporter promises."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from armswire.errors import SettingError
from armswire.exports import formats
from armswire.exports.exporter import Exporter
from armswire.exports.formats import EXPORTERS, find_exporter
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim, make_item, make_source

every_exporter = pytest.mark.parametrize("exporter", EXPORTERS, ids=[exporter.name for exporter in EXPORTERS])

HOSTILE = "<script>alert(1)</script> =cmd|' /C calc'!A0 ⟦KOR⟧ \u202e \x01 {{ 7*7 }} ]]> \"quoted\"\r\n'single'"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "empty.db") as register:
        yield register


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Register]:
    with open_register(tmp_path / "filled.db", names={"KOR": "South Korea"}) as register:
        for n, words in enumerate(["plain words", HOSTILE]):
            name = f"d{n} {words}"
            claims = [
                make_claim("delivery", document=name, items=[make_item(words)], text=words, reason=words),
                make_claim(
                    "delivery", document=name, polarity="negated", attribution=[make_source(words, "KOR")], start=9
                ),
                make_claim("pledge", supplier="", recipient="", document=name, start=99),
                make_claim("refusal", recipient="POL", document=name, start=120),
            ]
            article = make_article(name, f"{n} {words}", outlet=words, title=words, url="javascript:alert(1)")
            record(register, article, claims)
        yield register


def write(exporter: Exporter, register: Register) -> tuple[str, int]:
    out = io.StringIO(newline="")
    written = exporter.write(register, out)
    return out.getvalue(), written


def test_names_are_distinct_and_found() -> None:
    names = [exporter.name for exporter in EXPORTERS]
    assert len(set(names)) == len(names)
    assert [find_exporter(name) for name in names] == list(EXPORTERS)
    assert {"claims", "transfers", "disputes", "articles", "positions"} <= set(names)


def test_a_wrong_name_is_told_which_there_are() -> None:
    with pytest.raises(SettingError, match="claims, transfers, disputes, articles, positions"):
        find_exporter("pigeon")


def test_every_module_of_the_folder_is_in_the_list() -> None:
    folder = Path(str(formats.__file__)).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    assert modules == {type(exporter).__module__.rsplit(".", 1)[-1] for exporter in EXPORTERS}


@every_exporter
def test_it_says_what_it_is(exporter: Exporter) -> None:
    assert exporter.about
    assert exporter.suffix.startswith(".")


@every_exporter
def test_an_empty_register_is_no_trouble(exporter: Exporter, empty: Register) -> None:
    assert write(exporter, empty)[1] == 0


@every_exporter
def test_the_same_register_gives_the_same_bytes(exporter: Exporter, filled: Register) -> None:
    first, written = write(exporter, filled)
    assert written > 0 or exporter.name == "judgements"  # nobody has judged anything in it
    assert write(exporter, filled) == (first, written)
    first.encode("utf-8")
