"""The flow picture: suppliers on the left, go-betweens in the middle, recipients on the right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from armswire.model.flow import Amount, Flow, FlowParty, Standings
from armswire.model.standing import Standing
from armswire.register.phrasing import actor_name
from armswire.web.views.pictures.refining import Asked, Link, refine
from armswire.web.views.pictures.saying import NOT_TOLD, say_amount, say_standings, say_transfers

# Actors of a side that have a bar of their own, and those when they are unfolded.
SHOWN, UNFOLDED = 14, 60
# Ribbons beyond which nobody can tell one from another: then fewer actors have bars of their own.
_MOST_RIBBONS = 90
_FEWEST = 5

_ROLES = ("supplier", "intermediary", "recipient")
_OTHERS = "*"
_NOBODY = ""


class Width(StrEnum):
    """What the width of a ribbon stands for."""

    TRANSFERS = "transfers"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class FlowBar:
    """An actor in a role; `folded` is the number of actors where it stands for several. `link` is None for nobody."""

    key: str
    role: str
    name: str
    words: str
    link: Link
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Transfers from one bar to another, by way of a third where `intermediary` is one. `link` narrows to them."""

    supplier: FlowBar
    intermediary: FlowBar | None
    recipient: FlowBar
    standings: Standings
    transfers: int
    amount: Amount | None
    words: str
    link: Link


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """Bars and ribbons; `unit` is what things are counted in where the width stands for a quantity of `family`."""

    bars: tuple[FlowBar, ...]
    ribbons: tuple[Ribbon, ...]
    width: Width
    family: str | None
    unit: str
    unmeasured: int

    @property
    def data(self) -> dict[str, Any]:
        """What the script draws."""
        return {
            "width": self.width.value,
            "unit": self.unit,
            "nodes": [
                {"key": bar.key, "role": bar.role, "name": bar.name, "words": bar.words, "href": bar.link.href,
                 "set": bar.link.is_set, "folded": bar.folded}
                for bar in self.bars
            ],
            "flows": [
                {
                    "path": [bar.key for bar in (one.supplier, one.intermediary, one.recipient) if bar is not None],
                    "standings": [[standing.value, number] for standing, number in one.standings],
                    "transfers": one.transfers,
                    "least": None if one.amount is None else one.amount.least,
                    "most": None if one.amount is None else max(one.amount.least, one.amount.most),
                    "words": one.words,
                    "href": one.link.href,
                    "set": one.link.is_set,
                }
                for one in self.ribbons
            ],
        }  # fmt: skip


def view_flows(
    flows: Sequence[Flow],
    parties: Iterable[FlowParty],
    names: Mapping[str, str],
    asked: Asked,
    *,
    width: Width = Width.TRANSFERS,
    family: str | None = None,
    unit: str | None = None,
    unfold: bool = False,
) -> FlowPicture:
    """Flows as a picture. Actors beyond the most frequent of a side are folded into one bar, unless it is unfolded.

    `names` are those of actors; `asked` is what the page shows now. With the width of a quantity, flows of which nobody
    tells a number are left out and counted in `unmeasured`.
    """
    measured = [flow for flow in flows if width is Width.TRANSFERS or flow.amount is not None]
    drawer = _Drawer(names, asked, {(one.role, one.actor): one.transfers for one in parties}, width, unit or "")
    limit = UNFOLDED if unfold else SHOWN
    folded = _fold(measured, width, limit)
    while len(folded) > _MOST_RIBBONS and limit > _FEWEST and not unfold:
        limit -= 1
        folded = _fold(measured, width, limit)
    bars = drawer.bars(folded, measured)
    ribbons = tuple(drawer.ribbon(ends, told, bars) for ends, told in folded.items())
    unmeasured = sum(flow.transfers for flow in flows) - sum(flow.transfers for flow in measured)
    shown = tuple(sorted(bars.values(), key=lambda bar: _ROLES.index(bar.role)))
    return FlowPicture(shown, ribbons, width, family, unit or "", unmeasured)


_Ends = tuple[str, str, str]


def _size(flow: Flow, width: Width) -> float:
    if width is Width.TRANSFERS:
        return flow.transfers
    return 0 if flow.amount is None else max(flow.amount.least, flow.amount.most)


def _fold(flows: Iterable[Flow], width: Width, limit: int) -> dict[_Ends, list[Flow]]:
    """Flows by their ends, the largest first; an end that is none of the largest of its side is one of the others."""
    sizes: dict[str, defaultdict[str, float]] = {role: defaultdict(float) for role in _ROLES}
    for flow in flows:
        for role in _ROLES:
            actor = getattr(flow, role)
            if actor is not None:
                sizes[role][actor] += _size(flow, width)
    kept = {}
    for role, counted in sizes.items():
        ranked = sorted(counted, key=lambda actor: (-counted[actor], actor))
        # One actor alone is not folded: "1 other" takes as much room as its name.
        kept[role] = set(ranked if len(ranked) <= limit + 1 else ranked[:limit])
    found: defaultdict[_Ends, list[Flow]] = defaultdict(list)
    for flow in flows:
        ends = [
            _NOBODY if (actor := getattr(flow, role)) is None else actor if actor in kept[role] else _OTHERS
            for role in _ROLES
        ]
        found[ends[0], ends[1], ends[2]].append(flow)
    return dict(sorted(found.items(), key=lambda one: (-sum(_size(flow, width) for flow in one[1]), one[0])))


@dataclass(frozen=True, slots=True)
class _Drawer:
    names: Mapping[str, str]
    asked: Asked
    counts: Mapping[tuple[str, str], int]
    width: Width
    unit: str

    def bars(self, folded: Mapping[_Ends, object], flows: Iterable[Flow]) -> dict[tuple[str, str], FlowBar]:
        """The bar of each end of a ribbon, by role and actor."""
        flows = list(flows)
        found = {}
        for ends in folded:
            for role, actor in zip(_ROLES, ends, strict=True):
                if (role, actor) not in found and (actor or role != "intermediary"):
                    found[role, actor] = self._bar(role, actor, folded, flows)
        return found

    def _bar(self, role: str, actor: str, folded: Mapping[_Ends, object], flows: Iterable[Flow]) -> FlowBar:
        key = f"{role}:{actor}"
        word = _ROLE_WORDS[role]
        if actor == _OTHERS:
            own = {ends[_ROLES.index(role)] for ends in folded}
            others = {getattr(flow, role) for flow in flows} - own - {None}
            name = f"{len(others)} others"
            words = f"{name} as {word}: show them"
            return FlowBar(key, role, name, words, refine(self.asked, unfold="all"), len(others))
        if actor == _NOBODY:
            transfers = sum(flow.transfers for flow in flows if getattr(flow, role) is None)
            words = f"{NOT_TOLD} as {word}, {say_transfers(transfers)}"
            return FlowBar(key, role, NOT_TOLD, words, refine(self.asked, **{role: "none"}))
        name = actor_name(actor, self.names)
        words = f"{name} as {word}, {say_transfers(self.counts.get((role, actor), 0))}"
        return FlowBar(key, role, name, words, refine(self.asked, **{role: actor}))

    def ribbon(self, ends: _Ends, flows: Sequence[Flow], bars: Mapping[tuple[str, str], FlowBar]) -> Ribbon:
        """The flows between the same bars as one ribbon."""
        supplier, between, recipient = (bars.get(end) for end in zip(_ROLES, ends, strict=True))
        assert supplier is not None
        assert recipient is not None
        standings = add_standings(flow.standings for flow in flows)
        transfers = sum(number for _, number in standings)
        amounts = [flow.amount for flow in flows if flow.amount is not None]
        amount = add_amounts(amounts) if amounts else None
        way = f" by way of {between.name}" if between else ""
        told = f", {say_amount(amount, self.unit)}" if amount and self.width is Width.QUANTITY else ""
        words = (
            f"{supplier.name} to {recipient.name}{way}, {say_transfers(transfers)} ({say_standings(standings)}){told}"
        )
        return Ribbon(supplier, between, recipient, standings, transfers, amount, words, self._link(ends))

    def _link(self, ends: _Ends) -> Link:
        if _OTHERS in ends:
            return refine(self.asked, unfold="all")
        changes = {role: actor or "none" for role, actor in zip(_ROLES, ends, strict=True)}
        return refine(self.asked, **changes)


_ROLE_WORDS = {"supplier": "supplier", "intermediary": "go-between", "recipient": "recipient"}


def add_standings(several: Iterable[Standings]) -> Standings:
    """How many have each standing, all together."""
    total: Counter[Standing] = Counter()
    for standings in several:
        total.update(dict(standings))
    return tuple((standing, total[standing]) for standing in Standing if total[standing])


def add_amounts(amounts: Iterable[Amount]) -> Amount:
    """All of them together."""
    amounts = list(amounts)
    return Amount(
        told=sum(one.told for one in amounts),
        least=sum(one.least for one in amounts),
        most=sum(one.most for one in amounts),
        unbounded=sum(one.unbounded for one in amounts),
    )
