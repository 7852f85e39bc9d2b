"""Judgements: what people made of records, and how one more is given."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import JSONResponse, Response

from armswire.api.answering import Answers
from armswire.api.asking import JudgementQuestion
from armswire.api.responses.judgements import Judgement, NewJudgement
from armswire.errors import SettingError
from armswire.model.judgement import Judgement as Made
from armswire.model.judgement import Verdict
from armswire.model.judgement_encoding import encode_judgement_record
from armswire.register import judging
from armswire.register.judgement_queries import get_judgement, list_judgements
from armswire.register.judgements import add_judgements
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
            made = _judge(register, given)
            add_judgements(register, made)
            ids = {one.id for one in made}
            records = [record for record in list_judgements(register) if record.judgement.id in ids]
        return JSONResponse([encode_judgement_record(record) for record in records], 201)

    return routes


def _judge(register: Register, given: NewJudgement) -> list[Made]:
    act = judging.Act(given.by, datetime.now(tz=UTC).date(), given.because)
    if (given.verdict is Verdict.CORRECT) is not bool(given.slots):
        raise SettingError("slots go with a correction, and a correction needs some", place="slots", value=given.slots)
    if given.side is not None and given.verdict is not Verdict.SETTLE:
        raise SettingError("a side goes with a settlement", place="side", value=given.side, remedy="Leave it out")
    return judging.judge(register, given.verdict, given.records, act, given.slots, given.side)
