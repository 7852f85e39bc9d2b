from __future__ import annotations

import textwrap

import pytest

from armswire.documents.build import build
from armswire.model.article import Article

LONG = (
    "Norland has sent forty guns to Sudmark, two officials said on Monday. The guns came by sea and were unloaded in "
    "the port of Halm at night. Nobody was told of it, and the ministry declined to comment on the report."
)
OTHER = (
    "Sudmark denied it on Tuesday. Its envoy called the report an invention of people who know nothing about ports, "
    "ships, guns or the sea, and left the room before anybody could ask him another question about the matter."
)


def paragraphs(text: str) -> list[str]:
    document = build(Article(id="a", text=text, sha256=""))
    return document.text.split("\n\n")


@pytest.mark.parametrize("width", [50, 72, 100])
def test_wrapped_text_is_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (LONG, OTHER))
    assert paragraphs(text) == [LONG, OTHER]


def test_a_line_is_a_paragraph_where_nothing_was_wrapped() -> None:
    assert paragraphs(f"{LONG}\n{OTHER}\n{LONG[:69]}") == [LONG, OTHER, LONG[:69]]


def test_short_lines_are_not_joined() -> None:
    lines = ["Norland sends guns", "Sudmark denies it", "Envoy leaves room", "Port closed"]
    assert paragraphs("\n".join(lines)) == lines


def test_a_sentence_broken_in_two_is_joined() -> None:
    assert paragraphs(f"{LONG}\nThe ministry of defence of Norland said on\nMonday that it had no comment.")[1:] == [
        "The ministry of defence of Norland said on",
        "Monday that it had no comment.",
    ]
    assert paragraphs("The ministry of defence of Norland said that the\nguns had left.") == [
        "The ministry of defence of Norland said that the guns had left."
    ]


def test_offsets_hold_across_joined_lines() -> None:
    text = textwrap.fill(LONG, 60)
    document = build(Article(id="a", text=text, sha256=""))
    for sentence in document.sentences:
        assert document.source_span(sentence.span).of(text).replace("\n", " ") == sentence.span.of(document.text)
