"""The network that comes with the program, on sentences of our own."""

from __future__ import annotations

import pytest

from armswire.attributions.network import Network
from armswire.attributions.tagger import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(Network())


def read(tagger: Tagger, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, parts joined by a stroke."""
    return [
        tuple(" | ".join(span.of(text) for span in spans) for spans in (a.source, a.cue, a.content))  # type: ignore[misc]
        for a in tagger.read(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Kenya's defence minister said on Tuesday that Norway had delivered the last of twelve howitzers.",
            "Kenya's defence minister",
            "said",
            "that Norway had delivered the last of twelve howitzers",
        ),
        (
            "The boats left the yard in March, according to two people familiar with the order.",
            "two people familiar with the order",
            "according to",
            "The boats left the yard in March",
        ),
        (
            "The ministry denied that any rifles had been sold to the militia.",
            "The ministry",
            "denied",
            "that any rifles had been sold to the militia",
        ),
        (
            "“We have asked for nothing else,” the general told reporters in Lima.",
            "the general",
            "told",
            "“We have asked for nothing else,”",
        ),
    ],
)
def test_who_says_what(tagger: Tagger, text: str, source: str, cue: str, content: str) -> None:
    found = read(tagger, text)
    assert any(
        (s, content in c or c.strip(".,") == content.strip(".,")) == (source, True) and cue in q for s, q, c in found
    ), found


def test_a_quotation_in_two_halves_is_one_content(tagger: Tagger) -> None:
    text = "“The first tanks will arrive in June,” the minister said. “The others will follow by the end of the year.”"
    [(source, cue, content)] = read(tagger, text)
    assert (source, cue) == ("the minister", "said")
    assert "first tanks" in content
    assert "others will follow" in content


def test_plain_narration_has_none(tagger: Tagger) -> None:
    assert read(tagger, "Six trucks crossed the bridge at noon. It rained until the evening.") == []


def test_a_text_is_read_the_same_way_twice(tagger: Tagger) -> None:
    text = "The harbour was closed, officials said.\n\n" * 40
    assert tagger.read(text) == tagger.read(text)


@pytest.mark.parametrize("text", ["", "\n", "“", "\x00\ufffd", "a" * 20_000, "said " * 3_000, "🛰️ said 🛰️"])
def test_odd_texts_do_no_harm(tagger: Tagger, text: str) -> None:
    for attribution in tagger.read(text):
        spans = (*attribution.source, *attribution.cue, *attribution.content)
        assert all(span.end <= len(text) for span in spans)
