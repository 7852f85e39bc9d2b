"""An article in, a document out: one page with all kinds of dirt, and what holds for any text at all."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armswire.articles.read import read
from armswire.documents.build import build
from armswire.model.article import Article
from armswire.model.document import Document
from armswire.model.span import Span

PAGE = """Norland sends 40 howitzers to Sudmark

Home > World > Security

Share Tweet Print

Norland sends 40 howitzers to Sudmark

Crates wait on a quay in the port of Halm on Monday. [COAST/A. WRITER]

Crates wait on a quay in the port of Halm on Monday. [COAST/A. WRITER]

By Ana Example [ana@harbour.example]
March 3, 2031 10:15 GMT

HALM (Coast) - Norland has sent 40 howitzers to Sudmark, Gen. B. Writer said at 5 p.m. on Monday.
Read also: Lima signs for six patrol boats
“They are in the U.S. The rest follows,” he said. “Sudmarkâ€™s army asked for 155 mm guns.”

Âñå íîâîñòè íà íàøåì ñàéòå

Leave a comment
Log in to your account
with your password
(0/250)
© 2031 Harbour Courier. All rights reserved.
"""


def document(text: str, *, title: str | None = None, language: str | None = "en") -> Document:
    return build(Article(id="a", text=text, sha256="", title=title, language=language))


def test_a_page_loses_its_furniture_and_keeps_its_words() -> None:
    built = document(PAGE)
    assert [sentence.span.of(built.text) for sentence in built.sentences] == [
        "Norland sends 40 howitzers to Sudmark",
        "Crates wait on a quay in the port of Halm on Monday.",
        "HALM (Coast) - Norland has sent 40 howitzers to Sudmark, Gen. B. Writer said at 5 p.m. on Monday.",
        "“They are in the U.S.",
        "The rest follows,” he said.",
        "“Sudmark’s army asked for 155 mm guns.”",
    ]
    assert [sentence.headline for sentence in built.sentences] == [True, False, False, False, False, False]
    assert [sentence.paragraph for sentence in built.sentences] == [0, 1, 2, 3, 3, 3]
    assert [quotation.span.of(built.text) for quotation in built.quotations] == [
        "“They are in the U.S. The rest follows,”",
        "“Sudmark’s army asked for 155 mm guns.”",
    ]


def test_every_dropped_stretch_is_named_with_its_rule() -> None:
    built = document(PAGE)
    rules = {stretch.span.of(PAGE): stretch.rule for stretch in built.furniture}
    assert rules["Home > World > Security"] == "breadcrumb"
    assert rules["Norland sends 40 howitzers to Sudmark"] == "repeated"
    assert rules[" [COAST/A. WRITER]"] == "caption_credit"
    assert rules["Âñå íîâîñòè íà íàøåì ñàéòå"] == "other_language"
    assert rules["with your password"] == "continued"
    assert rules["Read also: Lima signs for six patrol boats"] == "related"


def test_sentences_lead_back_to_the_article_even_around_repaired_words() -> None:
    built = document(PAGE)
    first, *_, last = built.sentences
    assert built.source_span(first.span).of(PAGE) == first.span.of(built.text)
    assert built.source_span(last.span).of(PAGE) == "“Sudmarkâ€™s army asked for 155 mm guns.”"


def test_an_article_of_furniture_alone_is_an_empty_document() -> None:
    built = document("Share\nTweet\n\n© 2031 Harbour Courier")
    assert (built.text, built.sentences, built.segments, built.quotations) == ("", (), (), ())
    assert len(built.furniture) == 3


def test_an_article_of_one_line_is_kept_whatever_it_looks_like() -> None:
    built = document("Home / Away / Abroad")
    assert built.text == "Home / Away / Abroad"


DIRT = st.sampled_from(
    [
        "Norland sent 40 guns.",
        "“We will,” he said.",
        "U.S. ",
        "â€™",
        "Ïðèâåò âñåì",
        "Home > World",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "\ud800",
        "\x00",
        "\x85",
        "  ",
        "\n",
        "\r\n",
        "\u2028",
        "[AP]",
        "(0/250)",
        "Gen. ",
        '"',
        "'",
        "’",
        "«",
        "„",
        "…",
        "한국",
        "Read more",
        "wrapped at no width at all and going on",
    ]
)
ANY_TEXT = st.one_of(st.text(max_size=300), st.lists(DIRT | st.text(max_size=5), max_size=40).map("".join))


@given(ANY_TEXT, st.sampled_from([None, "en", "uk"]))
@settings(max_examples=300, deadline=None)
def test_sentences_are_ordered_apart_and_cover_all_words(text: str, language: str | None) -> None:
    built = document(text, language=language)
    end = 0
    for number, sentence in enumerate(built.sentences):
        assert sentence.index == number
        assert not built.text[end : sentence.span.start].strip()
        assert sentence.span.start >= end
        assert sentence.span.of(built.text).strip() == sentence.span.of(built.text) != ""
        end = sentence.span.end
    assert not built.text[end:].strip()
    assert [s.paragraph for s in built.sentences] == sorted(s.paragraph for s in built.sentences)
    built.text.encode("utf-8")


@given(ANY_TEXT, st.integers(0, 200), st.integers(0, 60))
@settings(max_examples=300, deadline=None)
def test_spans_lead_back_to_the_same_words(text: str, start: int, length: int) -> None:
    built = document(text)
    for segment in built.segments:
        clean = Span(segment.clean, segment.clean + segment.length)
        if segment.length == segment.source_length and clean.of(built.text).strip():
            assert _differ_in_repairs_only(built.source_span(clean).of(text), clean.of(built.text))
    if built.segments:
        span = Span(min(start, len(built.text)), min(start + length, len(built.text)))
        source = built.source_span(span)
        assert source.end <= len(text)
        if text.isascii():
            words = _legible(span.of(built.text)).split()
            assert all(word in _legible(source.of(text)) for word in words)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_each_character_is_kept_once_or_dropped_once(text: str) -> None:
    built = document(text)
    kept = [Span(s.source, s.source + s.source_length) for s in built.segments]
    dropped = [stretch.span for stretch in built.furniture]
    spans = sorted(span for span in [*kept, *dropped] if len(span))
    assert all(not before.overlaps(after) for before, after in pairwise(spans))
    left = list(text)
    for span in spans:
        left[span.start : span.end] = " " * len(span)
    assert not _legible("".join(left)).strip()


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_quotations_are_ordered_and_apart(text: str) -> None:
    built = document(text)
    end = 0
    for quotation in built.quotations:
        assert end <= quotation.span.start < quotation.span.end <= len(built.text)
        end = quotation.span.end


def _differ_in_repairs_only(source: str, clean: str) -> bool:
    """Where characters correspond, only those may differ that are odd blanks or were read by a wrong table."""
    return len(source) == len(clean) and all(
        before == after or before < " " or before >= "\x7f" for before, after in zip(source, clean, strict=True)
    )


def _legible(text: str) -> str:
    """Without what cleaning may replace one for one or drop: odd blanks, controls, unseen signs, half characters."""
    return re.sub(
        "[\x00-\x20\x7f\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u00ad\ud800-\udfff\ufffd]",
        " ",
        text,
    )


HOSTILE = {
    "brackets": "[",
    "quotation marks": '"',
    "quotation marks apart": '" ',
    "opening marks": "“",
    "opening marks on lines": "“a\n",
    "apostrophes": "'a ",
    "full stops": ".",
    "ellipses": "…",
    "full stops apart": ". ",
    "initials": "A. ",
    "closing marks": '."',
    "blanks": " ",
    "unseen signs": "\u200b",
    "breadcrumbs": "a > ",
    "damaged words": "â€™ ",
    "damaged run": "â€™",
    "other table": "Ïðèâåò ",
    "lines": "a\n",
    "footnotes": ". [1]",
    "no blanks": "w",
    "surrogates": "\ud800\udc00",
    "nul": "\x00",
    "hyphens": "a-",
    "braces": "{",
    "capitals": "x [A",
}


# Seconds of CPU time.
HANG = 30


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_ends(unit: str) -> None:
    """A guard against a hang, far above what any machine needs: linear work takes about a tenth of a second."""
    started = time.process_time()
    document("Start here\n" + unit * 32000)
    assert time.process_time() - started < HANG


@pytest.mark.parametrize(
    "unit", ["#a ", "a.b-", "a/", "By A ", "Jan 1 ", ". Photo: A ", "a: b ", "<", "x all rights ", "0/", "[A "]
)
def test_no_rule_of_furniture_is_slow_on_the_longest_line_it_sees(unit: str) -> None:
    lines = "\n".join((unit * 600)[: 590 - n % 7] for n in range(20))
    started = time.process_time()
    document("Start here\n" + lines)
    assert time.process_time() - started < HANG


def test_the_shared_seed_articles_lose_their_furniture() -> None:
    seeds = Path(__file__).parents[3] / "shared" / "data" / "seeds" / "articles.jsonl"
    if not seeds.exists():
        pytest.skip("the seed articles are not here")
    for article in read([str(seeds)]):
        assert isinstance(article, Article)
        built = build(article)
        assert len(built.sentences) >= 14
        assert not re.search(r"(?i)log in to|cookies|0/250|leave a comment|home >|@", built.text)
        for sentence in built.sentences:
            assert _legible(built.source_span(sentence.span).of(article.text)) == _legible(sentence.span.of(built.text))
