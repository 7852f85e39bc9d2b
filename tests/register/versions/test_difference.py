from __future__ import annotations

import time

import pytest

from armswire.model.version import Difference, PassageKind, Piece, PieceKind
from armswire.register.versions.difference import compare
from tests.register.versions.texts import FIRST, SECOND, text


def differ(old: str, new: str, titles: tuple[str, str] = ("Launchers", "Launchers")) -> Difference:
    return compare(text("a", old, "1", title=titles[0]), text("b", new, "2", title=titles[1]))


def test_sentences_are_removed_added_and_changed() -> None:
    difference = differ(FIRST, SECOND)
    assert [passage.kind for passage in difference.passages] == [
        PassageKind.CHANGED,
        PassageKind.REMOVED,
        PassageKind.SAME,
        PassageKind.ADDED,
    ]
    assert difference.passages[0].pieces == (
        Piece(PieceKind.SAME, "Norland"),
        Piece(PieceKind.REMOVED, "has delivered 40"),
        Piece(PieceKind.ADDED, "will deliver 14"),
        Piece(PieceKind.SAME, "launchers to Sudmark, the ministry said."),
    )
    assert difference.headline == ()
    assert difference.count(PassageKind.REMOVED) == 1


def test_the_headline_is_told_apart() -> None:
    difference = differ(FIRST, FIRST, ("40 launchers sent", "14 launchers sent"))
    assert difference.headline == (
        Piece(PieceKind.REMOVED, "40"),
        Piece(PieceKind.ADDED, "14"),
        Piece(PieceKind.SAME, "launchers sent"),
    )
    assert {passage.kind for passage in difference.passages} == {PassageKind.SAME}


def test_both_texts_can_be_put_together_from_it() -> None:
    for one, other in ((FIRST, SECOND), (SECOND, FIRST), (FIRST, ""), ("", SECOND)):
        for kinds, whole in (
            ((PieceKind.SAME, PieceKind.REMOVED), one),
            ((PieceKind.SAME, PieceKind.ADDED), other),
        ):
            words = [p.text for passage in differ(one, other).passages for p in passage.pieces if p.kind in kinds]
            assert " ".join(words).split() == whole.split()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a b c " * 200_000, "b c a " * 200_000),
        ("\n".join("ab" * 3000), "\n".join("ba" * 3000)),
        (
            "\n".join(f"{i % 7} x {i % 11} y z" for i in range(20_000)),
            "\n".join(f"{i % 11} x {i % 7} y" for i in range(20_000)),
        ),
        ("\n".join("w " * 199 + str(i) for i in range(1000)), "\n".join("w " * 199 + f"n{i}" for i in range(1000))),
        (
            "\n".join(f"{' '.join('ab' * 80)} {i}" for i in range(1000)),
            "\n".join(f"{' '.join('ba' * 80)} n{i}" for i in range(1000)),
        ),
    ],
)
def test_texts_that_mean_no_good_cost_seconds_at_most(old: str, new: str) -> None:
    begun = time.process_time()
    differ(old, new)
    assert time.process_time() - begun < 20
