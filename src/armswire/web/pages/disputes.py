"""The list of disputes, and the page of each."""

from __future__ import annotations

from dataclasses import dataclass, fields

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.model.dispute import DisputeState, DisputeType
from armswire.register import queries
from armswire.register.judgement_queries import judgements_on
from armswire.register.listing.asking import read_filter
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.retold import find_retold
from armswire.register.store import Register
from armswire.serving import addresses
from armswire.web.page import Page, ReadingPage
from armswire.web.stories import tell_stories
from armswire.web.views.disputes import claims_of, view_dispute
from armswire.web.views.transfers import view_heading
from armswire.wording.filters import LABELS, say_value

# Disputes on a page.
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, in words, and the address of the list without it."""

    words: str
    without: str


def show_list(register: Register, request: Request) -> Page:
    """The disputes that the address asks for. Raises SettingError for a value that it cannot have."""
    asked = {name: request.query_params.getlist(name) for name in request.query_params if name != "cursor"}
    wanted = read_filter(DisputeFilter, register, {name: [one for one in some if one] for name, some in asked.items()})
    page = find_disputes(wanted).page(register, request.query_params.get("cursor"), _SHOWN)
    return Page(
        title="Disputes",
        template="disputes.html.j2",
        shown={
            "wanted": wanted,
            "chips_set": _chips(register, wanted),
            "types": list(DisputeType),
            "states": list(DisputeState),
            "disputes": tell_stories(register, page.records),
            "next": page.next and addresses.with_query(addresses.DISPUTES, {**_set(wanted), "cursor": page.next}),
        },
        section=addresses.DISPUTES,
    )


def show_one(register: Register, request: Request) -> Page | Response:
    """A dispute. Raises UnknownRecordError."""
    asked = request.path_params["id"]
    dispute = queries.get_dispute(register, asked)
    if asked != dispute.id:
        return RedirectResponse(addresses.dispute_address(dispute.id))
    claims = {claim: queries.get_claim(register, claim) for claim in claims_of(dispute)}
    documents = {record.claim.document for record in claims.values()}
    return Page(
        title=dispute.question,
        template="dispute.html.j2",
        shown={
            "view": view_dispute(
                dispute,
                claims,
                {document: queries.get_article(register, document) for document in documents},
                find_retold(register, claims),
                judgements_on(register, dispute),
            ),
            "transfer": view_heading(queries.get_transfer(register, dispute.transfer), register.names),
        },
        section=addresses.DISPUTES,
    )


def _chips(register: Register, wanted: DisputeFilter) -> list[Chip]:
    set_ = _set(wanted)
    return [
        Chip(
            f"{LABELS.get(name, name)}: {say_value(name, value, register.names)}",
            addresses.with_query(addresses.DISPUTES, {**set_, name: None}),
        )
        for name, value in set_.items()
        if value is not None
    ]


def _set(wanted: DisputeFilter) -> dict[str, str | None]:
    values = ((field.name, getattr(wanted, field.name)) for field in fields(wanted))
    return {name: None if value is None else str(value) for name, value in values}


PAGES = (ReadingPage(addresses.DISPUTES, show_list), ReadingPage(f"{addresses.DISPUTES}/{{id}}", show_one))
