"""A folder of articles in, an export out, through the command line as a person starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

TEXT = """Kenya asks Brazil for armoured vehicles

NAIROBI - Kenya has asked Brazil for 30 armoured vehicles, Defence Minister Wanjiru Kamau said on Tuesday.

Brazil's Foreign Ministry said that Brasilia was considering the request.
"""
PAGE = """<html><head><title>Spain delivers ambulances</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Spain delivers ambulances</h1>
<p>Spain has delivered twelve armoured ambulances to Lebanon's army, the Defence Ministry in Madrid said on Friday.
The vehicles arrived in Beirut by ship in the morning and will be handed to a medical battalion next week.</p>
<p>It is the second delivery of its kind this year, a spokeswoman said. The first was made in February.</p></article>
<footer>All rights reserved</footer></body></html>
"""
LINE = {
    "id": "wire-1",
    "outlet": "Meridian Wire",
    "published": "2024-05-15",
    "text": "India will send 40 radars to Vietnam, the Indian Defence Ministry said on Wednesday.",
    "desk": "asia",
}


def armswire(folder: Path, *arguments: str, status: int = 0) -> str:
    """Run the program in a folder; what it prints."""
    command = [sys.executable, "-m", "armswire", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


def lines(printed: str) -> list[dict[str, Any]]:
    """JSON Lines."""
    return [json.loads(line) for line in printed.splitlines()]


def test_folder_in_export_out(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    (articles / "deeper").mkdir(parents=True)
    (articles / "kenya.txt").write_text(TEXT, encoding="utf-8")
    (articles / "spain.html").write_text(PAGE, encoding="utf-8")
    (articles / "deeper" / "wire.jsonl").write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    (articles / "nothing.txt").write_bytes(b"")

    armswire(tmp_path, "add", "articles", status=1)  # the empty file is named and skipped
    claims = lines(armswire(tmp_path, "export", "claims"))
    texts = {article["id"]: article for article in lines(armswire(tmp_path, "export", "articles"))}

    assert len(texts) == 3
    assert texts["wire-1"]["extra"]["desk"] == "asia"
    for claim in claims:
        evidence = claim["evidence"]
        assert texts[claim["document"]]["text"][evidence["start"] : evidence["end"]] == evidence["text"]
    found = {(claim["stage"], *claim["supplier"], *claim["recipient"]) for claim in claims}
    assert {("request", "BRA", "KEN"), ("delivery", "ESP", "LBN"), ("pledge", "IND", "VNM")} <= found

    transfers = lines(armswire(tmp_path, "export", "transfers"))
    known = {claim["id"] for claim in claims}
    assert transfers
    assert all(set(transfer["claims"]) <= known for transfer in transfers)
    assert {claim["transfer"] for claim in claims} - {None} == {transfer["id"] for transfer in transfers}

    before = armswire(tmp_path, "export", "transfers")
    armswire(tmp_path, "add", "articles", status=1)
    assert armswire(tmp_path, "export", "transfers") == before
