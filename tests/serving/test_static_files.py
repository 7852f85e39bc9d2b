"""Files that come with the program."""

from __future__ import annotations

import re

import pytest
from web_server import Site


def test_an_address_with_the_digest_is_kept_for_ever(site: Site) -> None:
    address = re.findall(r'href="(/static/[0-9a-f]+/css/text\.css)"', site.ask("/").text)[0]
    answer = site.ask(address)
    assert answer.status == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/css; charset=utf-8"


def test_a_plain_address_is_asked_for_again(site: Site) -> None:
    answer = site.ask("/static/js/shell.js")
    assert answer.headers["cache-control"] == "public, no-cache"
    again = site.ask("/static/js/shell.js", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    changed = site.ask("/static/js/shell.js", headers={"If-None-Match": '"another"'})
    assert changed.body == answer.body


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/../asgi.py",
        "/static/%2e%2e/asgi.py",
        "/static/vendor/README.md",
        "/static/css",
        "/static//etc",
    ],
)
def test_nothing_else_is_served(site: Site, path: str) -> None:
    assert site.ask(path).status == 404
