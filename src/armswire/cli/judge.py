"""`armswire judge`: what a person makes of a record, kept with who, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from armswire.cli import options
from armswire.model.judgement import WITHOUT_REASON, Verdict

if TYPE_CHECKING:
    from armswire.model.judgement import Judgement
    from armswire.register.store import Register


def command(
    verdict: Annotated[
        Verdict | None, typer.Argument(metavar="VERDICT", help=f"{', '.join(Verdict)}.", show_default=False)
    ] = None,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...",
            help="Claims to accept, correct, reject or split off, transfers to merge, a dispute to settle (or the "
            "one of two contrary judgements that holds), anything to note on, judgements to withdraw.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who judges.", show_default=False)] = None,
    because: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Why; not needed to accept or to withdraw.", show_default=False)
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(metavar="DAY", parser=options.parse_day, help="The day of the judgement. [default: today]"),
    ] = None,
    slots: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="SLOT=VALUE",
            help="To correct: supplier=KOR, date=2022-11, 'items=20 tanks [ML6]', reason= for none. May be repeated.",
            show_default=False,
        ),
    ] = None,
    side: Annotated[
        str | None, typer.Option(help="To settle a dispute for one side: its words or number.", show_default=False)
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Take over what `export judgements` wrote.", show_default=False),
    ] = None,
    register: options.Register = None,
    json: options.Json = False,
) -> None:
    """Judge a record: accept, correct or reject a claim, merge or split transfers, settle a dispute, note, withdraw.

    Nothing is overwritten: what is judged stands beside what was read, and finds its claims again after every rebuild.

    Example: armswire judge correct claim-3fa2c1 --set supplier=KOR --by "A. Reader" --because "the next line says so"
    """
    from armswire.cli.opened import open_as_it_comes, open_to_write

    if source is not None:
        if verdict is not None or ids:
            raise typer.BadParameter("it stands alone, without a verdict", param_hint="--from")
        with open_to_write(register) as opened:
            _take_over(opened, source, json=json)
        return
    if verdict is None or not ids:
        raise typer.BadParameter("say what to do with which records, or --from FILE", param_hint="VERDICT ID...")
    _check(verdict, ids, slots, side)
    if by is None or (because is None and verdict not in WITHOUT_REASON):
        raise typer.BadParameter("a judgement needs --by NAME and --because WORDS", param_hint="--by, --because")
    from armswire.register.deciding import decide, today
    from armswire.register.judging import Act
    from armswire.register.slot_values import read_slots

    act = Act(by, on or today(), because or "")
    with open_as_it_comes(register) as opened:
        judgements = decide(opened, verdict, ids, act, read_slots(opened, slots or []), side)
        _keep(opened, judgements, json=json)


def _check(verdict: Verdict, ids: Sequence[str], slots: Sequence[str] | None, side: str | None) -> None:
    if (verdict is Verdict.CORRECT) is not bool(slots):
        raise typer.BadParameter("it goes with `correct`, and `correct` needs it", param_hint="--set")
    if side is not None and verdict is not Verdict.SETTLE:
        raise typer.BadParameter("it goes with `settle`", param_hint="--side")
    if verdict in (Verdict.CORRECT, Verdict.SETTLE) and len(ids) > 1:
        raise typer.BadParameter("one at a time", param_hint="ID")


def _keep(register: Register, judgements: Sequence[Judgement], *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.register.judgement_queries import get_judgements
    from armswire.register.judgements import add_judgements
    from armswire.wording.judgements import say_judgement

    new = set(add_judgements(register, judgements))
    records = get_judgements(register, [judgement.id for judgement in judgements])
    if json:
        from armswire.model.judgement_encoding import encode_judgement_record

        print_json([{**encode_judgement_record(one), "new": one.judgement.id in new} for one in records])
        return
    for record in records:
        known = "" if record.judgement.id in new else "judged so before: "
        print(f"{known}{say_judgement(record)}")


def _take_over(register: Register, source: Path, *, json: bool) -> None:
    from armswire.cli.console import print_json
    from armswire.model.judgement import Force
    from armswire.register.judgement_file import read_judgement_file
    from armswire.register.judgement_queries import list_judgements
    from armswire.register.judgements import add_judgements

    judgements = read_judgement_file(source)
    new = add_judgements(register, judgements)
    named = {judgement.id for judgement in judgements}
    lost = [one.judgement.id for one in list_judgements(register, state=Force.ORPHANED) if one.judgement.id in named]
    if json:
        print_json({"read": len(named), "new": len(new), "orphaned": lost})
        return
    print(
        f"{len(named)} judgements read from {source}, {len(new)} of them new; {len(lost)} do not find what they judge"
    )
