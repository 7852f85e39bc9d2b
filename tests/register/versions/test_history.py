"""Versions in a register: what is told of them, and that they count as one origin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations

from armswire.model.article import Article
from armswire.model.claim import Claim, Stage
from armswire.model.origin import Sign
from armswire.model.standing import Standing
from armswire.model.total import Selection
from armswire.model.version import Change
from armswire.register import queries
from armswire.register.checks.derived import check_derived
from armswire.register.checks.links import check_links
from armswire.register.hindsight import look_back
from armswire.register.news import find_arrived_since
from armswire.register.record import record
from armswire.register.store import Register, open_register
from armswire.register.totals.fetching import total_transfers
from armswire.register.versions.history import find_history
from tests.factories import make_article, make_claim, make_item
from tests.register.versions.texts import FIRST, SECOND

URL = "https://gulfwire.example/world/launchers"
NOW = datetime(2031, 3, 10, tzinfo=UTC)
Told = tuple[Article, list[Claim]]


def told(
    name: str,
    words: str,
    day: int,
    number: float | None,
    *,
    url: str = URL,
    outlet: str | None = None,
    stage: str = "delivery",
) -> Told:
    """An article fetched on a day of March, and its claim, if it tells of so many launchers."""
    article = make_article(
        name,
        words,
        url=url,
        outlet=outlet,
        published="2031-03-01",
        extra={"retrieved": f"2031-03-{day:02}T08:00:00+00:00"},
    )
    if number is None:
        return article, []
    items = [make_item("launchers", "ML4", quantity=number)]
    sentence = words.splitlines()[0]
    return article, [make_claim(stage, "NOR", "SWE", document=name, items=items, text=sentence)]


STORY = (
    told("v1", FIRST, 2, 40),
    told("v2", FIRST + "\nMore is not known.", 3, 40),
    told("v3", SECOND, 4, 14, stage="pledge"),
)


def fill(register: Register, articles: list[Told]) -> None:
    for at, (article, claims) in enumerate(articles):
        record(register, article, claims, arrived=NOW + timedelta(hours=at))


def test_the_texts_of_an_address_are_versions(place: str) -> None:
    with open_register(place) as register:
        fill(register, [*STORY])
        history = find_history(register, "v3")
        assert history is not None
        assert [(one.document, one.change) for one in history.versions] == [
            ("v1", Change.FIRST),
            ("v2", Change.EDITED),
            ("v3", Change.EDITED),
        ]
        assert history.is_newest
        assert {one.claim.document for one in history.gone} == {"v1", "v2"}
        assert history.came_in == {STORY[2][1][0].id}
        assert find_history(register, "v1").difference is None  # type: ignore[union-attr]
        assert queries.get_article(register, "v2").version == history.versions[1]
        (first, *_) = queries.list_claims(register)
        assert first.edited_away is not None
        assert (first.edited_away.version, first.edited_away.day) == ("v3", "2031-03-04")


def test_an_article_alone_has_no_versions(place: str) -> None:
    with open_register(place) as register:
        fill(register, [STORY[0], told("w", FIRST, 2, 40, url="https://harbour.example/a")])
        assert find_history(register, "v1") is None


def _shown(place: str, articles: list[Told]) -> object:
    with open_register(place) as register:
        for article, claims in articles:
            record(register, article, claims, arrived=NOW)
            queries.count(register)
        return (
            [find_history(register, article.id) for article, _ in STORY],
            list(queries.list_transfers(register)),
            list(queries.list_claims(register)),
            list(queries.list_articles(register)),
        )


def test_any_order_of_adding_gives_the_same(new_place: Callable[[], str]) -> None:
    copy = told("copy", FIRST + "\nHarbour Courier", 5, 40, url="https://harbour.example/a", outlet="Harbour Courier")
    orders = [[*order] for order in permutations(STORY)]
    for at, order in enumerate(orders):
        order.insert(at % 4, copy)
    shown = [_shown(new_place(), order) for order in orders]
    assert all(one == shown[0] for one in shown)


def test_versions_are_one_origin(place: str) -> None:
    with open_register(place) as register:
        fill(register, [*STORY[:2]])
        (transfer,) = queries.list_transfers(register)
        assert len(transfer.claims) == 2
        assert len(transfer.origins) == 1
        assert transfer.standing is Standing.REPORTED
        assert {link.sign for link in transfer.provenance.links} == {Sign.VERSION}
        assert queries.get_article(register, "v2").copy_of is None


def test_two_addresses_are_two_origins(place: str) -> None:
    with open_register(place) as register:
        fill(register, [STORY[0], told("w", SECOND, 3, 40, url="https://harbour.example/a")])
        (transfer,) = queries.list_transfers(register)
        assert len(transfer.origins) == 2


def test_what_is_edited_away_counts_only_where_nothing_else_is_left(place: str) -> None:
    with open_register(place) as register:
        fill(register, [STORY[0], told("v3", SECOND, 4, 14)])
        (transfer,) = queries.list_transfers(register)
        (old, new) = (STORY[0][1][0].id, next(claim for claim in transfer.claims if claim != STORY[0][1][0].id))
        assert transfer.edited_away == (old,)
        assert [item.claims for item in transfer.items] == [(new,)]
        assert transfer.disputes == ()
        assert transfer.current == (new,)


def test_a_transfer_that_nobody_tells_any_more_stays_and_says_so(place: str) -> None:
    with open_register(place) as register:
        fill(register, [STORY[0], told("v3", SECOND, 4, None)])
        (transfer,) = queries.list_transfers(register)
        assert transfer.edited_away == transfer.claims
        assert (transfer.standing, transfer.standing_rule) == (Standing.REPORTED, "edited_away")


def test_totals_leave_out_what_nobody_tells_any_more(place: str) -> None:
    with open_register(place) as register:
        fill(register, [STORY[0]])
        selection = Selection(stage=Stage.DELIVERY)
        assert [row.least.value for row in total_transfers(register, selection).rows] == [40]
        fill(register, [told("v3", SECOND, 4, 14)])
        assert [row.least.value for row in total_transfers(register, selection).rows] == [14]
        fill(register, [told("v5", SECOND.partition("\n")[2], 5, None)])
        totals = total_transfers(register, selection)
        assert totals.rows == ()
        assert "edited away" in totals.left_out[0].why


def test_news_tell_what_was_edited_away(place: str) -> None:
    with open_register(place) as register:
        fill(register, [*STORY])
        news = find_arrived_since(register, NOW + timedelta(hours=2), shown=5)
        assert (news.articles, news.edited_away) == (1, 2)
        assert [one.article.id for one in news.edited] == ["v3"]
        assert find_arrived_since(register, NOW + timedelta(hours=3), shown=5).edited_away == 0


def test_the_register_checks(place: str) -> None:
    later = make_article("v4", SECOND + "\nMore.", url=URL, outlet=None, published="2031-03-09")
    with open_register(place) as register:
        fill(register, [*STORY, (later, [])])
        queries.count(register)
        assert not [*check_links(register), *check_derived(register)]


def test_what_was_seen_later_was_not_known(place: str) -> None:
    copy = told("copy", SECOND + "\nHarbour Courier", 3, 14, url="https://harbour.example/a", outlet="Harbour Courier")
    copied = replace(copy[0], published=date(2031, 3, 2)), copy[1]
    with open_register(place) as register:
        fill(register, [*STORY, copied])
        assert queries.get_article(register, "copy").copy_of == "v3"
    for day, known in ((2, ["copy", "v1"]), (3, ["copy", "v1", "v2"]), (4, ["copy", "v1", "v2", "v3"])):
        with open_register(place) as register:
            seen = look_back(register, date(2031, 3, day))
            assert [one.article.id for one in queries.list_articles(register)] == known
            assert seen.changed_later == 4 - len(known)
            assert ("seen later" in seen.notice) is (day < 4)
            gone = {one.claim.document for one in queries.list_claims(register) if one.edited_away is not None}
            assert gone == ({"v1", "v2"} if day == 4 else set())
            assert queries.get_article(register, "copy").copy_of == ("v3" if day == 4 else None)
