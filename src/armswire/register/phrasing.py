"""What the register says in words. Actors stand in the words as marks until somebody gives their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from armswire.model.claim import Item, Stage
from armswire.model.dispute import Dispute
from armswire.model.route import Route
from armswire.model.transfer import Transfer
from armswire.register.witness import Witness

_MARK = re.compile("⟦([^⟧]*)⟧")
_Told = TypeVar("_Told", Transfer, Dispute)


def mark(actor: str) -> str:
    """The mark that stands for an actor in a sentence."""
    return f"⟦{unmarked(actor)}⟧"


def unmarked(words: str) -> str:
    """Words of an article with nothing in them that looks like a mark."""
    return words.replace("⟦", "[").replace("⟧", "]")


def list_actors(actors: Iterable[str], *, last: str = "and") -> str:
    """Marks as "A, B and C", sorted; "somebody" for none."""
    marks = [mark(actor) for actor in sorted(set(actors))]
    if not marks:
        return "somebody"
    return marks[0] if len(marks) == 1 else f"{', '.join(marks[:-1])} {last} {marks[-1]}"


def name_actors(told: _Told, names: Mapping[str, str]) -> _Told:
    """The same transfer or dispute with the actors' names in its sentences, those of `names` where it has them."""
    if isinstance(told, Transfer):
        reason = put_names(told.standing_reason, names)
        return replace(told, standing_reason=reason, route=_name_actors_on(told.route, names))
    sides = tuple(replace(side, says=put_names(side.says, names)) for side in told.sides)
    return replace(
        told,
        question=put_names(told.question, names),
        state_reason=put_names(told.state_reason, names),
        sides=sides,
    )


def _name_actors_on(route: Route, names: Mapping[str, str]) -> Route:
    legs = [replace(leg, standing_reason=put_names(leg.standing_reason, names)) for leg in route.legs]
    parts = [replace(part, reason=put_names(part.reason, names)) for part in route.parts]
    return replace(route, legs=tuple(legs), parts=tuple(parts))


def actor_name(actor: str, names: Mapping[str, str]) -> str:
    """The name of an actor: from `names`, or the one in its code."""
    return names.get(actor) or actor.removeprefix("org:").removeprefix("grp:")


def put_names(words: str, names: Mapping[str, str]) -> str:
    """A sentence with the actors' names in place of their marks."""
    return _MARK.sub(lambda match: actor_name(match[1], names), words)


def describe_item(item: Item) -> str:
    """An item in a few words, without its number: as written, or its designation where that is not in the words."""
    words = " ".join(unmarked(item.text).split())
    model = item.designation
    if model is None or _letters(model) in _letters(words) or _says_number(model, words):
        return words
    return f"{words} ({unmarked(model)})"


def describe_items(witnesses: Iterable[Witness]) -> str:
    """What several claims are about: the item that tells most of them, "arms" where none is named."""
    items = [item for witness in witnesses for item in witness.claim.items]
    if not items:
        return "arms"
    best = max(items, key=lambda item: (item.ml not in ("ARMS", "NONLETHAL"), item.designation is not None,
                                        sum(other.text == item.text for other in items), item.quantity is not None,
                                        item.text))  # fmt: skip
    return describe_item(best)


def list_items(witness: Witness) -> str:
    """All items of a claim in a few words."""
    return ", ".join(dict.fromkeys(describe_item(item) for item in witness.claim.items)) or "arms"


def whose_word(witness: Witness) -> str:
    """Whose word a claim is: the chain from the article inwards, the article itself where it has none."""
    teller = unmarked(witness.outlet or witness.claim.document)
    chain = [unmarked(source.source) for source in witness.claim.attribution]
    return f"{teller} in its own words" if not chain else ", citing ".join([teller, *chain])


_HANDS = ("the article's own words", "second hand", "third hand", "fourth hand", "fifth hand", "sixth hand")


def describe_depth(depth: int) -> str:
    """At how many removes a claim is told: "third hand" where one source passes on the word of another."""
    return _HANDS[depth] if depth < len(_HANDS) else f"{depth + 1}th hand"


def ask_whether(
    stage: Stage, suppliers: Iterable[str], recipients: Iterable[str], items: str, *, last: str = "and"
) -> str:
    """The question that an assertion and its denial answer differently. `last` stands before the last recipient."""
    who, whom = list_actors(suppliers), list_actors(recipients, last=last)
    questions = {
        Stage.REQUEST: f"Was {who} asked to supply {whom} with {items}?",
        Stage.CONSIDERATION: f"Did {who} consider supplying {whom} with {items}?",
        Stage.PLEDGE: f"Did {who} promise {items} to {whom}?",
        Stage.AGREEMENT: f"Did {who} agree to supply {whom} with {items}?",
        Stage.APPROVAL: f"Did {who} approve the transfer of {items} to {whom}?",
        Stage.DELIVERY: f"Did {who} supply {whom} with {items}?",
        Stage.REFUSAL: f"Did {who} refuse to supply {whom} with {items}?",
        Stage.HALT: f"Did {who} stop supplying {whom} with {items}?",
        Stage.REVERSAL: f"Did {who} give up its refusal to supply {whom} with {items}?",
        Stage.END_USE: f"Is {whom} the end user of the {items} from {who}?",
    }
    return questions[stage]


def describe_step(stage: Stage, items: str) -> str:
    """A step of a transfer as a thing: "delivery of shells", "agreement on tanks"."""
    return f"{stage.value.replace('_', ' ')} {'on' if stage is Stage.AGREEMENT else 'of'} {items}"


def _says_number(model: str, words: str) -> bool:
    """Whether words like "155-millimeter shells" say a calibre like "155mm" already."""
    numbers = set(re.findall(r"\d+", model))
    return model[:1].isdigit() and numbers <= set(re.findall(r"\d+", words))


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
