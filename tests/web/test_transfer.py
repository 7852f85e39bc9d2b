"""The page of a transfer, and its dossier."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_server import Site, run_site

from armswire.asgi import Served
from armswire.cli.main import run
from armswire.lexicon.actor_names import bundled_actor_names
from armswire.register import queries
from armswire.register.store import open_register
from armswire.register.whole_transfer import WholeTransfer, get_whole_transfer
from armswire.wording.origins import branch_origins


def all_of(register_path: Path) -> list[WholeTransfer]:
    with open_register(register_path, create=False, names=bundled_actor_names()) as register:
        names = [transfer.id for transfer in queries.list_transfers(register)]
        return [get_whole_transfer(register, name) for name in names]


@pytest.fixture(scope="module")
def transfers(samples_register: Path) -> list[WholeTransfer]:
    return all_of(samples_register)


@pytest.fixture(scope="module")
def disputed(transfers: list[WholeTransfer]) -> WholeTransfer:
    """The transfer of which most is told."""
    return max(transfers, key=lambda whole: (len(whole.disputes), len(whole.claims)))


def words_of(page: str) -> str:
    """What a page says, without its markup."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def flat(words: str) -> str:
    return " ".join(words.split())


def all_words(whole: WholeTransfer) -> Iterator[str]:
    """What `armswire show` tells of a transfer."""
    transfer = whole.transfer
    yield transfer.id
    yield transfer.thread.says[1:]
    yield transfer.standing_reason[1:]
    for entry in transfer.entries:
        yield entry.shown
        for doubt in entry.doubts:
            yield doubt.words
    for leg in transfer.route.legs if len(transfer.route.legs) > 1 else ():
        yield leg.standing_reason[1:]
    for part in transfer.route.parts:
        yield part.reason
    if len(transfer.route.end_users) > 1:
        for user in transfer.route.end_users:
            yield from user.on_whose_word
            yield from user.terms
    for branch in branch_origins(transfer, whole.articles, bundled_actor_names()):
        yield branch.words
    for dispute in whole.disputes:
        yield dispute.question
        for side in dispute.sides:
            yield from side.on_whose_word
        for given in dispute.answers:
            yield given.word.whose
    for judged in whole.judgements:
        yield judged.judgement.because
    for record in whole.claims:
        yield record.claim.evidence.text
        for source in record.claim.attribution:
            yield source.source
        for step in record.claim.trace:
            yield step.note


def test_the_page_and_the_dossier_have_every_word(site: Site, transfers: list[WholeTransfer]) -> None:
    for whole in transfers:
        for address in (f"/transfers/{whole.transfer.id}", f"/transfers/{whole.transfer.id}/dossier.html"):
            told = words_of(site.ask(address).text)
            assert [words for words in all_words(whole) if flat(words) not in told] == []


def test_each_link_to_a_claim_finds_its_card(site: Site, transfers: list[WholeTransfer]) -> None:
    for whole in transfers:
        page = site.ask(f"/transfers/{whole.transfer.id}").text
        cards = set(re.findall(r'<li class="claim" id="([^"]+)"', page))
        assert cards == {record.claim.id for record in whole.claims}
        assert set(re.findall(r'href="#(claim-[0-9a-f]+)"', page)) <= cards


def test_the_beginning_of_an_id_leads_to_the_whole(site: Site, disputed: WholeTransfer) -> None:
    whole = disputed.transfer.id
    assert site.ask(f"/transfers/{whole[:14]}").headers["location"] == f"/transfers/{whole}"
    dossier = site.ask(f"/transfers/{whole[:14]}/dossier.html")
    assert dossier.headers["location"] == f"/transfers/{whole}/dossier.html"
    assert site.ask("/transfers/transfer-none").status == 404


def test_the_dossier_proves_what_it_quotes(
    site: Site, disputed: WholeTransfer, samples_register: Path, tmp_path: Path
) -> None:
    answer = site.ask(f"/transfers/{disputed.transfer.id}/dossier.html")
    assert answer.headers["content-disposition"] == f'attachment; filename="{disputed.transfer.id}.html"'
    for record in disputed.claims:
        text = disputed.articles[record.claim.document].article.text
        assert hashlib.sha256(text.encode()).hexdigest() in answer.text
    out = tmp_path / "transfers.jsonl"
    assert run(["export", "transfers", "--register", str(samples_register), "-o", str(out)]) == 0
    line = next(one for one in out.read_text("utf-8").splitlines(True) if disputed.transfer.id in one[:60])
    assert hashlib.sha256(line.encode()).hexdigest() in answer.text
    assert html.unescape(re.search(r'<pre id="record">(.*?)</pre>', answer.text, re.DOTALL)[1]) == line


def test_all_can_be_reached_from_the_keyboard(watched, disputed: WholeTransfer) -> None:
    page = watched.go(f"/transfers/{disputed.transfer.id}")
    summary = page.locator(".claim summary").first
    summary.focus()
    assert not page.locator(".claim .steps").first.is_visible()
    page.keyboard.press("Enter")
    assert page.locator(".claim .steps").first.is_visible()
    unreachable = page.evaluate("[...document.querySelectorAll('main a, main summary')].filter(e => e.tabIndex < 0)")
    assert unreachable == []


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, list[WholeTransfer]]]:
    """A site over an article that is full of markup."""
    folder = tmp_path_factory.mktemp("hostile")
    evil = "<img src=x onerror=alert(1)>"
    text = (
        f'Norway sold 20 tanks <script>alert(1)</script> to Estonia on 3 May 2024, "{evil}" '
        "the defence ministry said.\n\n</blockquote></main><style>*{display:none}</style>\n\n"
        "Norway delivered 10 tanks to Estonia on 9 May 2024, an official said on condition of anonymity because "
        "\"'><b onmouseover=alert(2)> he feared it.\n"
    )
    article = {
        "id": '"><script>alert(3)</script>',
        "outlet": f"Courier {evil}",
        "title": "</title><script>alert(4)</script>",
        "url": "javascript:alert(5)",
        "published": "2024-05-10",
        "text": text,
    }
    source, path = folder / "articles.jsonl", folder / "hostile.db"
    source.write_text(json.dumps(article) + "\n")
    assert run(["add", str(source), "--register", str(path), "--quiet"]) == 0
    with run_site(Served(str(path))) as site:
        yield site, all_of(path)


def test_markup_in_an_article_stays_text(
    open_browser, hostile: tuple[Site, list[WholeTransfer]], tmp_path: Path
) -> None:
    site, transfers = hostile
    assert transfers
    watched = open_browser(home=site.address)
    watched.page.on("dialog", lambda dialog: watched.faults.append(f"dialog: {dialog.message}"))
    for whole in transfers:
        page = watched.go(f"/transfers/{whole.transfer.id}")
        quoted = page.locator(".claim blockquote").all_text_contents()
        assert {flat(words) for words in quoted} == {flat(record.claim.evidence.text) for record in whole.claims}
        assert page.locator("main img, main script, main style, main b").count() == 0
        saved = tmp_path / "dossier.html"
        saved.write_bytes(site.ask(f"/transfers/{whole.transfer.id}/dossier.html").body)
        assert b"alert(" in saved.read_bytes()
        watched.page.goto("about:blank")
        alone = page.context.new_page()
        alone.on("dialog", lambda dialog: watched.faults.append(f"dialog: {dialog.message}"))
        alone.goto(saved.as_uri())
        assert alone.locator("img, script, main style, b, a[href^='javascript']").count() == 0
        quoted = alone.locator(".claim blockquote").all_text_contents()
        assert {flat(words) for words in quoted} == {flat(record.claim.evidence.text) for record in whole.claims}
        alone.close()


def test_every_transfer_of_the_seeds_is_told_in_full(seeds_register: Path, open_browser) -> None:
    transfers = all_of(seeds_register)
    with run_site(Served(str(seeds_register))) as site:
        for whole in transfers:
            told = words_of(site.ask(f"/transfers/{whole.transfer.id}").text)
            assert [words for words in all_words(whole) if flat(words) not in told] == []
        most = max(transfers, key=lambda whole: len(whole.claims)).transfer.id
        page = open_browser(width=360, home=site.address).go(f"/transfers/{most}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
