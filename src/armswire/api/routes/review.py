"""Review: the queues of what waits for a person, and everything that an item rests on."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from armswire.api.answering import Answers, with_cursor
from armswire.api.asking import MatterQuestion, QueueQuestion
from armswire.api.responses.review import Matter, Queue, QueuePage
from armswire.exports.formats.jsonl import encode_claim_record
from armswire.exports.review_items import encode_support, encode_waiting
from armswire.model.dispute_encoding import encode_dispute
from armswire.model.encoding import encode_step
from armswire.model.judgement_encoding import encode_judgement_record
from armswire.model.transfer_encoding import encode_transfer
from armswire.register.review.asking import read_queue
from armswire.register.review.matter import get_matter
from armswire.register.review.queue import count_needs, get_item, list_queue
from armswire.register.review.waiting import get_waiting
from armswire.register.rows import ClaimRecord
from armswire.register.store import Register
from armswire.wording.review import NEEDS


def review_routes(answers: Answers) -> APIRouter:
    """Where the queues are."""
    routes = APIRouter(tags=["review"])

    @routes.get("/review", responses={200: {"model": QueuePage}})
    def list_one(request: Request, asked: Annotated[QueueQuestion, Query()]) -> Response:
        """What waits for a person by one need, in its order; `POST /judgements` takes what is made of it."""

        def get(register: Register) -> Any:
            part = list_queue(register, read_queue(register, asked.filters()), asked.cursor, asked.limit)
            return {
                "records": [encode_waiting(one, register.names) for one in get_waiting(register, part.items)],
                "next": None if part.next is None else with_cursor(request, part.next),
            }

        return answers.read(request, get)

    @routes.get("/review/needs", responses={200: {"model": list[Queue]}})
    def list_needs(request: Request) -> Response:
        """The needs, in the order in which they press."""

        def get(register: Register) -> Any:
            numbers = count_needs(register)
            return [
                {"need": need.value, "name": name, "what": what, "number": numbers[need]}
                for need, (name, what) in NEEDS.items()
            ]

        return answers.read(request, get)

    @routes.get("/review/items/{id}", responses={200: {"model": Matter}})
    def get_one(request: Request, id: str, asked: Annotated[MatterQuestion, Query()]) -> Response:
        """Everything that stands beside a dispute, a transfer, a claim or a pair of contrary judgements."""

        def get(register: Register) -> Any:
            item = get_item(register, id)
            matter = get_matter(register, item, asked.by, asked.claim)
            corrected = ClaimRecord(matter.corrected, matter.claim.transfer, matter.claim.reader)
            return {
                "item": encode_waiting(get_waiting(register, [item])[0], register.names),
                "claim": {
                    **encode_claim_record(matter.claim),
                    "trace": [encode_step(step) for step in matter.claim.claim.trace],
                },
                "corrected": encode_claim_record(corrected),
                "claims": [record.claim.id for record in matter.claims],
                "transfer": None if matter.transfer is None else encode_transfer(matter.transfer),
                "disputes": [encode_dispute(dispute) for dispute in matter.disputes],
                "judgements": [encode_judgement_record(record) for record in matter.judgements],
                "judged_by_me": sorted(matter.by_me),
                "others": [transfer.id for transfer in matter.others],
                "support": None if matter.support is None else encode_support(matter.support),
            }

        return answers.read(request, get)

    return routes
