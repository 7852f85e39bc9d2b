"""The lines of a letter's head → outlet, title, address and day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from armswire.articles.article_text import check_characters
from armswire.articles.feeds.days import read_day


@dataclass(frozen=True, slots=True)
class Head:
    """Who sent the letter, when, and what it is called."""

    title: str | None
    outlet: str | None
    url: str | None
    day: date | None
    message_id: str | None


def read_head(told: Mapping[str, str | None], place: str) -> Head:
    """From the lines of a head. The list's name is the outlet, or else the sender's, or the host of the address.

    Raises ArticleError for characters that no text has.
    """
    for line in told.values():
        check_characters(line or "", place, "the head")
    return Head(
        title=told["subject"],
        outlet=_list_name(told["list-id"]) or told["name"] or (told["address"] or "").rpartition("@")[2] or None,
        url=_address(told["archived-at"]),
        day=read_day(told["date"]),
        message_id=(told["message-id"] or "").strip("<> ") or None,
    )


def _list_name(told: str | None) -> str | None:
    """The words before the list's own address (RFC 2919)."""
    return (told or "").partition("<")[0].strip(' "') or None


def _address(told: str | None) -> str | None:
    """The address of a web archive (RFC 5064)."""
    address = (told or "").strip("<> ")
    return address if address.startswith(("http://", "https://")) else None
