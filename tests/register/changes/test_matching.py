"""Records are matched by the claims they share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from armswire.register.changes.matching import Matching, match


def sets(**members: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(claims) for name, claims in members.items()}


def pairs(found: Matching) -> dict[str, list[str]]:
    return {
        kind: sorted(f"{link.before}{link.after}" for link in getattr(found, kind))
        for kind in ("same", "merged", "split", "moved")
        if getattr(found, kind)
    }


def test_what_shares_most_goes_on() -> None:
    found = match(sets(a="123", b="45"), sets(x="124", y="35"))
    assert pairs(found) == {"same": ["ax", "by"], "moved": ["ay", "bx"]}
    assert pairs(match(sets(a="123", b="4"), sets(x="1234"))) == {"same": ["ax"], "merged": ["bx"]}
    assert pairs(match(sets(x="1234"), sets(a="123", b="4"))) == {"same": ["xa"], "split": ["xb"]}
    found = match(sets(a="1"), sets(x="2"))
    assert (found.new, found.gone, pairs(found)) == (["x"], ["a"], {})


def test_of_equal_halves_the_one_that_kept_its_id_goes_on() -> None:
    assert pairs(match(sets(b="12"), sets(a="1", b="2"))) == {"same": ["bb"], "split": ["ba"]}


MEMBERS = st.dictionaries(st.sampled_from("abcdef"), st.frozensets(st.sampled_from("123456789"), min_size=1))


def disjoint(members: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Each claim with its first holder only, as in a register."""
    seen: set[str] = set()
    kept = {}
    for name, claims in members.items():
        if claims - seen:
            kept[name] = claims - seen
        seen |= claims
    return kept


@given(MEMBERS, MEMBERS)
def test_turned_round_it_is_the_same_turned_round(
    before: dict[str, frozenset[str]], after: dict[str, frozenset[str]]
) -> None:
    before, after = disjoint(before), disjoint(after)
    there, back = match(before, after), match(after, before)

    def turned(kind: str) -> list[str]:
        return sorted(f"{link.after}{link.before}" for link in getattr(back, kind))

    assert pairs(there).get("same", []) == turned("same")
    assert pairs(there).get("merged", []) == turned("split")
    assert pairs(there).get("split", []) == turned("merged")
    assert pairs(there).get("moved", []) == turned("moved")
    assert (there.new, there.gone) == (back.gone, back.new)
    ends = {link.before for link in there.same} | {link.before for link in there.merged} | set(there.gone)
    assert ends == before.keys()
    told = {link.after for link in there.same} | {link.after for link in there.split} | set(there.new)
    assert told == after.keys()
