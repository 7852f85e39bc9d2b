"""Sayings and deeds to rows of the tables and back."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Row

from armswire.model.position import Deed
from armswire.model.position_encoding import decode_deed, decode_saying, encode_deed, encode_saying
from armswire.register.facts import UNDATED
from armswire.register.positions.deeds import Done
from armswire.register.positions.sayings import Heard


def saying_values(heard: Heard) -> dict[str, Any]:
    """A row of `positions`."""
    saying = heard.saying
    return {
        "claim": saying.claim,
        "actor": heard.actor,
        "toward": heard.toward,
        "document": heard.document,
        "date_start": UNDATED if saying.date is None else saying.date.start.isoformat(),
        "date_end": UNDATED if saying.date is None else saying.date.end.isoformat(),
        "stage": saying.stage.value,
        "says": saying.says.value,
        "record": json.dumps(encode_saying(saying), ensure_ascii=False),
    }


def read_saying(row: Row[Any]) -> Heard:
    """The inverse, of a row with `actor`, `toward`, `document` and `record`."""
    return Heard(row.actor, row.toward, row.document, decode_saying(json.loads(row.record)))


def deed_values(done: Done) -> dict[str, Any]:
    """A row of `deeds`."""
    return {
        "transfer": done.deed.transfer,
        "actor": done.actor,
        "toward": done.toward,
        "stage": done.deed.stage.value,
        "record": json.dumps(encode_deed(done.deed), ensure_ascii=False),
    }


def read_deed(row: Row[Any]) -> Deed:
    """The deed of a row with `record`."""
    return decode_deed(json.loads(row.record))
