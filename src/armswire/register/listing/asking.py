"""Filters as people write them (on the command line, in an address) and what they mean, or what is wrong with them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, overload

from armswire.errors import SettingError
from armswire.lexicon.evidence import load_evidence
from armswire.lexicon.records import ML_CATEGORIES
from armswire.model.attribution import SourceClass
from armswire.model.claim import Polarity, Stage
from armswire.model.dispute import DisputeState, DisputeType
from armswire.model.standing import Standing
from armswire.register.arrival import read_beginning
from armswire.register.characters import find_impossible
from armswire.register.listing.articles import ArticleFilter
from armswire.register.listing.claims import ClaimFilter
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.listing.facet_rows import NONE, THE_ARTICLE
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import TransferOrder
from armswire.register.listing.words import read_terms
from armswire.register.record import ReadState
from armswire.register.store import Register
from armswire.register.transfer_queries import find_horizon

E = TypeVar("E", bound=StrEnum)
F = TypeVar("F", TransferFilter, ClaimFilter, ArticleFilter, DisputeFilter)

# The day of the newest article, where a day is asked for on which something is overdue.
NOW = "now"

_A_DAY = "Give a year, a month or a day: 2023, 2023-03, 2023-03-14"


def read_filter(kind: type[F], register: Register, given: Mapping[str, Sequence[str]]) -> F:
    """The filter that is meant by the values of its fields as somebody wrote them.

    Several values of one field stand for any of them, where the filter takes several. Raises SettingError that names
    the field, the value and what it could be.
    """
    several = {field.name for field in fields(kind) if field.default == ()}
    unknown = sorted(given.keys() - {field.name for field in fields(kind)})
    if unknown:
        names = ", ".join(field.name for field in fields(kind))
        raise SettingError("nothing can be filtered by it", value=unknown[0], remedy=f"There are: {names}")
    chosen: dict[str, Any] = {}
    for name, values in given.items():
        meant = tuple(dict.fromkeys(_read(kind, register, name, value) for value in values))
        if len(meant) > 1 and name not in several:
            raise SettingError("it can have one value alone", place=name, value=list(values), remedy="Give it once")
        if meant:
            chosen[name] = meant if name in several else meant[0]
    return kind(**chosen)


@overload
def find_actor(register: Register, given: str) -> str: ...
@overload
def find_actor(register: Register, given: str | None) -> str | None: ...
def find_actor(register: Register, given: str | None) -> str | None:
    """The code of an actor given by code or name, in any case; None for None. Raises SettingError for no actor."""
    if given is None:
        return None
    wanted = given.casefold()
    for code, name in register.names.items():
        if wanted in (code.casefold(), name.casefold()):
            return code
    if given.startswith(("org:", "grp:")):
        return given
    raise SettingError(
        "no actor has this code or name",
        value=given,
        remedy="Give an ISO 3166-1 alpha-3 code, a state's name, NATO, EU, UN, or org: and a name",
    )


def read_day(given: str, *, last: bool = False) -> date:
    """The first or the last day of what is given: a year, a month, a day. Raises SettingError."""
    try:
        year, month, day = (*(int(part) for part in given.split("-")), 0, 0)[:3]
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise SettingError("that is no day", value=given, remedy=_A_DAY) from error


def read_order(given: str) -> tuple[TransferOrder, bool]:
    """By what transfers are to be sorted, and whether downwards ("-last"). Raises SettingError."""
    name = given.removeprefix("-")
    if name not in _listed(TransferOrder):
        remedy = f"Use one of: {', '.join(_listed(TransferOrder))}, with a minus before it for down"
        raise SettingError("nothing is sorted so", place="sort", value=given, remedy=remedy)
    return TransferOrder(name), given.startswith("-")


def allowed_values(kind: type[Any], field: str) -> tuple[str, ...]:
    """The values of a field that has few of them; none where any value may be right."""
    if field == "state":
        return _listed(DisputeState) if kind is DisputeFilter else _listed(ReadState)
    if field == "stage" and kind is not TransferFilter:
        return _listed(Stage)
    if field == "item":
        return (*sorted(load_evidence().families), *ML_CATEGORIES)
    return _ALLOWED.get(field, ())


def read_one_of(kind: type[E], name: str, given: str) -> E:
    """The value that is meant of those of a field; `name` is that of the field. Raises SettingError."""
    try:
        return kind(_one_of(_listed(kind), given))
    except SettingError as error:
        raise SettingError(error.problem, place=name, value=given, remedy=error.remedy) from error


def _listed(values: type[StrEnum]) -> tuple[str, ...]:
    return tuple(value.value for value in values)


_ALLOWED = {
    "stage": (*_listed(Stage), NONE),
    "standing": _listed(Standing),
    "speaker": (*_listed(SourceClass), THE_ARTICLE),
    "dispute": (*_listed(DisputeState), NONE),
    "polarity": _listed(Polarity),
    "type": _listed(DisputeType),
}


def _read(kind: type[Any], register: Register, name: str, given: str) -> Any:
    try:
        allowed = allowed_values(kind, name)
        if allowed:
            return _one_of(allowed, given)
        return _READERS.get(name, _read_text)(register, given)
    except SettingError as error:
        raise SettingError(error.problem, place=name, value=error.value, remedy=error.remedy) from error


def _one_of(allowed: Collection[str], given: str) -> str:
    if given not in allowed:
        raise SettingError("there is no such value", value=given, remedy=f"Use one of: {', '.join(allowed)}")
    return given


def _read_party(register: Register, given: str) -> str:
    return given if given == NONE else find_actor(register, given)


def _read_number(_: Register, given: str) -> int:
    if not given.isascii() or not given.isdecimal() or len(given) > 6:
        raise SettingError("that is no number", value=given, remedy="Give a whole number, 0 or more")
    return int(given)


def _read_overdue(register: Register, given: str) -> date:
    """A day, or "now": that of the newest article, since nobody can say what was reported later."""
    return find_horizon(register) or date.min if given == NOW else read_day(given, last=True)


def _read_words(_: Register, given: str) -> str:
    read_terms(given)
    return _read_text(_, given)


def _read_text(_: Register, given: str) -> str:
    if find_impossible([given]) is not None:
        raise SettingError("it holds characters that no text has", value=given, remedy="Leave them out")
    return given


_READERS: dict[str, Callable[[Register, str], Any]] = {
    **dict.fromkeys(("supplier", "recipient", "intermediary", "actor"), _read_party),
    **dict.fromkeys(("min_origins", "min_depth"), _read_number),
    "since": lambda _, given: read_day(given),
    "told_since": lambda _, given: read_day(given),
    "arrived_since": lambda _, given: read_beginning(given),
    "overdue": _read_overdue,
    "until": lambda _, given: read_day(given, last=True),
    "words": _read_words,
}
