"""Speakers carried over to the sentences that name nobody."""

from __future__ import annotations

from armswire.attributions.carrying import carry_speakers
from armswire.model.attribution import Attribution
from armswire.model.span import Span

TEXT = "Oslo said it would pay and added that it was glad.\n\nIt hinted at more."


def said(source: str, cue: str, content: str) -> Attribution:
    def spans(words: str) -> tuple[Span, ...]:
        return (Span(TEXT.index(words), TEXT.index(words) + len(words)),) if words else ()

    return Attribution(spans(source), spans(cue), spans(content))


FIRST = said("Oslo", "said", "it would pay")


def test_a_speaker_is_carried_over_inside_a_paragraph() -> None:
    _, second = carry_speakers([FIRST, said("", "added", "that it was glad")], TEXT)
    assert second.source == FIRST.source


def test_a_speaker_is_not_carried_into_the_next_paragraph() -> None:
    _, second = carry_speakers([FIRST, said("", "hinted", "at more")], TEXT)
    assert second.source == ()


def test_who_names_a_speaker_keeps_it() -> None:
    second = said("it", "added", "that it was glad")
    assert carry_speakers([FIRST, second], TEXT) == [FIRST, second]


def test_nobody_is_carried_over_from_nobody() -> None:
    alone = said("", "added", "that it was glad")
    assert carry_speakers([alone], TEXT) == [alone]
