"""What actors are reported to do toward others: the steps of transfers, seen from who gives and who gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.position import Deed
from armswire.model.transfer import SupportedActor, Transfer
from armswire.register.denials import is_acknowledged
from armswire.register.summary import gather_items, join_dates
from armswire.register.witness import Witness

# From the first that binds to the last; a halt takes something back.
STEPS = (Stage.PLEDGE, Stage.AGREEMENT, Stage.APPROVAL, Stage.DELIVERY, Stage.HALT)


@dataclass(frozen=True, slots=True)
class Done:
    """A deed with who did it, and toward whom; either is empty where nobody is named."""

    actor: str
    toward: str
    deed: Deed


def find_deeds(transfers: Iterable[Transfer], witnesses: Mapping[str, Witness], rules: EvidenceRules) -> Iterator[Done]:
    """The steps of some transfers; `witnesses` holds their claims by id.

    A claim that leaves out who gives or gets means the one whom the other claims of the transfer name.
    """
    for transfer in transfers:
        told: defaultdict[tuple[str, str, Stage], list[Witness]] = defaultdict(list)
        for record in transfer.stages:
            if record.stage in STEPS:
                for claim in record.claims:
                    witness = witnesses[claim]
                    for actor in witness.claim.supplier or _only(transfer.supplier):
                        for toward in witness.claim.recipient or _only(transfer.recipient):
                            told[actor, toward, record.stage].append(witness)
        for (actor, toward, stage), tellers in sorted(told.items()):
            yield Done(actor, toward, _deed(transfer, actor, stage, tellers, rules))


def _deed(transfer: Transfer, actor: str, stage: Stage, tellers: Sequence[Witness], rules: EvidenceRules) -> Deed:
    published = [witness.published for witness in tellers if witness.published is not None]
    own = [witness for witness in tellers if is_acknowledged(witness, frozenset({actor}), rules)]
    acknowledged = [witness.published for witness in own if witness.published is not None]
    return Deed(
        transfer=transfer.id,
        stage=stage,
        date=join_dates([witness.claim.date for witness in tellers if witness.claim.date is not None]),
        reported=min(published, default=None),
        # Of a step of which no claim names a thing, what the transfer is about.
        items=tuple(item.item for item in gather_items(tellers, rules) or transfer.items),
        via=tuple(sorted({name for witness in tellers for name in witness.claim.intermediary} - {actor})),
        standing=transfer.standing if stage is transfer.stage else None,
        claims=tuple(sorted(witness.claim.id for witness in tellers)),
        own=tuple(sorted(witness.claim.id for witness in own)),
        acknowledged=min(acknowledged, default=None),
    )


def _only(actors: Sequence[SupportedActor]) -> tuple[str, ...]:
    return (actors[0].actor,) if len(actors) == 1 else ("",)
