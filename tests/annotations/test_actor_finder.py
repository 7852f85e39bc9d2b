"""Who is meant: offices and bodies with their owners, persons by their surnames."""

from __future__ import annotations

from typing import Any

import pytest
from readings import annotate

from armswire.model.annotation import ActorKind, ActorMention

MENTIONS = [
    # the sentence; the words, kind and actors of one mention in it
    ("Norway sent tanks.", "Norway", ActorKind.STATE, ("NOR",)),
    ("Oslo sent tanks.", "Oslo", ActorKind.STATE, ("NOR",)),
    ("South Korean tanks arrived.", "South Korean", ActorKind.DEMONYM, ("KOR",)),
    ("North Korea sent shells.", "North Korea", ActorKind.STATE, ("PRK",)),
    ("The Pentagon sent tanks.", "Pentagon", ActorKind.BODY, ("USA",)),
    ("NATO sent helmets.", "NATO", ActorKind.ORGANISATION, ("NATO",)),
    ("The Norwegian defence ministry sent tanks.", "Norwegian defence ministry", ActorKind.BODY, ("NOR",)),
    ("Norway's Ministry of Defence sent tanks.", "Norway's Ministry of Defence", ActorKind.BODY, ("NOR",)),
    ("The president of Kenya spoke.", "president of Kenya", ActorKind.OFFICIAL, ("KEN",)),
    ("Kenyan President Daniel Kimani spoke.", "Kenyan President Daniel Kimani", ActorKind.PERSON, ("KEN",)),
    ("President Daniel Kimani of Kenya spoke.", "President Daniel Kimani of Kenya", ActorKind.PERSON, ("KEN",)),
    ("The Luxembourg Army has tanks.", "Luxembourg Army", ActorKind.BODY, ("LUX",)),
    ("Two Kenyan officials spoke.", "Kenyan officials", ActorKind.OFFICIAL, ("KEN",)),
    ("Russian Defence Minister Ivan Petrov spoke.", "Russian Defence Minister Ivan Petrov", ActorKind.PERSON, ("RUS",)),
]


def mention_of(reader: Any, text: str, words: str) -> ActorMention:
    """The mention that reads `words`."""
    annotated = annotate(reader, text)
    found = {mention.span.of(annotated.document.text): mention for mention in annotated.actors}
    assert words in found, found.keys()
    return found[words]


@pytest.mark.parametrize(("text", "words", "kind", "actors"), MENTIONS)
def test_mentions(reader: Any, text: str, words: str, kind: ActorKind, actors: tuple[str, ...]) -> None:
    mention = mention_of(reader, text, words)
    assert (mention.kind, mention.actors) == (kind, actors)


def test_a_person_is_known_by_the_surname_afterwards(reader: Any) -> None:
    text = "Kenyan President Daniel Kimani spoke in Nairobi. Kimani asked for tanks."
    mention = mention_of(reader, text, "Kimani")
    assert mention.actors == ("KEN",)


def test_an_office_without_owner_has_no_actor(reader: Any) -> None:
    assert mention_of(reader, "A defence minister spoke.", "defence minister").actors == ()


def test_many_hold_the_office_of_an_official_and_one_that_of_a_named_minister(reader: Any) -> None:
    assert mention_of(reader, "Kenyan officials spoke.", "Kenyan officials").anonymous
    named = mention_of(reader, "Kenyan President Daniel Kimani spoke.", "Kenyan President Daniel Kimani")
    assert not named.anonymous


def test_a_fighter_jet_is_no_fighter(reader: Any) -> None:
    annotated = annotate(reader, "Norway sent ten fighter jets to Kenya.")
    assert [mention.actors for mention in annotated.actors] == [("NOR",), ("KEN",)]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan bought a horse.",
        "A turkey and a chicken ran off.",
        "Fine china stood on the shelf.",
    ],
)
def test_a_word_that_only_looks_like_a_state(reader: Any, text: str) -> None:
    assert annotate(reader, text).actors == ()


def test_mentions_stand_in_order_do_not_overlap_and_quote_their_words(reader: Any) -> None:
    text = (
        "Norwegian Defence Minister Kari Holm told Reuters in Oslo that the Kenyan army and NATO officials had met "
        "South Korea's ambassador to Poland. Holm thanked Seoul."
    )
    annotated = annotate(reader, text)
    ends = 0
    for mention in annotated.actors:
        assert mention.span.start >= ends
        ends = mention.span.end
        assert mention.first <= mention.head <= mention.last
        assert annotated.tokens[mention.first].span.start == mention.span.start
        assert annotated.tokens[mention.last].span.end == mention.span.end
        assert mention.entry
