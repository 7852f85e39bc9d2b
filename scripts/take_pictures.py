"""Take the pictures of docs/tour.md: every page over the samples, light and dark, wide and narrow.

    python scripts/take_pictures.py [--chromium /usr/bin/chromium]

The samples are read into a register of their own, which is served and looked at; nothing else is touched.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Browser, sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
PORT = 8178
HOME = f"http://127.0.0.1:{PORT}"
# Width, height, colours, and what the picture is called besides the page.
VIEWS = (
    (1280, 900, "light", "light"),
    (1280, 900, "dark", "dark"),
    (360, 720, "light", "small"),
    (360, 720, "dark", "small-dark"),
)
PATIENCE = 120.0


def main() -> None:
    """Read, serve, look, keep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    arguments = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _serving(Path(folder)), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=arguments.chromium, args=["--no-sandbox"])
        for name, path in _pages().items():
            for view in VIEWS:
                print(_take(browser, name, path, *view))
        browser.close()


def _pages() -> dict[str, str]:
    """The pages by name, each with the address of one that has much to show."""
    told = _ask("/transfers?dispute=open&sort=-origins&limit=1")["records"][0]
    claim = _ask(f"/claims?transfer={told['id']}&limit=1")["records"][0]
    return {
        "overview": "/",
        "register": "/transfers",
        "transfer": f"/transfers/{told['id']}",
        "dispute": f"/disputes/{_ask('/disputes?state=open&limit=1')['records'][0]['id']}",
        "actor": f"/actors/{told['supplier'][0]['actor']}",
        "article": f"/articles/{claim['document']}",
        "review": "/review?need=disputed",
        "quality": "/quality",
    }


def _take(browser: Browser, name: str, path: str, width: int, height: int, colours: str, called: str) -> Path:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=cast(Any, colours), reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(HOME + path, wait_until="networkidle")
    kept = FOLDER / f"{name}-{called}.png"
    page.screenshot(path=kept)
    context.close()
    return kept


@contextmanager
def _serving(folder: Path) -> Iterator[None]:
    """Inside, the samples are served from a home of their own."""
    place = str(folder / "samples.db")
    own = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    program = [sys.executable, "-m", "armswire"]
    subprocess.run([*program, "demo", "--register", place], check=True, env=own, stdout=subprocess.DEVNULL)
    server = subprocess.Popen([*program, "serve", "--register", place, "--port", str(PORT)], env=own)
    try:
        _wait(server)
        yield
    finally:
        server.terminate()
        server.wait()


def _wait(server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            urllib.request.urlopen(f"{HOME}/healthz").close()
            return
        except OSError:
            if server.poll() is not None or time.monotonic() > until:
                sys.exit(f"nothing answers at {HOME}: is the port taken?")
            time.sleep(0.2)


def _ask(path: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"{HOME}/api/v1{path}") as answer:
        return cast(dict[str, Any], json.load(answer))


if __name__ == "__main__":
    main()
