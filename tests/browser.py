"""A real Chromium that looks at the pages, and fails a test in which a page did what no page may do."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

# Debian's package; the browser that Playwright would fetch is wanted nowhere.
CHROMIUM = "/usr/bin/chromium"


@dataclass
class Watched:
    """A page of the browser, and what was wrong with it; `allowed` are parts of messages that are no faults here."""

    page: Page
    home: str
    allowed: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        # Chromium tells violations of the Content-Security-Policy as errors.
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text}")

    def _see(self, request: Request) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in ("data", "blob", "about") and f"{asked.scheme}://{asked.netloc}" != self.home:
            self.faults.append(f"request to elsewhere: {request.url}")

    def check(self) -> None:
        """Fails where something was wrong."""
        left = [fault for fault in self.faults if not any(part in fault for part in self.allowed)]
        assert left == []

    def go(self, path: str) -> Page:
        """Go to a page of the site; its scripts have begun."""
        self.page.goto(self.home + path)
        return self.page


Open = Callable[..., Watched]


@contextmanager
def run_chromium() -> Iterator[Browser]:
    """The browser; the test is left out, and says why, where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="without Playwright")
    if shutil.which(CHROMIUM) is None:
        pytest.skip(f"without Chromium: there is no {CHROMIUM}")
    with playwright.sync_playwright() as running:
        # Root, as whom CI runs, may use it without a sandbox alone; nothing but our own pages is opened.
        browser = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def open_windows(chromium: Browser, home: str | None) -> Iterator[Open]:
    """Opens new windows, each with cookies of its own: `width`, `scheme` ("light", "dark"), `scripts` (False for none),
    `home` (another server). What was wrong in any of them fails at the end of the block."""
    opened: list[Watched] = []
    usual = home

    def open_one(*, width: int = 1280, scheme: str = "light", scripts: bool = True, home: str | None = None) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=scripts
        )
        context.set_default_timeout(10_000)
        opened.append(Watched(context.new_page(), home or usual or "about:blank"))
        return opened[-1]

    yield open_one
    for watched in opened:
        watched.page.context.close()
    for watched in opened:
        watched.check()
