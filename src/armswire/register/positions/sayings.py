"""What claims say that an actor will or will not do, and the positions that they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from armswire.model.attribution import Naming, SourceClass
from armswire.model.claim import Answer, Claim, Polarity, Stage
from armswire.model.position import Position, Saying, Says, Voice
from armswire.model.ranges import DateRange
from armswire.register.denials import is_denial
from armswire.register.outlets import MEDIA
from armswire.register.phrasing import whose_word
from armswire.register.witness import PROGRESS, Witness

# The stages of positions as the contract has them; what is denied or left open is no position by itself.
STANCES = (Stage.CONSIDERATION, Stage.REFUSAL, Stage.REVERSAL)
POSITIONS = (Says.REFUSES, Says.CONSIDERS, Says.REVERSES, Says.RESTATES_POLICY)

_PLAIN = {Stage.REFUSAL: Says.REFUSES, Stage.CONSIDERATION: Says.CONSIDERS, Stage.REVERSAL: Says.REVERSES}
_OPEN = frozenset({Answer.DECLINES, Answer.NON_DENIAL})
_TAKEN = frozenset(PROGRESS) - {Stage.REQUEST}


@dataclass(frozen=True, slots=True)
class Heard:
    """A saying with whose position it tells; `toward` is empty where the claim names no recipient."""

    actor: str
    toward: str
    document: str
    saying: Saying


def find_sayings(witnesses: Iterable[Witness]) -> Iterator[Heard]:
    """What some claims say of what their suppliers will or will not do."""
    for witness in witnesses:
        claim = witness.claim
        says = _says(witness)
        if says is None:
            continue
        for actor in claim.supplier:
            voice = find_voice(claim, actor)
            if says is Says.DECLINES and voice not in (Voice.OWN, Voice.OWN_UNNAMED):
                continue  # that others will not speak of it is no position of the actor
            for toward in claim.recipient or ("",):
                yield Heard(actor, toward, claim.document, _saying(witness, says, voice))


def find_positions(witnesses: Iterable[Witness]) -> tuple[Position, ...]:
    """The positions that some claims tell of, in the order of actors and time."""
    return tuple(gather_positions(sorted((one for one in find_sayings(witnesses) if is_position(one)), key=_order)))


def is_position(heard: Heard) -> bool:
    """Whether it is a position by itself."""
    return heard.saying.says in POSITIONS and heard.saying.stage in STANCES


def gather_positions(heard: Iterable[Heard]) -> Iterator[Position]:
    """One position for each actor, recipient, date and stage, with all words that say so; `heard` are sorted so."""
    for (actor, toward, *_), held in groupby(heard, key=lambda one: _order(one)[:-1]):
        words = [one.saying for one in held]
        yield Position(actor, toward or None, words[0].date, words[0].stage, tuple(words))


def find_voice(claim: Claim, actor: str) -> Voice:
    """Whose word a claim is, seen from an actor."""
    if not claim.attribution:
        return Voice.REPORT
    last = claim.attribution[-1]
    if last.actor == actor:
        unnamed = last.source_class is SourceClass.ANONYMOUS_OFFICIAL or last.naming is Naming.ANONYMOUS
        return Voice.OWN_UNNAMED if unnamed else Voice.OWN
    return Voice.REPORT if last.actor is None and last.source_class in MEDIA else Voice.OTHERS


def day_key(dates: DateRange | None) -> tuple[bool, str, str]:
    """Sorts by time, the unknown last."""
    return (True, "", "") if dates is None else (False, dates.start.isoformat(), dates.end.isoformat())


def _says(witness: Witness) -> Says | None:
    claim = witness.claim
    if claim.polarity is Polarity.AFFIRMED and claim.stage in _PLAIN:
        restates = claim.answer is Answer.RESTATES_POLICY and claim.stage is Stage.REFUSAL
        return Says.RESTATES_POLICY if restates else _PLAIN[claim.stage]
    if claim.stage not in _TAKEN:
        return None
    if claim.answer is Answer.RESTATES_POLICY:
        return Says.RESTATES_POLICY
    if claim.polarity is Polarity.UNCOMMITTED or claim.answer in _OPEN:
        return Says.DECLINES
    return Says.DENIES if is_denial(witness) else None


def _saying(witness: Witness, says: Says, voice: Voice) -> Saying:
    claim = witness.claim
    known = None if witness.published is None else DateRange(witness.published, witness.published)
    return Saying(
        claim=claim.id,
        says=says,
        stage=claim.stage,
        date=claim.date or known,
        reported=witness.published,
        voice=voice,
        who=whose_word(witness),
        items=claim.items,
        conditions=claim.conditions,
        reason=claim.reason,
    )


def _order(heard: Heard) -> tuple[str, str, tuple[bool, str, str], str, str]:
    saying = heard.saying
    return heard.actor, heard.toward, day_key(saying.date), saying.stage.value, saying.claim
