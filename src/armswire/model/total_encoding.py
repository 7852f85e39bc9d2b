"""Totals to JSON. A bound is {value, uncertain, why}; its value is null where nobody can say."""

from __future__ import annotations

from armswire.model.encoding import Json
from armswire.model.ranges import number
from armswire.model.total import Bound, Scenario, Selection, Share, TotalRow, Totals


def encode_totals(totals: Totals) -> Json:
    """{selection, totals, left_out}."""
    return {
        "selection": _encode_selection(totals.selection),
        "totals": [_encode_row(row) for row in totals.rows],
        "left_out": [{"transfer": one.transfer, "why": one.why} for one in totals.left_out],
    }


def _encode_selection(selection: Selection) -> Json:
    return {
        "supplier": selection.supplier,
        "recipient": selection.recipient,
        "item": selection.item,
        "since": None if selection.since is None else selection.since.isoformat(),
        "until": None if selection.until is None else selection.until.isoformat(),
        "stage": selection.stage.value,
    }


def _encode_row(row: TotalRow) -> Json:
    return {
        "family": row.family,
        "unit": row.unit,
        "currency": row.currency,
        "least": _encode_bound(row.least),
        "most": _encode_bound(row.most),
        "most_told": number(row.most_told),
        "transfers": [_encode_share(share) for share in row.shares],
        "scenarios": [_encode_scenario(scenario) for scenario in row.scenarios],
    }


def _encode_share(share: Share) -> Json:
    return {
        "id": share.transfer,
        "least": _encode_bound(share.least),
        "most": _encode_bound(share.most),
        "claims": list(share.claims),
        "notes": list(share.notes),
    }


def _encode_scenario(scenario: Scenario) -> Json:
    return {
        "if": scenario.label,
        "says": scenario.says,
        "question": scenario.question,
        "disputes": list(scenario.disputes),
        "least": _encode_bound(scenario.least)["value"],
        "most": _encode_bound(scenario.most)["value"],
    }


def _encode_bound(bound: Bound) -> Json:
    return {
        "value": None if bound.value is None else number(bound.value),
        "uncertain": bound.is_uncertain,
        "why": list(bound.why),
    }
