"""Judgements from a file that another register wrote."""

from __future__ import annotations

import json
from pathlib import Path

from armswire.errors import InputError
from armswire.model.judgement import Judgement, Verdict
from armswire.model.judgement_encoding import decode_judgement, judgement_id
from armswire.register.anchoring import correct

_WRITE = "Write the file anew with `armswire export judgements`"


def read_judgement_file(path: Path) -> list[Judgement]:
    """The judgements of a file of JSON Lines. Raises InputError, with the line, where one is not whole or was changed.

    The id of a judgement is derived from all that it says, so that a changed word shows.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", place=str(path), remedy="Name a file of JSON Lines") from error
    return [_read(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _read(line: str, place: str) -> Judgement:
    try:
        judgement = decode_judgement(json.loads(line))
        if judgement.verdict is Verdict.CORRECT:
            correct(judgement.claims[0][0], judgement.slots)
        _check_groups(judgement)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise InputError(f"this is no judgement ({error!r})", place=place, value=line, remedy=_WRITE) from error
    if judgement.id != judgement_id(judgement):
        raise InputError("the judgement was changed after it was made", place=place, value=judgement.id, remedy=_WRITE)
    return judgement


def _check_groups(judgement: Judgement) -> None:
    """Raises ValueError where a verdict is about other things than its kind of verdict is."""
    groups = len(judgement.claims)
    least = {Verdict.MERGE: 2, Verdict.SPLIT: 2, Verdict.WITHDRAW: 0, Verdict.NOTE: 0, Verdict.SETTLE: 0}
    if groups < least.get(judgement.verdict, 1) or not all(judgement.claims):
        raise ValueError(f"{judgement.verdict.value} with {groups} groups of claims")
    if not judgement.claims and judgement.target is None:
        raise ValueError(f"{judgement.verdict.value} about nothing")
    if judgement.side is not None and not 0 <= judgement.side < groups:
        raise ValueError(f"side {judgement.side} of {groups}")
