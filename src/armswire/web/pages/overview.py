"""The first page: pictures of what there is, which narrow it, and what is in dispute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.lexicon.standing import load_standing
from armswire.model.dispute import Dispute, DisputeState
from armswire.model.transfer import Transfer
from armswire.register.holdings import count_holdings
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.listing.facets import count_transfers
from armswire.register.listing.fitting import select_ids
from armswire.register.listing.overdue import find_overdue
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import find_transfers
from armswire.register.news import find_arrived_since, find_last_arrival, find_published_since
from armswire.register.store import Register
from armswire.register.transfer_queries import find_horizon
from armswire.serving import addresses
from armswire.web.narrowing import read_asked, read_choice, view_chips
from armswire.web.page import KeepingPage, Page, ReadingPage
from armswire.web.picturing import OF_PICTURES, draw_pictures
from armswire.web.stories import tell_stories
from armswire.web.views.news import NewsView, first_new_day, view_arrived, view_overdue, view_published
from armswire.web.views.register.state import tell_filter
from armswire.web.views.transfers import view_line
from armswire.web.visits import COOKIE, Mark, Visit, begin_visit, look
from armswire.wording.languages import say_unread_languages

# New articles, and overdue promises, that are shown.
_NEW, _OVERDUE = 6, 6
# Open disputes, and transfers that fit, that are shown; their sections show all.
_SHOWN = 8
_OPEN = DisputeState.OPEN.value


def show(register: Register, request: Request) -> Page:
    """The overview of the transfers that the address asks for. Raises SettingError for what cannot be meant."""
    asked = read_asked(request.query_params)
    wanted = read_choice(register, asked, OF_PICTURES)
    chosen = None if wanted.is_empty else select_ids(register, wanted)
    known_until = find_horizon(register)
    visit = None
    if wanted.is_empty:
        disputes = register.remember("first open disputes", lambda: _first_open(register))
        visit = _visit(register, request)
    else:
        disputes = _open_among(register, wanted)
    late = replace(wanted, overdue=known_until) if wanted.overdue is None else wanted
    number_overdue, overdue = (
        register.remember("overdue", lambda: _find_overdue(register, late))
        if wanted.is_empty
        else _find_overdue(register, late)
    )
    fitting = () if wanted.is_empty else find_transfers(wanted).page(register, limit=_SHOWN).records
    return Page(
        title="Overview",
        template="overview.html.j2",
        shown={
            "holdings": (holdings := count_holdings(register)),
            "unread": say_unread_languages(holdings.unread) if holdings.unread else None,
            "known_until": known_until,
            "news": None if visit is None else _tell_news(register, visit, known_until),
            "overdue": [] if known_until is None else list(view_overdue(overdue, register.names, known_until)),
            "number_overdue": number_overdue,
            "all_overdue": f"{addresses.TRANSFERS}?{urlencode(tell_filter(late))}",
            "chips_set": view_chips(asked, register.names, OF_PICTURES),
            "pictures": draw_pictures(register, asked, chosen),
            "fitting": None if wanted.is_empty else count_transfers(register, wanted),
            "transfers": [view_line(transfer, register.names) for transfer in fitting],
            "query": urlencode([(name, value) for name, value in asked if name not in OF_PICTURES]),
            "disputes": tell_stories(register, disputes[:_SHOWN]),
            "has_more": len(disputes) > _SHOWN,
            "standings": load_standing().standings,
        },
        section=addresses.OVERVIEW,
        headers={} if visit is None else {"Set-Cookie": visit.header},
    )


def mark_seen(register: Register, request: Request, form: FormData) -> Response:
    """What was shown counts as seen from now on."""
    visit = _visit(register, request)
    seen = Mark.read(str(form.get("mark", ""))) or visit.now
    return RedirectResponse(addresses.OVERVIEW, 303, {"Set-Cookie": visit.marked(seen).header})


def _visit(register: Register, request: Request) -> Visit:
    now = look(datetime.now(tz=UTC), find_last_arrival(register))
    return begin_visit(request.cookies.get(COOKIE), now, register.place)


def _tell_news(register: Register, visit: Visit, known_until: date | None) -> NewsView:
    if visit.seen is not None:
        return view_arrived(find_arrived_since(register, visit.seen.new_from, shown=_NEW), visit.seen, visit.now)
    since = first_new_day(known_until)
    return view_published(find_published_since(register, since, shown=_NEW), since, visit.now)


def _find_overdue(register: Register, wanted: TransferFilter) -> tuple[int, tuple[Transfer, ...]]:
    """How many there are, and the first of them."""
    if wanted.overdue is None:
        return 0, ()
    return count_transfers(register, wanted), find_overdue(wanted).page(register, limit=_OVERDUE).records


def _first_open(register: Register) -> tuple[Dispute, ...]:
    return find_disputes(DisputeFilter(state=_OPEN)).page(register, None, _SHOWN + 1).records


def _open_among(register: Register, wanted: TransferFilter) -> tuple[Dispute, ...]:
    """Of the transfers that fit, in their order."""
    disputed = find_transfers(replace(wanted, dispute=(_OPEN,))).page(register, limit=_SHOWN + 1).records
    about = [DisputeFilter(state=_OPEN, transfer=transfer.id) for transfer in disputed]
    return tuple(dispute for one in about for dispute in find_disputes(one).stream(register))


PAGES = (ReadingPage(addresses.OVERVIEW, show), KeepingPage(addresses.SEEN, mark_seen))
