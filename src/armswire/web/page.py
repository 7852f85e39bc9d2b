"""What a page is: the contract between `pages/`, which decide what is told, and `application.py`, which answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from armswire.register.store import Register


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be laid out: a template of `templates/`, and by which names it finds what it shows.

    `section` is the address of the entry in the navigation that leads here. `is_private` keeps it out of every cache:
    for pages with forms that change something. `headers` are those of this page besides what every answer has.
    """

    title: str
    template: str
    shown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    section: str = ""
    status: int = 200
    is_private: bool = False
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


# A page that reads gets the register and the request; one that writes gets what was sent besides. They run in threads.
Read = Callable[[Register, Request], Page | Response]
Write = Callable[[Register, Request, FormData], Page | Response]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A page that shows what is in the register, at an address (`/disputes/{id}`).

    `is_fixed` says that the same address shows the same to the same reader as long as nobody writes to the register and
    the day is the same, so that a browser need not fetch it again: not so where a page looks at the clock.
    """

    path: str
    show: Read
    is_fixed: bool = True


@dataclass(frozen=True, slots=True)
class WritingPage:
    """Where a form is sent that changes the register."""

    path: str
    act: Write


@dataclass(frozen=True, slots=True)
class KeepingPage:
    """Where a form is sent that changes only what the browser keeps."""

    path: str
    act: Write


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be kept, however long: `name` is what a browser calls it.

    `write` gives a part of it and where the next part begins: None for the first part, and after the last one. Each
    part may be asked for with another register of the same place, so that a slow reader keeps none from others.
    """

    name: str
    media_type: str
    write: Callable[[Register, str | None], tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class DownloadPage:
    """Where a file is; what is wrong with an address is told before the first part is sent."""

    path: str
    begin: Callable[[Register, Request], Download]


PageRoute = ReadingPage | WritingPage | KeepingPage | DownloadPage
