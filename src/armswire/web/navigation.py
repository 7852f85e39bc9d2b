"""The sections that the head of every page leads to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from armswire.serving import addresses


@dataclass(frozen=True, slots=True)
class Section:
    """An entry of the navigation."""

    name: str
    address: str


# In the order in which a day's work goes.
SECTIONS = (
    Section("Overview", addresses.OVERVIEW),
    Section("Register", addresses.TRANSFERS),
    Section("Disputes", addresses.DISPUTES),
    Section("Actors", addresses.ACTORS),
    Section("Articles", addresses.ARTICLES),
    Section("Review", addresses.REVIEW),
    Section("How well it reads", addresses.QUALITY),
)


def sections_of(paths: Collection[str]) -> tuple[Section, ...]:
    """The sections for which there is a page."""
    return tuple(section for section in SECTIONS if section.address in paths)
