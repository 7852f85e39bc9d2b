from __future__ import annotations

from armswire.documents.build import build
from armswire.model.article import Article


def headlines(text: str, title: str | None = None) -> list[str]:
    document = build(Article(id="a", text=text, sha256="", title=title))
    return [sentence.span.of(document.text) for sentence in document.sentences if sentence.headline]


BODY = "Norland has sent forty guns to Sudmark, two officials said on Monday. The guns came by sea."


def test_short_opening_lines_without_a_full_stop_are_headlines() -> None:
    text = f"Norland sends guns to Sudmark\nForty leave port of Halm, says envoy\n{BODY}"
    assert headlines(text) == ["Norland sends guns to Sudmark", "Forty leave port of Halm, says envoy"]


def test_running_text_has_none() -> None:
    assert headlines(f"{BODY}\n{BODY[:40]} again.") == []


def test_a_line_alone_without_a_full_stop_is_one() -> None:
    assert headlines("Norland sends guns to Sudmark") == ["Norland sends guns to Sudmark"]
    assert headlines("Norland gets guns from U.S.") == ["Norland gets guns from U.S."]
    assert headlines("Norland sends guns to Sudmark.") == []


def test_a_question_may_open() -> None:
    assert headlines(f"Will Norland send guns?\n{BODY}") == ["Will Norland send guns?"]


def test_the_title_is_one_even_with_a_full_stop() -> None:
    assert headlines(f"It is done.\n{BODY}", title="It is done.") == ["It is done."]


def test_a_short_line_between_paragraphs_is_a_subhead_and_a_last_one_is_not() -> None:
    assert headlines(f"{BODY}\n\nA long dispute\n\nThey quarrelled for years. It ended.\n\nAna Example in Halm") == [
        "A long dispute"
    ]
