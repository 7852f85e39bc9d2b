from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest

from armswire.exports.formats import find_exporter
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_item, make_source

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> "&quot; {{ 7*7 }} </style>'
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Page(HTMLParser):
    """The tags, ids and links of a page; fails on a tag that is closed out of turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def render(tmp_path: Path, *read: tuple[Article, Sequence[Claim]]) -> str:
    out = io.StringIO(newline="")
    with open_register(tmp_path / "armswire.db", names={"KOR": "South Korea", "UKR": "Ukraine"}) as register:
        for article, claims in read:
            record(register, article, claims)
        find_exporter("html").write(register, out)
    return out.getvalue()


@pytest.fixture
def page(tmp_path: Path) -> str:
    chain = [make_source("Gulf Wire", None, "media"), make_source("two officials", "KOR", "anonymous_official")]
    denied = make_claim("delivery", document="b", polarity="negated", attribution=[make_source("the ministry", "KOR")])
    return render(
        tmp_path,
        (
            make_article("a", url="https://courier.example/1?a=1&b=2", title="Shells go east"),
            [
                make_claim("delivery", document="a", attribution=chain, text="Shells were sent, two officials said."),
                make_claim("refusal", document="a", items=[make_item("tanks", "ML6")], start=70),
                make_claim("pledge", document="a", supplier="", recipient="", start=99),
            ],
        ),
        (make_article("b", "Seoul says that nothing was sent."), [denied]),
    )


def test_the_page_shows_words_speakers_and_disputes(page: str) -> None:
    words = " ".join(" ".join(Page(page).words).split())
    assert "Did South Korea supply Ukraine with artillery shells?" in words
    assert "Shells were sent, two officials said." in words
    assert "Gulf Wire" in words
    assert "(anonymous official, South Korea)" in words
    assert "disputed : denied by South Korea, a party to it" in words
    assert "Claims that name neither giver nor receiver" in words


def test_every_link_inside_the_page_leads_somewhere(page: str) -> None:
    parsed = Page(page)
    ids = parsed.values("id")
    assert len(set(ids)) == len(ids)
    inside = [address[1:] for address in parsed.values("href") if address.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)
    assert "https://courier.example/1?a=1&b=2" in parsed.values("href")


def test_the_page_needs_nothing_else_and_runs_nothing(page: str) -> None:
    parsed = Page(page)
    assert not {"script", "img", "link", "iframe", "form", "object", "base"} & set(parsed.tags)
    assert parsed.values("src") == []
    assert not [name for name, _ in parsed.attributes if name.startswith("on") or name == "style"]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    (policy,) = [value for value in parsed.values("content") if "default-src" in value]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style[1]
    assert "prefers-color-scheme: dark" in style[1]


def test_words_of_articles_stay_words(tmp_path: Path) -> None:
    claims = [
        make_claim(
            "refusal",
            f"org:{HOSTILE.replace(' ', '_')}",
            document=HOSTILE,
            items=[make_item(HOSTILE)],
            text=HOSTILE,
            reason=HOSTILE,
            conditions=[HOSTILE],
            attribution=[make_source(HOSTILE, "KOR")],
        )
    ]
    hostile = make_article(HOSTILE, HOSTILE, outlet=HOSTILE, title=HOSTILE, url="javascript:alert(1)")
    page = render(tmp_path, (hostile, claims))
    parsed = Page(page)
    assert not {"script", "img"} & set(parsed.tags)
    assert page.count("<style>") == page.count("</style>") == 1
    assert HOSTILE in parsed.words
    assert not [address for address in parsed.values("href") if "javascript" in address]
    assert not [name for name, _ in parsed.attributes if name.startswith("on")]


def test_numbers_stand_with_their_items(tmp_path: Path) -> None:
    items = [
        make_item("K9 howitzers", "ML2", designation="K9", quantity=24),
        make_item(quantity=(200, 900), unit="rounds"),
    ]
    words = " ".join(Page(render(tmp_path, (make_article(), [make_claim(items=items)]))).words)
    assert "24 K9 howitzers; (200 to 900) rounds of artillery shells" in words
    assert "only a range is given" in words


def test_an_empty_register_says_so(tmp_path: Path) -> None:
    words = " ".join(Page(render(tmp_path)).words)
    assert "There are none yet." in words
