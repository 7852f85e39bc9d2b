"""How alike two claims are, slot by slot, with reasons: are they about the same transfer?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Polarity, Stage
from armswire.model.ranges import Money, Quantity
from armswire.register.witness import Witness, days_between


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
        return tuple(f"{slot.slot}: {slot.reason} ({slot.points:+.2f})" for slot in self.slots)


def compare(one: Witness, other: Witness, rules: EvidenceRules) -> Comparison:
    """Compare two claims; the order of the two makes no difference to score, `apart` and reasons."""
    if other.order < one.order:
        one, other = other, one
    slots = tuple(slot for look in _SLOTS if (slot := look(one, other, rules)) is not None)
    return Comparison(
        one=one.claim.id,
        other=other.claim.id,
        score=round(sum(slot.points for slot in slots), 6),
        apart=any(slot.apart for slot in slots),
        slots=slots,
    )


def set_apart(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Whether something makes it impossible that the two are about the same transfer."""
    return any(slot is not None and slot.apart for slot in (look(one, other, rules) for look in _DECIDING))


def same_amount(one: Witness, other: Witness, rules: EvidenceRules) -> bool | None:
    """Whether the numbers given for a kind that both name can be the same; None where they cannot be compared."""
    verdicts = [
        quantities_meet(mine.quantity, theirs.quantity, rules)
        for mine in one.claim.items
        for theirs in other.claim.items
        if mine.ml == theirs.ml and mine.quantity is not None and theirs.quantity is not None
        if same_unit(mine.quantity, theirs.quantity)
    ]
    return any(verdicts) if verdicts else None


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities count the same: "rounds" and no unit at all do, "rounds" and "tonnes" do not."""
    counted = {None, "rounds", "shells", "units", "pieces", "items"}
    return one.unit == other.unit or (one.unit in counted and other.unit in counted)


def quantities_meet(one: Quantity, other: Quantity, rules: EvidenceRules) -> bool:
    """Whether two quantities can be the same number, with some room where one is approximate."""
    room = rules.approximate_share.value if one.approximate or other.approximate else 0.0
    return one.min <= other.max * (1 + room) and other.min <= one.max * (1 + room)


def sums_meet(one: Money, other: Money, rules: EvidenceRules) -> bool | None:
    """Whether two sums can be the same; None where the currencies differ."""
    if one.currency != other.currency:
        return None
    room = rules.approximate_share.value if one.approximate or other.approximate else 0.0
    return one.min <= other.max * (1 + room) and other.min <= one.max * (1 + room)


def _compare_supplier(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    mine, theirs = frozenset(one.claim.supplier), frozenset(other.claim.supplier)
    slot = _compare_party("supplier", mine, theirs, rules)
    if slot is not None:
        return slot
    if (mine & set(other.claim.intermediary)) or (theirs & set(one.claim.intermediary)):
        # The go-between's own gifts are many: only the same number shows that this is the second leg.
        if same_amount(one, other, rules):
            points = rules.weights.supplier.value * rules.agreement.one_leg.value
            return SlotComparison("supplier", points, "one report starts at the go-between")
        return SlotComparison(
            "supplier", 0.0, "the go-between of one supplies in the other, without a number", apart=True
        )
    return SlotComparison("supplier", 0.0, f"{_listed(mine)} is not {_listed(theirs)}", apart=True)


def _compare_recipient(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    mine, theirs = frozenset(one.claim.recipient), frozenset(other.claim.recipient)
    slot = _compare_party("recipient", mine, theirs, rules)
    if slot is not None:
        return slot
    if (mine & set(other.claim.intermediary)) or (theirs & set(one.claim.intermediary)):
        return _compare_leg(one, other, rules)
    return SlotComparison("recipient", 0.0, f"{_listed(mine)} is not {_listed(theirs)}", apart=True)


def _compare_leg(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison:
    if one.time is not None and other.time is not None and days_between(one.time, other.time) > rules.days.leg.value:
        return SlotComparison("recipient", 0.0, "the go-between received something at another time", apart=True)
    weight = rules.weights.recipient.value
    if one.kinds & other.kinds:
        return SlotComparison("recipient", weight * rules.agreement.one_leg.value, "one report stops at the go-between")
    return SlotComparison(
        "recipient", weight * rules.agreement.missing_party.value, "one may stop at the go-between, items not compared"
    )


def _compare_party(
    slot: str, mine: frozenset[str], theirs: frozenset[str], rules: EvidenceRules
) -> SlotComparison | None:
    """None where both name the party and no name is the same: the caller knows what that means."""
    weight: float = getattr(rules.weights, slot).value
    if not mine and not theirs:
        return SlotComparison(slot, weight * rules.agreement.both_missing.value, "named by neither")
    if not mine or not theirs:
        return SlotComparison(slot, weight * rules.agreement.missing_party.value, "named by one only")
    shared = mine & theirs
    if not shared:
        return None
    return SlotComparison(slot, weight * len(shared) / min(len(mine), len(theirs)), f"both name {_listed(shared)}")


def _compare_items(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison:
    weight, agreement = rules.weights.items.value, rules.agreement
    if not one.claim.items or not other.claim.items:
        return SlotComparison("items", weight * agreement.unnamed_items.value, "named by one only, or by neither")
    shared = one.kinds & other.kinds
    if shared:
        return _compare_models(one, other, shared, rules)
    if one.generic & other.generic:
        return SlotComparison("items", weight * agreement.same_generic.value, "both name no kind")
    if _covers(one, other, rules) or _covers(other, one, rules):
        return SlotComparison("items", weight * agreement.covered_items.value, "one names the kind, the other none")
    mine, theirs = (_listed(one.kinds | one.generic), _listed(other.kinds | other.generic))
    return SlotComparison("items", 0.0, f"{mine} is not {theirs}", apart=True)


def _compare_models(one: Witness, other: Witness, shared: frozenset[str], rules: EvidenceRules) -> SlotComparison:
    weight, agreement = rules.weights.items.value, rules.agreement
    pairs = [(one.models[ml], other.models[ml]) for ml in sorted(shared) if one.models[ml] and other.models[ml]]
    both = frozenset(name for mine, theirs in pairs for name in mine & theirs)
    if both:
        return SlotComparison("items", weight * agreement.same_model.value, f"both name {_listed(both)}")
    if pairs and len(pairs) == len(shared):
        points, reason = weight * agreement.other_model.value, "other designations"
        return SlotComparison("items", points, reason, apart=same_amount(one, other, rules) is not True)
    return SlotComparison("items", weight * agreement.same_kind.value, f"both name {_listed(shared)}")


def _compare_time(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison:
    weight, agreement = rules.weights.time.value, rules.agreement
    if one.time is None or other.time is None:
        return SlotComparison("time", weight * agreement.timeless.value, "known of one only, or of neither")
    gap, window = days_between(one.time, other.time), _window(one, other, rules)
    if gap > window:
        return SlotComparison("time", 0.0, f"{gap} days lie between, more than {window:g}", apart=True)
    certainty = 1.0 if one.dated and other.dated else agreement.undated.value
    reason = "at the same time" if gap == 0 else f"{gap} days between, of {window:g} allowed"
    return SlotComparison("time", weight * certainty * (1 - gap / (window + 1)), reason)


def _window(one: Witness, other: Witness, rules: EvidenceRules) -> float:
    """How many days may lie between two claims, by their stages and which of them comes first."""
    days = rules.days
    if one.place is None or other.place is None or _tells_about(one) or _tells_about(other):
        return days.about.value
    if one.place == other.place:
        return days.same_stage.value
    early, late = (one, other) if one.place < other.place else (other, one)
    forward = early.time is None or late.time is None or early.time.start <= late.time.end
    return days.life.value if forward else days.again.value


def _tells_about(witness: Witness) -> bool:
    claim = witness.claim
    return claim.stage is Stage.END_USE or claim.answer is not None or claim.polarity is not Polarity.AFFIRMED


def _compare_quantity(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    meets = same_amount(one, other, rules)
    return None if meets is None else _compare_amount("quantity", one, other, rules, meets=meets)


def _compare_value(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    if one.claim.value is None or other.claim.value is None:
        return None
    meets = sums_meet(one.claim.value, other.claim.value, rules)
    return None if meets is None else _compare_amount("value", one, other, rules, meets=meets)


def _compare_amount(slot: str, one: Witness, other: Witness, rules: EvidenceRules, *, meets: bool) -> SlotComparison:
    weight: float = getattr(rules.weights, slot).value
    if meets:
        return SlotComparison(slot, weight, "can be the same")
    apart = (
        one.claim.stage is other.claim.stage
        and one.time is not None
        and other.time is not None
        and days_between(one.time, other.time) > rules.days.other_amount.value
    )
    reason = "another amount at another time" if apart else "another amount"
    return SlotComparison(slot, weight * rules.agreement.other_amount.value, reason, apart=apart)


def _compare_route(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    mine, theirs = (frozenset(one.claim.intermediary), frozenset(other.claim.intermediary))
    if not mine or not theirs:
        return None
    weight = rules.weights.route.value
    if mine & theirs:
        return SlotComparison("route", weight, f"both through {_listed(mine & theirs)}")
    return SlotComparison("route", -weight, f"through {_listed(mine)}, through {_listed(theirs)}")


def _compare_requester(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    mine, theirs = frozenset(one.claim.requester), frozenset(other.claim.requester)
    if not mine or not theirs:
        return None
    if mine & theirs:
        return SlotComparison("requester", rules.weights.requester.value, f"both from {_listed(mine & theirs)}")
    # Without a supplier the asker is all that tells two requests apart.
    apart = not one.claim.supplier and not other.claim.supplier
    reason = f"from {_listed(mine)}, from {_listed(theirs)}"
    return SlotComparison("requester", -rules.weights.requester.value, reason, apart=apart)


def _compare_nearness(one: Witness, other: Witness, rules: EvidenceRules) -> SlotComparison | None:
    if one.claim.document != other.claim.document:
        return None
    distance = max(
        0, other.claim.evidence.start - one.claim.evidence.end, one.claim.evidence.start - other.claim.evidence.end
    )
    if distance > rules.near_code_points.value:
        return None
    return SlotComparison("nearness", rules.weights.nearness.value, "neighbouring words of one article")


def _covers(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    families = {rules.family_of(ml) for ml in other.kinds}
    return any(families & set(names) for ml, names in rules.covers.items() if ml in one.generic)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


_Look = Callable[[Witness, Witness, EvidenceRules], SlotComparison | None]

_SLOTS: tuple[_Look, ...] = (
    _compare_supplier,
    _compare_recipient,
    _compare_items,
    _compare_time,
    _compare_quantity,
    _compare_value,
    _compare_route,
    _compare_requester,
    _compare_nearness,
)

# Those that can set two claims apart.
_DECIDING = (*_SLOTS[:6], _compare_requester)
