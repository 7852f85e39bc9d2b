"""The speech that closes a sentence, whatever the parser makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from readings import only_claim

CLOSING = [
    ("the navy's spokeswoman, Captain Rupa Das, told journalists in Pune", ("named_official", "IND")),
    ("the Indian army's chief of staff suggested on Sunday", ("named_official", "IND")),
    ("the monitoring group Arms Trace later reported", ("organisation", "org:Arms Trace")),
    ("the Sofia daily Nov Pogled reported", ("media", None)),
    ("a Chadian officer who was not cleared to speak publicly said", ("anonymous_official", "TCD")),
    ("its ambassador in Accra told parliament", ("named_official", "IND")),
    ("a procurement agency document shows", ("document", None)),
    ("a navy memo shows", ("document", None)),
    ("Volta Wire said on Monday", ("media", None)),
]


@pytest.mark.parametrize(("closing", "source"), CLOSING)
def test_who_closes_the_sentence_says_it(reader: Any, closing: str, source: tuple[str, str | None]) -> None:
    claim = only_claim(reader, f"India has sold 20 howitzers to Chad, {closing}.")
    assert [(s.source_class.value, s.actor) for s in claim.attribution] == [source]


QUOTED = [
    "two Indian officials were quoted as saying by the Volta Chronicle",
    "an Indian official was quoted as saying by the newspaper Baraza",
    "two Indian officials were quoted by the Volta Chronicle as saying",
]


@pytest.mark.parametrize("closing", QUOTED)
def test_who_is_quoted_at_the_end_says_it_to_who_quotes(reader: Any, closing: str) -> None:
    claim = only_claim(reader, f"India has agreed to sell rifles to Chad, {closing}.")
    classes = [(s.source_class.value, s.actor) for s in claim.attribution]
    assert classes == [("media", None), ("anonymous_official", "IND")]


def test_a_list_of_several_shows_ends_in_no_verb(reader: Any) -> None:
    claim = only_claim(reader, "India sold 20 howitzers to Chad, its rival in many shows.")
    assert claim.attribution == ()


def test_a_demand_that_closes_the_sentence_presupposes_what_it_wants_stopped(reader: Any) -> None:
    claim = only_claim(
        reader, "India must stop supplying rifles to Chad, Sudan's interior minister, Omar Ali, demanded."
    )
    assert (claim.stage.value, claim.supplier, claim.recipient) == ("delivery", ("IND",), ("TCD",))


def test_a_verb_of_speech_with_a_clause_of_its_own_closes_nothing(reader: Any) -> None:
    claim = only_claim(reader, "India has sold 20 howitzers to Chad, a general who said that he was tired told nobody.")
    assert claim.supplier == ("IND",)
