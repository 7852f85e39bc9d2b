"""Claims that somebody asks to be tested are tested apart from whoever asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from armswire.errors import ArticleError
from armswire.model.article import Article
from armswire.model.finding import Support
from armswire.pipeline import Reader, Reading, read_safely
from armswire.support.desk import SupportDesk
from armswire.support.erasure import Read
from tests.factories import make_article

TEXT = "OSLO - Norway delivered 20 tanks to Ukraine in March 2024, the Defence Ministry said."


def wait(done: Callable[[], bool]) -> None:
    until = time.monotonic() + 120
    while not done():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_claim_is_tested_once_and_what_was_found_is_kept() -> None:
    reader = Reader()
    made: list[int] = []

    def make_read() -> Read:
        made.append(1)
        return lambda articles: read_safely(reader, articles)

    article = make_article(text=TEXT)
    [read] = read_safely(reader, [article])
    assert isinstance(read, Reading)
    claim = read.claims[0]
    desk = SupportDesk(make_read)
    assert (desk.findings(claim.id), desk.waits(claim.id), desk.progress()) == (None, False, (0, 0))
    desk.ask([(article, [claim])])
    desk.ask([(article, [claim])])
    wait(lambda: desk.findings(claim.id) is not None)
    assert desk.progress() == (1, 0)
    assert made == [1]
    findings = desk.findings(claim.id) or ()
    assert {one.slot: one.support for one in findings}["recipient"] is Support.WORDS
    assert desk.flagged() == (() if not any(one.flagged for one in findings) else (claim.id,))


def test_what_goes_wrong_is_told_and_the_next_ones_go_on() -> None:
    def read(_: Iterable[Article]) -> Iterator[Reading | ArticleError]:
        raise MemoryError("no room")

    article = make_article(text=TEXT)
    [reading] = read_safely(Reader(), [article])
    assert isinstance(reading, Reading)
    desk = SupportDesk(lambda: read)
    for claim in reading.claims[:2]:
        desk.ask([(article, [claim])])
        wait(lambda name=claim.id: desk.findings(name) is not None)
        assert [one.support for one in desk.findings(claim.id) or ()] == [Support.FAILED]
        assert not desk.waits(claim.id)
