"""The list of articles, and the page of each."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.documents.build import build
from armswire.errors import SettingError
from armswire.register.by_ids import count_claims_in
from armswire.register.listing.articles import (
    ArticleFilter,
    find_articles,
    find_last_arrived,
    find_newest_articles,
    has_undated,
)
from armswire.register.listing.asking import read_filter
from armswire.register.listing.paging import Listing
from armswire.register.rows import ArticleRecord
from armswire.register.store import Register
from armswire.register.whole_article import get_whole_article
from armswire.serving import addresses
from armswire.web.narrowing import Chip
from armswire.web.page import Page, ReadingPage
from armswire.web.views.article.whole import view_article_lines, view_whole_article
from armswire.web.views.register.state import group_asked
from armswire.web.views.transfer.whole import sort_claims
from armswire.wording.filters import LABELS, say_value

# Articles on a page.
_SHOWN = 40

# The orders of the list by their names in an address, in words.
_ORDERS = {"newest": "newest first", "arrived": "last to come in first", "id": "by id, also those without a day"}
_WORDS = {"retells": "retell", "state": "read", "outlet": "Outlet"}


def show_list(register: Register, request: Request) -> Page | Response:
    """The articles that the address asks for. Raises SettingError for a value that it cannot have."""
    asked = group_asked(request.query_params.multi_items())
    set_ = {name: values[-1] for name, values in asked.items()}
    if any(not value.strip() for _, value in request.query_params.multi_items()):
        # A form sends its empty fields too: the address that one copies has what is set alone.
        return RedirectResponse(addresses.with_query(addresses.ARTICLES, dict(set_)), status_code=303)
    sort, cursor = set_.pop("sort", "newest"), set_.pop("cursor", None)
    if sort not in _ORDERS:
        raise SettingError("nothing is sorted so", place="sort", value=sort, remedy=f"Use one of: {', '.join(_ORDERS)}")
    wanted = read_filter(ArticleFilter, register, {name: [value] for name, value in set_.items()})
    page = _list(register, wanted, sort).page(register, cursor, _SHOWN)
    state = {**set_, "sort": None if sort == "newest" else sort}
    counts = count_claims_in(register, [record.article.id for record in page.records])

    def address(**changed: str | None) -> str:
        return addresses.with_query(addresses.ARTICLES, {**state, **changed})

    return Page(
        title="Articles",
        template="articles.html.j2",
        shown={
            "wanted": wanted,
            "sort": sort,
            "orders": _ORDERS,
            "articles": list(view_article_lines(page.records, counts)),
            "chips_set": [
                Chip(
                    f"{_WORDS.get(name) or LABELS.get(name, name)}: {_say(name, value, wanted)}",
                    address(**{name: None}),
                )
                for name, value in set_.items()
            ],
            "next": page.next and address(cursor=page.next),
            "first": address() if cursor is not None else None,
            "with_undated": address(sort="id") if sort == "newest" and has_undated(register) else None,
        },
        section=addresses.ARTICLES,
    )


def _list(register: Register, wanted: ArticleFilter, sort: str) -> Listing[ArticleRecord]:
    match sort:
        case "newest":
            return find_newest_articles(register, wanted)
        case "arrived":
            return find_last_arrived(wanted)
        case _:
            return find_articles(wanted)


def _say(name: str, value: str, wanted: ArticleFilter) -> str:
    return say_value(name, wanted.arrived_since or value, {}) if name == "arrived_since" else value


def show_one(register: Register, request: Request) -> Page | Response:
    """An article. Raises UnknownRecordError."""
    whole = get_whole_article(register, request.path_params["id"])
    article = whole.record.article
    if request.path_params["id"] != article.id:
        return RedirectResponse(addresses.article_address(article.id))
    view = view_whole_article(whole, build(article), register.names)
    retelling = addresses.with_query(addresses.ARTICLES, {"retells": article.id}) if whole.has_more else None
    return Page(
        title=view.title,
        template="article.html.j2",
        shown={"view": view, "sort_claims": sort_claims, "retelling": retelling, "is_dossier": False, "quoted": {}},
        section=addresses.ARTICLES,
    )


PAGES = (
    ReadingPage(addresses.ARTICLES, show_list),
    # Ids that came in may hold anything, also what parts an address.
    ReadingPage(f"{addresses.ARTICLES}/{{id:path}}", show_one),
)
