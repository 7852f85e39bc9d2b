"""`armswire show` tells who has it from whom, in articles that were read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from armswire.cli.main import run

WIRE = (
    "SEOUL, March 10 (Gulf Wire) - South Korea has sold 40 K9 howitzers to Norway, two officials familiar with the"
    ' matter said.\n\n"Nobody in the room believed that we would ever get the signatures of both ministers on that'
    ' paper," one of the officials said.'
)
CREDITED = (
    "South Korea sells howitzers to Norway\n\nSouth Korea has sold 40 K9 howitzers to Norway. The country has long looked"
    " for new artillery for its army in the north.\n\nHuyen Le (Theo Gulf Wire, Yonhap)"
)
QUOTING = (
    "How the howitzers were sold\n\nSouth Korea has sold 40 K9 howitzers to Norway, a person who was at the talks said."
    ' "Nobody in the room believed we would ever get the signatures of both ministers on that paper," the person said.'
)
OWN = (
    "Howitzers for Norway\n\nSouth Korea has sold 40 K9 howitzers to Norway, a company executive said in Changwon."
    "\n\nC. Writer contributed to this report."
)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("origins")
    told = {
        "wire": ("Gulf Wire", "2031-03-10", WIRE),
        "credited": ("Bao Bien", "2031-03-11", CREDITED),
        "quoting": ("Island Post", "2031-03-12", QUOTING),
        "own": ("Harbour Courier", "2031-03-12", OWN),
    }
    lines = [
        json.dumps({"id": name, "outlet": outlet, "published": day, "text": text})
        for name, (outlet, day, text) in told.items()
    ]
    (folder / "in.jsonl").write_text("\n".join(lines), "utf-8")
    path = folder / "armswire.db"
    assert run(["add", str(folder / "in.jsonl"), "--register", str(path), "--quiet"]) == 0
    return path


def shown(register: Path, capsys: pytest.CaptureFixture[str], what: str) -> str:
    assert run(["show", what, "--register", str(register)]) == 0
    return capsys.readouterr().out


def test_each_article_says_whether_it_is_first_hand(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "articles", "--register", str(register)]) == 0
    articles = {one["id"]: one for one in map(json.loads, capsys.readouterr().out.splitlines())}
    assert {name: one["first_hand"] for name, one in articles.items()} == {
        "wire": True,
        "own": True,
        "credited": False,
        "quoting": False,
    }
    assert articles["credited"]["signs"] == [
        {"report": "Yonhap", "sign": "credit"},
        {"report": "wire", "sign": "credit"},
    ]
    assert articles["credited"]["retells"] == ["Yonhap", "wire"]
    assert articles["quoting"]["signs"] == [{"report": "wire", "sign": "quotation"}]


def test_an_article_names_whom_it_retells_and_who_retells_it(
    register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wire = shown(register, capsys, "wire")
    assert "first-hand    yes" in wire
    assert "retold by     Bao Bien, 2031-03-11 [credited]" in wire
    assert "Island Post, 2031-03-12 [quoting]" in wire
    credited = shown(register, capsys, "credited")
    assert "first-hand    no" in credited
    assert "Yonhap, whose report is not in the register: in its credit line" in credited
    assert "Gulf Wire, 2031-03-10 [wire]: in its credit line" in credited


def test_a_transfer_shows_the_tree(register: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "transfers", "--register", str(register)]) == 0
    (transfer,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert transfer["origins"] == 2
    card = shown(register, capsys, transfer["id"])
    tree = card[card.index("Who has it from whom: 2 independent origins") : card.index("On whose word")]
    places = [line[: len(line) - len(line.lstrip(" │├└─"))] for line in tree.splitlines()[1:] if line.strip()]
    names = [line.strip(" │├└─").partition(",")[0].partition(":")[0] for line in tree.splitlines()[1:] if line.strip()]
    told = list(zip(names, (len(place) // 4 for place in places), strict=True))
    assert told == [
        ("Gulf Wire", 1),
        ("Yonhap (report is not in the register)", 2),
        ("Bao Bien", 3),
        ("Gulf Wire", 2),
        ("Bao Bien", 3),
        ("Island Post", 3),
        ("Harbour Courier", 1),
        ("Harbour Courier", 2),
    ]


def test_the_seeds_name_reports_that_were_never_collected(
    seeds_register: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "articles", "--register", str(seeds_register)]) == 0
    signs = {
        one["id"]: {(sign["report"], sign["sign"]) for sign in one["signs"]}
        for one in map(json.loads, capsys.readouterr().out.splitlines())
    }
    assert signs["seed-004"] == {("Reuters", "credit"), ("Yonhap", "credit")}
    assert ("Wall Street Journal", "credit") in signs["seed-002"]
    assert {report for report, _ in signs["seed-002"]} == {"Wall Street Journal"}
    assert {report for report, _ in signs["seed-000"]} == {"JTBC", "the JoongAng Ilbo"}
