"""The article's own credit lines: which outlets they name, and what is none of the article's credits."""

from __future__ import annotations

import re

import pytest
from factories import make_article

from armswire.documents.build import build
from armswire.documents.credits import CreditFinder, bundled_finder
from armswire.lexicon.credits import CreditRule, bundled_credits

RULES = bundled_credits().rules
OPENING = "Peru has sold 12 guns to Togo, and the port of Lima is closed for the week of loading."
BODY = f"{OPENING}\n\nThe guns will be shipped in May, two officials of the port said on Friday in Lima.\n\n"


@pytest.fixture(scope="module")
def finder() -> CreditFinder:
    return bundled_finder()


def names(finder: CreditFinder, rule: CreditRule, line: str) -> list[str]:
    pattern: re.Pattern[str] = {known.id: pattern for known, pattern in finder.rules()}[rule.id]
    return [name.words for name in finder.names_in(line, rule, pattern)]


@pytest.mark.parametrize(
    ("rule", "line", "outlets"), [(rule, one.line, one.outlets) for rule in RULES for one in rule.catches]
)
def test_a_rule_catches_its_examples(
    finder: CreditFinder, rule: CreditRule, line: str, outlets: tuple[str, ...]
) -> None:
    assert names(finder, rule, line) == [*outlets]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.leaves])
def test_a_rule_leaves_its_counter_examples(finder: CreditFinder, rule: CreditRule, line: str) -> None:
    assert names(finder, rule, line) == []


CREDITED = [
    # what stands before and after the running text, and the credits
    ("", "Source: Reuters", [("source", ("Reuters",), True)]),
    ("", "Mai Tran (Theo Reuters, Yonhap)\n\nLeave a Comment", [("according", ("Reuters", "Yonhap"), True)]),
    ("Peru sells guns\n\nBy The Associated Press\n\n", "", [("agency_byline", ("Associated Press",), True)]),
    ("Peru sells guns\n\nSource: Xinhua | 2031-02-03\n\n", "", [("source", ("Xinhua",), True)]),
    ("LIMA, March 3 (Andean News) - ", "", [("dateline", ("Andean News",), True)]),
    ("LIMA (AP) — The latest on the sale of guns:\n\n", "", [("dateline", ("AP",), True)]),
    ("", "With reporting by AFP", [("helped", ("AFP",), False)]),
    ("", "(Yonhap)", [("signed", ("Yonhap",), True)]),
    ("", "This was reported by Reuters.", [("reported", ("Reuters",), True)]),
    ("LIMA (Reuters) - ", "Source: Reuters", [("dateline", ("Reuters",), True)]),
    # pictures, and words between paragraphs
    ("Peru sells guns\n\nCrates wait on a quay in Lima before they are loaded. [AP/YONHAP]\n\n", "", []),
    ("Peru sells guns\n\nCrates wait on a quay.\n\nSource: Reuters\n\n", "", []),
    ("", "Photo: Reuters", []),
    ("", "[AP/YONHAP]", []),
    ("", "Source: Ministry of Defence", []),
    ("", "", []),
]


@pytest.mark.parametrize(("before", "after", "credits"), CREDITED)
def test_credits(before: str, after: str, credits: list[tuple[str, tuple[str, ...], bool]]) -> None:
    article = make_article(text=f"{before}{BODY}{after}", outlet="Harbour Courier")
    found = build(article).credits
    assert [(credit.rule, credit.outlets, credit.taken) for credit in found] == credits
    for credit in found:
        words = credit.span.of(article.text)
        assert all(outlet in words for outlet in credit.outlets)


@pytest.mark.parametrize(
    "line", ["Source: Reuters", "Mai Tran (Theo Reuters, Yonhap)", "dpa/AFP", "By Ana Example, AP", "Avec l’AFP"]
)
def test_a_line_that_is_nothing_but_a_credit_is_none_of_the_words(line: str) -> None:
    document = build(make_article(text=f"Peru sells guns\n\n{BODY}{line}"))
    assert document.text.endswith("in Lima.")
    assert line in [left.span.of(document.article.text) for left in document.furniture]


def test_agencies_alone_beside_the_text_are_credited_and_elsewhere_not() -> None:
    beside = build(make_article(text=f"Peru sells guns\n\nWorld\n\nReuters\n\n{BODY}Share\n\nAFP"))
    assert [credit.outlets for credit in beside.credits] == [("Reuters",)]
    under_caption = build(make_article(text=f"Peru sells guns\n\nCrates wait on a quay.\n\nReuters\n\n{BODY}"))
    assert under_caption.credits == ()


def test_the_rest_of_a_buttons_words_is_no_credit() -> None:
    text = f"Peru sells guns\n\n{BODY}Log in to your account to connect\nwith the Harbour Courier\n"
    assert build(make_article(text=text, outlet=None)).credits == ()


def test_a_line_between_paragraphs_belongs_to_a_picture() -> None:
    text = BODY.replace("\n\n", "\n\nSource: Reuters\n\n", 1)
    assert build(make_article(text=text)).credits == ()


def test_a_writer_may_say_between_paragraphs_who_reported_it() -> None:
    text = BODY.replace("\n\n", "\n\nSource. This was reported by Reuters.\n\n", 1)
    [credit] = build(make_article(text=text)).credits
    assert (credit.outlets, credit.above) == (("Reuters",), True)


@pytest.mark.parametrize(
    ("outlet", "url"),
    [("Reuters", None), ("reuters", None), (None, "https://www.reuters.com/world/1"), ("The Associated Press", None)],
)
def test_the_own_outlet_is_not_credited(outlet: str | None, url: str | None) -> None:
    own = "AP" if outlet == "The Associated Press" else "Reuters"
    article = make_article(text=f"LIMA, March 3 ({own}) - {BODY}", outlet=outlet, url=url)
    assert build(article).credits == ()


def test_who_else_is_credited_beside_the_own_outlet_remains() -> None:
    article = make_article(text=f"{BODY}Source: Harbour Courier, Reuters", outlet="Harbour Courier")
    assert [credit.outlets for credit in build(article).credits] == [("Reuters",)]


def test_the_state_whose_word_an_outlet_is() -> None:
    [credit] = build(make_article(text=f"{BODY}Source: TASS, Reuters")).credits
    assert credit.owners == ("RUS", None)


@pytest.mark.parametrize("text", ["", "\n\n", "(", "Source:", "(Source: )", "By ", "— ", "() - ", "A, (B) - " * 40])
def test_odd_texts_have_none(text: str) -> None:
    assert build(make_article(text=text)).credits == ()
