"""The server over a register in PostgreSQL."""

from __future__ import annotations

import threading
from pathlib import Path

from servers import Server
from web_server import Answer, run_site

from armswire.asgi import Served
from armswire.cli.main import run


def test_pages_are_the_same_whichever_database_holds_the_register(
    samples_register: Path, postgresql: Server, capsys
) -> None:
    place = postgresql.new_place()
    assert run(["copy", str(samples_register), place]) == 0
    answers: list[Answer] = []
    with run_site(Served(str(samples_register))) as one, run_site(Served(place)) as other:
        expected = one.ask("/disputes")
        threads = [threading.Thread(target=lambda: answers.append(other.ask("/disputes"))) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kept = other.ask("/disputes", headers={"If-None-Match": answers[0].headers["etag"]})
    assert [answer.body for answer in answers] == [expected.body] * 20
    assert kept.status == 304
