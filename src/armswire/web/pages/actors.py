"""The list of actors, and the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from armswire.errors import SettingError
from armswire.model.position import PositionLine
from armswire.register.actor_queries import (
    ROLES,
    ActorParts,
    Toward,
    get_parts,
    list_parts,
    list_sided_disputes,
    list_towards,
)
from armswire.register.by_ids import find_homes, get_articles
from armswire.register.listing.asking import find_actor
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import find_transfers
from armswire.register.phrasing import actor_name
from armswire.register.positions.fetching import list_lines
from armswire.register.spoken import MOST_SPOKEN, page_spoken, spoken_claims
from armswire.register.store import Register
from armswire.serving import addresses
from armswire.web.page import Page, ReadingPage
from armswire.web.stories import tell_stories
from armswire.web.views.actor.lines import NONE, claims_of, view_lines
from armswire.web.views.actor.picture import draw_lines
from armswire.web.views.quotations import view_quotation
from armswire.web.views.transfers import TransferLine, view_line
from armswire.wording.positions import NOBODY

# Actors on a page of the list; transfers of each part, disputes and claims on the page of one.
_LISTED, _TRANSFERS, _DISPUTES, _CLAIMS = 100, 4, 6, 8
# Recipients whose lines are drawn at once, and so many words and deeds, where the address names none.
_MOST_LINES, _MOST_MARKS = 12, 800

_PARTS = {"supplier": "Supplies", "recipient": "Gets", "intermediary": "Passes on"}


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in the list."""

    parts: ActorParts
    name: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part that an actor has in transfers: how many, the first of them, and the register narrowed to them."""

    role: str
    words: str
    number: int
    transfers: tuple[TransferLine, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A recipient whose line can be shown, how much is told of it, and the page that shows it alone."""

    name: str
    said: int
    done: int
    address: str
    is_shown: bool


def show_list(register: Register, request: Request) -> Page:
    """The parties of all transfers, or those whose name holds some words. Raises SettingError for a wrong cursor."""
    words = request.query_params.get("words", "").strip()
    cursor = request.query_params.get("cursor")
    wanted = words.casefold()
    rows = [ActorRow(parts, actor_name(parts.actor, register.names)) for parts in list_parts(register)]
    fitting = [row for row in rows if wanted in row.name.casefold() or wanted == row.parts.actor.casefold()]
    begin = _place_after(fitting, cursor)
    shown = fitting[begin : begin + _LISTED]
    has_more = len(fitting) > begin + _LISTED
    following = {"words": words, "cursor": shown[-1].parts.actor} if has_more else None
    return Page(
        title="Actors",
        template="actors.html.j2",
        shown={
            "words": words,
            "number": len(fitting),
            "rows": shown,
            "roles": ROLES,
            "first": addresses.with_query(addresses.ACTORS, {"words": words}) if begin else None,
            "next": following and addresses.with_query(addresses.ACTORS, following),
        },
        section=addresses.ACTORS,
    )


def show_one(register: Register, request: Request) -> Page | Response:
    """An actor, by its code. Raises UnknownRecordError, and SettingError for a value that cannot be."""
    actor = request.path_params["id"]
    code = _find_code(register, actor)
    if code != actor:
        return RedirectResponse(addresses.actor_address(code))
    parts = get_parts(register, actor)
    towards = list_towards(register, actor)
    chosen = _choose(register, towards, request.query_params.getlist("toward"))
    lines = list(_draw(register, actor, chosen))
    homes = find_homes(register, {claim for line in lines for claim in claims_of(line)})
    views = view_lines(lines, homes, register.names)
    spoken = spoken_claims(register, actor)
    said = page_spoken(register, actor, spoken, request.query_params.get("cursor"), _CLAIMS)
    articles = get_articles(register, {record.claim.document for record in said.records})
    disputes = find_disputes(DisputeFilter(actor=actor)).page(register, limit=_DISPUTES)
    known = {dispute.id for dispute in disputes.records}
    sided = [one for one in list_sided_disputes(register, actor, spoken) if one.id not in known]
    here = addresses.actor_address(actor)
    return Page(
        title=actor_name(actor, register.names),
        template="actor.html.j2",
        shown={
            "actor": actor,
            "parts": [_part(register, parts, role) for role in ROLES],
            "lines": views,
            "picture": draw_lines(views, homes),
            "choices": list(_choices(register, towards, chosen, here)),
            "is_narrowed": bool(request.query_params.getlist("toward")),
            "here": here,
            "spoken": [view_quotation(record, articles) for record in said.records],
            "spoken_number": None if len(spoken) > MOST_SPOKEN else len(spoken),
            "spoken_most": MOST_SPOKEN,
            "spoken_next": said.next and f"{addresses.with_query(here, {'cursor': said.next})}#spoken",
            "disputes": tell_stories(register, disputes.records),
            "more_disputes": addresses.with_query(addresses.DISPUTES, {"actor": actor}) if disputes.next else None,
            "sided": tell_stories(register, sided[:_DISPUTES]),
            "sided_left": len(sided[_DISPUTES:]),
        },
        section=addresses.ACTORS,
    )


def _find_code(register: Register, given: str) -> str:
    """The code of who is called so; what is no name stays as it is, and is found or not."""
    try:
        return find_actor(register, given)
    except SettingError:
        return given


def _place_after(rows: Sequence[ActorRow], cursor: str | None) -> int:
    if cursor is None:
        return 0
    place = next((place for place, row in enumerate(rows) if row.parts.actor == cursor), None)
    if place is None:
        raise SettingError("this cursor belongs to no page of this list", value=cursor, remedy="Begin without one")
    return place + 1


def _part(register: Register, parts: ActorParts, role: str) -> Part:
    number: int = getattr(parts, role)
    wanted: dict[str, Any] = {role: (parts.actor,)}
    first = find_transfers(TransferFilter(**wanted)).page(register, limit=_TRANSFERS).records if number else ()
    return Part(
        role=role,
        words=_PARTS[role],
        number=number,
        transfers=tuple(view_line(transfer, register.names) for transfer in first),
        address=addresses.with_query(addresses.TRANSFERS, {role: parts.actor}),
    )


def _choose(register: Register, towards: Sequence[Toward], asked: Iterable[str]) -> list[str]:
    """The recipients whose lines are shown: those asked for, or the first of which not too much is told together."""
    wanted = list(dict.fromkeys("" if one == NONE else find_actor(register, one) for one in asked if one))
    known = {one.actor for one in towards}
    if wanted:
        return [one for one in wanted if one in known]
    chosen: list[str] = []
    marks = 0
    for one in towards[:_MOST_LINES]:
        marks += one.said + one.done
        if marks > _MOST_MARKS and chosen:
            break
        chosen.append(one.actor)
    return chosen


def _draw(register: Register, actor: str, towards: Iterable[str]) -> Iterator[PositionLine]:
    for toward in towards:
        yield from list_lines(register, actor=actor, toward=toward)


def _choices(register: Register, towards: Iterable[Toward], shown: Sequence[str], here: str) -> Iterator[Choice]:
    for one in towards:
        yield Choice(
            name=actor_name(one.actor, register.names) if one.actor else NOBODY,
            said=one.said,
            done=one.done,
            address=addresses.with_query(here, {"toward": one.actor or NONE}),
            is_shown=one.actor in shown,
        )


PAGES = (
    ReadingPage(addresses.ACTORS, show_list),
    # A name may hold what parts an address.
    ReadingPage(f"{addresses.ACTORS}/{{id:path}}", show_one),
)
