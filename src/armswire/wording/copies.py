"""How like its original a copy is, and which of the two came first, in short words."""

from __future__ import annotations

from armswire.lexicon.outlet_titles import fold_name
from armswire.model.article import Article
from armswire.model.origin import Likeness, Precedence

# From which share on the words of two texts are called what.
_SAMENESS = ((0.98, "the same text"), (0.85, "nearly the same text"), (0.0, "much of the same text"))
# Within which lengths, by its original, a copy is called neither cut nor longer.
_CUT, _LONGER = 0.85, 1.15

_FIRST_BY = {
    Precedence.CREDIT: "of the same day, and this one says that it is taken from others",
    Precedence.RETRIEVED: "of the same day, and fetched earlier",
    Precedence.UNKNOWN: "of the same day, and nothing tells which was first",
}


def say_likeness(likeness: Likeness, copy: Article, original: Article) -> str:
    """Nearly the same text under another headline (0.93)."""
    told = next(words for least, words in _SAMENESS if likeness.share >= least)
    if likeness.length <= _CUT:
        told += f", cut to {likeness.length:.0%}"
    elif likeness.length >= _LONGER:
        told += f", {likeness.length - 1:.0%} longer"
    if copy.title and original.title and fold_name(copy.title) != fold_name(original.title):
        told += ", under another headline"
    return f"{told} ({likeness.share:.2f})"


def say_precedence(likeness: Likeness, copy: Article, original: Article) -> str:
    """Published a day earlier: why the original is held to have come first."""
    if likeness.first_by is not Precedence.DAY:
        return _FIRST_BY[likeness.first_by]
    if copy.published is None or original.published is None:
        return "its day is known, that of this one is not"
    days = (copy.published - original.published).days
    return f"published {'a day' if days == 1 else f'{days} days'} earlier"
