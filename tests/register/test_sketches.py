"""Sketches of texts: what stays the same where a text is edited, damaged or cut, and what does not."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.model.span import Span
from armswire.register.sketches import BANDS, KEPT_FIGURES, KEPT_RUNS, fold_words, read_sketch, sketch

STORY = " ".join(
    f"On day {n} the council of Norland heard minister number {n} speak of barges and {n * 7} crates."
    for n in range(40)
)  # fmt: skip


@given(st.text())
def test_any_text_has_a_sketch(text: str) -> None:
    read = read_sketch(sketch(text))
    assert len(read.runs) <= min(read.size, KEPT_RUNS)
    assert len(read.figures) <= KEPT_FIGURES
    assert len(read.bands) == (BANDS if read.size else 0)


def test_a_sketch_is_small_however_long_the_text() -> None:
    assert len(sketch(STORY * 50)) <= 4 * (1 + BANDS + KEPT_RUNS + KEPT_FIGURES)


def test_fewer_than_five_words_have_none() -> None:
    assert sketch("too short for that") == b""
    assert read_sketch(b"").size == 0


@pytest.mark.parametrize("damage", ["cp1252", "latin-1"])
def test_a_wrong_encoding_changes_nothing(damage: str) -> None:
    text = "“We’ll not say more,” Zoë Kärnä said of the Brücke deal — 40 naïve questions later. " * 3
    assert sketch(text.encode().decode(damage, "replace")) == sketch(text)


def test_words_in_other_scripts_are_words() -> None:
    assert fold_words("Норланд продал 40 танков") == ["норланд", "продал", "40", "танков"]
    assert sketch("Норланд продал сорок танков Зюдмарку в марте") != sketch(
        "Зюдмарк купил сорок ракет у Норланда в мае"
    )


def test_what_is_left_out_does_not_count() -> None:
    menu = "Home | World | Defence | Sign up for our letter\n"
    text = menu + STORY + "\n" + menu
    spans = [Span(0, len(menu)), Span(len(menu) + len(STORY), len(text))]
    assert sketch(text, spans) == sketch(STORY)
    assert sketch(text) != sketch(STORY)
    assert sketch(text, [*reversed(spans), Span(3, 9)]) == sketch(STORY)


def test_a_sketch_is_the_same_on_every_machine_and_in_every_process() -> None:
    # What a register holds is compared for years: a library that counts otherwise must not come in unseen.
    words = "norland will lend sudmark forty barges and 12 cranes until the harvest is in"
    code = f"from armswire.register.sketches import sketch; print(sketch({words!r}).hex())"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert bytes.fromhex(found) == sketch(words)
    assert sha256(sketch(words)).hexdigest() == "edca0de23572adfc8a0532f17ebb63bc0ea3805f4c8c938655c3c345610dbcee"
