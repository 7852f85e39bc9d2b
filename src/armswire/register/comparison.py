"""How alike two claims are, slot by slot, with reasons: are they about the same transfer?

How scores and reasons are kept is taken from two programs of record linkage. From Splink: a score is the sum of the
weights of the slots, each slot has a few named levels of agreement, and whoever wonders is shown the sum slot by slot
(its waterfall of match weights). From nomenklatura: a result carries for every feature its score and a sentence of
detail, and what people decided is kept apart from what was computed. Other than in both, nothing is a probability (no
data are there to fit one), and a slot can set two claims apart for certain, whatever the others add up to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from armswire.lexicon.evidence import EvidenceRules
from armswire.register import separation
from armswire.register.witness import Witness, days_between, tell_one_report

# Categories that name no kind, as reasons call them.
_KINDLESS = {"ARMS": "arms of no named kind", "NONLETHAL": "non-lethal aid of no named kind"}


@dataclass(frozen=True, slots=True)
class SlotComparison:
    """How well two claims agree in one slot: `points` is weight times agreement, `apart` says that they cannot join."""

    slot: str
    points: float
    reason: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims compared: the sum of the points, whether something sets them apart, and every slot's reason."""

    one: str
    other: str
    score: float
    apart: bool
    slots: tuple[SlotComparison, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons in words, one a slot that says anything."""
        return tuple(
            f"{slot.slot}: {slot.reason} ({'apart' if slot.apart else format(slot.points, '+.2f')})"
            for slot in self.slots
        )

    def joins(self, rules: EvidenceRules) -> bool:
        """Whether the two belong together."""
        return not self.apart and self.score >= rules.join.value


def compare(one: Witness, other: Witness, rules: EvidenceRules, through: frozenset[str] = frozenset()) -> Comparison:
    """Compare two claims; the order of the two makes no difference to score, `apart` and reasons.

    `through` holds go-betweens that other claims of the same group name.
    """
    if other.order < one.order:
        one, other = other, one
    looks = _SLOTS | {"recipient": partial(_compare_recipient, through=through)} if through else _SLOTS
    slots = tuple(slot for look in looks.values() if (slot := look(one, other, rules)) is not None)
    return Comparison(
        one=one.claim.id,
        other=other.claim.id,
        score=round(sum(slot.points for slot in slots), 6),
        apart=any(slot.apart for slot in slots),
        slots=slots,
    )


def nearness(one: Witness, other: Witness, rules: EvidenceRules) -> float:
    """The points for words of one article, near each other or news and its background.

    They are the only ones that the rest of the claims does not tell.
    """
    if one.claim.document != other.claim.document:
        return 0.0
    mine, theirs = one.claim.evidence, other.claim.evidence
    weights = rules.weights
    points = weights.background.value if _is_background_to(one, other) or _is_background_to(other, one) else 0.0
    if max(theirs.start - mine.end, mine.start - theirs.end) > rules.near_code_points.value:
        return points
    if one.is_comment is other.is_comment:
        return points + (weights.comment.value if one.is_comment else weights.nearness.value)
    comment, told = (mine, theirs) if one.is_comment else (theirs, mine)
    # What is told only after an answer is not what was answered.
    return points if told.start >= comment.end else points + weights.comment.value


def _is_background_to(old: Witness, new: Witness) -> bool:
    """Whether the article tells the one as what came before the other: a step without a date, of the same kind."""
    if not old.is_background or new.is_background or old.place is None or new.place is None:
        return False
    return old.place < new.place and new.affirmed and not old.families.isdisjoint(new.families)


def _compare_supplier(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison:
    weight = rules.weights.supplier.value
    if separation.suppliers_apart(one, other, rules):
        return _differ("supplier", one.supplier, other.supplier)
    if one.supplier and other.supplier and one.supplier.isdisjoint(other.supplier):
        return SlotComparison("supplier", weight * rules.agreement.one_leg.value, "one report starts at the go-between")
    return _compare_party("supplier", one.supplier, other.supplier, weight, rules)


def _compare_recipient(
    one: Witness, other: Witness, rules: EvidenceRules, through: frozenset[str] = frozenset()
) -> SlotComparison:
    weight, agreement = rules.weights.recipient.value, rules.agreement
    if separation.recipients_apart(one, other, rules, through):
        return _differ("recipient", one.recipient, other.recipient)
    if one.recipient and other.recipient and one.recipient.isdisjoint(other.recipient):
        if one.families & other.families:
            return SlotComparison("recipient", weight * agreement.one_leg.value, "one report stops at the go-between")
        reason = "one report may stop at the go-between, but they name no common kind of item"
        return SlotComparison("recipient", weight * agreement.missing_party.value, reason)
    return _compare_party("recipient", one.recipient, other.recipient, weight, rules)


def _compare_party(
    slot: str, mine: frozenset[str], theirs: frozenset[str], weight: float, rules: EvidenceRules
) -> SlotComparison:
    if not mine and not theirs:
        return SlotComparison(slot, weight * rules.agreement.both_missing.value, "named by neither")
    if not mine or not theirs:
        return SlotComparison(slot, weight * rules.agreement.missing_party.value, "named by one only")
    shared = mine & theirs
    return SlotComparison(slot, weight * len(shared) / min(len(mine), len(theirs)), f"both name {_listed(shared)}")


def _compare_items(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison:
    weight, agreement = rules.weights.items.value, rules.agreement
    if not one.claim.items or not other.claim.items:
        return SlotComparison("items", weight * agreement.unnamed_items.value, "named by one only, or by neither")
    if separation.items_apart(one, other, rules):
        return _differ("items", one.families | _kindless(one.generic), other.families | _kindless(other.generic))
    if separation.other_items(one, other):
        reason = f"{_listed(one.families)} and {_listed(other.families)}: a slip in retelling one report"
        return SlotComparison("items", weight * agreement.slip.value, reason)
    models = frozenset(name for ml in one.models for name in one.models[ml] & other.models.get(ml, frozenset()))
    if models:
        return SlotComparison("items", weight * agreement.same_model.value, f"both name {_listed(models)}")
    if separation.other_models(one, other):
        apart = separation.models_apart(one, other, rules)
        return SlotComparison("items", weight * agreement.other_model.value, "other designations", apart=apart)
    if one.families & other.families:
        reason = f"both name {_listed(one.families & other.families)}"
        return SlotComparison("items", weight * agreement.same_kind.value, reason)
    if one.generic & other.generic:
        return SlotComparison("items", weight * agreement.same_generic.value, "both name no kind")
    return SlotComparison("items", weight * agreement.covered_items.value, "one names the kind, the other none")


def _compare_time(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison:
    weight, agreement = rules.weights.time.value, rules.agreement
    if one.time is None or other.time is None:
        return SlotComparison("time", weight * agreement.timeless.value, "known of one only, or of neither")
    gap, allowed = days_between(one.time, other.time), separation.allowed_days(one, other, rules)
    if separation.times_apart(one, other, rules):
        return SlotComparison("time", 0.0, f"{gap} days lie between, more than {allowed:g}", apart=True)
    if one.is_background or other.is_background:
        return SlotComparison("time", weight * agreement.timeless.value, "told as background, within the year before")
    certainty = 1.0 if one.dated and other.dated else agreement.undated.value
    reason = "at the same time" if gap == 0 else f"{gap} days between, of {allowed:g} allowed"
    return SlotComparison("time", weight * certainty * (1 - gap / (allowed + 1)), reason)


def _compare_quantity(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    same = separation.same_amount(one, other, rules)
    return _compare_amount("quantity", one, other, rules, weight=rules.weights.quantity.value, same=same)


def _compare_value(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    same = separation.same_sum(one, other, rules)
    return _compare_amount("value", one, other, rules, weight=rules.weights.value.value, same=same)


def _compare_amount(
    slot: str, one: Witness, other: Witness, rules: EvidenceRules, *, weight: float, same: bool | None
) -> SlotComparison | None:
    if same is None:
        return None
    if same:
        return SlotComparison(slot, weight, "can be the same")
    apart = separation.amounts_apart(one, other, rules)
    reason = "another amount at another time" if apart else "another amount"
    return SlotComparison(slot, weight * rules.agreement.other_amount.value, reason, apart=apart)


def _compare_route(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    if not one.intermediary or not other.intermediary:
        return None
    shared = one.intermediary & other.intermediary
    if shared:
        return SlotComparison("route", rules.weights.route.value, f"both through {_listed(shared)}")
    reason = f"through {_listed(one.intermediary)}, through {_listed(other.intermediary)}"
    return SlotComparison("route", -rules.weights.route.value, reason)


def _compare_requester(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    if not one.requester or not other.requester:
        return None
    weights, shared = rules.weights, one.requester & other.requester
    weight = weights.requester.value if one.supplier and other.supplier else weights.only_requester.value
    if shared:
        return SlotComparison("requester", weight, f"both from {_listed(shared)}")
    reason = f"from {_listed(one.requester)}, from {_listed(other.requester)}"
    return SlotComparison("requester", -weight, reason, apart=separation.requesters_apart(one, other))


def _compare_report(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    if not tell_one_report(one, other, rules):
        return None
    return SlotComparison("report", rules.weights.report.value, "both pass on one outlet's report")


def _compare_nearness(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    points = nearness(one, other, rules)
    return SlotComparison("nearness", points, "told together in one article") if points else None


def _differ(slot: str, mine: frozenset[str], theirs: frozenset[str]) -> SlotComparison:
    return SlotComparison(slot, 0.0, f"{_listed(mine)} is not {_listed(theirs)}", apart=True)


def _kindless(generic: frozenset[str]) -> frozenset[str]:
    return frozenset(_KINDLESS.get(ml, ml) for ml in generic)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


_SLOTS: dict[str, Callable[[Witness, Witness, EvidenceRules], SlotComparison | None]] = {
    "supplier": _compare_supplier,
    "recipient": _compare_recipient,
    "items": _compare_items,
    "time": _compare_time,
    "quantity": _compare_quantity,
    "value": _compare_value,
    "route": _compare_route,
    "requester": _compare_requester,
    "report": _compare_report,
    "nearness": _compare_nearness,
}
