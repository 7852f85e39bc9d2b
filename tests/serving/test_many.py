"""Two hundred people who read at once, while others judge."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from pathlib import Path

import pytest
from web_server import run_site

from armswire.asgi import Served
from armswire.cli.main import run
from armswire.register import queries
from armswire.register.judgement_queries import list_judgements
from armswire.register.store import open_register

READERS, PAGES_EACH, JUDGEMENTS = 200, 3, 12


def test_nobody_meets_an_error_and_no_judgement_is_lost(
    samples_register: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    with open_register(copy) as register:
        claims = [record.claim.id for record in queries.list_claims(register)][:JUDGEMENTS]
        dispute = next(queries.list_disputes(register)).id
    paths = ["/", "/disputes?state=open", f"/disputes/{dispute}"]
    met: Counter[int | str] = Counter()
    begun = threading.Barrier(READERS + 1)

    with run_site(Served(str(copy))) as site:

        def read(number: int) -> None:
            begun.wait()
            for turn in range(PAGES_EACH):
                try:
                    met[site.ask(paths[(number + turn) % len(paths)]).status] += 1
                except OSError as error:
                    met[repr(error)] += 1

        readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
        for reader in readers:
            reader.start()
        begun.wait()
        for claim in claims:
            told = ["--by", "A. Reader", "--because", "as it stands there", "--register", str(copy)]
            assert run(["judge", "accept", claim, *told]) == 0
        for reader in readers:
            reader.join()
    assert met == {200: READERS * PAGES_EACH}
    with open_register(copy) as register:
        judged = {claim for record in list_judgements(register) for claim in record.claims}
    assert judged == set(claims)
