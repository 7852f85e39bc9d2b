"""A browser fetches a page again only where the register has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.cli.main import run
from armswire.register import queries
from armswire.register.store import open_register


@pytest.mark.parametrize("path", ["/", "/transfers", "/disputes", "/disputes?state=open"])
def test_a_page_that_is_the_same_is_not_sent_again(site: Site, path: str) -> None:
    first = site.ask(path)
    again = site.ask(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert "content-security-policy" in again.headers


def test_another_reader_is_another_page(site: Site) -> None:
    etag = site.ask("/", headers={"Cookie": "reviewer=one"}).headers["etag"]
    assert site.ask("/", headers={"Cookie": "reviewer=one", "If-None-Match": etag}).status == 304
    assert site.ask("/", headers={"Cookie": "reviewer=two", "If-None-Match": etag}).status == 200


def test_a_problem_is_not_kept(site: Site) -> None:
    etag = site.ask("/").headers["etag"]
    assert site.ask("/disputes/none-such").status == 404
    assert "etag" not in site.ask("/disputes/none-such").headers
    # What is not there now can be asked for with the name of what all pages show.
    assert site.ask("/nothing", headers={"If-None-Match": etag}).status == 404


def test_whoever_writes_makes_it_be_sent_again(samples_register: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(samples_register, copy)
    with open_register(copy) as register:
        dispute = next(queries.list_disputes(register)).id
    with run_site(Served(str(copy))) as running:
        before = running.ask("/disputes").headers["etag"]
        told = ["--by", "A. Reader", "--because", "seen", "--register", str(copy)]
        assert run(["judge", "note", dispute, *told]) == 0
        after = running.ask("/disputes", headers={"If-None-Match": before})
        assert after.status == 200
        assert after.headers["etag"] != before
        assert "A. Reader" in running.ask(f"/disputes/{dispute}").text
