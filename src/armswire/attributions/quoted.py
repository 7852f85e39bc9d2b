"""What stands between quotation marks, as PolNeAR's figures count it; the network is told the same."""

from __future__ import annotations

import re

from armswire.model.span import Span

# Quotation marks are read paragraph by paragraph: “ opens, ” closes, " and '' alternate.
QUOTE_MARK = re.compile(r"[“”\"]|''|\n")


def quoted_spans(text: str) -> list[Span]:
    """What stands between quotation marks, the marks included; one left open runs to the end of its paragraph."""
    spans: list[Span] = []
    opened: int | None = None
    for mark in QUOTE_MARK.finditer(text):
        sign = mark.group()
        closes = sign in {"”", "\n"} or (sign != "“" and opened is not None)
        if closes and opened is not None:
            spans.append(Span(opened, mark.start() if sign == "\n" else mark.end()))
        opened = None if closes else mark.start() if opened is None else opened
    return spans if opened is None else [*spans, Span(opened, len(text))]
