"""Who finally gets it: claims of one deal that name other final recipients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from armswire.model.claim import Stage
from armswire.model.dispute import DisputeType
from armswire.register.denials import is_assertion
from armswire.register.disputing.discrepancy import Discrepancy
from armswire.register.phrasing import describe_items, list_actors
from armswire.register.witness import PROMISED, Witness


def find_end_users(members: Sequence[Witness]) -> Iterator[Discrepancy]:
    """Claims that name other final recipients; they are in one transfer because one names the other's go-between.

    Who asks, weighs or refuses says nothing of where the goods of a deal end up, nor does who only stops at a
    go-between: that one leg of the way is told is no word against the next.
    """
    between = frozenset(actor for witness in members for actor in witness.claim.intermediary)
    sides: list[tuple[frozenset[str], list[Witness]]] = []
    for witness in members:
        names = frozenset(witness.claim.recipient)
        if not names or not _tells_end_user(witness) or (names <= between and witness.claim.stage is not Stage.END_USE):
            continue
        home = next((side for side in sides if side[0] & names), None)
        if home is None:
            sides.append((names, [witness]))
        else:
            home[1].append(witness)
    if len(sides) < 2:
        return
    suppliers = {actor for _, side in sides for witness in side for actor in witness.claim.supplier}
    users = list_actors((actor for names, _ in sides for actor in names), last="or")
    items = describe_items(witness for _, side in sides for witness in side)
    question = f"Who is the end user of the {items} from {list_actors(suppliers - between or suppliers)}: {users}?"
    told = tuple((list_actors(names), tuple(side)) for names, side in sorted(sides, key=lambda side: sorted(side[0])))
    yield Discrepancy(DisputeType.END_USER, question, told)


def _tells_end_user(witness: Witness) -> bool:
    if witness.claim.stage is Stage.END_USE:
        return witness.affirmed
    return is_assertion(witness) and witness.place is not None and witness.place >= PROMISED
