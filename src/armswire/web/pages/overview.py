"""The first page: how much there is, and what is in dispute."""

from __future__ import annotations

from starlette.requests import Request

from armswire.lexicon.standing import load_standing
from armswire.model.dispute import Dispute, DisputeState
from armswire.register.holdings import count_holdings
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.listing.paging import Page as Listed
from armswire.register.store import Register
from armswire.register.transfer_queries import find_horizon
from armswire.web import addresses
from armswire.web.page import Page, ReadingPage
from armswire.web.views.disputes import view_lines

# Open disputes that are shown; the section shows all.
_SHOWN = 8


def show(register: Register, _request: Request) -> Page:
    """The overview."""
    disputes = register.remember("first open disputes", lambda: _first_open(register))
    return Page(
        title="Overview",
        template="overview.html.j2",
        shown={
            "holdings": count_holdings(register),
            "known_until": find_horizon(register),
            "disputes": list(view_lines(disputes.records)),
            "has_more": disputes.next is not None,
            "standings": load_standing().standings,
        },
        section=addresses.OVERVIEW,
    )


def _first_open(register: Register) -> Listed[Dispute]:
    return find_disputes(DisputeFilter(state=DisputeState.OPEN.value)).page(register, None, _SHOWN)


PAGES = (ReadingPage(addresses.OVERVIEW, show),)
