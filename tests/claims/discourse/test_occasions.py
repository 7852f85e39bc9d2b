"""Requests that are named only as the occasion of what was done."""

from __future__ import annotations

from typing import Any

import pytest
from readings import outlines

ASKED = [
    ("Finland has shipped 20,000 mortar rounds to Moldova after a request from Norway.", "request NOR: FIN>MDA"),
    ("Portugal has begun flying radars to Ghana at the request of France.", "request FRA: PRT>GHA"),
    ("In response to an appeal by Kenya, India promised Somalia two patrol boats.", "request KEN: IND>SOM"),
    ("Following repeated pleas from Tbilisi, Vienna approved the export of 40 armoured cars to Georgia.",
     "request GEO: AUT>GEO"),
    ("Poland sent the tanks following Kyiv's request.", "request UKR: POL>UKR"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), ASKED)
def test_what_was_done_was_asked_for(reader: Any, text: str, line: str) -> None:
    assert line in outlines(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru will sell Chile ten rifles after talks in Lima.",
        "Finland refused to send Moldova mortar rounds after a request for visas from Norway.",
        "Portugal has not sent radars to Ghana despite a request from France.",
    ],
)
def test_other_occasions_are_no_requests(reader: Any, text: str) -> None:
    assert not any(line.startswith("request") for line in outlines(reader, text))
