"""What is to be watched, as a person writes it: a TOML file."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator, model_validator

from armswire.errors import FetchError, InputError
from armswire.fetching.addresses import read_address
from armswire.watching.turns import LEAST_DELAY

_UNITS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604_800}
_INTERVAL = re.compile(rf"\s*(\d+)?\s*({'|'.join(_UNITS)})s?\s*")
_CONTACT = re.compile(r"https?://\S|\S@\S")
# More often is no politeness, whoever asks; more seldom is no watching.
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=31)


def read_interval(told: object) -> timedelta:
    """ "10 minutes", "hour", "1 day". Raises ValueError for anything else."""
    if isinstance(told, timedelta):
        return told
    found = _INTERVAL.fullmatch(told.lower()) if isinstance(told, str) else None
    if found is None:
        raise ValueError("give a number and a unit, like '10 minutes', '1 hour' or '1 day'")
    seconds = int(found[1] or 1) * _UNITS[found[2]]
    if not SHORTEST.total_seconds() <= seconds <= LONGEST.total_seconds():
        raise ValueError("give an interval from 1 minute to 31 days")
    return timedelta(seconds=seconds)


Interval = Annotated[timedelta, BeforeValidator(read_interval)]


class Kind(StrEnum):
    """What stands at an address, and so how it is asked."""

    FEED = "feed"  # RSS, Atom or JSON Feed
    SITEMAP = "sitemap"  # a news sitemap, or an index of some
    PAGE = "page"  # one article, which may change


class Fetching(StrEnum):
    """Whether the page behind an entry is fetched."""

    AUTO = "auto"  # where the entry has no whole text
    ALWAYS = "always"
    NEVER = "never"


class Source(BaseModel):
    """One feed, site or page. `outlet` and `language` stand in where an article does not tell them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    url: str
    every: Interval
    outlet: str | None = None
    language: str | None = Field(None, pattern="^[a-z]{2,3}$")
    pages: Fetching = Fetching.AUTO

    @field_validator("url")
    @classmethod
    def _is_address(cls, url: str) -> str:
        try:
            return read_address(url).url
        except FetchError as error:
            raise ValueError(f"{error.problem}; {error.remedy[0].lower()}{error.remedy[1:]}") from error


class Plan(BaseModel):
    """What to watch, in the order of the file. `agent` says who asks and whom to tell when it asks too much.

    `allow_hosts` may be in a private network; `keep` is a folder into which all that is fetched goes as WARC.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    agent: str = Field(min_length=3, max_length=200, pattern=r"^[\x20-\x7e]+$")
    every: Interval = timedelta(minutes=30)
    pause: float = Field(LEAST_DELAY, ge=0, le=60, description="Seconds between two requests to one host.")
    allow_hosts: frozenset[str] = frozenset()
    keep: Path | None = None
    sources: tuple[Source, ...] = Field(alias="source", min_length=1)

    @field_validator("agent")
    @classmethod
    def _tells_whom_to_ask(cls, agent: str) -> str:
        if _CONTACT.search(agent) is None:
            raise ValueError("say where you can be reached, like 'Harbour Desk (desk@harbour.example)'")
        return agent

    @model_validator(mode="before")
    @classmethod
    def _give_intervals(cls, told: Any) -> Any:
        if isinstance(told, dict) and isinstance(told.get("source"), list):
            every = told.get("every", "30 minutes")
            sources = [{"every": every, **one} if isinstance(one, dict) else one for one in told["source"]]
            return {**told, "source": sources}
        return told

    @model_validator(mode="after")
    def _has_each_once(self) -> Plan:
        seen: set[str] = set()
        for source in self.sources:
            if source.url in seen:
                raise ValueError(f"{source.url} stands there twice")
            seen.add(source.url)
        return self


def read_plan(path: Path) -> Plan:
    """The plan in a file. Raises InputError that names the file, the key and the value."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", place=str(path), remedy="Check the name") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"no TOML: {error}", place=str(path), remedy="Mend that line (https://toml.io)") from error
    try:
        return Plan.model_validate(told)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
        raise InputError(
            first["msg"].removeprefix("Value error, "),
            place=f"{path}, {key}" if key else str(path),
            value=None if isinstance(first.get("input"), dict) else first.get("input"),
            remedy="See docs/how-to/watch.md",
        ) from error
