"""Transfers, and what there is to narrow a list of them by."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from armswire.api.answering import Answers
from armswire.api.asking import TransferPageQuestion, TransferQuestion
from armswire.api.responses.common import PageOf
from armswire.api.responses.transfers import Facets, Transfer
from armswire.model.transfer import Transfer as Found
from armswire.model.transfer_encoding import encode_transfer
from armswire.register import queries
from armswire.register.listing.asking import read_filter, read_order
from armswire.register.listing.facets import count_facets, count_transfers
from armswire.register.listing.paging import Listing
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import find_transfers
from armswire.register.store import Register


def transfer_routes(answers: Answers) -> APIRouter:
    """Where transfers are."""
    routes = APIRouter(tags=["transfers"])

    @routes.get("/transfers", responses={200: {"model": PageOf[Transfer]}})
    def list_transfers(request: Request, asked: Annotated[TransferPageQuestion, Query()]) -> Response:
        """The transfers that fit, in an order."""

        def find(register: Register) -> Listing[Found]:
            order, is_down = read_order(asked.sort)
            return find_transfers(_filter(register, asked), order, is_down=is_down)

        return answers.page(request, asked, find, encode_transfer)

    @routes.get("/transfers/facets", responses={200: {"model": Facets}})
    def facets(request: Request, asked: Annotated[TransferQuestion, Query()]) -> Response:
        """For each filter the values that it can have among the transfers that fit the others, with how many."""

        def count(register: Register) -> Any:
            wanted = _filter(register, asked)
            counted = count_facets(register, wanted)
            return {
                "total": count_transfers(register, wanted),
                "facets": {facet: [asdict(value) for value in values] for facet, values in counted.items()},
            }

        return answers.read(request, count)

    @routes.get("/transfers/{id}", responses={200: {"model": Transfer}})
    def get_transfer(request: Request, id: str) -> Response:
        """One transfer, by its id or the beginning of it."""
        return answers.read(request, lambda register: encode_transfer(queries.get_transfer(register, id)))

    return routes


def _filter(register: Register, asked: TransferQuestion) -> TransferFilter:
    return read_filter(TransferFilter, register, asked.filters())
