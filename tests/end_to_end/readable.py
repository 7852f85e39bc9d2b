"""What keeps somebody from reading a page: measured in the page as it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# What differs between light and dark.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# Lines of more than this are hard to read; tables and headings are no running text.
WIDEST = 1000

# What stands out of the window, and is in nothing that can be scrolled or that hides it on purpose; and running text in
# lines that are too long.
_LAYOUT = """(widest) => {
  const faults = [];
  const name = (one) => `${one.tagName.toLowerCase()}.${one.className.baseVal ?? one.className} "${one.textContent.trim().slice(0, 60)}"`;
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    faults.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${width}`);
  }
  const isHeld = (one) => {
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== "visible") return true;
    }
    return false;
  };
  for (const one of document.querySelectorAll("body *:not(.skip)")) {
    if (one.closest("svg") && one.tagName !== "svg") continue;
    const look = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || look.visibility === "hidden" || isHeld(one)) continue;
    if (box.right > width + 1 || box.left < -1) faults.push(`out of the window: ${name(one)}`);
    if (one.matches("p, blockquote, dd") && box.width > widest && one.textContent.trim().length > 200) {
      faults.push(`lines of ${Math.round(box.width)} px: ${name(one)}`);
    }
  }
  return faults;
}"""


def find_faults(page: Page) -> list[str]:
    """What is wrong with a page for somebody: rules of WCAG 2.2 AA that it breaks, and what does not fit the window."""
    return [*find_misfits(page), *_break(page, AXE)]


def find_faint(page: Page) -> list[str]:
    """What cannot be told from its ground: the rules that look at colours, for the other colours of a page."""
    return _break(page, COLOURS)


def find_misfits(page: Page) -> list[str]:
    """What does not fit the window."""
    faults: list[str] = page.evaluate(_LAYOUT, WIDEST)
    return faults


def _break(page: Page, rules: dict[str, object]) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    # The Content-Security-Policy keeps the page from running what is not ours, and so axe comes by the debugger.
    found = Axe().run(page, options=rules)
    return [found.generate_report()] if found.violations_count else []
