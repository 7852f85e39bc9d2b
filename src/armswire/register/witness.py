"""A claim with what its article adds to it: when it was published, when the event can have been, whose report it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from armswire.lexicon.evidence import EvidenceRules
from armswire.lexicon.outlet_titles import outlet_key
from armswire.model.claim import Answer, Certainty, Claim, Polarity, Stage
from armswire.model.ranges import DateRange, Quantity
from armswire.register.facts import ArticleFacts
from armswire.register.tellers import Teller, find_cited, find_tellers

# The stages that a transfer goes through, from first word to last; refusals and halts stand beside this line.
PROGRESS = (Stage.REQUEST, Stage.CONSIDERATION, Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY)
PROMISED = PROGRESS.index(Stage.PLEDGE)
# Answers, or none, with which a claim need not speak of what was told before: a policy is held, whatever was told.
_OF_NOTHING_TOLD = frozenset({None, Answer.RESTATES_POLICY})
_PLACE = {stage: place for place, stage in enumerate(PROGRESS)}


@dataclass(frozen=True, slots=True, eq=False)
class Witness:
    """A claim made ready for comparing; what many comparisons need is worked out once.

    `time` is when the event can have been, `dated` whether the claim itself says so. `families` are the kinds of item
    that it names, `generic` its categories that name no kind (ARMS), `covered` the families that those can stand for,
    `models` the designations by category, `amounts` the quantities by category. `place` is where on the line of
    progress its stage stands, None beside it. `affirmed` says that the source says so, `is_comment` that the claim
    speaks of something that was told before it (answers, denials, end use). `report` is the outlet whose report it
    passes on, its own where it `retells` nobody's by its own chain; `tellers` are all who stand between the article and
    who said it, from the article inwards, credit lines included. `is_background` says that the article tells a later
    step of the same as its news, so that this one can lie far back; `told_beside` are the families that other claims of
    the article name between the same parties, `reworded` those of them for which its own kind is likely but another
    word. `order` sorts witnesses by publication and id, the same in every run.
    """

    claim: Claim
    outlet: str | None
    published: date | None
    time: DateRange | None
    dated: bool
    requester: frozenset[str]
    supplier: frozenset[str]
    recipient: frozenset[str]
    intermediary: frozenset[str]
    families: frozenset[str]
    generic: frozenset[str]
    covered: frozenset[str]
    models: Mapping[str, frozenset[str]]
    amounts: tuple[tuple[str, Quantity], ...]
    place: int | None
    affirmed: bool
    is_comment: bool
    report: str
    retells: bool
    tellers: tuple[Teller, ...]
    is_background: bool
    told_beside: frozenset[str]
    reworded: frozenset[str]
    order: tuple[str, str]

    @property
    def names_party(self) -> bool:
        """Whether it says who gives or who gets; a claim that says neither belongs to no transfer."""
        return bool(self.supplier or self.recipient)

    @property
    def is_vague(self) -> bool:
        """Whether it names no kind of thing, no number and no sum: with the same parties, it could be any transfer.

        Who refuses or stops "weapons" means all of them.
        """
        names = self.families or self.models or self.amounts or self.claim.value
        return self.place is not None and not self.is_comment and not names

    @property
    def as_of(self) -> date | None:
        """The last day for which the statement can be meant."""
        return self.claim.date.end if self.claim.date is not None else self.published


def call_witnesses(
    claims: Iterable[Claim], articles: Mapping[str, ArticleFacts], rules: EvidenceRules
) -> list[Witness]:
    """Claims of `articles`, all those of each, as witnesses in their order."""
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.document].append(claim)
    called = [
        call_witness(claim, articles.get(name) or ArticleFacts(name), rules, beside)
        for name, beside in by_article.items()
        for claim in beside
    ]
    return sorted(called, key=lambda witness: witness.order)


def call_witness(claim: Claim, facts: ArticleFacts, rules: EvidenceRules, beside: Sequence[Claim] = ()) -> Witness:
    """The claim of an article as a witness; `beside` are all claims of the article."""
    affirmed = claim.polarity is Polarity.AFFIRMED
    cited = find_cited(claim, facts, beside)
    families, generic = _kinds(claim, rules)
    between = [other for other in beside if other is not claim and _same_parties(claim, other)]
    reworded = _reworded(claim, between, rules)
    is_comment = claim.stage is Stage.END_USE or claim.answer not in _OF_NOTHING_TOLD or not affirmed
    is_background = claim.date is None and not is_comment and any(_is_later(other, claim) for other in between)
    return Witness(
        claim=claim,
        outlet=facts.outlet,
        published=facts.published,
        time=_event_time(claim, facts, rules.days.life.value if is_background else rules.days.undated.value),
        dated=claim.date is not None,
        requester=frozenset(claim.requester),
        supplier=frozenset(claim.supplier),
        recipient=frozenset(claim.recipient),
        intermediary=frozenset(claim.intermediary),
        families=families,
        generic=generic,
        covered=frozenset(family for ml, families in rules.covers.items() if ml in generic for family in families),
        models=_designations(claim),
        amounts=tuple((item.ml, item.quantity) for item in claim.items if item.quantity is not None),
        place=_PLACE.get(claim.stage),
        affirmed=affirmed,
        is_comment=is_comment,
        report=outlet_key(cited[-1].outlets[0] if cited else facts.outlet or facts.id),
        retells=bool(cited),
        tellers=find_tellers(claim, facts, beside),
        is_background=is_background,
        told_beside=frozenset(family for other in between for family in _kinds(other, rules)[0]),
        reworded=reworded if reworded and _passes_on(beside, facts) else frozenset(),
        order=(facts.day, claim.id),
    )


def tell_one_report(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Whether two claims pass on what one outlet reported, at least one of them from the other or a third."""
    if one.report != other.report or not (one.retells or other.retells):
        return False
    if one.published is None or other.published is None:
        return False
    return abs((one.published - other.published).days) <= rules.days.echo_drift.value


def days_between(one: DateRange, other: DateRange) -> int:
    """Days from the end of the earlier range to the start of the later one; 0 where they touch or overlap."""
    return max(0, (other.start - one.end).days, (one.start - other.end).days)


def _event_time(claim: Claim, facts: ArticleFacts, back: float) -> DateRange | None:
    if claim.date is not None or facts.published is None:
        return claim.date
    days = timedelta(days=back)
    return DateRange(max(date.min + days, facts.published) - days, facts.published)


def _kinds(claim: Claim, rules: EvidenceRules) -> tuple[frozenset[str], frozenset[str]]:
    """The families that a claim names, and its categories that name none."""
    categories = {item.ml for item in claim.items}
    families = {ml: rules.family_of(ml) for ml in categories}
    named = frozenset(family for family in families.values() if family is not None)
    return named, frozenset(ml for ml, family in families.items() if family is None)


def _same_parties(one: Claim, other: Claim) -> bool:
    return bool({*one.supplier} & {*other.supplier} and {*one.recipient} & {*other.recipient})


def _is_later(other: Claim, claim: Claim) -> bool:
    """Whether another claim tells a later step of what may be the same; what only may be is no step."""
    if other.polarity is not Polarity.AFFIRMED or other.certainty is Certainty.POSSIBLE:
        return False
    mine, theirs = _PLACE.get(claim.stage), _PLACE.get(other.stage)
    kinds = {item.ml for item in claim.items}, {item.ml for item in other.items}
    alike = bool(kinds[0] & kinds[1]) or not all(kinds)
    return alike and mine is not None and theirs is not None and mine < theirs


def _passes_on(beside: Sequence[Claim], facts: ArticleFacts) -> bool:
    """Whether the article passes on what another outlet reported."""
    return any(find_cited(claim, facts, beside) for claim in beside)


def _reworded(claim: Claim, between: Iterable[Claim], rules: EvidenceRules) -> frozenset[str]:
    """The kinds told before in the article, with a number, for which a bare word of the claim may be another word.

    Where any claim between the same parties tells both kinds, or counts this one too, the article knows two.
    """
    mine = _kinds(claim, rules)[0]
    bare = claim.value is None and claim.date is None and len(mine) == 1 and not _is_specific(claim)
    found: set[str] = set()
    for other in between:
        theirs = _kinds(other, rules)[0]
        if mine & theirs and (len(theirs) > 1 or _is_specific(other)):
            return frozenset()
        if len(theirs) == 1 and _is_specific(other) and other.evidence.start < claim.evidence.start:
            found |= theirs
    return frozenset(family for family in found if bare and rules.are_mixed_up(family, *mine))


def _is_specific(claim: Claim) -> bool:
    return any(item.quantity is not None or item.designation is not None for item in claim.items)


def _designations(claim: Claim) -> dict[str, frozenset[str]]:
    return {
        ml: frozenset(item.designation for item in claim.items if item.ml == ml and item.designation is not None)
        for ml in sorted({item.ml for item in claim.items if item.designation is not None})
    }
