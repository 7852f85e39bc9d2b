"""The list of disputes, and the page of each."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import islice

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.errors import SettingError
from armswire.model.dispute import DisputeState, DisputeType
from armswire.register import queries
from armswire.register.judgement_queries import judgements_on
from armswire.register.phrasing import actor_name
from armswire.register.store import Register
from armswire.web import addresses
from armswire.web.page import Page, ReadingPage
from armswire.web.views.disputes import claims_of, view_dispute, view_lines
from armswire.web.views.transfers import view_heading

# Disputes on a page.
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for; what is None does not matter. `actor` is the code of a party to the transfer."""

    type: str | None = None
    state: str | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, in words, and the address of the list without it."""

    words: str
    without: str


def show_list(register: Register, request: Request) -> Page:
    """The disputes that the address asks for. Raises SettingError for a value that it cannot have."""
    wanted = read_query(request.query_params)
    found = queries.list_disputes(register, type=wanted.type, state=wanted.state, actor=wanted.actor)
    lines = list(view_lines(islice(found, _SHOWN + 1)))
    return Page(
        title="Disputes",
        template="disputes.html.j2",
        shown={
            "wanted": wanted,
            "chips_set": _chips(register, wanted),
            "types": list(DisputeType),
            "states": list(DisputeState),
            "disputes": lines[:_SHOWN],
            "next": None,
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
                judgements_on(register, dispute),
            ),
            "transfer": view_heading(queries.get_transfer(register, dispute.transfer), register.names),
        },
        section=addresses.DISPUTES,
    )


def read_query(query: QueryParams) -> Wanted:
    """What a query string asks for. Raises SettingError that names what it does not know."""
    return Wanted(
        type=_one_of("type", query.get("type"), [known.value for known in DisputeType]),
        state=_one_of("state", query.get("state"), [known.value for known in DisputeState]),
        actor=query.get("actor") or None,
    )


def _one_of(name: str, value: str | None, known: list[str]) -> str | None:
    if not value:
        return None
    if value not in known:
        raise SettingError(
            f"there is no such {name}", place=name, value=value, remedy=f"Use one of: {', '.join(known)}"
        )
    return value


def _chips(register: Register, wanted: Wanted) -> list[Chip]:
    set_ = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return [
        Chip(
            f"{name}: {actor_name(value, register.names) if name == 'actor' else value.replace('_', ' ')}",
            addresses.with_query(addresses.DISPUTES, {**set_, name: None}),
        )
        for name, value in set_.items()
        if value is not None
    ]


PAGES = (ReadingPage(addresses.DISPUTES, show_list), ReadingPage(f"{addresses.DISPUTES}/{{id}}", show_one))
