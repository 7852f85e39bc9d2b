"""The pictures of a choice of transfers, for any page that shows one."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.lexicon.evidence import load_evidence
from armswire.register.derivation import ensure_derived
from armswire.register.flows.folding import Chosen
from armswire.register.flows.queries import count_parties, list_flows, list_legs, list_months, list_units
from armswire.register.store import Register
from armswire.web.views.pictures.flows import SHOWN, UNFOLDED, FlowPicture, Width, is_unfolded, view_flows
from armswire.web.views.pictures.months import MonthsPicture, view_months
from armswire.web.views.pictures.refining import Asked, Link, refine
from armswire.web.views.pictures.routes import MOST_LEGS, MapPicture, view_routes

# What an address may say of the pictures themselves: they filter nothing.
OF_PICTURES = ("width", "unit", "unfold")


@dataclass(frozen=True, slots=True)
class Unit:
    """Another unit in which things of the family are counted, and in how many transfers."""

    name: str
    transfers: int
    link: Link


@dataclass(frozen=True, slots=True)
class Pictures:
    """All of them, and the choices of width: by `transfers`, or by the `quantity` of a family of items.

    `quantity` is None where no family is chosen: then `families` are those that can be. `kept` are the names and values
    that a form must keep.
    """

    flow: FlowPicture
    map: MapPicture
    months: MonthsPicture
    transfers: Link
    quantity: Link | None
    families: tuple[str, ...]
    units: tuple[Unit, ...]
    kept: Asked


def draw_pictures(register: Register, asked: Asked, chosen: Chosen) -> Pictures:
    """The pictures of the transfers `chosen` (a selection of ids, None for all); `asked` is what the address says.

    Raises RegisterError.
    """
    if asked:
        return _draw(register, asked, chosen)
    # The first page as everybody opens it: the same until somebody writes.
    ensure_derived(register)
    return register.remember("pictures", lambda: _draw(register, asked, chosen))


def _draw(register: Register, asked: Asked, chosen: Chosen) -> Pictures:
    family = _family(asked)
    by_quantity = family is not None and ("width", Width.QUANTITY.value) in asked
    measured = family if by_quantity else None
    units = () if measured is None else list_units(register, measured, chosen)
    unit = _unit(asked, [name for name, _ in units])
    most = UNFOLDED if is_unfolded(asked) else SHOWN
    flows = list_flows(register, chosen, most=most, family=measured, unit=unit)
    parties = count_parties(register, chosen)
    return Pictures(
        flow=view_flows(flows, parties, register.names, asked, family=measured, unit=unit),
        map=view_routes(list_legs(register, chosen, most=MOST_LEGS), parties, register.names, asked),
        months=view_months(list_months(register, chosen), asked),
        transfers=refine(asked, width=None, unit=None),
        quantity=None if family is None else refine(asked, width=Width.QUANTITY.value),
        families=tuple(load_evidence().families),
        units=tuple(
            Unit(name or "pieces", number, refine(asked, unit=name or "")) for name, number in units if name != unit
        ),
        kept=tuple((name, value) for name, value in asked if name != "cursor"),
    )


def _family(asked: Asked) -> str | None:
    """The family of items that is chosen, by its name or by one of its categories; None for several."""
    rules = load_evidence()
    chosen = {value if value in rules.families else rules.family_of(value) for name, value in asked if name == "item"}
    return chosen.pop() if len(chosen) == 1 else None


def _unit(asked: Asked, units: list[str | None]) -> str | None:
    """The unit that is asked for, else the one in which most transfers count."""
    wanted = [value or None for name, value in asked if name == "unit"]
    return next((unit for unit in wanted if unit in units), units[0] if units else None)
