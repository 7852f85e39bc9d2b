"""What a person decides, as every face does it: the judgements, and what of one's own they take back.

Judgements know the day and no hour. So whoever judges otherwise on the same day takes the earlier one back, and whoever
judges as before, after taking it back, takes back the withdrawal. Nothing is changed: each of these is a judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from armswire.errors import SettingError
from armswire.model.judgement import Force, Judgement, JudgementRecord, Subject, Verdict
from armswire.model.judgement_encoding import with_id
from armswire.register.force import same_person
from armswire.register.judgement_queries import get_judgement
from armswire.register.judgements import weigh_with
from armswire.register.judging import Act, judge, withdraw
from armswire.register.store import Register

_Records = Mapping[str, JudgementRecord]
_SAME_DAY = "judged otherwise on the same day"


def today() -> date:
    """The day of a judgement that is made now, where this machine is."""
    return datetime.now(tz=UTC).astimezone().date()


def decide(
    register: Register,
    verdict: Verdict,
    prefixes: Sequence[str],
    act: Act,
    slots: Mapping[str, Any] | None = None,
    side: str | None = None,
) -> list[Judgement]:
    """The judgements by which somebody does one thing to some records, all to be added together.

    First those of `judging.judge`, then the withdrawals that they need to hold. Raises SettingError, RegisterError.
    """
    act.check_reason(verdict)
    if (verdict is Verdict.CORRECT) is not bool(slots):
        raise SettingError("slots go with a correction, and a correction needs some", place="slots", value=slots)
    if side is not None and verdict is not Verdict.SETTLE:
        raise SettingError("a side goes with a settlement", place="side", value=side, remedy="Leave it out")
    if verdict is Verdict.WITHDRAW:
        return [one for prefix in prefixes for one in take_back(register, prefix, act)]
    made = judge(register, verdict, prefixes, act, slots, side)
    asked = {one.id for one in made}
    # What takes back an earlier one can let hold a still earlier one: each of them is looked at once.
    while more := list(_what_is_in_the_way(made, asked, act, _weigh(register, made))):
        made += more
    return made


def take_back(register: Register, prefix: str, act: Act) -> list[Judgement]:
    """The withdrawals by which one's own judgement holds no longer. Raises SettingError as `judging.withdraw` does."""
    made = withdraw(register, prefix, act)
    records = _weigh(register, [made])
    return _let_hold(made.id, act, records) if records[made.id].force is Force.WITHDRAWN else [made]


def restore(register: Register, prefix: str, act: Act) -> list[Judgement]:
    """The withdrawals by which one's own judgement, once taken back, holds again. Raises SettingError."""
    record = get_judgement(register, prefix)
    if record.force is not Force.WITHDRAWN:
        raise SettingError("it is not withdrawn", value=prefix, remedy="Nothing is to be done: it was never taken back")
    if not same_person(record.judgement, with_id(_withdrawal(prefix, act))):
        raise SettingError(f"it is the judgement of {record.judgement.by}", value=act.by, remedy="Judge it yourself")
    return _let_hold(record.judgement.id, act, _weigh(register, [record.judgement]))


def _weigh(register: Register, made: Sequence[Judgement]) -> _Records:
    return {record.judgement.id: record for record in weigh_with(register, made)}


def _what_is_in_the_way(made: Sequence[Judgement], asked: set[str], act: Act, records: _Records) -> Iterator[Judgement]:
    """The withdrawals without which what was asked does not hold against one's own judgements."""
    known = {one.id for one in made}
    found: dict[str, Judgement] = {}
    for name in sorted(asked):
        record = records[name]
        if record.force is Force.WITHDRAWN:
            found |= {one.id: one for one in _let_hold(name, act, records)}
        for other in record.against:
            judgement = records[other].judgement
            if same_person(judgement, record.judgement) and judgement.on == act.on:
                found |= {one.id: one for one in _let_go(other, Act(act.by, act.on, _SAME_DAY), records)}
    yield from (one for name, one in found.items() if name not in known)


def _let_go(name: str, act: Act, records: _Records) -> list[Judgement]:
    """The withdrawals by which a judgement that holds does so no longer."""
    made = _withdrawal(name, act)
    # The same was said before, and taken back: what took it back is taken back.
    return _let_hold(made.id, act, records) if made.id in records else [made]


def _let_hold(name: str, act: Act, records: _Records) -> list[Judgement]:
    """The withdrawals by which a withdrawn judgement holds again."""
    holding = [
        one.judgement.id
        for one in records.values()
        if one.judgement.verdict is Verdict.WITHDRAW and one.judgement.target == name and one.force is Force.IN_FORCE
    ]
    return [one for other in holding for one in _let_go(other, act, records)]


def _withdrawal(name: str, act: Act) -> Judgement:
    bare = Judgement("", Verdict.WITHDRAW, Subject.JUDGEMENT, act.by.strip(), act.on, act.because.strip(), target=name)
    return with_id(bare)
