"""What marks of pictures say when one points at them."""

from __future__ import annotations

from armswire.model.flow import Amount, Standings
from armswire.wording.values import say_range

NOT_TOLD = "not told"


def say_transfers(number: int) -> str:
    """1 transfer, 1,200 transfers."""
    return f"{number:,} transfer{'' if number == 1 else 's'}"


def say_standings(standings: Standings) -> str:
    """3 reported, 1 denied."""
    return ", ".join(f"{number:,} {standing.value}" for standing, number in standings)


def say_family(family: str) -> str:
    """A family of items in words: small arms for `small_arms`."""
    return family.replace("_", " ")


def say_amount(amount: Amount, unit: str) -> str:
    """100 to 200 rounds; "or more" where of some of them nobody can say the most."""
    shown = say_range(amount.least, max(amount.least, amount.most), approximate=False)
    more = " or more" if amount.unbounded else ""
    return f"{shown}{more} {unit}".strip()
