"""Totals as tables: what it comes to and why, who would have to be right for what, what is left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from armswire.cli.console import Listing, make_listing
from armswire.model.total import Bound, TotalRow, Totals
from armswire.wording.ids import short_id
from armswire.wording.values import say_number

if TYPE_CHECKING:
    from rich.console import RenderableType

_ID = re.compile(r"\btransfer-[0-9a-f]{16}\b")
# What is added up where it is not a family of items.
_KINDS = {
    "ARMS": "arms of no kind named",
    "NONLETHAL": "non-lethal aid of no kind named",
    "several": "several kinds",
    "unnamed": "not named",
}


def table_parts(totals: Totals) -> list[RenderableType]:
    """The table of totals, that of scenarios where there are some, and how many transfers are left out and why."""
    parts: list[RenderableType] = [_table_totals(totals)]
    if any(row.scenarios for row in totals.rows):
        parts.append(_table_scenarios(totals))
    reasons = Counter(_short(one.why) for one in totals.left_out)
    if reasons:
        parts.append(Text("Left out", style="bold"))
        parts += [Text(f"  {count:>6,}  {why}") for why, count in sorted(reasons.items(), key=lambda r: (-r[1], r[0]))]
    return parts


def _table_totals(totals: Totals) -> Listing:
    rows = [
        (
            _what(row),
            _say_bound(row.least),
            _say_bound(row.most, row),
            "\n".join(short_id(share.transfer) for share in row.shares),
            "\n".join(_whys(row)),
        )
        for row in totals.rows
    ]
    columns = ("what", "least", "most", "transfers", "why in brackets")
    return make_listing(f"Totals from {totals.selection.stage.value} on ({len(rows)})", columns, rows)


def _table_scenarios(totals: Totals) -> Listing:
    rows = [
        (
            scenario.label,
            _short(scenario.says),
            _what(row),
            _say_bound(scenario.least),
            _say_bound(scenario.most),
            scenario.question,
        )
        for row in totals.rows
        for scenario in row.scenarios
    ]
    columns = ("if", "it says", "what", "least", "most", "question")
    return make_listing(f"Scenarios ({len(rows)})", columns, rows)


def _what(row: TotalRow) -> str:
    kind = _KINDS.get(row.family, row.family.replace("_", " "))
    if row.currency is not None:
        return f"{kind}: {row.currency}"
    return kind if row.unit is None else f"{kind}: {row.unit}"


def _whys(row: TotalRow) -> list[str]:
    """Each reason once, of both bounds, then what the transfers have to do with each other."""
    notes = [f"{share.transfer}: {note}" for share in row.shares for note in share.notes if "refill" in note]
    return list(dict.fromkeys(_short(why) for why in (*row.least.why, *row.most.why, *notes)))


def _short(words: str) -> str:
    return _ID.sub(lambda found: short_id(found[0]), words)


def _say_bound(bound: Bound, row: TotalRow | None = None) -> str:
    """A number, in brackets where it is uncertain."""
    if bound.value is None:
        told = say_number(row.most_told) if row is not None and row.most_told else ""
        return f"unknown ({told} where told)" if told else "unknown"
    return f"[{say_number(bound.value)}]" if bound.is_uncertain else say_number(bound.value)
