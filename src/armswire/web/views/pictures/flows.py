"""The flow picture: suppliers on the left, go-betweens in the middle, recipients on the right."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from armswire.model.flow import OTHERS, Amount, Flow, FlowParty, Flows, Standings
from armswire.model.standing import Standing
from armswire.register.listing.facet_rows import NONE
from armswire.register.phrasing import actor_name
from armswire.web.views.pictures.refining import Asked, Link, refine
from armswire.web.views.pictures.saying import NOT_TOLD, say_amount, say_family, say_standings, say_transfers

# Actors of a side that have a bar of their own, and those when they are unfolded: what to ask the register for.
SHOWN, UNFOLDED = 14, 60
# Ribbons beyond which nobody can tell one from another: then fewer actors have bars of their own.
_MOST_RIBBONS = 90
_FEWEST = 5

_ROLES = ("supplier", "intermediary", "recipient")
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
    found: Flows,
    parties: Iterable[FlowParty],
    names: Mapping[str, str],
    asked: Asked,
    *,
    family: str | None = None,
    unit: str | None = None,
) -> FlowPicture:
    """Flows as a picture. `names` are those of actors; `asked` is what the page shows now.

    `family` and `unit` say of what the amounts are by which the flows are measured, if they are. Where there are too
    many ribbons more actors are folded, unless `asked` has them unfolded.
    """
    width = Width.TRANSFERS if family is None else Width.QUANTITY
    limit = UNFOLDED if is_unfolded(asked) else SHOWN
    ribbons = _fold(found.flows, limit)
    while len(ribbons) > _MOST_RIBBONS and limit > _FEWEST and not is_unfolded(asked):
        limit -= 1
        ribbons = _fold(found.flows, limit)
    drawer = _Drawer(names, asked, {(one.role, one.actor): one.transfers for one in parties}, family, unit or "")
    bars = drawer.bars(ribbons, found)
    return FlowPicture(
        bars=tuple(sorted(bars.values(), key=lambda bar: _ROLES.index(bar.role))),
        ribbons=tuple(drawer.ribbon(ends, told, bars) for ends, told in ribbons.items()),
        width=width,
        family=family,
        unit=unit or "",
        unmeasured=found.unmeasured,
    )


def is_unfolded(asked: Asked) -> bool:
    """Whether everybody is to have a bar, as far as there is room."""
    return ("unfold", "all") in asked


_Ends = tuple[str, str, str]


def _fold(flows: Iterable[Flow], limit: int) -> dict[_Ends, list[Flow]]:
    """Flows by their ends, the largest first; an end that is none of the largest of its side is one of the others."""
    sizes: dict[str, defaultdict[str, float]] = {role: defaultdict(float) for role in _ROLES}
    for flow in flows:
        for role in _ROLES:
            actor = getattr(flow, role)
            if actor not in (None, OTHERS):
                sizes[role][actor] += flow.size
    kept = {}
    for role, counted in sizes.items():
        ranked = sorted(counted, key=lambda actor: (-counted[actor], actor))
        # One actor alone is not folded: "1 other" takes as much room as its name.
        kept[role] = {"", *(ranked if len(ranked) <= limit + 1 else ranked[:limit])}
    ribbons: defaultdict[_Ends, list[Flow]] = defaultdict(list)
    for flow in flows:
        supplier, between, recipient = (
            actor if (actor := getattr(flow, role) or _NOBODY) in kept[role] else OTHERS for role in _ROLES
        )
        ribbons[supplier, between, recipient].append(flow)
    return dict(sorted(ribbons.items(), key=lambda one: (-sum(flow.size for flow in one[1]), one[0])))


@dataclass(frozen=True, slots=True)
class _Drawer:
    names: Mapping[str, str]
    asked: Asked
    counts: Mapping[tuple[str, str], int]
    family: str | None
    unit: str

    def bars(self, ribbons: Mapping[_Ends, object], found: Flows) -> dict[tuple[str, str], FlowBar]:
        """The bar of each end of a ribbon, by role and actor."""
        ends = {(role, actor) for named in ribbons for role, actor in zip(_ROLES, named, strict=True)}
        return {(role, actor): self._bar(role, actor, ends, found) for role, actor in sorted(ends)
                if actor or role != "intermediary"}  # fmt: skip

    def _bar(self, role: str, actor: str, ends: Collection[tuple[str, str]], found: Flows) -> FlowBar:
        key = f"{role}:{actor}"
        word = _ROLE_WORDS[role]
        if actor == OTHERS:
            told = {getattr(flow, role) for flow in found.flows} - {None, OTHERS}
            others = found.folded.get(role, 0) + sum((role, one) not in ends for one in told)
            name = f"{others} others"
            return FlowBar(
                key, role, name, f"{name} as {word}: show more of them", refine(self.asked, unfold="all"), others
            )
        if actor == _NOBODY:
            transfers = sum(flow.transfers for flow in found.flows if getattr(flow, role) is None)
            words = f"{NOT_TOLD} as {word}, {say_transfers(transfers)}"
            return FlowBar(key, role, NOT_TOLD, words, refine(self.asked, **{role: NONE}))
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
        told = f", {say_family(self.family)}: {say_amount(amount, self.unit)}" if amount and self.family else ""
        words = (
            f"{supplier.name} to {recipient.name}{way}, {say_transfers(transfers)} ({say_standings(standings)}){told}"
        )
        return Ribbon(supplier, between, recipient, standings, transfers, amount, words, self._link(ends))

    def _link(self, ends: _Ends) -> Link:
        if OTHERS in ends:
            return refine(self.asked, unfold="all")
        changes = {role: actor or NONE for role, actor in zip(_ROLES, ends, strict=True)}
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
