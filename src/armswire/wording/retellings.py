"""By which sign it is known that one report retells another, in short words."""

from __future__ import annotations

from armswire.model.origin import Sign

SIGNS = {
    Sign.COPY: "nearly the same text",
    Sign.CREDIT: "in its credit line",
    Sign.CITED: "named in its text",
    Sign.QUOTATION: "the same words of an unnamed source",
    Sign.VERSION: "an earlier version of the same article",
}
