"""Which outlets stand between an article and those who said it: cited in the text, or named in a credit line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from armswire.lexicon.outlet_titles import fold_name, is_described, outlet_key
from armswire.model.attribution import Source
from armswire.model.claim import Claim
from armswire.model.document import Credit
from armswire.model.origin import Sign
from armswire.register.facts import ArticleFacts
from armswire.register.outlets import MEDIA, outlet_name


@dataclass(frozen=True, slots=True)
class Teller:
    """Whoever passes a claim on: an outlet, or several of which nobody knows which ("Reuters, Yonhap").

    `helped` says that they only helped, so that it can be the article's own as well.
    """

    outlets: tuple[str, ...]
    sign: Sign
    helped: bool = False


def find_tellers(claim: Claim, facts: ArticleFacts, beside: Iterable[Claim] = ()) -> tuple[Teller, ...]:
    """The tellers of a claim from its article inwards; none where the article has it from no other outlet.

    `beside` are all claims of the article: "the paper" is one that another of them names.
    """
    if claim.attribution and claim.attribution[0].source_class in MEDIA:
        return find_cited(claim, facts, beside)
    credit = credit_of(claim, facts)
    return () if credit is None else (_credited(credit),)


def find_cited(claim: Claim, facts: ArticleFacts, beside: Iterable[Claim] = ()) -> tuple[Teller, ...]:
    """Those of the tellers of a claim that its own chain names."""
    cited = takewhile(lambda source: source.source_class in MEDIA, claim.attribution)
    told = [_cited(source, claim, facts, beside) for source in cited]
    own = outlet_key(facts.outlet or "")
    return tuple(dropwhile(lambda teller: own in map(outlet_key, teller.outlets), told))


def credit_of(claim: Claim, facts: ArticleFacts) -> Credit | None:
    """The credit line that says where an article has a claim whose chain names no outlet.

    Outlets that only helped pass on the word of others. A line in the text ("This was reported by Reuters.") speaks of
    what stands above it, and of all that the article says on nobody's word.
    """
    reaching = (
        credit
        for credit in facts.sourcing.credits
        if (credit.taken or claim.attribution)
        and (not credit.above or not claim.attribution or claim.evidence.end <= credit.span.start)
    )
    return min(reaching, key=lambda credit: (not credit.taken, credit.span.start), default=None)


def _credited(credit: Credit) -> Teller:
    return Teller(credit.outlets, Sign.CREDIT, helped=not credit.taken)


def _cited(source: Source, claim: Claim, facts: ArticleFacts, beside: Iterable[Claim]) -> Teller:
    for credit in facts.sourcing.credits:
        # As the reading writes a credit line into the chain.
        if source.source == ", ".join(credit.outlets):
            return _credited(credit)
    name = outlet_name(source.source)
    named = _named_in_full(name, claim, facts, beside)
    return Teller((name if named is None else named,), Sign.CITED)


def _named_in_full(name: str, claim: Claim, facts: ArticleFacts, beside: Iterable[Claim]) -> str | None:
    """The outlet that "the newspaper" or "the Journal" stands for: the one named last before it in the article."""
    described = is_described(name)
    words = set(fold_name(name).split())
    if not described and len(words) > 1:
        return None
    known = sorted(_named_outlets(facts, beside))
    before = [full for place, full in known if place <= claim.evidence.end]
    candidates: Sequence[str] = [*reversed(before), *(full for place, full in known if place > claim.evidence.end)]
    if described:
        return next(iter(candidates), None)
    return next((full for full in candidates if words < set(fold_name(full).split())), None)


def _named_outlets(facts: ArticleFacts, beside: Iterable[Claim]) -> Iterator[tuple[int, str]]:
    """Where outlets are named in an article, and their names."""
    for credit in facts.sourcing.credits:
        for outlet in credit.outlets:
            yield credit.span.start, outlet
    for claim in beside:
        for source in claim.attribution:
            if source.source_class in MEDIA and not is_described(source.source):
                yield claim.evidence.start, outlet_name(source.source)
