"""Judgements as a table and as cards, and the lines of a card that tell what was judged on its record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from armswire.cli.console import Listing, make_listing
from armswire.model.judgement import JudgementRecord
from armswire.wording.claims import say_claim
from armswire.wording.ids import short_id
from armswire.wording.judgements import say_force, say_judgement, say_what


def table_judgements(records: Iterable[JudgementRecord]) -> Listing:
    """One row a judgement."""
    rows = [
        (
            short_id(one.judgement.id),
            one.judgement.verdict.value,
            say_what(one.judgement),
            one.judgement.by,
            one.judgement.on.isoformat(),
            one.judgement.because,
            say_force(one),
        )
        for one in records
    ]
    columns = ("id", "verdict", "what", "by", "on", "because", "state")
    return make_listing(f"Judgements ({len(rows)})", columns, rows)


def card_judgement(record: JudgementRecord) -> RenderableType:
    """A judgement: who, when and why, whether it holds, and the claims as they were judged."""
    judgement = record.judgement
    parts: list[RenderableType] = [
        Text(f"{judgement.verdict.value}   {short_id(judgement.id)}", style="bold"),
        Text(f"  {'what':<14}{say_what(judgement)}"),
        Text(f"  {'by':<14}{judgement.by}"),
        Text(f"  {'on':<14}{judgement.on.isoformat()}"),
        Text(f"  {'because':<14}{judgement.because}"),
        Text(f"  {'state':<14}{say_force(record)}"),
    ]
    for number, group in enumerate(judgement.claims, 1):
        parts += [Text(), Text(f"As judged ({number} of {len(judgement.claims)})", style="bold")]
        for claim in group:
            parts += [
                Text(f"\n{short_id(claim.id)}  {say_claim(claim)}  [{claim.document}]"),
                Padding(Text(f"“{claim.evidence.text.strip()}”", style="italic"), (0, 0, 0, 4)),
            ]
    return Group(*parts)


def judged_lines(records: Sequence[JudgementRecord]) -> list[RenderableType]:
    """What was judged on a record, one line each under a heading; nothing where nothing was."""
    if not records:
        return []
    lines = [Padding(Text(say_judgement(record)), (0, 0, 0, 2)) for record in records]
    return [Text(), Text("Judged", style="bold"), *lines]
