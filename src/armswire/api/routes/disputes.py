"""Disputes and positions."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from armswire.api.answering import Answers
from armswire.api.asking import DisputePageQuestion, PositionQuestion
from armswire.api.responses.common import PageOf
from armswire.api.responses.disputes import Dispute, Position
from armswire.model.dispute_encoding import encode_dispute
from armswire.model.position_encoding import encode_position
from armswire.register import queries
from armswire.register.listing.asking import find_actor, read_filter
from armswire.register.listing.disputes import DisputeFilter, find_disputes
from armswire.register.store import Register


def dispute_routes(answers: Answers) -> APIRouter:
    """Where disputes and positions are."""
    routes = APIRouter(tags=["disputes"])

    @routes.get("/disputes", responses={200: {"model": PageOf[Dispute]}})
    def list_disputes(request: Request, asked: Annotated[DisputePageQuestion, Query()]) -> Response:
        """The disputes that fit, by transfer and id."""
        return answers.page(
            request,
            asked,
            lambda register: find_disputes(read_filter(DisputeFilter, register, asked.filters())),
            encode_dispute,
        )

    @routes.get("/disputes/{id}", responses={200: {"model": Dispute}})
    def get_dispute(request: Request, id: str) -> Response:
        """One dispute, by its id or the beginning of it."""
        return answers.read(request, lambda register: encode_dispute(queries.get_dispute(register, id)))

    @routes.get("/positions", responses={200: {"model": list[Position]}}, tags=["positions"])
    def list_positions(request: Request, asked: Annotated[PositionQuestion, Query()]) -> Response:
        """What actors say toward recipients, by actor, recipient and date."""

        def get(register: Register) -> Any:
            actor, toward = find_actor(register, asked.actor), find_actor(register, asked.toward)
            found = queries.list_positions(register, actor=actor, toward=toward, stage=asked.stage)
            return [encode_position(position) for position in found]

        return answers.read(request, get)

    return routes
