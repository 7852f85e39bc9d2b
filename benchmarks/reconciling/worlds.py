"""Worlds whose truth is known: deals with their steps, and the articles that tell of them well or badly.

A world is invented by chance from a seed. Nothing in it looks at how claims are reconciled; what is hard in the news
is hard here: the same two states deal again and again, often in the same kind of item; most reports leave out what
others name; outlets retell each other, with slips; parties deny, and some acknowledge later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from armswire.model.claim import Stage

LAST, DAYS = date(2025, 12, 29), 10 * 365
# Days that lie at least between two deals of the same states in the same kind of item.
APART = 120

STATES = (
    "ARE", "ARG", "AUS", "AUT", "BEL", "BGR", "BHR", "BLR", "BRA", "CAN", "CHE", "CHL", "CHN", "COL", "CZE", "DEU",
    "DNK", "DZA", "EGY", "ESP", "EST", "ETH", "FIN", "FRA", "GBR", "GRC", "HRV", "HUN", "IDN", "IND", "IRN", "IRQ",
    "ISR", "ITA", "JOR", "JPN", "KAZ", "KEN", "KOR", "KWT", "LBN", "LTU", "LVA", "MAR", "MEX", "MLI", "MMR", "MYS",
    "NGA", "NLD", "NOR", "NZL", "OMN", "PAK", "PER", "PHL", "POL", "PRK", "PRT", "QAT", "ROU", "RUS", "SAU", "SDN",
    "SGP", "SRB", "SVK", "SVN", "SWE", "SYR", "THA", "TUN", "TUR", "UKR", "USA", "UZB", "VNM", "YEM", "ZAF",
)  # fmt: skip

# By category of the military list: designations that reports may give or leave out.
GOODS = {
    "ML1": ("AK-103", "FN SCAR", "M4"),
    "ML2": ("K9", "M777", "Caesar", "D-30"),
    "ML3": ("155mm", "152mm", "120mm"),
    "ML4": ("Javelin", "Spike", "Stinger", "Patriot", "S-300"),
    "ML6": ("T-72", "Leopard 2", "M113", "Boxer", "Piranha"),
    "ML9": ("Gowind", "Meko 200", "Type 054"),
    "ML10": ("F-16", "MiG-29", "Bayraktar TB2", "Mi-17", "Rafale"),
    "ML13": ("Altyn", "PASGT"),
    "ML5": ("AN/TPQ-36", "Giraffe"),
    "MED": (),
}

# How often a deal goes through a step, and how many days lie before it.
STEPS = (
    (Stage.REQUEST, 0.30, (0, 0)),
    (Stage.CONSIDERATION, 0.20, (5, 40)),
    (Stage.PLEDGE, 0.45, (5, 60)),
    (Stage.AGREEMENT, 0.55, (10, 90)),
    (Stage.APPROVAL, 0.20, (10, 60)),
    (Stage.DELIVERY, 0.65, (15, 150)),
)


@dataclass(frozen=True, slots=True)
class Deal:
    """What truly happened: `steps` with their days, `denier` who denies it, `acknowledged` when it no longer does."""

    id: str
    supplier: str
    recipient: str
    through: str | None
    ml: str
    designation: str | None
    quantity: int | None
    value: int | None
    steps: tuple[tuple[Stage, date], ...]
    denier: str | None = None
    acknowledged: date | None = None
    other_quantity: int | None = None  # a second number that an independent report gives
    own_use: bool = False  # the go-between's user: the supplier says that it is the end user
    refused: bool = False


@dataclass(slots=True)
class World:
    """All deals, in the order in which they begin."""

    deals: list[Deal] = field(default_factory=list)
    _spans: dict[tuple[str, str, str], list[tuple[date, date]]] = field(default_factory=dict)

    def add(self, deal: Deal) -> bool:
        """One more deal, unless one of the same kind between the same two is too near."""
        spans = self._spans.setdefault((deal.supplier, deal.recipient, deal.ml), [])
        room = timedelta(days=APART - 1)
        first, last = deal.steps[0][1], deal.steps[-1][1]
        if any(first <= end + room and start <= last + room for start, end in spans):
            return False
        spans.append((first, last))
        self.deals.append(deal)
        return True


def invent_world(seed: int, deals: int, days: int = DAYS) -> World:
    """So many deals between states that deal with some far more than with others, begun within so many days.

    Two deals of the same states in the same kind of item lie apart: told side by side without their numbers they
    would be one order, to a reader as to a register.
    """
    chance = Random(f"world {seed}")
    pairs = _pairs(chance, min(1800, max(8, deals // 3)))
    weights = [1 / (rank + 2) ** 0.7 for rank in range(len(pairs))]
    world = World()
    while len(world.deals) < deals:
        supplier, recipient = chance.choices(pairs, weights)[0]
        started = LAST - timedelta(days=days) + timedelta(days=chance.randrange(days))
        deal = _invent_deal(chance, f"d{len(world.deals)}", supplier, recipient, started)
        if not world.add(deal):
            continue
        # One in five is followed by more of the same, later.
        if chance.random() < 0.2 and len(world.deals) < deals:
            later = deal.steps[-1][1] + timedelta(days=chance.randint(APART, 600))
            again = _invent_deal(chance, f"d{len(world.deals)}", supplier, recipient, later, like=deal)
            if again.steps[0][0] is not Stage.DELIVERY:
                world.add(again)
    return world


def _pairs(chance: Random, count: int) -> list[tuple[str, str]]:
    suppliers = chance.sample(STATES, 30)
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        giver = chance.choices(suppliers, [1 / (rank + 1) for rank in range(len(suppliers))])[0]
        taker = chance.choice(STATES)
        if giver != taker:
            found[giver, taker] = None
    return list(found)


def _invent_deal(
    chance: Random, name: str, supplier: str, recipient: str, started: date, like: Deal | None = None
) -> Deal:
    ml = like.ml if like else chance.choice(list(GOODS))
    designation = like.designation if like else (chance.choice(GOODS[ml]) if GOODS[ml] else None)
    # Numbers that are too round are too often the same by chance.
    size = {"ML3": 100, "ML1": 20, "MED": 5, "ML13": 50}.get(ml, 1) * chance.randint(4, 60)
    through = chance.choice(STATES) if chance.random() < 0.1 else None
    if through in (supplier, recipient):
        through = None
    refused = chance.random() < 0.08
    steps = _refused_steps(chance, started) if refused else _steps(chance, started)
    happened = any(stage in (Stage.AGREEMENT, Stage.DELIVERY, Stage.PLEDGE) for stage, _ in steps)
    denier = chance.choice((supplier, recipient)) if happened and chance.random() < 0.12 else None
    taken_back = denier is not None and chance.random() < 0.3
    return Deal(
        id=name,
        supplier=supplier,
        recipient=recipient,
        through=through,
        ml=ml,
        designation=designation,
        quantity=size if chance.random() < 0.75 else None,
        value=chance.randint(3, 900) * 1_000_000 if chance.random() < 0.3 else None,
        steps=steps,
        denier=denier,
        acknowledged=steps[-1][1] + timedelta(days=chance.randint(20, 90)) if taken_back else None,
        other_quantity=round(size * chance.choice((0.5, 0.6, 1.6, 2, 3))) if chance.random() < 0.08 else None,
        own_use=through is not None and happened and chance.random() < 0.5,
        refused=refused,
    )


def _steps(chance: Random, started: date) -> tuple[tuple[Stage, date], ...]:
    while True:
        day, steps = started, []
        for stage, often, (least, most) in STEPS:
            if chance.random() < often:
                day += timedelta(days=chance.randint(least, most) if steps else 0)
                steps.append((stage, day))
        if steps:
            return tuple(steps)


def _refused_steps(chance: Random, started: date) -> tuple[tuple[Stage, date], ...]:
    return ((Stage.REQUEST, started), (Stage.REFUSAL, started + timedelta(days=chance.randint(2, 30))))
