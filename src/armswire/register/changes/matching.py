"""Which record of one side is which of the other: by the claims they share, whatever their ids are.

A pure function of sets; turned round it gives the same turned round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

Members = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Link:
    """A record before and one after that share claims."""

    before: str
    after: str
    shared: frozenset[str]


@dataclass(slots=True)
class Matching:
    """How the records of two sides belong together.

    `same` holds the pairs that go on as one. Of the other links, `merged` lead from a record that went into another,
    `split` to a record that was told apart, `moved` between two records that both go on. `new` and `gone` share
    claims with nobody.
    """

    same: list[Link] = field(default_factory=list)
    merged: list[Link] = field(default_factory=list)
    split: list[Link] = field(default_factory=list)
    moved: list[Link] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def match(before: Members, after: Members) -> Matching:
    """Pair those first that share most; `before` and `after` give the claims of each record."""
    links = _find_links(before, after)
    heirs, forebears = dict[str, str](), dict[str, str]()
    for link in links:
        if link.before not in heirs and link.after not in forebears:
            heirs[link.before], forebears[link.after] = link.after, link.before
    linked = {link.before for link in links}, {link.after for link in links}
    found = Matching(
        new=sorted(after.keys() - linked[1]),
        gone=sorted(before.keys() - linked[0]),
    )
    for link in links:
        if heirs.get(link.before) == link.after:
            found.same.append(link)
        elif link.before not in heirs:
            found.merged.append(link)
        elif link.after not in forebears:
            found.split.append(link)
        else:
            found.moved.append(link)
    return found


def _find_links(before: Members, after: Members) -> list[Link]:
    """All pairs that share claims: most first, then those of the same id."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for name, claims in before.items():
        for claim in claims:
            holders[claim].append(name)
    shared: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for name, claims in after.items():
        for claim in claims:
            for other in holders.get(claim, ()):
                shared[other, name].add(claim)
    links = [Link(one, other, frozenset(claims)) for (one, other), claims in shared.items()]
    return sorted(links, key=lambda link: (-len(link.shared), link.before != link.after, _ids(link)))


def _ids(link: Link) -> tuple[str, str]:
    # The same order whichever side comes first.
    return min(link.before, link.after), max(link.before, link.after)
