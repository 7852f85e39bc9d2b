"""Two texts of one address, from `armswire add` to what is told of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from armswire.cli.main import run

ADDRESS = "https://gulfwire.example/world/launchers"
ORDERED = "Kenya ordered the launchers two years ago. The price was 30 million euros, the ministry said."
CRITICISED = "Opposition parties in Oslo had criticised the deal."
DELIVERED = "OSLO - Norway has delivered 40 rocket launchers to Kenya, the Defence Ministry in Oslo said on Sunday."
PLEDGED = "OSLO - Norway will deliver 14 rocket launchers to Kenya, the Defence Ministry in Oslo said on Sunday."
FIRST = f"{DELIVERED}\n\nThe launchers arrived in Mombasa on Friday.\n\n{ORDERED}\n\n{CRITICISED}"
SECOND = f"{PLEDGED}\n\n{ORDERED}\n\n{CRITICISED}"


def dispatch(text: str, day: int, *, title: str = "Launchers for Kenya", url: str | None = ADDRESS) -> dict[str, Any]:
    """A text of the address, fetched on a day of March."""
    told = {"id": "gulf-1", "outlet": "Gulf Wire", "title": title, "published": "2031-03-02", "text": text, "url": url}
    return {**told, "retrieved": f"2031-03-{day:02}T08:00:00Z"}


def add(tmp_path: Path, capsys: pytest.CaptureFixture[str], *dispatches: dict[str, Any], fails: bool = False) -> str:
    """What `add` says of some dispatches that come in at once."""
    lines = tmp_path / "dispatches.jsonl"
    lines.write_text("\n".join(json.dumps(one) for one in dispatches), encoding="utf-8")
    assert run(["add", str(lines), "--register", str(tmp_path / "r.db"), "--quiet"]) == (1 if fails else 0)
    return "".join(capsys.readouterr())


def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run([*words, "--register", str(tmp_path / "r.db")]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("at_once", [True, False])
def test_a_claim_edited_away_is_told_with_its_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, at_once: bool
) -> None:
    texts = [dispatch(FIRST, 2, title="Norway delivers launchers"), dispatch(SECOND, 3)]
    if at_once:
        assert "2 articles added, 4 claims read, 1 other version" in add(tmp_path, capsys, *texts)
    else:
        add(tmp_path, capsys, texts[0])
        assert "1 article added, 2 claims read, 1 other version" in add(tmp_path, capsys, texts[1])

    card = ask(tmp_path, capsys, "show", "gulf-1@2")
    for words in (
        "version 2 of 2",
        "a silent edit",
        "the headline changed",
        "Norway [-has delivered 40-] {+will deliver 14+} rocket launchers",
        "[-The launchers arrived in Mombasa on Friday.-]",
        "edited away   delivery · NOR → KEN · 40 rocket launchers",
    ):
        assert words in card

    told = json.loads(ask(tmp_path, capsys, "show", "gulf-1@2", "--json"))
    assert [one["article"] for one in told["versions"]] == ["gulf-1", "gulf-1@2"]
    assert [one["kind"] for one in told["difference"]["passages"]] == ["changed", "removed"]
    assert (len(told["claims_gone"]), len(told["claims_in"])) == (1, 1)

    claims = json.loads(ask(tmp_path, capsys, "list", "claims", "--json"))
    (gone,) = [claim for claim in claims if claim["edited_away"]]
    assert (gone["stage"], gone["document"], gone["edited_away"]["version"]) == ("delivery", "gulf-1", "gulf-1@2")
    assert gone["evidence"]["text"].startswith(DELIVERED)
    assert "edited away in the version of 2031-03-03" in ask(tmp_path, capsys, "show", gone["id"])
    transfer = json.loads(ask(tmp_path, capsys, "show", gone["transfer"], "--json"))
    assert transfer["edited_away"] == [gone["id"]]
    assert "edited away in the version of 2031-03-03" in ask(tmp_path, capsys, "show", gone["transfer"])


def test_a_correction_that_is_told_is_not_silent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corrected = f"{SECOND}\n\nCorrection: an earlier version of this article gave the number as 40."
    add(tmp_path, capsys, dispatch(FIRST, 2), dispatch(corrected, 3))
    article = json.loads(ask(tmp_path, capsys, "show", "gulf-1@2", "--json"))
    assert (article["version"]["change"], article["version"]["silent"]) == ("edited", False)
    assert article["version"]["notice"]["kind"] == "correction"


def test_furniture_alone_makes_no_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    around = f"{FIRST}\n\nRead more: Ten ways to cook salmon"
    assert "2 articles added, 2 claims read" in add(tmp_path, capsys, dispatch(FIRST, 2), dispatch(around, 3))
    kept = json.loads(ask(tmp_path, capsys, "show", "gulf-1@2", "--json"))
    assert (kept["text"], kept["state"], kept["version"]["change"]) == (around, "same", "unchanged")
    assert not any(claim["edited_away"] for claim in json.loads(ask(tmp_path, capsys, "list", "claims", "--json")))
    assert "2 unchanged" in add(tmp_path, capsys, dispatch(FIRST, 2), dispatch(around, 3))


def test_a_front_page_is_replaced_not_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = "A summer fair in Marrowby drew a record crowd on Sunday. The mayor opened it with a song."
    add(tmp_path, capsys, dispatch(FIRST, 2), dispatch(other, 3))
    assert "replaced: another text altogether" in ask(tmp_path, capsys, "show", "gulf-1@2")
    assert not any(claim["edited_away"] for claim in json.loads(ask(tmp_path, capsys, "list", "claims", "--json")))


def test_an_id_without_an_address_is_refused_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = dispatch(FIRST, 2, url=None), dispatch(SECOND, 3, url=None)
    assert "another article of this run has the same id" in add(tmp_path, capsys, first, second, fails=True)
    assert "another article with the id 'gulf-1'" in add(tmp_path, capsys, second, fails=True)


def test_the_register_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(tmp_path, capsys, dispatch(FIRST, 2), dispatch(SECOND, 3), dispatch(f"{SECOND}\n\nShare this article", 4))
    assert "clean" in ask(tmp_path, capsys, "check")
