"""Two texts of an address → what was removed, added and changed, by sentences and then by words.

Bounded for texts that mean no good: so many sentences, and so many pairs of words, are held against each other; what is
beyond is told whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from armswire.model.version import Difference, Passage, PassageKind, Piece, PieceKind
from armswire.register.versions.text import VersionText

# Sentences of either text; long reports have two hundred.
MOST_SENTENCES = 1000
# A sentence as long as that is told as removed and added, not word by word.
MOST_WORDS = 200
# Pairs of words, over all sentences: a second of work at the worst.
MOST_PAIRS = 400_000
# Of the sentences that came in the place of others, so many are looked at for the one that a sentence was made into.
NEAR = 8
# The share of words that two sentences have in common at least for one to be made of the other.
LEAST_ALIKE = 0.5

_SAME, _REMOVED, _ADDED = PieceKind.SAME, PieceKind.REMOVED, PieceKind.ADDED


def compare(older: VersionText, newer: VersionText) -> Difference:
    """How the newer text differs from the older, in the order of both."""
    old, new = older.sentences[:MOST_SENTENCES], newer.sentences[:MOST_SENTENCES]
    is_cut = len(old) < len(older.sentences) or len(new) < len(newer.sentences)
    weigher = _Words()
    passages = tuple(_passages(old, new, weigher))
    before, now = older.article.title or "", newer.article.title or ""
    headline = () if _fold(before) == _fold(now) else weigher.pieces(before, now)
    return Difference(headline, passages, is_cut)


def _passages(old: Sequence[str], new: Sequence[str], words: _Words) -> Iterator[Passage]:
    # Sentences that stand everywhere are no help in finding the place of others: `autojunk` leaves them out.
    matcher = SequenceMatcher(None, [*map(_fold, old)], [*map(_fold, new)], autojunk=True)
    for kind, i, i_end, j, j_end in matcher.get_opcodes():
        if kind == "equal":
            yield _passage(PassageKind.SAME, new[j:j_end])
        else:
            yield from _replaced(old[i:i_end], new[j:j_end], words)


def _replaced(old: Sequence[str], new: Sequence[str], words: _Words) -> Iterator[Passage]:
    """Sentences that stand where others stood: those of which one was made of the other are told as changed."""
    at = 0
    removed: list[str] = []
    for sentence in old:
        found = next((j for j in range(at, min(at + NEAR, len(new))) if _are_alike(sentence, new[j])), None)
        if found is None:
            removed.append(sentence)
            continue
        yield from _told(removed, new[at:found])
        yield Passage(PassageKind.CHANGED, words.pieces(sentence, new[found]))
        removed, at = [], found + 1
    yield from _told(removed, new[at:])


def _told(removed: Sequence[str], added: Sequence[str]) -> Iterator[Passage]:
    if removed:
        yield _passage(PassageKind.REMOVED, removed)
    if added:
        yield _passage(PassageKind.ADDED, added)


def _passage(kind: PassageKind, sentences: Sequence[str]) -> Passage:
    return Passage(kind, tuple(Piece(PieceKind(kind.value), " ".join(sentence.split())) for sentence in sentences))


class _Words:
    """Holds sentences against each other word by word, as long as there is work left to do."""

    def __init__(self) -> None:
        self._left = MOST_PAIRS

    def pieces(self, old: str, new: str) -> tuple[Piece, ...]:
        """What became of the words of a sentence."""
        before, now = old.split(), new.split()
        cost = len(before) * len(now)
        if max(len(before), len(now)) > MOST_WORDS or cost > self._left:
            return tuple(_pieces((_REMOVED, before), (_ADDED, now)))
        self._left -= cost
        matcher = SequenceMatcher(None, before, now, autojunk=False)
        told: list[tuple[PieceKind, list[str]]] = []
        for kind, i, i_end, j, j_end in matcher.get_opcodes():
            if kind == "equal":
                told.append((_SAME, now[j:j_end]))
            else:
                told += [(_REMOVED, before[i:i_end]), (_ADDED, now[j:j_end])]
        return tuple(_pieces(*told))


def _pieces(*told: tuple[PieceKind, Sequence[str]]) -> Iterator[Piece]:
    return (Piece(kind, " ".join(words)) for kind, words in told if words)


def _are_alike(one: str, other: str) -> bool:
    mine, theirs = {*one.casefold().split()}, {*other.casefold().split()}
    return len(mine & theirs) >= LEAST_ALIKE * max(len(mine), len(theirs), 1)


def _fold(words: str) -> str:
    return " ".join(words.split())
