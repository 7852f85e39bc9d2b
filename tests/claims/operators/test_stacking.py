"""Which operators stand over a word of transfer, from the inside out."""

from __future__ import annotations

from typing import Any

import pytest
from readings import scene

from armswire.claims.cues import CueBook
from armswire.claims.operators.stacking import Stacking
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants


def stacking(reader: Any, text: str) -> Stacking:
    """The stacking of a text, put together as the reading does."""
    seen = scene(reader, text)
    operators, frames = CueBook(reader.language.operators), CueBook(reader.language.frames)
    participants = Participants(seen)
    return Stacking(seen, operators, frames, Arguments(seen, participants, operators), participants)


TOWERS = [
    ("Norway sent tanks to Kenya.", "sent", []),
    ("Norway refused to send tanks to Kenya.", "send", ["refuse"]),
    ("Denmark urged Norway to reconsider its refusal to send tanks.", "send", ["refuse", "reverse", "request"]),
    ("Norway has lifted its ban on sales of tanks to Kenya.", "sales", ["refuse", "reverse"]),
    ("Norway is considering sending tanks to Kenya.", "sending", ["consider"]),
    ("Norway said it would send tanks to Kenya.", "send", ["say"]),
    ("Norway suspended deliveries of tanks to Kenya.", "deliveries", ["halt"]),
    ("Denmark asked Norway to stop selling tanks to Kenya.", "selling", ["halt", "request"]),
    ("Norway approved the sale of tanks to Kenya.", "sale", ["approve"]),
    ("Norway promised to deliver tanks to Kenya.", "deliver", ["pledge"]),
]


@pytest.mark.parametrize(("text", "word", "kinds"), TOWERS)
def test_towers(reader: Any, text: str, word: str, kinds: list[str]) -> None:
    stacks = stacking(reader, text)
    at = next(t.index for t in stacks.tokens if t.text == word)
    assert [s.operator.kind for s in stacks.over(at).operators] == kinds


def test_a_clause_with_its_own_subject_shares_no_operator(reader: Any) -> None:
    stacks = stacking(reader, "Norway refused to pay, and Denmark sent tanks to Kenya.")
    at = next(t.index for t in stacks.tokens if t.text == "sent")
    assert stacks.over(at).operators == ()


def test_an_operator_at_work(reader: Any) -> None:
    stacks = stacking(reader, "Denmark has not asked Norway to send tanks.")
    at = next(t.index for t in stacks.tokens if t.text == "send")
    [request] = stacks.over(at).operators
    applied = stacks.applied(request)
    assert applied.agent is not None
    assert applied.addressee is not None
    assert (applied.agent.actors, applied.addressee.actors) == (("DNK",), ("NOR",))
    assert (applied.negated, applied.perfect) == (True, True)


def test_the_target_of_an_embargo(reader: Any) -> None:
    stacks = stacking(reader, "Norway imposed an embargo on arms sales to Kenya.")
    at = next(t.index for t in stacks.tokens if t.text == "sales")
    assert [s.operator.kind for s in stacks.over(at).operators][:1] == ["refuse"]
