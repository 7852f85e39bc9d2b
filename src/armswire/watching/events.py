"""What a watch tells of what it does: a line for a person, or the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class What(StrEnum):
    """What happened."""

    LISTED = "listed"  # a source was read
    UNCHANGED = "unchanged"  # a source says that nothing is new
    ARTICLE = "article"  # an article is in the register
    PUT_OFF = "put_off"  # a page could not be had this time
    GIVEN_UP = "given_up"  # a page will not be asked for again
    FAILED = "failed"  # a source could not be asked or read
    DONE = "done"  # the watch ends


@dataclass(frozen=True, slots=True)
class Event:
    """`told` are names and values: numbers, ids, reasons."""

    at: datetime
    what: What
    url: str
    told: Mapping[str, object] = field(default_factory=dict)

    def json(self) -> str:
        """One line of JSON."""
        return json.dumps(
            {"at": self.at.isoformat(timespec="milliseconds"), "event": self.what.value, "url": self.url, **self.told},
            ensure_ascii=False,
        )

    def line(self) -> str:
        """One line for a person. What comes from elsewhere keeps no control characters."""
        told = ", ".join(f"{name} {value}" for name, value in self.told.items() if value not in (None, 0, ""))
        words = f"{self.at:%H:%M:%S} {self.what.value.replace('_', ' '):9} {self.url}" + (f": {told}" if told else "")
        return "".join(character if character.isprintable() else " " for character in words)
