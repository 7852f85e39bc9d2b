"""The register as one page that needs nothing else: no network, no scripts, for a browser or a printer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, TextIO

from armswire.model.entry import Entry, EntryField, find_entry
from armswire.model.ranges import describe_dates, describe_range
from armswire.model.transfer import SupportedActor, SupportedItem, Transfer
from armswire.register import queries
from armswire.register.listing.claims import ClaimFilter
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.phrasing import actor_name, describe_depth, describe_item
from armswire.register.routes.parts import PART_NAMES
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register
from armswire.wording.articles import say_unread
from armswire.wording.versions import say_edited_away

if TYPE_CHECKING:
    from jinja2 import Environment

# Of a claim's id, where a link leads to the whole of it; `armswire show` finds a claim by as much.
SHOWN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class TransferView:
    """A transfer with everything that its part of the page shows."""

    transfer: Transfer
    claims: tuple[ClaimRecord, ...]
    disputes: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as a claim refers to it."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None
    copy_of: str | None
    retells: tuple[str, ...]
    unread: str | None


@dataclass(frozen=True, slots=True)
class HtmlReport:
    """One self-contained page of the whole register."""

    name: str = "html"
    about: str = "one page for the browser, with every claim's words and whose word it is"
    suffix: str = ".html"

    def write(self, register: Register, out: TextIO) -> int:
        """Write the page piece by piece and return the number of transfers on it. Raises RegisterError."""
        style = (resources.files(__package__) / "html_report.css").read_text("utf-8")
        template = _environment(register).get_template("html_report.html.j2")
        counts = queries.count(register)
        articles = {view.id: view for view in _articles(register)}
        pieces = template.generate(
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            counts=counts,
            articles=articles,
            transfers=lambda: queries.list_transfers(register),
            views=lambda: _views(register),
            disputes=lambda: queries.list_disputes(register),
            loose=[record for record in queries.list_claims(register) if record.transfer is None],
            positions=lambda: queries.list_positions(register),
        )
        for piece in pieces:
            out.write(piece)
        return counts.transfers


def _environment(register: Register) -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("armswire.exports.formats", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Callable[..., str | None]] = {
        "name": lambda code: actor_name(code, register.names),
        "names": lambda actors: _names(actors, register),
        "edited_away": say_edited_away,
        "interval": lambda dates: "" if dates is None else describe_dates(dates),
        "hand": describe_depth,
        "part": lambda part: PART_NAMES[part],
        "items": _items,
        "sums": _sums,
        "safe_address": _safe_address,
        "short": lambda id_: id_[: len("claim-") + SHOWN_DIGITS],
    }
    environment.filters.update(filters)
    return environment


def _views(register: Register) -> Iterator[TransferView]:
    for transfer in queries.list_transfers(register):
        yield TransferView(
            transfer=transfer,
            claims=tuple(queries.list_claims(register, ClaimFilter(transfer=transfer.id))),
            disputes=tuple(queries.list_disputes(register, DisputeFilter(transfer=transfer.id))),
        )


def _articles(register: Register) -> Iterator[ArticleView]:
    """All articles without their texts."""
    for record in queries.list_articles(register):
        article = record.article
        yield ArticleView(
            id=article.id,
            outlet=article.outlet,
            title=article.title,
            published=None if article.published is None else article.published.isoformat(),
            url=article.url,
            copy_of=record.copy_of,
            retells=record.retells,
            unread=say_unread(record),
        )


def _names(actors: tuple[SupportedActor, ...] | tuple[str, ...], register: Register) -> str:
    codes = [actor.actor if isinstance(actor, SupportedActor) else actor for actor in actors]
    return ", ".join(actor_name(code, register.names) for code in codes)


def _items(transfer: Transfer) -> str:
    """What is transferred; uncertain numbers in brackets, those delivered before those ordered."""
    return "; ".join(
        _item(item, find_entry(transfer.entries, EntryField.NUMBER_DELIVERED, place)
              or find_entry(transfer.entries, EntryField.NUMBER_ORDERED, place))
        for place, item in enumerate(transfer.items)
    )  # fmt: skip


def _sums(transfer: Transfer) -> str:
    """What it is said to be worth; uncertain sums in brackets."""
    return "; ".join(entry.shown for entry in transfer.entries if entry.field is EntryField.VALUE)


def _item(item: SupportedItem, number: Entry | None) -> str:
    told, words = item.item, describe_item(item.item)
    if told.quantity is None:
        return words
    amount = describe_range(told.quantity.min, told.quantity.max, approximate=False)
    if number is not None and number.doubts:
        amount = f"({amount})"
    unit = told.quantity.unit
    counted = "" if unit is None or unit.casefold() in words.casefold() else f" {unit} of"
    return f"{amount}{counted} {words}"


def _safe_address(address: str | None) -> str | None:
    """An address that a click may follow; others ("javascript:") are shown as text only."""
    return address if address is not None and address.lower().startswith(("https://", "http://")) else None
