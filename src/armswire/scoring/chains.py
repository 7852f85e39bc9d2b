"""Whether a claim is on the right word: the chain of speakers from the article inwards, held against gold link by link.

Takes gold claims and read claims as JSON, gives shares of the gold claims; a gold claim that was not found has nothing
right. A claim in the article's own voice has the empty chain, which is right where the read chain is empty too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from armswire.scoring.comparison import same_actor, same_core, scored_claim
from armswire.scoring.counts import Share

Json = Mapping[str, Any]

# Words of a source that tell nothing about who it is.
ARTICLES = frozenset({"a", "an", "the"})
SHARED_WORDS = 0.5
DEPTHS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim of `document`, the read claim that is held against it, and what of it is right by figure.

    A figure that asks nothing of this claim is not among them.
    """

    document: str
    gold: Json
    read: Json | None
    right: Mapping[str, bool]


def words(source: str) -> Counter[str]:
    """The words of a source, without articles."""
    return Counter(word for word in re.findall(r"\w+", source.casefold()) if word not in ARTICLES)


def same_words(gold: str, read: str) -> bool:
    """Whether two sources share most of their words: an F1 of a half."""
    a, b = words(gold), words(read)
    return 2 * (a & b).total() >= SHARED_WORDS * (a.total() + b.total()) > 0


def same_speaker(gold: Json, read: Json) -> bool:
    """Equal actors; an organisation that gold names in its words alone may be given as an actor as well."""
    a, b = gold.get("actor"), read.get("actor")
    if a is None and b is not None and b.startswith("org:"):
        return bool(words(b[4:]) <= words(gold["source"]))
    return a == b or (a is not None and b is not None and same_actor(a, b))


def same_link(gold: Json, read: Json) -> bool:
    """Whether a link is right: its class, whom it speaks for, and its words."""
    return (
        gold["class"] == read["class"] and same_speaker(gold, read) and same_words(gold["source"], read["source"] or "")
    )


def links(claim: Json | None) -> Sequence[Json]:
    """The chain of a claim."""
    return [] if claim is None else claim.get("attribution") or []


def judge(gold: Json, read: Json | None) -> dict[str, bool]:
    """What is right of one gold claim, by figure."""
    there, found = read is not None, read or {}
    expected, given = links(gold), links(read)
    same = [same_link(a, b) for a, b in zip(expected, given, strict=False)]
    chain = there and len(expected) == len(given) and all(same)
    right = {
        "found": there,
        "depth": there and len(expected) == len(given),
        "chain": chain,
        "innermost": chain if not (expected and given) else same_link(expected[-1], given[-1]),
    }
    if expected:
        right[f"chain {len(expected)} deep"] = chain
    if expected and all("naming" in link for link in expected):
        right["naming"] = [link["naming"] for link in expected] == [link.get("naming") for link in given]
    if gold.get("answer") or found.get("answer"):
        right["answer"] = there and gold.get("answer") == found.get("answer")
    if gold.get("certainty"):
        right["hedge"] = gold["certainty"] == found.get("certainty")
    return right


def pair(document: str, gold: Sequence[Json], read: Sequence[Json]) -> list[Pair]:
    """Each gold claim of a document with a read claim of its own of the same core; the best pairs come first."""
    judged = sorted(
        ((-sum(judge(g, r).values()), i, j) for i, g in enumerate(gold) for j, r in enumerate(read) if _same(g, r)),
    )
    taken: dict[int, int] = {}
    for _, i, j in judged:
        if i not in taken and j not in taken.values():
            taken[i] = j
    found = [read[taken[i]] if i in taken else None for i in range(len(gold))]
    return [Pair(document, g, r, judge(g, r)) for g, r in zip(gold, found, strict=True)]


def _same(gold: Json, read: Json) -> bool:
    return same_core(scored_claim(gold), scored_claim(read))


def chain_pairs(gold: Mapping[str, Sequence[Json]], read: Mapping[str, Sequence[Json]]) -> list[Pair]:
    """Every gold claim, by document, against what was read there; claims marked "optional" are left out."""
    required = {document: [claim for claim in claims if not claim.get("optional")] for document, claims in gold.items()}
    return [one for document, claims in required.items() for one in pair(document, claims, read.get(document, []))]


def chain_figures(pairs: Sequence[Pair]) -> dict[str, Share]:
    """The share that is right, by figure, of the claims of which that figure asks something."""
    asked = Counter(name for one in pairs for name in one.right)
    right = Counter(name for one in pairs for name, is_right in one.right.items() if is_right)
    return {name: Share(right[name], asked[name]) for name in sorted(asked)}
