"""The scenarios of a row: its total if one side of one dispute is right, and if one voice is right throughout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from armswire.model.dispute import Dispute
from armswire.model.total import Scenario
from armswire.register.totals.cells import Cell
from armswire.register.totals.row_sums import RowSum
from armswire.register.totals.scenarios import Deal, Ledger, name_scenario, voices


def list_scenarios(cell: Cell, deals: Sequence[Deal], row: RowSum, ledger: Ledger) -> tuple[Scenario, ...]:
    """One scenario for each side of each open dispute on which the row hangs, then one for each voice in several."""
    found: list[Scenario] = []
    spoken: defaultdict[str, list[tuple[int, Dispute, int]]] = defaultdict(list)
    for place, deal in enumerate(deals):
        for dispute, sides in deal.disputes:
            sums = {}
            for side in sides:
                sums[side] = row.add_up({place: ledger.find(cell, deal, {dispute.id: side})})
            if len(set(sums.values())) < 2:
                continue
            for side, total in sums.items():
                told = voices(dispute, side, deal.witnesses)
                says = dispute.sides[side].says
                found.append(Scenario(name_scenario(told), says, dispute.question, (dispute.id,), *total.bounds()))
                for voice in told:
                    spoken[voice].append((place, dispute, side))
    return (*found, *_throughout(spoken, cell, deals, row, ledger))


def _throughout(
    spoken: Mapping[str, Sequence[tuple[int, Dispute, int]]],
    cell: Cell,
    deals: Sequence[Deal],
    row: RowSum,
    ledger: Ledger,
) -> list[Scenario]:
    found = []
    for voice, told in sorted(spoken.items()):
        names = [dispute.id for _, dispute, _ in told]
        if len(set(names)) < 2 or len(set(names)) < len(names):  # who speaks on two sides is right on neither
            continue
        answers: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for place, dispute, side in told:
            answers[place][dispute.id] = side
        changed = {place: ledger.find(cell, deals[place], given) for place, given in answers.items()}
        least, most = row.add_up(changed).bounds()
        says = f"in all {len(names)} disputes"
        found.append(Scenario(name_scenario([voice]), says, "", tuple(sorted(names)), least, most))
    return found
