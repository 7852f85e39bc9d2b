"""Who gets the goods in the end, as each side states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from armswire.model.claim import Stage
from armswire.model.route import EndUser
from armswire.register.denials import is_assertion
from armswire.register.phrasing import unmarked, whose_word
from armswire.register.routes.places import Places
from armswire.register.witness import PROMISED, Witness


def find_end_users(members: Sequence[Witness], places: Places) -> tuple[EndUser, ...]:
    """Each end user that is named, the first told first.

    Who asks, weighs or refuses says nothing of it, nor does who stops at somebody that others name as standing between.
    """
    held: defaultdict[str, list[Witness]] = defaultdict(list)
    for witness in members:
        for actor in sorted(witness.recipient):
            if _tells_end_user(witness, actor, places):
                held[actor].append(witness)
    return tuple(
        EndUser(
            actor=actor,
            on_whose_word=tuple(dict.fromkeys(whose_word(witness) for witness in told)),
            terms=tuple(dict.fromkeys(unmarked(term) for witness in told for term in witness.claim.conditions)),
            claims=tuple(witness.claim.id for witness in told),
        )
        for actor, told in held.items()
    )


def _tells_end_user(witness: Witness, actor: str, places: Places) -> bool:
    """Whether a claim says, in terms of end use or by a step from the promise on, that goods end up with an actor."""
    if witness.claim.stage is Stage.END_USE:
        return witness.affirmed
    promised = is_assertion(witness) and witness.place is not None and witness.place >= PROMISED
    return promised and actor not in places.between
