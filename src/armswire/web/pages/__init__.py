"""The pages, one module for each section; this list is all that the application knows of them."""

from __future__ import annotations

from armswire.web.page import PageRoute
from armswire.web.pages import actors, articles, disputes, overview, quality, register, transfers

PAGES: tuple[PageRoute, ...] = (
    *overview.PAGES,
    *register.PAGES,
    *transfers.PAGES,
    *disputes.PAGES,
    *actors.PAGES,
    *articles.PAGES,
    *quality.PAGES,
)
