"""Why claims stand where they stand, and how two of them compare: asked of an open register."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.errors import SettingError
from armswire.lexicon.evidence import load_evidence
from armswire.model.transfer import Transfer
from armswire.register.grounds.ground import ClaimGrounds, Parting, TransferGrounds
from armswire.register.grounds.surroundings import look_around
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register


def explain_claim(register: Register, record: ClaimRecord) -> ClaimGrounds:
    """Why a claim is in its transfer and in no other; of one that is in none nothing is said. Raises RegisterError."""
    name, threshold = record.claim.id, load_evidence().join.value
    if record.transfer is None:
        return ClaimGrounds(name, None, threshold, (), (), None)
    around = look_around(register, [name])
    bonds = tuple(
        bond for bond in around.bonds(record.transfer) if name in (bond.comparison.one, bond.comparison.other)
    )
    return ClaimGrounds(name, record.transfer, threshold, around.alike(name), bonds, around.part([name]))


def explain_transfer(register: Register, transfer: Transfer) -> TransferGrounds:
    """How the claims of a transfer hang together, and what keeps them from the nearest other. Raises RegisterError."""
    around = look_around(register, transfer.claims)
    return TransferGrounds(
        transfer.id, load_evidence().join.value, around.bonds(transfer.id), around.part(transfer.claims)
    )


def compare_records(register: Register, one: ClaimRecord | Transfer, other: ClaimRecord | Transfer) -> Parting:
    """How alike two records are by the two of their claims that are most alike, and why they are not one transfer.

    Raises SettingError where one of them has no claims that are reconciled, and RegisterError.
    """
    mine, theirs = _claims(one), _claims(other)
    around = look_around(register, [*mine, *theirs])
    for claims in (mine, theirs):
        if not around.claims.keys() & set(claims):
            raise SettingError(
                "a person rejected it, so it is not compared",
                value=claims[0],
                remedy="See 'armswire show' for who did and why",
            )
    parting = around.part(mine, theirs)
    if parting is None:
        raise SettingError("there is nothing to compare it with", value=mine[0], remedy="Give two different ids")
    return parting


def _claims(record: ClaimRecord | Transfer) -> Sequence[str]:
    return record.claims if isinstance(record, Transfer) else [record.claim.id]
