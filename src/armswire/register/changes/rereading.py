"""Claims of two readings of the same words: another version of the reader gives them other ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from armswire.model.claim import Claim

_SLOTS = ("stage", "supplier", "recipient")


def find_reread(before: Mapping[str, Claim], after: Mapping[str, Claim]) -> dict[str, str]:
    """For claims that stand on one side alone: the claim before that is read out of the same words, by the one after.

    The words must overlap, and the polarity and one of the parties be the same; claims that are most alike go first.
    """
    lost = _by_document(claim for name, claim in before.items() if name not in after)
    gained = _by_document(claim for name, claim in after.items() if name not in before)
    pairs = [
        (_likeness(old, new), old.id, new.id)
        for document, claims in gained.items()
        for new in claims
        for old in lost.get(document, ())
        if _is_same_statement(old, new)
    ]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, old_id, new_id in sorted(pairs, key=lambda pair: (-pair[0], min(pair[1:]), max(pair[1:]))):
        if new_id not in found and old_id not in taken:
            found[new_id] = old_id
            taken.add(old_id)
    return found


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    held: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.document].append(claim)
    return held


def _is_same_statement(old: Claim, new: Claim) -> bool:
    overlap = old.evidence.start < new.evidence.end and new.evidence.start < old.evidence.end
    return (
        overlap
        and old.polarity is new.polarity
        and (bool({*old.supplier} & {*new.supplier} or {*old.recipient} & {*new.recipient}))
    )


def _likeness(old: Claim, new: Claim) -> int:
    same = sum(bool(getattr(old, slot) == getattr(new, slot)) for slot in _SLOTS)
    return 4 * same + (old.items == new.items) + (old.attribution == new.attribution) + (old.evidence == new.evidence)
