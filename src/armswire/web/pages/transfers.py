"""The page of a transfer, and the same as one file to keep."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.register.routes.parts import PART_NAMES
from armswire.register.store import Register
from armswire.register.whole_transfer import WholeTransfer, get_whole_transfer
from armswire.serving import addresses
from armswire.web.dossier import make_dossier
from armswire.web.page import Page, ReadingPage
from armswire.web.views.transfer.whole import sort_claims, view_transfer


def show_one(register: Register, request: Request) -> Page | Response:
    """A transfer. Raises UnknownRecordError."""
    whole = get_whole_transfer(register, request.path_params["id"])
    if request.path_params["id"] != whole.transfer.id:
        return RedirectResponse(addresses.transfer_address(whole.transfer.id))
    return _page(register, whole)


def save_one(register: Register, request: Request) -> Page | Response:
    """A transfer as one file that needs nothing else. Raises UnknownRecordError."""
    whole = get_whole_transfer(register, request.path_params["id"])
    if request.path_params["id"] != whole.transfer.id:
        return RedirectResponse(addresses.dossier_address(whole.transfer.id))
    return make_dossier(_page(register, whole), whole.transfer)


def _page(register: Register, whole: WholeTransfer) -> Page:
    view = view_transfer(whole, register.names)
    return Page(
        title=view.title,
        template="transfer.html.j2",
        shown={
            "view": view,
            "sort_claims": sort_claims,
            "part_names": PART_NAMES,
            "quoted": {article.id: f"article-{number}" for number, article in enumerate(view.articles, 1)},
            "dossier": addresses.dossier_address(whole.transfer.id),
            "is_dossier": False,
        },
        section=addresses.TRANSFERS,
    )


PAGES = (
    ReadingPage(f"{addresses.TRANSFERS}/{{id}}", show_one),
    # It tells when it was made.
    ReadingPage(f"{addresses.TRANSFERS}/{{id}}/dossier.html", save_one, is_fixed=False),
)
