"""Who stands where at a verb or noun, across passives, control and lists."""

from __future__ import annotations

from typing import Any

import pytest
from readings import scene

from armswire.claims.cues import CueBook
from armswire.claims.parties.arguments import Arguments
from armswire.claims.parties.participants import Participants


def arguments(reader: Any, text: str) -> Arguments:
    """The arguments of a text, put together as the reading does."""
    seen = scene(reader, text)
    return Arguments(seen, Participants(seen), CueBook(reader.language.operators))


def place(found: Arguments, word: str) -> int:
    """Where a word stands."""
    return next(t.index for t in found.tokens if t.text == word)


SUBJECTS = [
    ("Norway sent tanks to Kenya.", "sent", "Norway"),
    ("Norway agreed to send tanks.", "send", "Norway"),
    ("Kenya asked Norway to send tanks.", "send", "Norway"),
    ("Kenya urged Norway to start sending tanks.", "sending", "Norway"),
    ("Norway bought and shipped the tanks.", "shipped", "Norway"),
    ("Norway, which sent the tanks, is small.", "sent", "Norway"),
    ("Norway plans to stop sending tanks.", "sending", "Norway"),
    ("Norway ended the year by sending tanks.", "sending", "Norway"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_who_does_it(reader: Any, text: str, verb: str, subject: str) -> None:
    found = arguments(reader, text)
    at = found.subject(place(found, verb))
    assert at is not None
    assert found.tokens[at].text == subject


def test_a_passive_has_its_patient_as_object_and_its_agent_as_subject(reader: Any) -> None:
    found = arguments(reader, "Tanks were sent to Kenya by Norway.")
    slots = {(a.slot, found.tokens[a.token].text) for a in found.of_verb(place(found, "sent"))}
    assert {("object", "Tanks"), ("subject", "Norway"), ("to", "Kenya")} <= slots


def test_a_passive_without_agent_has_no_subject(reader: Any) -> None:
    found = arguments(reader, "Tanks were sent to Kenya.")
    assert "subject" not in {a.slot for a in found.of_verb(place(found, "sent"))}


NOUNS = [
    ("Norway's delivery of tanks was late.", "delivery", "Norway"),
    ("The delivery of tanks by Norway was late.", "delivery", "Norway"),
    ("Norway made a delivery.", "delivery", "Norway"),
]


@pytest.mark.parametrize(("text", "noun", "agent"), NOUNS)
def test_who_stands_behind_a_noun(reader: Any, text: str, noun: str, agent: str) -> None:
    found = arguments(reader, text)
    at = found.noun_agent(place(found, noun))
    assert at is not None
    assert found.tokens[at].text == agent


def test_the_arguments_of_a_noun(reader: Any) -> None:
    found = arguments(reader, "Norway's delivery of tanks to Kenya was late.")
    slots = {(a.slot, found.tokens[a.token].text) for a in found.of_noun(place(found, "delivery"))}
    assert {("possessor", "Norway"), ("of", "tanks"), ("to", "Kenya")} <= slots


def test_a_weapon_is_no_actor_and_a_state_is(reader: Any) -> None:
    found = arguments(reader, "Norway sent tanks.")
    assert found.is_actor(place(found, "Norway"))
    assert not found.is_actor(place(found, "tanks"))


def test_whom_help_is_for(reader: Any) -> None:
    found = arguments(reader, "Norway sent tanks to help Kenya.")
    at = found.beneficiary(place(found, "sent"))
    assert at is not None
    assert found.tokens[at].text == "Kenya"
