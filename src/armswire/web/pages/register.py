"""The register: all transfers as a table, narrowed and sorted as the address says, and the same for spreadsheets."""

from __future__ import annotations

import io
from dataclasses import dataclass, fields

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.exports.formats.csv_table import write_heading, write_rows
from armswire.register.listing.asking import read_filter, read_order
from armswire.register.listing.facets import count_facets, count_transfers
from armswire.register.listing.paging import MOST
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import TransferOrder, find_transfers
from armswire.register.store import Register
from armswire.serving import addresses
from armswire.web.page import Download, DownloadPage, Page, ReadingPage
from armswire.web.views.register.facets import view_facets
from armswire.web.views.register.rows import view_heads, view_rows
from armswire.web.views.register.state import CURSOR, SORT, State, group_asked, tell_filter, view_chips
from armswire.wording.filters import LABELS, say_filter

# Transfers on a page.
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Loosening:
    """What to let go of where nothing fits: in words, the address without it, and how many there are then."""

    words: str
    address: str
    number: int


def show(register: Register, request: Request) -> Page | Response:
    """The transfers that the address asks for. Raises SettingError for a value that it cannot have."""
    state = _read_state(register, request)
    if any(not value.strip() for _, value in request.query_params.multi_items()):
        # A form sends its empty fields too: the address that one copies has what is set alone.
        return RedirectResponse(state.address, status_code=303)
    page = find_transfers(state.wanted, state.order, is_down=state.is_down).page(register, state.cursor, _SHOWN)
    number = count_transfers(register, state.wanted)
    return Page(
        title="Register",
        template="register.html.j2",
        shown={
            "state": state,
            "number": number,
            "rows": list(view_rows(page.records, register.names)),
            "heads": view_heads(state),
            "facets": view_facets(count_facets(register, state.wanted), state, register.names),
            "labels": LABELS,
            "orders": _ORDERS,
            "chips_set": view_chips(state, register.names),
            "loosenings": _loosen(register, state) if not number else [],
            "first": state.beginning_at(None).address if state.cursor is not None else None,
            "next": None if page.next is None else state.beginning_at(page.next).address,
        },
        section=addresses.TRANSFERS,
    )


def download(register: Register, request: Request) -> Download:
    """All transfers that the address asks for, as a table. Raises SettingError for a value that it cannot have."""
    state = _read_state(register, request)
    listing = find_transfers(state.wanted, state.order, is_down=state.is_down)

    def write(register: Register, cursor: str | None) -> tuple[str, str | None]:
        portion = listing.page(register, cursor, MOST)
        out = io.StringIO(newline="")
        if cursor is None:
            write_heading(out)
        write_rows(portion.records, register.names, out)
        return out.getvalue(), portion.next

    return Download("armswire-transfers.csv", "text/csv; charset=utf-8; header=present", write)


def _read_state(register: Register, request: Request) -> State:
    asked = group_asked(request.query_params.multi_items())
    # Of what can be said once, the last holds, as in any form.
    sort, cursor = asked.pop(SORT, [""])[-1], asked.pop(CURSOR, [None])[-1]
    order, is_down = read_order(sort or TransferOrder.USUAL.value)
    return State(read_filter(TransferFilter, register, asked), order, is_down, cursor)


def _loosen(register: Register, state: State) -> list[Loosening]:
    """The filters without any one of which something fits, the most first."""
    found = []
    for name in (field.name for field in fields(state.wanted) if getattr(state.wanted, field.name) not in ((), None)):
        wider = state.without(name)
        number = count_transfers(register, wider.wanted)
        if number:
            told = [value for one, value in tell_filter(state.wanted) if one == name]
            words = say_filter(name, told[0], register.names) if len(told) == 1 else LABELS[name]
            found.append(Loosening(words, wider.address, number))
    return sorted(found, key=lambda one: -one.number)


# What the table can be sorted by, where its heads do not say it: in words, for the list beside the filters.
_ORDERS = {
    "": "usual, the earliest first",
    "first": "first step, earliest first",
    "-last": "latest step, newest first",
    "last": "latest step, oldest first",
    "-origins": "origins, most first",
    "supplier": "supplier",
    "recipient": "recipient",
    "item": "kind of arms",
}


PAGES = (ReadingPage(addresses.TRANSFERS, show), DownloadPage(addresses.TRANSFERS_TABLE, download))
