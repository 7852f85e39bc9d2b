from __future__ import annotations

from itertools import permutations

import pytest

from armswire.lexicon.evidence import load_evidence
from armswire.model.claim import Claim
from armswire.model.version import Change, ClaimChange, NoticeKind
from armswire.register.versions.line import Line, line_up
from armswire.register.versions.text import VersionText
from tests.factories import make_claim, make_item
from tests.register.versions.texts import FIRST, SECOND, text

LEAST = load_evidence().version_share.value
SAID = SECOND.splitlines()[0]
OTHER = "\n".join(f"A street fair in Sund drew guests on day {n}, and nobody counted them." for n in range(5))


def lined_up(*texts: VersionText) -> Line:
    return line_up(texts, LEAST)


def changes(*texts: VersionText) -> list[Change]:
    return [version.change for version in lined_up(*texts).versions]


def delivered(document: str, number: float = 40, **told: str) -> Claim:
    words = told.pop("words", f"Norland has delivered {number:g} launchers to Sudmark")
    items = [make_item("launchers", "ML4", quantity=number)]
    return make_claim("delivery", "NOR", "SWE", document=document, items=items, text=words, **told)


def test_versions_are_numbered_by_when_they_were_seen() -> None:
    texts = [
        text("b", SECOND, "2031-03-03"),
        text("a", SECOND + "\nMore.", "2031-03-04"),
        text("z", FIRST, "2031-03-02"),
    ]
    found = lined_up(*texts).versions
    assert [(version.document, version.number, version.previous) for version in found] == [
        ("z", 1, None),
        ("b", 2, "z"),
        ("a", 3, "b"),
    ]


@pytest.mark.parametrize(
    ("words", "change"), [(SECOND, Change.EDITED), (OTHER, Change.REPLACED), (FIRST, Change.UNCHANGED)]
)
def test_how_a_text_differs_from_that_before(words: str, change: Change) -> None:
    assert changes(text("a", FIRST, "1"), text("b", words, "2")) == [Change.FIRST, change]


def test_what_was_replaced_begins_a_new_run() -> None:
    line = lined_up(text("a", FIRST, "1"), text("b", OTHER, "2"), text("c", OTHER + "\nMore.", "3"))
    assert line.runs == (("a",), ("b", "c"))


@pytest.mark.parametrize(
    ("added", "kind"),
    [
        ("\nCorrection: the number of launchers was wrong.", NoticeKind.CORRECTION),
        ("\nThis story has been updated with the price.", NoticeKind.UPDATE),
        ("\nThe minister spoke.", None),
    ],
)
def test_the_outlet_may_say_so(added: str, kind: NoticeKind | None) -> None:
    version = lined_up(text("a", FIRST, "1"), text("b", SECOND + added, "2")).versions[1]
    assert (None if version.notice is None else version.notice.kind) is kind
    assert version.is_silent is (kind is None)


def test_an_old_notice_is_none_of_this_change() -> None:
    note = "\nCorrection: the port is Sund."
    assert lined_up(text("a", FIRST + note, "1"), text("b", SECOND + note, "2")).versions[1].is_silent


def test_a_claim_that_no_newer_text_tells_is_edited_away() -> None:
    line = lined_up(text("a", FIRST, "1", delivered("a")), text("b", SECOND, "2"))
    (edit,) = line.edits
    assert (edit.change, edit.document, edit.version, edit.seen) == (ClaimChange.EDITED_AWAY, "a", "b", "2")


@pytest.mark.parametrize(
    "later",
    [
        text("b", FIRST + "\nMore.", "2"),  # the words still stand there
        text("b", SECOND, "2", delivered("b")),  # in other words
        text("b", SECOND, "2", delivered("b", date="2031-03-01")),  # with a day
    ],
)
def test_a_claim_that_is_told_again_is_not(later: VersionText) -> None:
    assert lined_up(text("a", FIRST, "1", delivered("a")), later).edits == ()


@pytest.mark.parametrize(
    "later",
    [
        delivered("b", 14),
        delivered("b", words=SAID, certainty="possible"),
        delivered("b", words=SAID, polarity="negated"),
    ],
)
def test_another_number_certainty_or_polarity_is_another_claim(later: Claim) -> None:
    line = lined_up(text("a", FIRST, "1", delivered("a")), text("b", SECOND, "2", later))
    assert {(edit.change, edit.document) for edit in line.edits} == {
        (ClaimChange.EDITED_AWAY, "a"),
        (ClaimChange.CAME_IN, "b"),
    }


def test_a_claim_that_comes_back_is_not_gone() -> None:
    line = lined_up(
        text("a", FIRST, "1", delivered("a")), text("b", SECOND, "2"), text("c", FIRST + "\nMore.", "3", delivered("c"))
    )
    assert [(edit.change, edit.document) for edit in line.edits] == [(ClaimChange.CAME_IN, "c")]


def test_it_is_gone_from_the_first_text_on_that_lacks_it() -> None:
    line = lined_up(
        text("a", FIRST, "1", delivered("a")), text("b", FIRST + "\nMore.", "2"), text("c", SECOND, "3"),
        text("d", SECOND + "\nMore.", "4"),
    )  # fmt: skip
    assert [(edit.document, edit.version) for edit in line.edits] == [("a", "c")]


def test_what_rolled_off_a_page_is_not_edited_away() -> None:
    assert lined_up(text("a", FIRST, "1", delivered("a")), text("b", OTHER, "2")).edits == ()


def test_any_order_gives_the_same() -> None:
    texts = [
        text("a", FIRST, "2031-03-02", delivered("a")),
        text("b", SECOND, "2031-03-03T08:00:00.000000Z", delivered("b", 14)),
        text("c", OTHER, "2031-03-03T09:00:00.000000Z"),
        text("d", OTHER + "\nMore.", "2031-03-04"),
    ]
    assert len({repr(lined_up(*order)) for order in permutations(texts)}) == 1
