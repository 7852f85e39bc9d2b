"""A kill at any moment loses at most the article under way, and the next run goes on."""

from __future__ import annotations

import io
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from armswire.exports.formats import EXPORTERS
from armswire.register.store import open_register

ARTICLES = 120

_RUN = """
import sys
from armswire.register import queries
from armswire.register.derivation import rederive
from armswire.register.record import Outcome, is_recorded, record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim
import alembic.command, alembic.config
print("ready", flush=True)
with open_register(sys.argv[1]) as register:
    for i in range(int(sys.argv[2])):
        text = f"{i} " + "Norland and its shells, many of them. " * 200
        article = make_article(f"a{i:04}", text, published=f"2031-03-{1 + i % 28:02}")
        if is_recorded(register, article):
            continue
        stages = ("pledge", "agreement", "delivery")
        claims = [make_claim(stage, document=article.id, start=n * 10) for n, stage in enumerate(stages)]
        record(register, article, claims)
        print(i, flush=True)
        if i % 30 == 0:
            rederive(register)
"""


def start(path: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-c", _RUN, str(path), str(ARTICLES)], stdout=subprocess.PIPE, text=True, env=environment
    )


def finish(child: subprocess.Popen[str]) -> list[int]:
    told, _ = child.communicate(timeout=300)
    return [int(line) for line in told.split() if line != "ready"]


def export_all(path: Path) -> str:
    out = io.StringIO(newline="")
    with open_register(path, create=False) as register:
        for exporter in EXPORTERS:
            exporter.write(register, out)
    return out.getvalue()


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a matter of POSIX")
def test_killed_runs_add_up_to_an_uninterrupted_one(tmp_path: Path) -> None:
    chance = random.Random(20310310)
    path, told = tmp_path / "killed.db", set[int]()
    kills = 0
    while True:
        child = start(path)
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        # The first kills come while the register is being built, later ones while articles are written.
        time.sleep(chance.uniform(0, 0.05) if kills < 3 else chance.uniform(0.05, 0.4))
        if kills < 9 and child.poll() is None:
            os.kill(child.pid, signal.SIGKILL)
            kills += 1
            told.update(finish(child))
            assert child.returncode == -signal.SIGKILL
            check(path, told)
        else:
            told.update(finish(child))
            assert child.returncode == 0
            break
    assert kills >= 5
    assert finish(start(tmp_path / "whole.db")) == list(range(ARTICLES))
    assert export_all(path) == export_all(tmp_path / "whole.db")


def check(path: Path, told: set[int]) -> None:
    """The file is whole, every article that was reported as added is there, and with all its claims."""
    if not path.exists():
        assert not told
        return
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert ("articles" in tables) == ("echoes" in tables)
    if "articles" in tables:
        held = dict(
            connection.execute(
                "SELECT articles.id, count(claims.id) FROM articles"
                " LEFT JOIN claims ON document = articles.id GROUP BY articles.id"
            ).fetchall()
        )
        assert {f"a{i:04}" for i in told} <= set(held)
        assert set(held.values()) <= {3}
    connection.close()
