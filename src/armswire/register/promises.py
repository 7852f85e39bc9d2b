"""Promises that nobody has reported kept: which they are, and from which day on they are overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.standing import Standing
from armswire.model.thread import ThreadStep
from armswire.model.transfer import Transfer
from armswire.register.threads import BROKEN_OFF
from armswire.register.witness import PROGRESS, PROMISED


def find_promise(steps: Sequence[ThreadStep]) -> ThreadStep | None:
    """The furthest step of a promise that nobody has reported kept; `steps` are in the order of time.

    None where nothing is promised, a delivery is told, or it was refused or halted after all.
    """
    affirmed = [step for step in steps if not step.denied]
    under_way = [step for step in affirmed if step.stage in PROGRESS]
    furthest = max(under_way, key=lambda step: PROGRESS.index(step.stage), default=None)
    if furthest is None or furthest.stage is Stage.DELIVERY or PROGRESS.index(furthest.stage) < PROMISED:
        return None
    return None if affirmed[-1].stage in BROKEN_OFF else furthest


def find_due(steps: Sequence[ThreadStep]) -> date | None:
    """The last day for which something was promised; None where no day was told."""
    return max((step.due.end for step in steps if step.due is not None and not step.denied), default=None)


def overdue_from(transfer: Transfer, rules: EvidenceRules) -> date | None:
    """The first day on which a delivery is overdue; None where none is awaited, or nobody can say since when.

    That is the day after the one for which it was promised; without one, when the promise is as old as the rules allow.
    """
    steps = transfer.thread.steps
    promise = find_promise(steps)
    if promise is None or transfer.standing is Standing.DENIED:
        return None
    due = find_due(steps)
    if due is not None:
        return due + timedelta(days=1) if due < date.max else None
    told = promise.date.end if promise.date is not None else promise.told
    try:
        return None if told is None else told + timedelta(days=round(rules.days.overdue.value))
    except OverflowError:  # a year that no calendar has
        return None
