"""Claims that somebody asks to be tested are tested apart from whoever asks, and what is found is kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from armswire.adding import add_articles
from armswire.errors import ArticleError, RegisterError
from armswire.model.article import Article
from armswire.model.finding import Support
from armswire.pipeline import Reader, Reading, read_safely
from armswire.register import queries
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register, open_register
from armswire.register.support_tests import SupportRecord, get_support, keep_support
from armswire.support.desk import SupportDesk, VersionedRead
from tests.factories import make_article

TEXT = "OSLO - Norway delivered 20 tanks to Ukraine in March 2024, the Defence Ministry said."


def wait(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 120
    while not done():
        assert time.monotonic() < until
        time.sleep(0.05)


def opened(path: Path, reader: Reader) -> tuple[Register, ClaimRecord]:
    """A register with one article, and a claim of it."""
    register = open_register(path)
    assert [one.error for one in add_articles(register, reader, [make_article(text=TEXT)])] == [None]
    return register, queries.get_claim(register, next(iter(queries.list_claims(register))).claim.id)


def ask(desk: SupportDesk, register: Register, record: ClaimRecord) -> None:
    desk.ask([(queries.get_article(register, record.claim.document), [record.claim])])


def test_a_claim_is_tested_once_and_what_was_found_is_kept(tmp_path: Path) -> None:
    reader = Reader()
    made: list[int] = []
    path = tmp_path / "armswire.db"

    def make_read() -> VersionedRead:
        made.append(1)
        return VersionedRead(lambda articles: read_safely(reader, articles), reader.version)

    def keep(found: Sequence[SupportRecord]) -> None:
        with open_register(path) as mine:
            keep_support(mine, found)

    register, record = opened(path, reader)
    with register:
        desk = SupportDesk(make_read, keep)
        assert (get_support(register, [record]), desk.waits(record), desk.progress()) == ({}, False, (0, 0))
        ask(desk, register, record)
        ask(desk, register, record)
        wait(lambda: not desk.waits(record))
        found = get_support(register, [record])[record.claim.id]
    assert desk.progress() == (1, 0)
    assert made == [1]
    assert {one.slot: one.support for one in found.findings}["recipient"] is Support.WORDS
    assert found.reader == found.tested_by == reader.version
    assert desk.remembered(record) is None


def test_what_cannot_be_kept_is_remembered(tmp_path: Path) -> None:
    reader = Reader()

    def refuse(_: Sequence[SupportRecord]) -> None:
        raise RegisterError("the disk is full", place="here", remedy="Make room")

    register, record = opened(tmp_path / "armswire.db", reader)
    with register:
        desk = SupportDesk(
            lambda: VersionedRead(lambda articles: read_safely(reader, articles), reader.version), refuse
        )
        ask(desk, register, record)
        wait(lambda: not desk.waits(record))
        assert {one.slot for one in desk.remembered(record) or ()} >= {"stage", "recipient"}
        assert get_support(register, [record]) == {}


def test_what_goes_wrong_is_told_and_the_next_ones_go_on(tmp_path: Path) -> None:
    def read(_: Iterable[Article]) -> Iterator[Reading | ArticleError]:
        raise MemoryError("no room")

    register, first = opened(tmp_path / "armswire.db", Reader())
    with register:
        desk = SupportDesk(lambda: VersionedRead(read, "1"), lambda found: keep_support(register, found))
        records = [queries.get_claim(register, one.claim.id) for one in queries.list_claims(register)]
        assert first in records
        for record in records[:2]:
            ask(desk, register, record)
            wait(lambda one=record: not desk.waits(one))
            assert [one.support for one in desk.remembered(record) or ()] == [Support.FAILED]
        # It is tried again by whoever asks when the server has begun anew.
        assert get_support(register, records) == {}
