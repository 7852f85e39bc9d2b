"""Answers that stand in front of the question, take up all that was said, or say neither yes nor no."""

from __future__ import annotations

from typing import Any

import pytest
from readings import claims, words_of

SOLD = "Serbia sold missiles to Algeria, Radio Sava reported."
SAID = "agreement SRB>DZA @media"
DENIED = "agreement negated SRB>DZA [denies] @SRB"
EVADED = "agreement uncommitted SRB>DZA [non_denial] @SRB"
SILENT = "agreement uncommitted SRB>DZA [declines] @SRB"
CONFIRMED = "agreement SRB>DZA [confirms] @SRB"
POLICY = "agreement uncommitted SRB>DZA [restates_policy] @SRB"

BEFORE_THE_QUESTION = [
    ("“No comment,” a Serbian official said when asked whether Belgrade had sold missiles to Algeria.", SILENT),
    ("“That is a lie,” a Serbian official said when asked whether Belgrade had sold missiles to Algeria.", DENIED),
    ("“That is true,” Serbia's defence minister said when asked if Belgrade had sold missiles to Algeria.", CONFIRMED),
    ("“There was no such sale,” said a Serbian general when asked whether Belgrade had sold missiles to Algeria.", DENIED),
    ("“I can't confirm that, and I won't deny it either,” Serbia's envoy said when asked whether Belgrade had sold missiles to Algeria.", EVADED),
    ("“We do not discuss such matters,” a Serbian official said when asked if Belgrade had sold missiles to Algeria.", SILENT),
    ("Serbia declined to comment when asked whether it had sold missiles to Algeria.", SILENT),
    ("A Serbian official denied it when asked whether Belgrade had sold missiles to Algeria.", DENIED),
    ("“Serbia obeys the embargo,” its president, Ana Ilic, said when asked if Belgrade had sold missiles to Algeria.", POLICY),
]  # fmt: skip
ANSWERS = [
    ("Belgrade would say only that it “does not discuss operations”.", SILENT),
    ("Serbia's army said it does not discuss such matters.", SILENT),
    ("“We do not discuss individual cases,” a Serbian spokesman said.", SILENT),
    ("Belgrade would not discuss the matter.", SILENT),
    ("The Serbian army said only that it did not discuss operations.", SILENT),
    ("The article “leaves out a great deal”, the foreign ministry in Belgrade said.", EVADED),
    ("The report lacks context, Serbia's foreign minister said.", EVADED),
    ("Belgrade said the story contained a series of errors.", EVADED),
    ("The report has a number of inaccuracies, a Serbian official said.", EVADED),
    ("“The article distorts the facts,” said Serbia's foreign ministry.", EVADED),
    ("Belgrade acknowledged the order.", CONFIRMED),
    ("Serbia's defence minister, Marko Dulic, confirmed as much on Tuesday.", CONFIRMED),
    ("Belgrade admitted this much.", CONFIRMED),
    ("Belgrade denied the order.", DENIED),
    ("Asked for comment, Belgrade said it “has always handled arms exports prudently”.", POLICY),
    ("“We take a prudent and responsible attitude to arms exports,” Serbia's foreign ministry said.", POLICY),
    ("Belgrade said that it strictly controls the export of weapons.", POLICY),
    ("“We comply with our international obligations,” a Serbian spokesman said.", POLICY),
]
LEAVES = [
    "“It is a fine day,” a Serbian official said.",
    "The presidents of Serbia and Algeria did not discuss the matter.",
    "Serbia did not discuss the matter with Kenya.",
    "Serbia does not discuss the price of fish.",
    "The weather report left out a great deal, the foreign ministry in Belgrade said.",
    "A Serbian court confirmed the order to evict farmers.",
    "Belgrade confirmed as much as 20 million had been spent on roads.",
    "Belgrade said it would honour its obligations to Algeria.",
    "Belgrade said it manages its forests prudently.",
    "Lima said that it obeys the embargo.",
]
CALLED_OFF = "Serbia has called off the sale of tanks to Chad, Radio Sava reported."
HALTED = "halt SRB>TCD @media"
NOT_HALTED = "halt negated SRB>TCD [denies] @SRB"
OF_NOTHING = [
    (CALLED_OFF, HALTED, "“Nothing has been cancelled,” a Serbian general insisted.", NOT_HALTED),
    (CALLED_OFF, HALTED, "Belgrade said that it had not cancelled anything.", NOT_HALTED),
    (CALLED_OFF, HALTED, "“No delivery has been suspended,” Serbia's foreign ministry said.", NOT_HALTED),
    ("Serbia has approved the sale of tanks to Chad, Radio Sava reported.", "approval SRB>TCD @media",
     "“Nothing has been approved,” a Serbian general said.", "approval negated SRB>TCD [denies] @SRB"),
    ("Serbia has promised Chad tanks, Radio Sava reported.", "pledge SRB>TCD @media",
     "“We have promised nothing,” Serbia's foreign minister said.", "pledge negated SRB>TCD [denies] @SRB"),
    ("Serbia has refused to sell tanks to Chad, Radio Sava reported.", "refusal SRB>TCD @media",
     "“Nothing has been blocked,” a Serbian official said.", "refusal negated SRB>TCD [denies] @SRB"),
]  # fmt: skip
OF_SOMETHING_ELSE = [
    "“Nothing has been cancelled,” a Kenyan general said.",
    "“Nothing has been cancelled yet,” a Serbian general said.",
    "“No contract with Peru has been cancelled,” a Serbian general said.",
    "“Nothing stopped the rain,” a Serbian general said.",
    "“Nothing has been approved,” a Serbian general said.",
]


@pytest.mark.parametrize(("said", "line"), BEFORE_THE_QUESTION)
def test_an_answer_may_stand_before_the_question(reader: Any, said: str, line: str) -> None:
    assert list(map(words_of, claims(reader, said))) == [line]


@pytest.mark.parametrize(("said", "line"), ANSWERS)
def test_who_evades_acknowledges_or_names_his_rules_answers(reader: Any, said: str, line: str) -> None:
    assert sorted(map(words_of, claims(reader, f"{SOLD} {said}"))) == sorted([SAID, line])


@pytest.mark.parametrize("said", LEAVES)
def test_what_is_about_something_else_is_no_answer(reader: Any, said: str) -> None:
    assert list(map(words_of, claims(reader, f"{SOLD} {said}"))) == [SAID]


@pytest.mark.parametrize(("report", "told", "said", "line"), OF_NOTHING)
def test_of_nothing_it_is_true_says_who_denies_it(reader: Any, report: str, told: str, said: str, line: str) -> None:
    assert sorted(map(words_of, claims(reader, f"{report} {said}"))) == sorted([told, line])


@pytest.mark.parametrize("said", OF_SOMETHING_ELSE)
def test_nothing_of_another_kind_denies_nothing(reader: Any, said: str) -> None:
    assert list(map(words_of, claims(reader, f"{CALLED_OFF} {said}"))) == [HALTED]


def test_what_an_unnamed_official_tells_his_ministry_may_deny(reader: Any) -> None:
    text = "Oslo sold tanks to Chad, a Norwegian official told Radio Sol. “There was no such sale,” Norway's army said."
    assert sorted(map(words_of, claims(reader, text))) == [
        "agreement NOR>TCD @media<NOR",
        "agreement negated NOR>TCD [denies] @NOR",
    ]
