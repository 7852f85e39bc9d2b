"""Why claims are one transfer or two, as JSON."""

from __future__ import annotations

from typing import Any

from armswire.register.comparison import Comparison
from armswire.register.grounds.ground import Bond, ClaimGrounds, Parting, TransferGrounds


def encode_comparison(comparison: Comparison) -> dict[str, Any]:
    """Two claims, how alike they are, and for each slot its points and the reason."""
    return {
        "one": comparison.one,
        "other": comparison.other,
        "score": comparison.score,
        "apart": comparison.apart,
        "slots": [
            {"slot": slot.slot, "points": round(slot.points, 6), "apart": slot.apart, "reason": slot.reason}
            for slot in comparison.slots
        ],
    }


def encode_parting(parting: Parting) -> dict[str, Any]:
    """The two claims of two transfers that are most alike, and what parts them; `by` is null within one transfer."""
    return {
        "transfer": parting.transfer,
        "by": None if parting.by is None else parting.by.value,
        "claim": parting.claim,
        "other": parting.other,
        "nearest": encode_comparison(parting.nearest),
        "against": None if parting.against is None else encode_comparison(parting.against),
    }


def encode_claim_grounds(grounds: ClaimGrounds) -> dict[str, Any]:
    """Why a claim is in its transfer."""
    return {
        "transfer": grounds.transfer,
        "threshold": grounds.threshold,
        "alike": [encode_comparison(comparison) for comparison in grounds.alike],
        "bonds": [_encode_bond(bond) for bond in grounds.bonds],
        "nearest_other": None if grounds.parting is None else encode_parting(grounds.parting),
    }


def encode_transfer_grounds(grounds: TransferGrounds) -> dict[str, Any]:
    """How the claims of a transfer hang together."""
    return {
        "threshold": grounds.threshold,
        "bonds": [_encode_bond(bond) for bond in grounds.bonds],
        "nearest_other": None if grounds.parting is None else encode_parting(grounds.parting),
    }


def _encode_bond(bond: Bond) -> dict[str, Any]:
    return {**encode_comparison(bond.comparison), "judged": bond.judged}
