"""Questions about a parse."""

from __future__ import annotations

from typing import Any

import pytest
from readings import scene

from armswire.claims.parse.grammar import Grammar, Mood


def verb(reader: Any, text: str, word: str) -> tuple[Grammar, int]:
    """The grammar of a sentence and the place of one of its words."""
    grammar = scene(reader, text).grammar
    return grammar, next(t.index for t in grammar.tokens if t.text == word)


MOODS = [
    ("Norway sent tanks to Kenya.", "sent", Mood.REAL),
    ("Norway sends tanks to Kenya.", "sends", Mood.REAL),
    ("Norway is sending tanks to Kenya.", "sending", Mood.REAL),
    ("Norway has sent tanks to Kenya.", "sent", Mood.REAL),
    ("Tanks were sent to Kenya.", "sent", Mood.REAL),
    ("Norway will send tanks to Kenya.", "send", Mood.FUTURE),
    ("Norway may send tanks to Kenya.", "send", Mood.POSSIBLE),
    ("Norway could send tanks to Kenya.", "send", Mood.POSSIBLE),
    ("Norway should send tanks to Kenya.", "send", Mood.OBLIGED),
    ("Norway must send tanks to Kenya.", "send", Mood.OBLIGED),
    ("Kenya asked Norway to send tanks.", "send", Mood.INFINITIVE),
    ("Norway is to send tanks to Kenya.", "send", Mood.FUTURE),
    ("Norway has yet to send tanks to Kenya.", "send", Mood.REAL),
    ("Norway appears to have sent tanks to Kenya.", "sent", Mood.REAL),
    ("Norway considered sending tanks to Kenya.", "sending", Mood.GERUND),
    ("The delivery came late.", "delivery", Mood.NOMINAL),
]


@pytest.mark.parametrize(("text", "word", "mood"), MOODS)
def test_how_a_word_presents_its_event(reader: Any, text: str, word: str, mood: Mood) -> None:
    grammar, at = verb(reader, text, word)
    assert grammar.mood(at) is mood


NEGATIONS = [
    ("Not one tank has reached Kenya.", "reached", True),
    ("Not all tanks were sent to Kenya.", "sent", False),
    ("At no point did Norway send tanks to Kenya.", "send", True),
    ("Never has Norway sent tanks to Kenya.", "sent", True),
    ("Not only has Norway sent tanks to Kenya, it has trained crews.", "sent", False),
    ("In May did Norway send tanks to Kenya?", "send", False),
    ("Norway has not sent tanks to Kenya.", "sent", True),
    ("Norway never sent tanks to Kenya.", "sent", True),
    ("Norway didn't send tanks to Kenya.", "send", True),
    ("No tanks were sent to Kenya.", "sent", True),
    ("Norway has yet to send tanks to Kenya.", "send", True),
    ("Norway has sent tanks to Kenya.", "sent", False),
    ("Norway has sent tanks to Kenya but not to Mali.", "sent", False),
    ("Norway not only sent tanks to Kenya but paid for them.", "sent", False),
]


@pytest.mark.parametrize(("text", "word", "negated"), NEGATIONS)
def test_negation(reader: Any, text: str, word: str, negated: bool) -> None:
    grammar, at = verb(reader, text, word)
    assert grammar.is_negated(at) is negated


@pytest.mark.parametrize(
    ("text", "word", "passive"),
    [
        ("Tanks were sent to Kenya.", "sent", True),
        ("The tanks sent by Norway arrived.", "sent", True),
        ("Norway sent tanks to Kenya.", "sent", False),
        ("Norway has sent tanks to Kenya.", "sent", False),
    ],
)
def test_passives(reader: Any, text: str, word: str, passive: bool) -> None:
    grammar, at = verb(reader, text, word)
    assert grammar.is_passive(at) is passive


def test_no_longer_is_an_end_and_not_yet_is_none(reader: Any) -> None:
    grammar, at = verb(reader, "Norway no longer sends tanks to Kenya.", "sends")
    assert grammar.is_ended(at)
    grammar, at = verb(reader, "Norway does not send tanks to Kenya.", "send")
    assert not grammar.is_ended(at)


def test_a_clause_under_if(reader: Any) -> None:
    grammar, at = verb(reader, "If Norway sends tanks, Kenya will win.", "sends")
    assert grammar.stands_under(at, ["if"])
    win = next(t.index for t in grammar.tokens if t.text == "win")
    assert not grammar.stands_under(win, ["if"])


def test_prepositions_with_what_they_govern(reader: Any) -> None:
    grammar, at = verb(reader, "Norway sent tanks to Kenya via Egypt.", "sent")
    governed = {word: grammar.tokens[obj].text for word, obj in grammar.prepositions(at)}
    assert governed.items() >= {"to": "Kenya"}.items()


def test_according_to_is_no_direction(reader: Any) -> None:
    grammar, at = verb(reader, "Norway sent tanks, according to Kenya.", "sent")
    assert "to" not in {word for word, _ in grammar.prepositions(at)}


def test_coordination(reader: Any) -> None:
    grammar, at = verb(reader, "Norway sent tanks, drones and rifles.", "tanks")
    chain = grammar.conjuncts(at)
    assert [grammar.tokens[i].text for i in chain] == ["tanks", "drones", "rifles"]
    assert {grammar.first_conjunct(i) for i in chain} == {at}


def test_every_token_is_below_its_root_and_no_head_leaves_its_sentence(reader: Any) -> None:
    grammar = scene(reader, "Norway sent tanks. Kenya, it said, had asked for them in May.").grammar
    for token in grammar.tokens:
        root = token.index
        while grammar.tokens[root].head != root:
            root = grammar.tokens[root].head
        assert grammar.tokens[root].sentence == token.sentence
        assert token.index in set(grammar.subtree(root))


def test_what_is_asked_for_hangs_on_the_plea(reader: Any) -> None:
    grammar, at = verb(reader, "The president repeated his plea for weapons.", "plea")
    assert "weapons" in {grammar.tokens[obj].text for word, obj in grammar.prepositions(at) if word == "for"}
