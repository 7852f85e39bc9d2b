"""Cuts a text into words, figures, currency signs and other marks, for whoever reads numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from armswire.model.span import Span

# Longer figures are serial numbers; Python refuses to convert very long ones.
MAX_DIGITS = 15
HYPHENS = frozenset("-\u2010\u2011")
_GAP = r"[ \u00a0\u2009\u202f]"
_SPACED = rf"\d{{1,3}}(?:{_GAP}\d{{3}}){{1,4}}(?!\d|{_GAP}?-?mm)"  # "12 155mm howitzers" are twelve
_GROUPED = rf"\d{{1,3}}(?:,\d{{2,3}}){{0,5}},\d{{3}}|{_SPACED}|\d{{1,3}}(?:\.\d{{3}}){{2,4}}"
_DECIMAL_COMMA = r"\d{1,3},\d{1,2}(?=[\s\u00a0]?(?:[mbt]r?illions?|mln|mn|bn|bln)\b)"
_FIGURE = rf"{_DECIMAL_COMMA}|(?:{_GROUPED})(?:\.\d{{1,2}})?(?!\d)|\d+(?:\.\d+)?"
_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class NumberToken:
    """A word, figure, sign or other mark; `lower` is its text in lower case, `value` that of a figure.

    `space` is the white space between it and the token before; "\\n\\n" for a blank line.
    """

    start: int
    end: int
    text: str
    lower: str
    space: str
    value: Decimal | None = None


class NumberTokenizer:
    """Cuts texts; `signs` are the currency signs, longest first where one begins another."""

    def __init__(self, signs: Iterable[str]) -> None:
        self.signs = frozenset(signs)
        sign = "|".join(_sign_pattern(sign) for sign in sorted(self.signs, key=lambda s: (-len(s), s)))
        self._tokens = re.compile(rf"(?P<sign>{sign})|(?P<figure>{_FIGURE})|(?P<word>{_WORD})|[^\w\s]|_")

    def tokens(self, text: str, taken: Sequence[Span] = ()) -> list[NumberToken]:
        """The tokens of `text`; one token with an empty `lower` stands for each stretch in `taken`."""
        result: list[NumberToken] = []
        start = 0
        for span in sorted(taken):
            if span.start >= start and len(span):
                result.extend(self._tokens_between(text, start, span.start, result))
                result.append(_make_token(text, span.start, span.end, result, opaque=True))
                start = span.end
        result.extend(self._tokens_between(text, start, len(text), result))
        return result

    def _tokens_between(self, text: str, start: int, end: int, before: list[NumberToken]) -> Iterator[NumberToken]:
        last = before[-1:]
        for match in self._tokens.finditer(text, start, end):
            token = _make_token(text, match.start(), match.end(), last, figure=match["figure"])
            last = [token]
            yield token


def _sign_pattern(sign: str) -> str:
    before = r"(?<![^\W_])" if sign[0].isalpha() else ""
    behind = r"(?![^\W\d_])" if sign[-1].isalpha() else ""
    return f"{before}{re.escape(sign)}{behind}"


def _make_token(
    text: str, start: int, end: int, before: list[NumberToken], *, figure: str | None = None, opaque: bool = False
) -> NumberToken:
    space = text[before[-1].end : start] if before else text[:start]
    space = "\n\n" if _BLANK_LINE.search(space) else space[:1]
    word = text[start:end]
    value = None
    if figure is not None and sum(map(str.isdigit, figure)) <= MAX_DIGITS:
        value = _figure_value(figure)
    return NumberToken(start, end, word, "" if opaque else word.lower().replace("’", "'"), space, value)


def _figure_value(figure: str) -> Decimal:
    if re.fullmatch(r"\d+,\d{1,2}", figure):
        return Decimal(figure.replace(",", "."))
    plain = re.sub(rf"{_GAP}|,", "", figure)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    return Decimal(plain)
