"""The contract of an analyser, run over each one."""

from __future__ import annotations

from typing import Any

import pytest
from factories import make_article

from armswire.annotations.analyzer import Analyzer
from armswire.annotations.analyzers.spacy_english import MatrixLibrary, SpacyEnglish
from armswire.documents.build import build

TEXTS = [
    "Norway Lifts Ban on Arms Sales\n\nNorway's army sent tanks to Kenya. It said so on Monday.\n\nThe U.S. agreed.",
    "“We have sent tanks,” the minister said.  They arrived   in May.",
    "",
    "?!... --- ***",
    "Oslo to send tanks - The Harbour Courier",
]


def plain(document: Any) -> str:
    """The text as it stands."""
    return str(document.text)


@pytest.fixture(scope="module", params=[SpacyEnglish], ids=["spacy_english"])
def analyzer(request: pytest.FixtureRequest) -> Analyzer:
    """Every analyser there is."""
    return request.param(plain, headline_verbs={"lifts": "lift"}, matrices=MatrixLibrary.OPENBLAS)  # type: ignore[no-any-return]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_quote_the_text_and_heads_stay_in_their_sentence(analyzer: Analyzer, text: str) -> None:
    document = build(make_article(text=text))
    [tokens] = analyzer.analyze([document])
    end = 0
    for number, token in enumerate(tokens):
        assert token.index == number
        assert token.span.of(document.text) == token.text
        assert token.span.start >= end
        end = token.span.end
        sentence = document.sentences[token.sentence].span
        assert sentence.covers(token.span)
        assert tokens[token.head].sentence == token.sentence


@pytest.mark.parametrize("text", TEXTS)
def test_every_sentence_with_words_has_a_root(analyzer: Analyzer, text: str) -> None:
    document = build(make_article(text=text))
    [tokens] = analyzer.analyze([document])
    roots = {token.sentence for token in tokens if token.head == token.index}
    assert {token.sentence for token in tokens} == roots


def test_documents_come_back_in_order(analyzer: Analyzer) -> None:
    documents = [build(make_article(f"d{n}", f"Norway sent {n} tanks.")) for n in range(2, 40)]
    found = [tokens[2].text for tokens in analyzer.analyze(documents)]
    assert found == [str(n) for n in range(2, 40)]


def test_the_same_document_is_analysed_alike_alone_and_among_others(analyzer: Analyzer) -> None:
    documents = [build(make_article(f"d{n}", TEXTS[n % 2])) for n in range(6)]
    together = list(analyzer.analyze(documents))
    [alone] = analyzer.analyze(documents[:1])
    assert together[0] == alone == together[2]


def test_a_verb_of_a_headline_taken_for_a_plural_is_read_as_a_verb(analyzer: Analyzer) -> None:
    document = build(make_article(text="Norway lifts arms ban on Kenya"))
    [tokens] = analyzer.analyze([document])
    assert (tokens[1].lemma, tokens[1].pos) == ("lift", "VERB")


SENTENCES = [
    "Norway sent {} tanks to Kenya in May.",
    "“We have asked for {} shells,” the minister said on Monday.",
    "The ministry in Quito declined to comment on report {}.",
    "Oslo to send {} boats: report",
]


def test_a_document_cut_in_pieces_is_analysed_like_a_whole_one() -> None:
    document = build(make_article(text="\n\n".join(s.format(n) for n in range(2, 14) for s in SENTENCES)))
    [whole] = SpacyEnglish(plain).analyze([document])
    [pieces] = SpacyEnglish(plain, longest_piece=400).analyze([document])
    assert len(document.text) > 4 * 400
    assert [(t.index, t.span, t.text, t.sentence) for t in pieces] == [
        (t.index, t.span, t.text, t.sentence) for t in whole
    ]
    # The model sees four words to either side, also in the next sentence: beside a cut an arc may differ.
    assert sum(one == other for one, other in zip(pieces, whole, strict=True)) > 0.95 * len(whole)


def test_a_sentence_longer_than_a_piece_keeps_its_number() -> None:
    document = build(make_article(text="It rained. Many " + "tanks and boats " * 40 + "left. It rained."))
    [tokens] = SpacyEnglish(plain, longest_piece=100).analyze([document])
    assert [token.index for token in tokens] == list(range(len(tokens)))
    assert all(token.span.of(document.text) == token.text for token in tokens)
    assert [token.sentence for token in tokens[:4]] == [0, 0, 0, 1]
    assert tokens[-1].sentence == 2
    assert all(tokens[token.head].sentence == token.sentence for token in tokens)


def test_a_document_longer_than_spacy_takes_is_analysed_to_its_end() -> None:
    code = "=" * 1_200_000  # one token, so that this takes a moment only
    document = build(make_article(text=f"Norway sent tanks to Kenya.\n\nIts code is {code} now.\n\nKenya said so."))
    assert len(document.text) > 1_200_000
    [tokens] = SpacyEnglish(plain).analyze([document])
    assert [token.text for token in tokens[-4:]] == ["Kenya", "said", "so", "."]
    assert tokens[-1].sentence == document.sentences[-1].index


@pytest.mark.parametrize("run", ["=" * 30_000, "a.b,c-d(e)" * 3_000, "(" * 30_000])
def test_a_long_run_without_blanks_costs_no_more_than_its_length(analyzer: Analyzer, run: str) -> None:
    # spaCy's own tokeniser needs minutes for the first; the test would not end.
    document = build(make_article(text=f"Norway sent {run} to Kenya."))
    [tokens] = analyzer.analyze([document])
    assert [token.text for token in tokens] == ["Norway", "sent", run, "to", "Kenya", "."]
