"""Which mentions of items within one transfer are the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from armswire.model.claim import Item
from armswire.register.totals.tellings import Telling

Mention = tuple[Telling, Item]
_WORD = re.compile(r"\w+")


def group_things(mentions: Sequence[Mention]) -> dict[str, dict[str, list[Mention]]]:
    """Mentions by category and thing, both sorted; the thing "" is told without model or kind.

    A designation is a thing. What has none is the only designation there is, unless both stand side by side with a
    number each. Two words that one claim lists beside each other ("helmets and vests") are two things; otherwise
    other words ("rounds", "shells") are other words for the same.
    """
    by_category: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_category[mention[1].ml].append(mention)
    found: dict[str, dict[str, list[Mention]]] = {}
    for ml, members in sorted(by_category.items()):
        models = {item.designation for _, item in members if item.designation is not None}
        listed = _listed(members)
        things: defaultdict[str, list[Mention]] = defaultdict(list)
        for telling, item in members:
            things[_thing(telling, item, models, listed)].append((telling, item))
        found[ml] = dict(sorted(things.items()))
    return found


def _thing(telling: Telling, item: Item, models: set[str], listed: set[str]) -> str:
    if item.designation is not None:
        return item.designation
    head = _head(item)
    if head in listed:
        return head
    if len(models) == 1:
        both_counted = item.quantity is not None and any(
            other.designation is not None and other.quantity is not None and other.ml == item.ml
            for other in telling.items
        )
        return head if both_counted else next(iter(models))
    return ""


def _listed(members: Sequence[Mention]) -> set[str]:
    """The words for undesignated things that one claim lists beside each other."""
    lists: defaultdict[str, set[str]] = defaultdict(set)
    for telling, item in members:
        if item.designation is None:
            lists[telling.witness.claim.id].add(_head(item))
    return {word for words in lists.values() for pair in combinations(sorted(words), 2) for word in pair}


def _head(item: Item) -> str:
    """The last word, the same for one and for many of it."""
    words = _WORD.findall(item.text.casefold())
    return words[-1].removesuffix("s") if words else ""
