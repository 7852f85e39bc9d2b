"""Judgements: what people made of records, and how one more is given."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from armswire.api.answering import Answers
from armswire.api.asking import JudgementQuestion
from armswire.api.responses.judgements import Judgement, NewJudgement
from armswire.model.judgement_encoding import encode_judgement_record
from armswire.register.deciding import decide, today
from armswire.register.judgement_queries import get_judgement, get_judgements, list_judgements
from armswire.register.judgements import add_judgements
from armswire.register.judging import Act
from armswire.register.store import Register


def judgement_routes(answers: Answers) -> APIRouter:
    """Where judgements are, and where they are sent to."""
    routes = APIRouter(tags=["judgements"])

    @routes.get("/judgements", responses={200: {"model": list[Judgement]}})
    def list_all(request: Request, asked: Annotated[JudgementQuestion, Query()]) -> Response:
        """The judgements that fit, by day and id."""

        def get(register: Register) -> Any:
            given = asked.model_dump(exclude_none=True)
            return [encode_judgement_record(record) for record in list_judgements(register, **given)]

        return answers.read(request, get)

    @routes.get("/judgements/{id}", responses={200: {"model": Judgement}})
    def get_one(request: Request, id: str) -> Response:
        """One judgement, by its id or the beginning of it."""
        return answers.read(request, lambda register: encode_judgement_record(get_judgement(register, id)))

    @routes.post("/judgements", status_code=201, responses={201: {"model": list[Judgement]}})
    def judge(given: NewJudgement) -> Response:
        """Judge records: accept, correct or reject claims, merge or split transfers, settle, note, withdraw."""
        with answers.registers.writing() as register:
            act = Act(given.by, today(), given.because)
            made = decide(register, given.verdict, given.records, act, given.slots, given.side)
            add_judgements(register, made)
            records = get_judgements(register, [one.id for one in made])
        return JSONResponse([encode_judgement_record(record) for record in records], 201)

    return routes
