"""What holds for any text at all, however it means us ill."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armswire.claims.extract import Extraction
from armswire.model.annotation import AnnotatedDocument
from armswire.model.encoding import decode_claim, encode_claim
from armswire.samples import DISPATCHES

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

STATES = ["Norway", "Kenya", "the U.S.", "Oslo", "NATO", "South Korea’s army", "it", "the ministry", "Côte d'Ivoire"]
CUES = [
    "sent",
    "refused to sell",
    "has asked",
    "will not deliver",
    "denied that it bought",
    "to supply",
    "signed",
    "“sold”",
]
ITEMS = [
    "tanks",
    "hundreds of thousands of 155mm shells",
    "12 F-16s",
    "military aid worth $5 bn",
    "no rifles",
    "weapons",
]
ENDS = [".", "?", " in May.", ", officials said.", " - Daily", ":", "…", "\n\n", " on 31 February."]
HOSTILE = [
    "\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "\ud800", "🚀", "‏", "(" * 30, "“‘“", "”", "\"", "<b>", "&amp;",
    "A" * 300, "\r\n", "\t", "￿", "ﬁ", "é", "é", "1,2,3,,4", "$", "%s", "--", "İ", "ẞ",
]  # fmt: skip

sentences = st.builds(
    lambda *parts: " ".join(parts[:-1]) + parts[-1],
    st.sampled_from(STATES),
    st.sampled_from(CUES),
    st.sampled_from(ITEMS),
    st.sampled_from(["to", "from", "for", "and", "by way of"]),
    st.sampled_from(STATES),
    st.sampled_from(ENDS),
)
news = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
broken_news = st.lists(
    st.one_of(sentences, st.sampled_from(HOSTILE), st.text(max_size=20)), min_size=1, max_size=10
).map(lambda parts: " ".join(parts))
any_text = st.text(max_size=300)


def check(text: str, annotated: AnnotatedDocument, extraction: Extraction) -> None:
    """Every offset quotes its text and every range runs from least to most."""
    document = annotated.document
    assert document.article.text == text
    for number, token in enumerate(annotated.tokens):
        assert token.index == number
        assert token.span.of(document.text) == token.text
        assert annotated.tokens[token.head].sentence == token.sentence
    for mentions in (annotated.actors, annotated.items):
        for mention in mentions:
            assert annotated.tokens[mention.first].span.start == mention.span.start
            assert annotated.tokens[mention.last].span.end == mention.span.end
            assert mention.first <= mention.head <= mention.last
        for one, other in pairwise(mentions):
            assert one.last < other.first
    for found in annotated.quantities:
        assert found.quantity.min <= found.quantity.max
    for sum_ in annotated.money:
        assert sum_.money.min <= sum_.money.max
        assert len(sum_.money.currency) == 3
    for day in annotated.dates:
        assert day.date.start <= day.date.end
    for span in [m.span for m in (*annotated.quantities, *annotated.money, *annotated.dates)]:
        assert span.end <= len(document.text)
        assert span.of(document.text).strip()
    check_claims(text, extraction)


def check_claims(text: str, extraction: Extraction) -> None:
    """Evidence quotes the article; what is written to JSON comes back; ids tell claims apart."""
    for claim in extraction.claims:
        assert claim.evidence.text == text[claim.evidence.start : claim.evidence.end]
        assert claim.evidence.text
        assert claim.supplier or claim.recipient
        assert decode_claim(encode_claim(claim), claim.trace) == claim
        for step in claim.trace:
            assert step.start is None or 0 <= step.start <= (step.end or 0) <= len(text)
    assert len({claim.id for claim in extraction.claims}) == len(extraction.claims)
    for rejection in extraction.rejections:
        assert rejection.text == text[rejection.start : rejection.end]
        assert rejection.note


@SLOW
@given(news)
def test_news(reader: Any, text: str) -> None:
    [(annotated, extraction)] = reader.read(text)
    check(text, annotated, extraction)


@SLOW
@given(broken_news)
def test_broken_news(reader: Any, text: str) -> None:
    [(annotated, extraction)] = reader.read(text)
    check(text, annotated, extraction)


@SLOW
@given(any_text)
def test_any_text(reader: Any, text: str) -> None:
    [(annotated, extraction)] = reader.read(text)
    check(text, annotated, extraction)


@SLOW
@given(news, st.sampled_from(HOSTILE), st.integers(0, 400))
def test_one_hostile_stroke_anywhere(reader: Any, text: str, stroke: str, at: int) -> None:
    struck = text[:at] + stroke + text[at:]
    [(annotated, extraction)] = reader.read(struck)
    check(struck, annotated, extraction)


SENTENCES = tuple(
    sentence
    for line in DISPATCHES.read_text("utf-8").splitlines()
    for sentence in re.split(r"(?<=[.”\"]) |\n+", json.loads(line)["text"])
    if len(sentence.split()) > 3
)
# Whose "its" is, and who does the refusing, is where one question leads to the next.
INSERTED = [
    "its",
    "their",
    "his",
    "our",
    "by its",
    "by their refusing",
    "which",
    "whose",
    "the ministry",
    "the country's",
]


@st.composite
def mangled_sentences(draw: st.DrawFn) -> str:
    """A sentence of the bundled dispatches of which words are blanked, in another order, or put between."""
    words = draw(st.sampled_from(SENTENCES)).split(" ")
    places = st.integers(0, len(words) - 1)
    for at in draw(st.lists(places, max_size=4)):
        words[at] = re.sub(r"\w", draw(st.sampled_from(["x", "X", "_"])), words[at])
    first = draw(places)
    last = first + draw(st.integers(0, 8))
    words[first:last] = draw(st.permutations(words[first:last]))
    for at, word in draw(st.lists(st.tuples(places, st.sampled_from(INSERTED)), max_size=2)):
        words.insert(at, word)
    return " ".join(words)


@settings(SLOW, max_examples=60)
@given(st.lists(mangled_sentences(), min_size=1, max_size=3))
def test_mangled_sentences(reader: Any, sentences: list[str]) -> None:
    text = " ".join(sentences)
    [(annotated, extraction)] = reader.read(text)
    check(text, annotated, extraction)


@SLOW
@given(st.lists(news, min_size=2, max_size=4))
def test_an_article_is_read_alike_alone_and_in_a_batch(reader: Any, texts: list[str]) -> None:
    together = reader.read(*texts)
    [(_, alone)] = reader.read(texts[0])
    assert together[0][1].claims == alone.claims


EXTREME = {
    "brackets": "Norway sent tanks " + "(" * 3000 + " to Kenya " + ")" * 3000 + ".",
    "nested quotes": "“‘" * 800 + "Norway sent tanks to Kenya." + "’”" * 800,
    "a very long word": "Norway sent " + "tank" * 5000 + " to Kenya.",
    "a very long sentence": "Norway sent " + ", ".join(["tanks"] * 1200) + " to Kenya.",
    "a very long chain of names": "Norway" + ", Kenya" * 1200 + " sent tanks.",
    "a tower of operators": "Norway " + "refused to agree to " * 150 + "send tanks to Kenya.",
    "of the of the": "The sale " + "of the sale " * 400 + "of tanks to Kenya by Norway stopped.",
    "only line breaks": "\n" * 5000,
    "digits": "Norway sent " + "9" * 5000 + " tanks to Kenya for $" + "9" * 5000 + ".",
    "control characters": "".join(map(chr, range(32))) * 20 + "Norway sent tanks to Kenya.",
    "combining marks": "N" + "\u0301" * 3000 + "orway sent tanks to Kenya.",
    "right to left": "\u202eNorway sent tanks to Kenya.\u202c" * 50,
    "colons and dashes": "Norway: - " * 500 + "sent tanks to Kenya",
}


@pytest.mark.parametrize("text", EXTREME.values(), ids=EXTREME.keys())
def test_extreme_texts(reader: Any, text: str) -> None:
    [(annotated, extraction)] = reader.read(text)
    check(text, annotated, extraction)
