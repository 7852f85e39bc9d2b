"""Why claims are one transfer or two, and why a standing is what it is, in lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from armswire.cli.reading_lines import shorten
from armswire.lexicon.evidence import load_evidence
from armswire.lexicon.standing import load_standing
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.comparison import Comparison
from armswire.register.grounds.ground import ClaimGrounds, PartedBy, Parting, TransferGrounds
from armswire.wording.claims import say_chain, say_claim, say_transfer_parties
from armswire.wording.ids import short_id

if TYPE_CHECKING:
    from armswire.register.store import Register

# Of many, so many are told; `--json` has all.
SLOT_BY_SLOT, IN_A_LINE = 3, 20


def claim_grounds_lines(register: Register, grounds: ClaimGrounds) -> Iterator[str]:
    """Why a claim is in its transfer and not in the nearest other one."""
    if grounds.transfer is None:
        yield "In no transfer: it names neither who gives nor who gets, or a person rejected it."
        return
    yield f"In {short_id(grounds.transfer)}, {_why_in(grounds)}"
    for comparison in grounds.alike[:SLOT_BY_SLOT]:
        other = comparison.other if comparison.one == grounds.claim else comparison.one
        yield ""
        yield f"  {comparison.score:.2f}  {_claim(register, other)}"
        yield from _slot_lines(comparison)
    for comparison in grounds.alike[SLOT_BY_SLOT:IN_A_LINE]:
        other = comparison.other if comparison.one == grounds.claim else comparison.one
        yield f"  {comparison.score:.2f}  {_claim(register, other)}"
    if len(grounds.alike) > IN_A_LINE:
        yield f"  and {len(grounds.alike) - IN_A_LINE} more"
    yield from _nearest_lines(register, grounds.parting, grounds.threshold)


def transfer_grounds_lines(register: Register, transfer: Transfer, grounds: TransferGrounds) -> Iterator[str]:
    """How the claims of a transfer hang together: the pairs that joined them, and the nearest other transfer."""
    if not grounds.bonds:
        yield "It has one claim, which is alike to no other."
    else:
        yield (
            f"How its {len(transfer.claims)} claims hang together: the pairs that joined them, the best first "
            f"(two claims belong together from {grounds.threshold:g})"
        )
    for bond in grounds.bonds[:IN_A_LINE]:
        told = "a person joined them" if bond.judged else "; ".join(bond.comparison.reasons)
        yield ""
        yield f"  {bond.comparison.score:.2f}  {_claim(register, bond.comparison.one)}"
        yield f"        {_claim(register, bond.comparison.other)}"
        yield f"        {told}"
    if len(grounds.bonds) > IN_A_LINE:
        yield f"\n  and {len(grounds.bonds) - IN_A_LINE} more"
    yield from _nearest_lines(register, grounds.parting, grounds.threshold)


def standing_lines(register: Register, transfer: Transfer) -> Iterator[str]:
    """Which rules were asked about a transfer until one held, and the claims that it looked at."""
    yield transfer.id
    yield f"  {say_transfer_parties(transfer)}"
    yield ""
    yield f"Standing: {transfer.standing.value}, {transfer.standing_reason}. The rules, as they were asked:"
    for rule in load_standing().rules:
        holds = rule.rule == transfer.standing_rule
        yield f"  {'yes' if holds else 'no':<5}{rule.asks}"
        if holds:
            break
    for name in transfer.standing_claims[:IN_A_LINE]:
        claim = queries.get_claim(register, name).claim
        yield f"\n      {_claim(register, name)}"
        yield f"      on the word of {say_chain(claim.attribution)}: “{shorten(claim.evidence.text)}”"


def pair_lines(register: Register, parting: Parting) -> Iterator[str]:
    """The two claims of two records that are most alike, slot by slot, and why they are one transfer or two."""
    yield f"  {parting.nearest.score:.2f}  {_claim(register, parting.claim)}"
    yield f"        {_claim(register, parting.other)}"
    yield from _slot_lines(parting.nearest)
    yield ""
    yield f"  {_why_parted(register, parting, load_evidence().join.value)}"


def _why_in(grounds: ClaimGrounds) -> str:
    if grounds.alike:
        number = f"{len(grounds.alike)} of its claims" if len(grounds.alike) > 1 else "a claim of it"
        return f"because it is alike to {number} (two claims belong together from {grounds.threshold:g}):"
    if any(bond.judged for bond in grounds.bonds):
        return "because a person joined it with others."
    return "alone: it is alike to no other claim."


def _nearest_lines(register: Register, parting: Parting | None, threshold: float) -> Iterator[str]:
    yield ""
    if parting is None:
        yield "There is no other transfer between these parties."
        return
    where = "a claim in no transfer"
    if parting.transfer is not None:
        transfer = queries.get_transfer(register, parting.transfer)
        where = f"{short_id(parting.transfer)}, {say_transfer_parties(transfer)}"
    yield f"Nearest other transfer: {where}"
    yield ""
    yield f"  {parting.nearest.score:.2f}  {_claim(register, parting.claim)}"
    yield f"        {_claim(register, parting.other)}"
    yield from _slot_lines(parting.nearest)
    yield ""
    yield f"  {_why_parted(register, parting, threshold)}"


def _why_parted(register: Register, parting: Parting, threshold: float) -> str:
    apart = parting.nearest if parting.against is None else parting.against
    told = "; ".join(f"{slot.slot}: {slot.reason}" for slot in apart.slots if slot.apart)
    if parting.by is None:
        return "They are in one transfer."
    if parting.by is PartedBy.OTHERS and parting.against is not None:
        one, other = (_claim(register, name) for name in (parting.against.one, parting.against.other))
        return (
            "Two transfers: these two would belong together, but other claims of the two are apart, "
            f"{told}:\n        {one}\n        {other}"
        )
    words = {
        PartedBy.SLOT: f"Two transfers, set apart by {told}.",
        PartedBy.SCORE: f"Two transfers: {parting.nearest.score:.2f} is less than {threshold:g}, "
        "from which two claims belong together.",
        PartedBy.GUESS: "Two transfers: one of these two names so little that it could be about another as well; "
        "which one would be a guess.",
        PartedBy.OTHERS: "Two transfers: these two would belong together, but others of the two were apart when it "
        "was their turn.",
        PartedBy.NEARER: "Two transfers: these two would belong together, but each of them is tied to claims that are "
        "more alike to it.",
        PartedBy.JUDGEMENT: "Two transfers: a person told them apart.",
        PartedBy.UNMET: "Two transfers: nothing that both name brings the two up to be compared.",
    }
    return words[parting.by]


def _slot_lines(comparison: Comparison) -> Iterator[str]:
    for slot in comparison.slots:
        points = "apart" if slot.apart else f"{slot.points:+.2f}"
        yield f"        {slot.slot:<11}{points:<7}{slot.reason}"


def _claim(register: Register, name: str) -> str:
    claim = queries.get_claim(register, name).claim
    return f"{short_id(name)}  {say_claim(claim)}  [{claim.document}]"
