"""The file that says what is to be watched, and what is said to whoever wrote it wrong."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from armswire.errors import InputError
from armswire.watching.plan import Fetching, Kind, Plan, read_plan

WHOLE = """
agent = "Harbour Desk (desk@harbour.example)"
every = "20 minutes"
allow_hosts = ["wire.harbour.example"]
keep = "archive"

[[source]]
kind = "feed"
url = "https://courier.example/rss.xml"
outlet = "Harbour Courier"
every = "10 minutes"
pages = "always"

[[source]]
kind = "sitemap"
url = "https://gazette.example:443/news.xml#top"
language = "en"
"""


def read(tmp_path: Path, told: str) -> Plan:
    path = tmp_path / "news.toml"
    path.write_text(told, encoding="utf-8")
    return read_plan(path)


def refused(tmp_path: Path, told: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read(tmp_path, told)
    assert str(tmp_path / "news.toml") in caught.value.place
    assert caught.value.remedy
    return caught.value


def test_a_plan_is_read_whole(tmp_path: Path) -> None:
    plan = read(tmp_path, WHOLE)
    assert (plan.allow_hosts, plan.keep) == ({"wire.harbour.example"}, Path("archive"))
    feed, sitemap = plan.sources
    assert (feed.kind, feed.every, feed.outlet, feed.pages) == (
        Kind.FEED, timedelta(minutes=10), "Harbour Courier", Fetching.ALWAYS,
    )  # fmt: skip
    assert (sitemap.kind, sitemap.every, sitemap.language, sitemap.pages) == (
        Kind.SITEMAP, timedelta(minutes=20), "en", Fetching.AUTO,
    )  # fmt: skip
    assert sitemap.url == "https://gazette.example/news.xml"


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('"10 minutes"', '"now and then"', "source.1.every", "like '10 minutes'"),
        ('"10 minutes"', '"5 seconds"', "source.1.every", "from 1 minute"),
        ('"10 minutes"', "600", "source.1.every", "like '10 minutes'"),
        ('"feed"', '"rss"', "source.1.kind", "'feed', 'sitemap' or 'page'"),
        ("https://courier.example/rss.xml", "file:///etc/passwd", "source.1.url", "only http"),
        ("https://courier.example/rss.xml", "courier.example", "source.1.url", "only http"),
        ("https://courier.example/rss.xml", "https://gazette.example/news.xml", "", "stands there twice"),
        ('language = "en"', 'language = "English"', "source.2.language", "pattern"),
        ('outlet = "Harbour Courier"', 'outlets = "Harbour Courier"', "source.1.outlets", "not permitted"),
        (" (desk@harbour.example)", "", "agent", "where you can be reached"),
        ('agent = "Harbour Desk (desk@harbour.example)"', "", "agent", "required"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, place: str, problem: str) -> None:
    assert old in WHOLE
    error = refused(tmp_path, WHOLE.replace(old, new))
    assert error.place.removeprefix(str(tmp_path / "news.toml")).removeprefix(", ") == place
    assert problem in error.problem


def test_a_plan_without_sources_or_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, 'agent = "Harbour Desk (desk@harbour.example)"').place.endswith("source")
    assert "line 1" in refused(tmp_path, "agent = \n").problem
    with pytest.raises(InputError, match="No such file"):
        read_plan(tmp_path / "none.toml")
