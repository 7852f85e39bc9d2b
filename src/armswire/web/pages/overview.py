"""The first page: pictures of what there is, which narrow it, and what is in dispute."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from starlette.requests import Request

from armswire.lexicon.standing import load_standing
from armswire.model.dispute import Dispute, DisputeState
from armswire.register.holdings import count_holdings
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.listing.facets import count_transfers
from armswire.register.listing.transfer_filter import TransferFilter, select_ids
from armswire.register.listing.transfers import find_transfers
from armswire.register.store import Register
from armswire.register.transfer_queries import find_horizon
from armswire.web import addresses
from armswire.web.narrowing import read_asked, read_choice, view_chips
from armswire.web.page import Page, ReadingPage
from armswire.web.picturing import OF_PICTURES, draw_pictures
from armswire.web.views.disputes import view_lines
from armswire.web.views.transfers import view_line

# Open disputes, and transfers that fit, that are shown; their sections show all.
_SHOWN = 8
_OPEN = DisputeState.OPEN.value


def show(register: Register, request: Request) -> Page:
    """The overview of the transfers that the address asks for. Raises SettingError for what cannot be meant."""
    asked = read_asked(request.query_params)
    wanted = read_choice(register, asked, OF_PICTURES)
    chosen = None if wanted.is_empty else select_ids(wanted)
    if wanted.is_empty:
        disputes = register.remember("first open disputes", lambda: _first_open(register))
    else:
        disputes = _open_among(register, wanted)
    fitting = () if wanted.is_empty else find_transfers(wanted).page(register, limit=_SHOWN).records
    return Page(
        title="Overview",
        template="overview.html.j2",
        shown={
            "holdings": count_holdings(register),
            "known_until": find_horizon(register),
            "chips_set": view_chips(asked, register.names, OF_PICTURES),
            "pictures": draw_pictures(register, asked, chosen),
            "fitting": None if wanted.is_empty else count_transfers(register, wanted),
            "transfers": [view_line(transfer, register.names) for transfer in fitting],
            "query": urlencode([(name, value) for name, value in asked if name not in OF_PICTURES]),
            "disputes": list(view_lines(disputes[:_SHOWN])),
            "has_more": len(disputes) > _SHOWN,
            "standings": load_standing().standings,
        },
        section=addresses.OVERVIEW,
    )


def _first_open(register: Register) -> tuple[Dispute, ...]:
    return find_disputes(DisputeFilter(state=_OPEN)).page(register, None, _SHOWN + 1).records


def _open_among(register: Register, wanted: TransferFilter) -> tuple[Dispute, ...]:
    """Of the transfers that fit, in their order."""
    disputed = find_transfers(replace(wanted, dispute=(_OPEN,))).page(register, limit=_SHOWN + 1).records
    about = [DisputeFilter(state=_OPEN, transfer=transfer.id) for transfer in disputed]
    return tuple(dispute for one in about for dispute in find_disputes(one).stream(register))


PAGES = (ReadingPage(addresses.OVERVIEW, show),)
