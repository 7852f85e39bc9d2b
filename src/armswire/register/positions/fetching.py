"""Position lines of a register: words and deeds are fetched by actor and recipient, and put together by `line`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select

from armswire.errors import SettingError
from armswire.lexicon.evidence import load_evidence
from armswire.model.position import Deed, PositionLine, Saying
from armswire.register import schema
from armswire.register.derivation import ensure_derived
from armswire.register.phrasing import put_names
from armswire.register.positions.line import draw_line
from armswire.register.positions.rows import read_deed, read_saying
from armswire.register.store import Register

_SAID, _DONE = schema.positions.c, schema.deeds.c


def get_line(register: Register, actor: str, toward: str) -> PositionLine:
    """What an actor says toward a recipient beside what it is reported to do.

    Raises SettingError where nothing is known of either.
    """
    found = next(list_lines(register, actor=actor, toward=toward), None)
    if found is not None:
        return found
    raise SettingError(
        "nothing is told of what the one says or does toward the other",
        value=f"{actor} {toward}",
        remedy="See 'armswire list positions' for those of whom something is told",
    )


def list_lines(register: Register, *, actor: str | None = None, toward: str | None = None) -> Iterator[PositionLine]:
    """Lines by actor and toward whom; of everybody toward everybody, those alone in which something is said.

    Names stand in their sentences.
    """
    ensure_derived(register)
    rules = load_evidence()
    said, done = _fetch_said(register, actor, toward), _fetch_done(register, actor, toward)
    asked = {(actor, toward)} & done.keys() if actor is not None and toward is not None else set()
    for who, whom in sorted(said.keys() | asked):
        line = draw_line(who, whom or None, said.get((who, whom), ()), done.get((who, whom), ()), rules)
        yield _with_names(line, register.names)


def _fetch_said(register: Register, actor: str | None, toward: str | None) -> dict[tuple[str, str], list[Saying]]:
    statement = select(_SAID.actor, _SAID.toward, _SAID.document, _SAID.record)
    if actor is not None:
        statement = statement.where(_SAID.actor == actor)
    if toward is not None:
        statement = statement.where(_SAID.toward == toward)
    found: defaultdict[tuple[str, str], list[Saying]] = defaultdict(list)
    for row in register.rows(statement):
        heard = read_saying(row)
        found[heard.actor, heard.toward].append(heard.saying)
    return dict(found)


def _fetch_done(register: Register, actor: str | None, toward: str | None) -> dict[tuple[str, str], list[Deed]]:
    """Deeds between those of whom something is said, or those asked for."""
    statement = select(_DONE.actor, _DONE.toward, _DONE.record)
    if actor is not None:
        statement = statement.where(_DONE.actor == actor)
    if toward is not None:
        statement = statement.where(_DONE.toward == toward)
    elif actor is not None:
        statement = statement.where(_DONE.toward.in_(select(_SAID.toward).where(_SAID.actor == actor)))
    found: defaultdict[tuple[str, str], list[Deed]] = defaultdict(list)
    for row in register.rows(statement):
        found[row.actor, row.toward].append(read_deed(row))
    return dict(found)


def _with_names(line: PositionLine, names: Mapping[str, str]) -> PositionLine:
    tensions = tuple(replace(one, says=put_names(one.says, names)) for one in line.tensions)
    return replace(line, tensions=tensions)
