"""What the claims of one transfer do not agree on: one finder for each type of dispute, most of them cautious.

A dispute is a question with sides. Nobody is right here; a side is what it says, on whose word, in which claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.identity import content_key
from armswire.model.transfer import Dispute, DisputeSide, DisputeState, DisputeType
from armswire.register.denials import find_contradiction, is_assertion, speaker, still_denying
from armswire.register.discrepancies import Discrepancy, find_discrepancies
from armswire.register.origins import Origins
from armswire.register.phrasing import ask_whether, describe_items, list_actors, whose_word
from armswire.register.witness import PROGRESS, PROMISED, Witness

# What the sides of a denial say.
YES, NO = "yes", "no"


def find_disputes(
    transfer: str, members: Sequence[Witness], origins: Origins, rules: EvidenceRules
) -> tuple[Dispute, ...]:
    """The disputes among the claims of a transfer, sorted by id."""
    found = [_find_denial(transfer, members, rules), _find_end_user(transfer, members)]
    found.extend(_open_dispute(transfer, discrepancy) for discrepancy in find_discrepancies(members, origins, rules))
    return tuple(sorted((dispute for dispute in found if dispute is not None), key=lambda dispute: dispute.id))


def _find_denial(transfer: str, members: Sequence[Witness], rules: EvidenceRules) -> Dispute | None:
    contradiction = find_contradiction(members, rules)
    if contradiction is None:
        return None
    yes, no = contradiction.affirming, contradiction.denying
    stage = PROGRESS[max(witness.place or 0 for witness in yes)]
    question = ask_whether(
        stage,
        (actor for witness in yes for actor in witness.claim.supplier),
        (actor for witness in yes for actor in witness.claim.recipient),
        describe_items(yes),
    )
    sides = (_side(YES, yes), _side(NO, no))
    if still_denying(contradiction, members, rules):
        return _dispute(transfer, DisputeType.DENIAL, question, sides)
    who = list_actors(actor for witness in no if (actor := speaker(witness)) is not None)
    return _dispute(transfer, DisputeType.DENIAL, question, sides, settled=f"{who} acknowledged it after denying it")


def _find_end_user(transfer: str, members: Sequence[Witness]) -> Dispute | None:
    """Claims that name other final recipients; they are in one transfer because one names the other's go-between.

    Who asks, weighs or refuses says nothing of where the goods of a deal end up.
    """
    sides: list[tuple[frozenset[str], list[Witness]]] = []
    for witness in members:
        names = frozenset(witness.claim.recipient)
        if not names or not _tells_end_user(witness):
            continue
        home = next((side for side in sides if side[0] & names), None)
        if home is None:
            sides.append((names, [witness]))
        else:
            home[1].append(witness)
    if len(sides) < 2:
        return None
    suppliers = [actor for _, side in sides for witness in side for actor in witness.claim.supplier]
    users = list_actors((actor for names, _ in sides for actor in names), last="or")
    items = describe_items(witness for _, side in sides for witness in side)
    question = f"Who is the end user of the {items} from {list_actors(suppliers)}: {users}?"
    told = tuple(_side(list_actors(names), side) for names, side in sorted(sides, key=lambda side: sorted(side[0])))
    return _dispute(transfer, DisputeType.END_USER, question, told)


def _tells_end_user(witness: Witness) -> bool:
    if witness.claim.stage is Stage.END_USE:
        return witness.affirmed
    return is_assertion(witness) and witness.place is not None and witness.place >= PROMISED


def _open_dispute(transfer: str, discrepancy: Discrepancy) -> Dispute:
    sides = tuple(_side(says, side) for says, side in discrepancy.sides)
    return _dispute(transfer, discrepancy.type, discrepancy.question, sides)


def _side(says: str, witnesses: Iterable[Witness]) -> DisputeSide:
    held = list(witnesses)
    return DisputeSide(
        says=says,
        on_whose_word=tuple(dict.fromkeys(whose_word(witness) for witness in held)),
        claims=tuple(witness.claim.id for witness in held),
    )


def _dispute(
    transfer: str, type_: DisputeType, question: str, sides: tuple[DisputeSide, ...], *, settled: str | None = None
) -> Dispute:
    # The earliest claim of each side makes the id: it stays while reports are added to the sides.
    return Dispute(
        id=content_key("dispute", transfer, type_.value, *(side.claims[0] for side in sides)),
        type=type_,
        question=question,
        sides=sides,
        state=DisputeState.OPEN if settled is None else DisputeState.SETTLED,
        state_reason=settled or "neither side has given way",
        transfer=transfer,
    )
