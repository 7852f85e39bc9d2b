"""A queue as people ask for it (on the command line, in an address), and which one is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from armswire.errors import SettingError
from armswire.register.listing.asking import read_filter, read_one_of
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.review.items import Hide, Need, QueueFilter
from armswire.register.store import Register

# What is told of a queue besides the filters of transfers.
_OWN = ("need", "by", "hide")


def read_queue(register: Register, given: Mapping[str, Sequence[str]]) -> QueueFilter:
    """The queue that is meant by `need`, `by` (who reviews), `hide` and the filters of transfers.

    Raises SettingError that names the field, the value and what it could be.
    """
    for name in _OWN:
        if len(given.get(name, ())) > 1:
            raise SettingError(
                "it can have one value alone", place=name, value=list(given[name]), remedy="Give it once"
            )
    needs, names, hides = (given.get(name, ()) for name in _OWN)
    if not needs:
        remedy = f"Use one of: {', '.join(Need)}"
        raise SettingError("nobody says which queue is meant", place="need", remedy=remedy)
    wanted = read_filter(TransferFilter, register, {name: some for name, some in given.items() if name not in _OWN})
    return QueueFilter(
        need=read_one_of(Need, "need", needs[0]),
        by=names[0] if names else None,
        hide=read_one_of(Hide, "hide", hides[0]) if hides else Hide.MINE,
        wanted=wanted,
    )
