"""Somebody who uses the pages in a browser, with a mouse or with nothing but keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import parse_qs, urlsplit

from browser import Watched
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page


class Hand(Protocol):
    """How somebody presses and writes."""

    def press(self, what: Locator) -> None:
        """Press a link, a button, a box or a summary."""

    def write(self, where: Locator, words: str) -> None:
        """Put words into a field, in place of what is there."""

    def choose(self, where: Locator, words: str) -> None:
        """Choose one of a list by its words."""


class Mouse:
    """Points and clicks."""

    def press(self, what: Locator) -> None:
        what.click()

    def write(self, where: Locator, words: str) -> None:
        where.click()
        where.press("ControlOrMeta+a")
        where.page.keyboard.type(words)

    def choose(self, where: Locator, words: str) -> None:
        # The list is drawn by the system, where no test can point.
        where.select_option(label=words)


class Keys:
    """Goes on with the Tab key, from where the focus is, and sees at each stop where that is."""

    def press(self, what: Locator) -> None:
        self._go_to(what)
        is_box = what.evaluate("one => one.matches('[type=checkbox], [type=radio]')")
        what.page.keyboard.press("Space" if is_box else "Enter")

    def write(self, where: Locator, words: str) -> None:
        self._go_to(where)
        where.page.keyboard.press("ControlOrMeta+a")
        where.page.keyboard.type(words)

    def choose(self, where: Locator, words: str) -> None:
        self._go_to(where)
        where.page.keyboard.type(words)
        expect(where.locator("option:checked")).to_have_text(words)

    @staticmethod
    def _go_to(what: Locator) -> None:
        wanted = what.element_handle()
        for _ in range(what.page.locator("a, button, input, select, textarea, summary, [tabindex]").count() + 5):
            if wanted.evaluate("one => one === document.activeElement"):
                assert wanted.evaluate("one => getComputedStyle(one).outlineStyle") != "none", f"no focus seen: {what}"
                return
            what.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key never comes to {what}")


HANDS: dict[str, Hand] = {"mouse": Mouse(), "keys": Keys()}


@dataclass(frozen=True)
class Person:
    """Somebody at a window of their own."""

    watched: Watched
    hand: Hand

    @property
    def page(self) -> Page:
        """What is before them."""
        return self.watched.page

    @property
    def address(self) -> str:
        """The address of it, without the host."""
        asked = urlsplit(self.page.url)
        return asked.path + (f"?{asked.query}" if asked.query else "")

    @property
    def query(self) -> dict[str, list[str]]:
        """The filters in the address."""
        return parse_qs(urlsplit(self.page.url).query)

    def opens(self, address: str) -> None:
        """Type an address."""
        self.watched.go(address)

    def goes_to(self, section: str) -> None:
        """Choose a section in the head of the page."""
        self.follows(self.page.get_by_role("navigation", name="Sections").get_by_role("link", name=section, exact=True))
        expect(self.page.locator("nav.sections [aria-current]")).to_have_text(section)

    def presses(self, what: Locator) -> None:
        """Press what does not lead away."""
        self.hand.press(what)

    def follows(self, what: Locator) -> None:
        """Press what leads to another page, or to another place of this one."""
        with self.page.expect_navigation():
            self.hand.press(what)

    def writes(self, where: Locator, words: str) -> None:
        """Fill in a field."""
        self.hand.write(where, words)

    def saves(self, what: Locator, folder: Path) -> Path:
        """Press what gives a file, and keep that."""
        with self.page.expect_download() as download:
            self.hand.press(what)
        kept = folder / download.value.suggested_filename
        download.value.save_as(kept)
        return kept

    def sees(self, what: Locator) -> str:
        """The words of something that is before their eyes; fails where it is not."""
        expect(what).to_be_in_viewport()
        return what.inner_text()

    # The register.

    def ticks(self, facet: str, value: str) -> None:
        """Narrow the register by a value."""
        if not (box := self.page.get_by_role("group", name=facet).get_by_role("checkbox", name=value)).is_visible():
            self.presses(self.page.get_by_text("Filters and order"))
        self.follows(box)

    def searches_for(self, words: str) -> None:
        """Narrow the register by words."""
        field = self.page.get_by_label("Words in the reports")
        self.writes(field, words)
        with self.page.expect_navigation():
            field.press("Enter")

    def row(self, words: str) -> Locator:
        """The transfer of the register whose row has these words."""
        return self.page.locator("table.trade tbody[id]").filter(has_text=re.compile(re.escape(words)))

    def rows(self) -> list[str]:
        """The transfers that are shown, by their ids."""
        return list(self.page.eval_on_selector_all("table.trade tbody[id]", "found => found.map(one => one.id)"))

    def number_found(self) -> int:
        """How many transfers the page says that it found."""
        return int(self.page.locator("#found").inner_text().split()[0].replace(",", ""))

    def opens_row(self, words: str) -> str:
        """Open the transfer whose row has these words; gives its id."""
        row = self.row(words)
        name = str(row.get_attribute("id"))
        self.follows(row.locator("td.c-description a[href^='/transfers/']").first)
        expect(self.page.locator(".kicker .id")).to_have_text(name)
        return name

    # The review.

    def says_who(self, name: str) -> None:
        """Give one's name on the page Review."""
        self.goes_to("Review")
        self.writes(self.page.locator("#name"), name)
        self.follows(self.page.get_by_role("button", name="Take it"))
        expect(self.page.locator(".whoami strong")).to_have_text(name)

    def takes_in_hand(self, record: str) -> None:
        """Go from the page of a transfer or a dispute to its review."""
        self.follows(self.page.get_by_role("link", name="Review it"))
        expect(self.page.locator(".desk")).to_have_attribute("data-item", re.compile(record))

    def makes_of_it(self, act: str) -> Locator:
        """Open what one can do with the claim in hand; gives its form."""
        form = self.page.locator(f"#act-{act}")
        self.presses(form.locator("summary"))
        return form

    def because(self, form: Locator, why: str, button: str) -> None:
        """Give the reason for a judgement and hand it in."""
        self.writes(form.get_by_label("Why"), why)
        self.follows(form.get_by_role("button", name=button))

    def undoes(self) -> None:
        """Take back the last step."""
        self.goes_to("Review")
        self.follows(self.page.locator(".steps-list li").first.get_by_role("button"))
        expect(self.page.locator(".done")).to_contain_text("Withdrew")
