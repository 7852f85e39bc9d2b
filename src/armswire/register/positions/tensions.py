"""Where what an actor says and what it is reported to do do not go together, or two things that it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Item, Stage
from armswire.model.position import Deed, Saying, Says, Stance, Tension, TensionType
from armswire.model.ranges import DateRange, describe_dates
from armswire.register.phrasing import describe_item, describe_step
from armswire.register.positions.coverage import find_covered, kinds_of
from armswire.register.positions.stances import OWN
from armswire.register.witness import PROGRESS


def find_tensions(
    said: Sequence[Saying], done: Sequence[Deed], stances: Sequence[Stance], rules: EvidenceRules
) -> tuple[Tension, ...]:
    """All tensions of a line by the day on which they begin.

    A refusal holds for some weeks after it was last said (`policy_denial`), or until it ended; a denial speaks of what
    had been done by its day.
    """
    taken = [deed for deed in done if deed.stage is not Stage.HALT]
    by_claim = {word.claim: word for word in said}
    refused = [stance for stance in stances if stance.says is Says.REFUSES]
    found = [
        *(one for stance in refused for one in _refused_and_done(stance, by_claim, taken, rules)),
        *_denied_and_done(said, taken, rules),
        *(one for stance in refused for one in _refused_and_considered(stance, said, rules)),
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end, one.type, one.transfer or "", one.said)))


def _refused_and_done(
    stance: Stance, said: Mapping[str, Saying], done: Sequence[Deed], rules: EvidenceRules
) -> Iterator[Tension]:
    """One for each transfer, with all steps that were taken meanwhile."""
    last = stance.last + timedelta(days=rules.days.policy_denial.value) if stance.ended is None else stance.last
    steps: defaultdict[str, list[tuple[Deed, DateRange, tuple[Item, ...]]]] = defaultdict(list)
    for deed in done:
        covered = find_covered(stance.about, deed.items, rules)
        if covered and deed.when is not None and _is_within(deed.when, stance, last):
            steps[deed.transfer].append((deed, deed.when, covered))
    for transfer, told in steps.items():
        reported = "; ".join(_tell(deed, covered) for deed, _, covered in told)
        again = [
            said[claim].date for claim in stance.claims if any(_meet(said[claim].date, when) for _, when, _ in told)
        ]
        yield Tension(
            type=TensionType.REFUSES_AND_DOES,
            start=max(stance.first, min(when.start for _, when, _ in told)),
            end=min(last, max(when.end for _, when, _ in told)),
            says=f"{_refuses(stance, again)}; reported meanwhile: {reported}",
            said=stance.claims,
            against=tuple(sorted({claim for deed, _, _ in told for claim in deed.claims})),
            transfer=transfer,
            stages=tuple(dict.fromkeys(deed.stage for deed, _, _ in told)),
        )


def _denied_and_done(said: Sequence[Saying], done: Sequence[Deed], rules: EvidenceRules) -> Iterator[Tension]:
    """One for each transfer, with all denials of it that are the actor's own word."""
    found: defaultdict[str, list[tuple[Saying, DateRange, Deed, DateRange]]] = defaultdict(list)
    for word in said:
        if word.says is Says.DENIES and word.voice in OWN and word.date is not None:
            for deed in done:
                if deed.when is not None and _denies(word, deed, rules) and _is_past(deed.when, word.date, rules):
                    found[deed.transfer].append((word, word.date, deed, deed.when))
    for transfer, told in found.items():
        denied = ", ".join(dict.fromkeys(f"{word.stage.value} ({describe_dates(day)})" for word, day, _, _ in told))
        reported = "; ".join(dict.fromkeys(_tell(deed, deed.items) for _, _, deed, _ in told))
        yield Tension(
            type=TensionType.DENIES_AND_DOES,
            start=min(max(day.start, when.start) for _, day, _, when in told),
            end=max(day.end for _, day, _, _ in told),
            says=f"denies {denied}; reported: {reported}",
            said=tuple(sorted({word.claim for word, _, _, _ in told})),
            against=tuple(sorted({claim for _, _, deed, _ in told for claim in deed.claims})),
            transfer=transfer,
            stages=tuple(dict.fromkeys(deed.stage for _, _, deed, _ in told)),
        )


def _is_past(when: DateRange, day: DateRange, rules: EvidenceRules) -> bool:
    """A denial speaks of what had been done by its day, and not of another deal long ago."""
    return when.start <= day.end and (day.end - when.end).days <= rules.days.life.value


def _denies(word: Saying, deed: Deed, rules: EvidenceRules) -> bool:
    """Who denies a step denies what comes after it."""
    later = PROGRESS.index(deed.stage) >= PROGRESS.index(word.stage)
    return later and any(find_covered(kind, deed.items, rules) for kind in kinds_of(word.items, rules))


def _refused_and_considered(refused: Stance, said: Sequence[Saying], rules: EvidenceRules) -> Iterator[Tension]:
    """On the actor's own word both: it refuses something and weighs to give it."""
    told = [
        (word, word.date, covered)
        for word in said
        if word.says is Says.CONSIDERS
        and word.voice in OWN
        and word.date is not None
        and _is_within(word.date, refused, refused.last)
        and (covered := find_covered(refused.about, word.items, rules))
    ]
    if told and refused.own:
        what = ", ".join(dict.fromkeys(describe_item(item) for _, _, covered in told for item in covered))
        first, last = min(days.start for _, days, _ in told), max(days.end for _, days, _ in told)
        yield Tension(
            type=TensionType.REFUSES_AND_CONSIDERS,
            start=max(first, refused.first),
            end=min(last, refused.last),
            says=f"{_refuses(refused)}; considers {what} ({_span(first, last)})",
            said=refused.claims,
            against=tuple(sorted(word.claim for word, _, _ in told)),
        )


def _is_within(days: DateRange, stance: Stance, last: date) -> bool:
    """Whether something can have been while a stance was held."""
    if days.start > last or days.end < stance.first:
        return False
    return stance.ended is None or days.start < stance.ended.day


def _meet(one: DateRange | None, other: DateRange) -> bool:
    return one is not None and one.start <= other.end and other.start <= one.end


def _refuses(stance: Stance, again: Sequence[DateRange | None] = ()) -> str:
    span, last = _span(stance.first, stance.last), max((days for days in again if days), key=_end, default=None)
    repeated = "" if last is None or _span(last.start, last.end) == span else f", said again {describe_dates(last)}"
    return f"refuses {stance.what} ({span}{repeated})"


def _end(days: DateRange) -> date:
    return days.end


def _tell(deed: Deed, items: Sequence[Item]) -> str:
    """Delivery of artillery shells (told 2023-05-25; disputed)."""
    when = [] if deed.when is None else [f"{'' if deed.date else 'told '}{describe_dates(deed.when)}"]
    standing = [] if deed.standing is None else [deed.standing.value]
    what = ", ".join(dict.fromkeys(describe_item(item) for item in items)) or "arms"
    told = "; ".join([*when, *standing])
    return describe_step(deed.stage, what) + (f" ({told})" if told else "")


def _span(first: date, last: date) -> str:
    return describe_dates(DateRange(first, last))
