"""`armswire score`: the claim scheme's figures against gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from armswire.scoring.comparison import ScoredClaim
    from armswire.scoring.figures import Figures


def command(
    gold: Annotated[
        list[Path], typer.Option("--gold", readable=False, help="Gold: .json, or .jsonl with a document a line.")
    ],
    predictions: Annotated[
        Path | None,
        typer.Option("--pred", readable=False, help="Claims to score, as `armswire export claims` writes them."),
    ] = None,
    register: Annotated[
        str | None, typer.Option("--register", "-r", metavar="PLACE", help="Score this register's claims.")
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what was missed and what is spurious.")] = False,
    json: options.Json = False,
) -> None:
    """Print core precision, recall and F1, claim recall, exact recall and slot accuracies."""
    from armswire.cli.console import print_json
    from armswire.scoring.figures import score
    from armswire.scoring.files import read_gold

    if (predictions is None) == (register is None):
        raise typer.BadParameter("give one of --pred and --register", param_hint="--pred")
    figures = score(read_gold(gold), _read_claims(predictions, register))
    if json:
        report = figures.to_json()
        if errors:
            report["errors"] = [
                {"kind": miss.kind, "document": miss.document, "core": miss.core, "text": miss.text}
                for miss in figures.misses
            ]
        print_json(report)
        return
    if errors:
        _print_misses(figures)
    _print_figures(figures)


def _read_claims(predictions: Path | None, register: str | None) -> Mapping[str, Sequence[ScoredClaim]]:
    from armswire.scoring.files import group_claims, read_predictions

    if predictions is not None:
        return read_predictions(predictions)
    from armswire.cli.opened import open_to_read
    from armswire.exports.formats.jsonl import encode_claim_record
    from armswire.register import queries

    with open_to_read(register) as opened:
        return group_claims(encode_claim_record(record) for record in queries.list_claims(opened))


def _print_misses(figures: Figures) -> None:
    for miss in figures.misses:
        stage, polarity, supplier, recipient = miss.core
        parties = f"{','.join(supplier) or '?'} > {','.join(recipient) or '?'}"
        print(f"{miss.kind} {miss.document} {stage} {polarity} {parties} | {miss.text[:140]}")


def _print_figures(figures: Figures) -> None:
    def percent(share: float | None) -> str:
        return "    -" if share is None else f"{100 * share:5.1f}"

    print(f"core    precision {percent(figures.core_precision)}  recall {percent(figures.core_recall)}", end="")
    print(f"  F1 {percent(figures.core_f1)}")
    print(f"claims  recall    {percent(figures.claim_recall)}  exact  {percent(figures.exact_recall)}")
    for name, slot in figures.slots.items():
        print(f"  {name:<12} {percent(slot.accuracy)}  of {slot.n}")
