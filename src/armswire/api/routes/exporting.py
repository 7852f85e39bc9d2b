"""Whole exports as a stream: the same bytes as `armswire export`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from enum import StrEnum

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from armswire.api.answering import Answers
from armswire.exports.formats.jsonl import (
    ARTICLES,
    CLAIMS,
    DISPUTES,
    JUDGEMENTS,
    POSITIONS,
    TRANSFERS,
    JsonLines,
    write_line,
)

MEDIA_TYPE = "application/jsonl"
_EXPORTS = {one.name: one for one in (CLAIMS, TRANSFERS, DISPUTES, ARTICLES, POSITIONS, JUDGEMENTS)}
# Characters that are sent at a time.
_CHUNK = 65_536


class Exported(StrEnum):
    """What can be exported."""

    CLAIMS = "claims"
    TRANSFERS = "transfers"
    DISPUTES = "disputes"
    ARTICLES = "articles"
    POSITIONS = "positions"
    JUDGEMENTS = "judgements"


def export_routes(answers: Answers) -> APIRouter:
    """Where exports are."""
    routes = APIRouter(tags=["exports"])

    @routes.get("/exports/{what}", responses={200: {"content": {MEDIA_TYPE: {}}}})
    def export(what: Exported) -> Response:
        """All records of a kind, one JSON object a line."""
        return StreamingResponse(_lines(answers, _EXPORTS[what.value]), media_type=MEDIA_TYPE)

    return routes


def _lines(answers: Answers, exporter: JsonLines) -> Iterator[bytes]:
    with answers.registers.reading() as register:
        chunk = io.StringIO()
        for record in exporter.records(register):
            chunk.write(write_line(record))
            if chunk.tell() >= _CHUNK:
                yield chunk.getvalue().encode()
                chunk = io.StringIO()
        yield chunk.getvalue().encode()
