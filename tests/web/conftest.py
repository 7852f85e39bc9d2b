"""Windows on the bundled dispatches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from browser import Open, Watched, open_windows
from web_server import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def open_browser(chromium: Browser, site: Site) -> Iterator[Open]:
    """Opens windows on the bundled dispatches, or on another server (`home`)."""
    with open_windows(chromium, site.address) as open_one:
        yield open_one


@pytest.fixture
def watched(open_browser: Open) -> Watched:
    """A window of the usual size."""
    return open_browser()
