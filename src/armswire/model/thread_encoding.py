"""The thread of a transfer to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from armswire.model.claim import Certainty, Stage
from armswire.model.encoding import Json, decode_dates, encode_dates
from armswire.model.thread import Thread, ThreadStep


def encode_thread(thread: Thread) -> Json:
    """The line, the day until which it is known, and the steps with their claims."""
    return {
        "says": thread.says,
        "gap": thread.gap,
        "known_until": _encode_day(thread.known_until),
        "steps": [
            {
                "stage": step.stage.value,
                "denied": step.denied,
                "certainty": step.certainty.value,
                "date": encode_dates(step.date),
                "due": encode_dates(step.due),
                "told": _encode_day(step.told),
                "claims": list(step.claims),
            }
            for step in thread.steps
        ],
    }


def decode_thread(value: Mapping[str, Any]) -> Thread:
    """The inverse of `encode_thread`."""
    return Thread(
        steps=tuple(
            ThreadStep(
                stage=Stage(step["stage"]),
                denied=bool(step["denied"]),
                certainty=Certainty(step["certainty"]),
                date=decode_dates(step["date"]),
                due=decode_dates(step["due"]),
                told=_decode_day(step["told"]),
                claims=tuple(step["claims"]),
            )
            for step in value["steps"]
        ),
        says=value["says"],
        gap=value["gap"],
        known_until=_decode_day(value["known_until"]),
    )


def _encode_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _decode_day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
