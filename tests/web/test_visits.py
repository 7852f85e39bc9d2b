"""What a browser keeps of the last visit, whatever comes back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from armswire.web.visits import COOKIE, PAUSE, Mark, begin_visit, look

NOON = datetime(2031, 3, 10, 12, tzinfo=UTC)
MONDAY = look(NOON, NOON - timedelta(hours=3))


def kept(header: str) -> str:
    return header.removeprefix(f"{COOKIE}=").split(";")[0]


def test_what_the_last_visit_knew_is_what_is_seen_when_the_next_begins() -> None:
    first = begin_visit(None, MONDAY, "armswire.db")
    assert first.seen is None
    later = look(NOON + timedelta(hours=1), NOON)
    same = begin_visit(kept(first.header), later, "armswire.db")
    assert same.seen is None
    tuesday = look(NOON + PAUSE + timedelta(hours=2), NOON + timedelta(hours=9))
    assert begin_visit(kept(same.header), tuesday, "armswire.db").seen == later
    assert later.new_from == NOON + timedelta(microseconds=1)


def test_nothing_came_in_before_anybody_noted_it() -> None:
    assert look(NOON, None).new_from == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=1)


def test_what_is_marked_as_seen_is_seen() -> None:
    marked = begin_visit(None, MONDAY, "armswire.db").marked(MONDAY)
    assert begin_visit(kept(marked.header), MONDAY, "armswire.db").seen == MONDAY


@pytest.mark.parametrize(
    "told",
    [
        "",
        "x",
        "a.b.c",
        "..",
        f"{'9' * 400}.1-1.1-1",
        f"0.1-1.1-{'9' * 30}",
        "0.-.1-0-0",
        "0.1-1-1.1-1-1",
        "0.1-1.99999999999-1",
    ],
)
def test_anything_else_is_no_visit(told: str) -> None:
    assert begin_visit(told, MONDAY, "armswire.db").seen is None
    place = kept(begin_visit(None, MONDAY, "armswire.db").header).split(".")[0]
    assert begin_visit(told.replace("0.", f"{place}.", 1), MONDAY, "armswire.db").seen is None


def test_another_register_is_another_world() -> None:
    first = begin_visit(None, MONDAY, "armswire.db").marked(MONDAY)
    assert begin_visit(kept(first.header), MONDAY, "other.db").seen is None


def test_a_mark_is_read_as_it_was_told() -> None:
    assert Mark.read(str(MONDAY)) == MONDAY
    assert Mark.read("1-2-3") is None
