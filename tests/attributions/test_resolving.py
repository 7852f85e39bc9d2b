"""From cues with their roles to attributions."""

from __future__ import annotations

import numpy as np

from armswire.attributions.decoding import Labelled
from armswire.attributions.network import Network, Role
from armswire.attributions.pieces import cut_pieces
from armswire.attributions.resolving import STRAY_PIECES, Reading, resolve
from armswire.attributions.stretches import join_pieces
from armswire.model.attribution import Attribution

TOKENIZER = Network().tokenizer
TEXT = "Oslo sent tanks, officials said on Monday."
PIECES = cut_pieces(TEXT, TOKENIZER)
# The mean probability of content that neither raises nor lowers that of a cue.
USUAL = float(np.exp(-0.25))


def labelled(probability: float = 0.9, sure: float = 1.0, **roles: str) -> Labelled:
    """Words of TEXT with their roles."""
    row = np.zeros(len(PIECES), np.int8)
    for name, words in roles.items():
        at = TEXT.index(words)
        row[(PIECES.start < at + len(words)) & (PIECES.end > at) & (PIECES.start < PIECES.end)] = Role[name.upper()]
    cue = int(np.flatnonzero(row == Role.CUE)[0])
    return Labelled(cue, probability, 0, row, np.full(len(PIECES), sure, np.float32))


def resolved(*cues: Labelled, content: float = USUAL) -> list[Attribution]:
    said = np.any([cue.roles == Role.CONTENT for cue in cues], axis=0)
    return resolve(Reading(PIECES, TEXT, cues, np.where(said, content, 0).astype(np.float32)), 0.5)


def words(attribution: Attribution, role: str) -> list[str]:
    return [span.of(TEXT) for span in getattr(attribution, role)]


def test_an_attribution_has_the_words_of_its_roles() -> None:
    [found] = resolved(labelled(source="officials", cue="said", content="Oslo sent tanks"))
    assert [words(found, role) for role in ("source", "cue", "content")] == [
        ["officials"],
        ["said"],
        ["Oslo sent tanks"],
    ]
    assert abs(found.probability - 0.9) < 0.01


def test_cues_below_the_threshold_and_cues_that_say_nothing_are_left_out() -> None:
    unsure = labelled(0.4, source="officials", cue="said", content="Oslo sent tanks")
    empty = labelled(0.9, source="officials", cue="said")
    assert resolved(unsure, empty) == []


def test_a_cue_whose_content_looks_like_none_is_less_probable() -> None:
    cue = labelled(0.6, source="officials", cue="said", content="Oslo sent tanks")
    assert len(resolved(cue)) == 1
    assert resolved(cue, content=0.1) == []


def test_a_piece_belongs_to_the_cue_that_is_surer_of_it() -> None:
    one = labelled(0.9, 1.0, cue="said", content="Oslo sent tanks")
    two = labelled(0.8, 2.0, cue="sent", content="tanks, officials")
    first, second = resolved(one, two)
    assert words(first, "cue") == ["sent"]
    assert words(first, "content") == ["tanks, officials"]
    assert words(second, "content") == ["Oslo"]


def test_content_that_goes_on_is_the_rest_of_it() -> None:
    cue = labelled(cue="said", content="Oslo sent tanks")
    content = np.where(PIECES.start >= TEXT.index("on Monday"), 0.9, USUAL).astype(np.float32)
    [found] = resolve(
        Reading(PIECES, TEXT, (labelled(cue="said", content="Oslo sent tanks, officials"), cue), content), 0.5
    )
    assert words(found, "content") == ["Oslo sent tanks, officials", "on Monday."]


def test_one_cue_is_read_once() -> None:
    twice = [labelled(p, cue="said", content="Oslo sent tanks") for p in (0.9, 0.7)]
    assert len(resolved(*twice)) == 1


LONG = "“" + "We have waited for these boats for a year and more, and here they are at last.” " * 2
LONG_PIECES = cut_pieces(LONG, TOKENIZER)


def long_cue(probability: float) -> Labelled:
    row = np.full(len(LONG_PIECES), Role.CONTENT, np.int8)
    row[2], row[-1] = Role.CUE, Role.NONE
    return Labelled(2, probability, 0, row, np.ones(len(LONG_PIECES), np.float32))


def test_a_long_stray_content_stands_alone_where_nobody_says_it() -> None:
    sure = np.full(len(LONG_PIECES), 0.95, np.float32)
    [found] = resolve(Reading(LONG_PIECES, LONG, (), sure), 0.5)
    assert (found.source, found.cue, found.probability) == ((), (), 0.0)
    assert found.content[0].of(LONG).startswith("“We have")


def test_a_short_stray_content_is_nothing() -> None:
    few = np.zeros(len(LONG_PIECES), np.float32)
    few[: STRAY_PIECES - 1] = 0.95
    assert resolve(Reading(LONG_PIECES, LONG, (), few), 0.5) == []


def test_a_stray_content_is_given_to_the_best_cue_that_would_say_it() -> None:
    sure = np.full(len(LONG_PIECES), 0.95, np.float32)
    [found] = resolve(Reading(LONG_PIECES, LONG, (long_cue(0.2),), sure), 0.5)
    assert found.cue


def test_words_are_never_cut() -> None:
    pieces = cut_pieces("Mogadishuans sent tanks.", TOKENIZER)
    [span] = join_pieces(pieces, "Mogadishuans sent tanks.", np.array([1]))
    assert span.of("Mogadishuans sent tanks.") == "Mogadishuans"
