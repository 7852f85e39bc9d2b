"""How well the installed version reads, as it was measured."""

from __future__ import annotations

from starlette.requests import Request

from armswire.register.store import Register
from armswire.scoring.report import make_report
from armswire.serving import addresses
from armswire.web.page import Page, ReadingPage


def show(_register: Register, _request: Request) -> Page:
    """All measured figures."""
    return Page("How well it reads", "quality.html.j2", {"report": make_report()}, section=addresses.QUALITY)


PAGES = (ReadingPage(addresses.QUALITY, show),)
