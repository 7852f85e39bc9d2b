"""The lines of an actor as one picture: all of its recipients on one axis of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from armswire.model.ranges import DateRange
from armswire.register.by_ids import ClaimHome
from armswire.serving.addresses import claim_address, transfer_address
from armswire.web.views.actor.lines import LineView
from armswire.wording.positions import SIGN_WORDS, LaneMark, PositionLane
from armswire.wording.values import say_dates


def draw_lines(lines: Iterable[LineView], homes: Mapping[str, ClaimHome]) -> dict[str, Any] | None:
    """What the script draws; None where nothing has a date. `homes` tells where claims stand."""
    lines = [line for line in lines if line.lanes]
    days = [day for line in lines for day in _days(line)]
    if not days:
        return None
    signs = {mark.sign for line in lines for lane in line.lanes for mark in lane.marks}
    return {
        "first": min(days).isoformat(),
        "last": max(days).isoformat(),
        "signs": [{"sign": sign.value, "words": words} for sign, words in SIGN_WORDS.items() if sign in signs],
        "groups": [
            {
                "name": f"toward {line.toward}",
                "href": f"#{line.id}",
                "tensions": [
                    {**_range(one.days), "words": f"{one.when}: {one.says}", "href": f"#{one.id}"}
                    for one in line.tensions
                ],
                "lanes": [_lane(lane, homes) for lane in line.lanes],
            }
            for line in lines
        ],
    }


def _lane(lane: PositionLane, homes: Mapping[str, ClaimHome]) -> dict[str, Any]:
    return {
        "label": lane.label,
        "held": None if lane.held is None else _range(lane.held),
        "marks": [
            {
                **_range(mark.days),
                "sign": mark.sign.value,
                "words": f"{say_dates(mark.days)}: {mark.words}",
                "href": _address(mark, homes),
            }
            for mark in lane.marks
        ],
    }


def _address(mark: LaneMark, homes: Mapping[str, ClaimHome]) -> str | None:
    if mark.transfer is not None:
        return transfer_address(mark.transfer)
    known = next((claim for claim in mark.claims if claim in homes), None)
    return None if known is None else claim_address(known, homes[known].transfer, homes[known].document)


def _days(line: LineView) -> Iterator[date]:
    for lane in line.lanes:
        for days in (*(mark.days for mark in lane.marks), lane.held):
            if days is not None:
                yield from (days.start, days.end)


def _range(days: DateRange) -> dict[str, str]:
    return {"start": days.start.isoformat(), "end": days.end.isoformat()}
