"""What makes it impossible that two claims are about the same transfer. Asked of very many pairs, so kept quick."""

from __future__ import annotations

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.ranges import Money, Quantity
from armswire.register.witness import PROMISED, Witness, days_between, tell_one_report

# Words that count single things; a number of "rounds" can be compared with a bare number of shells.
_COUNTED = frozenset({None, "rounds", "shells", "units", "pieces", "items", "systems", "vehicles"})


def set_apart(one: Witness, other: Witness, rules: EvidenceRules, through: frozenset[str] = frozenset()) -> bool:
    """Whether anything sets the two apart; what decides most often is asked first.

    `through` holds go-betweens that other claims of the same group name.
    """
    return items_apart(one, other, rules) or set_apart_but_for_items(one, other, rules, through)


def set_apart_but_for_items(
    one: Witness, other: Witness, rules: EvidenceRules, through: frozenset[str] = frozenset()
) -> bool:
    """Whether anything else than the kind of item sets the two apart."""
    return (
        recipients_apart(one, other, rules, through)
        or suppliers_apart(one, other, rules, through)
        or times_apart(one, other, rules)
        or models_apart(one, other, rules)
        or amounts_apart(one, other, rules)
        or requesters_apart(one, other)
    )


def items_apart(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Both name items, none of one's can be one of the other's, and it is no slip in retelling."""
    return other_items(one, other) and not is_slip(one, other, rules)


def is_slip(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Whether two tellings of one report, of the same step between the same two, name other items.

    One of them must be wrong, unless an article tells of both kinds: then there are two transfers, but for an article
    that passes on another's report and has another word for what it has counted before.
    """
    if not (one.supplier & other.supplier and one.recipient & other.recipient):
        return False
    if one.claim.document == other.claim.document:
        return bool(one.families & other.reworded or other.families & one.reworded)
    return (
        (tell_one_report(one, other, rules) or _tell_one_word(one, other, rules))
        and one.claim.polarity is other.claim.polarity
        and one.families.isdisjoint(other.told_beside)
        and other.families.isdisjoint(one.told_beside)
    )


def _tell_one_word(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Whether two articles pass on what one speaker said on the record of the same number, within a week."""
    mine, theirs = one.claim.attribution[-1:], other.claim.attribution[-1:]
    if not mine or not theirs or mine[0].actor is None or mine[0].source_class is not theirs[0].source_class:
        return False
    if one.published is None or other.published is None or one.claim.stage is not other.claim.stage:
        return False
    days = abs((one.published - other.published).days)
    return mine[0].actor == theirs[0].actor and days <= rules.days.echo_drift.value and _same_numbers(one, other)


def _same_numbers(one: Witness, other: Witness) -> bool:
    mine = {(quantity.min, quantity.max) for _, quantity in one.amounts}
    return bool(mine & {(quantity.min, quantity.max) for _, quantity in other.amounts})


def other_items(one: Witness, other: Witness) -> bool:
    """Both name items, and none of one's can be one of the other's."""
    if not one.claim.items or not other.claim.items:
        return False
    return (
        one.families.isdisjoint(other.families)
        and one.generic.isdisjoint(other.generic)
        and one.covered.isdisjoint(other.families)
        and other.covered.isdisjoint(one.families)
    )


def recipients_apart(one: Witness, other: Witness, rules: EvidenceRules, through: frozenset[str] = frozenset()) -> bool:
    """Two recipients, unless one report stops at a go-between of the other (or of `through`) at about that time."""
    if not one.recipient or not other.recipient or not one.recipient.isdisjoint(other.recipient):
        return False
    stops = one.recipient.isdisjoint(other.intermediary) and other.recipient.isdisjoint(one.intermediary)
    if stops and one.recipient.isdisjoint(through) and other.recipient.isdisjoint(through):
        return True
    if one.time is None or other.time is None:
        return False
    # In a group whose go-betweens are known, a pledge may lie as far back as in any other.
    if through:
        return days_between(one.time, other.time) > rules.days.life.value
    # The same number of the same thing shows that it is one road, however long it takes.
    allowed = rules.days.about if same_amount(one, other, rules) else rules.days.leg
    return days_between(one.time, other.time) > allowed.value


def suppliers_apart(one: Witness, other: Witness, rules: EvidenceRules, through: frozenset[str] = frozenset()) -> bool:
    """Other suppliers or firms, unless one starts at the other's go-between (or at one of `through`) with the same
    number of the same thing.

    Without a number it is more likely one of the go-between's own gifts, which are many.
    """
    if not one.supplier or not other.supplier or not _other_parties(one.supplier, other.supplier):
        return False
    if one.supplier.isdisjoint(other.intermediary | through) and other.supplier.isdisjoint(one.intermediary | through):
        return True
    return same_amount(one, other, rules) is not True


def _other_parties(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Nobody in common, or two firms that have no more in common than their home state."""
    if mine.isdisjoint(theirs):
        return True
    if len(mine) == 1 or len(theirs) == 1:
        return False
    firms, their_firms = ({name for name in side if name.startswith("org:")} for side in (mine, theirs))
    return bool(firms and their_firms) and firms.isdisjoint(their_firms)


def times_apart(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """More days between them than their stages allow."""
    if one.time is None or other.time is None:
        return False
    gap = days_between(one.time, other.time)
    return gap > 0 and gap > allowed_days(one, other, rules)


def models_apart(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Other designations for everything that both name, and no common number that would show one of them wrong."""
    return other_models(one, other) and same_amount(one, other, rules) is not True


def amounts_apart(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """The same step with another number or sum at another time: another package."""
    if one.claim.stage is not other.claim.stage or one.time is None or other.time is None:
        return False
    if days_between(one.time, other.time) <= rules.days.other_amount.value and not _far_back(one, other):
        return False
    return same_amount(one, other, rules) is False or same_sum(one, other, rules) is False


def _far_back(one: Witness, other: Witness) -> bool:
    """What is told as background can lie anywhere in the year before: its time says nothing for it."""
    return one.is_background or other.is_background


def requesters_apart(one: Witness, other: Witness) -> bool:
    """Without a supplier, who asks is all that tells two requests apart."""
    return (
        not one.supplier
        and not other.supplier
        and bool(one.requester)
        and bool(other.requester)
        and one.requester.isdisjoint(other.requester)
    )


def other_models(one: Witness, other: Witness) -> bool:
    """Whether both give designations for a category and share none, and share nothing else either."""
    shared = one.models.keys() & other.models.keys()
    if not shared or any(one.models[ml] & other.models[ml] for ml in shared):
        return False
    both = {item.ml for item in one.claim.items} & {item.ml for item in other.claim.items}
    return both == shared


def allowed_days(one: Witness, other: Witness, rules: EvidenceRules) -> float:
    """How many days may lie between two claims, by their stages and which of them comes first."""
    days = rules.days
    if _begins_anew(one, other) or _begins_anew(other, one):
        return days.again.value
    if one.place is None or other.place is None:
        return days.about.value
    comment = one.is_comment or other.is_comment
    if one.place == other.place:
        return days.about.value if comment else days.same_stage.value
    early, late = (one, other) if one.place < other.place else (other, one)
    if early.time is None or late.time is None or early.time.start <= late.time.end:
        return days.life.value
    return days.about.value if comment else days.again.value


def _begins_anew(new: Witness, old: Witness) -> bool:
    """Something is asked for or promised after the end use of something else was told: that was another deal."""
    return (
        old.claim.stage is Stage.END_USE
        and new.place is not None
        and new.place <= PROMISED
        and new.time is not None
        and old.time is not None
        and new.time.start > old.time.end
    )


def same_amount(one: Witness, other: Witness, rules: EvidenceRules) -> bool | None:
    """Whether the numbers given for a category that both name can be the same; None where none can be compared."""
    if not one.amounts or not other.amounts:
        return None
    verdicts = [
        quantities_meet(mine, theirs, rules)
        for ml, mine in one.amounts
        for their_ml, theirs in other.amounts
        if ml == their_ml and same_unit(mine, theirs)
    ]
    return any(verdicts) if verdicts else None


def same_sum(one: Witness, other: Witness, rules: EvidenceRules) -> bool | None:
    """Whether the sums can be the same; None where they cannot be compared."""
    mine, theirs = one.claim.value, other.claim.value
    if mine is None or theirs is None or mine.currency != theirs.currency:
        return None
    return _meet(mine, theirs, rules)


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities count the same: "rounds" and no unit at all do, "rounds" and "tonnes" do not."""
    return one.unit == other.unit or (one.unit in _COUNTED and other.unit in _COUNTED)


def quantities_meet(one: Quantity | Money, other: Quantity | Money, rules: EvidenceRules) -> bool:
    """Whether two quantities or sums can be the same number, with some room where one is approximate."""
    return _meet(one, other, rules)


def _meet(one: Quantity | Money, other: Quantity | Money, rules: EvidenceRules) -> bool:
    room = 1 + (rules.approximate_share.value if one.approximate or other.approximate else 0.0)
    return one.min <= other.max * room and other.min <= one.max * room
