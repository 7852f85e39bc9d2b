"""Two words of transfer that tell of one: "bought tanks to send to Kyiv", "a deal to supply shells"."""

from __future__ import annotations

from dataclasses import replace

from armswire.claims.frames.instances import FrameInstance
from armswire.claims.meaning import Party
from armswire.claims.parse.grammar import Grammar, Mood

# Frames whose purpose can be another transfer ("bought to send").
WITH_PURPOSE = frozenset({"buy", "receive", "give", "ship", "sell"})
# How many words apart, going up the tree, the two may stand.
REACH = 6


def join_frames(grammar: Grammar, instances: dict[int, FrameInstance]) -> dict[int, FrameInstance]:
    """The instances by token, without those that another one absorbs, and of two that tell of one only one."""
    absorbed = {t for i in instances.values() for t in i.absorbed if i.items or i.frame.implicit_item}
    joined: dict[int, FrameInstance] = dict(instances)
    gone = set(absorbed)
    for token, lower in instances.items():
        upper = _upper_frame(grammar, token, instances)
        if upper is None or upper in absorbed:
            continue
        content = _as_content(grammar, joined[upper], lower)
        if content is not None:
            joined[token] = content
            gone.add(upper)
            continue
        purpose = _as_purpose(grammar, joined[upper], lower)
        if purpose is not None:
            joined[upper] = purpose
            gone.add(token)
    return {token: instance for token, instance in joined.items() if token not in gone}


def _upper_frame(grammar: Grammar, token: int, instances: dict[int, FrameInstance]) -> int | None:
    """The frame that this one hangs below, as its purpose ("bought ... to send") or content ("deal to provide")."""
    cur = token
    for _ in range(REACH):
        head, dep = grammar.tokens[cur].head, grammar.tokens[cur].dep
        own_clause = dep in {"ccomp", "parataxis"} and grammar.own_subject(cur) is not None
        if head == cur or own_clause or (dep == "conj" and grammar.is_verb(cur)):
            return None
        if head in instances:
            return head
        if grammar.is_verb(head):
            return None
        cur = head
    return None


def _is_infinite(grammar: Grammar, i: int) -> bool:
    return grammar.is_verb(i) and grammar.mood(i) in {Mood.INFINITIVE, Mood.GERUND}


def _is_deal(grammar: Grammar, upper: FrameInstance) -> bool:
    """A deal, or any other noun: the frame below it is what it is about."""
    return upper.frame.id == "deal" or not grammar.is_verb(upper.token)


def _as_content(grammar: Grammar, upper: FrameInstance, lower: FrameInstance) -> FrameInstance | None:
    """The lower frame with what the noun above it adds ("a deal to supply shells"), or None."""
    content = _is_infinite(grammar, lower.token) or not grammar.is_verb(lower.token)
    if not _is_deal(grammar, upper) or not content:
        return None
    roles = {**upper.roles, **lower.roles}
    if lower.frame.verb_roles.get("subject") == "supplier" and "supplier" in lower.roles:
        roles.pop("buyer", None)
    return replace(lower, roles=roles, items=lower.items or upper.items)


def _as_purpose(grammar: Grammar, upper: FrameInstance, lower: FrameInstance) -> FrameInstance | None:
    """The upper verb with what its purpose or a noun without items below it adds, or None."""
    if _is_deal(grammar, upper):
        return None
    if _is_infinite(grammar, lower.token) and upper.items and upper.frame.id in WITH_PURPOSE:
        return replace(upper, roles=_passed_on(upper, lower.roles))
    bare_noun = not grammar.is_verb(lower.token) and not lower.items
    if not bare_noun or lower.token in upper.absorbed:
        return None
    if upper.frame.id == "buy" and "recipient" in lower.roles:
        return replace(upper, roles={**upper.roles, "recipient": lower.roles["recipient"]})
    return replace(upper, roles={**lower.roles, **upper.roles})


def _passed_on(upper: FrameInstance, lower: dict[str, Party]) -> dict[str, Party]:
    """Roles of a supply that is to go on: who buys or receives it stands before the one who gets it in the end."""
    roles = dict(upper.roles)
    end = lower.get("recipient")
    if end is None:
        return roles
    match upper.frame.id:
        case "buy":
            roles["recipient"] = end
        case "receive":
            roles["intermediary"] = roles.get("recipient", end)
            roles["recipient"] = end
        case _:
            roles.setdefault("recipient", end)
    return roles
