"""The life of a transfer as one line: what was done when, and the report that is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from armswire.model.claim import Certainty, Polarity, Stage
from armswire.model.ranges import DateRange, calendar_unit
from armswire.model.thread import Thread, ThreadStep
from armswire.register.assessment import STAGE_ORDER
from armswire.register.summary import SUREST, join_dates
from armswire.register.witness import PROGRESS, PROMISED, Witness

_DONE = {
    Stage.REQUEST: "asked for",
    Stage.CONSIDERATION: "considered",
    Stage.PLEDGE: "promised",
    Stage.AGREEMENT: "agreed",
    Stage.APPROVAL: "approved",
    Stage.DELIVERY: "delivered",
    Stage.REFUSAL: "refused",
    Stage.HALT: "halted",
    Stage.REVERSAL: "refusal given up",
}
_DENIED = {
    Stage.REQUEST: "request denied",
    Stage.CONSIDERATION: "talks denied",
    Stage.PLEDGE: "promise denied",
    Stage.AGREEMENT: "agreement denied",
    Stage.APPROVAL: "approval denied",
    Stage.DELIVERY: "delivery denied",
    Stage.REFUSAL: "refusal denied",
    Stage.HALT: "halt denied",
    Stage.REVERSAL: "change of policy denied",
}
_HEDGED = {Certainty.CERTAIN: "", Certainty.PROBABLE: "probably ", Certainty.POSSIBLE: "possibly "}
# What ends a transfer that was under way.
BROKEN_OFF = frozenset({Stage.REFUSAL, Stage.HALT})
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def find_steps(members: Iterable[Witness]) -> tuple[ThreadStep, ...]:
    """Each stage that is affirmed or denied, in the order of time, with all claims that say so."""
    held: defaultdict[tuple[Stage, bool], list[Witness]] = defaultdict(list)
    for member in members:
        if member.claim.stage in _DONE and member.claim.polarity is not Polarity.UNCOMMITTED:
            held[member.claim.stage, member.claim.polarity is Polarity.NEGATED].append(member)
    steps = [_step(stage, told, denied=denied) for (stage, denied), told in held.items()]
    return tuple(sorted(steps, key=_time))


def tell_thread(steps: Sequence[ThreadStep], known_until: date | None) -> Thread:
    """The thread as it can be told on a day, None where no article has one."""
    parts = [_say(step) for step in steps]
    gap = _find_gap(steps, known_until)
    words = ", ".join([*parts, *([gap] if gap else [])]) or "no step of it is told"
    return Thread(tuple(steps), words, gap, known_until)


def name_step(step: ThreadStep) -> str:
    """What was done, in words: "agreed", "probably delivered", "delivery denied"."""
    return _DENIED[step.stage] if step.denied else f"{_HEDGED[step.certainty]}{_DONE[step.stage]}"


def _step(stage: Stage, told: Sequence[Witness], *, denied: bool) -> ThreadStep:
    days = [witness.published for witness in told if witness.published is not None]
    dated = [(witness.claim.date, _is_ahead(witness)) for witness in told if witness.claim.date is not None]
    return ThreadStep(
        stage=stage,
        denied=denied,
        certainty=min((witness.claim.certainty for witness in told), key=SUREST.index),
        date=join_dates([dates for dates, is_ahead in dated if not is_ahead]),
        due=None if denied else join_dates([dates for dates, is_ahead in dated if is_ahead]),
        told=min(days, default=None),
        claims=tuple(sorted(witness.claim.id for witness in told)),
    )


def _is_ahead(witness: Witness) -> bool:
    """Whether the claim's date is one that was still to come when it was told: that of what is promised."""
    dates = witness.claim.date
    return dates is not None and witness.published is not None and dates.start > witness.published


def _time(step: ThreadStep) -> tuple[date, int, bool]:
    """The day by which it was done; a step that has none comes last."""
    known = step.date.end if step.date is not None else step.told
    return (known or date.max, STAGE_ORDER.index(step.stage), step.denied)


def _find_gap(steps: Sequence[ThreadStep], known_until: date | None) -> str | None:
    """What is still to be reported after the furthest step; none after a delivery or a refused request."""
    affirmed = [step for step in steps if not step.denied]
    furthest = max((PROGRESS.index(step.stage) for step in affirmed if step.stage in PROGRESS), default=None)
    if furthest is None or furthest < PROMISED:
        is_over = not affirmed or affirmed[-1].stage in BROKEN_OFF
        return None if is_over else "no promise reported yet"
    if PROGRESS[furthest] is Stage.DELIVERY:
        return None
    due = [step.due.end for step in affirmed if step.due is not None]
    is_late = bool(due) and known_until is not None and max(due) < known_until
    return f"{'overdue: ' if is_late else ''}no report of delivery yet"


def _say(step: ThreadStep) -> str:
    words = [name_step(step)]
    if step.date is not None:
        words.append(say_dates(step.date))
    if step.due is not None:
        words.append(f"for {say_dates(step.due)}")
    if step.date is None and step.told is not None:
        words.append(f"(told {_day(step.told)})")
    return " ".join(words)


def say_dates(dates: DateRange) -> str:
    """A day, month or year as people write it: "3 November 2022", "November 2022", "2022"; else between two days."""
    start, end = dates.start, dates.end
    match calendar_unit(dates):
        case "day":
            return _day(start)
        case "month":
            return f"{_MONTHS[start.month - 1]} {start.year}"
        case "year":
            return str(start.year)
    in_one_month = (start.year, start.month) == (end.year, end.month)
    return f"between {start.day if in_one_month else _day(start)} and {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
