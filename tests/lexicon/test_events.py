from __future__ import annotations

from pathlib import Path

import pytest

from armswire.articles.dating.event_forms import bundled_forms
from armswire.errors import LexiconError
from armswire.lexicon.events import EVENTS_FILE, Event, EventExample, bundled_events, load_events


def test_the_bundled_events_are_many_and_of_every_kind() -> None:
    events = bundled_events()
    assert len(events.events) > 250
    assert len(events.visits) > 150
    assert {event.first.year for event in events.events} >= set(range(1997, 2027))


@pytest.mark.parametrize("event", bundled_events().events, ids=lambda event: event.name)
def test_each_form_finds_its_event(event: Event) -> None:
    for form in event.forms:
        words = form.replace("*", "s").replace("...", "one own")
        assert event.name in {named.event.name for named in bundled_forms().find(f"Long after the {words}, they sat.")}


@pytest.mark.parametrize("example", bundled_events().examples, ids=lambda example: example.text)
def test_examples_hold_their_event_and_no_other(example: EventExample) -> None:
    found = [named.event.name for named in bundled_forms().find(example.text)]
    assert found == ([] if example.event is None else [example.event])


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("1990-08-02 | Iraq's", "1990-08-32 | Iraq's", "day is out of range"),
        ("1990-08-02 | Iraq's", "1990-08-02..1990-08-01 | Iraq's", "ends before it begins"),
        ("1990-08-02 | Iraq's invasion", "1990-08-02 - Iraq's invasion", "has not 3 parts"),
        ("| Operation Desert Storm |", "| Storm |", "single word"),
        ("| Operation Desert Storm |", "| Balakot air strike |", "is a form of"),
        ("kind: war", "kind: quarrel", "Input should be"),
    ],
)
def test_a_bad_line_is_refused_with_the_file(tmp_path: Path, before: str, after: str, told: str) -> None:
    content = EVENTS_FILE.read_text(encoding="utf-8")
    assert before in content
    path = tmp_path / "events.yaml"
    path.write_text(content.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load_events(path)
    assert told in str(caught.value)
    assert "events.yaml" in str(caught.value)
