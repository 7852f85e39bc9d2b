from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.documents.relevance import Relevance

ARMS = ["gun", "guns", "rocket", "rocket launcher", "K9", "155 mm", "arms deal"]
TRANSFER = ["send", "sends", "sent", "deal", "hand over"]
RELEVANCE = Relevance(ARMS, TRANSFER)


@pytest.mark.parametrize(
    "text",
    [
        "Norland sends guns.",
        "NORLAND SENDS GUNS",
        "Guns? They will hand over none.",
        "The headline names a K9\n\nand the lead says who sent it.",
        "An arms deal",
        "Rocket launchers, one rocket launcher: sent",
        "155 mm shells (sent)",
        "İstanbul sends guns",
    ],
)
def test_arms_and_transfer_close_by_pass(text: str) -> None:
    assert RELEVANCE.passes(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Norland sends greetings.",
        "The guns are old.",
        "He sent a letter about begun work.",
        "The sender of guns is unknown",
        "The gun was old." + " x" * 250 + " He sent word.",
        "K91 sent",
    ],
)
def test_others_do_not(text: str) -> None:
    assert not RELEVANCE.passes(text)
    assert RELEVANCE.hits(text) == ()


def test_hits_are_spans_of_the_text_as_it_is() -> None:
    text = "İİ: old guns, sent late; new GUNS, far from it"
    hits = RELEVANCE.hits(text)
    assert [(hit.arms.of(text), hit.transfer.of(text)) for hit in hits] == [("guns", "sent"), ("GUNS", "sent")]


def test_no_words_find_nothing() -> None:
    assert not Relevance([], []).passes("Norland sends guns")
    assert not Relevance(ARMS, [" "]).passes("Norland sends guns")


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    assert RELEVANCE.passes(text) == bool(RELEVANCE.hits(text))
    assert RELEVANCE.passes(f"{text}\nNorland sends guns.\n{text}")
