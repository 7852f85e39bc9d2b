"""How long a browser that has just been started takes until it paints a page, and how much is sent for it.

    python benchmarks/speed/pages.py [--register demo.db] [--rounds 3] [--json]

Every measurement is a browser of its own with an empty cache, asking a server in another process that has answered
before: what the browser's Performance API tells (https://www.w3.org/TR/paint-timing/), in milliseconds after the
navigation began, and the bytes of all that was sent, compressed as they were. The median of the rounds is shown.
Without --register it is the bundled dispatches that are shown. Exit status 1 where a page is later or heavier than it
is to be.
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from armswire.register import queries
from armswire.register.listing.transfers import find_transfers
from armswire.register.store import open_register
from armswire.serving import addresses
from armswire.web.pages import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

CHROMIUM = "/usr/bin/chromium"
# What each page is to keep to.
FIRST_PAINT, WEIGHT = 1500, 600_000

_TIMES = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = Object.fromEntries(performance.getEntriesByType("paint").map((one) => [one.name, one.startTime]));
  return {
    answered: page.responseEnd, painted: paint["first-contentful-paint"] ?? paint["first-paint"] ?? null,
    ready: page.domContentLoadedEventEnd, loaded: page.loadEventEnd,
    bytes: [page, ...performance.getEntriesByType("resource")].reduce((sum, one) => sum + one.transferSize, 0),
    files: performance.getEntriesByType("resource").length,
  };
}"""
COLUMNS = ("answered", "painted", "ready", "loaded", "bytes", "files")


def paths(place: str) -> list[str]:
    """Every page, with a record of the register where a page is that of a record."""
    with open_register(place, create=False) as register:
        transfer = next(iter(find_transfers().page(register, limit=1).records))
        dispute = next(queries.list_disputes(register), None)
        known = {addresses.TRANSFERS: transfer.id, addresses.ACTORS: transfer.supplier[0].actor}
        if dispute is not None:
            known[addresses.DISPUTES] = dispute.id
        article = next(queries.list_articles(register))
        known[addresses.ARTICLES] = article.article.id
    found = []
    for page in PAGES:
        if not hasattr(page, "show"):
            continue
        # "/actors/{id:path}": an id may hold what parts an address.
        section, rest = page.path.partition("/{id")[0], page.path.partition("}")[2]
        if not rest and (section == page.path or section in known):
            found.append(section if section == page.path else f"{section}/{quote(known[section], safe='')}")
    return found


@contextmanager
def server(place: str) -> Iterator[str]:
    """The program, serving a register in a process of its own; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "armswire", "serve", "--register", place, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            _await(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def _await(port: int) -> None:
    for _ in range(300):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise SystemExit("the server did not start")


def measure(playwright: Playwright, address: str) -> dict[str, float]:
    """One cold look at a page."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    try:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address, wait_until="load")
        times: dict[str, float] = page.evaluate(_TIMES)
        # A paint is told a little after it was made. Waiting in the page itself would need what its policy forbids.
        for _ in range(100):
            if times["painted"] is not None:
                break
            page.wait_for_timeout(50)
            times = page.evaluate(_TIMES)
        return times
    finally:
        browser.close()


def main() -> int:
    """Measure every page and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", help="the register to look at")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        place = arguments.register or _make_demo(Path(folder))
        with server(place) as home:
            found: dict[str, dict[str, Any]] = {}
            for path in paths(place):
                rounds = [measure(playwright, home + path) for _ in range(arguments.rounds)]
                found[path] = {name: round(median(one[name] for one in rounds)) for name in COLUMNS}
    if arguments.json:
        print(json.dumps(found, indent=2))
    else:
        _print(found)
    return 1 if any(one["painted"] > FIRST_PAINT or one["bytes"] > WEIGHT for one in found.values()) else 0


def _make_demo(folder: Path) -> str:
    place = str(folder / "demo.db")
    command = [sys.executable, "-m", "armswire", "demo", "--quiet", "--register", place]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)
    return place


def _print(found: dict[str, dict[str, Any]]) -> None:
    width = max(map(len, found))
    print(f"{'page':<{width}}" + "".join(f"{name:>10}" for name in COLUMNS))
    for path, one in found.items():
        late = "  later than it is to be" if one["painted"] > FIRST_PAINT else ""
        heavy = "  heavier than it is to be" if one["bytes"] > WEIGHT else ""
        print(f"{path:<{width}}" + "".join(f"{one[name]:>10,}" for name in COLUMNS) + late + heavy)


if __name__ == "__main__":
    sys.exit(main())
