"""The first page: how much there is, and what is in dispute."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request

from armswire.lexicon.standing import load_standing
from armswire.register import queries
from armswire.register.holdings import count_holdings
from armswire.register.listing.disputes import DisputeFilter
from armswire.register.store import Register
from armswire.register.transfer_queries import find_horizon
from armswire.web import addresses
from armswire.web.page import Page, ReadingPage
from armswire.web.views.disputes import view_lines

# Open disputes that are shown; the section shows all.
_SHOWN = 8


def show(register: Register, _request: Request) -> Page:
    """The overview."""
    disputes = list(view_lines(islice(queries.list_disputes(register, DisputeFilter(state="open")), _SHOWN + 1)))
    return Page(
        title="Overview",
        template="overview.html.j2",
        shown={
            "holdings": count_holdings(register),
            "known_until": find_horizon(register),
            "disputes": disputes[:_SHOWN],
            "has_more": len(disputes) > _SHOWN,
            "standings": load_standing().standings,
        },
        section=addresses.OVERVIEW,
    )


PAGES = (ReadingPage(addresses.OVERVIEW, show),)
