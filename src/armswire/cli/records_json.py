"""Any record of the register as JSON, with the keys of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from armswire.exports.formats.jsonl import encode_article_record, encode_claim_record
from armswire.model.dispute import Dispute
from armswire.model.dispute_encoding import encode_dispute
from armswire.model.judgement import JudgementRecord
from armswire.model.judgement_encoding import encode_judgement_record
from armswire.model.position import Position
from armswire.model.position_encoding import encode_position
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import encode_transfer
from armswire.model.version_encoding import encode_difference, encode_version
from armswire.register.rows import ClaimRecord

if TYPE_CHECKING:
    from armswire.register.rows import ArticleRecord
    from armswire.register.versions.history import History


def encode_history(history: History | None) -> dict[str, Any]:
    """The versions of an address, how one differs from that before it, and which claims are gone or came in.

    Nothing for an article whose address has shown no other text.
    """
    if history is None:
        return {}
    return {
        "versions": [encode_version(version) for version in history.versions],
        "difference": None if history.difference is None else encode_difference(history.difference),
        "claims_gone": [record.claim.id for record in history.gone],
        "claims_in": sorted(history.came_in),
    }


def encode(record: Transfer | Dispute | ClaimRecord | ArticleRecord | JudgementRecord | Position) -> dict[str, Any]:
    """The record as `armswire export` writes it; a judgement with what became of it."""
    if isinstance(record, JudgementRecord):
        return encode_judgement_record(record)
    if isinstance(record, Transfer):
        return encode_transfer(record)
    if isinstance(record, Position):
        return encode_position(record)
    if isinstance(record, Dispute):
        return encode_dispute(record)
    if isinstance(record, ClaimRecord):
        return encode_claim_record(record)
    return encode_article_record(record)
