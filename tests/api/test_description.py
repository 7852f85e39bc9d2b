"""Requests that the description of the API allows, and many that it does not: none is an error of the server."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from web_server import run_site

from armswire.asgi import Served


@pytest.fixture(scope="module")
def described(samples_register: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[schemathesis.BaseSchema]:
    copy = tmp_path_factory.mktemp("described") / "copy.db"
    with closing(sqlite3.connect(samples_register)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)
    with run_site(Served(str(copy))) as site:
        yield schemathesis.openapi.from_url(f"{site.address}/api/v1/openapi.json")


CHECKS = [
    schemathesis.checks.not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
]


@pytest.mark.parametrize("is_meant", [True, False], ids=["as described", "otherwise"])
def test_every_answer_is_as_it_is_described(described: schemathesis.BaseSchema, *, is_meant: bool) -> None:
    mode = schemathesis.GenerationMode.POSITIVE if is_meant else schemathesis.GenerationMode.NEGATIVE
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(operation.as_strategy(generation_mode=mode))
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=CHECKS)

        # Where only an id is asked for, there is nothing that it could not be.
        with contextlib.suppress(Unsatisfiable):
            ask()
        asked += 1
    assert asked > 15
