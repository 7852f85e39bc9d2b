"""What holds in every database that can hold a register, with processes that work at the same time."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, select, update

from armswire.errors import RegisterError
from armswire.exports.formats import EXPORTERS
from armswire.register import ids, queries, schema
from armswire.register.checks.derived import check_derived
from armswire.register.derivation import at_one_moment
from armswire.register.listing.claims import ClaimFilter
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.record import record
from armswire.register.store import Register, open_register
from tests.factories import make_article, make_claim

# Ids in an order that a database may take for another one than that of their bytes.
NAMES = ("b", "B", "a", "A", "ä", "a-b", "a_b", "ab", "Z", "é", "10", "9", "_", "ß", "𝔸", "\U0001f600")


def export_all(register: Register) -> str:
    out = io.StringIO(newline="")
    for exporter in EXPORTERS:
        exporter.write(register, out)
    return out.getvalue()


def fill(register: Register, names: tuple[str, ...] = NAMES) -> None:
    for name in names:
        claims = [
            make_claim(stage, document=name, start=100 * NAMES.index(name))
            for stage in ("pledge", "agreement", "delivery")
        ]
        record(register, make_article(name, f"Shells go south, {name}.", outlet=name), claims)


def test_lists_have_the_order_of_bytes_in_every_database(place: str) -> None:
    with open_register(place) as register:
        fill(register)
        listed = [found.article.id for found in queries.list_articles(register)]
        assert listed == sorted(NAMES, key=lambda name: name.encode())
        claims = [(found.claim.document, found.claim.id) for found in queries.list_claims(register)]
        assert [document for document, _ in claims] == sorted((d for d, _ in claims), key=str.encode)
        beginning_with_a = ids.match(register, schema.articles, "a")
        assert beginning_with_a == ["a"]
        assert len(ids.match(register, schema.claims, "claim-")) == 6


def test_every_database_exports_the_same_bytes(new_place: Callable[[], str], tmp_path: Path) -> None:
    with open_register(new_place()) as register, open_register(tmp_path / "file.db") as file:
        fill(register)
        fill(file, tuple(reversed(NAMES)))
        assert list(queries.list_claims(register, ClaimFilter(min_depth=1))) == []
        assert export_all(register) == export_all(file)
        assert list(check_derived(register)) == []


def test_a_register_knows_itself_again(place: str) -> None:
    with open_register(place) as register:
        fill(register, NAMES[:2])
    with open_register(place, create=False) as register:
        assert queries.count(register).claims == 6
        assert not register.read_only


def test_there_is_no_register_where_none_was_begun(place: str) -> None:
    with pytest.raises(RegisterError, match=r"there is no register here.*armswire add"):
        open_register(place, create=False)


@pytest.mark.parametrize(
    ("version", "problem"), [("99", r"newer version \(99\)"), ("one", "does not tell its version")]
)
def test_a_version_that_cannot_be_used_is_said(place: str, version: str, problem: str) -> None:
    with open_register(place) as register, register.transaction() as connection:
        connection.execute(update(schema.meta).where(schema.meta.c.key == "schema_version").values(value=version))
    with pytest.raises(RegisterError, match=problem):
        open_register(place)


def test_another_writer_is_waited_for_and_then_named(place: str) -> None:
    with open_register(place) as register:
        record(register, make_article(), [make_claim()])
        late = make_article("late", "Another text about rockets for Sudmark.")
        with open_register(place, patience=0.2) as other:
            with register.transaction():
                with pytest.raises(RegisterError, match=r"another process is writing.*Wait"):
                    record(other, late, [])
                # Who only looks need not wait, though nothing is derived yet.
                assert len(list(queries.list_transfers(other, TransferFilter(actor=("KOR",))))) == 1
            record(other, late, [])
        assert [row.id for row in register.rows(select(schema.articles.c.id).order_by("id"))] == ["dispatch-1", "late"]


def test_a_failed_transaction_leaves_nothing(place: str) -> None:
    with open_register(place) as register:
        with pytest.raises(RuntimeError), register.transaction() as connection:
            connection.execute(schema.meta.insert().values(key="half", value="done"))
            raise RuntimeError
        assert register.meta("half") is None


def test_a_moment_is_not_disturbed_by_those_who_write(place: str) -> None:
    with open_register(place) as register, open_register(place) as other:
        fill(other, NAMES[:4])
        with at_one_moment(register):
            before = export_all(register)
            fill(other, NAMES[4:])
            queries.count(other)
            assert export_all(register) == before
        assert export_all(register) == export_all(other) != before


def test_what_comes_in_before_a_moment_begins_is_worked_out_beside_the_register(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_register(place) as register, open_register(place) as other:
        begin = register.moment

        def begin_late() -> AbstractContextManager[Connection]:
            fill(other, NAMES[:2])
            return begin()

        monkeypatch.setattr(register, "moment", begin_late)
        with at_one_moment(register):
            assert queries.count(register).transfers == 1
            assert len(list(queries.list_transfers(register))) == 1
            assert other.first(select(schema.transfers.c.id)) is None
        assert not register.has_scratch
        assert register.first(select(schema.transfers.c.id)) is None
        assert queries.count(register).transfers == 1


_ADD = """
import sys
from armswire.register import queries
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim
place, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
sys.stdin.readline()
with open_register(place, patience=120) as register:
    for i in (number % 40 for number in range(first, last)):
        name = f"a{i:03}"
        claims = [make_claim(stage, document=name, start=n) for n, stage in enumerate(("pledge", "delivery"))]
        record(register, make_article(name, f"Shells go south, {name}. " * 9, published=f"2031-03-{1 + i % 28:02}"), claims)
        if i % 5 == 0:
            queries.count(register)
"""


def start_adding(place: str, first: int, last: int) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    command = [sys.executable, "-c", _ADD, place, str(first), str(last)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, text=True, env=environment)


def test_several_processes_add_different_and_the_same_articles_at_once(new_place: Callable[[], str]) -> None:
    place, alone = new_place(), new_place()
    # Two begin with the same articles, one with others that another one comes to later.
    children = [start_adding(place, *span) for span in ((0, 30), (0, 30), (20, 40), (35, 45))]
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.close()
    seen = set[int]()
    while any(child.poll() is None for child in children):
        try:
            with open_register(place, create=False) as register, at_one_moment(register):
                counts = queries.count(register)
                # Whole articles, and what follows from just these.
                assert counts.claims == 2 * counts.articles
                placed = select(schema.placed.c.document).distinct()
                assert len(list(register.rows(placed))) == counts.articles
                assert len(list(queries.list_articles(register))) == counts.articles
                seen.add(counts.articles)
        except RegisterError as error:
            if "no register here" not in error.problem:
                raise
    assert [child.wait(timeout=300) for child in children] == [0, 0, 0, 0]
    with open_register(alone) as register:
        one = start_adding(alone, 0, 45)
        one.communicate("go\n", timeout=300)
        expected = export_all(register)
    with open_register(place, create=False) as register:
        assert export_all(register) == expected
        assert queries.count(register).articles == 40
        assert list(check_derived(register)) == []


def test_nothing_is_lost_where_one_process_has_it_open_twice_and_another_leaves(new_place: Callable[[], str]) -> None:
    place = new_place()
    look = "import sys; from armswire.register import queries as q; from armswire.register.store import open_register\n"
    look += "with open_register(sys.argv[1], create=False) as register: print(q.count(register).articles)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])}
    with open_register(place) as register, open_register(place) as other:
        for known, name in enumerate(NAMES[:3], start=1):
            fill(register, (name,))
            assert queries.count(other).articles == known
            # The last to leave takes the journal along, unless it finds the locks of who is still there.
            command = [sys.executable, "-c", look, place]
            seen = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=120)
            assert seen.stdout.split() == [str(known)]
    with open_register(place, create=False) as register:
        assert queries.count(register).articles == 3
        assert list(check_derived(register)) == []


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a matter of POSIX")
def test_a_process_that_is_killed_leaves_whole_articles_and_holds_up_nobody(new_place: Callable[[], str]) -> None:
    place, alone = new_place(), new_place()
    chance = Random(20310310)
    for _ in range(4):
        child = start_adding(place, 0, 45)
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.close()
        time.sleep(chance.uniform(1, 4))
        child.kill()
        child.wait(timeout=60)
        with contextlib.suppress(RegisterError), open_register(place, create=False) as register:
            counts = queries.count(register)
            assert counts.claims == 2 * counts.articles
            assert list(check_derived(register)) == []
    for path in (place, alone):
        child = start_adding(path, 0, 45)
        child.communicate("go\n", timeout=300)
        assert child.returncode == 0
    with open_register(place) as register, open_register(alone) as other:
        assert export_all(register) == export_all(other)
