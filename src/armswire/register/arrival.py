"""When something arrived in the register, as it is written: so that what comes later sorts behind."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from armswire.errors import SettingError

_BEGINNING = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d{1,6})?)?)?)?)?)?")
# What is left out of a moment that is given by its beginning.
_REST = "0001-01-01T00:00:00.000000"
# The finest step between two moments.
STEP = timedelta(microseconds=1)


def write_moment(moment: datetime) -> str:
    """A moment as the register keeps it, in UTC."""
    utc = moment.astimezone(UTC)
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def read_moment(written: str) -> datetime:
    """A moment as the register keeps it. Raises ValueError."""
    return datetime.fromisoformat(written)


def read_beginning(given: str) -> str:
    """From when on something arrived, as somebody wrote it: a year, a day, a moment in UTC. Raises SettingError.

    What is left out is the earliest that it can be; what comes out sorts before all moments from then on.
    """
    told = given.removesuffix("Z") if "T" in given else given
    try:
        if _BEGINNING.fullmatch(told) is None:
            raise ValueError
        return write_moment(datetime.fromisoformat(told + _REST[len(told) :]).replace(tzinfo=UTC))
    except ValueError as error:
        remedy = "Give a year, a month, a day or a moment in UTC: 2023, 2023-03, 2023-03-14, 2023-03-14T15:30"
        raise SettingError("that is no moment", value=given, remedy=remedy) from error
