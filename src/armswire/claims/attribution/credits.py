"""The article's own credit line as the outermost link: who tells what the article only passes on."""

from __future__ import annotations

from dataclasses import replace

from armswire.model.attribution import Naming, Source, SourceClass
from armswire.model.claim import Claim, Step
from armswire.model.document import Credit, Document


def with_credit(claim: Claim, document: Document) -> Claim:
    """The claim with the credited outlets before its other sources.

    Outlets that only helped pass on the word of others; what the article says itself is theirs only where the article
    is taken from them. A claim that names one of them already stays as it is.
    """
    credit = _main(document.credits)
    if credit is None or not (credit.taken or claim.attribution) or _is_told(claim, credit):
        return claim
    words = ", ".join(credit.outlets)
    note = f"the article is taken from {words}" if credit.taken else f"{words} helped to report it"
    step = Step("attribution", f"credit:{credit.rule}", note, credit.span.start, credit.span.end)
    return replace(claim, attribution=(_source(credit, words), *claim.attribution), trace=(*claim.trace, step))


def _main(credits: tuple[Credit, ...]) -> Credit | None:
    """The credit that counts: the first from which the article is taken, else the first of those who helped.

    What is said of a part of the article alone is no link of the chain: the register knows how far it reaches.
    """
    whole = (credit for credit in credits if not credit.above)
    return min(whole, key=lambda credit: (not credit.taken, credit.span.start), default=None)


def _is_told(claim: Claim, credit: Credit) -> bool:
    told = {_plain(source.source) for source in claim.attribution}
    return any(_plain(outlet) in told for outlet in credit.outlets)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _source(credit: Credit, words: str) -> Source:
    """Several outlets are one link; it is the word of a state only where it is that of the same one for all."""
    owner = credit.owners[0] if len({*credit.owners}) == 1 else None
    kind = SourceClass.MEDIA if owner is None else SourceClass.STATE_MEDIA
    return Source(words, kind, owner, Naming.NAMED)
