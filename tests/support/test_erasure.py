"""The support test: values that stay without the words that are given for them are flagged, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from armswire.model.article import Article
from armswire.model.claim import Claim, Step
from armswire.model.finding import Finding, Support
from armswire.model.span import Span
from armswire.pipeline import Reader, Reading, read_safely
from armswire.support.blanking import blank
from armswire.support.erasure import find_support
from tests.factories import make_article

TEXT = (
    "South Korea sent artillery shells to Ukraine on Monday.\n\n"
    "Norway refused to deliver tanks to Poland, the spokesman told reporters.\n"
)


class Counting:
    """The program's own reader, with what it was asked to read."""

    def __init__(self) -> None:
        self.reader = Reader()
        self.read: list[Article] = []

    def __call__(self, articles: Iterable[Article]) -> Iterator[Reading]:
        for reading in read_safely(self.reader, self._noted(articles)):
            assert isinstance(reading, Reading)
            yield reading

    def _noted(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            self.read.append(article)
            yield article


@pytest.fixture(scope="module")
def read() -> Counting:
    return Counting()


@pytest.fixture(scope="module")
def article() -> Article:
    return make_article("two", TEXT, title=None)


@pytest.fixture(scope="module")
def claims(read: Counting, article: Article) -> dict[str, Claim]:
    found = {claim.stage.value: claim for claim in next(read([article])).claims}
    assert sorted(found) == ["delivery", "refusal"]
    return found


def findings(read: Counting, article: Article, claims: Iterable[Claim]) -> dict[tuple[str, str], Finding]:
    return {(one.claim, one.slot): one for one in find_support(read, [(article, list(claims))])}


def point_at(claim: Claim, slot: str, text: str, words: str | None) -> Claim:
    """The claim with the steps of a slot at other words, or at none."""
    start = None if words is None else text.index(words)
    end = None if start is None or words is None else start + len(words)
    moved = (replace(step, start=start, end=end) if step.slot == slot else step for step in claim.trace)
    return replace(claim, trace=tuple(moved))


def test_what_is_read_from_its_words_rests_on_them(read: Counting, article: Article, claims: dict[str, Claim]) -> None:
    found = findings(read, article, claims.values())
    for claim in claims.values():
        for slot in ("stage", "supplier", "recipient", "items"):
            assert found[claim.id, slot].support is Support.WORDS, (claim.stage, slot)
            assert found[claim.id, slot].words
            assert all(one.text == TEXT[one.start : one.end] for one in found[claim.id, slot].words)


def test_a_trace_at_the_wrong_words_is_flagged_and_not_its_neighbours(
    read: Counting, article: Article, claims: dict[str, Claim]
) -> None:
    wrong = point_at(claims["delivery"], "supplier", TEXT, "Monday")
    found = findings(read, article, [wrong, claims["refusal"]])
    flagged = [key for key, finding in found.items() if finding.flagged]
    assert flagged == [(wrong.id, "supplier")]
    finding = found[wrong.id, "supplier"]
    assert finding.support is Support.STAYS
    assert finding.told == "the value stays without its words"
    assert [one.text for one in finding.words] == ["Monday"]
    assert [TEXT[step.start : step.end] for step in finding.instead] == ["South Korea"]


def test_a_value_that_the_article_tells_twice_is_no_fault(read: Counting) -> None:
    text = "OSLO - Norway has stopped the sale of tanks to Chile, the ministry said.\n"
    article = make_article("twice", text, title=None)
    [claim] = next(read([article])).claims
    finding = findings(read, article, [claim])[claim.id, "supplier"]
    assert finding.support is Support.TWICE
    assert not finding.flagged
    assert [one.text for one in finding.words] == ["Norway"]
    assert [text[step.start : step.end] for step in finding.instead] == ["OSLO"]
    # Words that do not tell it are flagged, though others tell it twice.
    wrong = point_at(claim, "supplier", text, "Chile")
    assert findings(read, article, [wrong])[claim.id, "supplier"].support is Support.STAYS


def test_a_neighbour_that_shares_the_value_is_not_taken_for_the_claim(read: Counting) -> None:
    text = "Norway sent tanks to Ukraine and Norway refused to send missiles to Poland.\n"
    article = make_article("shared", text, title=None)
    claims = next(read([article])).claims
    assert [claim.supplier for claim in claims] == [("NOR",), ("NOR",)]
    found = findings(read, article, claims)
    assert {finding.support for (_, slot), finding in found.items() if slot == "items"} == {Support.WORDS}


def test_a_slot_without_words_is_told_with_its_rule(read: Counting, article: Article, claims: dict[str, Claim]) -> None:
    bare = point_at(claims["delivery"], "recipient", TEXT, None)
    finding = findings(read, article, [bare])[bare.id, "recipient"]
    assert finding.support is Support.INFERRED
    assert finding.told == "inferred by role:recipient"
    untold = replace(bare, trace=tuple(step for step in bare.trace if step.slot != "recipient"))
    finding = findings(read, article, [untold])[untold.id, "recipient"]
    assert finding.told == "inferred; no step of the trace tells it"


def test_a_claim_that_is_not_read_again_is_told(read: Counting, article: Article, claims: dict[str, Claim]) -> None:
    other = replace(claims["delivery"], id="claim-of-an-older-reader")
    (finding,) = findings(read, article, [other]).values()
    assert finding.support is Support.UNREAD


def test_readings_may_come_one_by_one(article: Article) -> None:
    reader = Reader()
    silent = make_article("silent", "The weather stayed fine in Oslo.\n", title=None)
    loud = next(iter(reader.read_articles([article])))
    found = [
        *find_support(
            lambda articles: map(reader.read_article, articles), [(silent, []), (article, loud.claims), (silent, [])]
        )
    ]
    assert {finding.claim for finding in found} == {claim.id for claim in loud.claims}


def test_words_are_blanked_once_for_all_that_rest_on_them(
    read: Counting, article: Article, claims: dict[str, Claim]
) -> None:
    twice = replace(claims["delivery"], trace=(*claims["delivery"].trace, Step("hedges", "hedge:x", "x", 0, 5)))
    read.read.clear()
    findings(read, article, [claims["delivery"], twice, claims["refusal"]])
    assert read.read[0] == article
    texts = [one.text for one in read.read]
    assert len(texts) == len(set(texts))
    assert all(len(text) == len(TEXT) for text in texts)


def test_every_offset_stays() -> None:
    article = make_article("a", "Ukraine’s “Leopard 2” tanks")
    blanked = blank(article, [Span(11, 20), Span(14, 16), Span(0, 7)]).text
    assert len(blanked) == len(article.text)
    assert [i for i, c in enumerate(blanked) if c != article.text[i]] == [*range(7), *range(11, 18), 19]
