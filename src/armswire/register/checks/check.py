"""The act: everything that can be at fault in a register, looked at in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from armswire.register.checks.derived import check_derived, check_is_settled
from armswire.register.checks.fault import Fault, FaultKind
from armswire.register.checks.links import check_links
from armswire.register.checks.sources import check_actors, check_articles, check_claims
from armswire.register.checks.support import check_support
from armswire.register.derivation import ensure_derived
from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class Checked:
    """The faults of a register, and what could not be looked at (`left_out`, each with its reason in words)."""

    faults: tuple[Fault, ...]
    left_out: tuple[str, ...]


def check(register: Register, follow: Callable[[str], None] = lambda _: None) -> Checked:
    """All faults of a register, in the order of what follows from what. `follow` is told what is looked at next.

    What awaits to be worked out is worked out before. Raises RegisterError where the register cannot be used.
    """
    faults: list[Fault] = []
    for name, look in (("articles", check_articles), ("claims", check_claims), ("actors", check_actors)):
        follow(name)
        faults.extend(look(register))
    if any(fault.kind is FaultKind.UNREADABLE for fault in faults):
        left_out = "what follows from the claims: not all of them can be read"
        return Checked((*faults, *check_links(register), *check_support(register)), (left_out,))
    follow("what is new")
    ensure_derived(register)
    follow("links")
    faults.extend(check_links(register))
    faults.extend(check_support(register))
    if register.has_scratch:
        left_out = "what follows from the claims: it was out of date, and the register cannot be written"
        return Checked(tuple(faults), (left_out,))
    follow("what follows from the claims")
    check_is_settled(register)
    faults.extend(_not_yet_told(check_derived(register), faults))
    return Checked(tuple(faults), ())


def _not_yet_told(derived: Iterator[Fault], told: list[Fault]) -> list[Fault]:
    """Without the rows that were told to be orphans: that they do not follow either is no news."""
    orphans = {(fault.record, fault.place.split(",")[0]) for fault in told if fault.kind is FaultKind.ORPHAN}
    return [fault for fault in derived if (fault.record, fault.place) not in orphans]
